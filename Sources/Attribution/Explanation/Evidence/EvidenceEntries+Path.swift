extension EvidenceEntries {
  static let connecting: [HandbookEntry] = [
    .evidence(
      "tcp.syn_unanswered", "connection request without an answer",
      """
      The client's SYN got no answer at all. Supports a sleeping or switched-off host or a \
      firewall that drops; speaks against every fault of TLS or logon.
      """,
      confirm: [Check.port, Check.serverPower],
      fixes: [CommonFix.hostAwake, CommonFix.firewallRule],
      seeAlso: ["network.syn_unanswered", "arp.unanswered"]),
    .evidence(
      "tcp.syn_pending", "the capture ends right after the SYN",
      "Only one SYN is in the capture and it ends within seconds: an answer may have come later.",
      confirm: [
        "Time of the last packet in the file against the time of the SYN."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends", "network.syn_unanswered"]),
    .evidence(
      "arp.unanswered", "nobody answers for the server's address",
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
    .evidence(
      "tcp.syn_refused", "connection request refused",
      """
      The SYN was answered by a reset from the server itself: the host is up, the port is \
      closed. Windows clients try up to three times, which counts as one refusal.
      """,
      confirm: [Check.listener],
      fixes: [CommonFix.enableRemoteDesktop],
      seeAlso: ["server.port_closed"]),
    .evidence(
      "tcp.icmp_unreachable", "ICMP says unreachable",
      """
      A router or host reported by ICMP that packets of this connection cannot be delivered, \
      before the connection came up. The code tells why: 0 no route, 1 host does not answer, 9, \
      10 and 13 forbidden.
      """,
      confirm: [
        "Wireshark: icmp.type == 3 || icmpv6.type == 1"
      ],
      seeAlso: ["network.unreachable", "tcp.icmp_mid_session"]),
    .evidence(
      "tcp.icmp_mid_session", "ICMP says unreachable in mid-session",
      """
      A running connection's packets were reported undeliverable. One such message can pass \
      without harm (RFC 5927), so it supports an outage only together with silence.
      """,
      confirm: [
        "Wireshark: icmp.type == 3 || icmpv6.type == 1 — the quoted ports are this session's."
      ],
      fixes: [CommonFix.findHop],
      seeAlso: ["network.unreachable", "network.path_outage"]),
    .evidence(
      "tcp.handshake_incomplete", "the handshake never finished",
      """
      The server sent its SYN-ACK several times and the client never answered: the answers are \
      lost on the way to the client, or the client is gone. A scanner that only probes the port \
      looks the same.
      """,
      confirm: [Check.bothEnds],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "client.terminated"]),
    .evidence(
      "tcp.loss_in_handshake", "packets lost while the connection came up",
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
    .evidence(
      "tcp.port_probe", "connected, said nothing, closed",
      """
      The client opened the connection and closed it without a byte: a port check of a \
      monitoring system or of the client itself, not a session.
      """,
      confirm: [
        "The same source at regular times points to monitoring."
      ],
      seeAlso: ["clean.probe"]),
  ]

  static let path: [HandbookEntry] = [
    .evidence(
      "tcp.outage", "silence with data outstanding",
      """
      Data was sent again and again until the end and never acknowledged, although the other \
      side had not closed and its window was open. This is what a lost link, roaming or a \
      sleeping adapter looks like.
      """,
      confirm: [
        "The times between the repeats of one sequence number: 0.3, 0.6, 1.2, 2.4 s …",
        Check.bothEnds,
        Check.coreTimeout,
      ],
      fixes: [CommonFix.adapterPower],
      seeAlso: ["network.path_outage", "tcp.outage_like_before"]),
    .evidence(
      "tcp.outage_like_before", "an outage that had healed before",
      """
      The capture ends in the middle of an outage, but one as long had healed earlier in the \
      session. So the session may have gone on.
      """,
      confirm: [
        "The retransmissions earlier in the session and the data that followed them."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["clean.running", "network.loss", "tcp.outage"]),
    .evidence(
      "tcp.heavy_loss", "a large share of segments lost",
      """
      Apart from the last silence, so many segments were lost that giving up was to be expected. \
      Names loss rather than a sudden outage.
      """,
      confirm: [
        "Wireshark: tcp.analysis.retransmission",
        Check.bothEnds,
      ],
      fixes: [CommonFix.findHop, CommonFix.interfaceErrors],
      seeAlso: ["network.loss", "tcp.outage"]),
    .evidence(
      "tcp.pmtu_blackhole", "only large segments are lost",
      """
      Full-size segments are never acknowledged while small ones pass. Supports a packet size \
      limit on the path with ICMP filtered.
      """,
      confirm: [
        "ping -f -l 1472 HOST",
        "The sizes of the repeated segments: all at the MSS.",
      ],
      fixes: [CommonFix.clampMSS, CommonFix.findMTU],
      seeAlso: ["network.pmtu_blackhole"]),
    .evidence(
      "tcp.pause_survived_before", "such a pause had done no harm before",
      """
      The connection had been as quiet for nearly as long before and lived on. A timer that forgets \
      idle connections would have struck then: the silence at the end is the outage itself.
      """,
      confirm: ["The times between the last packets that were answered."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "network.idle_timeout"]),
    .evidence(
      "tcp.silence_out_of_pace", "the session was never quiet for so long",
      """
      The session had a pace (a clock, a cursor, keep-alives) and stopped at once. Quiet users pause \
      longer and longer; a session that stops in the middle of its pace was cut off.
      """,
      confirm: ["The times between the last packets that were answered."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "network.idle_timeout"]),
    .evidence(
      "tcp.keepalives_unanswered", "keep-alives without an answer",
      """
      The side's TCP keep-alives stayed unanswered up to the end. A host that lives answers them \
      whatever its programs do, so the path, or the whole host, was gone.
      """,
      confirm: ["tcp.analysis.keep_alive without tcp.analysis.keep_alive_ack behind it."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage"]),
    .evidence(
      "tcp.delivery_stalled", "data that never got through",
      """
      Packets still came from the other side, but data sent long before was not acknowledged to the \
      end: the path let through hardly anything.
      """,
      confirm: ["The times between the last packets that were answered."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "network.loss"]),
    .evidence(
      "tcp.idle_then_silence", "dead after an idle time",
      """
      After a silence of both sides, the next data or keep-alive got no answer any more. \
      Supports a device on the path that removed the connection.
      """,
      confirm: [
        "The silence before the first unanswered packet: 240, 300, 350, 900, 1800 or 3600 s."
      ],
      fixes: [CommonFix.keepAlive, CommonFix.idleTimer],
      seeAlso: ["network.idle_timeout"]),
    .evidence(
      "tcp.idle_then_reset", "reset after an idle time",
      """
      The first packet after a long silence was answered by a reset: the device or host that \
      sent it did not know the connection any more.
      """,
      confirm: [
        "The silence before the reset: 240, 300, 350, 900, 1800 or 3600 s.",
        "TTL of the reset against the other packets of that address.",
      ],
      fixes: [CommonFix.keepAlive, CommonFix.idleTimer],
      seeAlso: ["network.idle_timeout", "server.terminated"]),
    .evidence(
      "tcp.path_healthy", "the path was healthy",
      """
      Next to nothing was lost, nothing was outstanding, and both sides were heard up to the \
      end. Speaks against the network and for the side that ended the connection.
      """,
      confirm: [
        "The health figures per direction in the report."
      ],
      seeAlso: ["network.loss"]),
    .evidence(
      "tcp.reset_foreign_ttl", "reset with a foreign TTL",
      """
      The reset has a TTL (hop limit) that no other packet of the claimed sender had. It was \
      sent by something nearer or farther on the path.
      """,
      confirm: [
        "Wireshark: compare ip.ttl of the reset with the other packets of that address.",
        Check.bothEnds,
      ],
      fixes: [CommonFix.whoInterferes, CommonFix.exemptInspection],
      seeAlso: ["network.reset_injected"]),
    .evidence(
      "tcp.reset_foreign_id", "reset out of line with its sender's packet numbers",
      """
      The claimed sender counts its packets (IPv4 identification), and the reset's number is far \
      from that count. Another device may have sent it. A hint, not a proof: a host can jump too.
      """,
      confirm: [
        "Wireshark: compare ip.id of the reset with the packets before it from that address.",
        Check.bothEnds,
      ],
      fixes: [CommonFix.whoInterferes],
      seeAlso: ["network.reset_injected"]),
    .evidence(
      "tcp.reset_race", "the claimed sender went on after its reset",
      """
      Data or acknowledgements of the host that seems to have reset the connection arrived after \
      the reset. A host does not do that; a device forged it.
      """,
      confirm: [
        "Packets of the same source address after its RST, other than more resets."
      ],
      seeAlso: ["network.reset_injected"]),
  ]
}
