import Evidence

extension Catalogue {
  static let surroundingsEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .contextServerPeersFine,
      // What others did at that moment shifts the odds between the places of a fault; it never
      // outweighs what this session itself shows.
      weights: [
        (.serverTerminated, -1), (.serverUnresponsive, -1), (.serverClosed, -1),
        (.networkPathOutage, 0.5), (.clientTerminated, 0.5),
      ],
      "other sessions with this server went on",
      """
      Sessions of other clients with the same server ran from before this end to after it. So \
      neither the server as a whole nor its uplink failed; one session's process on it still can.
      """,
      confirm: ["The other sessions' lines in the same report.", Check.sessionManager],
      seeAlso: ["context.server_peers_dropped", "network.path_outage"]),
    EvidenceEntry(
      .contextServerPeersDropped,
      weights: [
        (.serverTerminated, 1.5), (.serverUnresponsive, 1.5), (.networkPathOutage, 1),
        (.clientTerminated, -2), (.clientUnresponsive, -2),
      ],
      "other clients lost this server too",
      """
      Sessions of other clients with the same server were lost within half a minute of this one: \
      look at the server, its host and its uplink before any client.
      """,
      confirm: [Check.serverPower, Check.coreTimeout],
      fixes: [CommonFix.restartReason, CommonFix.serverLoad],
      seeAlso: ["server.terminated", "server.unresponsive", "network.path_outage"]),
    EvidenceEntry(
      .contextClientSessionsFine,
      weights: [
        (.clientTerminated, -1.5), (.clientUnresponsive, -1.5), (.serverTerminated, 0.5),
        (.serverUnresponsive, 0.5),
      ],
      "the client's other sessions went on",
      """
      The same client had sessions with other servers that ran from before this end to after it. \
      So neither the client nor its own link failed.
      """,
      confirm: ["The other sessions' lines in the same report."],
      seeAlso: ["context.client_sessions_dropped", "server.terminated"]),
    EvidenceEntry(
      .contextClientSessionsDropped,
      weights: [
        (.clientTerminated, 1.5), (.clientUnresponsive, 1), (.networkPathOutage, 1),
        (.serverTerminated, -2), (.serverUnresponsive, -2),
      ],
      "the client lost other servers too",
      """
      Sessions of the same client with other servers were lost within half a minute of this one: \
      look at the client and its link before any server.
      """,
      confirm: [Check.clientLog],
      fixes: [CommonFix.clientLink, CommonFix.adapterPower],
      seeAlso: ["client.terminated", "network.path_outage"]),
    EvidenceEntry(
      .tcpOutageOpen,
      weights: [
        (.undeterminedCaptureEnds, 4), (.cleanRunning, 2), (.networkPathOutage, -1),
        (.networkLoss, -1),
      ],
      "the capture ends soon after an outage began",
      """
      Data is being repeated without an answer when the capture ends, but not for as long as sides \
      wait before they give up. It may have healed.
      """,
      confirm: ["Later files of the same capture."],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends", "tcp.outage"]),
    EvidenceEntry(
      .captureStartedLate,
      // What came before can explain the end: a close that looks ordinary was one in seven times not, in
      // recordings that were cut, and one in 14 in later ones.
      weights: [(.undeterminedMidSession, 4.6)],
      "the capture begins in the middle of the connection",
      """
      The connection's start is missing, so what led to its end may be missing too. Lowers the \
      confidence of every verdict but one that later packets prove.
      """,
      confirm: ["No SYN in the file.", "Earlier files of the same capture."],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.mid_session", "capture.mid_session"]),
    EvidenceEntry(
      .capturePayloadCut,
      weights: [(.undeterminedConflicting, 4)],
      "packets were cut before what was said",
      """
      The snap length left headers only: loss, silence and who closed can be seen, but not how far \
      the session came or what was refused.
      """,
      confirm: ["Wireshark: frame.len > frame.cap_len"],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.conflicting"]),
    EvidenceEntry(
      .captureLeftOut,
      weights: [(.undeterminedConflicting, 8)],
      "parts of the connection were left out for want of memory",
      """
      The input holds more than the memory budget has room for: bytes behind missing packets were not \
      waited for, a long message was dropped, or the connection's beginning was. What is not there \
      proves nothing then.
      """,
      confirm: ["capture.evicted is true in JSON.", "The input's notes say what was left out."],
      fixes: [CommonFix.moreMemory],
      seeAlso: ["undetermined.conflicting"]),
    EvidenceEntry(
      .tcpLateAnswer,
      weights: [(.networkLatency, 9)],
      "the answer came after the other side had given up",
      """
      Nothing was lost, but round trips took more than a second; one side gave up while it waited, \
      and what it waited for arrived afterwards. Strong evidence for a path that is too slow.
      """,
      confirm: [
        "Wireshark: tcp.analysis.ack_rtt > 1",
        "The last data before the close against the first of the other side after it.",
      ],
      fixes: [CommonFix.clientLink, CommonFix.findHop],
      seeAlso: ["network.latency"]),
    EvidenceEntry(
      .tlsInspectionRefused,
      weights: [(.tlsIntercepted, 12)],
      "a TLS inspection product's certificate, and no session",
      """
      The certificate's issuer names a TLS inspection product, and the connection ended in TLS or \
      NLA: NLA is bound to the server's own key and cannot pass through such a device.
      """,
      confirm: ["Wireshark: tls.handshake.certificate, field issuer."],
      fixes: [CommonFix.whoInterferes, CommonFix.exemptInspection],
      seeAlso: ["tls.intercepted"]),
    EvidenceEntry(
      .tlsInspectionCertificate,
      // The session got through all the same: shown, and for or against nothing.
      weights: [],
      "a TLS inspection product's certificate",
      """
      The certificate's issuer names a TLS inspection product. The session got through all the \
      same; somebody between can read it.
      """,
      confirm: ["Wireshark: tls.handshake.certificate, field issuer."],
      seeAlso: ["tls.intercepted", "tls.inspection_refused"]),
    EvidenceEntry(
      .hostFirewallDropped,
      // Windows says who dropped it: as good as an ICMP error where nothing came through behind it.
      weights: [(.networkSYNUnanswered, 8), (.networkPathOutage, 4)],
      "Windows' own filter dropped packets of the session",
      """
      A capture of pktmon shows packets that reached the host, or were on their way out, and were \
      dropped inside: by Windows Firewall ("inspection"), a filter driver of a security product, or an \
      IPsec policy. No capture elsewhere can show this.
      """,
      confirm: [
        "`pktmon counters --drop-reason`, and event 5152 of the Security log, which names the filter.",
        "`netsh wfp show netevents` names the rule.",
      ],
      fixes: [CommonFix.firewallRule],
      seeAlso: ["network.syn_unanswered", "network.path_outage", "host.dropped"]),
    EvidenceEntry(
      .hostDropped, weights: [],
      "Windows dropped packets of the session inside the host",
      """
      A capture of pktmon shows packets of this session that Windows dropped for another reason than a \
      filter: a wrong checksum, an address that was not resolved, a connection that is no longer known, \
      a packet larger than the path takes. It is context: many of them follow from what ended the session.
      """,
      confirm: ["`pktmon counters --drop-reason` counts them by place and reason."],
      seeAlso: ["host.firewall_dropped"]),
  ]
}
