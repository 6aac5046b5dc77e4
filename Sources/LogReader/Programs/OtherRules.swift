/// Lines of guacd, Apache Guacamole's proxy.
enum GuacdRules {
  static let all: [LineRule] = GuacdConnectionRules.all + reasons

  private static let reasons: [LineRule] = [
    LineRule(
      "guacd.refused", "RDP server closed/refused connection: ", anywhere: true, is: .consequence,
      "The server refused or closed the connection for this reason",
      details: { rest, event in
        tell(rest, of: &event)
      }),
    LineRule(
      "guacd.ended", "RDP server closed connection: ", anywhere: true, is: .sessionDisconnected,
      "The server closed the session for this reason",
      details: { rest, event in
        tell(rest, of: &event)
      }),
    LineRule(
      "guacd.name", "Unable to resolve", anywhere: true, is: .nameNotFound,
      "The server's name was not found"),
    LineRule(
      "guacd.security", "Security mode: ", anywhere: true, is: .attemptBegins,
      "A connection begins with this security mode", details: LineDetails.text),
    LineRule(
      "guacd.left", "disconnected (", anywhere: true, is: .consequence, "A user left the connection"
    ),
    LineRule(
      "guacd.certificate", "Certificate validation failed", anywhere: true, is: .certificateRefused,
      "The server's certificate was refused"),
    LineRule(
      "guacd.tunnel", "Guacamole connection failure", anywhere: true, is: .transportError,
      "The tunnel between browser and guacd broke: the path to the user, not to the server"),
    LineRule(
      "guacd.init_failed", "FreeRDP initialization failed before connecting", anywhere: true,
      is: .backendFailed, "guacd could not start its part for RDP"),
    LineRule(
      "guacd.not_installed", "Support for protocol \"rdp\" is not installed", anywhere: true,
      is: .backendFailed, "guacd cannot load its part for RDP"),
    LineRule(
      "guacd.web_timeout", "Connection to guacd timed out", anywhere: true, is: .transportError,
      "The web application lost guacd: the path between the two, or guacd itself"),
    LineRule(
      "guacd.web_tunnel", "Creation of WebSocket tunnel to guacd failed", anywhere: true,
      is: .connectFailed, "The web application made no tunnel to guacd", details: LineDetails.text),
    LineRule(
      "guacd.web_connected", "User \"", "\" connected to connection \"", anywhere: true,
      is: .attemptBegins, "A user of the web application opened a connection",
      details: { rest, event in event.process = webConnection(rest) }),
    LineRule(
      "guacd.web_left", "User \"", "\" disconnected from connection \"", anywhere: true,
      is: .consequence, "The web application's user left the connection",
      details: { rest, event in
        event.process = webConnection(rest)
        event.text = rest.after("Duration: ")?.text.shortened(40)
      }),
    LineRule(
      "guacd.other_user", "Disconnected by other connection", anywhere: true,
      is: .sessionTakenOver, "Another connection took the session over"),
    LineRule(
      "guacd.logged_off", "Manually logged off", anywhere: true, is: .sessionLoggedOff,
      "The user logged off"),
    LineRule(
      "guacd.tls", "SSL/TLS connection failed", anywhere: true, is: .certificateRefused,
      "TLS failed, or the server's certificate is not trusted"),
    LineRule(
      "guacd.credentials", "Authentication failure (", anywhere: true, is: .logonRefused,
      "The user name or password is not right"),
    LineRule(
      "guacd.connect", "Error connecting to RDP server", anywhere: true, is: .connectFailed,
      "No connection to the server came about"),
    LineRule(
      "guacd.lost", "Connection to RDP server lost", anywhere: true, is: .transportError,
      "The connection to the server was lost"),
    LineRule(
      "guacd.timeout", "User is not responding", anywhere: true, is: .transportError,
      "The browser does not answer any more: the path to the user, not to the server"),
    LineRule(
      "guacd.connected", "Connected to RDP", anywhere: true, is: .sessionConnected,
      "The desktop is there"),
  ]

  /// Connections of the web application have numbers of their own, beyond those of processes.
  private static func webConnection(_ rest: LineBytes) -> Int? {
    rest.leadingNumber.map { $0 &+ 100_000_000 }
  }

  /// Reasons that are the server's own, by its number for them.
  private static let numbered: [(text: Needle, number: UInt32)] = [
    ("orcibly disconnected", 1), ("orcibly logged off", 2), ("dle session time limit", 3),
    ("ctive session time limit", 4), ("erver out of memory", 6), ("redentials expired", 10),
    ("anually disconnected", 11), ("anually logged off", 12),
  ]

  private static func tell(_ reason: LineBytes, of event: inout LogEvent) {
    event.text = reason.withoutBlanks.text.shortened(200)
    guard let known = numbered.first(where: { reason.has($0.text) }) else {
      event.kind = kind(of: reason)
      return
    }
    event.kind = .errorInfo
    event.code = LogCode(.errorInfo, known.number)
  }

  /// What a reason means.
  private static func kind(of reason: LineBytes) -> LogEventKind {
    let rows: [(Needle, LogEventKind)] = [
      ("wrong security type", .negotiationRefused),
      ("ecurity negotiation failed", .negotiationRefused),
      ("SSL/TLS connection failed", .certificateRefused), ("uthentication failure", .logonRefused),
      ("invalid credentials", .logonRefused), ("assword", .logonRefused), ("ccount", .logonRefused),
      ("ccess denied", .authorizationDenied), ("nsufficient", .authorizationDenied),
      ("denied", .authorizationDenied), ("DNS", .nameNotFound), ("ogged off", .sessionLoggedOff),
      ("anually disconnected", .sessionDisconnected), ("Disconnected by other", .sessionTakenOver),
      ("idle", .limitReached), ("Idle", .limitReached), ("time limit", .limitReached),
      ("orcibly", .sessionDisconnected), ("unreachable", .connectFailed),
      ("onnection failed", .connectFailed), ("KDC", .logonRefused),
      ("ogon type", .logonRefused),
    ]
    return rows.first { reason.has($0.0) }?.1 ?? .connectionEnded
  }
}

/// Lines of gnome-remote-desktop in the journal; FreeRDP's lines stand among them.
enum GnomeRemoteDesktopRules {
  static let all: [LineRule] = [
    LineRule(
      "grd.ended", "Network or intentional disconnect, stopping session", anywhere: true,
      is: .connectionEnded, "The client closed the session, or the connection broke"),
    LineRule(
      "grd.invalid_user", "Tried to authenticate with invalid user", anywhere: true,
      is: .logonRefused,
      "The user name is not the configured one", details: LineDetails.user),
    LineRule(
      "grd.no_credentials", "Credentials are not set, denying client", anywhere: true,
      is: .logonRefused, "The server has no user name and password configured"),
    LineRule(
      "grd.credentials", "Couldn't retrieve RDP credentials", anywhere: true, is: .logonRefused,
      "The server cannot read its stored user name and password"),
    LineRule(
      "grd.kerberos", "Failed to authenticate Kerberos principal", anywhere: true,
      is: .logonRefused,
      "Kerberos refused the log-on"),
    LineRule(
      "grd.descriptor", "Unable to check file descriptor", anywhere: true, is: .consequence,
      "The connection is gone; the line before says how"),
    LineRule(
      "grd.capabilities", "did not advertise support for ", anywhere: true, is: .negotiationRefused,
      "The client lacks what the server demands",
      details: { rest, event in
        event.text = "the client does not support \(rest.before(", closing").text.shortened(120))"
      }),
    LineRule(
      "grd.capabilities_closing", "closing connection", anywhere: true, is: .negotiationRefused,
      "The client lacks what the server demands", details: LineDetails.text),
    LineRule(
      "krdp.capabilities", "does not support H.264", anywhere: true, is: .negotiationRefused,
      "The client lacks what the server demands",
      details: { rest, event in
        event.text = "the client does not support H.264\(rest.text.shortened(80))"
      }),
    LineRule(
      "krdp.client", "New client connected", anywhere: true, is: .phaseReached,
      "A client connected (KRDP)"),
    LineRule(
      "krdp.logon", "PAM authentication succeeded for user \"", anywhere: true,
      is: .logonSucceeded, "The user is logged on (KRDP)",
      details: { rest, event in event.user = rest.before("\"").text.shortened(128) }),
    LineRule(
      "krdp.refused", "pam_authenticate failure", anywhere: true, is: .logonRefused,
      "PAM refused the user (KRDP)"),
    LineRule(
      "krdp.pam", "authentication failure; logname=", anywhere: true, is: .logonRefused,
      "PAM refused the user (KRDP)",
      details: { rest, event in
        event.user = rest.after(" user=")?.firstWord.text.shortened(128)
      }),
    LineRule(
      "krdp.stream", "Video stream initialized", anywhere: true, is: .phaseReached,
      "The desktop is about to be shown (KRDP)"),
    LineRule(
      "grd.certificate", "RDP TLS certificate and key not yet configured", anywhere: true,
      is: .certificateProblem, "The server has no certificate and key"),
    LineRule(
      "grd.redirection", "Sending server redirection", anywhere: true, is: .phaseReached,
      "The client is sent on: the next connection belongs to this one"),
    LineRule(
      "grd.handover", "Aborting handover", anywhere: true, is: .backendFailed,
      "The user's session was not ready for the redirected client"),
    LineRule(
      "grd.started", "RDP server started", anywhere: true, is: .serviceStarted, "The server started"
    ),
    LineRule(
      "grd.stopped", "RDP server stopped", anywhere: true, is: .serviceStopped, "The server stopped"
    ),
    LineRule(
      "grd.port", "Failed to bind port", anywhere: true, is: .serviceStopped,
      "The server cannot listen: the port is taken"),
  ]
}

/// Lines of Weston's RDP backend.
enum WestonRules {
  static let all: [LineRule] = [
    LineRule(
      "weston.signal", "caught signal ", is: .serviceStopped, "Weston was told to end",
      details: LineDetails.text),
    LineRule(
      "weston.peer", "xf_peer_activate: Client: ", anywhere: true, is: .sessionConnected,
      "The desktop is shown to this client",
      details: { rest, event in
        event.user = rest.before(",").withoutBlanks.text.shortened(128)
        event.clientHost = rest.after("Hostname: ")?.firstWord.text.shortened(128)
      }),
    LineRule(
      "weston.activated", "xf_peer_activate", is: .sessionConnected,
      "The desktop is shown to a client"),
    LineRule(
      "weston.gone", "unable to checkDescriptor", anywhere: true, is: .connectionEnded,
      "The connection to a client is gone"),
    LineRule("weston.client", "kbd_layout:", is: .phaseReached, "A client's keyboard is known"),
    LineRule("weston.started", "weston ", is: .serviceStarted, "Weston started"),
  ]
}
