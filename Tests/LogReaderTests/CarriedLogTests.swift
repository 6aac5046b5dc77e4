import CaptureReader
import Support
import Testing

@testable import LogReader

/// The same lines, however they were carried here, tell the same sessions.
@Suite("Logs in the forms of their carriers") struct CarriedLogTests {
  static let carriers = [
    "plain", "CRLF", "colours", "indented", "quoted", "compose", "docker -t", "kubernetes",
    "docker json", "shipper json", "syslog", "RFC 5424", "RFC 5424 with data", "journal full",
    "journal iso",
  ]

  /// Seconds within a day of 2026-11-28, as the lines' own stamps have them.
  private static func clock(_ line: Substring, _ last: String) -> String {
    if let stamp = line.firstMatch(of: /^\[(\d\d:\d\d:\d\d):/) { return String(stamp.1) }
    if let stamp = line.firstMatch(of: /^\[\d{8}-(\d\d:\d\d:\d\d)\]/) { return String(stamp.1) }
    return last
  }

  private static func carried(_ text: String, by carrier: String, program: String) -> String {
    var last = "10:00:00"
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.isEmpty { return "" }
      last = clock(line, last)
      let bare = line.replacing(#/^\[\d{8}-\d\d:\d\d:\d\d\] /#, with: "")
      let quoted = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      let iso = "2026-11-28T\(last).000000000Z"
      return switch carrier {
      case "CRLF": "\(line)\r"
      case "colours": "\u{1b}[32m\(line)\u{1b}[0m"
      case "indented": "    \(line)"
      case "quoted": "> \(line)"
      case "compose": "rdp-1  | \(line)"
      case "docker -t": "\(iso) \(line)"
      case "kubernetes": "\(iso) stderr F \(line)"
      case "docker json": "{\"log\":\"\(quoted)\\n\",\"stream\":\"stderr\",\"time\":\"\(iso)\"}"
      case "shipper json": "{\"@timestamp\":\"\(iso)\",\"host\":\"a\",\"message\":\"\(quoted)\"}"
      case "syslog": "<30>Nov 28 \(last) host1 \(program)[47]: \(bare)"
      case "RFC 5424": "<30>1 \(iso) host1 \(program) 47 - - \(bare)"
      case "RFC 5424 with data":
        "<30>1 \(iso) host1 \(program) 47 ID1 [a b=\"1\"][c d=\"2\"] \(bare)"
      case "journal full": "Sat 2026-11-28 \(last) UTC host1 \(program)[47]: \(bare)"
      case "journal iso": "2026-11-28T\(last)+0000 host1 \(program)[47]: \(bare)"
      default: String(line)
      }
    }.joined(separator: "\n")
  }

  static let freeRDP = """
    [10:45:25:098] [2062:2112] [INFO][com.freerdp.core] - freerdp_connect:freerdp_set_last_error_ex resetting error state
    [10:45:25:310] [2062:2112] [ERROR][com.freerdp.core.nla] - SPNEGO failed with NTSTATUS: STATUS_LOGON_FAILURE [0xC000006D]
    [10:45:25:311] [2062:2112] [ERROR][com.freerdp.core] - nla_recv_pdu:freerdp_set_last_error_ex ERRCONNECT_LOGON_FAILURE [0x00020014]

    """
  static let xrdp = """
    [20261128-10:45:25] [INFO ] Socket 12: AF_INET6 connection received from ::ffff:10.0.0.5 port 50123
    [20261128-10:45:26] [ERROR] SSL_accept: I/O error
    [20261128-10:45:26] [ERROR] trans_set_tls_mode: ssl_tls_accept failed
    [20261128-10:45:26] [ERROR] xrdp_sec_incoming: trans_set_tls_mode failed
    [20261128-10:45:26] [ERROR] xrdp_rdp_incoming: xrdp_sec_incoming failed

    """

  private func told(_ text: String) throws -> [String] {
    try LogText.sessions(text).map { session in
      "\(session.program.rawValue) \(session.client?.address ?? "") \(session.findingCodes)"
    }
  }

  @Test("FreeRDP", arguments: carriers)
  func freeRDP(carrier: String) throws {
    let plain = try told(Self.freeRDP)
    #expect(plain.count == 1 && plain[0].contains("logon"))
    #expect(try told(Self.carried(Self.freeRDP, by: carrier, program: "xfreerdp")) == plain)
  }

  @Test("xrdp", arguments: carriers)
  func xrdp(carrier: String) throws {
    let plain = try told(Self.xrdp)
    #expect(plain.count == 1 && plain[0].contains("10.0.0.5"))
    #expect(try told(Self.carried(Self.xrdp, by: carrier, program: "xrdp")) == plain)
  }

  @Test("the carrier's stamp gives date and zone")
  func carrierTime() throws {
    let line = "2026-03-04T23:30:01.5Z \(Self.freeRDP.split(separator: "\n")[1])"
    let event = try #require(try LogText.contents(line).events.last)
    #expect(event.timeText.hasPrefix("2026-03-04T23:30:01"))
    #expect(event.time.nanoseconds == 1_772_667_001_500_000_000)
  }
}
