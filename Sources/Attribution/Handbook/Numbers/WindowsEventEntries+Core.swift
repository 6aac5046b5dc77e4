extension WindowsEventEntries {
  /// Other events of RdpCoreTS.
  static let coreMore: [HandbookEntry] = [
    row(
      65, "RdpCoreTS: connection object created",
      """
      The listener made a connection object; the RDP handshake follows.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      66, "RdpCoreTS: connection assigned to a session",
      """
      The connection reached its session: logon and setup went through.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      67, "RdpCoreTS: connection error",
      """
      The protocol connection failed; ErrorCode says how.
      """, log: core, fixes: [], seeAlso: ["server.closed"]),
    row(
      68, "RdpCoreTS: timing of the connection",
      """
      How long the steps of the connection took, in milliseconds.
      """, log: core, fixes: [], seeAlso: ["network.latency"]),
    row(
      70, "RdpCoreTS: driver method",
      """
      Internal trace, noise.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      71, "RdpCoreTS: driver method",
      """
      Internal trace, noise.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      72, "RdpCoreTS: interface method called",
      """
      Internal trace, noise; OnDisconnected marks the end of a connection.
      """, log: core, fixes: [], seeAlso: ["event 103"]),
    row(
      98, "RdpCoreTS: connection fully up",
      """
      The TCP connection was established and went through the RDP handshake.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      99, "RdpCoreTS: TCP connection failed",
      """
      The connection was not established; ResultCode says why.
      """, log: core, fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      100, "RdpCoreTS: UDP capability confirmed",
      """
      Client and server agreed that UDP may be used.
      """, log: core, fixes: [], seeAlso: ["udp.carried"]),
    row(
      101, "RdpCoreTS: network detection or UDP off",
      """
      Why network detection or UDP is not used: 1 the client does not support it, 2 the server's configuration.
      """, log: core, fixes: [], seeAlso: ["udp.not_usable"]),
    row(
      102, "RdpCoreTS: main connection ended",
      """
      The server took its main connection down. What came before says why.
      """, log: core, fixes: [], seeAlso: ["event 103"]),
    row(
      104, "RdpCoreTS: client time zone",
      """
      The client's time zone arrived, which happens after authentication. Information only.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      129, "RdpCoreTS: listening",
      """
      The server listens on the protocol and port named.
      """, log: core, fixes: [CommonFix.enableRemoteDesktop], seeAlso: ["server.port_closed"]),
    row(
      130, "RdpCoreTS: tunnel",
      """
      A tunnel of the multi-transport was handled. Information only.
      """, log: core, fixes: [], seeAlso: ["udp.carried"]),
    row(
      132, "RdpCoreTS: channel opened",
      """
      A channel was opened. Information only.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      133, "RdpCoreTS: network characteristics",
      """
      Round trip and bandwidth as the server measured them.
      """, log: core, fixes: [], seeAlso: ["network.latency"]),
    row(
      134, "RdpCoreTS: network characteristics",
      """
      Round trip and bandwidth as the server measured them.
      """, log: core, fixes: [], seeAlso: ["network.latency"]),
    row(
      135, "RdpCoreTS: transport chosen",
      """
      Whether a tunnel runs over UDP or TCP, and why.
      """, log: core, fixes: [], seeAlso: ["udp.not_usable"]),
    row(
      137, "RdpCoreTS: network characteristics",
      """
      Round trip and bandwidth as the server measured them.
      """, log: core, fixes: [], seeAlso: ["network.latency"]),
    row(
      138, "RdpCoreTS: UDP failed",
      """
      The multi-transport did not come up; the session stays on TCP.
      """, log: core, fixes: [], seeAlso: ["udp.not_answered"]),
    row(
      141, "RdpCoreTS: performance counters started",
      """
      Information only.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      145, "RdpCoreTS: idle times at the close",
      """
      How long each direction had been idle when the connection closed: a large number shortly before a timeout points to the path.
      """, log: core, fixes: [], seeAlso: ["network.idle_timeout"]),
    row(
      146, "RdpCoreTS: runtime error",
      """
      A component failed; its code and message say more.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
    row(
      147, "RdpCoreTS: runtime error",
      """
      A component failed; its code and message say more.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
    row(
      148, "RdpCoreTS: channel closed",
      """
      A channel was closed. At the end of a session several follow each other. Information only.
      """, log: core, fixes: [], seeAlso: ["event 103"]),
    row(
      149, "RdpCoreTS: runtime error",
      """
      A component failed; its code and message say more.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
    row(
      151, "RdpCoreTS: heartbeat statistics",
      """
      The longest times without a packet and without a heartbeat: direct evidence of stalls.
      """, log: core, fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      152, "RdpCoreTS: heartbeat statistics",
      """
      The longest times without a packet and without a heartbeat: direct evidence of stalls.
      """, log: core, fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      153, "RdpCoreTS: TLS version",
      """
      The TLS version that was agreed. Information only.
      """, log: core, fixes: [], seeAlso: ["tls.version_mismatch"]),
    row(
      154, "RdpCoreTS: runtime error",
      """
      A component failed; its code and message say more.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
    row(
      162, "RdpCoreTS: client capabilities",
      """
      Graphics or monitor information of the client. Information only.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      169, "RdpCoreTS: client platform",
      """
      The client's operating system. Information only.
      """, log: core, fixes: [], seeAlso: ["event 131"]),
    row(
      225, "RdpCoreTS: state transition",
      """
      A state machine moved on. Information only.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
    row(
      227, "RdpCoreTS and RDP client: component trace",
      """
      A component reports a failing call with its code. Often noise at the end of a session.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
    row(
      228, "RdpCoreTS: disconnect trace",
      """
      A step of the disconnect with its code.
      """, log: core, fixes: [], seeAlso: ["event 103"]),
    row(
      229, "RdpCoreTS: component trace",
      """
      Internal trace.
      """, log: core, fixes: [], seeAlso: ["event 226"]),
  ]
}
