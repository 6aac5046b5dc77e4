import Evidence

extension Catalogue {
  static let tlsVerdicts: [VerdictEntry] = [
    versionMismatch, cipherMismatch, certificateRejected, certificateExpired, closedOnClientHello,
    badRecord, alert, intercepted,
  ]

  private static let versionMismatch = VerdictEntry(
    .tlsVersionMismatch,
    summary: "Client and server have no TLS version in common.",
    title: "no common TLS version",
    """
    Client and server have no TLS version in common. Usually one of them is old and offers only \
    TLS 1.0, or has TLS 1.2 switched off. It fails at once and in the same way on every try.
    """,
    confirm: [
      "TLS alert 70 (protocol_version) or, on older servers, a close right after the ClientHello.",
      "The versions in the ClientHello (supported_versions) against what the server accepts.",
      Check.schannel,
    ],
    fixes: [CommonFix.enableTLS12, CommonFix.updateBoth, CommonFix.oldTLS],
    seeAlso: ["TLS alert 70", "tls.version_gap", "tls.cipher_mismatch", "event 36871"])

  private static let cipherMismatch = VerdictEntry(
    .tlsCipherMismatch,
    summary: "Client and server have no cipher suite in common.",
    title: "no common cipher suite",
    """
    Client and server agree on the TLS version but not on a cipher suite, key exchange group or \
    signature algorithm. A hardening policy on one side and an old program on the other is the \
    usual pair.
    """,
    confirm: [
      """
      TLS alert 40 (handshake_failure) or 71 (insufficient_security) from the server after the \
      ClientHello.
      """,
      "Schannel event 36874 on the server: no common cipher suite.",
      """
      Get-TlsCipherSuite | Format-Table Name on both Windows hosts; compare with the list in the \
      ClientHello.
      """,
    ],
    fixes: [CommonFix.cipherSuites, CommonFix.cipherPolicy, CommonFix.updateBoth],
    seeAlso: ["TLS alert 40", "TLS alert 71", "tls.version_mismatch", "event 36874"])

  private static let certificateRejected = VerdictEntry(
    .tlsCertificateRejected,
    summary: "The client did not accept the server's certificate.",
    title: "the client did not accept the server's certificate",
    """
    The server sent its certificate and the client ended the handshake. The issuer is unknown to \
    the client, the name does not fit, the usage is wrong, or somebody answered No to the \
    warning. A self-signed certificate is normal for RDP and needs trust or a warning accepted.
    """,
    confirm: [
      """
      A TLS alert 42, 43, 46 or 48 from the client after the certificate, or its FIN at that \
      point.
      """,
      "Client System log: Schannel 36882 (untrusted issuer), 36884 (name), 36883 (revoked).",
      """
      The certificate's subject and issuer in the capture (TLS 1.2 and older show it) against \
      the name the user typed.
      """,
    ],
    fixes: [
      CommonFix.connectByName, CommonFix.trustCertificate, CommonFix.renewCertificate,
      CommonFix.acceptCertificate,
    ],
    seeAlso: ["TLS alert 48", "TLS alert 42", "tls.certificate_expired", "tls.intercepted"])

  private static let certificateExpired = VerdictEntry(
    .tlsCertificateExpired,
    summary: "The server's certificate has expired.",
    title: "the server's certificate is not valid at this time",
    """
    The server's certificate has expired or is not yet valid, by its own dates or by the \
    client's clock. Windows renews its self-signed RDP certificate about every six months; when \
    that fails, the old one stays.
    """,
    confirm: [
      Check.certificateDates,
      """
      TLS alert 45 from the client, Schannel 36881 on the client, 36887 with alert 45 on the \
      server.
      """,
      Check.clock,
    ],
    fixes: [
      CommonFix.renewCertificate, CommonFix.certificateServices, CommonFix.fixClock,
      CommonFix.certificateBinding,
    ],
    seeAlso: ["TLS alert 45", "mstsc 0x1B07", "SEC_E 0x80090328"])

  private static let closedOnClientHello = VerdictEntry(
    .tlsClosedOnClientHello,
    summary: "The server closed on the client's TLS hello without saying why.",
    title: "the server closed on the ClientHello",
    """
    The server agreed to TLS, received the ClientHello and closed without an alert. Windows does \
    this when it cannot start TLS at all: no usable certificate or private key, TLS versions \
    switched off, or no fitting cipher on older builds (which versions do so is reported, not \
    verified). If the reset does not look like the server's, a device did it.
    """,
    confirm: [
      """
      The ClientHello is acknowledged, then FIN or RST of the server within a round trip, no \
      alert.
      """,
      "Server System log: Schannel 36870 (private key), 36871 (credential), 36874 (cipher).",
      "The TTL of that reset equals the TTL of the server's other packets.",
    ],
    fixes: [
      CommonFix.certificateServices, CommonFix.renewCertificate, CommonFix.privateKey,
      CommonFix.enableTLS12, CommonFix.cipherSuites, CommonFix.securityLayerRDP,
    ],
    seeAlso: [
      "negotiation.ssl_cert_not_on_server", "tls.version_mismatch", "network.reset_injected",
      "event 36870",
    ])

  private static let badRecord = VerdictEntry(
    .tlsBadRecord,
    summary: "A TLS record arrived damaged, and the receiver broke the session off.",
    title: "an encrypted record arrived damaged",
    """
    One side could not verify or decrypt a TLS record. Something changed bytes that TCP's \
    checksum did not catch: a network adapter or its offload functions, a VPN, a device that \
    rewrites traffic, rarely faulty memory.
    """,
    confirm: [
      "TLS alert 20 (bad_record_mac) or 21 in the middle of a session.",
      "Captures of both ends: the same TCP bytes differ between them.",
      "Schannel 36887 or 36888 with alert 20; mstsc error 0xC06.",
    ],
    fixes: [
      CommonFix.adapterOffload, CommonFix.exemptInspection, CommonFix.interfaceErrors,
      CommonFix.updateBoth,
    ],
    seeAlso: ["TLS alert 20", "protocol.mac_error", "mstsc 0xC06"])

  private static let alert = VerdictEntry(
    .tlsAlert,
    summary: "The TLS handshake was broken off with an alert.",
    title: "a TLS alert ended the connection",
    """
    One side sent a fatal TLS alert that none of the more special verdicts covers. The alert's \
    number says what it disliked; the side that sent it is the side to look at.
    """,
    confirm: [
      "Wireshark: tls.alert_message.level == 2 — the sender and the description.",
      Check.alertEvents,
      "rdpwhy explain alert NUMBER says what that number means.",
    ],
    fixes: [
      Fix(
        """
        Read the page of the alert number, and the Schannel or OpenSSL error of the side that sent \
        it, at that second.
        """),
      CommonFix.updateBoth, CommonFix.securityLayerRDP,
    ],
    seeAlso: ["TLS alert 80", "TLS alert 10", "TLS alert 50", "event 36888"])

  private static let intercepted = VerdictEntry(
    .tlsIntercepted,
    title: "a device between breaks the TLS connection open",
    """
    The certificate the client received was not made by the server: a TLS-inspecting firewall or \
    proxy sits between. NLA binds the logon to the server's certificate, so it fails even with a \
    correct password. If nobody operates such a device, treat it as an attack.
    """,
    confirm: [
      """
      The issuer of the certificate in the capture is a security product, or its fingerprint \
      differs from the server's own (certlm.msc > Remote Desktop).
      """,
      """
      Client error 0x80090346 (bad bindings), or the client leaves right after the server's \
      pubKeyAuth.
      """,
      "A connection from inside the server's own network shows the real certificate.",
    ],
    fixes: [
      CommonFix.whoInterferes,
      Fix(
        """
        If no such device is known, stop using the connection, change the passwords typed over it, \
        and tell those responsible for security.
        """),
      CommonFix.exemptInspection, CommonFix.captureBothEnds,
    ],
    seeAlso: ["credssp.server_identity", "network.reset_injected", "SEC_E 0x80090346"])
}
