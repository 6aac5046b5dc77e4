/// Makes text from packets and files plain text in Markdown (CommonMark, GitHub): no link, image,
/// raw HTML, mention, emphasis, heading, table cell or code can come of it.
enum MarkdownText {
  /// `text` on one line, every character that Markdown may act on behind a backslash.
  static func escape(_ text: String, limit: Int = TerminalText.sentenceLimit) -> String {
    let scalars = Array(TerminalText.escape(text, limit: limit).unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      if makesLink(scalar, at: index, in: scalars) {
        // Trackers link bare addresses and names; a character reference stops them, and shows the
        // same.
        result += "&#\(scalar.value);"
      } else {
        if active.contains(scalar) || scalar == "_" && !isInWord(before) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return guardedStart(result)
  }

  /// Text within a code span, which nothing in it can end: for names and codes.
  static func code(_ text: String, limit: Int = TerminalText.nameLimit) -> String {
    // Within backticks only backticks matter, and `|` in a table. By scalars: a backtick with a mark
    // on it is another character, but still a backtick.
    var plain = ""
    for scalar in TerminalText.escape(text, limit: limit).unicodeScalars {
      plain.unicodeScalars.append(scalar == "`" ? "\u{2018}" : scalar == "|" ? "\u{2223}" : scalar)
    }
    return plain.isEmpty ? "" : "`\(plain)`"
  }

  /// What to do: commands in code spans, and those that follow the sentences in a block of their own, so that
  /// they can be copied from the text itself too.
  static func advice(_ text: String) -> String {
    let advice = AdviceText(text)
    var line = ""
    for piece in advice.body {
      switch piece {
      // Only the first begins a line.
      case .words(let words) where line.isEmpty: line += escape(words)
      case .words(let words): line += String(escape("." + words).dropFirst())
      case .command(let command): line += code(command, limit: TerminalText.commandLimit)
      }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    guard !advice.commands.isEmpty else { return line + "\n" }
    let lines = advice.commands.map { command in
      // Within a block only the fence itself could end it.
      TerminalText.escape(command, limit: TerminalText.commandLimit).replacing(
        "`", with: "\u{2018}")
    }
    return line + "\n\n```\n" + lines.joined(separator: "\n") + "\n```\n"
  }

  private static let active: Set<Unicode.Scalar> = [
    "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&", "$", "#",
  ]

  /// `://`, `www.`, mail addresses and `@name` (GitHub Flavored Markdown §6.9, and mentions).
  private static func makesLink(
    _ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]
  ) -> Bool {
    switch scalar {
    case "@": return true
    case ":": return scalars.dropFirst(index + 1).first == "/"
    case ".":
      return scalars[..<index].suffix(3).allSatisfy { $0 == "w" || $0 == "W" } && index >= 3
    default: return false
    }
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A line's start can make a list or heading of it.
  private static func guardedStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if first == "-" || first == "+" || first == "=" { return "\\" + text }
    // `1.` and `1)` begin lists.
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return text }
    let rest = text.dropFirst(digits.count)
    let isList =
      (rest.first == "." || rest.first == ")") && rest.dropFirst().allSatisfy { $0 == " " }
      || rest.hasPrefix(". ") || rest.hasPrefix(") ")
    return isList ? digits + "\\" + rest : text
  }
}
