/// A user's words, understood: codes with their tables, names, messages, subjects.
struct HandbookQuery {
  typealias Family = Explanation.Family

  struct Number {
    let value: CodeNumber
    let families: [Family]?
    let startsLine: Bool
  }

  /// A screen holds no more.
  static let mostPages = 12
  /// Texts up to this many words are looked at as a question for a code, not as prose.
  static let fewWords = 3

  /// As it was given.
  let pasted: [String]
  let text: PastedText
  let searched: SearchedText
  private(set) var surroundings: Surroundings
  /// What is not well is another program.
  private(set) var isOfOthers = false
  private(set) var numbers: [Number] = []
  private(set) var names: [TextToken] = []

  init(_ words: [String]) {
    pasted = ListItems.withoutOthers(words.joined(separator: " ")).map { [$0] } ?? words
    text = PastedText(pasted)
    searched = SearchedText(text.words)
    var about = Surroundings(
      words: text.words, text: searched, joined: Self.partsOfNames(in: text))
    // "the others, by VNC, are fine": what is well is not what the text is about.
    if about.isForeign, let praise = Praise(pasted.joined(separator: " ")) {
      let words = PastedText([praise.rest]).words
      let asked = Surroundings(words: words, text: SearchedText(words))
      if asked.isRemoteDesktop, !asked.isForeign { about = asked }
    }
    surroundings = about
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

  var phrase: String { text.tokens.map(\.written).joined(separator: " ") }

  // MARK: Answer

  func answer(from index: HandbookIndex) -> [Explanation] { found(in: index).pages }

  /// The pages of the text, and whether they are what its words mean rather than what a code or a
  /// program's message in it says.
  func found(in index: HandbookIndex) -> (pages: [Explanation], isByWords: Bool) {
    let found = read(in: index)
    return isOfAnyProgram(found.pages, index) ? ([], false) : found
  }

  /// Nothing but codes of the system or of the web, in a text that says nothing of Remote Desktop.
  func isOfAnyProgram(_ pages: [Explanation], _ index: HandbookIndex) -> Bool {
    guard !surroundings.isAtHome else { return false }
    // Who gives a page's own code asks for that page.
    return !pages.isEmpty
      && pages.allSatisfy { index.ofAnyProgram.contains($0.code) && $0.code != phrase }
  }

  /// The same with the pages of codes that are every program's.
  func read(in index: HandbookIndex) -> (pages: [Explanation], isByWords: Bool) {
    guard !text.words.isEmpty else { return ([], false) }
    let named = namedByPhrase(index)
    if !named.isEmpty { return (distinct(named), false) }
    // An error of another program is no page's subject, whatever its words are.
    guard
      !surroundings.isForeign || surroundings.isBesideOurs || surroundings.isOfManager
    else { return ([], false) }
    if !hasUnknownStatus(index), let pair = codePair(from: index) { return (distinct(pair), false) }
    let written = writtenNames(index)
    let certain = ofSource(
      withoutZeros(index).flatMap { certainPages($0, index, isNamed: !written.isEmpty) } + written)
    let alerts = AlertPhrase.pages(in: text, index)
    guard !surroundings.isForeign else {
      // A client on a telephone, a code in the form that only clients have.
      let isOfClient = numbers.contains { $0.value.isMarked }
      let own = certain.filter {
        Self.isOfLogonOrSession($0) || isOfClient && $0.family == .disconnectReason
      }
      return (distinct(own), false)
    }
    var messages = MessageBook.shared.pages(
      in: withoutTypingErrors,
      leastShare: surroundings.isAtHome ? 0 : MessageBook.leastShare, index
    ).filter(isOfProgramsNamed)
    let asked = asked
    if certain.isEmpty, alerts.isEmpty, asked.isOfOthers { return ([], true) }
    if certain.isEmpty, alerts.isEmpty {
      let words = CanonicalText.words(asked.text.tokens.map(\.text))
      messages = asked.withConcepts(messages, words, in: asked.searched, surroundings, index)
    }
    if !certain.isEmpty || !alerts.isEmpty || !messages.isEmpty {
      return (distinct(arranged(certain: certain, alerts: alerts, messages: messages)), false)
    }
    if text.tokens.count <= Self.fewWords, names.allSatisfy({ Self.saysNothing($0.text) }) {
      let open = numbers.flatMap { $0.value.pages(from: index, in: nil) }
      if !open.isEmpty { return (distinct(open), false) }
    }
    if names.count == 1, text.words.count == 1 {
      let single = names.flatMap { index.pages(named: $0.text) }.filter { $0.family != .subject }
      if !single.isEmpty { return (distinct(single), false) }
    }
    let events = ofSource(eventNumbers(index))
    return events.isEmpty ? (distinct(asked.subjects(index)), true) : (distinct(events), false)
  }

  /// The numbers, without zeros where a status is given of which nothing is known: "no error" is not its answer.
  private func withoutZeros(_ index: HandbookIndex) -> [Number] {
    hasUnknownStatus(index) ? numbers.filter { $0.value.plain != 0 } : numbers
  }

  private func hasUnknownStatus(_ index: HandbookIndex) -> Bool {
    numbers.contains {
      $0.value.speaksForItself && $0.value.pages(from: index, in: nil).isEmpty
    }
  }

  /// Without the events of other sources than the text names.
  private func ofSource(_ pages: [Explanation]) -> [Explanation] {
    guard pages.contains(where: { $0.family == .windowsEvent }) else { return pages }
    let lines = pasted.flatMap { PastedMarkup.plain($0).split(whereSeparator: \.isNewline) }
    guard let source = EventSource(of: lines.map(String.init), words: text.words) else {
      return pages
    }
    return pages.filter(source.has)
  }

  /// The text as it is, or without its typing errors where a message is known then that says more: "temproarily
  /// unavailable" is not only a gateway's name.
  private var withoutTypingErrors: SearchedText {
    guard text.words.count > Self.fewWords,
      let words = SpellingRepair.shared.repaired(text.words)
    else { return searched }
    let repaired = SearchedText(words)
    return MessageBook.shared.saysMore(
      repaired, than: searched, isOurs: surroundings.isRemoteDesktop) ? repaired : searched
  }

  /// Names that nothing but a logon, a session or a virtual desktop has.
  private static func isOfLogonOrSession(_ page: Explanation) -> Bool {
    switch page.family {
    case .virtualDesktop, .extendedDisconnectReason, .errorInfo, .freeRDP, .message: true
    case .ntStatus: page.code != "NTSTATUS 0xC0000022"
    case .windowsEvent: page.code == "event 4625" || page.code == "event 1111"
    default: false
    }
  }

  /// The parts of names joined with `_`: "svc_backup".
  private static func partsOfNames(in text: PastedText) -> Set<String> {
    Set(
      text.tokens.filter { $0.text.contains("_") }.flatMap { CanonicalText.named($0.text) })
  }

  /// The question without what it says is well: nothing of that is its subject.
  var asked: HandbookQuery {
    guard let praise = Praise(pasted.joined(separator: " ")) else { return self }
    var query = HandbookQuery([praise.rest])
    // "rdp is fine, only outlook is slow"
    query.isOfOthers = query.surroundings.isForeign
    query.surroundings = surroundings
    return query
  }

  /// A page about one program is no answer to a text that names another.
  private func isOfProgramsNamed(_ page: Explanation) -> Bool {
    guard let program = Self.programs.first(where: { page.code.lowercased().contains($0) }) else {
      return true
    }
    let named = Self.programs.filter { name in text.words.contains { $0.contains(name) } }
    return named.isEmpty || named.contains(program)
  }

  private static let programs = ["xrdp", "guac", "gnome", "remmina"]

  func namedByPhrase(_ index: HandbookIndex) -> [Explanation] {
    guard numbers.count < 2 || text.tokens.count <= 4 else { return [] }
    let named = speltLikeIt(phrase, index.pages(named: phrase))
    let cause = text.words.count == 1 ? index.pages(ofCause: phrase) : []
    return named.filter { $0.family == .subject } + named.filter { $0.family != .subject } + cause
  }

  /// What decides comes first: a code that names the cause, then messages, then codes that only say
  /// that something failed.
  func arranged(
    certain: [Explanation], alerts: [Explanation], messages: [Explanation]
  ) -> [Explanation] {
    let isOfEvent = !alerts.isEmpty || certain.contains { $0.family == .windowsEvent }
    let pages = (alerts + certain + messages).enumerated().map { position, page in
      let isMessage = position >= alerts.count + certain.count
      return (
        weight: (isMessage ? ownWeight(page) : nil)
          ?? Weight.of(page, isMessage: isMessage, isOfEvent: isOfEvent),
        position: position,
        page: page
      )
    }
    let ordered = pages.sorted { ($0.weight, $0.position) < ($1.weight, $1.position) }.map(\.page)
    guard !certain.isEmpty || !alerts.isEmpty else { return ordered }
    // A dialog that gives no reason adds nothing to a code.
    let telling = ordered.filter { !MessageBook.dialogsWithoutReason.contains($0.code) }
    return telling.isEmpty ? ordered : telling
  }

  /// What failed on the way through the gateway, in FreeRDP's own log: the negotiation that then fails
  /// never reached the server. What xrdp could not reach is its own part, not the network.
  private func ownWeight(_ page: Explanation) -> Int? {
    switch page.code {
    case "message gateway HTTP"
    where text.words.contains { $0.hasPrefix("com.freerdp.core.gateway") }:
      Weight.failedGateway
    case "message xrdp sesman" where text.words.contains("3350"): Weight.failedStep
    default: nil
    }
  }

  func distinct(_ pages: [Explanation]) -> [Explanation] {
    var seen: Set<String> = []
    let limit = text.tokens.count == 1 && numbers.isEmpty ? Int.max : Self.mostPages
    return Array(
      pages.filter { seen.insert("\($0.family.rawValue) \($0.code)").inserted }.prefix(limit))
  }
}
