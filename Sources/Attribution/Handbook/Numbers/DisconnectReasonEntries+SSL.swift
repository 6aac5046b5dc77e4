extension DisconnectReasonEntries {
  /// Class 7: errors of the client's TLS and CredSSP layer.
  static let sslErrors: [HandbookEntry] = [
    ssl(
      0x807, "LOGON_FAILURE", "The server refused the user name or password.",
      fixes: [CommonFix.retypeCredentials, CommonFix.accountState],
      seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC000006D"]),
    ssl(
      0xA07, "NO_SUCH_USER", "The account does not exist on the authority that was asked.",
      fixes: [CommonFix.retypeCredentials],
      seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC0000064"]),
    ssl(
      0xB07, "ACCOUNT_DISABLED", "The account is disabled.", fixes: [CommonFix.accountState],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC0000072"]),
    ssl(
      0xC07, "ACCOUNT_RESTRICTION",
      "The account may not be used like this: empty password, hours, computer, policy.",
      fixes: [CommonFix.accountState],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC000006E"]),
    ssl(
      0xD07, "ACCOUNT_LOCKED_OUT", "The account is locked.", fixes: [CommonFix.unlock],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC0000234"]),
    ssl(
      0xE07, "ACCOUNT_EXPIRED", "The account has expired.", fixes: [CommonFix.accountState],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC0000193"]),
    ssl(
      0xF07, "PASSWORD_EXPIRED", "The password has expired; NLA cannot change it.",
      fixes: [CommonFix.changePassword],
      seeAlso: ["credssp.password_expired", "NTSTATUS 0xC0000071"]),
    ssl(
      0x1207, "PASSWORD_MUST_CHANGE", "The password must be changed; NLA cannot change it.",
      fixes: [CommonFix.changePassword],
      seeAlso: ["credssp.password_expired", "NTSTATUS 0xC0000224"]),
    ssl(
      0x1607, "DELEGATION_POLICY",
      "The client's policy forbids sending these credentials to this server.",
      fixes: [CommonFix.delegationPolicy, CommonFix.kerberosName],
      seeAlso: ["credssp.client_withdrew"]),
    ssl(
      0x1707, "POLICY_NTLM_ONLY",
      """
      Only NTLM was possible, and the client's policy does not allow sending credentials after \
      NTLM alone.
      """,
      fixes: [CommonFix.kerberosName, CommonFix.delegationPolicy],
      seeAlso: ["credssp.client_withdrew", "SEC_E 0x8009035F"]),
    ssl(
      0x1807, "NO_AUTHENTICATING_AUTHORITY",
      "No domain controller or other authority could be reached for the logon.",
      fixes: [CommonFix.domainController, CommonFix.fixClock],
      seeAlso: ["credssp.stalled", "NTSTATUS 0xC000005E", "SEC_E 0x80090311"]),
    ssl(
      0x1B07, "CERT_EXPIRED", "The server's certificate has expired or is not yet valid.",
      fixes: [CommonFix.renewCertificate, CommonFix.fixClock],
      seeAlso: ["tls.certificate_expired", "TLS alert 45"]),
    ssl(
      0x1C07, "SMARTCARD_WRONG_PIN", "The smart card's PIN was wrong.",
      fixes: [CommonFix.smartCard], seeAlso: ["NTSTATUS 0xC0000380"]),
    ssl(
      0x2107, "FRESH_CRED_REQUIRED_BY_SERVER",
      "The server does not accept saved credentials; the user must type them.",
      fixes: [CommonFix.retypeCredentials], seeAlso: ["error info 0x0A"]),
    ssl(
      0x2207, "SMARTCARD_CARD_BLOCKED", "The smart card is blocked.",
      fixes: [CommonFix.smartCard]),
    row(
      0x207, "Authentication or encryption failed",
      """
      Reported for failures of authentication or encryption; by its class an error of the \
      client's TLS and CredSSP layer (reported, not verified).
      """,
      confirm: [Check.failedLogon, Check.schannel],
      fixes: [CommonFix.retypeCredentials, CommonFix.updateBoth]),
    row(
      0x907, "Unexpected server certificate",
      "The server's certificate was not the expected one (reported, not verified).",
      confirm: [
        Check.certificateDates,
        "The certificate's fingerprint in the capture against the server's.",
      ],
      fixes: [CommonFix.certificateBinding, CommonFix.connectByName],
      seeAlso: ["tls.certificate_rejected", "tls.intercepted"]),
  ]

  private static func ssl(
    _ number: UInt32, _ name: String, _ meaning: String, fixes: [Fix], seeAlso: [String] = []
  ) -> HandbookEntry {
    row(
      number, "SSL_ERR_\(name)", meaning, confirm: [Check.failedLogon, Check.clientLog],
      fixes: fixes, seeAlso: seeAlso)
  }

  static let protocolErrors: [HandbookEntry] = [
    row(
      0xD06, "ProtocolErrorD06",
      """
      "Because of a protocol error, this session will be disconnected" (3334), not documented by \
      Microsoft. Reported with damaged or unexpected data in the session: graphics driver or \
      memory trouble on the server, a device that changes data, or the client program itself.
      """,
      confirm: [Check.resetFilter, Check.clientLog],
      fixes: [CommonFix.graphics, CommonFix.updateBoth, CommonFix.adapterOffload],
      seeAlso: ["protocol.malformed", "tls.bad_record", "subject protocol error"]),
    row(
      0xC08, "ClientDecompressionError", "The client could not decompress data of the server.",
      confirm: ["The server's last records before the client closed."],
      fixes: [CommonFix.updateBoth, CommonFix.graphics], seeAlso: ["protocol.malformed"]),
    row(
      0x1104, "Protocol error 0x1104",
      """
      A code of the protocol range. Commonly reported where another program holds port 3389 or a \
      reconnection goes wrong (reported, not verified).
      """,
      confirm: [
        "netstat -abno on the server: which program listens on 3389?",
        "The server's first bytes after the connection request.",
      ],
      fixes: [CommonFix.portOwner, CommonFix.restartService],
      seeAlso: ["protocol.malformed", "server.closed"]),
    row(
      0x112F, "Graphics subsystem failed (0x112F)",
      """
      The server's graphics pipeline failed and it ended the session; the number is the server's \
      own Set Error Info code.
      """,
      confirm: [
        "Set Error Info 0x112F if the stream can be decrypted.",
        "Graphics driver events in the server's System log.",
      ],
      fixes: [CommonFix.graphics, CommonFix.serverLoad, CommonFix.updateBoth],
      seeAlso: ["error info 0x112F", "protocol.malformed"]),
  ]
}
