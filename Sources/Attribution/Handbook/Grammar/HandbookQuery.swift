/// A user's words, understood: codes with their tables, names, messages, subjects.
struct HandbookQuery {
  typealias Family = Explanation.Family

  private struct Number {
    let value: CodeNumber
    let families: [Family]?
    let startsLine: Bool
  }

  /// A screen holds no more.
  static let mostPages = 12
  /// Texts up to this many words are looked at as a question for a code, not as prose.
  private static let fewWords = 3

  private let text: PastedText
  private let searched: SearchedText
  private let surroundings: Surroundings
  private var numbers: [Number] = []
  private var names: [TextToken] = []

  init(_ words: [String]) {
    text = PastedText(words)
    searched = SearchedText(text.words)
    surroundings = Surroundings(words: text.words, text: searched)
    let finder = NamespaceFinder(text.tokens)
    for (position, token) in text.tokens.enumerated() {
      if let value = CodeNumber(token.text) {
        numbers.append(
          Number(
            value: value, families: finder.families(at: position), startsLine: token.startsLine))
      } else {
        names.append(token)
      }
    }
  }

  private var phrase: String { text.tokens.map(\.written).joined(separator: " ") }

  // MARK: Answer

  func answer(from index: HandbookIndex) -> [Explanation] {
    guard !text.words.isEmpty else { return [] }
    let named = namedByPhrase(index)
    if !named.isEmpty { return distinct(named) }
    // An error of another program is no page's subject, whatever its words are.
    guard !surroundings.isForeign else { return [] }
    if let pair = codePair(from: index) { return distinct(pair) }
    let written = writtenNames(index)
    let certain = numbers.flatMap { certainPages($0, index, isNamed: !written.isEmpty) } + written
    let alerts = AlertPhrase.pages(in: text, index)
    var messages = MessageBook.shared.pages(in: searched, index)
    if certain.isEmpty, alerts.isEmpty {
      let words = CanonicalText.words(text.tokens.map(\.text))
      messages = withConcepts(messages, words, in: searched, surroundings, index)
    }
    if !certain.isEmpty || !alerts.isEmpty || !messages.isEmpty {
      return distinct(arranged(certain: certain, alerts: alerts, messages: messages))
    }
    if text.tokens.count <= Self.fewWords, names.allSatisfy({ Self.saysNothing($0.text) }) {
      let open = numbers.flatMap { $0.value.pages(from: index, in: nil) }
      if !open.isEmpty { return distinct(open) }
    }
    if names.count == 1, text.words.count == 1 {
      let single = names.flatMap { index.pages(named: $0.text) }.filter { $0.family != .subject }
      if !single.isEmpty { return distinct(single) }
    }
    let events = eventNumbers(index)
    return distinct(events.isEmpty ? subjects(index) : events)
  }

  /// The subject of the question; of a question with typing errors, what it means without them.
  private func subjects(_ index: HandbookIndex) -> [Explanation] {
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
  private func withConcepts(
    _ messages: [Explanation], _ words: [String], in searched: SearchedText,
    _ surroundings: Surroundings, _ index: HandbookIndex
  ) -> [Explanation] {
    guard !messages.isEmpty, isWithoutReason(messages) else { return messages }
    let said = concepts(words, in: searched, surroundings, index)
    return said.filter { !isWithoutReason([$0]) } + messages
  }

  private func isWithoutReason(_ messages: [Explanation]) -> Bool {
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
      || text.words.count <= fewest
      || text.words.count <= short && words.contains(where: Self.technical.contains)
    return isAtHome ? MessageBook.shared.pages(in: searched, areConcepts: true, index) : []
  }

  /// What runs beside a session and has faults of its own.
  private static let beside: Set<String> = [
    "printing", "printer", "printers", "print", "drucker", "drucken", "imprimante", "impresora",
    "scanner", "webcam", "microphone", "clipboard", "zwischenablage", "nmap",
  ]

  /// Words of those who look after networks and hosts.
  private static let technical: Set<String> = [
    "tls", "ssl", "mtu", "vpn", "firewall", "kerberos", "ntlm", "udp", "dns", "gpo", "registry",
    "ipsec", "3389", "nsg", "spn", "cal", "cals", "schannel",
  ]

  /// Event ids without a cue in a text that speaks of events: "4625 Logon Type 10".
  private func eventNumbers(_ index: HandbookIndex) -> [Explanation] {
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
  private static let eventWords: Set<String> = [
    "event", "events", "eventid", "log", "logon", "audit", "security", "evtx", "viewer", "ereignis",
    "ereignisanzeige", "evenement", "evento", "eventos", "イベント",
  ]

  /// Whether a word beside a number leaves open what the number is.
  private static func saysNothing(_ word: String) -> Bool {
    SubjectFinder.common.contains(word)
      || ["code", "number", "fehler", "erreur", "エラー", "app", "mac"].contains(word)
  }

  private func namedByPhrase(_ index: HandbookIndex) -> [Explanation] {
    guard numbers.count < 2 || text.tokens.count <= 4 else { return [] }
    let named = index.pages(named: phrase)
    let cause = text.words.count == 1 ? index.pages(ofCause: phrase) : []
    return named.filter { $0.family == .subject } + named.filter { $0.family != .subject } + cause
  }

  /// What decides comes first: a code that names the cause, then messages, then codes that only say
  /// that something failed.
  private func arranged(
    certain: [Explanation], alerts: [Explanation], messages: [Explanation]
  ) -> [Explanation] {
    let isOfEvent = !alerts.isEmpty || certain.contains { $0.family == .windowsEvent }
    let pages = (alerts + certain + messages).enumerated().map { position, page in
      let isMessage = position >= alerts.count + certain.count
      return (
        weight: Weight.of(page, isMessage: isMessage, isOfEvent: isOfEvent), position: position,
        page: page
      )
    }
    let ordered = pages.sorted { ($0.weight, $0.position) < ($1.weight, $1.position) }.map(\.page)
    guard !certain.isEmpty || !alerts.isEmpty else { return ordered }
    // A dialog that gives no reason adds nothing to a code.
    let telling = ordered.filter { !MessageBook.dialogsWithoutReason.contains($0.code) }
    return telling.isEmpty ? ordered : telling
  }

  private func distinct(_ pages: [Explanation]) -> [Explanation] {
    var seen: Set<String> = []
    let limit = text.tokens.count == 1 && numbers.isEmpty ? Int.max : Self.mostPages
    return Array(
      pages.filter { seen.insert("\($0.family.rawValue) \($0.code)").inserted }.prefix(limit))
  }

  // MARK: Numbers

  /// The pages of a number whose table the text names, or which says it itself.
  ///
  /// - Parameter isNamed: the text has the name of a code, whose number this may be.
  private func certainPages(
    _ number: Number, _ index: HandbookIndex, isNamed: Bool
  ) -> [Explanation] {
    if isOfTicket(number.value) { return number.value.pages(from: index, in: [.kerberos]) }
    if isAlert(number) { return number.value.pages(from: index, in: [.tlsAlert]) }
    if let families = number.families {
      let wide = number.value.speaksForItself ? number.value.pages(from: index, in: nil) : []
      if !wide.isEmpty { return wide }
      let isGeneric = families.count > 3
      let all = families.map { number.value.pages(from: index, in: [$0]) }
      // A page of its own says more than that of a range which another table has.
      let own = all.filter { $0.contains { $0.code != ExtendedReasonEntries.protocolRangeCode } }
      for found in own + all where !found.isEmpty {
        // "error 5" leaves the table open; "error info 5" does not.
        let isShort = text.tokens.count <= Self.fewWords && isGeneric && !number.value.isMarked
        return isShort ? found + number.value.pages(from: index, in: nil) : found
      }
      return []
    }
    if number.value.speaksForItself { return number.value.pages(from: index, in: nil) }
    if isOfDialog(number) { return number.value.pages(from: index, in: [.disconnectReason]) }
    if isOfManager(number.value) { return number.value.pages(from: index, in: [.disconnectReason]) }
    if let own = numberOfItsWords(number.value, index) { return own }
    // A library's log is full of numbers of its own.
    let isOfLibrary = text.words.contains {
      $0.hasPrefix("com.freerdp") || $0 == "guacd" || $0 == "xrdp"
    }
    guard number.value.isMarked, number.value.plain != 0, !isNamed, !isOfLibrary,
      text.tokens.count > Self.fewWords
    else { return [] }
    return number.value.pages(from: index, in: [.disconnectReason])
  }

  /// Connection managers begin the line of the dialog's text with the client's code.
  private func isOfDialog(_ number: Number) -> Bool {
    let least: UInt32 = 0x100
    return number.startsLine && surroundings.isRemoteDesktop && !number.value.isMarked
      && (3...4).contains(number.value.digits) && number.value.plain.map { $0 >= least } ?? false
      && text.tokens.count > Self.fewWords && !text.words.contains(where: Self.eventWords.contains)
  }

  /// Events of Kerberos tickets hold Kerberos' own error codes: "4771 0x18".
  private func isOfTicket(_ number: CodeNumber) -> Bool {
    let most: UInt32 = 0x80
    return number.isMarked && number.plain.map { $0 > 0 && $0 < most } ?? false
      && text.words.contains { ["4768", "4769", "4771"].contains($0) }
  }

  /// Schannel's events name the alert in a sentence whose last words differ by language and version.
  private func isAlert(_ number: Number) -> Bool {
    let most: UInt32 = 120
    guard number.families?.isEmpty != true, !number.value.isMarked,
      let value = number.value.plain, value <= most
    else { return false }
    return Self.alertTexts.contains { !searched.positions(of: $0).isEmpty }
  }

  private static let alertTexts = [
    "fatal alert was", "schwerwiegende warnung", "alerte irrecuperable", "alerta irrecuperable",
    "致命的な警告", "36887", "36888",
  ].map(SoughtPhrase.init)

  /// Numbers that hardly anything else has, in a text with the words that go with them.
  private func numberOfItsWords(_ number: CodeNumber, _ index: HandbookIndex) -> [Explanation]? {
    guard let value = number.plain, !number.isMarked else { return nil }
    let tables: [(ClosedRange<UInt32>, Set<String>, Family)] = [
      (23_000...23_040, ["gateway", "cap", "rap", "nps", "tsgateway"], .gateway),
      (512...797, ["guacamole", "guacd", "guac"], .message),
      (
        10_004...11_004, ["socket", "winsock", "socketexception", "wsa", "connect", "connection"],
        .winsock
      ),
    ]
    for (range, words, family) in tables
    where range.contains(value) && text.words.contains(where: words.contains) {
      let found = number.pages(from: index, in: [family])
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// Connection managers show the client's error code as a bare decimal: "Socket closed (2308)".
  private func isOfManager(_ number: CodeNumber) -> Bool {
    let least: UInt32 = 0x100
    return number.plain.map { $0 >= least } ?? false
      && text.words.contains { Self.managers.contains($0) }
  }

  private static let managers: Set<String> = [
    "rdcman", "mremoteng", "royal", "royalts", "royaltsx", "1remote", "devolutions", "mstsc",
  ]

  // MARK: Names

  /// Names that are written as codes are: with underscores or dots, in capitals, or joined words.
  private func writtenNames(_ index: HandbookIndex) -> [Explanation] {
    // In a text of capitals alone, capitals say nothing.
    let isShouted =
      names.count > Self.fewWords
      && !names.contains { $0.written.contains(where: \.isLowercase) }
    return names.filter { Self.isWrittenAsCode($0.written, isShouted: isShouted) }.flatMap {
      token in
      index.pages(named: token.written).filter {
        $0.family != .subject && ($0.family != .message || $0.code.hasPrefix("Guacamole"))
      }
    }
  }

  private static func isWrittenAsCode(_ word: String, isShouted: Bool) -> Bool {
    if word.contains("_") || word.dropFirst().contains(".") { return true }
    guard word.count >= 8, !isShouted else { return false }
    let capitals = word.filter(\.isUppercase).count
    return capitals >= 2 && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  // MARK: Pairs

  /// The answer to an error code followed by an extended error code, where the words are that.
  private func codePair(from index: HandbookIndex) -> [Explanation]? {
    guard
      let second = numbers.firstIndex(where: { $0.families == [.extendedDisconnectReason] })
        ?? (numbers.count == 2 && names.count <= 3 ? 1 : nil), second > 0
    else { return nil }
    let (first, last) = (numbers[second - 1], numbers[second])
    guard first.families.map({ $0.contains(.disconnectReason) }) ?? true,
      last.families.map({ $0 == [.extendedDisconnectReason] }) ?? true,
      !first.value.speaksForItself || first.value.plain.map({ $0 < 0x8000_0000 }) ?? false
    else { return nil }
    guard let error = first.value.pages(from: index, in: [.disconnectReason]).first else {
      return nil
    }
    var extended = last.value.pages(from: index, in: [.extendedDisconnectReason])
    guard let reason = extended.first else { return nil }
    let info = last.value.pages(from: index, in: [.errorInfo])
    if reason.code == ExtendedReasonEntries.protocolRangeCode { extended += info.prefix(1) }
    let note =
      index.page(CodePairEntries.code(error, reason), in: .codePair)
      ?? CodePairEntries.note(error, extended.last ?? reason)
    // "No reason" adds nothing to what the first number says.
    let isPageOfItsOwn = index.page(note.code, in: .codePair) != nil
    return last.value.plain == 0 && !isPageOfItsOwn ? [error] + extended : [note, error] + extended
  }
}
