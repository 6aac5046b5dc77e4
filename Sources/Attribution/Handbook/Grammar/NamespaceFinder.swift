/// Finds the table of a number from the words around it.
struct NamespaceFinder: Sendable {
  typealias Family = Explanation.Family

  private let tokens: [TextToken]
  private let words: Set<String>

  init(_ tokens: [TextToken]) {
    self.tokens = tokens
    words = Set(tokens.map(\.text))
  }

  /// The tables that the words before the number at `position` name, likeliest first.
  func families(at position: Int) -> [Family]? {
    var best: (distance: Int, length: Int, families: [Family])?
    for namespace in Namespace.all
    where namespace.only.isEmpty || !namespace.only.isDisjoint(with: words) {
      guard let distance = distance(of: namespace.cue, before: position) else { continue }
      let length = namespace.cue.count
      // Of equals the one that comes first: it is the narrower.
      if let known = best, (known.distance, -known.length) <= (distance, -length) { continue }
      best = (distance, length, namespace.families)
    }
    return best?.families ?? (isBehindProvider(position) ? [.windowsEvent] : nil)
  }

  /// Whether the name of a provider of events or of its log stands before the number.
  private func isBehindProvider(_ position: Int) -> Bool {
    (0...Namespace.reach).contains { distance in
      let place = position - distance - 1
      guard place >= 0 else { return false }
      let text = tokens[place].text
      return text.hasPrefix("microsoft-windows-") || text.hasPrefix("netwtw")
        || text.hasSuffix("/operational") || text.hasSuffix("/admin")
    }
  }

  /// How many words stand between the cue and the number, none of them a number itself.
  private func distance(of cue: [String], before position: Int) -> Int? {
    for distance in 0...Namespace.reach {
      let end = position - distance
      let start = end - cue.count
      guard start >= 0 else { return nil }
      if distance > 0, CodeNumber(tokens[end].text) != nil { return nil }
      let words = tokens[start..<end].map { Self.cueWord($0.text) }
      if zip(words, cue).allSatisfy(Self.isCue) { return distance }
    }
    return nil
  }

  /// Scripts without spaces join what follows to the word: "错误代码为".
  private static func isCue(_ word: String, _ cue: String) -> Bool {
    word == cue || cue.count >= 3 && PastedText.isUnspaced(cue) && word.hasPrefix(cue)
  }

  /// A provider's name without what all of them begin with.
  private static func cueWord(_ text: String) -> String {
    var word = Substring(text)
    for prefix in ["microsoft-windows-", "remotedesktopservices-", "terminalservices-"]
    where word.hasPrefix(prefix) && !(word.hasSuffix("gateway") && prefix.hasPrefix("terminal")) {
      word.removeFirst(prefix.count)
    }
    return String(word)
  }
}
