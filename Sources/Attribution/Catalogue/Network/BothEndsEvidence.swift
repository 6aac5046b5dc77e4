import Evidence

/// What captures at two points prove together. Where both agree that the path was clean, no verdict
/// may blame it, whatever one end alone suggests.
extension Catalogue {
  static let bothEndsEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .pathLossBetween, weights: [(.networkLoss, 1)],
      "segments vanished between two points of capture",
      """
      Segments that the capture nearer to their sender holds are missing from the one nearer to \
      their receiver, and the receiver did not acknowledge them before they were sent again. So the \
      path between the two points lost them, not a capture.
      """,
      confirm: ["The frames in the evidence: each stands in one capture and not in the other."],
      fixes: [CommonFix.findHop, CommonFix.interfaceErrors],
      seeAlso: ["network.loss", "path.outage_between", "path.capture_missed"]),
    EvidenceEntry(
      .pathOutageBetween, weights: [(.networkPathOutage, 12), (.networkLoss, 4)],
      "from a moment on nothing got through between two points",
      """
      From one moment to the end every segment of one side, or of both, left the point near its \
      sender and never came by the point near its receiver. The fault lies between the two points.
      """,
      confirm: ["The frames in the evidence, and what links and devices between logged then."],
      fixes: [CommonFix.findHop, CommonFix.interfaceErrors],
      seeAlso: ["network.path_outage", "path.loss_between", "path.size_limit"]),
    EvidenceEntry(
      .pathResetForged,
      weights: [
        (.networkResetInjected, 14), (.serverTerminated, -6), (.serverClosed, -6),
        (.serverPortClosed, -8), (.clientTerminated, -6),
      ],
      "a RST that no host sent",
      """
      A RST reached one end in the other end's name, while the capture at that other end shows that \
      it sent none. A device between the two points made it.
      """,
      confirm: ["The RST's hop limit and identification against its supposed sender's packets."],
      seeAlso: ["network.reset_injected", "path.reset_by_host"]),
    EvidenceEntry(
      .pathResetAfterSilence,
      weights: [(.networkIdleTimeout, 13), (.networkResetInjected, 9)],
      "a RST that no host sent, after a silence",
      """
      After a long silence a RST reached one end in the other end's name, and the other end sent \
      none: a device that had forgotten the idle connection answered for it.
      """,
      confirm: ["The idle limits of firewalls, NAT and load balancers between the points."],
      seeAlso: ["network.idle_timeout", "path.reset_forged"]),
    EvidenceEntry(
      .pathResetWithoutEffect, weights: [(.networkResetInjected, -15)],
      "a RST that no host sent had no effect",
      """
      A RST was made between the two points, but its sequence number did not fit and the host took \
      no notice, or the connection was over already.
      """,
      confirm: ["Packets of the same connection after the RST."],
      seeAlso: ["path.reset_forged"]),
    EvidenceEntry(
      .pathResetByHost,
      weights: [(.networkResetInjected, -12)],
      "the host itself sent the RST",
      """
      The same RST stands in the captures of both points: the host sent it, no device made it.
      """,
      confirm: ["The frames in the evidence."],
      seeAlso: ["path.reset_forged"]),
    EvidenceEntry(
      .pathFINLost, weights: [(.networkPathOutage, 2)],
      "a FIN or RST never arrived",
      """
      One side said goodbye, and no copy of it came by the other point: the other host went on \
      waiting for a connection that was over.
      """,
      confirm: ["The frame in the evidence, and the other side's later silence."],
      seeAlso: ["network.path_outage"]),
    EvidenceEntry(
      .pathSizeLimit, weights: [(.networkPMTUBlackhole, 13)],
      "only large segments vanish between two points",
      """
      From some moment on every large segment of one side was lost between the two points while \
      smaller ones arrived: a link carries less than the hosts believe, and nobody tells them.
      """,
      confirm: ["The lengths of what arrived and of what did not."],
      seeAlso: ["network.pmtu_blackhole", "tcp.pmtu_blackhole"]),
    EvidenceEntry(
      .pathClean,
      weights: [
        (.networkLoss, -14), (.networkPathOutage, -14), (.networkPMTUBlackhole, -14),
        (.networkResetInjected, -14), (.networkIdleTimeout, -14), (.networkLatency, -6),
        (.networkUnreachable, -10), (.networkSYNUnanswered, -14),
      ],
      "everything arrived between two points",
      """
      Every segment that either side sent came by the other point as it was, from the first packet \
      that both captures cover to the last. The path between the two points is not the cause.
      """,
      confirm: ["The counts under `path`: sent and arrived are equal in both directions."],
      seeAlso: ["path.loss_between", "path.host_silent"]),
    EvidenceEntry(
      .pathAnsweredByDevice, weights: [],
      "a device answered in a host's name",
      """
      Acknowledgments reached one end before the other end had sent them, or acknowledge what it \
      never received: a proxy, accelerator or SYN protection between the points answers for it.
      """,
      confirm: ["The times of the frames in the evidence at both points."],
      seeAlso: ["path.changed"]),
    EvidenceEntry(
      .pathHostSilent, weights: [],
      "a host received and did not answer",
      """
      What one side sent reached the other host's point, and that host no longer acknowledged it, \
      which TCP does whatever the program is doing: the host is gone, asleep, or lost its address.
      """,
      confirm: ["The host's own log at that moment: sleep, restart, adapter lost."],
      seeAlso: ["client.terminated", "server.terminated", "network.path_outage"]),
    EvidenceEntry(
      .pathChanged, weights: [],
      "the handshake was changed on the way",
      """
      Options of the handshake differ between the two points: a device between lowers the segment \
      size, takes options away, or moves sequence numbers.
      """,
      confirm: ["The SYN and SYN-ACK in both captures."],
      seeAlso: ["path.answered_by_device"]),
    EvidenceEntry(
      .pathPointsMisnamed, weights: [],
      "the files were named the wrong way round",
      """
      `--point client=` and `--point server=` name files whose packets show the contrary: between a \
      client's packet and the server's answer more time passes the nearer to the client the capture \
      was taken. The packets' order was taken.
      """,
      confirm: ["Which host each file was captured on; swap the names of `--point`."],
      seeAlso: ["path.clean"]),
    EvidenceEntry(
      .pathPayloadChanged,
      weights: [(.tlsBadRecord, 3), (.protocolMacError, 2)],
      "content was changed on the way",
      """
      The same packet holds other bytes at the two points. With TLS the receiver refuses such a \
      record.
      """,
      confirm: ["The bytes of the frames in the evidence in both captures."],
      seeAlso: ["tls.bad_record"]),
    EvidenceEntry(
      .pathDelayed, weights: [],
      "packets waited on the way",
      """
      One side's packets took much longer from point to point than the fastest of them: queues on \
      the way fill up. The clocks of both captures were compared by the packets themselves.
      """,
      confirm: ["The delays under `path`, and the load of the links at that time."],
      seeAlso: ["network.latency"]),
    EvidenceEntry(
      .pathCaptureMissed, weights: [],
      "a capture missed packets that were there",
      """
      One capture lacks segments that the other side's acknowledgments prove to have arrived: the \
      capture lost them, not the path.
      """,
      confirm: ["Drop counters of the capturing program."],
      seeAlso: ["capture.lost_packets"]),
    EvidenceEntry(
      .pathRelayClosed, weights: [(.networkIdleTimeout, 13), (.networkResetInjected, 9)],
      "a relay closed both of its connections",
      """
      The session ran over a relay (load balancer, proxy) as two TCP connections with the same \
      content. Both were closed from the relay's end after a silence: its idle limit, not a host.
      """,
      confirm: ["The relay's log and its client and server timeouts."],
      seeAlso: ["network.idle_timeout"]),
    EvidenceEntry(
      .pathRelayEnded,
      weights: [
        (.serverTerminated, 7), (.serverClosed, 5), (.cleanClientClosed, -9),
        (.cleanServerClosed, -9), (.clientTerminated, -9), (.credsspClientWithdrew, -6),
      ],
      "a relay ended the session by itself",
      """
      The session ran over a relay as two connections. The client's was closed from the relay's end, \
      and so was the server's: neither host ended it. The relay failed, was stopped, or refused \
      something that only it reads.
      """,
      confirm: ["The relay's own log at that second."],
      seeAlso: ["path.relay_closed", "server.terminated"]),
    EvidenceEntry(
      .pathTLSIntercepted, weights: [(.tlsIntercepted, 14)],
      "a device between ended TLS and began its own",
      """
      The same X.224 request and the same CredSSP messages pass both points, but in two TLS sessions: \
      a device between ends the client's TLS and begins its own with the server. CredSSP is bound to \
      the server's key ([MS-CSSP] 3.1.5), so NLA fails through such a device, whatever the password.
      """,
      confirm: ["The server's certificate as the client gets it, and as the server sends it."],
      fixes: [CommonFix.whoInterferes, CommonFix.exemptInspection],
      seeAlso: ["tls.intercepted", "tls.inspection_certificate"]),
    EvidenceEntry(
      .pathUnheardAtEnd, weights: [(.networkPathOutage, 3)],
      "one end sent on and heard nothing after the other capture's last packet",
      """
      After the last packet in one capture the other end sent on without an answer: an outage, a \
      host that is gone, or a capture that was stopped.
      """,
      confirm: ["Whether the shorter capture was stopped before the end."],
      seeAlso: ["path.outage_between", "network.path_outage"]),
  ]
}
