extension WindowsEventEntries {
  static let broker = "Microsoft-Windows-TerminalServices-SessionBroker/Operational"

  /// Other events of RemoteConnectionManager.
  static let connectionsMore: [HandbookEntry] = [
    row(
      258, "RemoteConnectionManager: listener started",
      """
      The listener named accepts connections.
      """, log: connections, fixes: [CommonFix.enableRemoteDesktop], seeAlso: ["server.port_closed"]
    ),
    row(
      259, "RemoteConnectionManager: listener stopped",
      """
      The listener named no longer accepts connections.
      """, log: connections, fixes: [CommonFix.enableRemoteDesktop], seeAlso: ["server.port_closed"]
    ),
    row(
      260, "RemoteConnectionManager: listener failed",
      """
      The listener could not start: port taken, or settings broken.
      """, log: connections, fixes: [CommonFix.enableRemoteDesktop], seeAlso: ["server.port_closed"]
    ),
    row(
      1003, "RemoteConnectionManager: licensing; DHCP client: no address",
      """
      The client's licence could not be read or was refused; for DHCP-Client 1003 in the System log, no address was got.
      """, log: connections, fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      1004, "RemoteConnectionManager: no licence to issue",
      """
      The licence server could not issue a licence to the client.
      """, log: connections, fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      1011, "RemoteConnectionManager: licence not renewed",
      """
      The client's licence could not be renewed.
      """, log: connections, fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      1136, "RemoteConnectionManager: listener",
      """
      State of the listener. Information only.
      """, log: connections, fixes: [], seeAlso: ["event 258"]),
    row(
      1143, "RemoteConnectionManager: information",
      """
      Information only.
      """, log: connections, fixes: [], seeAlso: ["event 261"]),
    row(
      1155, "RemoteConnectionManager: information",
      """
      Information only.
      """, log: connections, fixes: [], seeAlso: ["event 261"]),
    row(
      1158, "RemoteConnectionManager: connection accepted",
      """
      Remote Desktop Services accepted a connection from the address named; no proof of a logon.
      """, log: connections, fixes: [], seeAlso: ["event 261"]),
    row(
      20499, "RemoteConnectionManager: user settings load slowly",
      """
      Loading the user's settings from the domain took too long: a slow or unreachable domain controller.
      """, log: connections, fixes: [], seeAlso: ["credssp.stalled"]),
    row(
      20503, "RemoteConnectionManager: shadow view started",
      """
      Somebody began to watch the session.
      """, log: connections, fixes: [], seeAlso: ["event 20504"]),
    row(
      20504, "RemoteConnectionManager: shadow view ended",
      """
      Somebody ceased to watch the session.
      """, log: connections, fixes: [], seeAlso: ["event 20503"]),
    row(
      20506, "RemoteConnectionManager: shadow control started",
      """
      Somebody began to control the session.
      """, log: connections, fixes: [], seeAlso: ["event 20504"]),
    row(
      20507, "RemoteConnectionManager: shadow control ended",
      """
      Somebody ceased to control the session.
      """, log: connections, fixes: [], seeAlso: ["event 20504"]),
    row(
      800, "Connection Broker: connection asked for",
      """
      A client asked the broker for a session; the event names user and collection.
      """, log: broker, fixes: [], seeAlso: ["clean.redirected"]),
    row(
      801, "Connection Broker: target chosen",
      """
      The broker chose the session host for the client; the event names it.
      """, log: broker, fixes: [], seeAlso: ["clean.redirected"]),
  ]
}
