/// Splits a text into lines, and takes XML events and JSON objects out of it as wholes, wherever they
/// stand: an export's text view has its XML between prose, an array of objects may be one line.
struct RecordSplitter {
  private enum Mode {
    case line
    case xml
    case json(depth: Int, isInString: Bool, isEscaped: Bool)
  }

  private var mode = Mode.line
  private var held: [UInt8] = []
  private let limit: Int
  /// Line on which the held piece starts, and the one that is read now.
  private var heldLine = 1
  private var line = 1
  /// Records that were longer than the limit.
  private(set) var cut = 0
  /// Bytes since the newest `<`, as far as that matters.
  private var sinceAngle = Self.tagLength
  /// A JSON object just ended on this line: another may follow.
  private var isAfterObject = false

  init(limit: Int) { self.limit = max(1_024, limit) }

  /// - Parameter body: gets each piece with the number of its first line, from 1.
  mutating func feed(_ bytes: [UInt8], _ body: (TextRecord, Int) -> Void) {
    var place = 0
    while place < bytes.count {
      if case .line = mode, sinceAngle >= Self.tagLength {
        let end = plainEnd(bytes, from: place)
        if end > place {
          if held.isEmpty { heldLine = line }
          held.append(contentsOf: bytes[place..<end])
          place = end
          cutLong(body)
          continue
        }
      }
      take(bytes[place], body)
      place += 1
    }
  }

  mutating func finish(_ body: (TextRecord, Int) -> Void) {
    guard !held.isEmpty else { return }
    switch mode {
    case .line: emitLine(body)
    case .xml: body(.xml(held[...]), heldLine)
    case .json: body(.json(held[...]), heldLine)
    }
    held = []
  }

  /// `<Event ` has so many bytes.
  private static let tagLength = 8

  /// Up to where something may begin or end: a line's end, an object, a tag.
  private func plainEnd(_ bytes: [UInt8], from start: Int) -> Int {
    let text = bytes.span
    let most = Swift.min(text.count, start + Swift.max(1, limit + 1 - held.count))
    var place = start
    while place < most {
      let byte = text[place]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") {
        break
      }
      place += 1
    }
    return place
  }

  private mutating func cutLong(_ body: (TextRecord, Int) -> Void) {
    guard held.count > limit else { return }
    cut += 1
    if case .line = mode { emitLine(body) }
    startLine()
  }

  private mutating func take(_ byte: UInt8, _ body: (TextRecord, Int) -> Void) {
    if held.isEmpty { heldLine = line }
    switch mode {
    case .line: takeInLine(byte, body)
    case .xml:
      held.append(byte)
      if byte == UInt8(ascii: ">"), held.count >= 8, held.suffix(8).elementsEqual("</Event>".utf8) {
        body(.xml(held[...]), heldLine)
        startLine()
      }
    case .json(var depth, var isInString, var isEscaped):
      held.append(byte)
      if byte == UInt8(ascii: "{"), !isInString, depth <= 2, isInListOfRecords {
        // A reply of a search or query: the objects of its list are the records, each on its own.
        held = [byte]
        heldLine = line
        mode = .json(depth: 1, isInString: false, isEscaped: false)
        return
      }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      }
      mode = .json(depth: depth, isInString: isInString, isEscaped: isEscaped)
      if depth <= 0 {
        body(.json(held[...]), heldLine)
        startLine()
        isAfterObject = true
      }
    }
    if byte == UInt8(ascii: "\n") {
      line += 1
      isAfterObject = false
    }
    sinceAngle = byte == UInt8(ascii: "<") ? 0 : Swift.min(sinceAngle + 1, Self.tagLength)
    cutLong(body)
  }

  private mutating func takeInLine(_ byte: UInt8, _ body: (TextRecord, Int) -> Void) {
    if byte == UInt8(ascii: "\n") {
      if isAfterObject, held.allSatisfy({ $0 == 0x2c || $0 == 0x5d || $0 <= 0x20 }) {
        held = []
        return
      }
      emitLine(body)
      held = []
      return
    }
    held.append(byte)
    if byte == UInt8(ascii: "{"), isObjectStart {
      held = [byte]
      mode = .json(depth: 1, isInString: false, isEscaped: false)
    } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">"), held.count >= 7,
      held.suffix(7).dropLast().elementsEqual("<Event".utf8)
    {
      let tag = Array(held.suffix(7))
      if held.count > 7 {
        held.removeLast(7)
        emitLine(body)
      }
      held = tag
      heldLine = line
      mode = .xml
    }
  }

  /// Names under which search engines and services list their records.
  private static let lists: Set<String> = [
    "hits", "records", "value", "events", "Events", "results", "items", "entries", "logs",
  ]
  /// What stands before such a list is short.
  private static let longestEnvelope = 8_192

  /// The object that begins here is the first of a list `"records": [ {`.
  private var isInListOfRecords: Bool {
    guard held.count < Self.longestEnvelope else { return false }
    var front = held.dropLast().withoutBlanks
    guard front.last == UInt8(ascii: "[") else { return false }
    front = front.dropLast().withoutBlanks
    guard front.last == UInt8(ascii: ":") else { return false }
    front = front.dropLast().withoutBlanks
    guard front.last == UInt8(ascii: "\"") else { return false }
    front = front.dropLast()
    guard let quote = front.lastIndex(of: UInt8(ascii: "\"")) else { return false }
    return Self.lists.contains(front[(quote + 1)...].text)
  }

  /// Only `[`, `,` and blanks stand before it.
  private var isObjectStart: Bool {
    held.dropLast().allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ",") }
  }

  private mutating func emitLine(_ body: (TextRecord, Int) -> Void) {
    var bytes = held[...]
    while let last = bytes.last, last == 0x0d || last == 0 { bytes = bytes.dropLast() }
    body(.line(bytes.contains(0x1b) ? Self.withoutColours(bytes) : bytes), heldLine)
  }

  /// The line without a terminal's colours: `ESC [ … m`.
  static func withoutColours(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var plain: [UInt8] = []
    plain.reserveCapacity(line.count)
    var isInSequence = false
    var previous: UInt8 = 0
    for byte in line {
      if isInSequence {
        // The bracket opens the parameters, a letter ends them.
        let isOpening = previous == 0x1b && byte == UInt8(ascii: "[")
        isInSequence = isOpening || !(0x40...0x7e).contains(byte)
      } else if byte == 0x1b {
        isInSequence = true
      } else {
        plain.append(byte)
      }
      previous = byte
    }
    return plain[...]
  }

  private mutating func startLine() {
    held = []
    mode = .line
  }
}
