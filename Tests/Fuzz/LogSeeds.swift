import CaptureReader
import Foundation
import Support

/// A few lines of each kind of log, event logs where recordings of others are there, and event traces
/// with packets, drops, events and schemas.
enum LogSeeds {
  private static let texts = [
    "[10:46:42:777] [23753:23758] [INFO][com.freerdp.core] - connecting to peer 10.0.0.3\n"
      + "[10:46:42:031] [23753:23758] [ERROR][com.freerdp.core] - x ERRCONNECT_LOGON_FAILURE [0x00020014]\n",
    "[20261128-10:48:36] [INFO ] Socket 11: AF_INET6 connection received from ::ffff:10.0.0.5 port 4444\n"
      + "[20261128-10:48:37] [INFO ] Security protocol: configured [SSL|RDP], requested [SSL], selected [SSL]\n"
      + "[20261128-10:48:39] [ERROR] login failed for user jdoe\n",
    "Nov 28 07:52:28 TS01 xrdp-sesman[1]: [INFO ] AUTHFAIL: user=jdoe ip=::ffff:1.2.3.4 time=1\n",
    "{\"MESSAGE\":\"login failed for user jdoe\",\"SYSLOG_IDENTIFIER\":\"xrdp\",\"_PID\":\"7\",\"__REALTIME_TIMESTAMP\":\"1764326856000000\"}\n",
    "<Event><System><Provider Name='Microsoft-Windows-TerminalServices-LocalSessionManager'/>"
      + "<EventID>40</EventID><TimeCreated SystemTime='2026-01-18T00:31:35Z'/></System>"
      + "<UserData><EventXML><Session>3</Session><Reason>5</Reason></EventXML></UserData></Event>\n",
    "{\"Id\": 131, \"ProviderName\": \"Microsoft-Windows-RemoteDesktopServices-RdpCoreTS\", "
      + "\"TimeCreated\": \"2026-01-18T00:31:35Z\", \"Message\": \"accepted 10.0.0.5:4444\"}\n",
    "Level,Date and Time,Source,Event ID,Task Category\nInfo,29.04.2026 09:43:59,TermDD,56,None,\"x\"\n",
    "Log Name:      System\nSource:        TermDD\nDate:          18/01/2026 01:31:35\nEvent ID:      56\n",
    "2026-12-08 20:40:00 DROP TCP 10.33.0.4 10.33.0.90 50110 3389 52 S 1 0 64240 - - - RECEIVE 4\n",
    "Error code: 0x904\nExtended error code: 0x7\nTimestamp (UTC): 11/19/26 01:39:34 PM\n",
    "guacd[44]: INFO:\tSecurity mode: NLA\nguacd[44]: ERROR:\tServer refused connection (wrong security type?)\n",
  ]

  static func write(_ save: ([UInt8], String) -> Void) {
    for text in texts { save(Array(text.utf8), "logs") }
    for file in eventLogs() { save(file, "logs") }
    for compressed in [false, true] { save(trace(isCompressed: compressed), "trace") }
  }

  /// Published event logs, whose head and first chunk are enough.
  private static func eventLogs() -> [[UInt8]] {
    let folder = Recordings.root.appending(path: "../shared/logs/evtx").standardizedFileURL
    return Recordings.files(in: folder, endingIn: [".evtx"]).prefix(3).compactMap {
      (try? Data(contentsOf: $0)).map { [UInt8]($0.prefix(4_096 + 65_536)) }
    }
  }

  private static func trace(isCompressed: Bool) -> [UInt8] {
    let start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)
    let frame: [UInt8] =
      [UInt8](repeating: 2, count: 12) + [8, 0, 0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0]
      + [10, 0, 0, 5, 10, 0, 0, 3, 0xC2, 0x93, 0x0D, 0x3D, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 1, 0]
      + [0, 0, 0, 0]
    let client: [UInt8] = [
      0xbb, 0x95, 0xaa, 0x28, 0x44, 0xd4, 0x19, 0x47, 0xa3, 0x6f, 0x40, 0x46, 0x21, 0x68, 0x12,
      0x7e,
    ]
    var trace = EventTraceBuilder(start: start)
    trace.monitored(frame, at: start, original: 900)
    trace.monitored(frame, at: start, dropReason: 1207, dropLocation: 0xE000_4001)
    trace.captured(Array(frame.prefix(20)), at: start, ends: false)
    trace.captured(Array(frame.dropFirst(20)), at: start, starts: false)
    trace.endBuffer(isCompressed: isCompressed)
    trace.event(
      provider: client, id: 1026, at: start,
      EventTraceBuilder.wide("Reason") + [4, 9, 0, 0] + EventTraceBuilder.wide("Info"))
    trace.schema(
      provider: client, id: 1026, name: "Microsoft-Windows-TerminalServices-ClientActiveXCore",
      fields: [("Name", 1), ("Value", 8), ("CustomLevel", 1)])
    trace.endBuffer(isCompressed: isCompressed)
    return trace.bytes
  }
}
