import RDPProtocol

/// Set Error Info: the reason the server sends before it ends a session
/// ([MS-RDPBCGR] 2.2.5.1.1).
enum ErrorInfoEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    ends + host + licensing + broker + protocolErrors + graphics + encryption

  static func row(
    _ code: ErrorInfoCode, _ meaning: String, fixes: [Fix],
    seeAlso: [String] = ["server.disconnected"], names: [String] = [], confirm: [String] = []
  ) -> HandbookEntry {
    let number = code.rawValue
    let name = code.name ?? ""
    return .numbered(
      .errorInfo, number, code: "error info 0x\(number.hexadecimal(width: 2))",
      names: [name] + names, title: name, meaning,
      confirm: [Check.decrypted] + confirm + [Check.sessionManager], fixes: fixes,
      seeAlso: seeAlso)
  }

  private static let callerEvents = """
    LocalSessionManager event 59 names the program that called, event 39 the session it came from.
    """

  private static let ends: [HandbookEntry] = [
    row(
      0x00, "No error; to be ignored.", fixes: [CommonFix.nothing],
      names: ["ERRINFO_SUCCESS"]),
    row(
      0x01,
      """
      An administrative tool in another session disconnected this one. FreeRDP also prints this \
      for a goodbye with reason 1, without the server having sent it.
      """,
      fixes: [Fix("Ask the administrators who disconnected the session, and why.")],
      confirm: [callerEvents]),
    row(
      0x02, "An administrative tool in another session logged this one off.",
      fixes: [Fix("Ask the administrators who logged the session off, and why.")],
      confirm: [callerEvents]),
    row(
      0x03, "The session was idle longer than the server's limit.",
      fixes: [CommonFix.sessionLimits], seeAlso: ["server.disconnected", "network.idle_timeout"]),
    row(
      0x04, "The session reached the server's limit for active sessions.",
      fixes: [CommonFix.sessionLimits]),
    row(
      0x05, "Another connection took this session over: the same user connected from elsewhere.",
      fixes: [
        Fix("Find the other address in LocalSessionManager event 25, and tell the user."),
        Fix(
          """
          If one account is meant to have several sessions, change the policy "Restrict Remote \
          Desktop Services users to a single Remote Desktop Services session".
          """),
      ]),
    row(
      0x06, "The server had not enough memory.",
      fixes: [CommonFix.serverLoad, CommonFix.stuckSessions],
      seeAlso: ["server.disconnected", "server.unresponsive"]),
    row(
      0x07,
      """
      The server refused the connection. Here, in the decrypted stream, the 7 is meant; in \
      mstsc's dialog next to 0x904 it usually is not.
      """,
      fixes: [CommonFix.sessionLimits, CommonFix.remoteDesktopUsers, CommonFix.stuckSessions],
      seeAlso: ["server.disconnected", "mstsc 0x904/0x7", "extended 0x7"]),
    row(
      0x09, "The user authenticated but may not log on through Remote Desktop.",
      fixes: [CommonFix.remoteDesktopUsers], seeAlso: ["credssp.access_denied", "event 4825"]),
    row(
      0x0A, "The server does not accept saved credentials; they must be typed.",
      fixes: [CommonFix.retypeCredentials]),
    row(
      0x0B, "The user disconnected the session by a tool on the server.",
      fixes: [CommonFix.nothing],
      seeAlso: ["clean.server_closed"]),
    row(
      0x0C,
      """
      The user signed out. FreeRDP also prints this for a goodbye with reason 3, without the \
      server having sent it, and some servers send that from their error paths: believe it only \
      after the session was active.
      """,
      fixes: [CommonFix.nothing], seeAlso: ["clean.server_closed", "rdp.server_ultimatum"]),
  ]

  private static let host: [HandbookEntry] =
    [
      (0x0F, "The server's display driver was not ready."),
      (0x10, "The desktop window manager on the server crashed."),
      (0x11, "The server's display driver failed."),
      (
        0x12, "The interface of the server's display driver failed."
      ),
    ].map { code, meaning in
      row(
        code, meaning, fixes: [CommonFix.graphics, CommonFix.updateBoth],
        confirm: ["Display driver and Application Error 1000 (dwm.exe) events on the server."])
    } + [
      row(
        0x17, "The logon process of the session crashed.",
        fixes: [CommonFix.restartReason, CommonFix.updateBoth], seeAlso: ["server.terminated"]),
      row(
        0x18, "A system process of the session crashed.",
        fixes: [CommonFix.restartReason, CommonFix.updateBoth], seeAlso: ["server.terminated"]),
      row(
        0x19, "The server is shutting down.",
        fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
      row(
        0x1A, "The server is restarting.", fixes: [CommonFix.restartReason],
        seeAlso: ["server.terminated"]),
    ]

  private static let licensing: [HandbookEntry] = LicensingReason.all.compactMap { reason in
    let code = ErrorInfoCode(rawValue: reason.number)
    guard code.name != nil else { return nil }
    return row(
      code, reason.meaning, fixes: reason.fixes, seeAlso: ["server.disconnected", "mstsc 0x808"])
  }

  private static let brokerLog = Fix(
    """
    Read the Connection Broker's log, and check the collection's hosts and the virtual machine \
    that was meant.
    """)

  private static let broker: [HandbookEntry] = [
    (
      0x400, "The Connection Broker found no destination for this user."
    ),
    (0x402, "The Connection Broker was still loading the destination."),
    (0x404, "The redirection to the destination failed."),
    (0x405, "The virtual machine could not be woken."),
    (0x406, "The virtual machine could not be started."),
    (
      0x407, "The virtual machine has no address the broker can find."
    ),
    (0x408, "No virtual machine in the pool was free."),
    (0x409, "The connection was cancelled at the broker."),
    (
      0x410, "The routing token of the client does not fit the broker's settings."
    ),
    (0x411, "The virtual machine took too long to start."),
    (
      0x412, "The session on the virtual machine could not be watched."
    ),
  ].map { code, meaning in
    row(
      code, meaning, fixes: [brokerLog],
      confirm: ["TerminalServices-SessionBroker/Operational on the broker at that second."])
  }
}
