extension EvidenceEntries {
  static let surroundings: [HandbookEntry] = [
    .evidence(
      "context.server_peers_fine", "other sessions with this server went on",
      """
      Sessions of other clients with the same server ran from before this end to after it. So \
      neither the server as a whole nor its uplink failed; one session's process on it still can.
      """,
      confirm: ["The other sessions' lines in the same report.", Check.sessionManager],
      seeAlso: ["context.server_peers_dropped", "network.path_outage"]),
    .evidence(
      "context.server_peers_dropped", "other clients lost this server too",
      """
      Sessions of other clients with the same server were lost within half a minute of this one: \
      look at the server, its host and its uplink before any client.
      """,
      confirm: [Check.serverPower, Check.coreTimeout],
      fixes: [CommonFix.restartReason, CommonFix.serverLoad],
      seeAlso: ["server.terminated", "server.unresponsive", "network.path_outage"]),
    .evidence(
      "context.client_sessions_fine", "the client's other sessions went on",
      """
      The same client had sessions with other servers that ran from before this end to after it. \
      So neither the client nor its own link failed.
      """,
      confirm: ["The other sessions' lines in the same report."],
      seeAlso: ["context.client_sessions_dropped", "server.terminated"]),
    .evidence(
      "context.client_sessions_dropped", "the client lost other servers too",
      """
      Sessions of the same client with other servers were lost within half a minute of this one: \
      look at the client and its link before any server.
      """,
      confirm: [Check.clientLog],
      fixes: [CommonFix.clientLink, CommonFix.adapterPower],
      seeAlso: ["client.terminated", "network.path_outage"]),
    .evidence(
      "tcp.outage_open", "the capture ends soon after an outage began",
      """
      Data is being repeated without an answer when the capture ends, but not for as long as sides \
      wait before they give up. It may have healed.
      """,
      confirm: ["Later files of the same capture."],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends", "tcp.outage"]),
    .evidence(
      "capture.started_late", "the capture begins in the middle of the connection",
      """
      The connection's start is missing, so what led to its end may be missing too. Lowers the \
      confidence of every verdict but one that later packets prove.
      """,
      confirm: ["No SYN in the file.", "Earlier files of the same capture."],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.mid_session", "capture.mid_session"]),
    .evidence(
      "capture.payload_cut", "packets were cut before what was said",
      """
      The snap length left headers only: loss, silence and who closed can be seen, but not how far \
      the session came or what was refused.
      """,
      confirm: ["Wireshark: frame.len > frame.cap_len"],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.conflicting"]),
    .evidence(
      "capture.left_out", "parts of the connection were left out for want of memory",
      """
      The input holds more than the memory budget has room for: bytes behind missing packets were not \
      waited for, a long message was dropped, or the connection's beginning was. What is not there \
      proves nothing then.
      """,
      confirm: ["capture.evicted is true in JSON.", "The input's notes say what was left out."],
      fixes: [CommonFix.moreMemory],
      seeAlso: ["undetermined.conflicting"]),
    .evidence(
      "tcp.late_answer", "the answer came after the other side had given up",
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
    .evidence(
      "tls.inspection_refused", "a TLS inspection product's certificate, and no session",
      """
      The certificate's issuer names a TLS inspection product, and the connection ended in TLS or \
      NLA: NLA is bound to the server's own key and cannot pass through such a device.
      """,
      confirm: ["Wireshark: tls.handshake.certificate, field issuer."],
      fixes: [CommonFix.whoInterferes, CommonFix.exemptInspection],
      seeAlso: ["tls.intercepted"]),
    .evidence(
      "tls.inspection_certificate", "a TLS inspection product's certificate",
      """
      The certificate's issuer names a TLS inspection product. The session got through all the \
      same; somebody between can read it.
      """,
      confirm: ["Wireshark: tls.handshake.certificate, field issuer."],
      seeAlso: ["tls.intercepted", "tls.inspection_refused"]),
  ]
}
