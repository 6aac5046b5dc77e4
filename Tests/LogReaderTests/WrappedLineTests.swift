import CaptureReader
import Support
import Testing

@testable import LogReader

/// A known line tells the same, whatever it stands in.
@Suite("Lines inside of something else") struct WrappedLineTests {
  static let wrappers: [String] = [
    "csv cell", "semicolon cell", "html cell", "html text", "code", "list", "table row",
    "line number", "viewer", "nested json", "cloud json",
    "other logger", "logcat", "os_log", "python", "container in syslog", "container in journal",
    "one line",
  ]

  private static func escaped(_ line: Substring) -> String {
    String(line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
  }

  private static func html(_ line: Substring) -> String {
    let tags = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return String(tags.replacing("\"", with: "&quot;").replacing("'", with: "&#39;"))
  }

  private static func wrapped(_ line: Substring, _ wrapper: String) -> String {
    switch wrapper {
    case "csv cell":
      "\"2026-11-28 10:45:25\",\"host1\",\"\(line.replacing("\"", with: "\"\""))\",\"x\""
    case "semicolon cell": "2026-11-28 10:45:25;host1;\"\(line.replacing("\"", with: "\"\""))\""
    case "html cell": "<tr><td>7</td><td>\(html(line))</td></tr>"
    case "html text": html(line)
    case "code": "`\(line)`"
    case "list": "- \(line)"
    case "table row": "| 12 | \(line) |"
    case "line number": "  12: \(line)"
    case "viewer": " 292   │ \(line)"
    case "nested json":
      "{\"preview\":false,\"result\":{\"host\":\"a\",\"_raw\":\"\(escaped(line))\"}}"
    case "cloud json":
      "{\"insertId\":\"1\",\"textPayload\":\"\(escaped(line))\",\"timestamp\":\"2026-11-28T10:45:25.098Z\"}"
    case "other logger": "2026-11-28 10:45:25,123 INFO  [worker-1] c.e.Runner - \(line)"
    case "logcat": "11-28 10:45:25.098  2062  2112 E client : \(line)"
    case "os_log": "2026-11-28 10:45:25.098123+0000 0x1f2 Error 0x0 412 0 client: (lib) \(line)"
    case "python": "INFO:root:\(line)"
    case "container in syslog": "Nov 28 10:45:25 host1 rdp-gateway[812]: \(line)"
    case "container in journal":
      "{\"MESSAGE\":\"\(escaped(line))\",\"SYSLOG_IDENTIFIER\":\"3f2a9\",\"__REALTIME_TIMESTAMP\":\"1795862725098000\"}"
    default: String(line)
    }
  }

  private static func wrapped(_ text: String, by wrapper: String) -> String {
    let lines = text.split(separator: "\n")
    if wrapper == "one line" { return "worker 5 | " + lines.joined(separator: "\\n") + "\n" }
    return lines.map { wrapped($0, wrapper) }.joined(separator: "\n") + "\n"
  }

  static let sesman = """
    [20261128-10:45:26] [INFO ] AUTHFAIL: user=jdoe ip=10.0.0.5 time=1795862726
    [20261128-10:45:26] [INFO ] ++ created session (access granted): username jdoe, ip 10.0.0.5:50123 - socket: 12
    [20261128-10:47:26] [INFO ] ++ terminated session:  username jdoe, display :10.0, session_pid 4711, ip 10.0.0.5:50123 - socket: 12

    """
  static let labelled = """
    guacd[812]: ERROR: Support for protocol "rdp" is not installed
    xrdp[811]: [ERROR] SSL_accept: I/O error

    """

  private func told(_ text: String) throws -> [String] {
    try LogText.contents(text).events.filter { $0.key != "freerdp.first_line" }.map { event in
      let who = "\(event.client?.address ?? "-"):\(event.client?.port ?? 0) \(event.user ?? "-")"
      return "\(event.key) \(who) \(event.code?.text ?? "")"
    }
  }

  @Test("FreeRDP's", arguments: wrappers)
  func freeRDP(wrapper: String) throws {
    let plain = try told(CarriedLogTests.freeRDP)
    #expect(plain.count == 3)
    #expect(try told(Self.wrapped(CarriedLogTests.freeRDP, by: wrapper)) == plain)
  }

  @Test("xrdp's", arguments: wrappers)
  func xrdp(wrapper: String) throws {
    let plain = try told(CarriedLogTests.xrdp)
    #expect(plain.count == 5)
    #expect(try told(Self.wrapped(CarriedLogTests.xrdp, by: wrapper)) == plain)
  }

  @Test("the session manager's", arguments: wrappers)
  func sessionManager(wrapper: String) throws {
    let plain = try told(Self.sesman)
    #expect(plain.count == 3 && plain[2].contains("10.0.0.5:50123 jdoe"))
    #expect(try told(Self.wrapped(Self.sesman, by: wrapper)) == plain)
  }

  @Test(
    "with a program's name in front",
    arguments: wrappers.filter {
      !["one line", "container in journal", "semicolon cell", "container in syslog"].contains($0)
    })
  func labels(wrapper: String) throws {
    let keys = try LogText.contents(Self.wrapped(Self.labelled, by: wrapper)).events.map(\.key)
    #expect(keys.contains("xrdp.handshake_closed"), "\(wrapper) \(keys)")
    #expect(keys.contains { $0.hasPrefix("guacd.") }, "\(wrapper) \(keys)")
  }

  @Test("broken at the width of a terminal")
  func isCut() throws {
    let cut = CarriedLogTests.freeRDP.split(separator: "\n").map { line in
      var parts: [Substring] = []
      var rest = line[...]
      while !rest.isEmpty {
        parts.append(rest.prefix(72))
        rest = rest.dropFirst(72)
      }
      return parts.joined(separator: "\n")
    }.joined(separator: "\n")
    #expect(try told(cut) == told(CarriedLogTests.freeRDP))
  }

  @Test("what is around it gives the date")
  func date() throws {
    let line = CarriedLogTests.freeRDP.split(separator: "\n")[1]
    let events = try LogText.contents("2026-03-04 10:45:25,310 INFO [w] - \(line)\n").events
    #expect(events.contains { $0.time.nanoseconds / 1_000_000_000 == 1_772_621_125 })
  }

  @Test("a name in brackets of another program is no line")
  func others() throws {
    let text = "Nov 28 10:45:25 host1 sshd[812]: session [10] of user rdp [pid:3] ended\n"
    #expect(try LogText.contents(String(repeating: text, count: 6)).events.isEmpty)
  }
}
