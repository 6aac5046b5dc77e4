extension WindowsEventEntries {
  /// Events that seldom decide anything: timing, information, rare failures.
  static let rare: [HandbookEntry] = [
    row(
      45, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      46, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      47, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      49, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      51, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      52, "LocalSessionManager: subsystem too slow",
      """
      Windows waited too long for a subsystem of the session: a stuck session or an overloaded server.
      """, log: sessions, fixes: [CommonFix.stuckSessions], seeAlso: ["subject stuck sessions"]),
    row(
      161, "RdpCoreTS: graphics of the client",
      """
      How the client's picture is encoded and drawn. Information only.
      """, log: core, fixes: [], seeAlso: ["event 162"]),
    row(
      163, "RdpCoreTS: monitors of the client",
      """
      Number and size of the client's monitors. Information only.
      """, log: core, fixes: [], seeAlso: ["event 162"]),
    row(
      168, "RdpCoreTS: resolution of the session",
      """
      The size of a monitor as the client asked for it. Information only.
      """, log: core, fixes: [], seeAlso: ["event 162"]),
    row(
      170, "RdpCoreTS: graphics mode",
      """
      How the session's picture is encoded. Information only.
      """, log: core, fixes: [], seeAlso: ["event 162"]),
    row(
      289, "RdpCoreTS: reverse connect over UDP",
      """
      A step of the UDP transport by which Azure Virtual Desktop reaches the session host. Information only.
      """, log: core, fixes: [], seeAlso: ["subject UDP"]),
    row(
      290, "RdpCoreTS: reverse connect over UDP",
      """
      A step of the UDP transport by which Azure Virtual Desktop reaches the session host. Information only.
      """, log: core, fixes: [], seeAlso: ["subject UDP"]),
    row(
      291, "RdpCoreTS: reverse connect over UDP",
      """
      A step of the UDP transport by which Azure Virtual Desktop reaches the session host. Information only.
      """, log: core, fixes: [], seeAlso: ["subject UDP"]),
    row(
      292, "RdpCoreTS: reverse connect over UDP",
      """
      A step of the UDP transport by which Azure Virtual Desktop reaches the session host. Information only.
      """, log: core, fixes: [], seeAlso: ["subject UDP"]),
    row(
      293, "RdpCoreTS: reverse connect over UDP",
      """
      A step of the UDP transport by which Azure Virtual Desktop reaches the session host. Information only.
      """, log: core, fixes: [], seeAlso: ["subject UDP"]),
    row(
      294, "RdpCoreTS: reverse connect over UDP",
      """
      A step of the UDP transport by which Azure Virtual Desktop reaches the session host. Information only.
      """, log: core, fixes: [], seeAlso: ["subject UDP"]),
    row(
      1156, "RemoteConnectionManager: information",
      """
      Information only.
      """, log: connections, fixes: [], seeAlso: ["event 261"]),
    row(
      1402, "RDP client: graphics pipeline",
      """
      A step of the client's graphics pipeline. Information only.
      """, log: client, fixes: [], seeAlso: ["event 1404"]),
    row(
      1403, "RDP client: graphics pipeline",
      """
      A step of the client's graphics pipeline. Information only.
      """, log: client, fixes: [], seeAlso: ["event 1404"]),
    row(
      6039, "LsaSrv: the target's name does not match",
      """
      What the other end said of its name or address does not fit the name that was asked for.
      """, log: "System", fixes: [CommonFix.connectByName], seeAlso: ["event 6037"]),
    row(
      6040, "LsaSrv: the target's name does not match",
      """
      What the other end said of its name or address does not fit the name that was asked for.
      """, log: "System", fixes: [CommonFix.connectByName], seeAlso: ["event 6037"]),
    row(
      11005, "WLAN-AutoConfig: security succeeded",
      """
      The wireless network accepted the computer. Information only.
      """, log: "System", fixes: [], seeAlso: ["event 8001"]),
    row(
      11006, "WLAN-AutoConfig: security failed",
      """
      The wireless network did not accept the computer; the event's reason says why.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["event 8003"]),
    row(
      20508, "RemoteConnectionManager: shadowing: permission or a step of it",
      """
      Somebody watches or controls the session, or asked to; the event names both.
      """, log: connections, fixes: [], seeAlso: ["event 20503"]),
    row(
      20509, "RemoteConnectionManager: shadowing: permission or a step of it",
      """
      Somebody watches or controls the session, or asked to; the event names both.
      """, log: connections, fixes: [], seeAlso: ["event 20503"]),
    row(
      20510, "RemoteConnectionManager: shadowing: permission or a step of it",
      """
      Somebody watches or controls the session, or asked to; the event names both.
      """, log: connections, fixes: [], seeAlso: ["event 20503"]),
    row(
      20511, "RemoteConnectionManager: shadowing: permission or a step of it",
      """
      Somebody watches or controls the session, or asked to; the event names both.
      """, log: connections, fixes: [], seeAlso: ["event 20503"]),
  ]
}
