import CaptureReader
import Testing

@testable import LogReader

@Suite("Reasons that a log names without a number") struct NamedReasonTests {
  @Test(
    "FreeRDP's error is read by its name where the line was cut before its number",
    arguments: [
      ("ACCOUNT_LOCKED_OUT", "log.account_restricted"),
      ("ACCOUNT_DISABLED", "log.account_restricted"),
      ("PASSWORD_MUST_CHANGE", "log.password_expired"), ("ACCESS_DENIED", "log.access_denied"),
      ("LOGON_TYPE_NOT_GRANTED", "log.logon_type_denied"), ("LOGON_FAILURE", "log.logon_refused"),
      ("SOMETHING_NEW", "log.authentication_failed"),
    ])
  func errorName(name: String, code: String) throws {
    let text =
      "[06:58:32:010] [1180:1181] [ERROR][com.freerdp.core] - nla_recv_pdu:freerdp_set_last_error_ex "
      + "ERRCONNECT_\(name)\n"
    #expect(try LogText.sessions(text).first?.findingCodes == [code])
  }

  @Test("a record that is cut behind its front goes on with the next line, however short it is")
  func cutFront() throws {
    let text = """
      [06:58:31:403] [1180:1181] [INFO][com.freerdp.core] -
      freerdp_connect:freerdp_set_last_error_ex resetting error state
      [06:58:32:010] [1180:1181] [ERROR][com.freerdp.core] -
      nla_recv_pdu:freerdp_set_last_error_ex ERRCONNECT_ACCOUNT_LOCKED_OUT
      [0x00020018]

      """
    for front in ["", "> "] {
      let quoted = text.split(separator: "\n").map { "\(front)\($0)\n" }.joined()
      let sessions = try LogText.sessions(quoted)
      #expect(sessions.map(\.findingCodes) == [["log.account_restricted"]])
      #expect(sessions.first?.events.last?.process == 1180)
    }
  }

  @Test(
    "the dialog of CredSSP's oracle remediation, in any language",
    arguments: [
      "Remote Desktop Connection\n\nAn authentication error has occurred.\n\nThis could be due to CredSSP encryption oracle remediation.\n",
      "[Titre de la fenêtre]\nConnexion Bureau à distance\n\n[Contenu]\nUne erreur s’est produite.\n\nLa cause peut être une correction de l’oracle de chiffrement CredSSP.\n",
      "リモート デスクトップ接続\n\n認証エラーが発生しました。\n\n原因は CredSSP 暗号化オラクルの修復である可能性があります。\n",
    ])
  func oracle(text: String) throws {
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.findingCodes) == [["log.encryption_oracle"]])
  }

  @Test(
    "sentences of the client's dialogs that have no code",
    arguments: [
      (
        "The account is currently locked out and may not be logged on to.", "log.account_restricted"
      ),
      (
        "The user account's password has expired. The password must be changed.",
        "log.password_expired"
      ),
      (
        "The local policy of this system does not permit you to logon interactively.",
        "log.logon_type_denied"
      ),
      ("A user account restriction is preventing you from logging on.", "log.account_restricted"),
      (
        "It requires Network Level Authentication, but no domain controller can be contacted.",
        "log.no_authority"
      ),
      (
        "There is a time or date difference between your computer and the remote computer.",
        "log.no_authority"
      ),
      (
        "Because of a protocol error detected at the client (code 0x1104), this session will be disconnected.",
        "log.client_protocol_error"
      ),
      (
        "The connection to the remote computer was lost, possibly due to network problems.",
        "log.client_socket_closed"
      ),
      ("The server did not receive any input from you, so the session ended.", "log.idle_limit"),
      (
        "The number of connections to this computer is limited and all are in use.",
        "log.limit_reached"
      ),
      (
        "Remote Desktop Services is currently busy. Please try again in a few minutes.",
        "log.session_stuck"
      ),
      (
        "The User Profile Service failed the sign-in. User profile cannot be loaded.",
        "log.backend_failed"
      ),
      (
        "The authentication certificate of the remote computer is expired or invalid.",
        "log.certificate_refused"
      ),
    ])
  func sentence(text: String, code: String) throws {
    let sessions = try LogText.sessions("Remote Desktop Connection\n\n\(text)\n\nOK\n")
    #expect(sessions.map(\.findingCodes.first) == [code])
    // People write such words too, elsewhere.
    #expect((try? LogText.sessions("Hello,\n\n\(text)\n\nThanks\n"))?.isEmpty != false)
  }

  private static func record(
    _ channel: String, _ provider: String, _ id: Int, _ second: Int, _ text: String
  )
    -> String
  {
    """
    Log Name:      \(channel)
    Source:        \(provider)
    Date:          1/6/2026 7:02:\(second < 10 ? "0" : "")\(second) AM
    Event ID:      \(id)
    Level:         Error
    Computer:      TS1.example.com
    Description:
    \(text)


    """
  }
  private static let core = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS"
  private static let manager = "Microsoft-Windows-TerminalServices-LocalSessionManager"

  @Test("a server that cannot use its key has no probes")
  func keyTrouble() throws {
    let accepted = Self.record(
      "\(Self.core)/Operational", Self.core, 131, 30,
      "The server accepted a new TCP connection from client 10.60.1.7:60711.")
    let failed = Self.record(
      "\(Self.core)/Operational", Self.core, 226, 30,
      "RDPServerSSL: An error was encountered when transitioning from A to B in response to C (error code 0x8009030D)."
    )
    let key = Self.record(
      "System", "Schannel", 36870, 30,
      "A fatal error occurred when attempting to access the TLS server credential private key. The error code returned from the cryptographic module is 0x8009030D."
    )
    let alone = try #require(try LogText.sessions(accepted + failed).first)
    #expect(alone.isProbe)
    let session = try #require(try LogText.sessions(accepted + key + failed).first)
    #expect(!session.isProbe && session.findingCodes.contains("log.server_key"))
  }

  @Test("a profile that was not loaded at the log-on is why the session ended")
  func profile() throws {
    let logon = Self.record(
      "\(Self.manager)/Operational", Self.manager, 21, 2,
      "Remote Desktop Services: Session logon succeeded:\n\nUser: CAMPUS\\eva\nSession ID: 14\nSource Network Address: 10.1.1.8"
    )
    let failure = Self.record(
      "Application", "Microsoft-Windows-User Profiles Service", 1500, 3,
      "Windows cannot log you on because your profile cannot be loaded.")
    let end = Self.record(
      "\(Self.manager)/Operational", Self.manager, 23, 8,
      "Remote Desktop Services: Session logoff succeeded:\n\nUser: CAMPUS\\eva\nSession ID: 14")
    let session = try #require(
      try LogText.sessions(logon + failure + end).first { !$0.isHostOnly })
    #expect(session.findingCodes.contains("log.backend_failed"))
    let usual = try #require(try LogText.sessions(logon + end).first)
    #expect(!usual.findingCodes.contains("log.backend_failed"))
  }

  @Test("a wrapped table of events has the whole message of each")
  func wrappedTable() throws {
    let row = { (time: String, id: String, first: String, rest: [String]) in
      let front = time + String(repeating: " ", count: 34 - time.count - id.count) + id
      return "\(front) Information      \(first)\n"
        + rest.map { String(repeating: " ", count: 52) + $0 + "\n" }.joined()
    }
    let text =
      "   ProviderName: \(Self.manager)\n\nTimeCreated                     Id LevelDisplayName Message\n"
      + "-----------                     -- ---------------- -------\n"
      + row(
        "11/05/2026 16:03:55", "24", "Remote Desktop Services: Session has been disconnected:",
        ["", "User: NIMBUS\\grant", "Session ID: 11", "Source Network Address: 10.8.3.70"])
      + row("11/05/2026 16:03:55", "40", "Session 11 has been disconnected, reason code 1", [])
      + row(
        "11/05/2026 14:12:16", "21", "Remote Desktop Services: Session logon succeeded:",
        ["", "User: NIMBUS\\grant", "Session ID: 11", "Source Network Address: 10.8.3.70"])
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 1)
    #expect(sessions.first?.user == "NIMBUS\\grant")
    #expect(sessions.first?.client?.address == "10.8.3.70")
  }

  @Test("a browser's debugging protocol is no Remote Desktop")
  func otherProtocol() throws {
    let text = """
      console.log: DevTools: RDP client connecting to tcp:127.0.0.1:6000
      *** rdp server: new connection server1.conn0
      console.error: "DevTools RDP: connection closed" server1.conn0
      """
    #expect((try? LogText.sessions(text))?.isEmpty != false)
  }
}
