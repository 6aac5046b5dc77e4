/// Reads the front of a line piece by piece; each step says whether it was there.
struct LineCursor {
  private(set) var rest: LineBytes

  init(_ line: LineBytes) { rest = line }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ byte: Character) -> Bool {
    guard let first = rest.first, first == byte.asciiValue else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func skip(text needle: Needle) -> Bool {
    guard rest.starts(needle) else { return false }
    rest = rest.dropFirst(needle.bytes.count)
    return true
  }

  mutating func skipBlanks() { rest = rest.drop { $0 == 0x20 || $0 == 0x09 } }

  /// A number of `least` to `most` digits.
  mutating func number(_ least: Int, _ most: Int) -> Int? {
    let digits = rest.prefix(most).prefix { $0.isDigit }
    guard digits.count >= least, let value = digits.leadingNumber else { return nil }
    rest = rest.dropFirst(digits.count)
    return value
  }

  /// A number of hexadecimal digits.
  mutating func hexadecimal() -> Int? {
    let digits = rest.prefix(16).prefix { $0.hexadecimalDigit != nil }
    guard !digits.isEmpty, let value = digits.leadingHexadecimal else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(clamping: value)
  }

  /// Everything before `byte`, which is skipped; nil where it does not occur.
  mutating func take(until byte: Character) -> LineBytes? {
    guard let sought = byte.asciiValue, let end = rest.firstIndex(of: sought) else { return nil }
    let taken = rest[rest.startIndex..<end]
    rest = rest[(end + 1)...]
    return taken
  }

  /// Up to the next blank, and the blanks.
  mutating func word() -> LineBytes {
    let word = rest.firstWord
    rest = rest[word.endIndex...]
    skipBlanks()
    return word
  }
}
