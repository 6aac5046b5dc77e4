extension WindowsEventEntries {
  /// Other events of the RDP client.
  static let clientMore: [HandbookEntry] = [
    row(
      1025, "RDP client: connected",
      """
      TCP and security are up; what follows is the logon and the session.
      """, log: client, fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      1027, "RDP client: session reached",
      """
      The client reached a session of the domain named; the logon went through.
      """, log: client, fixes: [], seeAlso: ["clean.running"]),
    row(
      1028, "RDP client: server supports TLS; TermService: licence not renewed",
      """
      In the client's log: the server said that it can do TLS, information only. From TermService in the System log: a session was refused, since the client's licence could not be renewed.
      """, log: client, fixes: [CommonFix.licensing],
      seeAlso: ["negotiation.ssl_required", "subject licensing"]),
    row(
      1029, "RDP client: user hash",
      """
      A hash of the user name, to find connections of one user. Information only.
      """, log: client, fixes: [], seeAlso: ["event 1024"]),
    row(
      1030, "RDP client: version",
      """
      The client's build. Information only.
      """, log: client, fixes: [], seeAlso: ["event 1024"]),
    row(
      1031, "RDP client: error while disconnecting",
      """
      Something failed while the client took the connection down; it follows from the end.
      """, log: client, fixes: [], seeAlso: ["event 1026"]),
    row(
      1102, "RDP client: UDP initiated",
      """
      The client begins a UDP side channel.
      """, log: client, fixes: [], seeAlso: ["udp.carried"]),
    row(
      1103, "RDP client: UDP established",
      """
      The UDP side channel is up.
      """, log: client, fixes: [], seeAlso: ["udp.carried"]),
    row(
      1104, "RDP client: result of the UDP attempt",
      """
      Value holds the result of the UDP side channel; a failure leaves the session on TCP.
      """, log: client, fixes: [], seeAlso: ["udp.not_answered"]),
    row(
      1105, "RDP client: UDP disconnected",
      """
      The UDP side channel ended; the session may go on over TCP.
      """, log: client, fixes: [], seeAlso: ["udp.path_lost"]),
    row(
      1106, "RDP client: transport closed",
      """
      The transport is taken down; follows from the end.
      """, log: client, fixes: [], seeAlso: ["event 1026"]),
    row(
      1107, "RDP client: disconnect trace",
      """
      A step of the disconnect with its error code; the first one of a run says most.
      """, log: client, fixes: [], seeAlso: ["event 1026"]),
    row(
      1033, "RDP client: error in a component",
      """
      A component of the client failed; the code in the event says more.
      """, log: client, fixes: [], seeAlso: ["event 226"]),
    row(
      1401, "RDP client: graphics pipeline opened",
      """
      Information only.
      """, log: client, fixes: [], seeAlso: ["event 1404"]),
    row(
      1404, "RDP client: graphics pipeline error",
      """
      The client's graphics pipeline failed: driver or decoder.
      """, log: client, fixes: [], seeAlso: ["mstsc 0x112F"]),
  ]
}
