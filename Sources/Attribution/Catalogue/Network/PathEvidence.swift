import Evidence

extension Catalogue {
  static let pathEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .tcpOutage,
      weights: [(.networkPathOutage, 10), (.serverTerminated, 3), (.serverUnresponsive, 2)],
      "silence with data outstanding",
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
    EvidenceEntry(
      .tcpOutageLikeBefore,
      weights: [(.cleanRunning, 5), (.networkLoss, 4)],
      "an outage that had healed before",
      """
      The capture ends in the middle of an outage, but one as long had healed earlier in the \
      session. So the session may have gone on.
      """,
      confirm: [
        "The retransmissions earlier in the session and the data that followed them."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["clean.running", "network.loss", "tcp.outage"]),
    EvidenceEntry(
      .tcpHeavyLoss,
      weights: [(.networkLoss, 12)],
      "a large share of segments lost",
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
    EvidenceEntry(
      .tcpPMTUBlackhole,
      weights: [(.networkPMTUBlackhole, 13)],
      "only large segments are lost",
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
    EvidenceEntry(
      .tcpPauseSurvivedBefore,
      // The silence was the outage itself.
      weights: [(.networkIdleTimeout, -6), (.networkPathOutage, 3)],
      "such a pause had done no harm before",
      """
      The connection had been as quiet for nearly as long before and lived on. A timer that forgets \
      idle connections would have struck then: the silence at the end is the outage itself.
      """,
      confirm: ["The times between the last packets that were answered."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "network.idle_timeout"]),
    EvidenceEntry(
      .tcpSilenceOutOfPace,
      weights: [(.networkIdleTimeout, -12), (.networkPathOutage, 8)],
      "the session was never quiet for so long",
      """
      The session had a pace (a clock, a cursor, keep-alives) and stopped at once. Quiet users pause \
      longer and longer; a session that stops in the middle of its pace was cut off.
      """,
      confirm: ["The times between the last packets that were answered."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "network.idle_timeout"]),
    EvidenceEntry(
      .tcpTranslationLost,
      weights: [(.networkIdleTimeout, 11), (.networkResetInjected, 6)],
      "an address translation forgot the running connection",
      """
      The capture holds both sides of an address translation. The connection's packets left it under one \
      port and later under another: the translation had lost the connection, and the server, which knows \
      only the first, answered with a RST. It was started anew, its table was flushed or full, or its idle limit ran out.
      """,
      confirm: ["The log of the device that translates; the size and time limits of its table."],
      seeAlso: ["network.idle_timeout", "server.reset_unknown"]),
    EvidenceEntry(
      .tcpLeaveUnanswered,
      weights: [(.networkPathOutage, 6)],
      "the client's FIN was not acknowledged",
      """
      After a silence of the server the client closed, and its FIN was sent again without an \
      acknowledgement. A host acknowledges a FIN whatever its programs do: it, or the path to it, was gone.
      """,
      confirm: [Check.bothEnds],
      seeAlso: ["network.path_outage", "server.no_answer"]),
    EvidenceEntry(
      .storyReconnected,
      weights: [
        (.networkPathOutage, 6), (.clientTerminated, 3.4), (.cleanRunning, 3),
        (.undeterminedCaptureEnds, 3),
      ],
      "the same client came back while this session was silent",
      """
      The session fell silent without a goodbye, and the same client opened a new one with the same server: \
      the old one was lost to the client. Its network was away, its computer slept, or its address changed. \
      Behind one shared address it may have been another user.
      """,
      confirm: [Check.clientLog, Check.bothEnds],
      seeAlso: ["network.path_outage", "capture.went_quiet"]),
    EvidenceEntry(
      .tcpKeepalivesUnanswered,
      weights: [(.networkPathOutage, 10), (.serverTerminated, 2)],
      "keep-alives without an answer",
      """
      The side's TCP keep-alives stayed unanswered up to the end. A host that lives answers them \
      whatever its programs do, so the path, or the whole host, was gone.
      """,
      confirm: ["tcp.analysis.keep_alive without tcp.analysis.keep_alive_ack behind it."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage"]),
    EvidenceEntry(
      .tcpDeliveryStalled,
      weights: [(.networkPathOutage, 7.5), (.networkLoss, 7)],
      "data that never got through",
      """
      Packets still came from the other side, but data sent long before was not acknowledged to the \
      end: the path let through hardly anything.
      """,
      confirm: ["The times between the last packets that were answered."],
      fixes: [CommonFix.findHop, CommonFix.captureBothEnds],
      seeAlso: ["network.path_outage", "network.loss"]),
    EvidenceEntry(
      .tcpIdleThenSilence,
      weights: [(.networkIdleTimeout, 12)],
      "dead after an idle time",
      """
      After a silence of both sides, the next data or keep-alive got no answer any more. \
      Supports a device on the path that removed the connection.
      """,
      confirm: [
        "The silence before the first unanswered packet: 240, 300, 350, 900, 1800 or 3600 s."
      ],
      fixes: [CommonFix.keepAlive, CommonFix.idleTimer],
      seeAlso: ["network.idle_timeout"]),
    EvidenceEntry(
      .tcpIdleThenReset,
      weights: [(.networkIdleTimeout, 12), (.serverTerminated, 4)],
      "reset after an idle time",
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
    EvidenceEntry(
      .tcpPathHealthy,
      weights: [(.networkLoss, -6), (.networkPathOutage, -6), (.networkPMTUBlackhole, -3)],
      "the path was healthy",
      """
      Next to nothing was lost, nothing was outstanding, and both sides were heard up to the \
      end. Speaks against the network and for the side that ended the connection.
      """,
      confirm: [
        "The health figures per direction in the report."
      ],
      seeAlso: ["network.loss"]),
    EvidenceEntry(
      .tcpResetForeignTTL,
      weights: [(.networkResetInjected, 9)],
      "reset with a foreign TTL",
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
    EvidenceEntry(
      .tcpResetForeignID,
      weights: [(.networkResetInjected, 3)],
      "reset out of line with its sender's packet numbers",
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
    EvidenceEntry(
      .tcpResetForeignOptions,
      // All 65 such RSTs of hosts in the recordings carry them, none of ten that were forged.
      weights: [(.networkResetInjected, 7)],
      "reset without its sender's time stamps",
      """
      The claimed sender's packets carry TCP time stamps, and the reset, which acknowledges as they do, has \
      none. A Linux host sends them in a reset of its own (RFC 7323 section 3.2 asks for it); a device that \
      copies addresses, ports and hop limit mostly does not.
      """,
      confirm: [
        "Wireshark: tcp.options.timestamp of the reset and of the packets before it from that address.",
        Check.bothEnds,
      ],
      fixes: [CommonFix.whoInterferes],
      seeAlso: ["network.reset_injected", "tcp.reset_foreign_ttl"]),
    EvidenceEntry(
      .tcpResetRace,
      weights: [(.networkResetInjected, 9)],
      "the claimed sender went on after its reset",
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
