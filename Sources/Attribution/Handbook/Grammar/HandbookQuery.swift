/// A user's words, understood: codes with their tables, names, messages, subjects.
struct HandbookQuery {
  typealias Family = Explanation.Family

  private struct Number {
    let value: CodeNumber
    let families: [Family]?
  }

  /// A screen holds no more.
  static let mostPages = 12
  /// Texts up to this many words are looked at as a question for a code, not as prose.
  private static let fewWords = 3

  private let text: PastedText
  private var numbers: [Number] = []
  private var names: [TextToken] = []

  init(_ words: [String]) {
    text = PastedText(words)
    let finder = NamespaceFinder(text.tokens)
    for (position, token) in text.tokens.enumerated() {
      if let value = CodeNumber(token.text) {
        numbers.append(Number(value: value, families: finder.families(at: position)))
      } else {
        names.append(token)
      }
    }
  }

  private var phrase: String { text.tokens.map(\.written).joined(separator: " ") }

  // MARK: Answer

  func answer(from index: HandbookIndex) -> [Explanation] {
    guard !text.plain.allSatisfy({ $0 == " " }) else { return [] }
    let named = namedByPhrase(index)
    if !named.isEmpty { return distinct(named) }
    if let pair = codePair(from: index) { return distinct(pair) }
    let written = writtenNames(index)
    let certain = numbers.flatMap { certainPages($0, index, isNamed: !written.isEmpty) } + written
    let alerts = AlertPhrase.pages(in: text, index)
    let messages = MessageBook.shared.pages(in: text.plain, index)
    if !certain.isEmpty || !alerts.isEmpty || !messages.isEmpty {
      return distinct(arranged(certain: certain, alerts: alerts, messages: messages))
    }
    if text.tokens.count <= Self.fewWords, names.allSatisfy({ Self.saysNothing($0.text) }) {
      let open = numbers.flatMap { $0.value.pages(from: index, in: nil) }
      if !open.isEmpty { return distinct(open) }
    }
    if names.count == 1, text.tokens.count == 1 {
      let single = names.flatMap { index.pages(named: $0.text) }.filter { $0.family != .subject }
      if !single.isEmpty { return distinct(single) }
    }
    return distinct(SubjectFinder.pages(in: text, index))
  }

  /// Whether a word beside a number leaves open what the number is.
  private static func saysNothing(_ word: String) -> Bool {
    SubjectFinder.common.contains(word)
      || ["code", "number", "fehler", "erreur", "エラー", "app", "mac"].contains(word)
  }

  private func namedByPhrase(_ index: HandbookIndex) -> [Explanation] {
    guard numbers.count < 2 || text.tokens.count <= 4 else { return [] }
    let named = index.pages(named: phrase)
    let cause = text.tokens.count == 1 ? index.pages(ofCause: phrase) : []
    return named.filter { $0.family == .subject } + named.filter { $0.family != .subject } + cause
  }

  /// A message says what its number means; a number that is a code of its own says more than the
  /// message around it.
  private func arranged(
    certain: [Explanation], alerts: [Explanation], messages: [Explanation]
  ) -> [Explanation] {
    let generic: Set<Family> = [.freeRDP, .win32, .winsock]
    let events = certain.filter { $0.family == .windowsEvent }
    let specific = certain.filter { !generic.contains($0.family) && $0.family != .windowsEvent }
    let rest = certain.filter { generic.contains($0.family) }
    // Of a status and its sub-status the second says more.
    let vague = specific.filter { $0.code == Self.vagueStatus }
    let telling = specific.filter { $0.code != Self.vagueStatus }
    let codes = alerts + telling + vague
    return events.isEmpty && alerts.isEmpty
      ? codes + messages + rest : codes + rest + events + messages
  }

  /// STATUS_LOGON_FAILURE, beside which a sub-status tells more.
  private static let vagueStatus = "NTSTATUS 0xC000006D"

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
    if let families = number.families {
      let wide = number.value.speaksForItself ? number.value.pages(from: index, in: nil) : []
      if !wide.isEmpty { return wide }
      let isGeneric = families.count > 3
      for family in families {
        let found = number.value.pages(from: index, in: [family])
        guard !found.isEmpty else { continue }
        // "error 5" leaves the table open; "error info 5" does not.
        let isShort = text.tokens.count <= Self.fewWords && isGeneric && !number.value.isMarked
        return isShort ? found + number.value.pages(from: index, in: nil) : found
      }
      return []
    }
    if number.value.speaksForItself { return number.value.pages(from: index, in: nil) }
    guard number.value.isMarked, !isNamed, text.tokens.count > Self.fewWords else { return [] }
    return number.value.pages(from: index, in: [.disconnectReason])
  }

  // MARK: Names

  /// Names that are written as codes are: with underscores or dots, in capitals, or joined words.
  private func writtenNames(_ index: HandbookIndex) -> [Explanation] {
    names.filter { Self.isWrittenAsCode($0.written) }.flatMap { token in
      index.pages(named: token.written).filter {
        $0.family != .subject && $0.family != .message
      }
    }
  }

  private static func isWrittenAsCode(_ word: String) -> Bool {
    if word.contains("_") || word.dropFirst().contains(".") { return true }
    guard word.count >= 8 else { return false }
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
    return [note, error] + extended
  }
}
