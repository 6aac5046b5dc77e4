extension WindowsEventEntries {
  /// Other events of LocalSessionManager.
  static let sessionsMore: [HandbookEntry] = [
    row(
      16, "LocalSessionManager: start failed",
      """
      The session manager did not start; no session is possible.
      """, log: sessions, fixes: [], seeAlso: ["server.closed"]),
    row(
      17, "LocalSessionManager: start failed",
      """
      Remote Desktop Services did not start; no session is possible.
      """, log: sessions, fixes: [], seeAlso: ["server.closed"]),
    row(
      18, "LocalSessionManager: shut down for an unknown reason",
      """
      The service was taken down.
      """, log: sessions, fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      21, "LocalSessionManager: logon succeeded",
      """
      The user logged on to the session.
      """, log: sessions, fixes: [], seeAlso: ["clean.running"]),
    row(
      22, "LocalSessionManager: shell started",
      """
      The desktop started: the logon is complete.
      """, log: sessions, fixes: [], seeAlso: ["clean.running"]),
    row(
      23, "LocalSessionManager: logoff",
      """
      The user's session was logged off. Event 40 names by whom.
      """, log: sessions, fixes: [], seeAlso: ["clean.server_closed"]),
    row(
      32, "LocalSessionManager: plug-in started; network adapter: link up",
      """
      For LocalSessionManager a plug-in started; for a network adapter (e1rexpress and others) its link came up again.
      """, log: sessions, fixes: [], seeAlso: ["event 27"]),
    row(
      33, "LocalSessionManager: plug-in failed",
      """
      A plug-in of the session manager failed to start.
      """, log: sessions, fixes: [], seeAlso: ["server.closed"]),
    row(
      34, "LocalSessionManager: no logons accepted",
      """
      The server does not accept logons, for example during setup or in drain mode.
      """, log: sessions, fixes: [], seeAlso: ["server.disconnected"]),
    row(
      36, "LocalSessionManager: state transition failed",
      """
      A session did not get from one state to the next: a stuck session, often beside a black screen.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      37, "LocalSessionManager: invalid state transition",
      """
      A session got an event that does not fit its state; often after a break, often harmless.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      43, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      44, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      48, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a step of the logon or logoff.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      54, "LocalSessionManager: shutting down",
      """
      The session manager is shutting down with the host.
      """, log: sessions, fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      59, "LocalSessionManager: session control",
      """
      A program called a session control function; CallerImageName names it.
      """, log: sessions, fixes: [], seeAlso: ["event 40"]),
    row(
      53, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
  ]
}
