extension EvidenceEntries {
  static let handshake: [HandbookEntry] = [
    .evidence(
      "x224.negotiation_failure", "the server refused the security offer",
      """
      The server answered the connection request with a failure code. This is proof, whatever \
      the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.hybrid_required", "negotiation.ssl_required", "negotiation.refused"]),
    .evidence(
      "x224.no_confirm", "no answer to the connection request",
      """
      The TCP connection was made and the RDP connection request arrived, but no answer to it \
      came. The service hangs or is at its limit, or another program owns the port.
      """,
      confirm: [
        "The request is acknowledged by TCP; no packet with data from the server follows.",
        Check.listener,
      ],
      fixes: [CommonFix.portOwner, CommonFix.stuckSessions],
      seeAlso: ["server.unresponsive", "server.closed", "undetermined.not_rdp"]),
    .evidence(
      "tls.alert", "a TLS alert was sent",
      """
      One side reported a TLS error. The number tells what, the sender whose decision it was. An \
      alert 50 sent after the peer had already closed is an effect, not a cause.
      """,
      confirm: ["Wireshark: tls.alert_message", Check.alertEvents], seeAlso: ["TLS alert 50"]),
    .evidence(
      "tls.version_gap", "the offered TLS versions do not meet",
      "The versions the client offers and those the server accepts have nothing in common.",
      confirm: [
        """
        supported_versions in the ClientHello against the alert or the server's settings.
        """
      ],
      fixes: [CommonFix.enableTLS12], seeAlso: ["tls.version_mismatch", "TLS alert 70"]),
    .evidence(
      "tls.closed_on_client_hello", "closed right after the ClientHello",
      """
      The server received the ClientHello and closed without an alert, as Windows does when it \
      cannot start TLS.
      """,
      confirm: [Check.schannel, "The TTL of the reset equals that of the server's other packets."],
      fixes: [CommonFix.certificateServices], seeAlso: ["event 36870"]),
    .evidence(
      "tls.certificate_expired", "certificate outside its dates",
      """
      By the capture's clock the server's certificate is expired or not yet valid. It is only \
      the cause if the client left at that point: clients may go on after a warning.
      """,
      confirm: [Check.certificateDates, Check.clock], fixes: [CommonFix.renewCertificate],
      seeAlso: ["TLS alert 45"]),
    .evidence(
      "tls.bad_record", "a record failed its integrity check",
      """
      A TLS record could not be verified by its receiver, by an alert 20 or by the report's own \
      decryption.
      """,
      confirm: [Check.bothEnds, Check.alertEvents], fixes: [CommonFix.adapterOffload],
      seeAlso: ["TLS alert 20"]),
  ]
}
