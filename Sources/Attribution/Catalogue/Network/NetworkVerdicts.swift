import Evidence

extension Catalogue {
  static let networkVerdicts: [VerdictEntry] = [
    loss, pathOutage, pathMTU, resetInjected, idleTimeout, unreachable, synUnanswered,
    nameNotFound, latency,
  ]

  private static let loss = VerdictEntry(
    .networkLoss,
    summary: "The path lost too many packets for the session to go on.",
    title: "packets were lost on the path",
    """
    The path between client and server lost so many packets that the session stalled and gave \
    up. Both programs did what they should. The fault is between them: Wi-Fi, VPN, a full or \
    damaged link, a device that drops.
    """,
    confirm: [
      """
      Wireshark: tcp.analysis.retransmission || tcp.analysis.fast_retransmission — bursts in the \
      seconds before the drop.
      """,
      Check.bothEnds,
      Check.coreTimeout,
      """
      Compare with other sessions over the same path in the same minutes; a lossy path hurts \
      them too.
      """,
    ],
    fixes: [
      CommonFix.clientLink, CommonFix.findHop, CommonFix.interfaceErrors, CommonFix.adapterPower,
      CommonFix.disableUDP,
    ],
    seeAlso: [
      "tcp.heavy_loss", "tcp.loss_in_handshake", "network.path_outage", "event 143",
    ])

  private static let pathOutage = VerdictEntry(
    .networkPathOutage,
    summary: "The path failed: data was sent again and again and nothing came back.",
    title: "the path went silent",
    """
    Packets stopped arriving in one or both directions while at least one side kept sending. The \
    senders repeated at growing intervals and gave up. Typical causes: Wi-Fi roaming, a VPN that \
    reconnected, a cable, an adapter that slept, a route change.
    """,
    confirm: [
      """
      Retransmissions of one segment at doubling intervals, and no packet from the other side \
      meanwhile.
      """,
      Check.bothEnds,
      Check.coreTimeout,
      """
      Adapter and Wi-Fi events on both hosts at that second: NDIS 10400, driver events 27 and \
      32, WLAN-AutoConfig 8003.
      """,
    ],
    fixes: [
      CommonFix.clientLink, CommonFix.adapterPower, CommonFix.findHop, CommonFix.hostAwake,
      CommonFix.interfaceErrors,
    ],
    seeAlso: ["tcp.outage", "tcp.outage_like_before", "network.loss", "network.idle_timeout"])

  private static let pathMTU = VerdictEntry(
    .networkPMTUBlackhole,
    summary: "Large packets vanish on the path while small ones pass (path MTU black hole).",
    title: "large packets do not pass",
    """
    Small packets pass, full-size ones never arrive, and nothing tells the sender so. The \
    connection opens and then hangs, usually in the TLS handshake or at the first screen. A \
    tunnel (VPN, PPPoE) with a smaller packet size and a firewall that drops ICMP cause this \
    together.
    """,
    confirm: [
      """
      The same full-size segment is retransmitted and never acknowledged, while smaller ones \
      before and after it are.
      """,
      """
      ping -f -l 1472 HOST fails from one side and a smaller size works; on Linux ping -M do -s \
      1472 HOST.
      """,
      "The MSS in SYN and SYN-ACK is larger than the path allows (1460 over a tunnel).",
    ],
    fixes: [
      CommonFix.findMTU, CommonFix.clampMSS, CommonFix.allowTooBig, CommonFix.lowerMTU,
    ],
    seeAlso: ["tcp.pmtu_blackhole", "network.loss", "tls.closed_on_client_hello"])

  private static let resetInjected = VerdictEntry(
    .networkResetInjected,
    summary: "Something on the path tore the connection down with a forged RST.",
    title: "a device on the path reset the connection",
    """
    The reset that ended the session was not sent by the host it claims to come from. A \
    firewall, intrusion prevention system or provider on the path forged it.
    """,
    confirm: [
      """
      The reset's TTL, IP identification or TCP options differ from all other packets of that \
      host, or that host goes on sending afterwards.
      """,
      "A capture on the host that seems to have sent the reset does not contain it: that is proof.",
      """
      The reset comes at the same byte on every try, for instance right after the connection \
      request or the ClientHello.
      """,
      "The device's own log: session closed by policy, application blocked, TCP reset sent.",
    ],
    fixes: [
      Fix(
        """
        Ask the owner of the firewall or IPS on the path for its log of this connection: \
        addresses, ports and the second are in the report.
        """),
      CommonFix.exemptInspection, CommonFix.captureBothEnds,
    ],
    seeAlso: [
      "tcp.reset_foreign_ttl", "tcp.reset_race", "tls.intercepted",
    ])

  private static let idleTimeout = VerdictEntry(
    .networkIdleTimeout,
    summary: "A device on the path had forgotten the idle connection when it was used again.",
    title: "a device on the path forgot the idle connection",
    """
    Nothing was sent for a while, and afterwards the connection was dead although both hosts \
    still held it. A firewall, NAT or load balancer removed it from its table after its idle \
    timer. Known timers: Azure Load Balancer 4 minutes, AWS Network Load Balancer 350 seconds, \
    many firewalls 30 or 60 minutes.
    """,
    confirm: [
      """
      A silence close to a round number (240, 300, 350, 900, 1800, 3600 s), then data that \
      nobody acknowledges, or a reset.
      """,
      "It recurs after the same silence, and never while the user works.",
      "The timer of the device on the path has that value.",
    ],
    fixes: [CommonFix.keepAlive, CommonFix.idleTimer, CommonFix.sessionLimits],
    seeAlso: ["tcp.idle_then_silence", "tcp.idle_then_reset", "error info 0x03"])

  private static let unreachable = VerdictEntry(
    .networkUnreachable,
    summary: "A router reports that the server cannot be reached.",
    title: "a router said the server cannot be reached",
    """
    A router or firewall answered with ICMP "destination unreachable". Host unreachable (code \
    1) usually means that the server is off or asleep; net unreachable (code 0) a missing route; \
    codes 9, 10 and 13 a firewall rule.
    """,
    confirm: [
      """
      Wireshark: icmp.type == 3 || icmpv6.type == 1 — the inner header names this connection; \
      the sender is the device that gave up.
      """,
      Check.port,
      "On the server's own network: does it answer ARP (arp -a after a ping)?",
    ],
    fixes: [
      CommonFix.hostAwake, CommonFix.wakeOnLAN, CommonFix.pathFirewall,
      Fix("Check the route to the server's network, VPN included.", command: "tracert HOST"),
    ],
    seeAlso: ["tcp.icmp_unreachable", "network.syn_unanswered"])

  private static let nameNotFound = VerdictEntry(
    .networkNameNotFound,
    summary: "The server's name was not found: no address, no connection.",
    title: "the server's name has no address",
    """
    The client asked for the address of the server's name and got none, so it never tried to \
    connect. The name is misspelt, is known only to another DNS server (a company's, which is asked \
    inside its network or over its VPN), or the client cannot reach its DNS server. The server itself \
    may be well.
    """,
    confirm: [
      "nslookup NAME on the client: which server answers, and what?",
      "The address instead of the name: does it connect?",
    ],
    fixes: [
      Fix("Look the name up as the client does.", command: "nslookup NAME"),
      Fix(
        "Connect the VPN first, or give the name with its domain: short names are completed by the "
          + "client's own list of domains."),
      Fix("Empty the client's memory of names after a change.", command: "ipconfig /flushdns"),
    ],
    seeAlso: ["network.unreachable", "network.syn_unanswered", "mstsc 0x104"])

  private static let synUnanswered = VerdictEntry(
    .networkSYNUnanswered,
    summary: "Nothing answers: filtered, switched off, asleep, or a wrong address.",
    title: "nobody answered the connection request",
    """
    The client asked for a TCP connection several times and got no answer at all. The server is \
    off or asleep, or a firewall on the host or on the path drops the request without a word. A \
    stopped service would have refused at once.
    """,
    confirm: [
      Check.port,
      """
      Does the server answer anything else (ping, another port)? Then it is awake, and a \
      firewall drops 3389.
      """,
      """
      Capture on the server: a SYN that arrives and gets no answer points to its own firewall \
      (Security 5152 and 5157, pfirewall.log); one that never arrives points to the path.
      """,
      Check.serverPower,
    ],
    fixes: [
      CommonFix.tryPort, CommonFix.firewallRule, CommonFix.hostAwake, CommonFix.pathFirewall,
      CommonFix.wakeOnLAN,
      CommonFix.powerRequests, CommonFix.dns, CommonFix.firewallWebSocket,
      CommonFix.firewallPublic,
    ],
    seeAlso: ["tcp.syn_unanswered", "server.port_closed", "network.unreachable"])

  private static let latency = VerdictEntry(
    .networkLatency,
    summary: "The path is too slow for the session.",
    title: "the path became too slow",
    """
    Packets arrived, but so late that client or server took the other for dead. Usually a link \
    is full and a device on it queues instead of dropping (bufferbloat), or the traffic takes a \
    long way round, for instance through a VPN.
    """,
    confirm: [
      """
      Round-trip time in the minute before the drop against the connection's own minimum: more \
      than five times, and hundreds of milliseconds.
      """,
      "Wireshark: tcp.analysis.ack_rtt > 0.5",
      "RdpCoreTS events 133, 134 and 137 carry the round-trip time the server measured.",
      "What else used that link then: backup, update, upload?",
    ],
    fixes: [
      Fix(
        """
        Find and limit what fills the link; give port 3389 priority on the device with the slow \
        side.
        """, command: "pathping HOST"),
      CommonFix.clientLink, CommonFix.findHop, CommonFix.disableUDP,
    ],
    seeAlso: ["network.loss", "server.unresponsive"])
}
