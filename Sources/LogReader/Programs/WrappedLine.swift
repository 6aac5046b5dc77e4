/// A known program's line inside of something else: a cell of a table, a field of another logger's line, the
/// markup of a page or mail. What stands around it is taken off.
enum WrappedLine {
  private static let longest = 65_536
  /// Names of programs are shorter.
  private static let longestName = 32

  /// The program's own line, with the stamp of what it is in where its own names no date.
  static func inner(_ line: LineBytes) -> ProgramLine? {
    guard line.count > 16, line.count < longest else { return nil }
    var place = line.startIndex
    while let open = line[place...].firstIndex(of: UInt8(ascii: "[")), open + 12 < line.endIndex {
      place = open + 1
      guard line[place].isDigit else { continue }
      let start = nameStart(line, open)
      if start == open, line[place + 1].isDigit {
        let body = content(line, from: open)
        if let found = ProgramLine.freeRDP(body) ?? ProgramLine.xrdp(body) {
          return dated(found, line[line.startIndex..<open])
        }
      } else if start < open, let found = named(line, start, open) {
        return dated(found, line[line.startIndex..<start])
      }
    }
    return nil
  }

  /// Where the word before the bracket begins.
  private static func nameStart(_ line: LineBytes, _ open: Int) -> Int {
    var start = open
    while start > line.startIndex, open - start < longestName {
      let byte = line[start - 1]
      let isName =
        byte.isDigit || (0x61...0x7a).contains(byte | 0x20) || byte == 0x2d || byte == 0x5f
      guard isName else { break }
      start -= 1
    }
    return start
  }

  /// `xrdp-sesman[812]: message`
  private static func named(_ line: LineBytes, _ start: Int, _ open: Int) -> ProgramLine? {
    let name = line[start..<open]
    let digits = line[(open + 1)...].prefix(10).prefix { $0.isDigit }
    guard line[digits.endIndex...].starts("]:"), LineReader.program(named: name) != nil else {
      return nil
    }
    let body = content(line, from: start).dropFirst(digits.endIndex + 2 - start).withoutBlanks
    guard !body.isEmpty else { return nil }
    var found = ProgramLine(bare: body, tag: name)
    found.process = digits.leadingNumber
    return found
  }

  /// The line from its begin to where what is around it goes on.
  private static func content(_ line: LineBytes, from start: Int) -> LineBytes {
    let rest = line[start...]
    guard let before = line[line.startIndex..<start].last(where: { $0 != 0x20 && $0 != 0x09 })
    else { return rest }
    switch before {
    case UInt8(ascii: "\""): return unquoted(rest)
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return rest.lastIndex(of: before).map { rest[start..<$0] } ?? rest
    case UInt8(ascii: ">"): return rest.before("</")
    case UInt8(ascii: "|"):
      let end = rest.withoutBlanks
      return end.last == before ? end.dropLast().withoutBlanks : rest
    default: return rest
    }
  }

  /// The text to the quote that ends it; quotes inside are doubled or marked.
  private static func unquoted(_ rest: LineBytes) -> LineBytes {
    var text: [UInt8] = []
    var place = rest.startIndex
    while place < rest.endIndex {
      let byte = rest[place]
      let next = place + 1 < rest.endIndex ? rest[place + 1] : 0
      if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
        text.append(next)
        place += 2
      } else if byte == UInt8(ascii: "\\"),
        next == UInt8(ascii: "n") || next == UInt8(ascii: "r") || next == UInt8(ascii: "t")
      {
        text.append(next == UInt8(ascii: "t") ? 0x09 : 0x20)
        place += 2
      } else if byte == UInt8(ascii: "\"") {
        guard next == byte else { break }
        text.append(byte)
        place += 2
      } else {
        text.append(byte)
        place += 1
      }
    }
    return text[...].withoutBlanks
  }

  /// A line whose own stamp has no date takes that of what it is in.
  private static func dated(_ line: ProgramLine, _ front: LineBytes) -> ProgramLine {
    guard line.time.day == nil, let stamp = FreeRDPText.stamp(of: front) else { return line }
    guard stamp.time.day != nil || line.timeText.isEmpty else { return line }
    var line = line
    line.take(stamp.time, stamp.text)
    return line
  }

  // MARK: Markup

  private static let mostMarks = 8

  /// The line of a mail or a page without the marks of what is quoted: `> `, `>> `.
  static func withoutQuotation(_ line: LineBytes) -> LineBytes {
    var rest = line
    var marks = 0
    while rest.first == UInt8(ascii: ">"), marks < mostMarks {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
      marks += 1
    }
    return rest
  }

  /// The object that a quoted line is.
  static func quotedObject(_ line: LineBytes) -> LineBytes? {
    guard line.first == UInt8(ascii: ">") else { return nil }
    let text = withoutQuotation(line).withoutBlanks
    return text.first == UInt8(ascii: "{") && text.last == UInt8(ascii: "}") ? text : nil
  }

  private static let reset: Needle = "[0m"
  private static let colours: [Needle] = ["^[[", "#033[", "\\x1b[", "\\u001b[", "\\033[", "\\e["]
  private static let entities: [(name: Needle, byte: UInt8)] = [
    ("&lt;", 0x3c), ("&gt;", 0x3e), ("&quot;", 0x22), ("&#34;", 0x22), ("&#39;", 0x27),
    ("&#x27;", 0x27), ("&nbsp;", 0x20), ("&#91;", 0x5b), ("&#93;", 0x5d), ("&amp;", 0x26),
  ]

  /// The line without what a page or a terminal's copy made of its characters; nil where there is nothing of it.
  static func plain(_ line: LineBytes) -> LineBytes? {
    let hasColours = line.has(reset) && colours.contains { line.has($0) }
    let hasEntities = line.contains(0x26) && entities.contains { line.has($0.name) }
    guard line.count < longest, hasColours || hasEntities else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(line.count)
    var rest = line
    while let byte = rest.first {
      if hasColours, let mark = colours.first(where: { rest.starts($0) }) {
        let behind = rest.dropFirst(mark.bytes.count)
        let digits = behind.prefix { $0.isDigit || $0 == UInt8(ascii: ";") }
        if digits.count < 16, behind.dropFirst(digits.count).first == UInt8(ascii: "m") {
          rest = behind.dropFirst(digits.count + 1)
          continue
        }
      }
      if hasEntities, byte == 0x26, let entity = entities.first(where: { rest.starts($0.name) }) {
        text.append(entity.byte)
        rest = rest.dropFirst(entity.name.bytes.count)
        continue
      }
      text.append(byte)
      rest = rest.dropFirst()
    }
    return text[...]
  }

  private static let escapedEnd: Needle = "\\n"
  private static let escapedNext: Needle = "\\n["

  /// The lines of a text that was written as one, its ends as `\n`.
  static func lines(_ line: LineBytes) -> [LineBytes]? {
    guard line.count > 80, line.count < 1_048_576, line.has(escapedNext) else { return nil }
    var lines: [LineBytes] = []
    var rest = line
    while let end = rest.range(of: escapedEnd), lines.count < 10_000 {
      lines.append(rest[rest.startIndex..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    lines.append(rest)
    return lines
  }
}
