import CaptureReader

/// Where the values of one line of JSON stand, found in one pass: each can be read later without
/// reading what stands before it.
struct JSONMap {
  enum Kind {
    case object, array, key, string, number, yes, no, null
  }

  struct Node {
    var kind: Kind
    /// A string or key with escapes.
    var isEscaped = false
    /// The value's bytes; of strings without their quotation marks.
    var start: Int
    var end = 0
    /// The node behind all that belongs to this one. An object's members follow it, key and value.
    var next = 0
    /// A key's first eight bytes, filled up with zeros.
    var prefix: UInt64 = 0
  }

  /// Nesting of values: far more than any record has.
  private static let deepest = 128

  private(set) var nodes: [Node] = []
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// - Throws: where the line is no JSON.
  init(_ line: ArraySlice<UInt8>) throws(RecordError) {
    bytes = line
    position = line.startIndex
    // Some twelve bytes a value; growing costs more than a few nodes too many.
    nodes.reserveCapacity(line.count / 12 + 1)
    try value(depth: 0)
    passSpace()
    guard next == nil else { throw error("the end") }
  }

  // MARK: Reading

  /// Node of a member's value; nil where the object has no such member.
  func value(of key: String, in object: Int) -> Int? {
    let count = key.utf8.count
    let prefix = Self.prefix(of: key.utf8)
    var place = object + 1
    while place < nodes[object].next {
      let node = nodes[place]
      if node.isEscaped {
        if (try? text(place)) == key { return place + 1 }
      } else if node.prefix == prefix, node.end - node.start == count,
        count <= 8 || bytes[(node.start + 8)..<node.end].elementsEqual(key.utf8.dropFirst(8))
      {
        return place + 1
      }
      place = nodes[place + 1].next
    }
    return nil
  }

  /// Nodes of an object's keys.
  func keys(of object: Int) -> [Int] {
    var keys: [Int] = []
    var place = object + 1
    while place < nodes[object].next {
      keys.append(place)
      place = nodes[place + 1].next
    }
    return keys
  }

  /// The text of a string or key.
  func text(_ place: Int) throws(RecordError) -> String {
    let node = nodes[place]
    let raw = bytes[node.start..<node.end]
    if node.isEscaped { return try JSONEscapes.unescaped(raw) }
    guard let text = String(validating: raw, as: UTF8.self) else {
      throw RecordError(offset: node.start - bytes.startIndex, expected: "UTF-8")
    }
    return text
  }

  /// A number as it is written.
  func digits(_ place: Int) -> ArraySlice<UInt8> { bytes[nodes[place].start..<nodes[place].end] }

  func offset(of place: Int) -> Int { nodes[place].start - bytes.startIndex }

  private static func prefix(of text: some Sequence<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    var count = 0
    for byte in text {
      prefix = prefix << 8 | UInt64(byte)
      count += 1
      if count == 8 { return prefix }
    }
    return prefix << UInt64(8 * (8 - count))
  }

  // MARK: Finding

  private mutating func value(depth: Int) throws(RecordError) {
    guard depth < Self.deepest else { throw error("less nesting") }
    passSpace()
    let place = nodes.count
    switch next {
    case UInt8(ascii: "{"):
      nodes.append(Node(kind: .object, start: position))
      position += 1
      passSpace()
      if !take("}") {
        repeat {
          passSpace()
          try string(.key)
          passSpace()
          guard take(":") else { throw error(":") }
          try value(depth: depth + 1)
          passSpace()
        } while take(",")
        guard take("}") else { throw error("}") }
      }
    case UInt8(ascii: "["):
      nodes.append(Node(kind: .array, start: position))
      position += 1
      passSpace()
      if !take("]") {
        repeat {
          try value(depth: depth + 1)
          passSpace()
        } while take(",")
        guard take("]") else { throw error("]") }
      }
    case UInt8(ascii: "\""): return try string(.string)
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
    nodes[place].end = position
    nodes[place].next = nodes.count
  }

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

  private mutating func word(_ word: String, _ kind: Kind) throws(RecordError) {
    guard bytes[position...].starts(with: word.utf8) else { throw error(word) }
    nodes.append(Node(kind: kind, start: position))
    position += word.utf8.count
  }

  private mutating func number() throws(RecordError) {
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
    guard position > start else { throw error("a value") }
    nodes.append(Node(kind: .number, start: start))
  }

  private mutating func string(_ kind: Kind) throws(RecordError) {
    guard take("\"") else { throw error("\"") }
    let start = position
    var isEscaped = false
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.endIndex else {
      position = bytes.endIndex
      throw error("a quotation mark")
    }
    nodes.append(
      Node(
        kind: kind, isEscaped: isEscaped, start: start, end: position, next: nodes.count + 1,
        prefix: kind == .key ? Self.prefix(of: bytes[start..<position]) : 0))
    position += 1
  }
}
