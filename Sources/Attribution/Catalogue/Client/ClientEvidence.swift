import Evidence

extension Catalogue {
  static let clientEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .clientLeftInConnectionSequence,
      weights: [(.clientTerminated, 4), (.protocolMalformed, 3.5), (.cleanClientClosed, 3)],
      "the client left during the session setup",
      """
      The client closed in the middle of the RDP connection sequence: it was closed, it failed, \
      or it did not understand the server's answer.
      """,
      confirm: [Check.clientLog],
      fixes: [CommonFix.updateClient],
      seeAlso: ["client.terminated", "protocol.malformed"]),
    EvidenceEntry(
      .clientEndedInConnectionSequence,
      // All of 109 that ended so had been killed; those that could not use an answer ended TLS.
      weights: [(.clientTerminated, 6), (.protocolMalformed, 2.6), (.cleanClientClosed, 2)],
      "the client ended during the session setup",
      """
      The client closed in the middle of the RDP connection sequence and did not end TLS: so a program ends \
      that is killed or crashes. One that does not understand an answer takes leave of TLS first.
      """,
      confirm: [Check.clientLog],
      fixes: [CommonFix.updateClient],
      seeAlso: ["client.terminated", "client.left_in_connection_sequence"]),
    EvidenceEntry(
      .clientNoAnswer,
      weights: [(.clientUnresponsive, 6), (.clientTerminated, 4), (.cleanClientClosed, 3)],
      "the client did not go on with the session setup",
      """
      The client's TCP acknowledged the server's last message of the connection sequence, and its program did \
      not go on, for seconds: it hangs, or its user left it waiting.
      """,
      confirm: [
        "The message is acknowledged by TCP; no packet with data from the client follows.",
        Check.clientLog,
      ],
      fixes: [CommonFix.updateClient],
      seeAlso: ["client.unresponsive", "server.no_answer"]),
    EvidenceEntry(
      .clientClosedWithAlert,
      // All of 190 that ended so were orderly closes by what the wire shows.
      weights: [(.cleanClientClosed, 7), (.clientTerminated, 1.5)],
      "the client ended TLS and closed",
      """
      The client ended TLS in order and closed the connection: the way programs close a session \
      when the user closes the window.
      """,
      confirm: [Check.resetFilter],
      seeAlso: ["clean.client_closed", "client.terminated"]),
    EvidenceEntry(
      .clientFINMidSession,
      // Without TLS nothing is said before the FIN: of 40 such ends 16 were programs that were killed.
      weights: [(.cleanClientClosed, 7.5), (.clientTerminated, 6.6)],
      "the client closed the running session",
      """
      A bare FIN of the client in a running session. Some clients always close so; a killed \
      process does as well.
      """,
      confirm: [
        Check.clientLog,
        "Whether the same client ends its other sessions with a goodbye message.",
      ],
      seeAlso: ["clean.client_closed", "client.terminated"]),
    EvidenceEntry(
      .clientResetMidSession,
      // None of 11 recorded ones was an orderly close; five were a device's.
      weights: [(.clientTerminated, 5), (.cleanClientClosed, 3.5), (.networkResetInjected, 3)],
      "the client reset the running session",
      """
      A RST of the client in a running session, without any goodbye: a killed process, or a \
      client that closes with data unread. By itself it proves nothing.
      """,
      confirm: [Check.resetFilter, Check.clientLog],
      seeAlso: ["client.terminated", "clean.client_closed"]),
    EvidenceEntry(
      .clientZeroWindow,
      weights: [(.clientUnresponsive, 8)],
      "the client's receive window stayed shut",
      """
      The client told the server to stop sending because its program does not read: it hangs, \
      its machine is overloaded or was suspended.
      """,
      confirm: [
        "Wireshark: tcp.analysis.zero_window — the sender is the side that hangs."
      ],
      fixes: [CommonFix.graphics],
      seeAlso: ["client.unresponsive", "server.zero_window"]),
  ]
}
