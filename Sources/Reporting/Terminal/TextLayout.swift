/// A piece of a line.
struct TextPiece {
  var text: String
  var emphasis: TerminalStyle.Emphasis
  var limit: Int
  /// Spaces before it, where it does not begin a line.
  var gap: Int

  /// A name, number or short phrase.
  init(
    _ text: String, _ emphasis: TerminalStyle.Emphasis = .plain, gap: Int = 1,
    limit: Int = TerminalText.nameLimit
  ) {
    self.text = text
    self.emphasis = emphasis
    self.limit = limit
    self.gap = gap
  }

  static func sentence(_ text: String, _ emphasis: TerminalStyle.Emphasis = .plain) -> TextPiece {
    TextPiece(text, emphasis, limit: TerminalText.sentenceLimit)
  }
}

/// Builds lines within the terminal's width. Every piece is escaped here, so that nothing reaches
/// the terminal past `TerminalText.escape`.
struct TextLayout {
  let style: TerminalStyle
  private(set) var text = ""

  init(style: TerminalStyle) { self.style = style }

  mutating func blankLine() { text += "\n" }

  /// One paragraph: broken at spaces but not at no-break spaces, its first line behind `first` spaces, the others behind
  /// `rest`.
  mutating func add(_ pieces: [TextPiece], first: Int = 0, rest: Int = 0) {
    var line = String(repeating: " ", count: first)
    var column = first
    var isEmpty = true
    for word in words(of: pieces) {
      var remaining = word
      let gap = isEmpty ? 0 : word.gap
      if !isEmpty, column + gap + word.columns > style.width {
        end(&line, indent: rest)
        column = rest
        isEmpty = true
      } else {
        line += String(repeating: " ", count: gap)
        column += gap
      }
      // A word longer than a line is broken wherever the line ends.
      while column + remaining.columns > style.width {
        let head = remaining.removeFirst(columns: max(1, style.width - column))
        line += style.paint(head, word.emphasis)
        end(&line, indent: rest)
        column = rest
      }
      line += style.paint(remaining.text, word.emphasis)
      column += remaining.columns
      isEmpty = false
    }
    text += line + "\n"
  }

  /// A paragraph behind a label in a column of its own, continued `hang` columns further in.
  mutating func add(label: String, _ pieces: [TextPiece], indent: Int = 2, hang: Int = 0) {
    let start = indent + Self.labelWidth
    guard !label.isEmpty, var first = pieces.first else {
      return add(pieces, first: start, rest: start + hang)
    }
    first.gap = max(1, Self.labelWidth - label.count)
    add([TextPiece(label, .label), first] + pieces.dropFirst(), first: indent, rest: start + hang)
  }

  /// One line of its own, never broken: a command that is to be copied.
  mutating func add(command: String, indent: Int) {
    let escaped = TerminalText.escape(
      command, limit: TerminalText.commandLimit, ascii: !style.usesUnicode)
    text += String(repeating: " ", count: indent) + style.paint(escaped, .strong) + "\n"
  }

  static let labelWidth = 6

  private func words(of pieces: [TextPiece]) -> [Word] {
    pieces.flatMap { piece in
      let escaped = TerminalText.escape(
        piece.text, limit: piece.limit, ascii: !style.usesUnicode)
      return escaped.split(separator: " ").enumerated().map { index, word in
        Word(
          text: String(word.replacing("\u{A0}", with: " ")), emphasis: piece.emphasis,
          gap: index == 0 ? piece.gap : 1)
      }
    }
  }

  private mutating func end(_ line: inout String, indent: Int) {
    text += line + "\n"
    line = String(repeating: " ", count: indent)
  }
}

/// Text without a place to break it.
private struct Word {
  var text: String
  var emphasis: TerminalStyle.Emphasis
  var gap: Int

  var columns: Int { text.unicodeScalars.reduce(0) { $0 + $1.columns } }

  mutating func removeFirst(columns: Int) -> String {
    var head = ""
    var taken = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first, head.isEmpty || taken + scalar.columns <= columns {
      head.unicodeScalars.append(scalar)
      taken += scalar.columns
      rest.removeFirst()
    }
    text = String(rest)
    return head
  }
}
