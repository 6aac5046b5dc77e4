/// A JSON value; numbers keep their text.
indirect enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable {
    var name: String
    var value: JSONValue
  }

  /// Nil where the text is no JSON, or deeper than `nesting`.
  init?(_ text: LineBytes, nesting: Int) {
    var parser = JSONParser(text, nesting: nesting)
    guard let value = parser.value(depth: 0) else { return nil }
    self = value
  }

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The value under the first of several names, whatever their case.
  func any(_ names: String...) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    for name in names {
      if let found = members.first(where: { $0.name.lowercased() == name.lowercased() }) {
        return found.value
      }
    }
    return nil
  }

  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array: nil
    case .object: self["#text"]?.text
    }
  }

  var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }
}

struct JSONParser {
  private let bytes: LineBytes
  private var place: Int
  private let nesting: Int

  init(_ bytes: LineBytes, nesting: Int) {
    self.bytes = bytes
    place = bytes.startIndex
    self.nesting = nesting
  }

  private var byte: UInt8? { place < bytes.endIndex ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let byte, byte <= 0x20 { place += 1 }
  }

  private mutating func skip(_ sought: Character) -> Bool {
    skipBlanks()
    guard let byte, byte == sought.asciiValue else { return false }
    place += 1
    return true
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < nesting else { return nil }
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ needle: Needle, _ value: JSONValue) -> JSONValue? {
    guard bytes[place...].starts(needle) else { return nil }
    place += needle.bytes.count
    return value
  }

  private mutating func number() -> JSONValue? {
    let digits = bytes[place...].prefix {
      $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".")
        || $0 | 0x20 == UInt8(ascii: "e")
    }
    guard !digits.isEmpty, digits.count <= 40 else { return nil }
    place = digits.endIndex
    return .number(digits.text)
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    place += 1
    var members: [JSONValue.Member] = []
    if skip("}") { return .object(members) }
    while true {
      skipBlanks()
      guard byte == UInt8(ascii: "\""), let name = string(), skip(":"),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(JSONValue.Member(name: name, value: value))
      if skip(",") { continue }
      return skip("}") ? .object(members) : nil
    }
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    place += 1
    var values: [JSONValue] = []
    if skip("]") { return .array(values) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      if skip(",") { continue }
      return skip("]") ? .array(values) : nil
    }
  }

  private mutating func string() -> String? {
    place += 1
    var text: [UInt8] = []
    while let byte {
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let escape = self.byte else { return nil }
      place += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0a)
      case UInt8(ascii: "r"): text.append(0x0d)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0c)
      case UInt8(ascii: "u"):
        guard let unit = unicode() else { return nil }
        text.append(contentsOf: String(decoding: unit, as: UTF16.self).utf8)
      default: text.append(escape)
      }
    }
    return nil
  }

  /// One UTF-16 unit, or two where the first is a high surrogate.
  private mutating func unicode() -> [UInt16]? {
    guard let first = fourDigits() else { return nil }
    if first & 0xfc00 == 0xd800, bytes[place...].starts("\\u") {
      place += 2
      guard let second = fourDigits() else { return nil }
      return [first, second]
    }
    return [first]
  }

  private mutating func fourDigits() -> UInt16? {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.hexadecimalDigit != nil }),
      let value = digits.leadingHexadecimal
    else { return nil }
    place += 4
    return UInt16(truncatingIfNeeded: value)
  }
}
