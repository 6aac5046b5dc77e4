/// Text before it is escaped for a page.
enum HTMLText {
  /// `text` on one line and of bounded length, with everything invisible written as `\u{…}`.
  ///
  /// The template engine escapes whole characters: a quote with a combining mark on it is another
  /// character to it, and a quote to the browser. So no mark stays on the five that it escapes.
  static func plain(_ text: String, limit: Int = TerminalText.sentenceLimit) -> String {
    let visible = TerminalText.escape(text, limit: limit)
    guard visible.contains(where: isMarked) else { return visible }
    var result = ""
    for character in visible {
      guard isMarked(character) else {
        result.append(character)
        continue
      }
      for (index, scalar) in character.unicodeScalars.enumerated() {
        result +=
          index == 0 ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return result
  }

  private static let special: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

  private static func isMarked(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    return scalars.count > 1 && scalars.contains { special.contains($0) }
  }
}
