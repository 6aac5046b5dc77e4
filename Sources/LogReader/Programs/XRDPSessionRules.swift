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
      "sesman.x_active", "another Xserver might already be active on display ",
      is: .backendFailed, "The display of the session is taken by another X server",
      details: { rest, event in event.session = rest.leadingNumber }),
    LineRule(
      "sesman.desktop_fatal", "A fatal error has occured attempting to start the window manager",
      is: .backendFailed, "The user's desktop could not be started"),
  ]
}
