import Evidence

extension Catalogue {
  static let tlsEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .tlsAlertVersion,
      weights: [(.tlsVersionMismatch, 11)],
      "alert: TLS version refused",
      """
      One side refused the other's TLS version (alert 70, or 86 for a forbidden fallback). The \
      sender is the side whose decision it was; an alert after the peer had closed does not \
      count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      fixes: [CommonFix.enableTLS12],
      seeAlso: ["tls.version_mismatch", "TLS alert 70"]),
    EvidenceEntry(
      .tlsAlertCipher,
      weights: [(.tlsCipherMismatch, 10), (.tlsVersionMismatch, 3)],
      "alert: no common cipher",
      """
      The server found nothing in common with the client's offer (alert 40 or 71). The sender is \
      the side whose decision it was; an alert after the peer had closed does not count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      fixes: [CommonFix.cipherSuites],
      seeAlso: ["tls.cipher_mismatch", "TLS alert 40", "TLS alert 71"]),
    EvidenceEntry(
      .tlsAlertCertificateExpired,
      weights: [(.tlsCertificateExpired, 11)],
      "alert: certificate expired",
      """
      One side refused the other's certificate because of its dates (alert 45). The sender is \
      the side whose decision it was; an alert after the peer had closed does not count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      fixes: [CommonFix.renewCertificate],
      seeAlso: ["tls.certificate_expired", "TLS alert 45"]),
    EvidenceEntry(
      .tlsAlertCertificate,
      weights: [(.tlsCertificateRejected, 11)],
      "alert: certificate refused",
      """
      The client refused the server's certificate (alert 41 to 44, 46 or 48). The sender is the \
      side whose decision it was; an alert after the peer had closed does not count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      fixes: [CommonFix.trustCertificate],
      seeAlso: ["tls.certificate_rejected", "TLS alert 48", "TLS alert 42"]),
    EvidenceEntry(
      .tlsAlertRecord,
      weights: [(.tlsBadRecord, 10)],
      "alert: record damaged",
      """
      A record could not be read or verified (alert 20, 21, 22, 50 or 51). The sender is the \
      side whose decision it was; an alert after the peer had closed does not count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      fixes: [CommonFix.adapterOffload],
      seeAlso: ["tls.bad_record", "TLS alert 20", "TLS alert 50"]),
    EvidenceEntry(
      .tlsAlertAccessDenied,
      weights: [(.credsspLogonFailure, 8), (.tlsAlert, 5)],
      "alert: access denied",
      """
      Alert 49. Windows servers that refuse a logon without an error code send this. The sender \
      is the side whose decision it was; an alert after the peer had closed does not count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      fixes: [CommonFix.retypeCredentials],
      seeAlso: ["credssp.logon_failure", "TLS alert 49"]),
    EvidenceEntry(
      .tlsAlertOther,
      weights: [(.tlsAlert, 8)],
      "alert: another reason",
      """
      A fatal TLS alert that names none of the usual reasons. The sender is the side whose \
      decision it was; an alert after the peer had closed does not count.
      """,
      confirm: [
        "Wireshark: tls.alert_message",
        Check.alertEvents,
      ],
      seeAlso: ["tls.alert"]),
    EvidenceEntry(
      .tlsVersionGap,
      weights: [(.tlsVersionMismatch, 10)],
      "the client refused the server's TLS version",
      """
      The server chose an older TLS version than the client accepts, and the client ended the \
      handshake.
      """,
      confirm: [
        "supported_versions in the ClientHello against the version in the ServerHello."
      ],
      fixes: [CommonFix.enableTLS12],
      seeAlso: ["tls.version_mismatch", "TLS alert 70"]),
    EvidenceEntry(
      .tlsOldClient,
      weights: [(.tlsVersionMismatch, 5)],
      "the client offers only old TLS versions",
      """
      The client offers nothing newer than TLS 1.1, and the server ended the connection instead \
      of answering.
      """,
      confirm: [
        "The highest version in the ClientHello.",
        Check.schannel,
      ],
      fixes: [CommonFix.enableTLS12],
      seeAlso: ["tls.version_mismatch"]),
    EvidenceEntry(
      .tlsOffer,
      // Context: shown, and for or against nothing.
      weights: [],
      "what the sides offered",
      """
      The versions and cipher suites that the client offered and what the server chose, if it chose \
      anything. Shown where the handshake failed; by itself it speaks for no cause.
      """,
      confirm: [
        """
        Get-TlsCipherSuite | Format-Table Name on a Windows host; openssl ciphers -v on others.
        """,
        Check.schannel,
      ],
      fixes: [CommonFix.cipherSuites, CommonFix.enableTLS12],
      seeAlso: ["tls.version_mismatch", "tls.cipher_mismatch"]),
    EvidenceEntry(
      .tlsCertificateFindings,
      weights: [],
      "what there is to object to in the certificate",
      """
      The client ended the handshake at the server's certificate, and this is what anybody who \
      checks it could object to: dates, name, weak hash or key, usage, order of the chain, \
      self-signed. A self-signed certificate is normal for RDP; whether the client trusts the issuer \
      no capture shows.
      """,
      confirm: [Check.certificateDates, Check.clock],
      fixes: [CommonFix.renewCertificate, CommonFix.connectByName, CommonFix.trustCertificate],
      seeAlso: ["tls.certificate_rejected", "tls.certificate_expired"]),
    EvidenceEntry(
      .tlsClosedOnClientHello,
      weights: [(.tlsClosedOnClientHello, 8), (.serverClosed, 3), (.networkResetInjected, 1.5)],
      "closed right after the ClientHello",
      """
      The server received the ClientHello and closed without an alert, as Windows does when it \
      cannot start TLS.
      """,
      confirm: [
        Check.schannel,
        "The TTL of the reset equals that of the server's other packets.",
      ],
      fixes: [CommonFix.certificateServices],
      seeAlso: ["event 36870"]),
    EvidenceEntry(
      .tlsClientAlertInHandshake,
      weights: [(.tlsCertificateRejected, 8), (.tlsAlert, 6)],
      "the client ended the handshake with an alert",
      """
      The client answered the server's certificate with an encrypted alert. The number cannot be \
      read without keys; nearly always it is about the certificate.
      """,
      confirm: [Check.certificateDates, Check.decrypted],
      fixes: [CommonFix.trustCertificate],
      seeAlso: ["tls.certificate_rejected", "tls.alert"]),
    EvidenceEntry(
      .tlsClientLeftInHandshake,
      weights: [
        (.tlsCertificateRejected, 5.5), (.tlsAlert, 3), (.cleanProbe, 2), (.clientTerminated, 2),
      ],
      "the client left during the TLS handshake",
      """
      The client closed after the server's hello without an alert. A certificate the user or the \
      program did not accept is the usual reason; a client that was closed looks the same.
      """,
      confirm: [Check.certificateDates],
      fixes: [CommonFix.trustCertificate],
      seeAlso: ["tls.certificate_rejected", "clean.probe"]),
    EvidenceEntry(
      .tlsClientLeftBeforeHello,
      weights: [(.clientTerminated, 5), (.cleanProbe, 3.5)],
      "the client left before the server's hello reached it",
      """
      The client closed after its ClientHello, before it had a byte of the server's answer: its \
      program was closed or ended, or it only probes. It cannot have judged the certificate.
      """,
      confirm: [
        "The acknowledgment number of the client's FIN or RST does not cover the ServerHello."
      ],
      seeAlso: ["client.terminated", "clean.probe"]),
    EvidenceEntry(
      .tlsClientLeftBeforeCredssp,
      weights: [(.credsspClientWithdrew, 7.5), (.tlsCertificateRejected, 5.2), (.cleanProbe, 2)],
      "the client left between TLS and logon",
      """
      TLS was finished, NLA was agreed, and the client closed before its first logon message: it \
      asks the user about the certificate, has no credentials, or does not trust the server.
      """,
      confirm: [
        "A new connection minutes later that succeeds means a question to the user.",
        Check.oracleEvent,
      ],
      fixes: [CommonFix.trustCertificate, CommonFix.patchCredSSP],
      seeAlso: ["credssp.client_withdrew", "tls.certificate_rejected"]),
    EvidenceEntry(
      .tlsClientLeftAfterHandshake,
      weights: [(.tlsCertificateRejected, 6), (.cleanProbe, 3), (.clientTerminated, 2)],
      "the client left right after TLS",
      """
      TLS was finished and the client closed before it said anything more. Clients that check \
      the certificate late do so, and pre-connections do.
      """,
      confirm: [Check.certificateDates],
      fixes: [CommonFix.trustCertificate],
      seeAlso: ["tls.certificate_rejected", "clean.probe"]),
    EvidenceEntry(
      .tlsServerLeftInHandshake,
      weights: [(.tlsAlert, 6), (.serverClosed, 3)],
      "the server left during the TLS handshake",
      "The server answered the ClientHello and then closed before the handshake was finished.",
      confirm: [Check.schannel],
      fixes: [CommonFix.certificateServices],
      seeAlso: ["tls.alert", "server.closed"]),
    EvidenceEntry(
      .tlsCertificateExpired,
      weights: [(.tlsCertificateExpired, 7)],
      "certificate outside its dates",
      """
      By the capture's clock the server's certificate had expired when the client left. It is \
      only the cause if the client left at that point: clients may go on after a warning.
      """,
      confirm: [Check.certificateDates, Check.clock],
      fixes: [CommonFix.renewCertificate],
      seeAlso: ["TLS alert 45"]),
    EvidenceEntry(
      .tlsAlertOnRecord,
      weights: [(.tlsBadRecord, 9.5), (.cleanClientClosed, 1)],
      "broken off with an alert at a record's arrival",
      """
      In a running session one side sent an alert within milliseconds of a record of the other \
      and answered nothing: the record could not be verified. A user's close does not react that \
      fast.
      """,
      confirm: [Check.bothEnds, Check.alertEvents],
      fixes: [CommonFix.adapterOffload],
      seeAlso: ["tls.bad_record", "TLS alert 20"]),
    EvidenceEntry(
      .tlsNotTLS,
      weights: [(.protocolMalformed, 7), (.tlsAlert, 3)],
      "the answer to the ClientHello is not TLS",
      """
      What the server sent in answer to the ClientHello is no TLS at all: another program, a \
      proxy, or a damaged stream.
      """,
      confirm: [
        "The first bytes of the answer: TLS begins with 16 03 or 15 03.",
        Check.listener,
      ],
      fixes: [CommonFix.portOwner],
      seeAlso: ["protocol.malformed", "tls.alert"]),
  ]
}
