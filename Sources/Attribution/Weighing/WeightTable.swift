import Evidence

/// The one table of weights: what each observation speaks for (natural log-odds) and against.
///
/// Scale: 8 and more is proof (a failure code, an alert, an ICMP error), 5 strong inference from
/// order and size of records, 2…4 a hint that other hints can outweigh. A weight of 3 alone against
/// an even field of rivals makes about 0.8. Set by the mechanism, checked by
/// evaluation on the labelled recordings (Docs/accuracy.md).
enum WeightTable {
  typealias Weights = [(code: String, weight: Double)]

  /// What no evidence at all speaks for.
  static let priors: [String: Double] = [
    "undetermined.conflicting": 2.0, "undetermined.one_sided": -1,
  ]

  static let table: [String: Weights] = [
    // The connection does not come up.
    "tcp.syn_unanswered": [("network.syn_unanswered", 8)],
    "tcp.syn_pending": [("undetermined.capture_ends", 6), ("network.syn_unanswered", 3)],
    "arp.unanswered": [("network.syn_unanswered", 2)],
    "tcp.syn_refused": [("server.port_closed", 8.5), ("network.reset_injected", 3)],
    "tcp.icmp_unreachable": [("network.unreachable", 10)],
    "tcp.icmp_mid_session": [("network.unreachable", 2), ("network.path_outage", 3)],
    "tcp.handshake_incomplete": [("network.path_outage", 5), ("client.terminated", 2)],
    "tcp.loss_in_handshake": [("network.loss", 6)],
    "tcp.port_probe": [("clean.probe", 6), ("client.terminated", 1.5)],

    // Negotiation.
    "x224.failure_ssl_required": [("negotiation.ssl_required", 12)],
    "x224.failure_ssl_not_allowed": [("negotiation.ssl_not_allowed", 12)],
    "x224.failure_ssl_cert_not_on_server": [("negotiation.ssl_cert_not_on_server", 12)],
    "x224.failure_inconsistent_flags": [("negotiation.inconsistent_flags", 12)],
    "x224.failure_hybrid_required": [("negotiation.hybrid_required", 12)],
    "x224.failure_ssl_with_user_auth_required": [
      ("negotiation.ssl_with_user_auth_required", 12)
    ],
    "x224.failure_other": [("negotiation.refused", 11)],
    // Seen with faulty clients as often as with a device on the way: shown, not weighed.
    "x224.negotiation_changed": [],
    "x224.protocol_not_accepted": [("negotiation.refused", 7.5), ("clean.probe", 2)],
    "x224.client_left_after_confirm": [
      ("clean.probe", 5.5), ("credssp.client_withdrew", 2), ("client.terminated", 2),
    ],

    // TLS.
    "tls.alert_version": [("tls.version_mismatch", 11)],
    "tls.alert_cipher": [("tls.cipher_mismatch", 10), ("tls.version_mismatch", 3)],
    "tls.alert_certificate_expired": [("tls.certificate_expired", 11)],
    "tls.alert_certificate": [("tls.certificate_rejected", 11)],
    "tls.alert_record": [("tls.bad_record", 10)],
    "tls.alert_access_denied": [("credssp.logon_failure", 8), ("tls.alert", 5)],
    "tls.alert_other": [("tls.alert", 8)],
    "tls.version_gap": [("tls.version_mismatch", 10)],
    "tls.old_client": [("tls.version_mismatch", 5)],
    "tls.closed_on_client_hello": [
      ("tls.closed_on_client_hello", 8), ("server.closed", 3), ("network.reset_injected", 1.5),
    ],
    "tls.client_alert_in_handshake": [("tls.certificate_rejected", 8), ("tls.alert", 6)],
    "tls.client_left_in_handshake": [
      ("tls.certificate_rejected", 5.5), ("tls.alert", 3), ("clean.probe", 2),
      ("client.terminated", 2),
    ],
    "tls.client_left_before_credssp": [
      ("credssp.client_withdrew", 6), ("tls.certificate_rejected", 5.2), ("clean.probe", 2),
    ],
    "tls.client_left_after_handshake": [
      ("tls.certificate_rejected", 6), ("clean.probe", 3), ("client.terminated", 2),
    ],
    "tls.server_left_in_handshake": [("tls.alert", 6), ("server.closed", 3)],
    "tls.certificate_expired": [("tls.certificate_expired", 7)],
    "tls.alert_on_record": [("tls.bad_record", 8.5), ("clean.client_closed", 1)],
    "tls.inspection_refused": [("tls.intercepted", 12)],
    // The session got through all the same: shown, and for or against nothing.
    "tls.inspection_certificate": [],
    "tls.not_tls": [("protocol.malformed", 7), ("tls.alert", 3)],

    // CredSSP.
    "credssp.refused_by_error_code": [
      ("credssp.logon_failure", 9), ("credssp.account_restricted", 7),
      ("credssp.password_expired", 5.5), ("credssp.server_dropped", 4),
    ],
    "credssp.refused_by_alert": [
      ("credssp.logon_failure", 8.5), ("credssp.account_restricted", 6),
      ("credssp.server_dropped", 5),
    ],
    "credssp.refused_by_close": [
      ("credssp.logon_failure", 7), ("credssp.server_dropped", 6.5),
      ("credssp.account_restricted", 4.5), ("server.closed", 2.5),
      ("network.reset_injected", 1),
    ],
    // Read, not inferred: proof beside which the sizes count little.
    "credssp.code_logon_failure": [("credssp.logon_failure", 12)],
    "credssp.code_account_restricted": [("credssp.account_restricted", 13)],
    "credssp.code_password_expired": [("credssp.password_expired", 14)],
    "credssp.code_access_denied": [("credssp.access_denied", 15)],
    "credssp.code_other": [("credssp.server_dropped", 14)],
    // What follows decides: many are answered by another try.
    "credssp.kerberos_error": [],
    "credssp.old_server_version": [("credssp.encryption_oracle", 5)],
    "credssp.old_client_version": [("credssp.encryption_oracle", 4)],
    "credssp.first_token_refused": [("credssp.server_dropped", 8.5), ("credssp.access_denied", 5)],
    "credssp.closed_on_first_token": [
      ("credssp.server_dropped", 6.5), ("server.closed", 4), ("network.reset_injected", 1),
    ],
    "credssp.early_authorization_denied": [("credssp.access_denied", 8.5)],
    "credssp.server_left_after_public_key": [
      ("credssp.server_dropped", 6), ("server.closed", 4),
    ],
    "credssp.closed_after_credentials": [
      ("server.closed", 6), ("credssp.access_denied", 4),
    ],
    "credssp.client_left_waiting": [
      ("credssp.client_withdrew", 6), ("client.terminated", 2),
    ],
    "credssp.client_left_after_challenge": [
      ("credssp.client_withdrew", 8), ("credssp.encryption_oracle", 6.5), ("clean.probe", 2),
    ],
    "credssp.client_left_after_public_key": [
      ("credssp.client_withdrew", 7.5), ("credssp.server_identity", 7),
      ("credssp.encryption_oracle", 5), ("clean.probe", 2),
    ],
    "credssp.client_left_after_credentials": [("clean.auth_only", 8), ("client.terminated", 2)],
    "credssp.stalled": [("credssp.stalled", 8), ("server.unresponsive", 5)],

    // Server and client.
    "server.no_answer": [("server.unresponsive", 8)],
    "server.zero_window": [("server.unresponsive", 9)],
    "client.zero_window": [("client.unresponsive", 8)],
    "client.silent": [("client.unresponsive", 6), ("clean.client_closed", 1)],
    "server.silent": [("server.unresponsive", 8.5)],
    "server.closed_at_once": [("server.closed", 7), ("clean.probe", 1)],
    "server.closed_on_request": [("server.closed", 7.5)],
    "server.closed_after_confirm": [("server.closed", 7)],
    "server.closed_after_tls": [("server.closed", 7), ("credssp.server_dropped", 4)],
    "server.closed_in_connection_sequence": [("server.closed", 7), ("protocol.malformed", 3)],
    "server.closed_with_alert": [
      ("server.terminated", 6.5), ("server.closed", 5), ("clean.server_closed", 3),
    ],
    "server.fin_mid_session": [("server.terminated", 7), ("clean.server_closed", 3)],
    "server.reset_mid_session": [
      ("server.terminated", 6), ("network.reset_injected", 2.5), ("network.idle_timeout", 1),
    ],
    "rdp.server_ultimatum": [("clean.server_closed", 7.5), ("server.disconnected", 5)],
    "rdp.server_ultimatum_by_provider": [
      ("server.disconnected", 8), ("clean.server_closed", 4),
    ],
    "rdp.error_info": [("server.disconnected", 10)],
    "rdp.error_info_user": [("clean.server_closed", 10)],
    "rdp.redirected": [("clean.redirected", 12)],
    "rdp.reconnect_refused": [],
    "rdp.licensing_error": [("server.disconnected", 9)],
    "mcs.refused": [("server.closed", 8), ("protocol.malformed", 4)],
    "client.left_in_connection_sequence": [
      ("client.terminated", 4), ("protocol.malformed", 3.5), ("clean.client_closed", 3),
    ],
    "client.closed_with_alert": [("clean.client_closed", 7), ("client.terminated", 3)],
    "client.fin_mid_session": [("clean.client_closed", 6), ("client.terminated", 5)],
    "client.reset_mid_session": [("client.terminated", 5), ("clean.client_closed", 4.6)],
    "rdp.client_ultimatum": [("clean.client_closed", 9)],

    // Protocol.
    "rdp.garbage_refused": [("protocol.malformed", 8)],
    "rdp.not_rdp_client": [("undetermined.not_rdp", 8)],
    "rdp.not_rdp_server": [("protocol.malformed", 7), ("undetermined.not_rdp", 4)],
    "rdp.framing_error": [("protocol.malformed", 7)],
    "mcs.answer_not_accepted": [("protocol.malformed", 5)],
    "rdp.ultimatum_in_key_exchange": [("protocol.mac_error", 9)],
    "rdp.ultimatum_before_activation": [("server.disconnected", 7), ("protocol.malformed", 5)],
    "mcs.standard_security_refused": [("negotiation.ssl_required", 8.5)],

    // The path.
    "tcp.outage": [
      ("network.path_outage", 10), ("server.terminated", 3), ("server.unresponsive", 2),
    ],
    "tcp.outage_like_before": [("clean.running", 5), ("network.loss", 4)],
    "tcp.outage_open": [("undetermined.capture_ends", 4), ("clean.running", 2)],
    "tcp.heavy_loss": [("network.loss", 10.3)],
    "tcp.pmtu_blackhole": [("network.pmtu_blackhole", 13)],
    "tcp.idle_then_silence": [("network.idle_timeout", 12)],
    "tcp.idle_then_reset": [("network.idle_timeout", 12), ("server.terminated", 4)],
    // The silence was the outage itself.
    "tcp.pause_survived_before": [("network.idle_timeout", -6), ("network.path_outage", 3)],
    "tcp.silence_out_of_pace": [("network.idle_timeout", -5), ("network.path_outage", 2)],
    "tcp.keepalives_unanswered": [("network.path_outage", 10), ("server.terminated", 2)],
    "tcp.delivery_stalled": [("network.path_outage", 7.5), ("network.loss", 7)],
    "tcp.reset_foreign_ttl": [("network.reset_injected", 9)],
    "tcp.reset_foreign_id": [("network.reset_injected", 3)],
    "tcp.reset_race": [("network.reset_injected", 9)],
    "tcp.late_answer": [("network.latency", 9)],
    "tcp.path_healthy": [
      ("network.loss", -6), ("network.path_outage", -6), ("network.pmtu_blackhole", -3),
    ],

    // UDP beside TCP: where the data ran, and what that says of the path.
    "udp.carried": [],
    "udp.not_answered": [],
    "udp.not_usable": [],
    "udp.path_lost": [("network.path_outage", 4)],
    "udp.outlived_tcp": [("network.idle_timeout", 4)],

    // What carries a session that cannot be seen itself.
    "carrier.authentication_refused": [("credssp.gateway_refused", 11)],
    "carrier.refused": [("negotiation.gateway_refused", 11)],
    // The end of a tunnel is the same for a log-off and for a drop inside.
    "carrier.ended": [("undetermined.tunnelled", 7)],
    "carrier.open": [("clean.running", 4), ("undetermined.capture_ends", 2.5)],

    // Ends that the capture does not show, and its own faults.
    // What came after the capture's end, a drop included, no packet shows: about 3 in 4.
    "capture.still_running": [("clean.running", 4), ("undetermined.capture_ends", 2.5)],
    "capture.went_quiet": [
      ("undetermined.capture_ends", 5), ("network.path_outage", 3.5), ("clean.running", 3),
    ],
    "capture.quiet_end": [("clean.running", 4), ("undetermined.capture_ends", 4)],
    "capture.mid_session": [("undetermined.mid_session", 7)],
    // What came before can explain the end: a close that looks ordinary is one in seven times not.
    "capture.started_late": [("undetermined.mid_session", 5)],
    "capture.payload_cut": [("undetermined.conflicting", 4)],
    "capture.left_out": [("undetermined.conflicting", 8)],
    "capture.ends_early": [("undetermined.capture_ends", 6.5)],
    "capture.one_sided": [("undetermined.one_sided", 3.5)],
    // What fell into the gap may be the end: a doubt, no more.
    "capture.gap": [("undetermined.capture_ends", 1.5)],
    // Context: shown, and for or against nothing.
    "tls.offer": [],
    "tls.certificate_findings": [],
    "capture.lost_packets": [],
    "capture.copies": [],
    // What others did at that moment shifts the odds between the places of a fault; it never
    // outweighs what this session itself shows.
    "context.server_peers_fine": [
      ("server.terminated", -1), ("server.unresponsive", -1), ("server.closed", -1),
      ("network.path_outage", 0.5), ("client.terminated", 0.5),
    ],
    "context.server_peers_dropped": [
      ("server.terminated", 1.5), ("server.unresponsive", 1.5), ("network.path_outage", 1),
      ("client.terminated", -2), ("client.unresponsive", -2),
    ],
    "context.client_sessions_fine": [
      ("client.terminated", -1.5), ("client.unresponsive", -1.5), ("server.terminated", 0.5),
      ("server.unresponsive", 0.5),
    ],
    "context.client_sessions_dropped": [
      ("client.terminated", 1.5), ("client.unresponsive", 1), ("network.path_outage", 1),
      ("server.terminated", -2), ("server.unresponsive", -2),
    ],
    "story.session_follows": [("clean.probe", 8)],
    "story.fallback_worked": [("clean.superseded", 14)],
  ]
}
