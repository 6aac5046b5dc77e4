import RDPProtocol

/// TLS alert descriptions (RFC 8446 §6 and its predecessors) and what they mean in RDP.
enum TLSAlertEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = session + certificates + handshake + extensions

  private static func row(
    _ code: AlertDescription, _ meaning: String, confirm: [String] = [], fixes: [Fix],
    seeAlso: [String] = ["tls.alert"]
  ) -> HandbookEntry {
    let number = UInt32(code.rawValue)
    let name = code.name ?? ""
    let filter = """
      Wireshark: tls.alert_message.desc == \(number) — the sender decided to end it. After the \
      handshake alerts are encrypted and only their size shows.
      """
    return .numbered(
      .tlsAlert, number, code: "TLS alert \(number)", names: [name], title: name, meaning,
      confirm: [filter] + confirm + [Check.alertEvents], fixes: fixes, seeAlso: seeAlso)
  }

  private static let session: [HandbookEntry] = [
    row(
      0,
      """
      An orderly close of the TLS connection. FreeRDP and OpenSSL send it; Windows often does \
      not.
      """,
      fixes: [CommonFix.nothing], seeAlso: ["clean.client_closed", "clean.server_closed"]),
    row(
      10,
      """
      A message came that does not belong at this point: a peer that speaks something else, or a \
      device that broke the exchange.
      """,
      fixes: [CommonFix.portOwner, CommonFix.exemptInspection]),
    row(
      20,
      """
      A record failed its integrity check: damaged on the way, or wrong keys. After data has \
      flowed, think of adapter, offload, VPN, or a device that rewrites.
      """,
      confirm: [Check.bothEnds],
      fixes: [CommonFix.adapterOffload, CommonFix.interfaceErrors, CommonFix.exemptInspection],
      seeAlso: ["tls.bad_record"]),
    row(
      21, "The old form of bad_record_mac.",
      fixes: [CommonFix.adapterOffload, CommonFix.updateBoth], seeAlso: ["TLS alert 20"]),
    row(
      22, "A record was longer than allowed: damaged framing.",
      fixes: [CommonFix.adapterOffload, CommonFix.updateBoth], seeAlso: ["tls.bad_record"]),
    row(
      49, "In RDP the server refuses the logon: wrong credentials ([MS-RDPBCGR] 5.4.5.2.2).",
      confirm: [Check.failedLogon], fixes: [CommonFix.retypeCredentials, CommonFix.accountState],
      seeAlso: ["credssp.logon_failure", "credssp.refused_by_alert"]),
    row(
      80,
      """
      The sender failed inside: the private key cannot be read, or the logon service failed. \
      During an NLA logon it often means an expired password.
      """,
      confirm: ["Schannel 36870 on the sender: private key.", Check.failedLogon],
      fixes: [CommonFix.privateKey, CommonFix.certificateServices, CommonFix.changePassword],
      seeAlso: ["tls.closed_on_client_hello", "credssp.password_expired"]),
    row(
      86,
      """
      The client tried again with a lower version although both can do more. The first try was \
      disturbed, by the path or by a device on it.
      """,
      fixes: [CommonFix.captureBothEnds, CommonFix.exemptInspection]),
    row(
      90, "The user or program cancelled the handshake.",
      fixes: [Fix("Ask whether a certificate or password question was closed; connect again.")],
      seeAlso: ["credssp.client_withdrew"]),
    row(
      100, "The peer asked for new keys and this side does not do that.",
      fixes: [CommonFix.updateBoth]),
  ]

  private static let certificates: [HandbookEntry] = [
    row(
      42, "The peer's certificate is damaged or was refused by the client.",
      confirm: [Check.certificateDates], fixes: [CommonFix.renewCertificate],
      seeAlso: ["tls.certificate_rejected"]),
    row(
      43,
      """
      The certificate's key type or usage does not fit; RDP needs Server Authentication and a \
      key that Schannel can use.
      """,
      confirm: [Check.certificateDates],
      fixes: [
        Fix(
          """
          Issue an RSA certificate with Server Authentication usage and key exchange, and bind it.
          """),
        CommonFix.certificateBinding,
      ], seeAlso: ["tls.certificate_rejected", "SEC_E 0x80090349"]),
    row(
      44, "The certificate has been revoked.",
      fixes: [CommonFix.renewCertificate], seeAlso: ["tls.certificate_rejected"]),
    row(
      45, "The certificate has expired or is not yet valid, or a clock is wrong.",
      confirm: [Check.certificateDates, Check.clock],
      fixes: [CommonFix.renewCertificate, CommonFix.certificateServices, CommonFix.fixClock],
      seeAlso: ["tls.certificate_expired"]),
    row(
      46,
      """
      The certificate was refused for a reason without its own number; OpenSSL and Java clients \
      send it when the user says no.
      """,
      fixes: [CommonFix.connectByName, CommonFix.trustCertificate, CommonFix.acceptCertificate],
      seeAlso: ["tls.certificate_rejected"]),
    row(
      48, "The issuer is not trusted; normal for a self-signed certificate.",
      fixes: [CommonFix.trustCertificate, CommonFix.acceptCertificate],
      seeAlso: ["tls.certificate_rejected", "SEC_E 0x80090325"]),
    row(
      116, "The server demands a certificate of the client.",
      fixes: [
        Fix(
          """
          Give the client the certificate or smart card, or stop the server asking for one.
          """)
      ],
      seeAlso: ["negotiation.ssl_with_user_auth_required"]),
  ]

  private static let handshake: [HandbookEntry] = [
    row(
      40,
      """
      Nothing acceptable in common: cipher suite, key exchange group, signature algorithm, or a \
      policy such as FIPS.
      """,
      confirm: ["Get-TlsCipherSuite | Format-Table Name on both Windows hosts."],
      fixes: [CommonFix.cipherSuites, CommonFix.cipherPolicy, CommonFix.updateBoth],
      seeAlso: ["tls.cipher_mismatch"]),
    row(
      47, "A field had a value it must not have; often a device in between.",
      fixes: [CommonFix.updateBoth, CommonFix.exemptInspection]),
    row(
      50,
      """
      A message could not be read. If it was sent after the peer's FIN it is only OpenSSL's \
      reaction to the closed connection: look at why the peer closed.
      """,
      confirm: ["Is there a FIN of the other side before the alert?"],
      fixes: [
        Fix("Find out why the other side closed first; if it did not, update both programs.")
      ],
      seeAlso: ["tls.alert", "server.closed"]),
    row(
      51, "A signature or key check of the handshake failed.",
      fixes: [CommonFix.updateBoth, CommonFix.exemptInspection]),
    row(
      70, "No TLS version in common.",
      confirm: ["supported_versions in the ClientHello."],
      fixes: [CommonFix.enableTLS12, CommonFix.updateBoth, CommonFix.oldTLS],
      seeAlso: ["tls.version_mismatch"]),
    row(
      71, "The server wants stronger ciphers than the client offers.",
      fixes: [CommonFix.cipherSuites, CommonFix.updateClient], seeAlso: ["tls.cipher_mismatch"]),
  ]

  private static let extensions: [HandbookEntry] = [
    row(
      109, "A field that TLS 1.3 demands was missing.",
      fixes: [CommonFix.updateBoth, CommonFix.exemptInspection]),
    row(
      110, "An answer to something that was not asked.",
      fixes: [CommonFix.updateBoth, CommonFix.exemptInspection]),
    row(
      112,
      "The server does not know the name the client asked for; seen with gateways and proxies.",
      fixes: [CommonFix.connectByName, CommonFix.dns]),
    row(
      113, "The stapled certificate status was not acceptable.",
      fixes: [CommonFix.renewCertificate], seeAlso: ["tls.certificate_rejected"]),
    row(
      115, "The server does not know the shared key the client named.",
      fixes: [CommonFix.updateBoth]),
    row(
      120, "No application protocol in common; a proxy answers here.",
      fixes: [CommonFix.portOwner, CommonFix.exemptInspection], seeAlso: ["undetermined.not_rdp"]),
  ]
}
