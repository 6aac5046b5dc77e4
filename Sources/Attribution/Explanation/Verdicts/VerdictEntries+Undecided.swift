extension VerdictEntries {
  static let protocolFault: [HandbookEntry] = [malformed, macError]
  static let undetermined: [HandbookEntry] = [
    captureEnds, midSession, oneSided, conflicting, tunnelled, notRDP,
  ]

  private static let malformed = HandbookEntry.verdict(
    "protocol.malformed", "one side sent what the other could not read",
    """
    Network and logon were fine; then one side sent a message that breaks the protocol, or that \
    the other does not understand, and the connection was closed. A program fault, a version \
    difference, or a device that rewrites traffic.
    """,
    confirm: [
      """
      The last message before the close, and who sent it; lengths that do not fit are named in \
      the evidence.
      """,
      "RdpCoreTS 97 or System log TermDD 50 on the server: error in the protocol stream.",
      "mstsc shows \"protocol error (code: 0x…)\"; look that number up.",
    ],
    fixes: [
      CommonFix.updateBoth, CommonFix.updateClient, CommonFix.graphics,
      Fix(
        """
        Connect without the proxy, gateway or port forwarding between, to see whether it changes \
        the traffic.
        """),
    ],
    seeAlso: ["mstsc 0x1104", "mstsc 0x112F", "error info 0x112F", "event 97", "event 50"])

  private static let macError = HandbookEntry.verdict(
    "protocol.mac_error", "a message failed its integrity check",
    """
    With RDP's own encryption (no TLS) one side found that a message's checksum does not fit, \
    and closed. The two sides disagree on the encryption method, a library fault breaks it (seen \
    with xrdp and some clients), or bytes were changed on the way.
    """,
    confirm: [
      """
      The server selected RDP security (protocol 0), and closes right after a message of the \
      client.
      """,
      "xrdp log: MAC checksum error for non-FIPS PDU; System log TermDD 50 on Windows.",
    ],
    fixes: [
      Fix(
        """
        Use TLS instead of RDP security on both sides: SecurityLayer 2 on Windows, \
        security_layer=tls in xrdp.ini, /sec:tls or /sec:nla in FreeRDP.
        """),
      CommonFix.securityLayer, CommonFix.updateBoth, CommonFix.adapterOffload,
    ],
    seeAlso: ["tls.bad_record", "negotiation.ssl_not_allowed", "mstsc 0xC06", "error info 0x1192"])

  private static let tunnelled = HandbookEntry.verdict(
    "undetermined.tunnelled", "the session ran inside a tunnel",
    """
    The connection is a gateway's or WebSocket's tunnel, and the session is inside, encrypted. A \
    log-off and a drop inside look the same from outside: the tunnel is closed in order. What \
    the tunnel's own path and handshake show is judged as ever.
    """,
    confirm: [
      "The gateway's log at that second: TerminalServices-Gateway events 303 (disconnected, with "
        + "duration and bytes), 304 and 305 (refused).",
      "The identifiers under rdp.carrier in the JSON output name the connection in those logs.",
    ],
    fixes: [
      Fix(
        "Capture between the gateway and the RDP server (port 3389): the session is visible there."),
      CommonFix.serverLog,
    ],
    seeAlso: ["carrier.ended", "credssp.gateway_refused"])

  private static let captureEnds = HandbookEntry.verdict(
    "undetermined.capture_ends", "the capture ends before the answer",
    """
    The capture stops while something was still open: a request without answer, or a problem \
    that had only begun. What happened next is not in this file.
    """,
    confirm: [
      "The time of the last packet in the file against the time the user reported.",
      "Later files of the same capture.",
    ],
    fixes: [
      Fix("Analyse the following file of the same capture together with this one."),
      CommonFix.captureLonger, CommonFix.serverLog,
    ],
    seeAlso: ["capture.ends_early", "clean.running"])

  private static let midSession = HandbookEntry.verdict(
    "undetermined.mid_session", "the capture begins in the middle",
    """
    The beginning of the connection is missing, so its negotiation and logon cannot be judged, \
    and what remains does not decide.
    """,
    confirm: [
      "No SYN in the file; window scale and TLS parameters are unknown.",
      "Earlier files of the same capture.",
    ],
    fixes: [
      Fix("Analyse the earlier file of the same capture together with this one."),
      CommonFix.captureLonger,
    ],
    seeAlso: ["capture.mid_session"])

  private static let oneSided = HandbookEntry.verdict(
    "undetermined.one_sided", "only one direction was captured",
    """
    The capture holds only what one side sent. Loss, delay and the other side's answers can at \
    best be guessed.
    """,
    confirm: [
      "All packets of the connection have the same source address.",
      "The mirror port or filter covers one direction, or the two directions take different paths.",
    ],
    fixes: [
      Fix("Mirror both directions (SPAN rx and tx), or capture on one of the two hosts."),
      CommonFix.captureBothEnds,
    ],
    seeAlso: ["capture.one_sided"])

  private static let conflicting = HandbookEntry.verdict(
    "undetermined.conflicting", "the evidence contradicts itself",
    """
    There is good evidence for two causes that exclude each other, or too little for any. The \
    best guess stands first among the alternatives.
    """,
    confirm: [
      "The evidence for and against in the report: which piece would you doubt?",
      Check.bothEnds, Check.otherSessions,
    ],
    fixes: [
      CommonFix.captureBothEnds, CommonFix.serverLog, CommonFix.findHop,
    ],
    seeAlso: ["capture.copies", "capture.lost_packets", "capture.one_sided"])

  private static let notRDP = HandbookEntry.verdict(
    "undetermined.not_rdp", "this connection never spoke RDP",
    """
    Something connected to the port, or another program listens there, and no RDP was spoken: a \
    port scan, a health check, a wrong port forwarding, or another service.
    """,
    confirm: [
      "The first bytes of the client are not an X.224 connection request (03 00 … E0).",
      "The client's address belongs to a monitor, load balancer or scanner.",
    ],
    fixes: [
      CommonFix.portOwner,
      Fix(
        """
        If it is a health check or scanner, nothing is wrong: leave its address out of the count.
        """),
    ],
    seeAlso: ["rdp.not_rdp_client", "server.closed"])
}
