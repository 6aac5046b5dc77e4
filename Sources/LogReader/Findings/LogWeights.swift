/// What each finding of a log speaks for, in natural log-odds, as the weights of packets are.
///
/// A log that names a reason is proof (8 and more). A log that says only that the connection is gone
/// leaves several causes, and weighs little for each.
public enum LogWeights {
  public typealias Weights = [(code: String, weight: Double)]

  public static let table: [String: Weights] = [
    // The user and the client's program.
    "log.user_closed": [("clean.client_closed", 8), ("client.terminated", 3)],
    "log.user_gave_up": [],
    "log.auth_only": [("clean.auth_only", 7)],
    "log.client_interrupted": [("clean.client_closed", 4), ("client.terminated", 4)],
    "log.client_graphics": [("client.terminated", 5.5), ("protocol.malformed", 3)],
    "log.client_killed": [("client.terminated", 6), ("clean.client_closed", 3)],
    "log.activation_stalled": [("server.unresponsive", 3.8), ("server.disconnected", 2.4)],
    "log.logon_notice": [("server.disconnected", 4), ("credssp.access_denied", 3)],
    "log.client_crashed": [("client.terminated", 8)],
    "log.client_program_ended": [("clean.client_closed", 2.4), ("client.terminated", 1.8)],
    "log.client_slept": [("client.terminated", 6)],
    "log.client_stopped": [("client.terminated", 6.5)],

    // Ends that the server gives a reason for.
    "log.admin_disconnect": [("server.disconnected", 8.5), ("clean.server_closed", 3)],
    "log.idle_limit": [("server.disconnected", 10)],
    "log.time_limit": [("server.disconnected", 10)],
    "log.taken_over": [("server.disconnected", 9), ("clean.server_closed", 3)],
    "log.out_of_memory": [("server.disconnected", 9)],
    "log.server_denied": [("server.disconnected", 8.5)],
    "log.server_error": [("server.disconnected", 9)],
    "log.error_info": [("server.disconnected", 8.5)],
    "log.protocol_error_info": [("protocol.malformed", 6.5), ("server.disconnected", 6)],
    "log.server_disconnected": [("server.disconnected", 7)],
    "log.limit_reached": [("server.disconnected", 10.5)],
    "log.licensing": [("server.disconnected", 8)],
    "log.user_disconnected": [("clean.server_closed", 8)],
    // Servers write it for their own ends too.
    "log.logged_off": [("clean.server_closed", 6.5), ("server.disconnected", 4)],
    "log.gateway_closed": [("clean.client_closed", 6)],
    "log.gateway_ended": [("clean.client_closed", 2.5), ("clean.server_closed", 1.5)],
    "log.gateway_denied": [("credssp.gateway_refused", 10)],
    "log.gateway_target": [
      ("network.syn_unanswered", 3.4), ("server.port_closed", 2.6), ("network.unreachable", 1.5),
    ],
    "log.gateway_error": [("network.path_outage", 2), ("server.closed", 2)],

    // The server's program and host.
    "log.service_stopped": [("server.terminated", 8)],
    "log.backend_failed": [("server.closed", 9.5)],
    "log.host_no_answer": [("server.unresponsive", 5), ("server.closed", 3)],
    "log.handover_aborted": [("server.closed", 2.4), ("client.terminated", 2.2)],
    "log.broker_failed": [("server.disconnected", 7)],
    "log.desktop_short": [("server.closed", 4.2), ("clean.server_closed", 2.5)],
    "log.host_slept": [("server.terminated", 6), ("network.syn_unanswered", 3)],
    "log.host_stopped": [("server.terminated", 7)],
    "log.host_crashed": [("server.terminated", 7)],
    "log.resources_low": [("server.unresponsive", 3)],
    "log.session_stuck": [("server.unresponsive", 6)],

    // Log-on.
    "log.logon_refused": [("credssp.logon_failure", 9)],
    "log.account_restricted": [("credssp.account_restricted", 10)],
    "log.password_expired": [("credssp.password_expired", 10)],
    "log.logon_type_denied": [("credssp.account_restricted", 9), ("credssp.access_denied", 8)],
    "log.access_denied": [("credssp.access_denied", 10)],
    "log.no_authority": [("credssp.server_dropped", 7)],
    "log.policy": [("credssp.client_withdrew", 7)],
    "log.authentication_failed": [("credssp.logon_failure", 6.5), ("credssp.server_dropped", 5.5)],
    "log.nla_failed": [("credssp.logon_failure", 4.2), ("credssp.client_withdrew", 3)],
    "log.encryption_oracle": [("credssp.encryption_oracle", 10)],
    "log.server_identity": [("credssp.server_identity", 9)],
    "log.port_scan": [("clean.probe", 2)],
    "log.password_attack": [("credssp.logon_failure", 1)],

    // Negotiation.
    "log.nla_required": [("negotiation.hybrid_required", 10)],
    "log.negotiation_ssl_required": [("negotiation.ssl_required", 10)],
    "log.negotiation_ssl_not_allowed": [("negotiation.ssl_not_allowed", 10)],
    "log.negotiation_no_certificate": [("negotiation.ssl_cert_not_on_server", 10)],
    "log.negotiation_flags": [("negotiation.inconsistent_flags", 10)],
    "log.negotiation_user_certificate": [("negotiation.ssl_with_user_auth_required", 10)],
    "log.client_lacks": [("server.closed", 8.5)],
    "log.negotiation_refused": [("negotiation.refused", 8)],
    "log.negotiation_cut": [
      ("server.closed", 2.5), ("negotiation.refused", 2.2), ("network.reset_injected", 1.2),
    ],
    "log.gateway_http": [("negotiation.gateway_refused", 8)],
    "log.gateway_failed": [("negotiation.gateway_refused", 4.6), ("network.path_outage", 1.5)],
    "log.server_key": [("negotiation.ssl_cert_not_on_server", 7), ("server.closed", 4)],

    "log.tls_not_offered": [("negotiation.ssl_cert_not_on_server", 4.5), ("clean.probe", 3)],

    // TLS.
    "log.tls_bad_record": [("tls.bad_record", 9)],
    "log.tls_version": [("tls.version_mismatch", 9)],
    "log.tls_cipher": [("tls.cipher_mismatch", 8), ("tls.version_mismatch", 4)],
    "log.tls_alert": [("tls.alert", 7)],
    "log.tls_internal_alert": [
      ("credssp.server_dropped", 6), ("tls.alert", 4.5), ("credssp.logon_failure", 3),
    ],
    "log.tls_failed": [
      ("tls.alert", 4), ("tls.version_mismatch", 3.5), ("tls.cipher_mismatch", 3.2),
      ("tls.closed_on_client_hello", 3), ("network.reset_injected", 1.5),
    ],
    "log.tls_stalled": [
      ("tls.closed_on_client_hello", 1), ("server.unresponsive", 1.5), ("network.path_outage", 1.5),
    ],
    "log.security_failed": [("tls.alert", 5), ("credssp.server_dropped", 4)],
    "log.certificate_refused": [("tls.certificate_rejected", 9)],
    "log.certificate_expired": [("tls.certificate_expired", 9.5)],
    "log.certificate_problem": [("negotiation.ssl_cert_not_on_server", 1.5)],

    // The path.
    "log.transport_timeout": [
      ("network.path_outage", 6.5), ("network.loss", 6), ("network.idle_timeout", 4),
      // It proves silence, not where: a host that fell asleep or hung looks the same.
      ("client.unresponsive", 4.5), ("server.unresponsive", 4.5),
    ],
    "log.link_down": [("network.path_outage", 7)],
    "log.tunnel_down": [("network.path_outage", 7)],
    "log.unreachable": [("network.unreachable", 8)],
    "log.firewall_dropped": [("network.syn_unanswered", 9)],
    "log.firewall_client_reset": [("client.terminated", 4), ("clean.client_closed", 2.5)],
    "log.firewall_server_reset": [("server.terminated", 4), ("server.closed", 2.5)],
    "log.firewall_closed": [("clean.client_closed", 2), ("clean.server_closed", 1.5)],
    "log.firewall_timeout": [("network.idle_timeout", 8)],
    "log.browser_left": [("clean.client_closed", 4.4), ("client.terminated", 2)],
    "log.browser_left_connecting": [
      ("clean.client_closed", 2.5), ("client.terminated", 1.5), ("server.unresponsive", 1.5),
    ],
    "log.browser_gone": [("client.unresponsive", 3), ("network.path_outage", 2.5)],
    "log.connect_timeout": [("network.syn_unanswered", 5), ("server.port_closed", 2)],
    "log.name_not_found": [("network.name_not_found", 7)],
    "log.refused": [("server.port_closed", 7.5)],

    // Gone, and the log does not know why.
    "log.transport_reset": [("network.reset_injected", 2), ("server.terminated", 2)],
    "log.transport_reset_at_server": [("network.reset_injected", 2), ("client.terminated", 2)],
    "log.transport_broken": [("network.unreachable", 1.2), ("server.port_closed", 1.5)],
    "log.transport_error": [("network.path_outage", 1.5), ("server.terminated", 1)],
    "log.connect_failed": [
      ("network.syn_unanswered", 2), ("server.port_closed", 2), ("network.unreachable", 1.5),
    ],
    "log.server_closed_session": [
      ("server.terminated", 4.6), ("server.closed", 3), ("network.idle_timeout", 2.5),
    ],
    "log.server_closed_connecting": [
      ("server.closed", 3), ("credssp.server_dropped", 2.4), ("credssp.logon_failure", 2.2),
    ],
    "log.client_closed": [
      ("clean.client_closed", 4.3), ("client.terminated", 3), ("network.idle_timeout", 1.5),
    ],
    "log.client_gone": [
      ("clean.client_closed", 4.5), ("client.terminated", 3), ("network.path_outage", 1.5),
    ],
    "log.peer_killed": [("client.terminated", 6.2), ("clean.client_closed", 3.5)],
    "log.peer_gone": [
      ("clean.client_closed", 2), ("client.terminated", 1.5), ("network.reset_injected", 1),
    ],
    "log.client_left_connecting": [
      ("client.terminated", 4.2), ("clean.probe", 3), ("tls.certificate_rejected", 2.8),
      ("credssp.client_withdrew", 2),
    ],
    "log.connection_gone": [("clean.client_closed", 1), ("network.path_outage", 1)],
    "log.session_disconnected": [("clean.client_closed", 1.5), ("network.path_outage", 1.5)],
    "log.protocol_error": [("protocol.malformed", 5.5), ("server.closed", 3)],
    "log.mac_error": [("protocol.mac_error", 8)],
    "log.security_layer_error": [("protocol.malformed", 1.5), ("network.path_outage", 1)],
    "log.probe": [("clean.probe", 6.5), ("client.terminated", 2)],

    // Codes of Microsoft's client.
    "log.client_no_reason": [("clean.client_closed", 1.5)],
    "log.client_timeout": [("network.syn_unanswered", 3.5), ("server.unresponsive", 3)],
    "log.client_connect_failed": [
      ("network.syn_unanswered", 2.2), ("server.port_closed", 2.2), ("network.unreachable", 1),
    ],
    "log.client_socket_error": [("network.reset_injected", 2), ("server.terminated", 2)],
    "log.client_socket_closed": [("server.closed", 1.8), ("network.reset_injected", 1.2)],
    "log.client_protocol_error": [("protocol.malformed", 5.5), ("server.disconnected", 3)],
    "log.client_security_error": [("tls.alert", 4), ("protocol.mac_error", 3)],
    "log.client_code_other": [],

    // Words of programs that are not known: they may mean something else there.
    "log.words_logon": [("credssp.logon_failure", 4.2)],
    "log.words_negotiation": [("negotiation.refused", 4)],
    "log.words_licence": [("server.disconnected", 2.6), ("protocol.malformed", 2.2)],
    "log.words_certificate": [("tls.certificate_rejected", 3.8)],
    "log.words_tls": [("tls.alert", 3.6), ("credssp.server_dropped", 2)],
    "log.words_idle": [("server.disconnected", 3.4), ("network.idle_timeout", 2)],
    "log.words_refused": [("server.port_closed", 4.2)],
    "log.words_unreachable": [("network.unreachable", 4)],
    "log.words_name": [("network.name_not_found", 4.2)],
    "log.words_reset": [("network.reset_injected", 2), ("server.terminated", 2)],
    "log.words_timeout": [("network.path_outage", 2), ("network.syn_unanswered", 2)],
    "log.words_protocol": [("protocol.malformed", 3.8), ("client.terminated", 2)],
    "log.words_user": [("clean.client_closed", 3.2)],
    "log.words_ended": [("clean.client_closed", 1), ("network.path_outage", 1)],

    "log.reconnected": [],
    "log.reconnect_failed": [],
    "log.ends_open": [("undetermined.mid_session", 1.5)],
  ]

  /// Findings that name why something failed: what comes after follows from it.
  static func isFailure(_ code: String) -> Bool {
    guard let weights = table[code] else { return false }
    return weights.contains { $0.weight >= 4 && !$0.code.hasPrefix("clean.") }
  }
}
