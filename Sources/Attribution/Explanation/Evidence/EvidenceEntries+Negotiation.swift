extension EvidenceEntries {
  static let negotiation: [HandbookEntry] = [
    .evidence(
      "x224.failure_ssl_required", "negotiation failure: TLS required",
      """
      The server answered the connection request with RDP_NEG_FAILURE 1: it insists on TLS and \
      the client did not offer it. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_required", "negotiation failure 1"]),
    .evidence(
      "x224.failure_ssl_not_allowed", "negotiation failure: TLS not allowed",
      """
      The server answered the connection request with RDP_NEG_FAILURE 2: it is set to RDP \
      security and refuses TLS. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_not_allowed", "negotiation failure 2"]),
    .evidence(
      "x224.failure_ssl_cert_not_on_server", "negotiation failure: no certificate",
      """
      The server answered the connection request with RDP_NEG_FAILURE 3: it has no certificate \
      for TLS. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_cert_not_on_server", "negotiation failure 3"]),
    .evidence(
      "x224.failure_inconsistent_flags", "negotiation failure: inconsistent flags",
      """
      The server answered the connection request with RDP_NEG_FAILURE 4: it found the request \
      contradictory. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.inconsistent_flags", "negotiation failure 4"]),
    .evidence(
      "x224.failure_hybrid_required", "negotiation failure: NLA required",
      """
      The server answered the connection request with RDP_NEG_FAILURE 5: it requires NLA and the \
      client did not offer it. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.hybrid_required", "negotiation failure 5"]),
    .evidence(
      "x224.failure_ssl_with_user_auth_required",
      "negotiation failure: client certificate required",
      """
      The server answered the connection request with RDP_NEG_FAILURE 6: it wants TLS with a \
      client certificate. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.ssl_with_user_auth_required", "negotiation failure 6"]),
    .evidence(
      "x224.failure_other", "negotiation failure: unknown code",
      """
      The server answered the connection request with RDP_NEG_FAILURE with a code that the \
      specification does not list. This is proof, whatever the network looked like.
      """,
      confirm: [Check.negotiationFilter],
      seeAlso: ["negotiation.refused"]),
    .evidence(
      "x224.negotiation_changed", "both ends remember the negotiation differently",
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
    .evidence(
      "x224.protocol_not_accepted", "the client did not accept the server's choice",
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
    .evidence(
      "x224.client_left_after_confirm", "the client left after the server's choice",
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
