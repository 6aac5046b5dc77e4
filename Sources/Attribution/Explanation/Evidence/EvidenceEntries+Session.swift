extension EvidenceEntries {
  static let session: [HandbookEntry] = [
    .evidence(
      "rdp.disconnect_ultimatum", "a goodbye message was sent",
      """
      One side sent a disconnect ultimatum, the orderly end of a session. Its reason "user \
      requested" is only believable after the session became active: some servers send it from \
      their error paths.
      """,
      confirm: [
        "The last encrypted record before the close holds 9 bytes of plaintext.",
        Check.sessionManager,
      ],
      seeAlso: ["clean.client_closed", "clean.server_closed", "server.disconnected"]),
    .evidence(
      "rdp.error_info", "the server said why",
      """
      The decrypted stream holds a Set Error Info message: the server's own reason. This is the \
      strongest evidence there is for a server-side end.
      """,
      confirm: [Check.decrypted, "rdpwhy explain error info NUMBER"],
      seeAlso: ["server.disconnected", "error info 0x07"]),
    .evidence(
      "rdp.activated", "the session became active",
      """
      The setup completed and the desktop was shown. Causes in negotiation, TLS and logon are \
      excluded for this connection.
      """,
      confirm: [
        "Steady server data after the setup exchange.",
        "LocalSessionManager 21 or 25 on the server.",
      ],
      seeAlso: ["clean.running"]),
  ]

  static let capture: [HandbookEntry] = [
    .evidence(
      "capture.one_sided", "only one direction in the capture",
      """
      All packets come from one side. Loss and delay cannot be measured and the other side's \
      messages are unknown, so the verdict is less certain.
      """,
      confirm: ["One source address only."], fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.one_sided"]),
    .evidence(
      "capture.cut", "the capture ends while the connection is open",
      "The file ends before the connection does. What came later is unknown.",
      confirm: ["Time of the last packet in the file."], fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends", "clean.running"]),
    .evidence(
      "capture.mid_session", "the capture begins in the middle of the connection",
      """
      The connection's start is not in the file: no handshake, no negotiation, window scale \
      unknown.
      """,
      confirm: ["No SYN for this connection."], fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.mid_session"]),
    .evidence(
      "capture.copies", "packets were captured more than once",
      """
      The same packet appears several times, as mirror ports, the device "any" and pktmon do. \
      The copies were left out before counting; they are not retransmissions.
      """,
      confirm: [
        """
        Equal IP identification and TCP numbers within two milliseconds, sometimes with another \
        TTL or VLAN.
        """
      ],
      seeAlso: ["tcp.retransmission_burst"]),
    .evidence(
      "capture.snapped", "packets were cut by the snapshot length",
      """
      The capture kept only the beginning of each packet. TCP health is still exact; message \
      contents beyond the cut are not.
      """,
      confirm: ["Captured length smaller than packet length."],
      fixes: [CommonFix.captureLonger], seeAlso: ["undetermined.conflicting"]),
  ]
}
