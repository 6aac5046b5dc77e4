/// Takes off what terminals, browsers, chat programs and scanners put around a text: colours, tags,
/// character entities, escapes, invisible characters, words broken at the end of a line.
enum PastedMarkup {
  /// The text in plain characters; lines stay lines.
  static func plain(_ text: String) -> String {
    var characters = Array(text)
    if characters.contains("\u{1B}") { characters = withoutColours(characters) }
    if characters.contains("<") { characters = withoutTags(characters) }
    if characters.contains("&") { characters = withoutEntities(characters) }
    if characters.contains("\\") { characters = withoutEscapes(characters) }
    if characters.contains("Ã") { characters = withoutMojibake(characters) }
    return joinedLines(characters.map(spelling).joined())
  }

  // MARK: Characters

  private static func spelling(_ character: Character) -> String {
    switch character {
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}", "\u{2BC}", "\u{2039}",
      "\u{203A}", "`", "\u{B4}":
      return "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{2033}", "\u{300A}",
      "\u{300B}", "\u{300C}"..."\u{300F}", "\u{2264}", "\u{2265}", "\u{226A}", "\u{226B}":
      return "\""
    case "\u{A0}", "\u{202F}", "\u{3000}", "\u{2000}"..."\u{200A}", "\u{2014}", "\u{2015}",
      "\u{2022}", "\u{B7}", "\u{2192}", "\u{3010}", "\u{3011}", "\u{FFFD}", "\u{2502}", "\u{2588}":
      return " "
    case "\u{2028}", "\u{2029}", "\u{85}": return "\n"
    case "\u{2010}"..."\u{2013}", "\u{2212}": return "-"
    case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202A}"..."\u{202E}":
      return ""
    case "\u{FF01}"..."\u{FF5E}": return narrow(character)
    default: return String(character)
    }
  }

  /// The ASCII character of a wide one, as Japanese input writes letters and digits.
  private static func narrow(_ character: Character) -> String {
    guard let wide = character.unicodeScalars.first?.value,
      let scalar = Unicode.Scalar(wide - 0xFF01 + 0x21)
    else { return String(character) }
    return String(Character(scalar))
  }

  // MARK: Terminals and pages

  /// Without `ESC [ … letter`.
  private static func withoutColours(_ text: [Character]) -> [Character] {
    let longest = 12
    var result: [Character] = []
    var position = 0
    while position < text.count {
      guard text[position] == "\u{1B}" else {
        result.append(text[position])
        position += 1
        continue
      }
      position += 1
      guard position < text.count, text[position] == "[" else { continue }
      let end = text[position...].prefix(longest).dropFirst().firstIndex { $0.isLetter }
      position = end.map { $0 + 1 } ?? position + 1
    }
    return result
  }

  private static let tags: Set<String> = [
    "b", "i", "u", "br", "p", "em", "strong", "code", "span", "font", "div", "li", "ul", "ol",
    "pre",
    "kbd", "a", "td", "tr", "th", "table", "blockquote", "hr", "samp", "tt", "small",
  ]

  /// Without the tags that pages put between the words of a sentence; those of events stay.
  private static func withoutTags(_ text: [Character]) -> [Character] {
    let longest = 200
    var result: [Character] = []
    var position = 0
    while position < text.count {
      if text[position] == "<" {
        let rest = text[position...].prefix(longest)
        let name = rest.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }
        if tags.contains(String(name).lowercased()), let end = rest.firstIndex(of: ">") {
          result.append(" ")
          position = end + 1
          continue
        }
      }
      result.append(text[position])
      position += 1
    }
    return result
  }

  private static let entities: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä",
    "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
    "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á", "iacute": "í", "oacute": "ó",
    "uacute": "ú", "ntilde": "ñ", "ccedil": "ç", "ocirc": "ô", "rsquo": "'", "lsquo": "'",
    "ldquo": "\"", "rdquo": "\"", "ndash": "-", "mdash": " ", "hellip": ".", "laquo": "\"",
    "raquo": "\"",
  ]

  /// With characters for `&auml;`, `&#39;`, `&#x27;`.
  private static func withoutEntities(_ text: [Character]) -> [Character] {
    let longest = 10
    var result: [Character] = []
    var position = 0
    while position < text.count {
      if text[position] == "&" {
        let rest = text[position...].prefix(longest)
        if let end = rest.firstIndex(of: ";") {
          let name = String(rest[(position + 1)..<end])
          if let character = entities[name] ?? numbered(name) {
            result.append(character)
            position = end + 1
            continue
          }
        }
      }
      result.append(text[position])
      position += 1
    }
    return result
  }

  private static func numbered(_ name: String) -> Character? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { Character($0) }
  }

  /// With lines for `\r\n`, and characters for `\u00e4`, as JSON and programs write them.
  private static func withoutEscapes(_ text: [Character]) -> [Character] {
    var result: [Character] = []
    var position = 0
    while position < text.count {
      guard text[position] == "\\", position + 1 < text.count else {
        result.append(text[position])
        position += 1
        continue
      }
      let digits = String(text[(position + 2)...].prefix(4))
      switch text[position + 1] {
      case "u" where digits.count == 4 && digits.allSatisfy(\.isHexDigit):
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        result.append(scalar.map { Character($0) } ?? " ")
        position += 6
      case "\"":
        result.append("\"")
        position += 2
      case "n", "r", "t":
        // `C:\new` and `DOMAIN\nina` are no lines.
        let next = position + 2 < text.count ? text[position + 2] : " "
        let isLine = !next.isLowercase && !(result.last?.isLetter ?? false && next.isNumber)
        result += isLine ? ["\n"] : [text[position], text[position + 1]]
        position += 2
      default:
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  private static let mojibake: [(written: [Character], meant: Character)] = [
    ("Ã¤", "ä"), ("Ã¶", "ö"), ("Ã¼", "ü"), ("ÃŸ", "ß"), ("Ã„", "Ä"), ("Ã–", "Ö"), ("Ãœ", "Ü"),
    ("Ã©", "é"), ("Ã¨", "è"), ("Ãª", "ê"), ("Ã¡", "á"), ("Ã³", "ó"), ("Ãº", "ú"), ("Ã±", "ñ"),
    ("Ã§", "ç"), ("Ã´", "ô"), ("Ã\u{A0}", "à"), ("Ã\u{AD}", "í"),
  ].map { (Array($0.0), $0.1) }

  /// UTF-8 that was read as Latin-1.
  private static func withoutMojibake(_ text: [Character]) -> [Character] {
    var result: [Character] = []
    var position = 0
    while position < text.count {
      if text[position] == "Ã", position + 1 < text.count,
        let match = mojibake.first(where: { $0.written[1] == text[position + 1] })
      {
        result.append(match.meant)
        position += 2
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  // MARK: Lines

  /// With words joined that were broken at the end of a line ("connec-", "tion").
  private static func joinedLines(_ text: String) -> String {
    guard text.contains("-\n") || text.contains("-\r\n") else { return text }
    var result = ""
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let start = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
      if result.hasSuffix("-\n"), result.dropLast(2).last?.isLetter ?? false,
        start.first?.isLowercase ?? false
      {
        result.removeLast(2)
        result += start
      } else {
        result += line
      }
      result += "\n"
    }
    return result
  }
}
