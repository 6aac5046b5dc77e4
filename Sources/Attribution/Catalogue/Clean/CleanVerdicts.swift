import Evidence

extension Catalogue {
  static let cleanVerdicts: [VerdictEntry] = [
    clientClosed, serverClosedInOrder, authOnly, probe, superseded, redirected, running,
  ]

  private static let clientClosed = VerdictEntry(
    .cleanClientClosed,
    summary: "The client closed the session in the usual way.",
    title: "the client ended the session in order",
    """
    The client program said goodbye and closed the connection: the user closed the window or \
    logged off. Nothing failed. If the user says otherwise, look at the client program and at a \
    session before or after this one.
    """,
    confirm: [
      """
      The client's last record before its FIN is a disconnect ultimatum (9 bytes of plaintext) \
      or a TLS close_notify.
      """,
      Check.sessionManager,
      Check.clientLog,
    ],
    fixes: [CommonFix.nothing],
    seeAlso: [
      "rdp.client_ultimatum", "client.closed_with_alert", "extended 0xB", "error info 0x0B",
    ])

  private static let serverClosedInOrder = VerdictEntry(
    .cleanServerClosed,
    summary:
      "The server ended the session in order: a log-off, a limit, an administrator or another log-on.",
    title: "the server ended the session in order",
    """
    The session was active and the server then ended it in the ordinary way. Mostly the user signed \
    out or chose Disconnect inside the session; a limit of idle time, an administrator or a second \
    log-on of the same user look the same from outside. Nothing failed.
    """,
    confirm: [
      """
      The server's last record before the close is a disconnect ultimatum, with Set Error Info \
      0x0B or 0x0C if the records can be decrypted.
      """,
      Check.sessionManager,
    ],
    fixes: [
      Fix(
        """
        Nothing to do if the user logged off. If not, event 40 of the server's LocalSessionManager log \
        names the reason at that second (3 idle limit, 5 another log-on), xrdp-sesman.log with xrdp.
        """)
    ],
    seeAlso: ["rdp.server_ultimatum", "error info 0x0C", "server.disconnected"])

  private static let authOnly = VerdictEntry(
    .cleanAuthOnly,
    summary: "The client only authenticated: NLA went through, then it left.",
    title: "only the logon was tested",
    """
    The client authenticated and left on purpose without opening a session. Monitoring, password \
    checks and "authentication only" modes do this.
    """,
    confirm: [
      "CredSSP succeeds, and the client closes before any MCS traffic, each time the same way.",
      "Security event 4624 with logon type 3 and no session in LocalSessionManager.",
    ],
    fixes: [CommonFix.nothing],
    seeAlso: ["credssp.client_left_after_credentials", "clean.probe"])

  private static let probe = VerdictEntry(
    .cleanProbe,
    summary: "A short connection that was not meant to be a session.",
    title: "a short connection before the real one",
    """
    mstsc often opens a first connection, checks the server's certificate and credentials, \
    closes it, and opens the real one within seconds or after a question to the user. The short \
    one is part of the story, not a drop.
    """,
    confirm: [
      "A second connection of the same client to the same server follows and goes further.",
      """
      The server's RdpCoreTS log shows 131, 65, 143 with error 64 and 103 with reason 14 within \
      seconds, then a new 131.
      """,
    ],
    fixes: [CommonFix.nothing],
    seeAlso: ["clean.superseded", "credssp.client_withdrew", "event 103"])

  private static let superseded = VerdictEntry(
    .cleanSuperseded,
    summary: "Refused, and replaced by a fallback that worked.",
    title: "replaced by a fallback that worked",
    """
    The client's first offer was not accepted and it reconnected with another one that was, as \
    the protocol intends. Only the first attempt ended; the user noticed nothing.
    """,
    confirm: [
      """
      A negotiation failure or an early close, then a new connection of the same client with \
      other requested protocols that reaches a session.
      """,
      Check.negotiationFilter,
    ],
    fixes: [
      CommonFix.nothing,
      Fix(
        """
        If the fallback is weaker than the first offer (RDP security instead of TLS), set client \
        and server to the same security layer.
        """),
    ],
    seeAlso: ["negotiation.ssl_not_allowed", "clean.probe"])

  private static let redirected = VerdictEntry(
    .cleanRedirected,
    summary: "The server sent the client on to another server, as a broker does.",
    title: "the client was sent to another server",
    """
    The server, often a connection broker, named another server (or another session on itself) \
    and this connection ended. The session itself is the next connection, maybe to another \
    address; judge that one.
    """,
    confirm: [
      "A Server Redirection PDU, read in the clear or with keys; its target is in the evidence.",
      "The same client opens a connection within seconds, to the target or with a routing token.",
      "TerminalServices-SessionBroker log: event 800 and 801, which target was given.",
    ],
    fixes: [
      CommonFix.nothing,
      Fix("If no connection follows: the client must resolve and reach the target's name itself."),
    ],
    seeAlso: ["rdp.redirected", "clean.superseded"])

  private static let running = VerdictEntry(
    .cleanRunning,
    summary: "The session was still running when the capture ended.",
    title: "still running when the capture ended",
    """
    The session worked until the last packet that was captured. How it ended, if it has ended, \
    is not in this file.
    """,
    confirm: [
      "Data and acknowledgements flow in both directions up to the end of the capture.",
      Check.sessionManager,
    ],
    fixes: [
      CommonFix.nothing,
      Fix(
        """
        If the user reported a drop, analyse the next file of the same capture as well, and \
        compare the clocks.
        """),
    ],
    seeAlso: ["undetermined.capture_ends", "capture.still_running"])
}
