extension EvidenceEntries {
  static let tcpPath: [HandbookEntry] = [
    .evidence(
      "tcp.syn_unanswered", "connection request without an answer",
      """
      The client's SYN was repeated and nothing came back. Supports a sleeping or switched-off \
      host or a firewall that drops; speaks against every fault of TLS or logon.
      """,
      confirm: [Check.port, Check.serverPower],
      fixes: [CommonFix.hostAwake, CommonFix.firewallRule],
      seeAlso: ["network.syn_unanswered"]),
    .evidence(
      "tcp.syn_refused", "connection request refused",
      """
      The SYN was answered by a reset from the server itself: the host is up, the port is \
      closed. Windows clients try up to three times, which counts as one refusal.
      """,
      confirm: [Check.listener], fixes: [CommonFix.enableRemoteDesktop],
      seeAlso: ["server.port_closed"]),
    .evidence(
      "tcp.icmp_unreachable", "ICMP says unreachable",
      """
      A router or host reported by ICMP that packets of this connection cannot be delivered. The \
      code tells why: 0 no route, 1 host does not answer, 9, 10 and 13 forbidden, 4 packet too \
      big.
      """,
      confirm: ["Wireshark: icmp.type == 3 || icmpv6.type == 1 || icmpv6.type == 2"],
      seeAlso: ["network.unreachable", "network.pmtu_blackhole"]),
    .evidence(
      "tcp.retransmission_burst", "burst of retransmissions",
      """
      Several segments had to be sent again within a short time. Near the drop it supports loss \
      on the path; far from it, it is only context.
      """,
      confirm: ["Wireshark: tcp.analysis.retransmission", Check.bothEnds],
      seeAlso: ["network.loss", "tcp.path_healthy"]),
    .evidence(
      "tcp.outage", "silence with data outstanding",
      """
      For a while no packet arrived from one or both sides although data waited for \
      acknowledgement. This is what a lost link, roaming or a sleeping adapter looks like.
      """,
      confirm: [Check.bothEnds, Check.coreTimeout], fixes: [CommonFix.adapterPower],
      seeAlso: ["network.path_outage"]),
    .evidence(
      "tcp.backoff_ladder", "repeats at doubling intervals",
      """
      One segment was sent again and again, each time after about twice the wait. The sender \
      heard nothing at all in between; Windows gives up after five repeats.
      """,
      confirm: ["The times between the repeats of one sequence number: 0.3, 0.6, 1.2, 2.4 s …"],
      seeAlso: ["network.path_outage", "network.loss"]),
    .evidence(
      "tcp.pmtu_blackhole", "only large segments are lost",
      """
      Full-size segments are never acknowledged while small ones pass. Supports a packet size \
      limit on the path with ICMP filtered.
      """,
      confirm: ["ping -f -l 1472 HOST", "The sizes of the repeated segments: all at the MSS."],
      fixes: [CommonFix.clampMSS, CommonFix.findMTU], seeAlso: ["network.pmtu_blackhole"]),
    .evidence(
      "tcp.idle_then_silence", "dead after an idle time",
      """
      After a silence near a known idle timer, the next data got no answer or a reset. Supports \
      a device on the path that removed the connection.
      """,
      confirm: [
        """
        The silence before the first unanswered packet: 240, 300, 350, 900, 1800 or 3600 s.
        """
      ],
      fixes: [CommonFix.keepAlive, CommonFix.idleTimer], seeAlso: ["network.idle_timeout"]),
    .evidence(
      "tcp.keep_alive_unanswered", "keep-alives without an answer",
      """
      Three or more TCP keep-alive probes in a row got no answer. The other side, or the way to \
      it, was gone before anybody wanted to send.
      """,
      confirm: ["Wireshark: tcp.analysis.keep_alive && !tcp.analysis.keep_alive_ack"],
      seeAlso: ["network.idle_timeout", "network.path_outage"]),
    .evidence(
      "tcp.zero_window", "receive window closed",
      """
      One side told the other to stop sending because its program does not read. That points to \
      a hanging program on the side that closed its window, not to the path.
      """,
      confirm: ["Wireshark: tcp.analysis.zero_window — the sender is the side that hangs."],
      seeAlso: ["server.unresponsive", "client.unresponsive"]),
    .evidence(
      "tcp.rtt_inflation", "round-trip time far above its usual value",
      """
      Near the drop, acknowledgements took many times longer than the connection's best. \
      Supports a full link; a slow program delays answers but not acknowledgements.
      """,
      confirm: ["Wireshark: tcp.analysis.ack_rtt as a graph over time."],
      seeAlso: ["network.latency"]),
    .evidence(
      "tcp.path_healthy", "the path was healthy",
      """
      Hardly any loss, steady round-trip time and no stall up to the end. Speaks against the \
      network and for the side that ended the connection.
      """,
      confirm: ["The health figures per direction in the report."],
      seeAlso: ["network.loss"]),
  ]

  static let tcpEnd: [HandbookEntry] = [
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
      "tcp.reset_race", "the claimed sender went on after its reset",
      """
      Data or acknowledgements of the host that seems to have reset the connection arrived after \
      the reset. A host does not do that; a device forged it.
      """,
      confirm: ["Packets of the same source address after its RST, other than more resets."],
      seeAlso: ["network.reset_injected"]),
    .evidence(
      "tcp.reset_out_of_window", "reset with a wrong sequence number",
      """
      The reset's sequence number is not the next one of that sender. A real stack knows its own \
      number; a device or attacker guesses, sometimes with several resets.
      """,
      confirm: [
        "Sequence number of the reset against the sender's last data.",
        "An acknowledgement in answer to the reset (challenge ACK, RFC 5961).",
      ],
      seeAlso: ["network.reset_injected"]),
    .evidence(
      "tcp.fin_client", "the client closed first",
      """
      The first FIN came from the client. After a goodbye message this is an ordinary end; \
      without one the program ended or withdrew.
      """,
      confirm: [Check.resetFilter],
      seeAlso: ["clean.client_closed", "client.terminated", "credssp.client_withdrew"]),
    .evidence(
      "tcp.fin_server", "the server closed first",
      """
      The first FIN came from the server. Read together with the phase: at the logon it is often \
      a refusal, in a session a logoff, a policy or a crash.
      """,
      confirm: [Check.resetFilter], seeAlso: ["server.closed", "clean.server_closed"]),
    .evidence(
      "tcp.reset_client", "the client reset the connection",
      """
      The connection was ended by a reset with the client's own marks. By itself it proves \
      nothing: many programs close this way.
      """,
      confirm: [Check.resetFilter], seeAlso: ["client.terminated"]),
    .evidence(
      "tcp.reset_server", "the server reset the connection",
      """
      The connection was ended by a reset with the server's own marks. Windows servers often end \
      even healthy connections this way when unread data is left, so it proves nothing by \
      itself.
      """,
      confirm: [Check.resetFilter], seeAlso: ["server.closed", "server.terminated"]),
  ]
}
