/// Lines of xrdp and xrdp-sesman, 0.9 and 0.10.
enum XRDPRules {
  static let all: [LineRule] =
    connection + ends + login + service + XRDPSessionRules.all
    + XRDPSessionRules.remoteFrameBuffer + XRDPSessionRules.modules
  static let sessionManager: [LineRule] = sesman + service + XRDPSessionRules.sessionManager

  private static let connection: [LineRule] = [
    LineRule(
      "xrdp.accepted", "Socket ", "connection received from ", is: .connectionAccepted,
      "A TCP connection from this address and port", details: LineDetails.client),
    LineRule(
      "xrdp.accepted_010", "Socket ", "connection accepted from ", is: .connectionAccepted,
      "A TCP connection from this address and port",
      details: { rest, event in
        let words = rest.starts("AF_") ? rest.dropFirst(rest.firstWord.count).withoutBlanks : rest
        event.client =
          words.starts("[")
          ? LogEndpoint(parsing: words.firstWord.text) : LineDetails.addressAndPort(words)
      }),
    LineRule(
      "xrdp.security", "Security protocol: configured ", is: .securityChosen,
      "The security protocols configured, requested and selected", details: LineDetails.text),
    LineRule(
      "xrdp.security_old", "Security layer: requested ", is: .securityChosen,
      "The security layers requested and selected", details: LineDetails.text),
    LineRule(
      "xrdp.client_name", "Connected client computer name: ", is: .clientNamed,
      "The client's computer name", details: LineDetails.host),
    LineRule(
      "xrdp.client_name_010", "connected client computer name: ", is: .clientNamed,
      "The client's computer name", details: LineDetails.host),
    LineRule(
      "xrdp.tls", "TLS connection established from ", is: .tlsEstablished,
      "TLS is up; version and cipher",
      details: { rest, event in
        event.client = LineDetails.addressAndPort(rest)
        event.text = rest.after(": ")?.text.shortened(120)
      }),
    LineRule(
      "xrdp.no_tls", "Non-TLS connection established from ", is: .phaseReached,
      "The connection uses standard RDP security", details: LineDetails.client),
    LineRule(
      "xrdp.key_unreadable", "Cannot accept TLS connections", is: .certificateProblem,
      "The server cannot read its certificate or private key", details: LineDetails.text),
    LineRule(
      "xrdp.key_file", "Cannot read private key file", is: .certificateProblem,
      "The server cannot read its private key", details: LineDetails.text),
    LineRule(
      "xrdp.no_protocols", "No SSL/TLS protocols enabled", is: .certificateProblem,
      "The server's configuration allows no TLS version"),
  ]

  private static let ends: [LineRule] = [
    LineRule(
      "xrdp.tls_detail", "SSL: error:", is: .tlsFailed, "TLS failed with the library's words",
      details: LineDetails.text),
    LineRule(
      "xrdp.handshake_closed", "SSL_accept: I/O error", is: .transportError,
      "The client ended the connection during the TLS handshake"),
    LineRule(
      "xrdp.handshake_failed", "SSL_accept: ", is: .tlsFailed, "The TLS handshake failed",
      details: LineDetails.text),
    LineRule(
      "xrdp.read_reset", "SSL_read: I/O error", is: .transportError,
      "Reading failed: the connection was reset or broken"),
    LineRule(
      "xrdp.read_failed", "SSL_read: ", is: .consequence,
      "Reading failed; the next line says how"),
    LineRule(
      "xrdp.write_failed", "SSL_write: ", is: .consequence, "Writing failed"),
    LineRule(
      "xrdp.header", "libxrdp_force_read: header read error", is: .peerClosed,
      "The client was gone before it sent the next message of the connection sequence"),
    LineRule(
      "xrdp.no_request", "[ITU-T X.224] Connection Sequence: CR-TPDU", is: .consequence,
      "The client left before or during the X.224 request: a health check or scan"),
    LineRule(
      "xrdp.no_initial", "Processing [ITU-T T.125] Connect-Initial failed", is: .consequence,
      "The client left after the security protocol was chosen"),
    LineRule(
      "xrdp.tls_mode", "trans_set_tls_mode: ssl_tls_accept failed", is: .consequence,
      "The TLS handshake failed; the line before says how"),
    LineRule(
      "xrdp.mac", "MAC checksum error", anywhere: true, is: .protocolError,
      "A message of standard RDP security was damaged or not decrypted"),
    LineRule(
      "xrdp.ended", "xrdp_iso_send: trans_write_copy_s failed", is: .connectionEnded,
      "The client is gone: it closed the connection, or the connection broke"),
    LineRule(
      "xrdp.ultimatum", "Sending [ITU T.125] DisconnectProviderUltimatum failed", is: .consequence,
      "The client is gone"),
    LineRule(
      "xrdp.cascade", "xrdp_sec_incoming: ", is: .consequence, "Follows from the error before"),
    LineRule(
      "xrdp.cascade_rdp", "xrdp_rdp_incoming: ", is: .consequence, "Follows from the error before"),
    LineRule(
      "xrdp.cascade_loop", "xrdp_process_main_loop: ", is: .consequence,
      "Follows from the error before"),
  ]

  private static let login: [LineRule] = [
    LineRule(
      "xrdp.login_failed", "login failed for user ", is: .logonRefused,
      "xrdp's own log-on was refused; the connection goes on until the user closes it",
      details: LineDetails.user),
    LineRule(
      "xrdp.login_failed_old", "login failed for display", is: .logonRefused,
      "The log-on was refused"),
    LineRule(
      "xrdp.login", "login successful for user ", is: .logonSucceeded, "The user logged on",
      details: { rest, event in
        LineDetails.user(rest, &event)
        event.session = rest.after("display ")?.leadingNumber
      }),
    LineRule(
      "xrdp.login_display", "login successful for display ", is: .logonSucceeded,
      "The user logged on", details: { rest, event in event.session = rest.leadingNumber }),
    LineRule("xrdp.connected", "connected ok", is: .sessionConnected, "The desktop is there"),
    LineRule(
      "xrdp.connected_010", "Connected ok", is: .sessionConnected, "The desktop is there"),
    LineRule(
      "xrdp.backend", "Error connecting to user session", is: .backendFailed,
      "The user's X server did not start or does not answer"),
    LineRule(
      "xrdp.backend_sesman", "Error connecting to sesman", is: .backendFailed,
      "The session manager does not run or does not answer", details: LineDetails.text),
    LineRule(
      "xrdp.backend_connect", "xrdp_mm_connect: connect failed", anywhere: true, is: .backendFailed,
      "The session manager does not run or does not answer"),
    LineRule(
      "xrdp.backend_lost", "lib_mod_signal", anywhere: true, is: .backendFailed,
      "The user's X server ended"),
  ]

  private static let service: [LineRule] = [
    LineRule(
      "xrdp.stopping", "Received termination signal", is: .serviceStopped, "xrdp was told to stop"),
    LineRule(
      "xrdp.sesman_stopping", "sesman_main_loop: sesman asked to terminate", is: .serviceStopped,
      "The session manager was told to stop"),
    LineRule(
      "xrdp.systemd_stop", "Stopping xrdp daemon", is: .serviceStopped,
      "systemd was told to stop xrdp"),
    LineRule(
      "xrdp.sesman_failed", "sesman connect failed", anywhere: true, is: .backendFailed,
      "xrdp could not reach its session manager"),
    LineRule("xrdp.started", "starting xrdp with pid", is: .serviceStarted, "xrdp started"),
    LineRule(
      "xrdp.sesman_started", "starting xrdp-sesman with pid", is: .serviceStarted,
      "The session manager started"),
    LineRule(
      "xrdp.listening", "listening to port ", is: .phaseReached, "xrdp listens",
      details: { rest, event in
        guard let address = rest.after(" on ") else { return }
        event.server = LogEndpoint(address: address.firstWord.text, port: rest.leadingNumber)
      }),
  ]

  private static let sesman: [LineRule] = [
    LineRule(
      "sesman.created", "++ created session (access granted): username ", is: .logonSucceeded,
      "The session manager accepted the log-on", details: userAndAddress),
    LineRule(
      "sesman.reconnected", "++ reconnected session: username ", is: .sessionReconnected,
      "The user came back to the own session", details: userAndAddress),
    LineRule(
      "sesman.starting", "Starting session: session_pid ", is: .phaseReached,
      "The session's processes start",
      details: { rest, event in
        event.session = rest.after("display :")?.leadingNumber
        event.client = rest.after("client ip ").flatMap { LogEndpoint(parsing: $0.firstWord.text) }
        if let name = rest.after("user name ") { LineDetails.user(name, &event) }
      }),
    LineRule(
      "sesman.authfail", "AUTHFAIL: user=", is: .logonRefused,
      "Wrong password, unknown or locked account",
      details: { rest, event in
        LineDetails.user(rest, &event)
        event.client = rest.after("ip=").map { LogEndpoint(address: $0.firstWord.text) }
      }),
    LineRule(
      "sesman.denied", "login denied for user ", is: .authorizationDenied,
      "The user is not in the group that may log on", details: LineDetails.user),
    LineRule(
      "sesman.denied_010", "Username or password error for user: ", is: .logonRefused,
      "Wrong password, unknown or locked account", details: LineDetails.user),
    LineRule(
      "sesman.limit", "max concurrent session limit exceeded. login for user ", is: .limitReached,
      "The limit of sessions (MaxSessions) is reached", details: LineDetails.user),
    LineRule(
      "sesman.terminated", "++ terminated session:", is: .sessionLoggedOff,
      "The session's window manager ended: the user logged off, or the session was ended",
      details: { rest, event in
        if let name = rest.after("username ") { userAndAddress(name, &event) }
      }),
    LineRule(
      "sesman.finished", "Session on display ", "has finished", is: .sessionLoggedOff,
      "The session's window manager ended"),
    LineRule(
      "sesman.no_x_server", "Timed out waiting for X server", is: .backendFailed,
      "The user's X server did not start",
      details: { rest, event in event.session = rest.after("display ")?.leadingNumber }),
    LineRule(
      "sesman.no_x_server_active", "There is no X server active on display ", is: .backendFailed,
      "The user's X server did not start",
      details: { rest, event in event.session = rest.leadingNumber }),
    LineRule(
      "sesman.x_server_timeout", "X server for display ", is: .backendFailed,
      "The user's X server did not start in time",
      details: { rest, event in
        event.session = rest.leadingNumber
        if !rest.has(" startup timeout") { event.kind = .phaseReached }
      }),
    LineRule(
      "sesman.started_user", "Session started successfully for user ", is: .logonSucceeded,
      "The session manager accepted the log-on and starts the session",
      details: { rest, event in
        LineDetails.user(rest, &event)
        event.session = rest.after("on display ")?.leadingNumber
      }),
    LineRule(
      "sesman.window_manager_display", "Window manager (pid ", ", display ", is: .backendFailed,
      "The user's desktop ended at once or with an error",
      details: { rest, event in
        event.session = rest.leadingNumber
        event.text = rest.after(") ")?.before(".").text.shortened(80)
        if !rest.has("exited quickly"), !rest.has("non-zero exit code") {
          event.kind = .phaseReached
        }
      }),
    LineRule(
      "sesman.window_manager", "Window manager (pid ", "exited quickly", is: .backendFailed,
      "The user's desktop ended at once: its start script or configuration fails",
      details: { rest, event in
        event.text = "exited quickly" + rest.before(".").text.shortened(80)
      }),
    LineRule(
      "sesman.window_manager_exit", "Window manager ", "exited with non-zero exit code",
      is: .backendFailed, "The user's desktop ended with an error", details: LineDetails.text),
    LineRule(
      "sesman.created_010", "Created session successfully: username ", is: .logonSucceeded,
      "The session manager accepted the log-on", details: userAndAddress),
    LineRule(
      "sesman.accepted", "Socket ", "connection received from ", is: .phaseReached,
      "xrdp asks the session manager"),
    LineRule(
      "sesman.pam", "pam_authenticate failed: ", is: .consequence, "The system refused the log-on",
      details: LineDetails.text),
  ]

  /// `NAME, [display :10.0, …] ip ADDRESS:PORT - socket: N` or `ip=`.
  private static let userAndAddress: @Sendable (LineBytes, inout LogEvent) -> Void = {
    rest, event in
    LineDetails.user(rest, &event)
    event.session = rest.after("display :")?.leadingNumber
    let address = rest.after("ip ") ?? rest.after("ip: ")
    event.client = address.flatMap {
      LogEndpoint(parsing: $0.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }.text)
    }
  }
}
