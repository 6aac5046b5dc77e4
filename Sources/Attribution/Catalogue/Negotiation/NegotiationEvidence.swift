import Evidence

extension Catalogue {
  static let negotiationEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .x224FailureSSLRequired,
      weights: [(.negotiationSSLRequired, 12)],
      "negotiation failure: TLS required",
      """
      The server answered the connection request with RDP_NEG_FAILURE 1: it insists on TLS and \
      the client did not offer it. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_required", "negotiation failure 1"]),
    EvidenceEntry(
      .x224FailureSSLNotAllowed,
      weights: [(.negotiationSSLNotAllowed, 12)],
      "negotiation failure: TLS not allowed",
      """
      The server answered the connection request with RDP_NEG_FAILURE 2: it is set to RDP \
      security and refuses TLS. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_not_allowed", "negotiation failure 2"]),
    EvidenceEntry(
      .x224FailureSSLCertNotOnServer,
      weights: [(.negotiationSSLCertNotOnServer, 12)],
      "negotiation failure: no certificate",
      """
      The server answered the connection request with RDP_NEG_FAILURE 3: it has no certificate \
      for TLS. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_cert_not_on_server", "negotiation failure 3"]),
    EvidenceEntry(
      .x224FailureInconsistentFlags,
      weights: [(.negotiationInconsistentFlags, 12)],
      "negotiation failure: inconsistent flags",
      """
      The server answered the connection request with RDP_NEG_FAILURE 4: it found the request \
      contradictory. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.inconsistent_flags", "negotiation failure 4"]),
    EvidenceEntry(
      .x224FailureHybridRequired,
      weights: [(.negotiationHybridRequired, 12)],
      "negotiation failure: NLA required",
      """
      The server answered the connection request with RDP_NEG_FAILURE 5: it requires NLA and the \
      client did not offer it. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.hybrid_required", "negotiation failure 5"]),
    EvidenceEntry(
      .x224FailureSSLWithUserAuthRequired,
      weights: [(.negotiationSSLWithUserAuthRequired, 12)],
      "negotiation failure: client certificate required",
      """
      The server answered the connection request with RDP_NEG_FAILURE 6: it wants TLS with a \
      client certificate. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_with_user_auth_required", "negotiation failure 6"]),
    EvidenceEntry(
      .x224FailureOther,
      weights: [(.negotiationRefused, 11)],
      "negotiation failure: unknown code",
      """
      The server answered the connection request with RDP_NEG_FAILURE with a code that the \
      specification does not list. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.refused"]),
    EvidenceEntry(
      .x224NegotiationChanged,
      // Seen with faulty clients as often as with a device on the way: shown, not weighed.
      weights: [],
      "both ends remember the negotiation differently",
      """
      Client and server repeat in MCS what they asked for and chose in X.224, to guard against a \
      downgrade on the way. Here the two do not agree: a device changed the negotiation, or a \
      program repeats it wrongly.
      """,
      confirm: [
        Check.negotiationFilter,
        "A capture at each end: whether the request that left is the one that arrived.",
      ],
      seeAlso: ["negotiation.refused", "tls.intercepted"]),
    EvidenceEntry(
      .x224ProtocolNotAccepted,
      weights: [(.negotiationRefused, 7.5), (.cleanProbe, 2)],
      "the client did not accept the server's choice",
      """
      The server chose a weaker security protocol than the client wanted, and the client closed \
      instead of going on. Typical of a client set to NLA only and a server without it.
      """,
      confirm: [
        Check.negotiationFilter,
        "The protocol in the server's answer against what the client asked for.",
      ],
      fixes: [CommonFix.enableNLA],
      seeAlso: ["negotiation.refused"]),
    EvidenceEntry(
      .x224ClientLeftAfterConfirm,
      weights: [(.cleanProbe, 5.5), (.credsspClientWithdrew, 2), (.clientTerminated, 2)],
      "the client left after the server's choice",
      """
      The server chose what the client had asked for, and the client closed without going on. \
      Some clients and monitors only ask which protocols a server speaks.
      """,
      confirm: [
        "The same client comes back at once on a new connection: then it was a pre-connection."
      ],
      seeAlso: ["clean.probe", "story.session_follows"]),
  ]
}
