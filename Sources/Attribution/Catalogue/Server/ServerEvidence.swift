import Evidence

extension Catalogue {
  static let serverEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .serverNoAnswer,
      weights: [(.serverUnresponsive, 8)],
      "a setup message got no answer",
      """
      The server's TCP acknowledged a message of the connection setup and the service did not \
      answer it for 4 s or more. The service hangs or is at its limit, or another program owns \
      the port.
      """,
      confirm: [
        "The message is acknowledged by TCP; no packet with data from the server follows.",
        Check.listener,
      ],
      fixes: [CommonFix.portOwner, CommonFix.stuckSessions],
      seeAlso: ["server.unresponsive", "undetermined.not_rdp"]),
    EvidenceEntry(
      .storyPortClosedAfter,
      weights: [(.serverTerminated, 6.5), (.serverClosed, 3)],
      "the port was closed right after",
      """
      The server ended the connection, and seconds later nothing listened on its port any more: the service \
      itself had ended, whatever it was doing at that moment. A refusal leaves the service running.
      """,
      confirm: [Check.listener, Check.sessionManager],
      fixes: [CommonFix.serverLog, CommonFix.restartReason],
      seeAlso: ["server.terminated", "server.port_closed"]),
    EvidenceEntry(
      .serverClosedUnseen,
      weights: [
        (.serverClosed, 5.6), (.serverTerminated, 4.6), (.tlsClosedOnClientHello, 4),
        (.networkPathOutage, 4), (.credsspServerDropped, 3.5),
      ],
      "the server's host did not know the connection any more",
      """
      A message of the connection setup was acknowledged and not answered, and what the client sent seconds \
      later met a RST of a host that has no such connection. The server had closed it meanwhile, and its \
      FIN or RST was lost on the way.
      """,
      confirm: [
        "The RST carries no ACK flag, and the number that the client had acknowledged.",
        "The server's own log for that second.",
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed", "server.no_answer"]),
    EvidenceEntry(
      .clientSilent,
      weights: [(.clientUnresponsive, 6), (.cleanClientClosed, 1)],
      "the running client stopped answering",
      """
      The client used to answer the server's updates. At the end it only acknowledged them, for \
      seconds, and said nothing itself: its computer is up, its program may hang.
      """,
      confirm: [
        "The client's packets without data while the server's updates go on."
      ],
      seeAlso: ["client.unresponsive"]),
    EvidenceEntry(
      .serverSilent,
      weights: [(.serverUnresponsive, 8.5)],
      "the running server stopped answering",
      """
      In a running session the server acknowledged everything the client sent and answered none \
      of it: its host is up, its program is not.
      """,
      confirm: [
        "The server's packets without data while the client's input goes on.",
        Check.otherSessions,
      ],
      fixes: [CommonFix.serverLoad, CommonFix.stuckSessions],
      seeAlso: ["server.unresponsive"]),
    EvidenceEntry(
      .serverZeroWindow,
      weights: [(.serverUnresponsive, 9)],
      "the server's receive window stayed shut",
      """
      The server told the client to stop sending because its program does not read. That points \
      to a hanging program, not to the path.
      """,
      confirm: [
        "Wireshark: tcp.analysis.zero_window — the sender is the side that hangs."
      ],
      fixes: [CommonFix.serverLoad],
      seeAlso: ["server.unresponsive", "client.zero_window"]),
    EvidenceEntry(
      .serverClosedAtOnce,
      weights: [(.serverClosed, 7), (.cleanProbe, 1)],
      "closed before anything was said",
      """
      The server accepted the connection and closed it without a byte: a full or stopping \
      service, an address filter, or a proxy without a target behind it.
      """,
      confirm: [Check.listener],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed"]),
    EvidenceEntry(
      .serverClosedOnRequest,
      weights: [(.serverClosed, 7.5)],
      "closed on the connection request",
      """
      The server closed on the RDP connection request without answering it: a service at its \
      limit, a client it does not serve, or no RDP service.
      """,
      confirm: [Check.listener, Check.otherSessions],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed"]),
    EvidenceEntry(
      .serverClosedAfterConfirm,
      weights: [(.serverClosed, 7)],
      "closed right after its own answer",
      "The server answered the connection request and closed before the client could go on.",
      confirm: [
        "The server's own log for that second."
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed"]),
    EvidenceEntry(
      .serverClosedAfterTLS,
      weights: [(.serverClosed, 7), (.credsspServerDropped, 4)],
      "closed right after TLS",
      "The TLS handshake was finished and the server closed before logon or session setup.",
      confirm: [
        Check.schannel,
        "The server's own log for that second.",
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed", "credssp.server_dropped"]),
    EvidenceEntry(
      .serverClosedInConnectionSequence,
      // Of servers that closed without a word on a client's message some were killed, some could not use it.
      weights: [(.serverClosed, 6.8), (.serverTerminated, 5.5), (.protocolMalformed, 4.8)],
      "closed during the session setup",
      """
      The server closed in the middle of the RDP connection sequence: it did not like what the \
      client sent, or its session host failed.
      """,
      confirm: [
        Check.sessionManager,
        "The server's own log for that second.",
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed", "protocol.malformed"]),
    EvidenceEntry(
      .serverEndedInConnectionSequence,
      weights: [(.serverTerminated, 6.6), (.serverClosed, 6.4), (.protocolMalformed, 2.5)],
      "the server ended the session setup without a word",
      """
      The server closed in the middle of the RDP connection sequence and ended neither the sequence nor TLS: \
      its process died or was stopped, or its host dropped the connection. A program that does not like what \
      the client sent mostly ends TLS first.
      """,
      confirm: [
        Check.sessionManager,
        "The server's own log for that second.",
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.terminated", "server.closed_in_connection_sequence"]),
    EvidenceEntry(
      .serverRefusedInConnectionSequence,
      // 46 of 46 recorded servers that could not read a client's message ended so; 84 that were killed did not.
      weights: [(.protocolMalformed, 6.6), (.serverClosed, 5.9), (.serverTerminated, 3)],
      "the server closed on a message of the session setup",
      """
      The server ended TLS in order and closed within a round trip of a message of the client, which it had \
      acknowledged as the last: it could not use that message, or did not want this client. Programs of \
      different makers fail so with each other.
      """,
      confirm: [
        "The server's own log for that second: it names the message.",
        "Whether the same client ends at the same message each time, and other clients get in.",
      ],
      fixes: [CommonFix.updateBoth, CommonFix.serverLog],
      seeAlso: ["protocol.malformed", "server.closed_in_connection_sequence"]),
    EvidenceEntry(
      .serverClosedWithAlert,
      weights: [(.serverTerminated, 6.5), (.serverClosed, 5), (.cleanServerClosed, 3)],
      "the server ended TLS in mid-session",
      """
      The server ended TLS in order and closed, without RDP's own goodbye. A service that is \
      stopped does this; a logoff says goodbye first.
      """,
      confirm: [Check.sessionManager],
      fixes: [CommonFix.serverLog, CommonFix.restartReason],
      seeAlso: ["server.terminated", "clean.server_closed"]),
    EvidenceEntry(
      .serverFINMidSession,
      weights: [(.serverTerminated, 7), (.cleanServerClosed, 3)],
      "the server closed the running session",
      """
      A bare FIN of the server in a running session, with neither RDP's nor TLS's goodbye: its \
      process ended or was killed.
      """,
      confirm: [Check.resetFilter, Check.sessionManager],
      fixes: [CommonFix.serverLog, CommonFix.restartReason],
      seeAlso: ["server.terminated", "clean.server_closed"]),
    EvidenceEntry(
      .serverResetMidSession,
      weights: [(.serverTerminated, 6), (.networkResetInjected, 2.5), (.networkIdleTimeout, 1)],
      "the server reset the running session",
      """
      A RST with the server's own marks in a running session. By itself it proves little: a \
      killed process, a reboot, and a device on the path look alike.
      """,
      confirm: [Check.resetFilter, Check.corePeerClosed],
      fixes: [CommonFix.serverLog, CommonFix.restartReason],
      seeAlso: ["server.terminated", "tcp.reset_foreign_ttl"]),
    EvidenceEntry(
      .mcsRefused,
      weights: [(.serverClosed, 8), (.protocolMalformed, 4)],
      "the server refused the session setup",
      """
      The MCS Connect Response carries a result other than success: the server does not take \
      this client's settings.
      """,
      confirm: [
        "Wireshark: t125.result != 0"
      ],
      fixes: [CommonFix.updateClient],
      seeAlso: ["server.closed", "protocol.malformed"]),
  ]
}
