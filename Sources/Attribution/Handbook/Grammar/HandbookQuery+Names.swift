/// Names of codes, and mstsc's pairs.
extension HandbookQuery {
  /// Names that are written as codes are: with underscores or dots, in capitals, or joined words.
  func writtenNames(_ index: HandbookIndex) -> [Explanation] {
    // In a text of capitals alone, capitals say nothing.
    let isShouted =
      names.count > Self.fewWords
      && !names.contains { $0.written.contains(where: \.isLowercase) }
    return names.filter { Self.isWrittenAsCode($0.written, isShouted: isShouted) }.flatMap {
      token in
      let isWord = !token.written.contains("_") && !token.written.contains(".")
      let pages = index.pages(named: token.written).filter {
        switch $0.family {
        case .subject: false
        case .message: $0.code.hasPrefix("Guacamole")
        // "DISCONNECTED" is a word in capitals; our own codes have their dot.
        case .verdict, .evidence: !isWord || names.count <= Self.fewWords
        default: true
        }
      }
      return speltLikeIt(token.written, pages)
    }
  }

  /// The pages in order, those first whose names are spelt as the word is: "OutOfMemory" is one of
  /// Azure Virtual Desktop's, OUT_OF_MEMORY is not. Where only other tables have its words, joined words are
  /// the name of something else: "ConnectionReset" is no NTSTATUS.
  func speltLikeIt(_ word: String, _ pages: [Explanation]) -> [Explanation] {
    guard Self.isJoinedWords(word) || isOfVirtualDesktop else { return pages }
    let key = HandbookIndex.key(word)
    let first = pages.filter {
      isOfVirtualDesktop && $0.family == .virtualDesktop
        && HandbookIndex.key($0.code) == "avd" + key
        || $0.code.hasSuffix(" " + word)
    }
    return first + pages.filter { !first.contains($0) }
  }

  private var isOfVirtualDesktop: Bool {
    text.words.contains { Self.virtualDesktop.contains($0) }
      || text.plain.contains(" virtual desktop ")
  }

  private static let virtualDesktop: Set<String> = [
    "avd", "wvd", "wvderrors", "codesymbolic", "windows365",
  ]

  /// Several words joined, each with a capital: "ConnectionReset".
  static func isJoinedWords(_ word: String) -> Bool {
    word.allSatisfy { $0.isASCII && $0.isLetter } && word.first?.isUppercase ?? false
      && word.contains(where: \.isLowercase) && word.filter(\.isUppercase).count >= 2
  }

  private static func isWrittenAsCode(_ word: String, isShouted: Bool) -> Bool {
    if word.contains("_") || word.dropFirst().contains(".") { return true }
    guard word.count >= 8, !isShouted else { return false }
    let capitals = word.filter(\.isUppercase).count
    return capitals >= 2 && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  // MARK: Pairs

  /// The answer to an error code followed by an extended error code, where the words are that.
  func codePair(from index: HandbookIndex) -> [Explanation]? {
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
    let info = last.value.pages(from: index, in: [.errorInfo])
    var extended = last.value.pages(from: index, in: [.extendedDisconnectReason])
    // The extended code is what the server's Set Error Info said: reasons that few clients name too.
    if extended.isEmpty { extended = Array(info.prefix(1)) }
    guard let reason = extended.first else { return nil }
    if reason.code == ExtendedReasonEntries.protocolRangeCode { extended += info.prefix(1) }
    let note =
      index.page(CodePairEntries.code(error, reason), in: .codePair)
      ?? CodePairEntries.note(error, extended.last ?? reason)
    // "No reason" adds nothing to what the first number says.
    let isPageOfItsOwn = index.page(note.code, in: .codePair) != nil
    return last.value.plain == 0 && !isPageOfItsOwn ? [error] + extended : [note, error] + extended
  }
}
