/// A user's words, taken apart into numbers, names, and words that say what a number is.
struct HandbookQuery {
  typealias Family = Explanation.Family

  private enum Token {
    case number(NumberWord, hint: Set<Family>?)
    case name(String)
  }

  private let phrase: String
  private var tokens: [Token] = []

  init(_ words: [String]) {
    /// A pasted dialog fits; a pasted log does not need to.
    let mostWords = 64
    let parts = words.flatMap(Self.split).prefix(mostWords)
    phrase = parts.joined(separator: " ")
    var hint: Set<Family>?
    for part in parts {
      if let number = NumberWord(part) {
        tokens.append(.number(number, hint: hint))
        hint = nil
      } else if let families = Self.hints[HandbookIndex.key(part)] {
        hint = families
      } else {
        tokens.append(.name(part))
      }
    }
  }

  private static func split(_ word: String) -> [String] {
    let separators: Set<Character> = [
      " ", "\t", "\n", "\r", "/", ",", ";", ":", "=", "(", ")", "[", "]", "<", ">", "|", "\"", "'",
    ]
    return word.split { separators.contains($0) }.map { part in
      var text = String(part)
      while text.hasSuffix(".") { text.removeLast() }
      return text
    }.filter { !$0.isEmpty }
  }

  /// Words that say which family the next number belongs to.
  private static let hints: [String: Set<Family>] = [
    "ALERT": [.tlsAlert], "NEGOTIATION": [.negotiationFailure], "NEG": [.negotiationFailure],
    "NEGO": [.negotiationFailure], "NEGFAILURE": [.negotiationFailure],
    "RDPNEGFAILURE": [.negotiationFailure], "EXTENDED": [.extendedDisconnectReason],
    "EXT": [.extendedDisconnectReason], "INFO": [.errorInfo], "ERRINFO": [.errorInfo],
    "ERRORINFO": [.errorInfo], "SETERRORINFO": [.errorInfo], "EXIT": [.freeRDPExit],
    "NTSTATUS": [.ntStatus], "STATUS": [.ntStatus, .securityStatus],
    "SUBSTATUS": [.ntStatus, .securityStatus], "SECE": [.securityStatus, .ntStatus],
    "HRESULT": [.securityStatus, .ntStatus], "SSPI": [.securityStatus, .ntStatus],
    "MSTSC": [.disconnectReason], "DISCREASON": [.disconnectReason],
    "DISCONNECT": [.disconnectReason], "LICENSE": [.licensingError],
    "LICENCE": [.licensingError], "LICENSING": [.licensingError], "EVENT": [.windowsEvent],
    "EVENTID": [.windowsEvent], "ERRCONNECT": [.freeRDP], "FREERDP": [.freeRDP, .freeRDPExit],
    "XFREERDP": [.freeRDP, .freeRDPExit],
  ]

  // MARK: Answer

  func answer(from index: HandbookIndex) -> [Explanation] {
    let whole = index.pages(named: phrase)
    if !whole.isEmpty { return whole }
    if let pair = codePair(from: index) { return pair }
    var found: [Explanation] = []
    var byWord: [Explanation] = []
    for token in tokens {
      switch token {
      case .number(let number, let hint): found += number.pages(from: index, in: hint)
      case .name(let word) where Self.isWrittenAsCode(word): found += index.pages(named: word)
      case .name(let word): byWord += index.pages(named: word)
      }
    }
    // "closed" or "refused" in a pasted sentence says less than the number beside it.
    if found.isEmpty { found = byWord }
    if found.isEmpty { found = index.pages(ofCause: phrase) }
    var seen: Set<Explanation> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static func isWrittenAsCode(_ word: String) -> Bool {
    word.contains("_") || word.contains(".") || word == word.uppercased()
  }

  /// The answer to an error code followed by an extended error code, where the words are that.
  private func codePair(from index: HandbookIndex) -> [Explanation]? {
    var numbers: [(word: NumberWord, hint: Set<Family>?)] = []
    for case .number(let number, let hint) in tokens { numbers.append((number, hint)) }
    guard numbers.count == 2 else { return nil }
    let (first, second) = (numbers[0], numbers[1])
    guard first.hint.map({ $0.contains(.disconnectReason) }) ?? true,
      second.hint.map({ $0.contains(.extendedDisconnectReason) }) ?? true
    else { return nil }
    guard let error = first.word.pages(from: index, in: [.disconnectReason]).first else {
      return nil
    }
    var extended = second.word.pages(from: index, in: [.extendedDisconnectReason])
    guard let reason = extended.first else { return nil }
    let info = second.word.pages(from: index, in: [.errorInfo])
    if reason.code == ExtendedReasonEntries.protocolRangeCode { extended += info.prefix(1) }
    let note =
      index.page(CodePairEntries.code(error, reason), in: .codePair)
      ?? CodePairEntries.note(error, extended.last ?? reason)
    return [note, error] + extended
  }
}
