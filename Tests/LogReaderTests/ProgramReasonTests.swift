import CaptureReader
import Testing

@testable import LogReader

/// Reasons that programs give in their own words, and sentences of dialogs.
@Suite("Reasons in the words of programs and dialogs") struct ProgramReasonTests {
  @Test(
    "guacd names the server's reasons",
    arguments: [
      ("closed connection: Forcibly disconnected", "log.admin_disconnect"),
      ("closed connection: Manually disconnected.", "log.user_disconnected"),
      ("closed connection: Manually logged off.", "log.logged_off"),
      ("closed connection: Idle session time limit exceeded", "log.idle_limit"),
      ("closed/refused connection: Active session time limit exceeded", "log.time_limit"),
      ("closed connection: Disconnected by other connection", "log.taken_over"),
      ("closed/refused connection: DNS lookup failed (incorrect hostname?)", "log.name_not_found"),
      ("closed/refused connection: Insufficient privileges.", "log.access_denied"),
    ])
  func guacd(_ reason: String, _ code: String) throws {
    let text = "guacd[22]: ERROR:\tRDP server \(reason)\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains(code))
  }

  @Test("a connection that a user leaves after a long time had come up")
  func browser() throws {
    let codes = { (minute: Int) throws in
      try LogText.sessions(
        """
        2026-03-10T10:00:00.1Z guacd[22]: INFO:\tUser "@0a" joined connection "$5a" (1 users now present)
        2026-03-10T10:\(minute < 10 ? "0" : "")\(minute):00.2Z guacd[22]: INFO:\tUser "@0a" disconnected (0 users remain)

        """
      ).flatMap(\.findingCodes)
    }
    #expect(try codes(30).contains("log.browser_left"))
    #expect(try codes(1).contains("log.browser_left_connecting"))
  }

  @Test("a server that guacd could not reach ended nothing")
  func unreachable() throws {
    let text =
      "guacd[22]: ERROR:\tRDP server closed/refused connection: Connection failed (server unreachable?)\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.has(.connectFailed))
    #expect(!session.findingCodes.contains("log.server_disconnected"))
  }

  @Test(
    "xrdp without its session manager",
    arguments: [
      "Error connecting to sesman on 127.0.0.1:3350", "xrdp_wm_log_msg: sesman connect failed",
    ])
  func sessionManager(_ line: String) throws {
    let text = """
      [20260310-10:00:00] [INFO ] Socket 12: AF_INET6 connection received from ::ffff:10.0.0.5 port 50123
      [20260310-10:00:02] [ERROR] \(line)

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.backend_failed"))
  }

  @Test(
    "sentences of the client's dialogs",
    arguments: [
      (
        "Die Verbindung wurde verweigert, da das Benutzerkonto nicht für die Remoteanmeldung autorisiert ist.",
        "log.access_denied"
      ),
      ("Your user account is not listed in the RD Gateway's permission list", "log.gateway_denied"),
      (
        "The Remote Desktop Gateway server's certificate has expired or has been revoked.",
        "log.certificate_refused"
      ),
      (
        "Because of a security error, the client could not connect to the remote computer.",
        "log.client_security_error"
      ),
      ("An internal error has occurred.", "log.client_code_other"),
    ])
  func dialogs(_ sentence: String, _ code: String) throws {
    let session = try #require(
      try LogText.sessions("Remote Desktop Connection\n\n\(sentence)\n").first)
    #expect(session.findingCodes.contains(code))
  }

  @Test("the authority that cannot be asked is one of the log-on")
  func authority() throws {
    let text = "Remote Desktop Connection\n\nThe Local Security Authority cannot be contacted\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.has(.logonRefused))
  }

  private static func windows(_ id: Int, _ second: Int) -> String {
    """
    <Event><System><Provider Name='Microsoft-Windows-TerminalServices-LocalSessionManager'/>\
    <EventID>\(id)</EventID><TimeCreated SystemTime='2026-11-10T08:00:\(second)Z'/></System>\
    <UserData><EventXML><User>C\\u</User><SessionID>2</SessionID><Address>10.0.0.5</Address>\
    </EventXML></UserData></Event>

    """
  }

  @Test("who is logged off within seconds may not have wanted it")
  func shortDesktop() throws {
    let strength = { (second: Int) throws in
      try LogText.sessions(Self.windows(21, 10) + Self.windows(23, second)).first?.findings
        .first { $0.code == "log.logged_off" }?.strength
    }
    #expect(try strength(15) == 0.5)
    #expect(try strength(45) == 1)
  }

  @Test("lines without a time are not taken for a short session")
  func timeless() throws {
    let text = """
      [INFO ] Socket 12: AF_INET6 connection received from ::ffff:10.20.1.44 port 50332
      [INFO ] xrdp_wm_log_msg: login successful for display 10
      [INFO ] ++ created session (access granted): username rosa, ip ::ffff:10.20.1.44:50332 - socket: 12
      [INFO ] ++ terminated session:  username rosa, display :10.0, session_pid 6112, ip ::ffff:10.20.1.44:50332

      """
    let codes = try LogText.sessions(text).flatMap(\.findingCodes)
    #expect(codes.contains("log.logged_off") && !codes.contains("log.desktop_short"))
  }
}

/// What people quote in mails.
@Suite("Quoted logs") struct QuotedLogTests {
  @Test(
    "marks of quotation are taken off", arguments: ["> ", ">> ", "> > "],
    [
      "Remote Desktop Connection\n\nError code: 0x904\nExtended error code: 0x7\n",
      "{\"CorrelationId\":\"a\",\"CodeSymbolic\":\"IdleTimeout\",\"Source\":\"RDStack\"}\n",
      "TimeCreated  : 10.03.2026 09:14:02\n"
        + "ProviderName : Microsoft-Windows-TerminalServices-LocalSessionManager\n"
        + "Id           : 40\nMessage      : Session 3 has been disconnected, reason code 3\n",
      "TimeCreated,Id,ProviderName,Message\n2026-03-10 09:14:02,40,"
        + "Microsoft-Windows-TerminalServices-LocalSessionManager,"
        + "\"Session 3 has been disconnected, reason code 4\"\n",
    ])
  func marks(_ mark: String, _ text: String) throws {
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { mark + $0 + "\n" }.joined()
    let plain = try LogText.sessions(text)
    #expect(plain.count == 1)
    #expect(try LogText.sessions(quoted).map(\.findingCodes) == plain.map(\.findingCodes))
  }
}
