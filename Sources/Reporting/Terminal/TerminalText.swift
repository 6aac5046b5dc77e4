import CaptureReader

/// Makes text that came from packets, files or their names harmless for a terminal.
public enum TerminalText {
  /// Longest name shown, in Unicode scalars.
  public static let nameLimit = 120
  /// Longest sentence shown.
  public static let sentenceLimit = 600
  /// Longest command; a shortened one would be copied.
  static let commandLimit = 4_000

  /// `text` on one line, at most `limit` scalars, with everything that a terminal would act on or
  /// not show written as `\u{…}`.
  ///
  /// That is: C0 and C1 controls, ESC, marks of writing direction, zero-width and other ignorable
  /// characters, line and paragraph separators, private and unassigned characters. The limit is in
  /// scalars, not characters, since one character can hold any number of combining marks.
  public static func escape(
    _ text: some StringProtocol, limit: Int = nameLimit, ascii: Bool = false
  ) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else {
        result += ascii ? "..." : "…"
        break
      }
      count += 1
      if scalar.isInvisible {
        result += escaped(scalar)
      } else if ascii, !scalar.isASCII {
        result += asciiForms[scalar] ?? escaped(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    // A byte of a file's name that is no UTF-8.
    if let byte = FileName.byte(markedBy: scalar) {
      return "\\x" + String(byte, radix: 16, uppercase: true)
    }
    return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  /// Plain forms of the signs that our own sentences use.
  private static let asciiForms: [Unicode.Scalar: String] = [
    "→": "->", "←": "<-", "↔": "<->", "−": "-", "–": "-", "—": "-", "…": "...", "·": ",",
    "✗": "x", "✓": "v", "○": "o", "×": "x", "≈": "~", "≤": "<=", "≥": ">=", "µ": "u", "μ": "u",
    "‘": "'", "’": "'", "“": "\"", "”": "\"", "§": "section ", "\u{A0}": "\u{A0}", "\u{2009}": " ",
    "\u{202F}": " ", "±": "+/-", "°": " deg", "─": "-", "•": "-",
    "▁": "_", "▂": ".", "▃": "-", "▄": "=", "▅": "+", "▆": "*", "▇": "%", "█": "#",
  ]
}

extension Unicode.Scalar {
  /// A terminal would act on it, or show nothing where it stands.
  var isInvisible: Bool {
    guard value >= 0x7F else { return value < 0x20 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default:
      return properties.isDefaultIgnorableCodePoint
    }
  }

  /// Columns it takes: 0 for marks on the character before, 2 for wide East Asian ones and emoji.
  var columns: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// The blocks of Unicode's East Asian Width W and F, joined where nothing lies between them.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]
}
