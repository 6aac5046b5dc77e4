import Evidence

extension Catalogue {
  static let carrierEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .carrierAuthenticationRefused,
      weights: [(.credsspGatewayRefused, 11)],
      "the gateway refused the user",
      """
      The gateway's or proxy's last answer was HTTP 401 after the authentication had run its \
      course, 403 or 407. The first 401 of every sign-in is only the question and does not count.
      """,
      confirm: ["Wireshark with the keys: http.response.code >= 401 on this connection."],
      seeAlso: ["credssp.gateway_refused"]),
    EvidenceEntry(
      .carrierRefused,
      weights: [(.negotiationGatewayRefused, 11)],
      "the gateway refused the connection",
      """
      The gateway or WebSocket endpoint answered with an HTTP error, or a gateway packet with an \
      error status: not about the user, but about the tunnel, the target or the service.
      """,
      confirm: ["The status in the evidence; TerminalServices-Gateway log on the gateway."],
      seeAlso: ["negotiation.gateway_refused"]),
    EvidenceEntry(
      .carrierEnded,
      // The end of a tunnel is the same for a log-off and for a drop inside.
      weights: [(.undeterminedTunnelled, 7)],
      "a tunnel around the session was closed",
      """
      The session runs inside a gateway's tunnel or a WebSocket and cannot be seen. What is seen \
      is that one side closed the tunnel in order, which says nothing of how the session ended.
      """,
      confirm: ["A capture between the gateway and the RDP server."],
      seeAlso: ["undetermined.tunnelled"]),
    EvidenceEntry(
      .carrierOpen,
      weights: [(.cleanRunning, 4), (.undeterminedCaptureEnds, 2.5)],
      "a tunnel around the session was open",
      """
      The session runs inside a gateway's tunnel or a WebSocket, which was still open when the \
      capture ended.
      """,
      confirm: ["Later packets of the same connection, if the capture was cut short."],
      seeAlso: ["clean.running"]),
  ]
}
