/// Connection errors of FreeRDP: class 2 in the upper half, as in `[0x0002000D]`.
enum FreeRDPEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = connection + logon

  private static func row(
    _ type: UInt32, _ name: String, _ title: String, _ meaning: String, confirm: [String],
    fixes: [Fix], seeAlso: [String] = []
  ) -> HandbookEntry {
    let number = 0x0002_0000 | type
    return .numbered(
      .freeRDP, number, code: "ERRCONNECT_\(name)", names: ["FREERDP_ERROR_\(name)"],
      title: "\(title) (0x\(number.hexadecimal(width: 8)))", meaning,
      confirm: confirm + ["The client's log with /log-level:DEBUG, in the lines before the error."],
      fixes: fixes, seeAlso: seeAlso)
  }

  private static let connection: [HandbookEntry] = [
    row(
      0x01, "PRE_CONNECT_FAILED", "client settings not usable",
      "The client failed before it connected; nothing was sent.",
      confirm: ["No packets to the server."],
      fixes: [
        Fix("Check the command line and the client's configuration."), CommonFix.updateClient,
      ]),
    row(
      0x02, "CONNECT_UNDEFINED", "unspecified connection error",
      "The connection failed for a reason the client does not name.",
      confirm: [Check.resetFilter], fixes: [CommonFix.serverLog, CommonFix.updateClient],
      seeAlso: ["server.closed"]),
    row(
      0x03, "POST_CONNECT_FAILED", "client failed after connecting",
      "The connection was made; the client then failed to set up its display or channels.",
      confirm: ["The client closes soon after the session setup."],
      fixes: [
        Fix(
          "Try without graphics options: drop /gfx, /rfx and multi-monitor options.",
          command: "xfreerdp /v:HOST /size:1024x768"),
        CommonFix.updateClient,
      ], seeAlso: ["client.terminated"]),
    row(
      0x04, "DNS_ERROR", "name lookup failed", "The name lookup itself failed.",
      confirm: ["DNS queries without an answer."], fixes: [CommonFix.dns]),
    row(
      0x05, "DNS_NAME_NOT_FOUND", "name not found", "The server's name does not exist.",
      confirm: ["DNS answers NXDOMAIN."], fixes: [CommonFix.dns]),
    row(
      0x06, "CONNECT_FAILED", "no TCP connection",
      "The TCP connection could not be made: refused, or no answer within 15 s.",
      confirm: ["SYN then RST: port closed. SYN repeated: no answer.", Check.port],
      fixes: [CommonFix.hostAwake, CommonFix.enableRemoteDesktop, CommonFix.firewallRule],
      seeAlso: ["network.syn_unanswered", "server.port_closed"]),
    row(
      0x07, "MCS_CONNECT_INITIAL_ERROR", "closed at the session setup",
      "TLS and logon passed; the server closed at the session setup (MCS).",
      confirm: [Check.resetFilter, Check.sessionManager],
      fixes: [CommonFix.serverLog, CommonFix.stuckSessions],
      seeAlso: ["server.closed", "credssp.access_denied"]),
    row(
      0x08, "TLS_CONNECT_FAILED", "TLS handshake failed",
      "The TLS handshake failed: an alert, a close, or the certificate was refused.",
      confirm: ["Wireshark: tls.alert_message", Check.schannel],
      fixes: [CommonFix.enableTLS12, CommonFix.cipherSuites, CommonFix.renewCertificate],
      seeAlso: ["tls.version_mismatch", "tls.cipher_mismatch", "tls.certificate_rejected"]),
    row(
      0x0B, "CONNECT_CANCELLED", "cancelled",
      "The user cancelled, or said no to the certificate.",
      confirm: ["The client closes, without an alert of the server."],
      fixes: [CommonFix.connectByName, CommonFix.trustCertificate],
      seeAlso: ["credssp.client_withdrew", "tls.certificate_rejected"]),
    row(
      0x0C, "SECURITY_NEGO_CONNECT_FAILED", "security negotiation failed",
      """
      Client and server found no security protocol in common. FreeRDP 2 also reports this when \
      the server requires NLA.
      """,
      confirm: [Check.negotiationFilter],
      fixes: [
        CommonFix.enableNLA,
        Fix("With xrdp, which has no NLA, use /sec:tls.", command: "xfreerdp /v:HOST /sec:tls"),
      ],
      seeAlso: ["negotiation.refused", "negotiation.hybrid_required"]),
    row(
      0x0D, "CONNECT_TRANSPORT_FAILED", "the connection broke",
      """
      The server's side closed or reset the connection during the setup. A wrong password \
      against a FreeRDP 2 server ends like this too, instead of LOGON_FAILURE.
      """,
      confirm: [Check.resetFilter, "The step at which it broke: see the phase in the report."],
      fixes: [CommonFix.serverLog, CommonFix.retypeCredentials, CommonFix.clientLink],
      seeAlso: ["credssp.server_dropped", "credssp.logon_failure", "server.closed"]),
    row(
      0x1C, "ACTIVATION_TIMEOUT", "no session in time",
      "The setup began and the session did not become active in time.",
      confirm: ["Silence of the server after the client's info packet."],
      fixes: [CommonFix.serverLoad, CommonFix.stuckSessions], seeAlso: ["server.unresponsive"]),
    row(
      0x1D, "TARGET_BOOTING", "the target is starting",
      "The host is still starting.", confirm: [Check.port],
      fixes: [Fix("Wait a minute and connect again.")], seeAlso: ["server.port_closed"]),
    row(
      0x1E, "HYBRID_REQUIRED_BY_SERVER", "the server requires NLA",
      "The server accepts only clients with NLA, and the client did not offer it.",
      confirm: [Check.negotiationFilter], fixes: [CommonFix.enableNLA],
      seeAlso: ["negotiation.hybrid_required"]),
  ]

  private static let logon: [HandbookEntry] = [
    account(
      0x09, "AUTHENTICATION_FAILED", "logon refused",
      """
      The server refused the logon by TLS alert 49, or with a status FreeRDP has no name for.
      """, "credssp.logon_failure", [CommonFix.retypeCredentials]),
    account(
      0x0A, "INSUFFICIENT_PRIVILEGES", "not allowed to log on",
      "The user may not log on through Remote Desktop.", "credssp.access_denied",
      [CommonFix.remoteDesktopUsers]),
    account(
      0x0E, "PASSWORD_EXPIRED", "password expired", "The password has expired.",
      "credssp.password_expired", [CommonFix.changePassword]),
    account(
      0x0F, "PASSWORD_CERTAINLY_EXPIRED", "password probably expired",
      """
      The server answered the logon with TLS alert 80, which mostly means an expired password.
      """, "credssp.password_expired", [CommonFix.changePassword]),
    account(
      0x10, "CLIENT_REVOKED", "account revoked in Kerberos",
      "The account is locked, disabled, expired or outside its hours.",
      "credssp.account_restricted", [CommonFix.accountState]),
    account(
      0x11, "KDC_UNREACHABLE", "no domain controller", "No Kerberos server could be reached.",
      "credssp.stalled", [CommonFix.domainController]),
    account(
      0x12, "ACCOUNT_DISABLED", "account disabled", "The account is disabled.",
      "credssp.account_restricted", [CommonFix.accountState]),
    account(
      0x13, "PASSWORD_MUST_CHANGE", "password must be changed",
      "The password must be changed first.", "credssp.password_expired",
      [CommonFix.changePassword]),
    account(
      0x14, "LOGON_FAILURE", "wrong user name or password", "The user name or password is wrong.",
      "credssp.logon_failure", [CommonFix.retypeCredentials]),
    account(
      0x15, "WRONG_PASSWORD", "wrong password", "The password is wrong.", "credssp.logon_failure",
      [CommonFix.retypeCredentials]),
    account(
      0x16, "ACCESS_DENIED", "access denied",
      """
      Authenticated, but not allowed to log on through Remote Desktop (authorization result 5).
      """, "credssp.access_denied", [CommonFix.remoteDesktopUsers]),
    account(
      0x17, "ACCOUNT_RESTRICTION", "account restricted", "The account may not be used like this.",
      "credssp.account_restricted", [CommonFix.accountState]),
    account(
      0x18, "ACCOUNT_LOCKED_OUT", "account locked", "The account is locked.",
      "credssp.account_restricted", [CommonFix.unlock]),
    account(
      0x19, "ACCOUNT_EXPIRED", "account expired", "The account has expired.",
      "credssp.account_restricted", [CommonFix.accountState]),
    account(
      0x1A, "LOGON_TYPE_NOT_GRANTED", "logon right missing",
      "The account lacks the right to log on in this way.", "credssp.account_restricted",
      [CommonFix.remoteDesktopUsers]),
    account(
      0x1B, "NO_OR_MISSING_CREDENTIALS", "no credentials", "No credentials were given.",
      "credssp.client_withdrew", [CommonFix.retypeCredentials]),
  ]

  private static func account(
    _ type: UInt32, _ name: String, _ title: String, _ meaning: String, _ verdict: String,
    _ fixes: [Fix]
  ) -> HandbookEntry {
    row(type, name, title, meaning, confirm: [Check.failedLogon], fixes: fixes, seeAlso: [verdict])
  }
}
