extension EvidenceEntries {
  static let session: [HandbookEntry] = [
    .evidence(
      "rdp.redirected", "the server redirected the client",
      """
      The server sent a redirection: the client shall connect to another server, or to another \
      session. What looks like a drop is the first half of a connection.
      """,
      confirm: ["The client's next connection, to the named target or with a routing token."],
      seeAlso: ["clean.redirected"]),
    .evidence(
      "rdp.reconnect_refused", "the auto-reconnect cookie was refused",
      """
      The client came back by itself with the cookie of its lost session, and the server did not \
      take it: the session is gone, or the cookie was renewed meanwhile. The user has to log on \
      again.
      """,
      confirm: ["The connection before this one: how it ended, and how long ago."],
      seeAlso: ["server.disconnected"]),
    .evidence(
      "rdp.client_ultimatum", "the client said goodbye",
      """
      The client sent a disconnect ultimatum, the orderly end of a session, before anybody \
      closed. Who closes TCP afterwards does not matter.
      """,
      confirm: [
        "The last encrypted record before the close holds 9 bytes of plaintext.",
        Check.sessionManager,
      ],
      seeAlso: ["clean.client_closed"]),
    .evidence(
      "rdp.server_ultimatum", "the server said goodbye",
      """
      The server sent a disconnect ultimatum, the orderly end of a session: a logoff, a \
      disconnect or an administrator. The reason behind it is in the server's log.
      """,
      confirm: [
        "The last encrypted record before the close holds 9 bytes of plaintext.",
        Check.sessionManager,
      ],
      seeAlso: ["clean.server_closed", "server.disconnected"]),
    .evidence(
      "rdp.server_ultimatum_by_provider", "the server said goodbye of its own accord",
      """
      The server's disconnect ultimatum carries the reason \"provider initiated\": the server \
      ended the session, not the user.
      """,
      confirm: [Check.sessionManager],
      fixes: [CommonFix.sessionLimits],
      seeAlso: ["server.disconnected", "clean.server_closed"]),
    .evidence(
      "rdp.error_info", "the server said why",
      """
      The stream holds a Set Error Info message: the server's own reason. This is the strongest \
      evidence there is for a server-side end.
      """,
      confirm: [
        Check.decrypted,
        "rdpwhy explain error info NUMBER",
      ],
      seeAlso: ["server.disconnected", "error info 0x07"]),
    .evidence(
      "rdp.error_info_user", "the server said that the user ended it",
      "Set Error Info 0xB or 0xC: the user disconnected or logged off.",
      confirm: [Check.sessionManager],
      seeAlso: ["clean.server_closed", "error info 0x0B", "error info 0x0C"]),
    .evidence(
      "rdp.licensing_error", "the server refused for lack of a licence",
      "The server sent a licensing error and ended the connection.",
      confirm: [
        "rdpwhy explain licensing error NUMBER"
      ],
      fixes: [CommonFix.licensing],
      seeAlso: ["server.disconnected", "licensing error 6"]),
    .evidence(
      "rdp.ultimatum_in_key_exchange", "goodbye after the key exchange",
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
    .evidence(
      "rdp.ultimatum_before_activation", "goodbye before the session was up",
      """
      The server said goodbye during the session setup: a limit, a licence, or a setting of the \
      client it does not take.
      """,
      confirm: [Check.sessionManager],
      fixes: [CommonFix.sessionLimits, CommonFix.licensing],
      seeAlso: ["server.disconnected", "protocol.malformed"]),
    .evidence(
      "mcs.standard_security_refused", "standard RDP security turned away",
      """
      The client offered standard RDP security only, and the server ended at its first message. \
      Clients without a negotiation request get no failure code; servers that demand TLS end here.
      """,
      confirm: ["The server's security layer: xrdp security_layer=, Windows SecurityLayer."],
      fixes: [CommonFix.securityLayer],
      seeAlso: ["negotiation.ssl_required", "server.disconnected"]),
    .evidence(
      "rdp.garbage_refused", "the client's first bytes are not RDP",
      """
      What the client sent first is not RDP and the server closed on it: a scanner, another \
      program, or a damaged stream.
      """,
      confirm: [
        "The first bytes of the client: RDP begins with 03 00."
      ],
      seeAlso: ["protocol.malformed"]),
    .evidence(
      "rdp.not_rdp_client", "this connection does not speak RDP",
      "The client's first bytes are not RDP: another protocol uses this port.",
      confirm: [
        "The first bytes of the client: RDP begins with 03 00."
      ],
      seeAlso: ["undetermined.not_rdp"]),
    .evidence(
      "rdp.not_rdp_server", "what answers does not speak RDP",
      """
      The server's answer to the RDP connection request is not RDP: another program owns the \
      port, or a proxy answers in its place.
      """,
      confirm: [Check.listener],
      fixes: [CommonFix.portOwner],
      seeAlso: ["protocol.malformed", "undetermined.not_rdp"]),
    .evidence(
      "rdp.framing_error", "a stream stops being RDP",
      """
      After the session setup had begun, the bytes of one side stop making sense as RDP: a \
      damaged stream, or a fault of a program.
      """,
      confirm: [
        "The packet named in the report, and whether the capture misses bytes before it."
      ],
      fixes: [CommonFix.updateBoth],
      seeAlso: ["protocol.malformed"]),
    .evidence(
      "mcs.answer_not_accepted", "the client left after the server's setup answer",
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
    .evidence(
      "story.session_follows", "the same client came back and got in",
      """
      After this short connection the same client opened another one that became a session: the \
      first was a pre-connection or a question to the user.
      """,
      confirm: [
        "The next connection of the same address in the report."
      ],
      seeAlso: ["clean.probe"]),
    .evidence(
      "story.fallback_worked", "a fallback worked",
      """
      The server refused the client's first security offer, and the client came back at once \
      with another one and got in. The protocol means it to happen.
      """,
      confirm: [
        "The negotiation requests of both connections."
      ],
      seeAlso: ["clean.superseded"]),
  ]

  static let capture: [HandbookEntry] = [
    .evidence(
      "capture.went_quiet", "nothing of the session in the capture's last seconds",
      """
      The capture goes on with other traffic, but this session shows nothing any more, for far \
      longer than it ever paused. It may have been cut off beyond the capture point.
      """,
      confirm: [
        "Time of the session's last packet against the last packet of the file.",
        Check.bothEnds,
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["network.path_outage", "undetermined.capture_ends"]),
    .evidence(
      "capture.still_running", "the session runs on at the capture's end",
      """
      Nobody had said goodbye when the capture ended. What came later, a drop included, is not \
      in it.
      """,
      confirm: [
        "Time of the last packet in the file."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["clean.running", "undetermined.capture_ends"]),
    .evidence(
      "capture.quiet_end", "silent for a long time, without goodbye",
      """
      The session's last packet lies a minute or more before the capture's end and nobody had \
      said goodbye: idle, or its end was not captured.
      """,
      confirm: [
        "Whether the capture missed packets at that time."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["clean.running", "undetermined.capture_ends"]),
    .evidence(
      "capture.ends_early", "the capture ends in the handshake",
      "The capture ends while the connection is being set up. The outcome is not in it.",
      confirm: [
        "Time of the last packet in the file."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends"]),
    .evidence(
      "capture.mid_session", "the capture begins in the middle of the connection",
      """
      Neither the connection's start nor its end is in the file: no handshake, no negotiation, \
      window scale unknown.
      """,
      confirm: [
        "No SYN for this connection."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.mid_session"]),
    .evidence(
      "capture.one_sided", "only one direction in the capture",
      """
      All packets come from one side. Loss and delay cannot be measured and the other side's \
      messages are unknown, so the verdict is less certain.
      """,
      confirm: [
        "One source address only."
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.one_sided"]),
    .evidence(
      "capture.lost_packets", "the capture lost packets",
      """
      One side acknowledged data that the capture does not hold: the capture dropped packets, \
      not the network. Messages may be missing.
      """,
      confirm: [
        "Wireshark: tcp.analysis.ack_lost_segment"
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.conflicting"]),
    .evidence(
      "capture.gap", "a gap between two files of the capture series",
      """
      The capture is a series of files (a ring), and between two of them packets may be missing: a \
      file of the ring is not there or is cut short, or there is a silence longer than any before. \
      What happened to the session in the gap is unknown; where nothing is seen of it afterwards, the \
      capture ends there for it.
      """,
      confirm: [
        "The notes of the inputs (series_gap) name the two files."
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.capture_ends"]),
    .evidence(
      "capture.copies", "packets were captured more than once",
      """
      The same packet appears several times, as mirror ports, the device \"any\" and pktmon do. \
      The copies were left out before counting; they are not retransmissions.
      """,
      confirm: [
        """
        Equal IP identification and TCP numbers within two milliseconds, sometimes with another \
        TTL or VLAN.
        """
      ],
      seeAlso: ["network.loss"]),
  ]
}
