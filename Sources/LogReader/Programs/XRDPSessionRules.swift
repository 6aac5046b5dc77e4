/// Lines of xrdp and its session manager about the end of sessions and desktops that did not start.
enum XRDPSessionRules {
  /// xrdp's own; the spelling of the first is the program's.
  static let all: [LineRule] = [
    LineRule(
      "xrdp.disconnect_request", "Recieved disconnection request", is: .userClosed,
      "The client asked for the end: the user closed it"),
    LineRule(
      "xrdp.disconnect_request_010", "Received disconnection request", is: .userClosed,
      "The client asked for the end: the user closed it"),
  ]

  /// Modules that show another desktop, and lines of versions before 0.9.
  static let modules: [LineRule] = [
    LineRule(
      "xrdp.module", "error loading ", "specified in xrdp.ini", is: .backendFailed,
      "A module that xrdp.ini names is not installed"),
    LineRule(
      "xrdp.module_setup", "Failure setting up module", is: .backendFailed,
      "A module of xrdp could not be used"),
    LineRule(
      "xrdp.proxy", "loaded module 'libxrdpneutrinordp", is: .phaseReached,
      "xrdp passes the connection on to another server"),
    LineRule(
      "xrdp.proxy_failed", "NeutrinoRDP proxy connection: status [Failed]", is: .connectFailed,
      "xrdp could not connect to the server behind it",
      details: { rest, event in
        event.client = rest.between("RDP client [", "]").flatMap { LogEndpoint(parsing: $0.text) }
        event.server = rest.between("RDP server [", "]").flatMap { LogEndpoint(parsing: $0.text) }
        event.user = rest.between("username [", "]").map { $0.text.shortened(128) }
      }),
    LineRule(
      "xrdp.accepted_old", "A connection received from: ", is: .connectionAccepted,
      "A TCP connection from this address and port", details: LineDetails.client),
    LineRule(
      "xrdp.login_failed_response", "xrdp_mm_process_login_response: login failed",
      is: .logonRefused, "The session manager refused the log-on"),
  ]

  /// Desktops that xrdp shows by VNC.
  static let remoteFrameBuffer: [LineRule] = [
    LineRule(
      "xrdp.backend_vnc", "VNC error", is: .backendFailed,
      "The desktop behind xrdp (VNC) could not be reached"),
    LineRule(
      "xrdp.backend_vnc_closed", "VNC server closed connection", is: .backendFailed,
      "The desktop behind xrdp (VNC) ended"),
  ]

  static let sessionManager: [LineRule] = [
    LineRule(
      "sesman.terminated_old", "window manager (pid ", "did exit, cleaning up session",
      is: .sessionLoggedOff,
      "The session's window manager ended: the user logged off, or the session was ended"),
    LineRule(
      "sesman.request", "Received system login request from xrdp for user: ", is: .phaseReached,
      "xrdp asks for this user's log-on",
      details: { rest, event in
        LineDetails.user(rest, &event)
        event.client = rest.after("IP: ").map { LogEndpoint(address: $0.firstWord.text) }
      }),
    LineRule(
      "sesman.permitted", "Access permitted for user: ", is: .logonSucceeded,
      "The session manager accepted the log-on", details: LineDetails.user),
    LineRule(
      "sesman.x_active", "another Xserver might already be active on display ",
      is: .backendFailed, "The display of the session is taken by another X server",
      details: { rest, event in event.session = rest.leadingNumber }),
    LineRule(
      "sesman.desktop_fatal", "A fatal error has occured attempting to start the window manager",
      is: .backendFailed, "The user's desktop could not be started",
      details: { rest, event in event.session = rest.after("on display ")?.leadingNumber }),
  ]
}
