extension WindowsEventEntries {
  /// Events of the host around Remote Desktop: services, memory, graphics, names.
  static let host: [HandbookEntry] = [
    row(
      243, "Win32k: desktop heap used up",
      """
      A session could not get memory for windows (desktop heap): logons end at once or windows stay empty. Too many sessions or programs, or sessions that never end.
      """, log: "System", fixes: [CommonFix.stuckSessions, CommonFix.serverLoad],
      seeAlso: ["server.unresponsive", "subject stuck sessions"]),
    row(
      1014, "DNS client: no answer for a name",
      """
      None of the DNS servers answered in time. Where the name is the server's or a domain controller's, connections and logons fail with it.
      """, log: "System", fixes: [CommonFix.dns], seeAlso: ["subject name resolution"]),
    row(
      1111, "Printer redirection: driver unknown",
      """
      A printer of the client has no driver on the server and is not redirected. Harmless for the session itself.
      """, log: "System", fixes: [CommonFix.nothing], seeAlso: ["clean.running"]),
    row(
      2004, "Resource exhaustion: memory ran low; firewall: rule added",
      """
      From Resource-Exhaustion-Detector: the host ran out of memory, the event names the largest programs; sessions stall or end. From the firewall's log: a rule was added.
      """, log: "System", fixes: [CommonFix.serverLoad], seeAlso: ["server.unresponsive"]),
    row(
      4101, "Display: the graphics driver was reset",
      """
      The graphics driver hung and was restarted. On a host with a graphics card, sessions freeze or turn black; on the client the window may close.
      """, log: "System", fixes: [CommonFix.graphics, CommonFix.updateBoth],
      seeAlso: ["subject graphics", "subject black screen"]),
    row(
      7011, "Service Control Manager: a service does not answer or start",
      """
      A service did not answer in time, hung, or ended with the error named. For TermService, SessionEnv or UmRdpService no session is made; for others the logon waits for them.
      """, log: "System",
      fixes: [CommonFix.enableRemoteDesktop, CommonFix.restartService, CommonFix.serverLoad],
      seeAlso: ["subject remote desktop off", "server.unresponsive"]),
    row(
      9009, "Desktop Window Manager ended",
      """
      The window manager of a session ended. At the end of each session it is normal; in its midst the screen turns black or the session drops (graphics driver, memory).
      """, log: "Application", fixes: [CommonFix.graphics, CommonFix.updateBoth],
      seeAlso: ["subject black screen", "subject graphics"]),
  ]
}
