/// Messages of the programs that take part in Remote Desktop, found by what they say.
struct MessageBook: Sendable {
  static let shared = MessageBook(
    windows + events + programs + plain + more
      + [
        client, gateway, servers, languages, dialogs, libraries, logs,
        concepts, field, devices, heard, settings, retold,
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
        "Win32 5", "Win32 1722", "credssp.account_restricted",
        "message port taken", "mstsc 0x3", "message ping answered",
        "message xrdp no X server", "message xrdp incoming", "message Remmina cannot connect",
      ],
      [
        "negotiation.refused", "message guacd unreachable", "message xrdp peer gone",
        "message GNOME disconnect",
        "subject stuck connecting", "message TLS ended without goodbye", "message cannot connect",
        "message connection lost", "message gateway HTTP",
        "message FreeRDP step", "message FreeRDP logon",
        "message xrdp noise", "message logon info", "message port listening", "message workspace",
        "protocol.malformed", "event 24",
        "ERRCONNECT_MCS_CONNECT_INITIAL_ERROR",
      ],
      ["message session ended", "message xrdp session ended"],
    ]
    var table: [String: Int] = [:]
    for (level, codes) in levels.enumerated() { for code in codes { table[code] = level + 1 } }
    return table
  }()

  /// In a text that names nothing of Remote Desktop, at least this much of it must be what is wrong with
  /// a certificate, a password or a socket: other words are those of another program.
  static let leastShare = 0.3

  private static func isOfAllPrograms(_ code: String) -> Bool {
    code.hasPrefix("errno ") || ofAllPrograms.contains(code)
  }

  private static let ofAllPrograms: Set<String> = [
    "subject certificate", "subject name resolution", "subject network", "message connection lost",
  ]

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
  /// - Parameters:
  ///   - areConcepts: Whether people's own words are looked for instead of programs' texts.
  ///   - leastShare: How much of the text the words of pages must be that every program has a use for.
  func pages(
    in text: SearchedText, areConcepts: Bool = false, leastShare: Double = 0, _ index: HandbookIndex
  ) -> [Explanation] {
    var codes: [String] = []
    for found in matches(in: text, areConcepts: areConcepts, leastShare: leastShare)
    where !codes.contains(found.code) { codes.append(found.code) }
    return codes.prefix(3).compactMap { index.page($0) }
  }

  private typealias Match = (vagueness: Int, length: Int, code: String)

  /// What is found in a text, best first.
  private func matches(in text: SearchedText, areConcepts: Bool, leastShare: Double) -> [Match] {
    let least = leastShare * Double(text.length)
    return patterns.compactMap { pattern -> Match? in
      guard pattern.isConcept == areConcepts, let length = pattern.length(in: text),
        Double(length) >= least || !Self.isOfAllPrograms(pattern.code)
      else { return nil }
      return (Self.vagueness[pattern.code] ?? 0, length, pattern.code)
    }.sorted { first, second in
      (first.vagueness, second.length, first.code) < (second.vagueness, first.length, second.code)
    }
  }

  /// Whether a text without its typing errors says more than it says as it was typed: a page less vague, or
  /// the same in more of its words.
  ///
  /// - Parameter isOurs: It is about Remote Desktop: a message may be read into it where it says none as it is.
  func saysMore(_ repaired: SearchedText, than text: SearchedText, isOurs: Bool) -> Bool {
    guard let meant = matches(in: repaired, areConcepts: false, leastShare: 0).first else {
      return false
    }
    guard let typed = matches(in: text, areConcepts: false, leastShare: 0).first else {
      return isOurs && meant.length >= Self.phrase
        && !Self.dialogsWithoutReason.contains(meant.code)
    }
    return meant.vagueness != typed.vagueness
      ? meant.vagueness < typed.vagueness : meant.length >= typed.length + Self.word
  }

  /// Words that no other program says by chance.
  private static let phrase = 24
  /// A word more.
  private static let word = 6

  /// How much of a text the words are by which it has a page; nil where no words are.
  func share(of code: String, in text: SearchedText) -> Double? {
    let longest = patterns.lazy.filter { $0.code == code }.compactMap { $0.length(in: text) }.max()
    return longest.map { Double($0) / Double(max(1, text.length)) }
  }
}
