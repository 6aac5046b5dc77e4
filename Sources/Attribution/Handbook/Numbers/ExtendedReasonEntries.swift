/// The Windows client's extended error codes (ExtendedDisconnectReasonCode).
enum ExtendedReasonEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = server + licensing + [encryption, protocolRange]

  static let protocolRangeCode = "extended 0x1000-0x7FFF"

  private static let fromTheWire =
    """
    It is the server's word only if the server sent it: Set Error Info in the decrypted stream, \
    or event 40 or 103 on the server with the same number.
    """

  private static func row(
    _ number: UInt32, _ name: String, _ meaning: String, fixes: [Fix], seeAlso: [String] = []
  ) -> HandbookEntry {
    .numbered(
      .extendedDisconnectReason, number, code: "extended 0x\(number.hexadecimal())",
      names: ["exDiscReason\(name)"], title: name, meaning,
      confirm: [fromTheWire, Check.sessionManager], fixes: fixes, seeAlso: seeAlso)
  }

  private static let server: [HandbookEntry] = [
    row(
      0, "NoInfo",
      """
      The server gave no reason. A lost network and a client window that was closed look like \
      this.
      """,
      fixes: [
        Fix("Judge by the packets: who closed, in which phase, and was the path healthy?"),
        CommonFix.serverLog,
      ],
      seeAlso: ["mstsc 0x904"]),
    row(
      1, "APIInitiatedDisconnect", "An administrator or a program disconnected the session.",
      fixes: [
        Fix(
          """
          Ask the administrators, and look at event 59 and 39 on the server for the caller.
          """)
      ],
      seeAlso: ["error info 0x01", "server.disconnected"]),
    row(
      2, "APIInitiatedLogoff", "An administrator or a program logged the session off.",
      fixes: [Fix("Ask the administrators, and look at event 59 on the server for the caller.")],
      seeAlso: ["error info 0x02", "server.disconnected"]),
    row(
      3, "ServerIdleTimeout", "The session was idle longer than the server allows.",
      fixes: [CommonFix.sessionLimits], seeAlso: ["error info 0x03", "network.idle_timeout"]),
    row(
      4, "ServerLogonTimeout", "The session reached its time limit.",
      fixes: [CommonFix.sessionLimits], seeAlso: ["error info 0x04"]),
    row(
      5, "ReplacedByOtherConnection",
      "The same user connected from somewhere else and took the session over.",
      fixes: [
        Fix("Tell the user; find the other address in event 25 on the server."),
        CommonFix.sessionLimits,
      ],
      seeAlso: ["error info 0x05", "event 25"]),
    row(
      6, "OutOfMemory", "The server had not enough memory for the session.",
      fixes: [CommonFix.serverLoad], seeAlso: ["error info 0x06"]),
    row(
      7, "ServerDeniedConnection",
      """
      By its name: the server denied the connection. The Windows client also shows 0x7 together \
      with 0x904 whenever the socket closes before the session setup, so the number alone proves \
      nothing.
      """,
      fixes: [
        Fix("Look in the packets where the connection ended; do not search for a denial first."),
        CommonFix.stuckSessions, CommonFix.sessionLimits,
      ],
      seeAlso: ["mstsc 0x904/0x7", "error info 0x07", "server.closed"]),
    row(
      8, "ServerDeniedConnectionFips",
      "The server denied the connection because of its FIPS encryption policy.",
      fixes: [CommonFix.updateClient, CommonFix.securityLayer], seeAlso: ["xfreerdp exit 8"]),
    row(
      9, "ServerInsufficientPrivileges", "The user may not log on through Remote Desktop.",
      fixes: [CommonFix.remoteDesktopUsers],
      seeAlso: ["error info 0x09", "credssp.access_denied"]),
    row(
      10, "ServerFreshCredsRequired", "The server does not accept saved credentials.",
      fixes: [CommonFix.retypeCredentials], seeAlso: ["error info 0x0A"]),
    row(
      11, "RpcInitiatedDisconnectByUser", "The user disconnected the session on the server.",
      fixes: [CommonFix.nothing], seeAlso: ["error info 0x0B", "clean.server_closed"]),
    row(
      12, "LogoffByUser", "The user signed out.",
      fixes: [CommonFix.nothing], seeAlso: ["error info 0x0C", "clean.server_closed"]),
  ]

  private static let licensing: [HandbookEntry] = LicensingReason.all.map { reason in
    row(
      reason.number, "License\(reason.extendedName)", reason.meaning, fixes: reason.fixes,
      seeAlso: reason.number <= 0x10A
        ? ["error info 0x\(reason.number.hexadecimal())"] : ["mstsc 0x808"])
  }

  private static let encryption = row(
    768, "RdpEncInvalidCredentials",
    "The credentials were not accepted by RDP's own security (no TLS).",
    fixes: [CommonFix.retypeCredentials, CommonFix.securityLayer],
    seeAlso: ["credssp.logon_failure"])

  private static let protocolRange = HandbookEntry(
    explanation: Explanation(
      code: protocolRangeCode, family: .extendedDisconnectReason, title: "Protocol error",
      meaning:
        """
        Numbers from 0x1000 to 0x7FFF are protocol errors that the server reports about what it \
        received: the RDP-specific codes of Set Error Info.
        """,
      confirm: [fromTheWire, "rdpwhy explain error info NUMBER"],
      fixes: [CommonFix.updateBoth, CommonFix.updateClient, CommonFix.graphics],
      seeAlso: ["protocol.malformed"]),
    numbers: 0x1000...0x7FFF, names: ["exDiscReasonProtocolRange"])
}
