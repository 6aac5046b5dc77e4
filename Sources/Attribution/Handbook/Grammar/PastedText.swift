/// What a person typed or pasted, cut into words; dates, times, addresses, ports, process numbers and
/// the like are left out, since they are never codes.
struct PastedText: Sendable {
  /// A pasted dialog or a few lines of a log fit; a pasted log does not need to.
  static let longest = 4_096

  let tokens: [TextToken]
  /// All words, spaces between, in lower case: what messages are looked for in.
  let plain: String

  init(_ words: [String]) {
    var tokens: [TextToken] = []
    var plain: [String] = []
    for line in Self.lines(of: words) {
      var isFirst = true
      for chunk in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        let kept =
          NoisePattern.isNoise(chunk) ? [] : Self.words(of: NoisePattern.withoutNoise(chunk))
        for var token in kept {
          token.startsLine = isFirst
          isFirst = false
          tokens.append(token)
        }
      }
      plain += Self.words(of: String(line)).map(\.text)
    }
    self.tokens = NoisePattern.withoutCounted(tokens)
    self.plain = " " + plain.joined(separator: " ") + " "
  }

  private static func lines(of words: [String]) -> [String] {
    let whole = String(words.joined(separator: " ").prefix(longest))
    var text = ""
    for character in whole {
      switch character {
      case "\u{2018}", "\u{2019}", "`", "\u{B4}": text.append("'")
      case "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "\u{201E}": text.append("\"")
      case "\u{A0}", "\u{202F}", "\u{3000}": text.append(" ")
      case "\u{2212}", "\u{2013}": text.append("-")
      default: text.append(character)
      }
    }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  private static let separators: Set<Character> = [
    "/", ",", ";", ":", "=", "(", ")", "[", "]", "{", "}", "<", ">", "|", "\"", "'", "!", "?", "*",
    "#", "、", "。", "（", "）", "：", "「", "」", " ", "\t",
  ]

  private static func words(of chunk: String) -> [TextToken] {
    chunk.split { separators.contains($0) }.compactMap { part in
      var word = String(part)
      while let last = word.last, last == "." || last == "…" { word.removeLast() }
      while word.hasPrefix("-"), word.dropFirst().first?.isNumber != true, !word.isEmpty {
        word.removeFirst()
      }
      return word.isEmpty ? nil : TextToken(word)
    }
  }
}
