/// What mstsc's error code and extended error code say together.
enum CodePairEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = [socketClosedDenied, socketClosedNoInfo, socket, byServer]

  /// The pair's code, from the pages of its halves: `mstsc 0x904/0x7`.
  static func code(_ error: Explanation, _ extended: Explanation) -> String {
    let number = extended.code.split(separator: " ").last.map(String.init) ?? extended.code
    return "\(error.code)/\(number)"
  }

  /// The note for a pair without a page of its own.
  static func note(_ error: Explanation, _ extended: Explanation) -> Explanation {
    Explanation(
      code: code(error, extended), family: .codePair,
      title: "\(error.title), \(extended.title)",
      meaning:
        """
        The first number says how the client's connection ended, the second is meant as the \
        server's reason. The second counts only if the server really sent it.
        """,
      confirm: [
        "Set Error Info with the second number in the decrypted stream.",
        "LocalSessionManager event 40 or RdpCoreTS event 103 with the second number at that time.",
        Check.resetFilter,
      ],
      fixes: [
        Fix(
          "Analyse a capture of the failure; the packets decide between the two.",
          command: "rdpwhy capture.pcapng")
      ],
      seeAlso: [error.code, extended.code])
  }

  private static func row(
    _ code: String, _ title: String, _ meaning: String, confirm: [String], fixes: [Fix],
    seeAlso: [String]
  ) -> HandbookEntry {
    HandbookEntry(
      explanation: Explanation(
        code: code, family: .codePair, title: title, meaning: meaning, confirm: confirm,
        fixes: fixes, seeAlso: seeAlso),
      numbers: nil, names: [])
  }

  private static let firstStep = Fix(
    """
    Capture the next failure and let rdpwhy analyse it: phase, sender of the close and health of \
    the path name the cause.
    """,
    command: "rdpwhy capture.pcapng")

  private static let socketClosedDenied = row(
    "mstsc 0x904/0x7", "the socket closed before the session was set up",
    """
    By itself this pair says only that the client's socket was closed, before or without the \
    session setup (MCS). It is shown for network trouble, TLS and certificate faults, refused \
    logons, stuck sessions, and even if another program answers on the port. The 7 means \
    "server denied the connection" only if Set Error Info 7 stands in the decrypted stream.
    """,
    confirm: [
      Check.resetFilter,
      "How far it got: no TLS, TLS without logon, logon without session; each has its own verdict.",
      Check.coreTimeout, Check.failedLogon, Check.schannel,
    ],
    fixes: [
      firstStep, CommonFix.clientLink, CommonFix.certificateServices, CommonFix.enableTLS12,
      CommonFix.patchCredSSP, CommonFix.hostAwake, CommonFix.firewallRule,
      CommonFix.stuckSessions, CommonFix.adapterPower, CommonFix.securityLayer,
      CommonFix.firewallWebSocket, CommonFix.withoutNLA,
    ],
    seeAlso: [
      "mstsc 0x904", "extended 0x7", "error info 0x07", "network.loss",
      "tls.closed_on_client_hello", "tls.certificate_expired", "credssp.logon_failure",
      "credssp.encryption_oracle", "server.closed", "network.reset_injected",
    ])

  private static let socketClosedNoInfo = row(
    "mstsc 0x904/0x0", "the socket closed and nobody said why",
    """
    The client's socket was closed and the server gave no reason. In a running session this is \
    most often the network or a server that went away.
    """,
    confirm: [Check.resetFilter, Check.coreTimeout, Check.otherSessions],
    fixes: [firstStep, CommonFix.clientLink, CommonFix.adapterPower, CommonFix.keepAlive],
    seeAlso: ["mstsc 0x904", "network.path_outage", "network.idle_timeout", "server.terminated"])

  private static let socket = row(
    "mstsc 0x4/0x0", "a connection error without detail",
    """
    Shown by Mac, iOS and Android clients (reported, not verified): the connection broke, often \
    because the server reset it during or right after the TLS handshake.
    """,
    confirm: [Check.resetFilter, "An xrdp server logs SSL_accept: I/O error at that second."],
    fixes: [firstStep, CommonFix.serverLog, CommonFix.certificateServices],
    seeAlso: ["mstsc 0x4", "tls.closed_on_client_hello"])

  private static let byServer = row(
    "mstsc 0x3/0x7", "the server ended the connection and denied it",
    "The server sent a disconnect and, by the second number, denied the connection.",
    confirm: [
      "Set Error Info 7 in the decrypted stream, or RdpCoreTS event 103 with reason 7.",
      Check.sessionManager,
    ],
    fixes: [CommonFix.remoteDesktopUsers, CommonFix.sessionLimits, CommonFix.stuckSessions],
    seeAlso: ["mstsc 0x3", "extended 0x7", "error info 0x07", "server.disconnected"])
}
