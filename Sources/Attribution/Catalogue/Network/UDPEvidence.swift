import Evidence

extension Catalogue {
  static let udpEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .udpCarried,
      weights: [],
      "the session's data ran over UDP",
      """
      Beside TCP the session used RDP's UDP transport: picture and sound go over UDP, and TCP \
      carries little. A TCP connection without traffic is then no stall.
      """,
      confirm: [
        "Wireshark: udp.port == 3389 and the same two addresses.",
        "RdpCoreTS 131 on the server names the transport of a connection (TCP or UDP).",
      ],
      seeAlso: ["udp.path_lost", "udp.outlived_tcp"]),
    EvidenceEntry(
      .udpNotAnswered,
      weights: [],
      "UDP was tried and nothing answered",
      """
      The client tried to open a UDP transport and nothing came back, so the session went on over \
      TCP alone. It works, but less well where packets are lost: a firewall drops UDP 3389.
      """,
      confirm: [
        "The firewall rules for UDP 3389 (RemoteDesktop-UserMode-In-UDP on Windows) on the way.",
        "The policies \"Select RDP transport protocols\" and \"Turn off UDP on client\".",
      ],
      seeAlso: ["udp.not_usable", "network.loss"]),
    EvidenceEntry(
      .udpNotUsable,
      weights: [],
      "the client reports that UDP failed",
      """
      The server asked for a UDP transport and the client answered that it did not come up. The \
      session goes on over TCP.
      """,
      confirm: ["The firewall rules for UDP 3389 in both directions."],
      seeAlso: ["udp.not_answered"]),
    EvidenceEntry(
      .udpPathLost,
      weights: [(.networkPathOutage, 4)],
      "the UDP transport died",
      """
      One side's datagrams found no answer any more on a UDP transport that had worked. Both ends \
      answer every datagram within half a second, so the path, or the other host, is gone; the \
      picture freezes although TCP may live on.
      """,
      confirm: [
        "Whether TCP between the same hosts failed at the same time: then the whole path did.",
        "If TCP lived on: UDP state limits of firewalls and VPNs, and their timeouts.",
      ],
      seeAlso: ["network.path_outage", "tcp.outage"]),
    EvidenceEntry(
      .udpOutlivedTCP,
      weights: [(.networkIdleTimeout, 4)],
      "UDP worked after TCP had died",
      """
      TCP found no answer any more while datagrams still passed between the same two hosts. The \
      path and both hosts were well: something on the way had forgotten, or blocked, the TCP \
      connection alone.
      """,
      confirm: ["The connection table of firewalls and VPN gateways, and their TCP timeouts."],
      seeAlso: ["network.idle_timeout", "tcp.idle_then_silence"]),
  ]
}
