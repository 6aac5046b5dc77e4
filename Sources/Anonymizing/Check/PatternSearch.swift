/// Looks for many byte sequences at once, whatever the case of ASCII letters.
struct PatternSearch {
  struct Pattern {
    var bytes: [UInt8]
    /// What it stands for, for messages.
    var original: String
    /// Letters and digits beside it make it another word.
    var isWord: Bool
  }

  private var patterns: [Pattern] = []
  /// Patterns by their first two bytes.
  private var places: [UInt16: [Int]] = [:]
  private var isFirst = [Bool](repeating: false, count: 65_536)

  init(_ all: [Pattern]) {
    for pattern in all where pattern.bytes.count >= 4 {
      var pattern = pattern
      pattern.bytes = pattern.bytes.map(Self.folded)
      let key = Self.key(pattern.bytes[0], pattern.bytes[1])
      places[key, default: []].append(patterns.count)
      isFirst[Int(key)] = true
      patterns.append(pattern)
    }
  }

  var isEmpty: Bool { patterns.isEmpty }
  var longest: Int { patterns.map(\.bytes.count).max() ?? 0 }

  private static func key(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// The first pattern in a stretch, where it begins, and how long it is.
  func first(
    in bytes: [UInt8], _ range: Range<Int>
  ) -> (offset: Int, length: Int, original: String)? {
    let range = range.clamped(to: 0..<bytes.count)
    guard !patterns.isEmpty, range.count >= 4 else { return nil }
    for start in range.lowerBound..<(range.upperBound - 3) {
      let key = Self.key(Self.folded(bytes[start]), Self.folded(bytes[start + 1]))
      guard isFirst[Int(key)] else { continue }
      for place in places[key] ?? [] where matches(patterns[place], bytes, at: start, range) {
        return (start, patterns[place].bytes.count, patterns[place].original)
      }
    }
    return nil
  }

  private func matches(
    _ pattern: Pattern, _ bytes: [UInt8], at start: Int, _ range: Range<Int>
  ) -> Bool {
    let end = start + pattern.bytes.count
    guard end <= range.upperBound else { return false }
    for offset in pattern.bytes.indices
    where Self.folded(bytes[start + offset]) != pattern.bytes[offset] {
      return false
    }
    guard pattern.isWord else { return true }
    if start > range.lowerBound, bytes[start - 1].isWordPart { return false }
    if end < range.upperBound, bytes[end].isWordPart { return false }
    // A key of JSON is no name.
    return !bytes[end..<min(end + 2, bytes.count)].elementsEqual([0x22, 0x3A])
  }
}

extension UInt8 {
  fileprivate var isWordPart: Bool { isDigit || isLetter || self >= 0x80 }
}
