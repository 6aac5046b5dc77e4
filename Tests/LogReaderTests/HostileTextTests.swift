import CaptureReader
import Support
import Testing

@testable import LogReader

@Suite("Hostile texts") struct HostileTextTests {
  static let texts = [
    "[10:46:42:777] [23753:23758] [ERROR][com.freerdp.core] - x ERRCONNECT_LOGON_FAILURE [0x00020014]\n",
    "[20261128-10:48:36] [INFO ] [pid:1 tid:2] Socket 11: AF_INET6 connection received from ::1 port 4\n",
    "Nov 28 07:52:28 TS01 xrdp-sesman[1]: [INFO ] AUTHFAIL: user=jdoe ip=::ffff:1.2.3.4 time=1\n",
    "<Event><System><Provider Name='TermDD'/><EventID>56</EventID><TimeCreated SystemTime='2026-01-18T00:31:35Z'/>"
      + "</System><EventData><Data>a</Data><Data>1.2.3.4</Data><Binary>00000400B50000D0</Binary></EventData></Event>\n",
    "{\"Id\": 1149, \"ProviderName\": \"P\", \"LogName\": \"L\", \"Message\": \"\\u00e4 \\\"x\\\"\"}\n",
    "Info,29.04.2026 09:43:59,Microsoft-Windows-TerminalServices-Gateway,303,(3),\"a \"\"b\"\" 1.2.3.4\"\n",
    "Log Name:      System\nSource:        TermDD\nDate:          18/01/2026 01:31:35\nEvent ID:      56\nText:\nx\n",
    "2026-12-08 20:40:00 DROP TCP 10.33.0.4 10.33.0.90 50110 3389 52 S 1 0 64240 - - - RECEIVE 4\n",
    "Error code: 0x904\nExtended error code: 0x7\nTimestamp (UTC): 11/19/26 01:39:34 PM\n",
  ]

  @Test("no change of a byte, cut or repetition does harm", arguments: texts)
  func mutations(text: String) throws {
    let whole = Array(text.utf8)
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        guard let place = bytes.indices.randomElement(using: &random) else { continue }
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes.prefix(place), at: place)
        default: bytes = Array(bytes.prefix(place))
        }
      }
      read(bytes + whole)
    }
  }

  /// Reads without a file, as the opener would.
  private func read(_ bytes: [UInt8]) {
    var log = LogCollector(input: 0, options: LogOptions())
    var splitter = RecordSplitter(limit: 4_096)
    var reader = TextLogReader()
    splitter.feed(bytes) { reader.read($0, number: $1, into: &log) }
    splitter.finish { reader.read($0, number: $1, into: &log) }
    reader.finish(into: &log)
    let contents = LogContents(input: 0, format: .syslog, events: log.events)
    for session in LogSessions.sessions(of: [contents]) {
      #expect(session.findings.allSatisfy { LogWeights.table[$0.code] != nil })
    }
  }

  @Test("an endless line is cut, an endless nesting is refused")
  func limits() throws {
    read(Array(repeating: UInt8(ascii: "a"), count: 1 << 20))
    read(Array(String(repeating: "{\"a\":", count: 20_000).utf8))
    read(Array(("<Event " + String(repeating: "<a>", count: 20_000)).utf8))
    #expect(JSONValue(Array(String(repeating: "[", count: 100).utf8)[...], nesting: 32) == nil)
  }
}
