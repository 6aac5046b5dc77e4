import CaptureReader

/// Reads a record back from its JSON, along the record's shape.
///
/// Fields that the shape does not know are passed over, and nullable ones may be missing: records of
/// earlier and later versions can be read.
struct RecordParser {
  /// Nesting of what is passed over.
  private static let deepest = 64

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Reads one line.
  static func record(_ shape: RecordShape, in line: ArraySlice<UInt8>) throws(RecordError)
    -> StoredRecord
  {
    var parser = RecordParser(line)
    let record = try parser.record(shape)
    parser.passSpace()
    guard parser.next == nil else { throw parser.error("the end") }
    return record
  }

  /// Where the value of a number stands in a line.
  static func range(of path: [String], in line: ArraySlice<UInt8>) -> Range<Int>? {
    var parser = RecordParser(line)
    return try? parser.range(of: path[...])
  }

  // MARK: Values

  private mutating func record(_ shape: RecordShape) throws(RecordError) -> StoredRecord {
    var values = [RecordValue](repeating: .null, count: shape.stored.count)
    var found = [Bool](repeating: false, count: shape.stored.count)
    var expected = 0
    try members { (parser, key) throws(RecordError) in
      var place = expected
      // Keys are stored in order, so most are the one after the last.
      if place >= shape.stored.count || !key.elementsEqual(shape.stored[place].keyBytes) {
        guard let other = shape.place(of: String(decoding: key, as: UTF8.self)) else {
          return try parser.pass(depth: 0)
        }
        place = other
      }
      let member = shape.stored[place]
      values[place] = try parser.value(member.kind)
      found[place] = true
      expected = place + 1
    }
    for (place, member) in shape.stored.enumerated() where !found[place] && !member.isNullable {
      throw error("the field \(member.key)")
    }
    return StoredRecord(shape: shape, values: values)
  }

  private mutating func value(_ kind: FieldKind) throws(RecordError) -> RecordValue {
    passSpace()
    if next == UInt8(ascii: "n") {
      // Also where there should be a value: what no number can be is written so.
      try literal("null")
      return .null
    }
    switch kind {
    case .text, .pattern, .word, .openWord, .constant, .address, .time:
      return .text(try string())
    case .port, .count, .integer:
      return .integer(try integer())
    case .real, .share, .ratio, .seconds, .signedSeconds:
      guard let number = Double(try number()) else { throw error("a number") }
      return .real(number)
    case .boolean:
      let isTrue = next == UInt8(ascii: "t")
      try literal(isTrue ? "true" : "false")
      return .boolean(isTrue)
    case .record(let shape): return .record(try record(shape))
    case .list(let kind, _, _): return .list(try list(kind))
    case .counts:
      var counts: [String: Int] = [:]
      try members { (parser, key) throws(RecordError) in
        counts[String(decoding: key, as: UTF8.self)] = Int(clamping: try parser.integer())
      }
      return .counts(counts)
    case .countTable, .open:
      try pass(depth: 0)
      return .null
    }
  }

  private mutating func list(_ kind: FieldKind) throws(RecordError) -> [RecordValue] {
    var values: [RecordValue] = []
    try expect("[")
    passSpace()
    if take("]") { return values }
    repeat {
      values.append(try value(kind))
      passSpace()
    } while take(",")
    try expect("]")
    return values
  }

  /// - Parameter body: is called at the value of each member.
  private mutating func members(
    _ body: (inout RecordParser, ArraySlice<UInt8>) throws(RecordError) -> Void
  ) throws(RecordError) {
    try expect("{")
    passSpace()
    if take("}") { return }
    repeat {
      passSpace()
      let key = try stringBytes()
      passSpace()
      try expect(":")
      try body(&self, key)
      passSpace()
    } while take(",")
    try expect("}")
  }

  private mutating func range(of path: ArraySlice<String>) throws(RecordError) -> Range<Int>? {
    guard let wanted = path.first else {
      passSpace()
      let start = position
      _ = try number()
      return start..<position
    }
    var found: Range<Int>?
    try members { (parser, key) throws(RecordError) in
      if found == nil, key.elementsEqual(wanted.utf8) {
        found = try parser.range(of: path.dropFirst())
      } else {
        try parser.pass(depth: 0)
      }
    }
    return found
  }

  /// Goes past a value of any kind.
  private mutating func pass(depth: Int) throws(RecordError) {
    guard depth < Self.deepest else { throw error("less nesting") }
    passSpace()
    switch next {
    case UInt8(ascii: "{"):
      try members { (parser, _) throws(RecordError) in try parser.pass(depth: depth + 1) }
    case UInt8(ascii: "["):
      position += 1
      passSpace()
      if take("]") { return }
      repeat {
        try pass(depth: depth + 1)
        passSpace()
      } while take(",")
      try expect("]")
    case UInt8(ascii: "\""): _ = try stringBytes()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: _ = try number()
    }
  }

  // MARK: Tokens

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private func error(_ expected: String) -> RecordError {
    RecordError(offset: position - bytes.startIndex, expected: expected)
  }

  private mutating func passSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(RecordError) {
    guard take(character) else { throw error("\(character)") }
  }

  private mutating func literal(_ text: String) throws(RecordError) {
    guard bytes[position...].starts(with: text.utf8) else { throw error(text) }
    position += text.utf8.count
  }

  private mutating func number() throws(RecordError) -> String {
    let start = position
    while let byte = next {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
        continue
      default: break
      }
      break
    }
    guard position > start else { throw error("a number") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func integer() throws(RecordError) -> Int64 {
    passSpace()
    var start = position
    let isNegative = take("-")
    if isNegative { start = position }
    var value: UInt64 = 0
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else { throw error("a smaller number") }
      value = sum
      position += 1
    }
    guard position > start else { throw error("a whole number") }
    return isNegative ? 0 - Int64(clamping: value) : Int64(clamping: value)
  }

  private mutating func string() throws(RecordError) -> String {
    passSpace()
    let raw = try stringBytes()
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    return try JSONEscapes.unescaped(raw)
  }

  /// What stands between the quotation marks, escapes as they are.
  private mutating func stringBytes() throws(RecordError) -> ArraySlice<UInt8> {
    try expect("\"")
    let start = position
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.endIndex else {
      position = bytes.endIndex
      throw error("a quotation mark")
    }
    position += 1
    return bytes[start..<position - 1]
  }
}

/// Why a stored record cannot be read: where, and what was expected there.
public struct RecordError: Error, Hashable, CustomStringConvertible {
  public let offset: Int
  public let expected: String

  public var description: String { "at byte \(offset), expected \(expected)" }
}
