import CaptureReader
import LogReader
import Testing

@testable import LogReader

/// Logs of programs that nobody described: words give a guess, names of codes more, other services nothing.
@Suite("Logs of unknown programs") struct PlainStatementTests {
  static let lines: [(String, String)] = [
    (
      "[20260519 14:35:06 13966] [E] [rdp] The server is configured to only use Standard RDP Security mechanisms.\n",
      "log.negotiation_ssl_not_allowed"
    ),
    (
      "2026-04-17T06:13:38Z ERROR rdp_client: client_run failed: decode LICENSE_PACKET: invalid blob type\n",
      "log.words_licence"
    ),
    (
      "2026-04-17 06:13:38 aardwolf ERROR STATUS_ACCOUNT_LOCKED_OUT while connecting to 10.0.0.9:3389\n",
      "log.account_restricted"
    ),
    (
      "2026/04/17 06:13:38 [rdp] dial tcp 10.0.0.9:3389: connect: connection refused\n",
      "log.words_refused"
    ),
    (
      "[2026-03-31 01:54:43,522] - INFO - pyrdp.mitm.connections.tcp - Server connection closed. ('ssl routines', 'tlsv1 alert internal error')\n",
      "log.tls_internal_alert"
    ),
    (
      "{\"level\":\"error\",\"time\":\"2026-04-17T06:13:38Z\",\"msg\":\"RDP session failed\",\"err\":\"read tcp 10.0.0.5:50123->10.0.0.9:3389: i/o timeout\"}\n",
      "log.words_timeout"
    ),
  ]

  @Test("say what happened", arguments: lines)
  func reads(line: (String, String)) throws {
    #expect(LogRecognition.format(of: Array(line.0.utf8)) == .program)
    let sessions = try LogText.sessions(line.0)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains(line.1) == true)
  }

  @Test("words alone are never proof")
  func weighsLittle() {
    for (code, weights) in LogWeights.table where code.hasPrefix("log.words_") {
      #expect(weights.allSatisfy { $0.weight < 4.5 }, "\(code)")
    }
  }

  static let others = [
    "Nov 28 10:00:01 gate sshd[811]: Invalid user rdp from 203.0.113.9 port 3389\n"
      + "Nov 28 10:00:02 gate sshd[811]: Connection closed by 203.0.113.9 port 3389 [preauth]\n",
    "2026/11/28 10:00:01 [error] 31#31: *7 connect() failed (111: Connection refused), client: 10.0.0.5, request: \"GET /rdp/ HTTP/1.1\"\n",
    "2026-11-28 10:00:01 SQL Server ERROR login failed for user 'rdp' [CLIENT: 10.0.0.5]\n",
    "2026-11-28T10:00:01Z x11vnc: RFB connection from 10.0.0.5:3389 timed out\n",
    "Nov 28 10:00:01 mx postfix/smtp[9]: timeout, subject: RDP session closed by user\n",
    "2026-11-28 10:00:01 ERROR worker timed out after 30 s\n",
    "Our users say that RDP sessions time out. The connection is reset by peer.\n",
  ]

  @Test("other services and prose give no session", arguments: others)
  func leavesOut(text: String) throws {
    #expect(LogRecognition.format(of: Array(text.utf8)) != .program)
  }

  @Test("a password that stands close behind the account is no part of it")
  func glued() throws {
    let command = try #require(FreeRDPCommand(Array("xfreerdp /v:ts01 /u:eva/p:secret".utf8)[...]))
    var event = LogEvent(
      .phaseReached, key: "a",
      at: ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 0)),
      source: LogEvent.Source(.freeRDP))
    command.name(&event)
    #expect(event.user == "eva")
  }

  @Test("the server and the account of a pasted command belong to its output")
  func command() throws {
    let sessions = try LogText.sessions(
      """
      eva@desk ~ % xfreerdp /v:ts01.example:3389 /d:CORP /u:eva /p:secret
      [10:00:01:115] [10:20] [ERROR][com.freerdp.core] - [set]: ERRINFO_IDLE_TIMEOUT [0x00010003]

      """)
    #expect(sessions.count == 1)
    #expect(sessions.first?.server == LogEndpoint(address: "ts01.example", port: 3_389))
    #expect(sessions.first?.user == "CORP\\eva")
  }
}
