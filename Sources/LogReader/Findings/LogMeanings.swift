extension LogWeights {
  /// What each finding means, one sentence for the handbook.
  public static let meanings: [String: String] = [
    "log.user_closed": "The user closed the client, which FreeRDP logs as an error all the same.",
    "log.auth_only": "The client tested a log-on, as it was told, and the server let it in.",
    "log.user_gave_up": "The user closed the client after something else had failed.",
    "log.client_interrupted": "A signal such as Ctrl-C ended the client program.",
    "log.client_graphics": "The client could not decode the server's graphics and gave up.",
    "log.client_killed": "A signal ended the client program before the desktop was there.",
    "log.activation_stalled":
      "The server did not finish the connection in the time that the client waits.",
    "log.logon_notice":
      "The server refused the user with a notice inside the session and logged it off.",
    "log.client_crashed": "The client program crashed around the end.",
    "log.client_program_ended":
      "The client program ended: its user closed it, or it was ended; the record does not say which.",
    "log.client_slept": "The client's host went to sleep around the end.",
    "log.client_stopped": "The client's host was shut down, restarted or crashed around the end.",
    "log.admin_disconnect": "An administrator or a program on the server ended the session.",
    "log.idle_limit": "The server's limit of idle time was reached.",
    "log.time_limit": "The server's limit of session time was reached.",
    "log.taken_over": "Another connection or session took this one over.",
    "log.out_of_memory": "The server says that it ran out of memory.",
    "log.server_denied": "The server denied the connection and said so.",
    "log.server_error": "The server's display driver or desktop failed.",
    "log.error_info": "The server gave a reason of its own (Set Error Info).",
    "log.protocol_error_info": "The server reports that the client broke the protocol.",
    "log.server_disconnected": "The server ended the session and the log says no more.",
    "log.limit_reached": "A limit of sessions or of time was reached.",
    "log.licensing": "The server could not or would not give the client a licence.",
    "log.user_disconnected": "The user chose Disconnect; the session lives on.",
    "log.logged_off":
      "The session was logged off; some servers write it for every end that they make.",
    "log.gateway_closed": "The gateway reports an orderly end (1226 or no error).",
    "log.gateway_ended":
      "The gateway's part ended, and this form of the record names neither an error nor a side.",
    "log.gateway_denied": "The gateway's connection or resource policy denies the user.",
    "log.gateway_target":
      "The gateway could not connect to the resource: off, filtered or not listening.",
    "log.gateway_error": "The gateway ended the connection with an error.",
    "log.service_stopped":
      "The server program was stopped, restarted or crashed while the session ran.",
    "log.backend_failed": "The program behind the desktop did not start or does not answer.",
    "log.host_no_answer": "The session host did not answer the broker or gateway.",
    "log.handover_aborted":
      "A client that was sent on to the user's session did not arrive there in time.",
    "log.broker_failed":
      "The connection broker could not find, load or prepare a host for the user.",
    "log.desktop_short":
      "The session manager's desktop ended within seconds of its start: look at its start script.",
    "log.host_slept": "The server's host went to sleep around the end.",
    "log.host_stopped": "The server's host was shut down or restarted around the end.",
    "log.host_crashed": "The server's host crashed or lost power around the end.",
    "log.resources_low": "The host ran out of memory or of free ports.",
    "log.session_stuck":
      "A part of the session does not answer: find it with qwinsta, end it with rwinsta.",
    "log.logon_refused": "User name or password are not right.",
    "log.account_restricted": "The account is locked, disabled, expired or restricted.",
    "log.password_expired": "The password is expired or must be changed.",
    "log.logon_type_denied": "The account may not log on this way.",
    "log.access_denied": "The user may not use Remote Desktop on this server.",
    "log.no_authority": "No domain controller answered, the clocks differ, or the trust is broken.",
    "log.policy": "A policy forbids the log-on.",
    "log.authentication_failed": "The log-on failed with a code that names no known reason.",
    "log.encryption_oracle":
      "CredSSP's oracle remediation forbids the connection: patch both ends.",
    "log.server_identity": "The server could not prove that it owns its TLS key.",
    "log.password_attack": "Many log-ons were refused within a day: somebody tries passwords.",
    "log.port_scan": "Many connections asked for nothing: somebody scans ports.",
    "log.nla_required": "The server demands NLA and the client did not offer it.",
    "log.negotiation_ssl_required": "The server demands TLS and the client did not offer it.",
    "log.negotiation_ssl_not_allowed": "The server allows standard RDP security only.",
    "log.negotiation_no_certificate": "The server has no usable certificate or key.",
    "log.negotiation_flags": "The server refused the flags of the request.",
    "log.negotiation_user_certificate": "The server demands TLS with a certificate of the client.",
    "log.client_lacks":
      "The server closed because the client lacks what it demands, and named it.",
    "log.nla_failed":
      "NLA did not succeed and the server does not say how: most often a wrong password.",
    "log.negotiation_refused": "Client and server found no common security protocol.",
    "log.negotiation_cut":
      "The connection was cut during the negotiation; FreeRDP calls that a failed negotiation too.",
    "log.gateway_http": "The gateway answered with an HTTP status that ends the attempt.",
    "log.gateway_failed": "The gateway's answer could not be used; the log says no more.",
    "log.server_key": "The server cannot read its certificate or private key and offers no TLS.",
    "log.tls_not_offered":
      "The server cannot use its key and offers no TLS; the client, which asked for it, left.",
    "log.tls_bad_record": "A TLS record was damaged on the way.",
    "log.tls_version": "Client and server have no TLS version in common.",
    "log.tls_cipher": "Client and server have no cipher suite in common.",
    "log.tls_alert": "TLS ended with an alert.",
    "log.tls_internal_alert":
      "The server sent the alert internal_error, during NLA most likely about the log-on.",
    "log.tls_failed": "The TLS handshake failed at once and the log says no more.",
    "log.tls_stalled": "The TLS handshake got no answer for seconds.",
    "log.security_failed": "TLS or CredSSP failed with a code that names no known reason.",
    "log.certificate_refused": "The client refused the server's certificate.",
    "log.certificate_expired": "The server's certificate is expired.",
    "log.certificate_problem": "The server has trouble with its certificate or key.",
    "log.transport_timeout":
      "Nothing was acknowledged in time: proof of silence, not of where it arose.",
    "log.link_down": "The host's network adapter lost its link around the end.",
    "log.tunnel_down": "The VPN tunnel that the session went through went down around the end.",
    "log.unreachable": "The network said that the host cannot be reached.",
    "log.firewall_dropped": "A packet filter dropped the connection.",
    "log.firewall_client_reset":
      "A reset that came from the client's side passed the packet filter.",
    "log.firewall_server_reset":
      "A reset that came from the server's side passed the packet filter.",
    "log.firewall_closed":
      "The connection was closed in order; a packet filter does not see who wanted it.",
    "log.firewall_timeout": "A firewall forgot the idle connection.",
    "log.browser_left": "The browser of the user left the running connection: closed or reloaded.",
    "log.browser_left_connecting": "The browser of the user left while the connection came up.",
    "log.browser_gone": "The browser of the user did not answer any more.",
    "log.connect_timeout": "Nothing answered the attempt to connect.",
    "log.name_not_found": "The server's name was not found.",
    "log.refused": "The port is closed.",
    "log.transport_reset":
      "The connection was reset; the client's log does not tell who sent the reset.",
    "log.transport_reset_at_server":
      "The connection was reset; the server's log does not tell who sent the reset.",
    "log.transport_broken": "The connection was gone when the client first sent data.",
    "log.transport_error": "Reading or writing failed and the log says no more.",
    "log.connect_failed": "No TCP connection came about; the log does not tell why.",
    "log.server_closed_session": "The other side closed the running session in order.",
    "log.server_closed_connecting": "The other side closed while the connection came up.",
    "log.client_closed": "The client closed the running session in order.",
    "log.client_gone":
      "The client closed or the connection broke; this log does not tell the two apart.",
    "log.peer_killed": "The other side was gone without TLS's farewell: its program was ended.",
    "log.peer_gone": "The other side closed or reset the connection.",
    "log.client_left_connecting":
      "The client left while the connection came up, as after a refused certificate.",
    "log.connection_gone": "The server noticed that the connection was gone (reason 13 or 14).",
    "log.session_disconnected": "The session was disconnected and the log says no more.",
    "log.protocol_error": "One side could not read what the other sent.",
    "log.mac_error": "A message of standard RDP security was damaged or not decrypted.",
    "log.security_layer_error": "The security layer met an error that names no known reason.",
    "log.probe": "A health check, a scan, or the short connection before a client's real one.",
    "log.client_no_reason": "The client gives no reason.",
    "log.client_timeout": "The client got no answer in time.",
    "log.client_connect_failed": "The client could not make a TCP connection (516).",
    "log.client_socket_error": "Sending or receiving failed in the client (772, 1028).",
    "log.client_socket_closed":
      "The client's socket closed (0x904), which says neither who closed it nor why.",
    "log.client_protocol_error": "The client met a protocol error.",
    "log.client_security_error": "The client's security layer failed.",
    "log.client_code_other": "The client gives a code without a public meaning.",
    "log.words_logon": "A line of a program that is not known says that the log-on was refused.",
    "log.words_negotiation": "A line of a program that is not known says that negotiation failed.",
    "log.words_licence": "A line of a program that is not known says that licensing failed.",
    "log.words_certificate":
      "A line of a program that is not known says that a certificate was refused.",
    "log.words_tls": "A line of a program that is not known says that TLS failed.",
    "log.words_idle":
      "A line of a program that is not known says that a limit of idle time was reached.",
    "log.words_refused": "A line of a program that is not known says that the port is closed.",
    "log.words_unreachable":
      "A line of a program that is not known says that the host cannot be reached.",
    "log.words_name":
      "A line of a program that is not known says that the server's name was not found.",
    "log.words_reset": "A line of a program that is not known says that the connection was reset.",
    "log.words_timeout": "A line of a program that is not known says that something timed out.",
    "log.words_protocol":
      "A line of a program that is not known says that a message could not be read.",
    "log.words_user": "A line of a program that is not known says that the user ended the session.",
    "log.words_ended": "A line of a program that is not known says that the connection ended.",
    "log.reconnected": "The client reconnected by itself.",
    "log.reconnect_failed": "The client could not reconnect.",
    "log.ends_open":
      "The log tells no end: killed, path gone and still running look alike.",
  ]
}
