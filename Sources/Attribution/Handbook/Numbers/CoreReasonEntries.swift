/// Reasons of RdpCoreTS event 103 beyond those of Set Error Info; observed, not documented.
enum CoreReasonEntries {
  static let all: [HandbookEntry] = [
    row(
      13, "security layer failed",
      "Seen together with an error of RDP_SEC: the security layer failed.",
      ["event 226", "credssp.server_dropped"]),
    row(
      14, "connection lost or closed by the client",
      """
      Seen whenever the peer closed or timed out, also after the short first connection of mstsc. \
      It does not tell a closed window from a lost network; events 142, 143 and 226 just before do.
      """, ["event 103", "event 143", "network.path_outage", "clean.client_closed"]),
  ]

  private static func row(
    _ number: UInt32, _ title: String, _ meaning: String, _ seeAlso: [String]
  ) -> HandbookEntry {
    .numbered(
      .coreReason, number, code: "RdpCoreTS reason \(number)", names: [], title: title, meaning,
      confirm: [Check.coreTimeout, Check.corePeerClosed], fixes: [CommonFix.serverLog],
      seeAlso: seeAlso)
  }
}
