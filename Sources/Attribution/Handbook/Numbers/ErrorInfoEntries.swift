/// Set Error Info: the reason the server sends before it ends a session
/// ([MS-RDPBCGR] 2.2.5.1.1).
enum ErrorInfoEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    ends + host + licensing + broker + protocolErrors + graphics + encryption

  static func row(
    _ number: UInt32, _ name: String, _ meaning: String, fixes: [Fix],
    seeAlso: [String] = ["server.disconnected"], names: [String] = [], confirm: [String] = []
  ) -> HandbookEntry {
    .numbered(
      .errorInfo, number, code: "error info 0x\(number.hexadecimal(width: 2))",
      names: ["ERRINFO_\(name)"] + names, title: "ERRINFO_\(name)", meaning,
      confirm: [Check.decrypted] + confirm + [Check.sessionManager], fixes: fixes,
      seeAlso: seeAlso)
  }

  private static let callerEvents = """
    LocalSessionManager event 59 names the program that called, event 39 the session it came from.
    """

  private static let ends: [HandbookEntry] = [
    row(
      0x00, "NONE", "No error; to be ignored.", fixes: [CommonFix.nothing],
      names: ["ERRINFO_SUCCESS"]),
    row(
      0x01, "RPC_INITIATED_DISCONNECT",
      """
      An administrative tool in another session disconnected this one. FreeRDP also prints this \
      for a goodbye with reason 1, without the server having sent it.
      """,
      fixes: [Fix("Ask the administrators who disconnected the session, and why.")],
      confirm: [callerEvents]),
    row(
      0x02, "RPC_INITIATED_LOGOFF",
      "An administrative tool in another session logged this one off.",
      fixes: [Fix("Ask the administrators who logged the session off, and why.")],
      confirm: [callerEvents]),
    row(
      0x03, "IDLE_TIMEOUT", "The session was idle longer than the server's limit.",
      fixes: [CommonFix.sessionLimits], seeAlso: ["server.disconnected", "network.idle_timeout"]),
    row(
      0x04, "LOGON_TIMEOUT", "The session reached the server's limit for active sessions.",
      fixes: [CommonFix.sessionLimits]),
    row(
      0x05, "DISCONNECTED_BY_OTHERCONNECTION",
      "Another connection took this session over: the same user connected from elsewhere.",
      fixes: [
        Fix("Find the other address in LocalSessionManager event 25, and tell the user."),
        Fix(
          """
          If one account is meant to have several sessions, change the policy "Restrict Remote \
          Desktop Services users to a single Remote Desktop Services session".
          """),
      ]),
    row(
      0x06, "OUT_OF_MEMORY", "The server had not enough memory.",
      fixes: [CommonFix.serverLoad, CommonFix.stuckSessions],
      seeAlso: ["server.disconnected", "server.unresponsive"]),
    row(
      0x07, "SERVER_DENIED_CONNECTION",
      """
      The server refused the connection. Here, in the decrypted stream, the 7 is meant; in \
      mstsc's dialog next to 0x904 it usually is not.
      """,
      fixes: [CommonFix.sessionLimits, CommonFix.remoteDesktopUsers, CommonFix.stuckSessions],
      seeAlso: ["server.disconnected", "mstsc 0x904/0x7", "extended 0x7"]),
    row(
      0x09, "SERVER_INSUFFICIENT_PRIVILEGES",
      "The user authenticated but may not log on through Remote Desktop.",
      fixes: [CommonFix.remoteDesktopUsers], seeAlso: ["credssp.access_denied", "event 4825"]),
    row(
      0x0A, "SERVER_FRESH_CREDENTIALS_REQUIRED",
      "The server does not accept saved credentials; they must be typed.",
      fixes: [CommonFix.retypeCredentials]),
    row(
      0x0B, "RPC_INITIATED_DISCONNECT_BYUSER",
      "The user disconnected the session by a tool on the server.", fixes: [CommonFix.nothing],
      seeAlso: ["clean.server_closed"]),
    row(
      0x0C, "LOGOFF_BY_USER",
      """
      The user signed out. FreeRDP also prints this for a goodbye with reason 3, without the \
      server having sent it, and some servers send that from their error paths: believe it only \
      after the session was active.
      """,
      fixes: [CommonFix.nothing], seeAlso: ["clean.server_closed", "rdp.server_ultimatum"]),
  ]

  private static let host: [HandbookEntry] =
    [
      (0x0F, "CLOSE_STACK_ON_DRIVER_NOT_READY", "The server's display driver was not ready."),
      (0x10, "SERVER_DWM_CRASH", "The desktop window manager on the server crashed."),
      (0x11, "CLOSE_STACK_ON_DRIVER_FAILURE", "The server's display driver failed."),
      (
        0x12, "CLOSE_STACK_ON_DRIVER_IFACE_FAILURE",
        "The interface of the server's display driver failed."
      ),
    ].map { number, name, meaning in
      row(
        number, name, meaning, fixes: [CommonFix.graphics, CommonFix.updateBoth],
        confirm: ["Display driver and Application Error 1000 (dwm.exe) events on the server."])
    } + [
      row(
        0x17, "SERVER_WINLOGON_CRASH", "The logon process of the session crashed.",
        fixes: [CommonFix.restartReason, CommonFix.updateBoth], seeAlso: ["server.terminated"]),
      row(
        0x18, "SERVER_CSRSS_CRASH", "A system process of the session crashed.",
        fixes: [CommonFix.restartReason, CommonFix.updateBoth], seeAlso: ["server.terminated"]),
      row(
        0x19, "SERVER_SHUTDOWN", "The server is shutting down.",
        fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
      row(
        0x1A, "SERVER_REBOOT", "The server is restarting.", fixes: [CommonFix.restartReason],
        seeAlso: ["server.terminated"]),
    ]

  private static let licensing: [HandbookEntry] = LicensingReason.all.compactMap { reason in
    reason.errorInfoName.map {
      row(
        reason.number, $0, reason.meaning, fixes: reason.fixes,
        seeAlso: ["server.disconnected", "mstsc 0x808"])
    }
  }

  private static let brokerLog = Fix(
    """
    Read the Connection Broker's log, and check the collection's hosts and the virtual machine \
    that was meant.
    """)

  private static let broker: [HandbookEntry] = [
    (
      0x400, "CB_DESTINATION_NOT_FOUND", "The Connection Broker found no destination for this user."
    ),
    (0x402, "CB_LOADING_DESTINATION", "The Connection Broker was still loading the destination."),
    (0x404, "CB_REDIRECTING_TO_DESTINATION", "The redirection to the destination failed."),
    (0x405, "CB_SESSION_ONLINE_VM_WAKE", "The virtual machine could not be woken."),
    (0x406, "CB_SESSION_ONLINE_VM_BOOT", "The virtual machine could not be started."),
    (
      0x407, "CB_SESSION_ONLINE_VM_NO_DNS",
      "The virtual machine has no address the broker can find."
    ),
    (0x408, "CB_DESTINATION_POOL_NOT_FREE", "No virtual machine in the pool was free."),
    (0x409, "CB_CONNECTION_CANCELLED", "The connection was cancelled at the broker."),
    (
      0x410, "CB_CONNECTION_ERROR_INVALID_SETTINGS",
      "The routing token of the client does not fit the broker's settings."
    ),
    (0x411, "CB_SESSION_ONLINE_VM_BOOT_TIMEOUT", "The virtual machine took too long to start."),
    (
      0x412, "CB_SESSION_ONLINE_VM_SESSMON_FAILED",
      "The session on the virtual machine could not be watched."
    ),
  ].map { number, name, meaning in
    row(
      number, name, meaning, fixes: [brokerLog],
      confirm: ["TerminalServices-SessionBroker/Operational on the broker at that second."])
  }
}
