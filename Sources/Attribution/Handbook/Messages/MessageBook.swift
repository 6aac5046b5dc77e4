/// Messages of the programs that take part in Remote Desktop, found by what they say.
struct MessageBook: Sendable {
  static let shared = MessageBook(
    windows + events + programs + plain + more
      + [
        client, gateway, servers, languages, dialogs, libraries, logs,
        concepts, field, devices,
      ].flatMap(MessageTable.patterns))

  /// Messages that only follow from a failure, or name a field in which it lies: what else the text
  /// says comes first.
  static let vagueness: [String: Int] = {
    let levels: [[String]] = [
      [
        "subject certificate", "subject NLA", "subject gateway", "subject network",
        "message xrdp sesman", "message guacd wrong security", "subject internal error",
        "subject protocol error", "message xrdp TLS accept", "subject auto-reconnect",
        "subject licensing", "message not TLS", "mstsc 0x204", "subject remote desktop off",
        "client.unresponsive", "ERRCONNECT_CONNECT_FAILED", "ERRCONNECT_TLS_CONNECT_FAILED",
        "Win32 5", "Win32 1722",
        "message port taken", "mstsc 0x3", "event 24", "message ping answered",
        "message xrdp no X server",
      ],
      [
        "negotiation.refused", "message guacd unreachable", "message xrdp peer gone",
        "message Remmina cannot connect", "message GNOME disconnect",
        "subject stuck connecting", "message TLS ended without goodbye", "message cannot connect",
        "message connection lost", "message security error", "message gateway HTTP",
        "message xrdp incoming", "message FreeRDP step", "message FreeRDP logon",
        "message xrdp noise", "message logon info", "message port listening", "message workspace",
        "protocol.malformed",
        "ERRCONNECT_MCS_CONNECT_INITIAL_ERROR",
      ],
      ["message session ended", "message xrdp session ended"],
    ]
    var table: [String: Int] = [:]
    for (level, codes) in levels.enumerated() { for code in codes { table[code] = level + 1 } }
    return table
  }()

  /// Pages that only say that it ended or did not begin.
  static let dialogsWithoutReason: Set<String> = [
    "message cannot connect", "message connection lost", "message session ended",
  ]

  /// From this level on a page says that the reason is not known.
  static let withoutReason = 2

  let patterns: [MessagePattern]

  init(_ patterns: [MessagePattern]) { self.patterns = patterns }

  /// The pages of the messages in a text, those first that say most, of these the longest; at most three.
  ///
  /// - Parameter areConcepts: Whether people's own words are looked for instead of programs' texts.
  func pages(
    in text: SearchedText, areConcepts: Bool = false, _ index: HandbookIndex
  ) -> [Explanation] {
    let found = patterns.compactMap { pattern in
      pattern.isConcept == areConcepts
        ? pattern.length(in: text).map { (length: $0, code: pattern.code) } : nil
    }.sorted { first, second in
      let (one, other) = (Self.vagueness[first.code] ?? 0, Self.vagueness[second.code] ?? 0)
      return one != other
        ? one < other : (first.length, second.code) > (second.length, first.code)
    }
    var codes: [String] = []
    for (_, code) in found where !codes.contains(code) { codes.append(code) }
    return codes.prefix(3).compactMap { index.page($0) }
  }
}
