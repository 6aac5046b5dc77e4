/// What a person typed or pasted, cut into words; dates, times, addresses, ports, process numbers and
/// the like are left out, since they are never codes.
struct PastedText: Sendable {
  /// A pasted dialog or a few lines of a log fit; a pasted log does not need to.
  static let longest = 16_384

  let tokens: [TextToken]
  /// All words in canonical spelling, numbers included: what messages are looked for in.
  let words: [String]
  /// The words with spaces between and around.
  let plain: String

  init(_ words: [String]) {
    var tokens: [TextToken] = []
    var plain: [String] = []
    for line in Self.lines(of: words) {
      let isList = line.count { $0 == ")" } > line.count { $0 == "(" }
      tokens += BinaryData.statuses(in: line).map { TextToken($0) }
      var isFirst = true
      let chunks = Self.chunks(of: line)
      for (position, chunk) in chunks.enumerated() {
        let next = position + 1 < chunks.count ? chunks[position + 1] : ""
        let kept =
          NoisePattern.isNoise(chunk) || NoisePattern.isDay(chunk, before: next)
            || isList && NoisePattern.isItem(chunk)
          ? [] : Self.words(of: NoisePattern.withoutNoise(chunk))
        for var token in kept {
          token.startsLine = isFirst
          isFirst = false
          tokens.append(token)
        }
      }
      plain += Self.words(of: String(line)).flatMap { CanonicalText.named($0.text) }
    }
    self.tokens = NoisePattern.withoutCounted(tokens)
    self.words = UmlautSpelling.plain(CanonicalText.words(plain))
    self.plain = " " + self.words.joined(separator: " ") + " "
  }

  /// The lines of the text in plain characters; of a long log its beginning and its end.
  private static func lines(of words: [String]) -> [String] {
    var whole = words.joined(separator: " ")
    if whole.utf8.count > longest {
      whole = whole.prefix(longest / 2) + "\n" + whole.suffix(longest / 2)
    }
    return PastedMarkup.plain(whole).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The pieces between spaces, with numbers put right that were written with one ("0x 904", "ox904")
  /// or with separators ("-2,147,467,259").
  private static func chunks(of line: String) -> [Substring] {
    var chunks: [Substring] = []
    for piece in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      var chunk = Self.withLatinMark(piece)
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

  /// With the `x` of `0x` as codes have it, where it was written as × or in Cyrillic.
  private static func withLatinMark(_ chunk: Substring) -> Substring {
    guard !chunk.utf8.allSatisfy({ $0 < 0x80 }),
      let mark = chunk.firstIndex(where: { crosses.contains($0) }), mark > chunk.startIndex,
      zeros.contains(chunk[chunk.index(before: mark)]),
      chunk[chunk.index(after: mark)...].first?.isHexDigit ?? false
    else { return chunk }
    return chunk[..<chunk.index(before: mark)] + "0x" + chunk[chunk.index(after: mark)...]
  }

  private static let crosses: Set<Character> = ["×", "\u{0445}", "\u{0425}"]
  private static let zeros: Set<Character> = ["0", "o", "O", "\u{043E}", "\u{041E}"]

  private static let separators: Set<Character> = [
    "/", ",", ";", ":", "=", "(", ")", "[", "]", "{", "}", "<", ">", "|", "\"", "'", "!", "?", "*",
    "#", "、", "。", "（", "）", "：", "「", "」", " ", "\t", "“", "”", "\\", "~", "^", "…", "«", "»",
  ]

  /// With spaces between a script that has none and the names and numbers inside it.
  private static func spaced(_ text: String) -> String {
    guard isUnspaced(text) else { return text }
    var result = ""
    var last: Bool?
    for character in text {
      let isOther = isUnspaced(character)
      if let last, last != isOther, isOther || character.isASCII { result += " " }
      result.append(character)
      last = isOther
    }
    return result
  }

  /// Chinese, Japanese, Korean and Thai.
  static func isUnspaced(_ text: String) -> Bool { text.contains(where: isUnspaced) }

  private static func isUnspaced(_ character: Character) -> Bool {
    character.unicodeScalars.first.map {
      $0.value >= 0x2E80 && $0.value < 0xFF00 || (0x0E00...0x0E7F).contains($0.value)
    } ?? false
  }

  private static func words(of chunk: String) -> [TextToken] {
    spaced(chunk.replacing("-0x", with: " 0x").replacing("+0x", with: " 0x")).split {
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
