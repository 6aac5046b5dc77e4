import Evidence

extension Catalogue {
  static let serverVerdicts: [VerdictEntry] = [
    portClosed, serverUnresponsive, serverClosed, serverTerminated, serverDisconnected,
  ]

  private static let portClosed = VerdictEntry(
    .serverPortClosed,
    summary: "The server is up, but nothing listens on the port.",
    title: "the server refuses connections on this port",
    """
    The host is up and reachable, and answers at once that nothing listens on this port. Remote \
    Desktop is switched off, its service is stopped or starting, or the client uses the wrong \
    port. A firewall usually drops instead of refusing.
    """,
    confirm: [
      """
      Each SYN is answered by a reset within a round trip, with the TTL of the server's other \
      packets.
      """,
      Check.listener, Check.port,
    ],
    fixes: [
      CommonFix.enableRemoteDesktop,
      Fix("Start the service.", command: "Start-Service TermService"),
      CommonFix.portOwner, CommonFix.restartReason,
    ],
    seeAlso: ["tcp.syn_refused", "server.terminated", "mstsc 0x204"])

  private static let serverUnresponsive = VerdictEntry(
    .serverUnresponsive,
    summary: "The server hung: it acknowledged everything and answered nothing.",
    title: "the server is there but does not answer",
    """
    The server's TCP stack acknowledges what the client sends, but the Remote Desktop service \
    says nothing, or its receive window is closed. The path works; the service hangs, is \
    overloaded, or waits for something.
    """,
    confirm: [
      """
      Client data acknowledged without any answer for seconds, or window 0 from the server: \
      tcp.analysis.zero_window.
      """,
      Check.otherSessions,
      "LocalSessionManager events 43 to 53: a subsystem takes too long.",
    ],
    fixes: [
      CommonFix.serverLoad, CommonFix.stuckSessions, CommonFix.restartService,
      CommonFix.restartReason,
    ],
    seeAlso: ["server.zero_window", "credssp.stalled", "server.closed"])

  private static let serverClosed = VerdictEntry(
    .serverClosed,
    summary: "The server closed the connection before a session came about.",
    title: "the server closed the connection",
    """
    The server's program closed the connection at the phase the report names, without a reason \
    in the packets. Path and logon were fine up to there. Before MCS think of a service that is \
    not ready, a limit, or the wrong program on the port; in an active session of a crash or a \
    policy.
    """,
    confirm: [
      Check.resetFilter,
      """
      The server's log for that second: RdpCoreTS 97, 103 and 226 tell the step and the reason.
      """,
      Check.sessionManager, Check.otherSessions,
    ],
    fixes: [
      CommonFix.serverLog, CommonFix.stuckSessions, CommonFix.sessionLimits,
      CommonFix.portOwner, CommonFix.licensing, CommonFix.restartService,
    ],
    seeAlso: [
      "server.fin_mid_session", "server.reset_mid_session", "server.disconnected",
      "mstsc 0x904/0x7",
      "event 103",
    ])

  private static let serverTerminated = VerdictEntry(
    .serverTerminated,
    summary: "The server's end of the running session died.",
    title: "the server or its service went away",
    """
    The server host or its Remote Desktop service ended in the middle of things: a crash, a \
    restart, an update, or a virtual machine that was stopped or moved. All its sessions end in \
    the same moment.
    """,
    confirm: [
      Check.otherSessions,
      "After the drop the port refuses connections for a while and then accepts them again.",
      """
      Server System log: 6008 and Kernel-Power 41 (crash), User32 1074 (planned), 7031, 7034 and \
      7036 (service).
      """,
    ],
    fixes: [
      CommonFix.restartReason,
      Fix(
        """
        If the service crashes again, update the host, graphics drivers included, and keep the \
        crash dump for its vendor.
        """, command: "Get-WinEvent -FilterHashtable @{LogName='Application';Id=1000} -MaxEvents 10"
      ),
      CommonFix.serverLoad,
    ],
    seeAlso: ["server.port_closed", "server.closed", "error info 0x19", "error info 0x1A"])

  private static let serverDisconnected = VerdictEntry(
    .serverDisconnected,
    summary: "The server disconnected the session.",
    title: "the server ended the session on purpose",
    """
    The server ended the session and said why: an administrator, a time limit, another \
    connection that took the session over, licensing, or a shutdown. Network and client are \
    fine.
    """,
    confirm: [
      Check.decrypted, Check.sessionManager,
      """
      LocalSessionManager 40: reason 1 or 2 administrator, 3 idle limit, 4 time limit, 5 other \
      connection, 256 and up licensing.
      """,
    ],
    fixes: [
      Fix(
        """
        Look up the reason code: rdpwhy explain error info NUMBER. Ask the administrator if it is \
        1 or 2; tell the user if it is 5.
        """),
      CommonFix.sessionLimits, CommonFix.licensing, CommonFix.stuckSessions,
    ],
    seeAlso: [
      "error info 0x01", "error info 0x03", "error info 0x04", "error info 0x05",
      "rdp.error_info", "event 40",
    ])
}
