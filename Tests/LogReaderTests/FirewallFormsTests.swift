import CaptureReader
import LogReader
import Testing

@testable import LogReader

/// Forms of packet filters and what is no Remote Desktop in them.
@Suite("Packet filters") struct FirewallFormsTests {
  static let forms: [(String, String, String)] = [
    (
      "a list with quoted names of ports",
      "\"Date\",\"Address\",\"Port\",\"Address\",\"Port\",\"Protocol\",\"State\"\n"
        + "\"24/05/2026 11:31\",\"10.0.0.9\",\"3389 (ms-wbt-server)\",\"10.0.0.5\",\"50123\",\"tcp\",\"Blocked\"\n",
      "log.firewall_dropped"
    ),
    (
      "FTD",
      "Jun 14 2026 10:04:44 edge : %FTD-6-302014: Teardown TCP connection 9 for out:10.0.0.5/50123 to in:10.0.0.9/3389 duration 2:02:33 bytes 48211930 Connection timeout\n",
      "log.firewall_timeout"
    ),
    (
      "Palo Alto",
      "Nov  8 14:22:07 PA 1,2026/11/08 14:22:07,0164,TRAFFIC,end,2561,2026/11/08 14:22:07,10.0.0.5,10.0.0.9,0.0.0.0,0.0.0.0,rule,corp\\eva,,ms-rdp,vsys1,A,B,e1,e2,log,2026/11/08 14:22:07,448123,1,50123,3389,0,0,0x1c,tcp,allow,5512330,1201144,4311186,15511,2026/11/08 12:05:41,8184,any,,70,0x0,10.0.0.0-10.255.255.255,10.0.0.0-10.255.255.255,,6120,9391,tcp-rst-from-server,0\n",
      "log.firewall_server_reset"
    ),
    (
      "Check Point",
      "<134>1 2026-02-28T20:16:06Z GW CheckPoint 12288 - [action:\"Drop\"; dst:\"10.0.0.9\"; proto:\"6\"; s_port:\"50123\"; service:\"3389\"; src:\"10.0.0.5\"]\n",
      "log.firewall_dropped"
    ),
    (
      "SonicWall",
      "<134>id=firewall sn=C0 time=\"2026-02-07 17:02:11 UTC\" fw=203.0.113.81 msg=\"Connection Closed\" src=10.0.0.5:50123:X1 dst=10.0.0.9:3389:X0:TS01 proto=tcp/3389\n",
      "log.firewall_closed"
    ),
    (
      "Linux, a reset of the server",
      "2026-02-27T23:44:51+01:00 fw kernel: RDP-RST: IN=lan OUT=wan SRC=10.0.0.9 DST=10.0.0.5 LEN=40 PROTO=TCP SPT=3389 DPT=50123 WINDOW=0 RES=0x00 ACK RST URGP=0\n"
        + String(repeating: "2026-02-27T23:44:52+01:00 fw cron[1]: run\n", count: 5),
      "log.firewall_server_reset"
    ),
    (
      "arrows between the ends",
      "2026-03-01 10:00:00 RT_FLOW session denied 10.0.0.5/50123->10.0.0.9/3389 junos-rdp 6\n",
      "log.firewall_dropped"
    ),
    (
      "FortiGate with its zone",
      "date=2026-02-13 time=09:47:03 tz=\"+0100\" srcip=10.0.0.5 srcport=50123 dstip=10.0.0.9 dstport=3389 action=\"server-rst\" user=\"eva\" duration=5521 rcvdbyte=30000000 rcvdpkt=9\n",
      "log.firewall_server_reset"
    ),
  ]

  @Test("each has its finding, with client and server in their places", arguments: forms)
  func reads(form: (String, String, String)) throws {
    let sessions = try LogText.sessions(form.1)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains(form.2) == true)
    #expect(sessions.first?.client == LogEndpoint(address: "10.0.0.5", port: 50_123))
    #expect(sessions.first?.server == LogEndpoint(address: "10.0.0.9", port: 3_389))
  }

  @Test("a line of the end that tells how long it lasted gives the session its begin")
  func lasted() throws {
    let session = try #require(try LogText.sessions(Self.forms[7].1).first)
    #expect(session.duration == .seconds(5_521))
    #expect(session.phase == .active)
    #expect(session.user == "eva")
    #expect(session.timeBasis == nil)
  }

  static let others: [(String, String)] = [
    (
      "a row of a table of connections, without a stamp",
      "session-7\t10.0.0.5:50123>10.0.0.9:3389\tan idle timeout of 15 s, then closed\n"
    ),
    (
      "other ports of Linux",
      "May  4 19:23:41 gw kernel: [UFW BLOCK] IN=a OUT= SRC=89.0.0.9 DST=10.0.0.9 LEN=40 PROTO=TCP SPT=42112 DPT=8443 SYN\n"
    ),
    (
      "other ports of Windows",
      "2026-11-20 09:14:01 DROP TCP 10.0.0.5 10.0.0.9 50211 445 52 S 2 0 64240\n"
    ),
    (
      "a length that looks like the port",
      "2026-03-01 10:00:00 filter blocked 10.0.0.5/50123 to 10.0.0.9/443 bytes 3389\n"
    ),
    (
      "a scan for another service",
      "Jun 19 21:14:07 opn filterlog[7]: 9,,,02f4,vtnet0,match,block,in,4,0x0,,243,54321,0,none,6,tcp,40,167.0.0.40,192.0.2.20,41233,23,0,S,1,,1024,,\n"
    ),
  ]

  @Test("other services are no sessions", arguments: others)
  func leavesOut(line: (String, String)) throws {
    let text = line.1 + String(repeating: "May  4 19:23:42 gw cron[1]: run\n", count: 5)
    #expect(try LogText.sessions(text).isEmpty)
  }

  @Test("a drop inside Windows names the local end first, whichever way it went")
  func inboundDrop() throws {
    let drop: (Int) -> String = { second in
      WindowsEvents.event(
        WindowsEvents.security, 5157, second, ("SourceAddress", "10.0.0.9"), ("SourcePort", "3389"),
        ("DestAddress", "10.0.0.5"), ("DestPort", "50123"), ("Protocol", "6"))
    }
    let sessions = try LogText.sessions(drop(1) + drop(4))
    #expect(sessions.count == 1)
    #expect(sessions.first?.client?.address == "10.0.0.5")
  }
}
