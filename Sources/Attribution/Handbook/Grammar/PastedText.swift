/// What a person typed or pasted, cut into words; dates, times, addresses, ports, process numbers and
/// the like are left out, since they are never codes.
struct PastedText: Sendable {
  /// A pasted dialog or a few lines of a log fit; a pasted log does not need to.
  static let longest = 4_096

  let tokens: [TextToken]
  /// All words in canonical spelling, numbers included: what messages are looked for in.
  let words: [String]
  /// The words with spaces between and around.
  let plain: String

  init(_ words: [String]) {
    var tokens: [TextToken] = []
    var plain: [String] = []
    for line in Self.lines(of: words) {
      var isFirst = true
      for chunk in Self.chunks(of: line) {
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
    self.words = CanonicalText.words(plain)
    self.plain = " " + self.words.joined(separator: " ") + " "
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
      case "\u{FF01}"..."\u{FF5E}": text += Self.plain(character)
      default: text.append(character)
      }
    }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The ASCII character of a wide one, as Japanese input writes letters and digits.
  private static func plain(_ character: Character) -> String {
    guard let wide = character.unicodeScalars.first?.value,
      let scalar = Unicode.Scalar(wide - 0xFF01 + 0x21)
    else { return String(character) }
    return String(Character(scalar))
  }

  /// The pieces between spaces, with numbers put right that were written with one ("0x 904", "ox904")
  /// or with separators ("-2,147,467,259").
  private static func chunks(of line: String) -> [Substring] {
    var chunks: [Substring] = []
    for piece in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      var chunk = piece
      if let last = chunks.last, last.lowercased() == "0x", chunk.first?.isHexDigit ?? false {
        chunks[chunks.count - 1] = Substring("0x" + chunk)
        continue
      }
      if chunk.lowercased().hasPrefix("ox"), chunk.dropFirst(2).count >= 3,
        chunk.dropFirst(2).allSatisfy(\.isHexDigit)
      {
        chunk = "0x" + chunk.dropFirst(2)
      }
      chunks.append(NoisePattern.withoutSeparators(chunk))
    }
    return chunks
  }

  private static let separators: Set<Character> = [
    "/", ",", ";", ":", "=", "(", ")", "[", "]", "{", "}", "<", ">", "|", "\"", "'", "!", "?", "*",
    "#", "、", "。", "（", "）", "：", "「", "」", " ", "\t",
  ]

  private static func words(of chunk: String) -> [TextToken] {
    chunk.replacing("-0x", with: " 0x").replacing("+0x", with: " 0x").split {
      separators.contains($0)
    }.compactMap { part in
      var word = String(part)
      while let last = word.last, last == "." || last == "…" { word.removeLast() }
      while word.hasPrefix("-"), word.dropFirst().first?.isNumber != true, !word.isEmpty {
        word.removeFirst()
      }
      return word.isEmpty ? nil : TextToken(word)
    }
  }
}
