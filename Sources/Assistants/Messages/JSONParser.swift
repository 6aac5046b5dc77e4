/// Reads JSON of another program (RFC 8259), strictly, and no deeper than messages are.
struct JSONParser {
  /// What is wrong, and at which byte.
  struct Failure: Error, Hashable {
    var offset: Int
    var expected: String
  }

  /// Values inside each other.
  static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else { throw parser.failure("UTF-8") }
    let value = try parser.value(depth: 0)
    parser.passSpace()
    guard parser.next == nil else { throw parser.failure("the end") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ expected: String) -> Failure {
    Failure(offset: position, expected: expected)
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

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < Self.deepest else { throw failure("less nesting") }
    passSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .list(try elements(depth: depth))
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return try number()
    }
  }

  private mutating func literal(_ text: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw failure(text) }
    position += text.utf8.count
    return value
  }

  private mutating func members(depth: Int) throws(Failure) -> [String: JSONValue] {
    position += 1
    var members: [String: JSONValue] = [:]
    passSpace()
    if take("}") { return members }
    repeat {
      passSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("a key") }
      let key = try string()
      passSpace()
      guard take(":") else { throw failure(":") }
      // Of a key that comes twice, readers take different values.
      guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
        throw failure("a key once")
      }
      passSpace()
    } while take(",")
    guard take("}") else { throw failure("}") }
    return members
  }

  private mutating func elements(depth: Int) throws(Failure) -> [JSONValue] {
    position += 1
    var values: [JSONValue] = []
    passSpace()
    if take("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
      passSpace()
    } while take(",")
    guard take("]") else { throw failure("]") }
    return values
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    while let byte = next, Self.isNumeric(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard text.wholeMatch(of: /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/) != nil else {
      position = start
      throw failure("a value")
    }
    if let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      position = start
      throw failure("a smaller number")
    }
    return .real(number)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw failure("an escaped control character")
      default: text.append(byte)
      }
    }
    throw failure("a quotation mark")
  }

  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let mark = next else { throw failure("an escape") }
    position += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [mark]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      let first = try unit()
      guard UTF16.isLeadSurrogate(first) else { return Self.utf8([first]) }
      guard bytes[position...].starts(with: "\\u".utf8) else { throw failure("a surrogate") }
      position += 2
      let second = try unit()
      guard UTF16.isTrailSurrogate(second) else { throw failure("a surrogate") }
      return Self.utf8([first, second])
    default: throw failure("an escape")
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(Failure) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four digits") }
    position += 4
    return unit
  }

  /// A lone surrogate becomes U+FFFD.
  private static func utf8(_ units: [UInt16]) -> [UInt8] {
    Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
