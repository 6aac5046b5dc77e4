import Testing

@testable import LogReader

/// Lines of FreeRDP's client that look like an end or its reason and are not.
@Suite("What follows from another end in FreeRDP's logs") struct FreeRDPEndsTests {
  private static func lines(_ texts: String...) -> String {
    texts.enumerated().map { "[10:00:0\($0):115] [10:20] [ERROR][com.freerdp.core] - \($1)\n" }
      .joined()
  }

  private static func codes(_ text: String) throws -> [String] {
    try LogText.sessions(text).flatMap(\.findingCodes)
  }

  @Test("a reconnect that is cut is no mismatch of security protocols")
  func reconnect() throws {
    let codes = try Self.codes(
      Self.lines(
        "freerdp_check_fds() failed - 0", "Protocol Security Negotiation Failure",
        "ERRCONNECT_SECURITY_NEGO_CONNECT_FAILED [0x2000C]"))
    #expect(!codes.contains("log.negotiation_refused"))
    #expect(codes.contains("log.transport_error"))
  }

  @Test("a refused offer is a step where the connection went on")
  func fallback() throws {
    let codes = try Self.codes(
      Self.lines(
        "Error: SSL_NOT_ALLOWED_BY_SERVER", "Local framebuffer format PIXEL_FORMAT_BGRX32",
        "ERRINFO_IDLE_TIMEOUT [0x00010003]"))
    #expect(!codes.contains("log.negotiation_ssl_not_allowed"))
    #expect(codes.contains("log.idle_limit"))
  }

  @Test("a refused offer at the end is the end")
  func refused() throws {
    #expect(
      try Self.codes(Self.lines("Error: SSL_NOT_ALLOWED_BY_SERVER"))
        == ["log.negotiation_ssl_not_allowed"])
  }

  @Test(
    "the client's own abort after a loss is not the user's",
    arguments: [
      "Timeout waiting for activation", "ERRCONNECT_CONNECT_TRANSPORT_FAILED [0x2000D]",
    ])
  func abort(first: String) throws {
    let codes = try Self.codes(
      Self.lines(first, "ERRCONNECT_CONNECT_CANCELLED [0x2000B]"))
    #expect(!codes.contains("log.user_closed"))
  }

  @Test("a log-off after a refusing notice is no user's log-off")
  func notice() throws {
    let codes = try Self.codes(
      Self.lines(
        "Logon Error Info LOGON_FAILED_OTHER [LOGON_MSG_NO_PERMISSION]",
        "ERRINFO_LOGOFF_BY_USER [0x0001000C]"))
    #expect(codes.contains("log.logon_notice"))
    #expect(!codes.contains("log.logged_off"))
  }

  @Test("the library's words about a farewell are no failure of TLS")
  func farewell() throws {
    let codes = try Self.codes(
      "[20260118-10:00:01] [ERROR] SSL: error:0A000123:SSL routines::application data after close notify\n"
    )
    #expect(!codes.contains { $0.hasPrefix("log.tls") })
  }

  @Test("a date before FreeRDP's time of day is the line's")
  func dated() throws {
    let contents = try LogText.contents(
      "2026/08/29 10:00:01 [10:00:01:115] [10:20] [ERROR][com.freerdp.core] - ERRINFO_IDLE_TIMEOUT [0x00010003]\n"
    )
    #expect(contents.clock.hasDate)
    #expect(contents.events.last?.timeText == "2026/08/29 10:00:01")
  }
}

/// Desktops behind xrdp that end are part of their session.
@Suite("Desktops behind xrdp") struct XRDPDesktopTests {
  @Test("a window manager that ends names its display, which names the session")
  func windowManager() throws {
    let front = "Dec 30 18:59:3"
    let sessions = try LogText.sessions(
      """
      \(front)1 desk xrdp-sesman[10]: [INFO ] ++ created session (access granted): username eva, ip ::ffff:10.0.0.5:50123 - socket: 12
      \(front)2 desk xrdp-sesman[11]: [INFO ] Session started successfully for user eva on display 10
      \(front)3 desk xrdp-sesman[11]: [WARN ] Window manager (pid 12, display 10) exited quickly (1 secs). This could be a problem

      """)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains("log.backend_failed") == true)
  }

  @Test("a desktop shown by VNC that does not answer")
  func remoteFrameBuffer() throws {
    let sessions = try LogText.sessions(
      """
      [20260118-09:44:25] [INFO ] login successful for display 10
      [20260118-09:44:28] [DEBUG] VNC error - problem connecting

      """)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains("log.backend_failed") == true)
  }
}
