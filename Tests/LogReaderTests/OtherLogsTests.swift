import CaptureReader
import Testing

@testable import LogReader

@Suite("Sessions of other programs' logs") struct OtherLogsTests {
  @Test("the dialog's 7 beside a closed socket says nothing of its own")
  func dialog() throws {
    let text = """
      [Window Title]
      Remote Desktop Connection
      Error code: 0x904
      Extended error code: 0x7
      Timestamp (UTC): 11/19/26 01:39:34 PM
      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.client_socket_closed"])
    #expect(session.first.nanoseconds == 1_795_095_574 * 1_000_000_000)
  }

  @Test("another language's dialog has the same numbers")
  func foreignDialog() throws {
    let text = "Fehlercode: 0x1104\nErweiterter Fehlercode: 0x0\n"
    #expect(try LogText.sessions(text).first?.findingCodes == ["log.client_protocol_error"])
  }

  @Test(
    "guacd's reasons",
    arguments: [
      ("Server refused connection (wrong security type?)", "log.negotiation_refused"),
      ("SSL/TLS connection failed (untrusted/self-signed certificate?)", "log.certificate_refused"),
      ("Authentication failure (invalid credentials?)", "log.logon_refused"),
      ("Manually logged off.", "log.logged_off"),
    ])
  func guacd(reason: String, code: String) throws {
    let lines = [
      "Aug 23 09:40:21 dc guacd[37488]: RDP server closed/refused connection: \(reason)\n",
      "{\"event\":\"guacd[44]: INFO:\\tRDP server closed/refused connection: \(reason)\",\"timestamp\":\"2026-08-23T07:40:21Z\"}\n",
    ]
    for line in lines {
      #expect(try LogText.sessions(line).first?.findingCodes.contains(code) == true)
    }
  }

  @Test("a dropped connection of Windows Firewall")
  func firewall() throws {
    let text = """
      #Version: 1.5
      #Software: Microsoft Windows Firewall
      #Fields: date time action protocol src-ip dst-ip src-port dst-port size
      2026-12-08 20:40:00 DROP TCP 10.33.0.4 10.33.0.90 50110 3389 52 S 2871130044 0 64240 - - - RECEIVE 4
      2026-12-08 20:40:03 DROP TCP 10.33.0.4 10.33.0.90 50110 3389 52 S 2871130044 0 64240 - - - RECEIVE 4
      2026-12-08 20:40:04 ALLOW TCP 10.33.0.4 10.33.0.90 50111 445 52 S 2871130044 0 64240 - - - RECEIVE 4
      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 1)
    #expect(sessions.first?.server == LogEndpoint(address: "10.33.0.90", port: 3_389))
    #expect(sessions.first?.findingCodes == ["log.firewall_dropped"])
  }

  @Test("rows of Azure Virtual Desktop")
  func virtualDesktop() throws {
    let text = """
      TimeGenerated [UTC],UserName,ActivityType,Source,Code,CodeSymbolic,Message,ServiceError
      9/20/2026 7:41:12.118 AM,mia@corp.example,Connection,RDStack,267,ConnectionBrokenMissedHeartbeatThresholdExceeded,"The, connection",FALSE
      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.user == "mia@corp.example")
    #expect(session.findingCodes == ["log.transport_timeout"])
  }

  @Test("a connection manager's code on the line below")
  func manager() throws {
    let text = """
      WarningMsg
      11/19/2026 14:39:34
      RDP disconnected!
      3334 Because of a protocol error, this session will be disconnected.
      """
    #expect(try LogText.sessions(text).first?.findingCodes == ["log.client_protocol_error"])
  }

  @Test(
    "a manager's code in the line, in the words of several programs",
    arguments: [
      ("[3/3/2026 4:12:12 PM - 2025.3]ERROR RDP disconnected, code 2055 (0x807): no", 2055),
      ("Disconnected from SRV-3\n[Remote Desktop disconnected: error 2825: NLA is wanted]", 2825),
    ])
  func managerWords(text: String, code: Int) throws {
    let session = try #require(try LogText.sessions(text + "\n").first)
    #expect(session.events.contains { $0.kind == .clientCode && $0.code?.value == UInt32(code) })
    // The words are others' too.
    #expect(throws: (any Error).self) {
      try LogText.sessions("2026-03-03 16:12:12 printer disconnected, code 2055\n")
    }
  }

  @Test("KDE's server says through PAM that the log-on was refused")
  func refusedByPAM() throws {
    let front = "Jul 08 21:15:33 den-pc krdpserver[4410]: "
    let session = try #require(
      try LogText.sessions(
        """
        \(front)org.kde.krdp: New client connected: "192.0.2.52" "Windows" "Windows NT"
        \(front)org.kde.krdp: Attempting authenticating user with PAM
        \(front)pam_unix(login:auth): authentication failure; logname=mia uid=1000 euid=1000 tty= ruser= rhost=  user=mia
        \(front)pam_authenticate failure: Authentication failure
        \(front)org.kde.krdp: Closing session

        """
      ).first)
    #expect(session.user == "mia")
    #expect(session.findingCodes == ["log.logon_refused"])
  }

  @Test("the System log's events in French are events, though their source looks like a property")
  func frenchSystemLog() throws {
    let event = { (log: String, source: String, id: Int, words: String) in
      """
      Nom du journal :\(log)
      Source :       \(source)
      Date :         23/02/2026 14:05:10
      ID de l’événement :\(id)
      Niveau :       Erreur
      Utilisateur :  Système
      Ordinateur :   PAIE.example
      Description :
      \(words)


      """
    }
    let core = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS"
    let text =
      event("\(core)/Operational", core, 131, "Connexion TCP du client 10.14.3.60:49210.")
      + event("System", "Schannel", 36874, "Aucune suite TLS 1.0 commune.")
    let sessions = try LogText.sessions(text).filter { !$0.isHostOnly }
    #expect(sessions.count == 1)
    #expect(sessions.first?.hostEvents.map(\.key) == ["schannel.36874"])
  }

  @Test("newest-first pastes are turned round")
  func newestFirst() throws {
    let text = """
      Nov 28 07:52:40 TS01 xrdp[2]: [ERROR] xrdp_iso_send: trans_write_copy_s failed
      Nov 28 07:52:31 TS01 xrdp[2]: [INFO ] connected ok
      Nov 28 07:52:30 TS01 xrdp[2]: [INFO ] Connected client computer name: ONE
      Nov 28 07:52:29 TS01 xrdp[1]: [INFO ] Socket 11: AF_INET6 connection received from ::ffff:10.0.0.1 port 11
      """
    let log = try LogText.contents(text)
    #expect(log.clock.isNewestFirst)
    let session = try #require(LogSessions.sessions(of: [log]).first)
    #expect(session.client?.port == 11 && session.findingCodes == ["log.client_gone"])
  }

  @Test("Weston's date above its times of day")
  func weston() throws {
    let text = """
      Date: 2026-11-28 UTC
      [10:47:29.871] kbd_layout:0x409 kbd_type:0x4
      [10:47:29.871] xf_peer_activate: matching layout=us variant=(null)
      [10:47:34.782] caught signal 15
      """
    let log = try LogText.contents(text)
    #expect(log.clock.hasDate)
    #expect(LogSessions.sessions(of: [log]).first?.findingCodes == ["log.service_stopped"])
  }
}
