import Evidence

extension Catalogue {
  static let undeterminedVerdicts: [VerdictEntry] = [
    captureEnds, midSession, oneSided, conflicting, tunnelled, notRDP,
  ]

  private static let captureEnds = VerdictEntry(
    .undeterminedCaptureEnds,
    summary: "The capture ends before the outcome.",
    title: "the capture ends before the answer",
    """
    The capture stops while something was still open: a request without answer, or a problem \
    that had only begun. What happened next is not in this file.
    """,
    confirm: [
      "The time of the last packet in the file against the time the user reported.",
      "Later files of the same capture.",
    ],
    fixes: [
      Fix(
        """
        If the capture was cut into files, analyse the next one together with this one; if not, capture \
        again until after the session ended.
        """),
      CommonFix.captureLonger, CommonFix.serverLog,
    ],
    seeAlso: ["capture.ends_early", "clean.running"])

  private static let midSession = VerdictEntry(
    .undeterminedMidSession,
    summary: "The capture holds only a piece of the session.",
    title: "the capture begins in the middle",
    """
    The beginning of the connection is missing, so its negotiation and logon cannot be judged, \
    and what remains does not decide.
    """,
    confirm: [
      "No SYN in the file; window scale and TLS parameters are unknown.",
      "Earlier files of the same capture.",
    ],
    fixes: [
      Fix(
        """
        If the capture was cut into files, analyse the one before together with this one; if not, \
        capture again from before the connection.
        """),
      CommonFix.captureLonger,
    ],
    seeAlso: ["capture.mid_session"])

  private static let oneSided = VerdictEntry(
    .undeterminedOneSided,
    prior: -1,
    summary: "Only one direction was captured; that does not decide.",
    title: "only one direction was captured",
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

  private static let conflicting = VerdictEntry(
    .undeterminedConflicting,
    prior: 2.0,
    summary: "The evidence does not decide.",
    title: "the evidence contradicts itself",
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

  private static let tunnelled = VerdictEntry(
    .undeterminedTunnelled,
    summary: "The session ran inside a tunnel; only the tunnel's end is visible.",
    title: "the session ran inside a tunnel",
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

  private static let notRDP = VerdictEntry(
    .undeterminedNotRDP,
    summary: "This connection did not speak RDP.",
    title: "this connection never spoke RDP",
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
