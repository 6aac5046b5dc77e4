/// What people ask in words of their own.
extension HandbookQuery {
  /// The subject of the question; of a question with typing errors, what it means without them.
  func subjects(_ index: HandbookIndex) -> [Explanation] {
    // "error 809" that no table has is the code of something else.
    guard surroundings.isRemoteDesktop || !numbers.contains(where: { $0.families != nil }) else {
      return []
    }
    let words = CanonicalText.words(text.tokens.map(\.text))
    let found = subjects(words, in: searched, surroundings, index)
    guard found.isEmpty, let repaired = SpellingRepair.shared.repaired(words) else { return found }
    let searched = SearchedText(repaired)
    let surroundings = Surroundings(words: repaired, text: searched)
    guard !surroundings.isForeign else { return [] }
    let messages = MessageBook.shared.pages(in: searched, index)
    guard !messages.isEmpty else { return subjects(repaired, in: searched, surroundings, index) }
    return withConcepts(messages, repaired, in: searched, surroundings, index)
  }

  private func subjects(
    _ words: [String], in searched: SearchedText, _ surroundings: Surroundings,
    _ index: HandbookIndex
  ) -> [Explanation] {
    let named = SubjectFinder.pages(
      words: words, isRemoteDesktop: surroundings.isRemoteDesktop, index)
    let concepts = concepts(words, in: searched, surroundings, index)
    return Array((named.prefix(1) + concepts + named.dropFirst()).prefix(4))
  }

  /// What the question says beside a dialog without a reason tells more than the dialog.
  func withConcepts(
    _ messages: [Explanation], _ words: [String], in searched: SearchedText,
    _ surroundings: Surroundings, _ index: HandbookIndex
  ) -> [Explanation] {
    guard !messages.isEmpty, isWithoutReason(messages) else { return messages }
    // Everybody's words are no words of a program's line.
    if messages.contains(where: { $0.code == "message xrdp session ended" }) { return messages }
    let said = concepts(words, in: searched, surroundings, index)
    return said.filter { !isWithoutReason([$0]) } + messages
  }

  func isWithoutReason(_ messages: [Explanation]) -> Bool {
    messages.allSatisfy { MessageBook.vagueness[$0.code] ?? 0 >= MessageBook.withoutReason }
  }

  /// What people say in their own words.
  private func concepts(
    _ words: [String], in searched: SearchedText, _ surroundings: Surroundings,
    _ index: HandbookIndex
  ) -> [Explanation] {
    /// Everybody's words may be taken for words about Remote Desktop in the shortest texts only, and
    /// people's own words are looked for in questions, not in pages of a log.
    let fewest = 3
    let most = 70
    /// A technical word alone makes a short question one about Remote Desktop, not a page of prose.
    let short = 12
    guard text.words.count <= most, !text.words.contains(where: Self.beside.contains) else {
      return []
    }
    let isAtHome =
      surroundings.isRemoteDesktop || surroundings.isSession
      || Self.count(text.words) <= fewest
      || text.words.count <= short && words.contains(where: Self.technical.contains)
    return isAtHome ? MessageBook.shared.pages(in: searched, areConcepts: true, index) : []
  }

  /// How many words a text has: of a script without spaces, as many as its letters make.
  private static func count(_ words: [String]) -> Int {
    let lettersOfWord = 3
    return words.reduce(0) { count, word in
      count + (PastedText.isUnspaced(word) ? max(1, word.count / lettersOfWord) : 1)
    }
  }

  /// What runs beside a session and has faults of its own.
  static let beside: Set<String> = [
    "printing", "printer", "printers", "print", "drucker", "drucken", "imprimante", "impresora",
    "scanner", "impressora", "impressoras", "stampante", "stampanti", "принтер", "принтера",
    "tiskarna",
    "skrivare", "skrivaren", "yazici", "drukarka", "drukarki", "プリンター", "打印机", "印表機", "프린터",
    "webcam", "microphone", "clipboard", "zwischenablage", "nmap",
  ]

  /// Words of those who look after networks and hosts.
  private static let technical: Set<String> = [
    "tls", "ssl", "mtu", "vpn", "firewall", "kerberos", "ntlm", "udp", "dns", "gpo", "registry",
    "ipsec", "3389", "nsg", "spn", "cal", "cals", "schannel",
  ]

  /// Event ids without a cue in a text that speaks of events: "4625 Logon Type 10".
  func eventNumbers(_ index: HandbookIndex) -> [Explanation] {
    let least: UInt32 = 1_000
    let isOfEvents = text.tokens.contains { Self.eventWords.contains($0.text) }
    guard surroundings.isRemoteDesktop || isOfEvents else { return [] }
    return numbers.flatMap { number -> [Explanation] in
      guard number.families == nil, !number.value.isMarked, let id = number.value.plain,
        id >= least, isOfEvents || !Self.everyday.contains(id)
      else { return [] }
      return index.pages(numbered: id, in: [.windowsEvent])
    }
  }

  /// Ids that are more often something else: an MTU, a width, a version of Windows.
  private static let everyday: Set<UInt32> = [1_024, 1_111, 1_280, 1_500, 2_004]
  static let eventWords: Set<String> = [
    "event", "events", "eventid", "log", "logon", "audit", "security", "evtx", "viewer", "ereignis",
    "ereignisanzeige", "evenement", "evento", "eventos", "イベント",
  ]

  /// Whether a word beside a number leaves open what the number is.
  static func saysNothing(_ word: String) -> Bool {
    SubjectFinder.common.contains(word)
      || ["code", "number", "fehler", "erreur", "エラー", "app", "mac"].contains(word)
  }
}
