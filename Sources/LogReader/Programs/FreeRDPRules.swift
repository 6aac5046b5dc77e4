/// Lines of FreeRDP's WLog (xfreerdp, wlfreerdp, Remmina, freerdp-shadow, GNOME, Weston, guacd).
enum FreeRDPRules {
  static let all: [LineRule] =
    FreeRDPSessionRules.first + client + transport + server + FreeRDPGatewayRules.all
    + FreeRDPSessionRules.all

  /// What the client's part says.
  private static let client: [LineRule] = [
    LineRule(
      "freerdp.error_reset", "resetting error state", anywhere: true, is: .phaseReached,
      "A step of the connection starts"),
    LineRule(
      "freerdp.user_closed", "ERRCONNECT_CONNECT_CANCELLED", anywhere: true, is: .userClosed,
      "The user closed the client; logged as an error all the same"),
    LineRule(
      "freerdp.auth_only", "Authentication only, exit status", anywhere: true, is: .phaseReached,
      "The client tested a log-on and nothing else; what came of it stands behind",
      details: { rest, event in
        if rest.has("SUCCESS") || rest.after("[")?.leadingNumber == 0 {
          event.kind = .logonSucceeded
        }
      }),
    LineRule(
      "freerdp.signal", "Caught signal '", anywhere: true, is: .clientInterrupted,
      "A signal (Ctrl-C, kill) ended the client program", details: LineDetails.text),
    LineRule(
      "freerdp.attempt", "connecting to peer ", anywhere: true, is: .attemptBegins,
      "The client starts a TCP connection", details: LineDetails.server),
    LineRule(
      "freerdp.desktop", "Local framebuffer format", anywhere: true, is: .sessionConnected,
      "The desktop is there"),
    LineRule(
      "freerdp.channels", "Loading Dynamic Virtual Channel", anywhere: true,
      is: .sessionConnected, "The session's channels open", details: LineDetails.text),
    LineRule(
      "freerdp.network_disconnect", "Network disconnect!", anywhere: true, is: .consequence,
      "The connection is gone, the client looks whether it may reconnect"),
    LineRule(
      "freerdp.check_fds", "freerdp_check_fds() failed", anywhere: true, is: .consequence,
      "The running session lost its connection; the line before says how, where one does"),
    LineRule(
      "freerdp.reconnect", "Attempting reconnect (", anywhere: true, is: .reconnectAttempt,
      "The client reconnects by itself", details: LineDetails.text),
    LineRule(
      "freerdp.reconnect_failed", "Maximum reconnect retries exceeded", anywhere: true,
      is: .reconnectFailed, "The client gave up to reconnect"),
    LineRule(
      "freerdp.spnego_status", "SPNEGO ", "NTSTATUS: ", anywhere: true, is: .logonRefused,
      "The server refused the log-on with this NTSTATUS",
      details: LineDetails.bracketedCode(.ntStatus, prefix: "")),
    LineRule(
      "freerdp.early_authorization", "Early User Auth active: FAILURE", anywhere: true,
      is: .authorizationDenied, "The account may not use Remote Desktop"),
    LineRule(
      "freerdp.public_key", "Could not verify", "public key", anywhere: true, is: .policyRefused,
      "The server could not prove that it owns its TLS key: a man in the middle or a damaged CredSSP"
    ),
    LineRule(
      "freerdp.certificate_refused", "certificate not trusted, aborting", anywhere: true,
      is: .certificateRefused, "The user, or the client's policy, refused the certificate"),
    LineRule(
      "freerdp.certificate_denied", "No certificate stored, automatically denying", anywhere: true,
      is: .certificateRefused, "The client's policy refuses unknown certificates"),
    LineRule(
      "freerdp.certificate_changed", "REMOTE HOST IDENTIFICATION HAS CHANGED", anywhere: true,
      is: .certificateProblem, "The certificate is another than the stored one"),
    LineRule(
      "freerdp.certificate_name", "CERTIFICATE NAME MISMATCH", anywhere: true,
      is: .certificateProblem, "The certificate has another name than the one connected to"),
    LineRule(
      "freerdp.certificate_verify", "Certificate verification failure", anywhere: true,
      is: .certificateProblem, "The certificate could not be verified", details: LineDetails.text),
    LineRule(
      "freerdp.hybrid_required", "Error: HYBRID_REQUIRED_BY_SERVER", anywhere: true,
      is: .negotiationRefused, "The server demands NLA",
      details: LineDetails.fixed(LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER"))),
    LineRule(
      "freerdp.ssl_required", "Error: SSL_REQUIRED_BY_SERVER", anywhere: true,
      is: .negotiationRefused, "The server demands TLS",
      details: LineDetails.fixed(LogCode(.negotiation, 1, name: "SSL_REQUIRED_BY_SERVER"))),
    LineRule(
      "freerdp.ssl_not_allowed", "Error: SSL_NOT_ALLOWED_BY_SERVER", anywhere: true,
      is: .negotiationRefused, "The server allows RDP security only",
      details: LineDetails.fixed(LogCode(.negotiation, 2, name: "SSL_NOT_ALLOWED_BY_SERVER"))),
    LineRule(
      "freerdp.ssl_certificate", "Error: SSL_CERT_NOT_ON_SERVER", anywhere: true,
      is: .negotiationRefused, "The server has no usable certificate or key",
      details: LineDetails.fixed(LogCode(.negotiation, 3, name: "SSL_CERT_NOT_ON_SERVER"))),
    LineRule(
      "freerdp.inconsistent_flags", "Error: INCONSISTENT_FLAGS", anywhere: true,
      is: .negotiationRefused, "The server refused the request's flags",
      details: LineDetails.fixed(LogCode(.negotiation, 4, name: "INCONSISTENT_FLAGS"))),
    LineRule(
      "freerdp.user_auth_required", "Error: SSL_WITH_USER_AUTH_REQUIRED", anywhere: true,
      is: .negotiationRefused, "The server demands TLS with a client certificate",
      details: LineDetails.fixed(LogCode(.negotiation, 6, name: "SSL_WITH_USER_AUTH_REQUIRED"))),
    LineRule(
      "freerdp.negotiation", "Protocol Security Negotiation Failure", anywhere: true,
      is: .negotiationRefused, "Client and server found no common security protocol"),
    LineRule(
      "freerdp.logon_info", "Logon Error Info", anywhere: true, is: .phaseReached,
      "A notice about the log-on; the session goes on", details: LineDetails.text),
    LineRule(
      "freerdp.error_info_again", "Trying to set error code ERRINFO_", anywhere: true,
      is: .errorInfo, "The server gave its reason for the end a second time",
      details: { rest, event in
        let name = rest.prefix { $0 != UInt8(ascii: ",") }.text
        event.code = errorInfos[name].map { LogCode(.errorInfo, $0, name: "ERRINFO_\(name)") }
      }),
    LineRule(
      "freerdp.error_info", "ERRINFO_", anywhere: true, is: .errorInfo,
      "The server gives its reason for the end (Set Error Info)",
      details: LineDetails.bracketedCode(.errorInfo, prefix: "ERRINFO_", mask: 0xffff)),
    LineRule(
      "freerdp.orders", "fastpath_recv_update", "fail", anywhere: true, is: .protocolError,
      "The client could not read what the server drew"),
    LineRule(
      "freerdp.update_surface", "SurfaceCommand failed", anywhere: true, is: .protocolError,
      "The client could not decode a picture of the server"),
    LineRule(
      "freerdp.update_graphics", "rdpgfx_recv_pdu failed", anywhere: true, is: .protocolError,
      "The client's graphics channel could not read what the server sent"),
    LineRule(
      "freerdp.update", "update_read_", "failed", anywhere: true, is: .protocolError,
      "The client could not read what the server drew"),
    LineRule(
      "freerdp.licensing", "license connection sequence aborted", anywhere: true,
      is: .licensingFailed, "Licensing failed: the server gives no licence"),
    LineRule(
      "freerdp.connect_response", "mcs_recv_connect_response fail", anywhere: true,
      is: .protocolError, "The server's MCS Connect Response could not be read"),
  ]

  /// Ends as the transport sees them, in client and server.
  private static let transport: [LineRule] = [
    LineRule(
      "freerdp.peer_closed", "returned a system error 0:", anywhere: true, is: .peerClosed,
      "The other side closed the connection in order"),
    LineRule(
      "freerdp.system_error", "returned a system error ", anywhere: true, is: .transportError,
      "Reading or writing failed with this errno",
      details: { rest, event in
        guard let number = rest.leadingNumber else { return }
        event.code = LogCode(
          .errno, UInt32(clamping: number),
          name: rest.after(": ").map { $0.withoutBlanks.text.shortened(80) })
      }),
    LineRule(
      "freerdp.retries", "BIO_read retries exceeded", anywhere: true, is: .peerClosed,
      "The other side closed the connection"),
    LineRule(
      "freerdp.tls_error", "returned an error: error:", anywhere: true, is: .tlsFailed,
      "TLS failed with the library's words", details: LineDetails.text),
    LineRule(
      "freerdp.tls_words", "error:", ":SSL routines:", anywhere: true, is: .tlsFailed,
      "The TLS library's words on what failed", details: LineDetails.text),
    LineRule(
      "freerdp.tls_alert", "Unhandled SSL error (where=", anywhere: true, is: .tlsFailed,
      "TLS sent or received an alert", details: LineDetails.text),
    LineRule(
      "freerdp.access_denied", "ACCESS DENIED", anywhere: true, is: .logonRefused,
      "The server refused the log-on with the TLS alert access_denied",
      details: LineDetails.fixed(LogCode(.tlsAlert, 49, name: "access_denied"))),
    LineRule(
      "freerdp.handshake", "BIO_do_handshake failed", anywhere: true, is: .tlsFailed,
      "The TLS handshake failed"),
    LineRule(
      "freerdp.name", "ERRCONNECT_DNS_", anywhere: true, is: .nameNotFound,
      "The server's name was not found",
      details: LineDetails.bracketedCode(.freeRDP, prefix: "ERRCONNECT_DNS_")),
    LineRule(
      "freerdp.connect_failed", "ERRCONNECT_CONNECT_FAILED", anywhere: true, is: .connectFailed,
      "No TCP connection came about",
      details: LineDetails.fixed(LogCode(.freeRDP, 0x20006, name: "ERRCONNECT_CONNECT_FAILED"))),
    LineRule(
      "freerdp.port_closed", "Connection refused [111]", anywhere: true, is: .connectFailed,
      "The server's port is closed",
      details: LineDetails.fixed(LogCode(.errno, 111, name: "Connection refused"))),
    LineRule(
      "freerdp.no_route", "No route to host [113]", anywhere: true, is: .connectFailed,
      "The server's host cannot be reached",
      details: LineDetails.fixed(LogCode(.errno, 113, name: "No route to host"))),
    LineRule(
      "freerdp.connect_timeout", "Connection timed out [110]", anywhere: true, is: .connectFailed,
      "Nothing answered the attempt to connect",
      details: LineDetails.fixed(LogCode(.errno, 110, name: "Connection timed out"))),
    LineRule(
      "freerdp.failed_to_connect", "failed to connect to ", anywhere: true, is: .connectFailed,
      "No TCP connection came about", details: LineDetails.server),
    LineRule(
      "freerdp.tls_connect_failed", "ERRCONNECT_TLS_CONNECT_FAILED", anywhere: true, is: .tlsFailed,
      "The TLS handshake failed; the reason is not logged",
      details: LineDetails.fixed(LogCode(.freeRDP, 0x20008, name: "ERRCONNECT_TLS_CONNECT_FAILED"))),
    LineRule(
      "freerdp.negotiation_failed", "ERRCONNECT_SECURITY_NEGO_CONNECT_FAILED", anywhere: true,
      is: .negotiationRefused, "Client and server found no common security protocol"),
    LineRule(
      "freerdp.hybrid_error", "ERRCONNECT_HYBRID_REQUIRED_BY_SERVER", anywhere: true,
      is: .negotiationRefused, "The server demands NLA",
      details: LineDetails.fixed(LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER"))),
    LineRule(
      "freerdp.returned_code", "libfreerdp returned code is ", anywhere: true, is: .consequence,
      "Remmina prints FreeRDP's last error as a number",
      details: { rest, event in
        guard let value = rest.leadingHexadecimal else { return }
        let code = UInt32(truncatingIfNeeded: value)
        event.code = LogCode(.freeRDP, code)
        event.kind = kind(of: code)
      }),
    LineRule(
      "freerdp.transport_failed", "ERRCONNECT_CONNECT_TRANSPORT_FAILED", anywhere: true,
      is: .consequence, "The connection was lost; the line before says how"),
    LineRule(
      "freerdp.mcs_error", "ERRCONNECT_MCS_CONNECT_INITIAL_ERROR", anywhere: true, is: .consequence,
      "The server ended at the MCS connection"),
    LineRule(
      "freerdp.internal_error_alert", "ERRCONNECT_PASSWORD_CERTAINLY_EXPIRED", anywhere: true,
      is: .tlsFailed,
      "The server sent the TLS alert internal_error (80) during NLA; the password need not be expired",
      details: LineDetails.fixed(LogCode(.tlsAlert, 80, name: "internal_error"))),
    LineRule(
      "freerdp.privileges", "ERRCONNECT_INSUFFICIENT_PRIVILEGES", anywhere: true,
      is: .authorizationDenied, "The account may not use Remote Desktop"),
    LineRule(
      "freerdp.activation_timeout", "ERRCONNECT_ACTIVATION_TIMEOUT", anywhere: true,
      is: .transportError, "The server did not finish the connection in time"),
    LineRule(
      "freerdp.base_errors", "ERRCONNECT_", "_CONNECT_", anywhere: true, is: .consequence,
      "The client could not set itself up"),
    LineRule(
      "freerdp.logon_error", "ERRCONNECT_", anywhere: true, is: .logonRefused,
      "The server refused the log-on with this reason", details: FreeRDPNames.connectError),
  ]

  /// Reasons by name, for lines without their number.
  private static let errorInfos: [String: UInt32] = [
    "RPC_INITIATED_DISCONNECT": 1, "RPC_INITIATED_LOGOFF": 2, "IDLE_TIMEOUT": 3,
    "LOGON_TIMEOUT": 4, "DISCONNECTED_BY_OTHER_CONNECTION": 5, "OUT_OF_MEMORY": 6,
    "SERVER_DENIED_CONNECTION": 7, "SERVER_INSUFFICIENT_PRIVILEGES": 9,
    "SERVER_FRESH_CREDENTIALS_REQUIRED": 10, "RPC_INITIATED_DISCONNECT_BY_USER": 11,
    "LOGOFF_BY_USER": 12,
  ]

  /// What FreeRDP's last error stands for.
  private static func kind(of code: UInt32) -> LogEventKind {
    switch code {
    case 0x2_0004, 0x2_0005: .nameNotFound
    case 0x2_0006: .connectFailed
    case 0x2_0008: .tlsFailed
    case 0x2_000b: .userClosed
    case 0x2_000c: .negotiationRefused
    case 0x2_0009, 0x2_000a, 0x2_000e...0x2_001b: .logonRefused
    default: .consequence
    }
  }

  /// What a server built on FreeRDP says.
  private static let server: [LineRule] = [
    LineRule(
      "freerdp.listening", "Listening on [", anywhere: true, is: .serviceStarted,
      "The server listens",
      details: { rest, event in
        guard let address = rest.range(of: "]") else { return }
        event.server = LogEndpoint(
          address: rest[rest.startIndex..<address.lowerBound].text,
          port: rest[address.upperBound...].after(":")?.leadingNumber)
      }),
    LineRule(
      "freerdp.proxy_peer", "pf_server_handle_peer]: peer connected: ", anywhere: true,
      is: .connectionAccepted, "A client connected to the proxy", details: LineDetails.client),
    LineRule(
      "freerdp.client_security", "Client Security: NLA:", anywhere: true, is: .connectionAccepted,
      "A client connected and asked for these security protocols", details: LineDetails.text),
    LineRule(
      "freerdp.negotiated", "Negotiated Security: ", anywhere: true, is: .securityChosen,
      "The security protocol of the connection", details: LineDetails.text),
    LineRule(
      "freerdp.server_demands", "server supports only ", anywhere: true, is: .negotiationRefused,
      "The server demands what the client did not offer",
      details: { rest, event in
        event.code =
          rest.starts("NLA")
          ? LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER")
          : rest.starts("TLS")
            ? LogCode(.negotiation, 1, name: "SSL_REQUIRED_BY_SERVER")
            : LogCode(.negotiation, 2, name: "SSL_NOT_ALLOWED_BY_SERVER")
      }),
    LineRule(
      "freerdp.server_negotiation", "Protocol security negotiation failure", anywhere: true,
      is: .negotiationRefused, "Client and server found no common security protocol"),
    LineRule(
      "freerdp.accepted", "Accepted client: ", anywhere: true, is: .clientNamed,
      "The log-on passed; the client's computer name", details: LineDetails.host),
    LineRule(
      "freerdp.activated", "Client from ", " is activated", anywhere: true, is: .sessionConnected,
      "The desktop is shown to this client"),
    LineRule(
      "freerdp.message_integrity", "Message Integrity Check (MIC) verification failed",
      anywhere: true, is: .logonRefused,
      "The client's NTLM answer is wrong: most likely a wrong password"),
    LineRule(
      "freerdp.accept_context", "AcceptSecurityContext failed with ", anywhere: true,
      is: .logonRefused, "The log-on failed",
      details: LineDetails.bracketedCode(.hresult, prefix: "")),
    LineRule(
      "freerdp.nla_failed", "client authentication failure", anywhere: true, is: .consequence,
      "NLA did not succeed; the line before says how"),
    LineRule(
      "freerdp.nego_failed", "rdp_server_accept_nego() fail", anywhere: true, is: .consequence,
      "The connection ended during negotiation or NLA"),
    LineRule(
      "freerdp.peer_ended", "Failed to check FreeRDP file descriptor", anywhere: true,
      is: .connectionEnded, "The server ends its part of the connection"),
  ]
}
