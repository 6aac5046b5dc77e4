import Evidence

extension Catalogue {
  static let statementEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .rdpRedirected,
      weights: [(.cleanRedirected, 12)],
      "the server redirected the client",
      """
      The server sent a redirection: the client shall connect to another server, or to another \
      session. What looks like a drop is the first half of a connection.
      """,
      confirm: ["The client's next connection, to the named target or with a routing token."],
      seeAlso: ["clean.redirected"]),
    EvidenceEntry(
      .rdpReconnectRefused,
      weights: [],
      "the auto-reconnect cookie was refused",
      """
      The client came back by itself with the cookie of its lost session, and the server did not \
      take it: the session is gone, or the cookie was renewed meanwhile. The user has to log on \
      again.
      """,
      confirm: ["The connection before this one: how it ended, and how long ago."],
      seeAlso: ["server.disconnected"]),
    EvidenceEntry(
      .rdpClientUltimatum,
      weights: [(.cleanClientClosed, 9)],
      "the client said goodbye",
      """
      The client sent a disconnect ultimatum, the orderly end of a session, before anybody \
      closed. Who closes TCP afterwards does not matter.
      """,
      confirm: [
        "The last encrypted record before the close holds 9 bytes of plaintext.",
        Check.sessionManager,
      ],
      seeAlso: ["clean.client_closed"]),
    EvidenceEntry(
      .rdpServerUltimatum,
      weights: [(.cleanServerClosed, 7.5), (.serverDisconnected, 5)],
      "the server said goodbye",
      """
      The server sent a disconnect ultimatum, the orderly end of a session: a logoff, a \
      disconnect or an administrator. The reason behind it is in the server's log.
      """,
      confirm: [
        "The last encrypted record before the close holds 9 bytes of plaintext.",
        Check.sessionManager,
      ],
      seeAlso: ["clean.server_closed", "server.disconnected"]),
    EvidenceEntry(
      .rdpServerUltimatumByProvider,
      weights: [(.serverDisconnected, 8), (.cleanServerClosed, 4)],
      "the server said goodbye of its own accord",
      """
      The server's disconnect ultimatum carries the reason \"provider initiated\": the server \
      ended the session, not the user.
      """,
      confirm: [Check.sessionManager],
      fixes: [CommonFix.sessionLimits],
      seeAlso: ["server.disconnected", "clean.server_closed"]),
    EvidenceEntry(
      .rdpErrorInfo,
      weights: [(.serverDisconnected, 10)],
      "the server said why",
      """
      The stream holds a Set Error Info message: the server's own reason. This is the strongest \
      evidence there is for a server-side end.
      """,
      confirm: [
        Check.decrypted,
        "rdpwhy explain error info NUMBER",
      ],
      seeAlso: ["server.disconnected", "error info 0x07"]),
    EvidenceEntry(
      .rdpErrorInfoUser,
      weights: [(.cleanServerClosed, 10)],
      "the server said that the user ended it",
      "Set Error Info 0xB or 0xC: the user disconnected or logged off.",
      confirm: [Check.sessionManager],
      seeAlso: ["clean.server_closed", "error info 0x0B", "error info 0x0C"]),
    EvidenceEntry(
      .rdpLicensingError,
      weights: [(.serverDisconnected, 9)],
      "the server refused for lack of a licence",
      "The server sent a licensing error and ended the connection.",
      confirm: [
        "rdpwhy explain licensing error NUMBER"
      ],
      fixes: [CommonFix.licensing],
      seeAlso: ["server.disconnected", "licensing error 6"]),
    EvidenceEntry(
      .rdpUltimatumInKeyExchange,
      weights: [(.protocolMacError, 9)],
      "goodbye after the key exchange",
      """
      The server said goodbye right after the key exchange of standard RDP security. Servers do \
      so when the first encrypted message does not verify; their reason \"user requested\" is \
      not to be believed there.
      """,
      confirm: [
        "The encryption level on both sides; that both use the same method."
      ],
      fixes: [CommonFix.securityLayer],
      seeAlso: ["protocol.mac_error"]),
    EvidenceEntry(
      .rdpUltimatumBeforeActivation,
      weights: [(.serverDisconnected, 7), (.protocolMalformed, 5)],
      "goodbye before the session was up",
      """
      The server said goodbye during the session setup: a limit, a licence, or a setting of the \
      client it does not take.
      """,
      confirm: [Check.sessionManager],
      fixes: [CommonFix.sessionLimits, CommonFix.licensing],
      seeAlso: ["server.disconnected", "protocol.malformed"]),
    EvidenceEntry(
      .mcsStandardSecurityRefused,
      weights: [(.negotiationSSLRequired, 8.5)],
      "standard RDP security turned away",
      """
      The client offered standard RDP security only, and the server ended at its first message. \
      Clients without a negotiation request get no failure code; servers that demand TLS end here.
      """,
      confirm: ["The server's security layer: xrdp security_layer=, Windows SecurityLayer."],
      fixes: [CommonFix.securityLayer],
      seeAlso: ["negotiation.ssl_required", "server.disconnected"]),
    EvidenceEntry(
      .rdpGarbageRefused,
      weights: [(.protocolMalformed, 8)],
      "the client's first bytes are not RDP",
      """
      What the client sent first is not RDP and the server closed on it: a scanner, another \
      program, or a damaged stream.
      """,
      confirm: [
        "The first bytes of the client: RDP begins with 03 00."
      ],
      seeAlso: ["protocol.malformed"]),
    EvidenceEntry(
      .rdpNotRDPClient,
      weights: [(.undeterminedNotRDP, 8)],
      "this connection does not speak RDP",
      "The client's first bytes are not RDP: another protocol uses this port.",
      confirm: [
        "The first bytes of the client: RDP begins with 03 00."
      ],
      seeAlso: ["undetermined.not_rdp"]),
    EvidenceEntry(
      .rdpNotRDPServer,
      weights: [(.protocolMalformed, 7), (.undeterminedNotRDP, 4)],
      "what answers does not speak RDP",
      """
      The server's answer to the RDP connection request is not RDP: another program owns the \
      port, or a proxy answers in its place.
      """,
      confirm: [Check.listener],
      fixes: [CommonFix.portOwner],
      seeAlso: ["protocol.malformed", "undetermined.not_rdp"]),
    EvidenceEntry(
      .rdpFramingError,
      weights: [(.protocolMalformed, 7)],
      "a stream stops being RDP",
      """
      After the session setup had begun, the bytes of one side stop making sense as RDP: a \
      damaged stream, or a fault of a program.
      """,
      confirm: [
        "The packet named in the report, and whether the capture misses bytes before it."
      ],
      fixes: [CommonFix.updateBoth],
      seeAlso: ["protocol.malformed"]),
    EvidenceEntry(
      .mcsAnswerNotAccepted,
      weights: [(.protocolMalformed, 5)],
      "the client left after the server's setup answer",
      """
      The client closed right after the server's first answer in the session setup: it could not \
      use it.
      """,
      confirm: [
        Check.clientLog,
        "Whether other clients can connect to this server.",
      ],
      fixes: [CommonFix.updateBoth],
      seeAlso: ["protocol.malformed"]),
    EvidenceEntry(
      .storySessionFollows,
      weights: [(.cleanProbe, 8)],
      "the same client came back and got in",
      """
      After this short connection the same client opened another one that became a session: the \
      first was a pre-connection or a question to the user.
      """,
      confirm: [
        "The next connection of the same address in the report."
      ],
      seeAlso: ["clean.probe"]),
    EvidenceEntry(
      .storyFallbackWorked,
      weights: [(.cleanSuperseded, 16)],
      "a fallback worked",
      """
      The server refused the client's first security offer, and the client came back at once \
      with another one and got in. The protocol means it to happen.
      """,
      confirm: [
        "The negotiation requests of both connections."
      ],
      seeAlso: ["clean.superseded"]),
  ]
}
