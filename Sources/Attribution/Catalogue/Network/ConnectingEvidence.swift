import Evidence

extension Catalogue {
  static let connectingEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .tcpSYNUnanswered,
      weights: [(.networkSYNUnanswered, 8)],
      "connection request without an answer",
      """
      The client's SYN got no answer at all. Supports a sleeping or switched-off host or a \
      firewall that drops; speaks against every fault of TLS or logon.
      """,
      confirm: [Check.port, Check.serverPower],
      fixes: [CommonFix.hostAwake, CommonFix.firewallRule],
      seeAlso: ["network.syn_unanswered", "arp.unanswered"]),
    EvidenceEntry(
      .tcpSYNPending,
      weights: [(.undeterminedCaptureEnds, 6), (.networkSYNUnanswered, 3)],
      "the capture ends right after the SYN",
      "Only one SYN is in the capture and it ends within seconds: an answer may have come later.",
      confirm: [
        "Time of the last packet in the file against the time of the SYN."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends", "network.syn_unanswered"]),
    EvidenceEntry(
      .arpUnanswered,
      weights: [(.networkSYNUnanswered, 2)],
      "nobody answers for the server's address",
      """
      ARP or neighbour requests for the server were not answered: it is switched off, asleep, or \
      not on this network. Strengthens an unanswered connection request.
      """,
      confirm: [
        "Wireshark: arp.opcode == 1 || icmpv6.type == 135, and no reply with that address.",
        Check.serverPower,
      ],
      fixes: [CommonFix.hostAwake],
      seeAlso: ["tcp.syn_unanswered"]),
    EvidenceEntry(
      .hostAnswersPing,
      weights: [(.networkSYNUnanswered, 2)],
      "the server answers a ping",
      """
      The server's address answered a ping while the connection request got nothing: the host is on \
      and awake, and a firewall, on it or on the path, drops what goes to the port.
      """,
      confirm: [
        "Wireshark: icmp.type == 0 || icmpv6.type == 129, from the server's address.", Check.port,
      ],
      fixes: [CommonFix.firewallRule, CommonFix.pathFirewall],
      seeAlso: ["tcp.syn_unanswered", "network.syn_unanswered"]),
    EvidenceEntry(
      .tcpSYNRefused,
      weights: [(.serverPortClosed, 8.5), (.networkResetInjected, 3)],
      "connection request refused",
      """
      The SYN was answered by a reset from the server itself: the host is up, the port is \
      closed. Windows clients try up to three times, which counts as one refusal.
      """,
      confirm: [Check.listener],
      fixes: [CommonFix.enableRemoteDesktop],
      seeAlso: ["server.port_closed"]),
    EvidenceEntry(
      .tcpICMPUnreachable,
      weights: [(.networkUnreachable, 10)],
      "ICMP says unreachable",
      """
      A router or host reported by ICMP that packets of this connection cannot be delivered, \
      before the connection came up. The code tells why: 0 no route, 1 host does not answer, 9, \
      10 and 13 forbidden.
      """,
      confirm: [
        "Wireshark: icmp.type == 3 || icmpv6.type == 1"
      ],
      seeAlso: ["network.unreachable", "tcp.icmp_mid_session"]),
    EvidenceEntry(
      .tcpICMPMidSession,
      weights: [(.networkUnreachable, 2), (.networkPathOutage, 3)],
      "ICMP says unreachable in mid-session",
      """
      A running connection's packets were reported undeliverable. One such message can pass \
      without harm (RFC 5927), so it supports an outage only together with silence.
      """,
      confirm: [
        "Wireshark: icmp.type == 3 || icmpv6.type == 1 — the quoted ports are this session's."
      ],
      fixes: [CommonFix.findHop],
      seeAlso: ["network.unreachable", "network.path_outage"]),
    EvidenceEntry(
      .tcpHandshakeIncomplete,
      weights: [(.networkPathOutage, 5), (.clientTerminated, 2)],
      "the handshake never finished",
      """
      The server sent its SYN-ACK several times and the client never answered: the answers are \
      lost on the way to the client, or the client is gone. A scanner that only probes the port \
      looks the same.
      """,
      confirm: [Check.bothEnds],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "client.terminated"]),
    EvidenceEntry(
      .tcpLossInHandshake,
      weights: [(.networkLoss, 6)],
      "packets lost while the connection came up",
      """
      Several packets had to be sent again before the session was up, and data was still missing \
      at the end. Supports loss as the reason why it never came up.
      """,
      confirm: [
        "Wireshark: tcp.analysis.retransmission before the first screen data.",
        Check.bothEnds,
      ],
      fixes: [CommonFix.findHop],
      seeAlso: ["network.loss"]),
    EvidenceEntry(
      .tcpPortProbe,
      weights: [(.cleanProbe, 6), (.clientTerminated, 1.5)],
      "connected, said nothing, closed",
      """
      The client opened the connection and closed it without a byte: a port check of a \
      monitoring system or of the client itself, not a session.
      """,
      confirm: [
        "The same source at regular times points to monitoring."
      ],
      seeAlso: ["clean.probe"]),
  ]
}
