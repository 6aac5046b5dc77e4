import CaptureReader

/// A trail's segments as text for storage: differences to the segment before, in as few bytes as they
/// need, written with 64 printable characters (RFC 4648 §4 without padding).
enum PackedSegments {
  static func text(of segments: [TrailedSegment]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(segments.count * 20)
    var before = [UInt64](repeating: 0, count: TrailedSegment.words)
    for segment in segments {
      let words = segment.packed
      for (place, word) in words.enumerated() {
        for half in halves(of: place) {
          append(zigzag(part(half, of: word) &- part(half, of: before[place]), half), to: &bytes)
        }
      }
      before = words
    }
    return String(decoding: encoded(bytes), as: UTF8.self)
  }

  /// Nil where the text is not what `text` writes, or has more segments than a trail keeps.
  static func segments(in text: String) -> [TrailedSegment]? {
    guard let bytes = decoded(Array(text.utf8)) else { return nil }
    var position = 0
    var segments: [TrailedSegment] = []
    var words = [UInt64](repeating: 0, count: TrailedSegment.words)
    while position < bytes.count {
      guard segments.count <= TrailLimits.segments else { return nil }
      for place in words.indices {
        var word: UInt64 = 0
        for half in halves(of: place) {
          guard let number = number(in: bytes, at: &position) else { return nil }
          let value = part(half, of: words[place]) &+ unzigzag(number)
          word |= half == .whole ? value : (value & 0xFFFF_FFFF) << (half == .high ? 32 : 0)
        }
        words[place] = word
      }
      guard let segment = TrailedSegment(packed: words[...]) else { return nil }
      segments.append(segment)
    }
    return segments
  }

  private enum Half { case whole, high, low }

  /// The first word is a time; the others are two numbers each.
  private static func halves(of place: Int) -> [Half] { place == 0 ? [.whole] : [.high, .low] }

  private static func part(_ half: Half, of word: UInt64) -> UInt64 {
    switch half {
    case .whole: word
    case .high: word >> 32
    case .low: word & 0xFFFF_FFFF
    }
  }

  /// Small for small differences of either sign.
  private static func zigzag(_ difference: UInt64, _ half: Half) -> UInt64 {
    let signed =
      half == .whole
      ? Int64(bitPattern: difference)
      : Int64(Int32(truncatingIfNeeded: Int64(bitPattern: difference)))
    return UInt64(bitPattern: (signed << 1) ^ (signed >> 63))
  }

  private static func unzigzag(_ number: UInt64) -> UInt64 { (number >> 1) ^ (0 &- (number & 1)) }

  /// Seven bits a byte, the lowest first.
  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func number(in bytes: [UInt8], at position: inout Int) -> UInt64? {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    return nil
  }

  private static var alphabet: [UInt8] {
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  }

  private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = alphabet
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 3 * 4 + 4)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> count & 0x3F)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << (6 - count) & 0x3F)]) }
    return text
  }

  private static func decoded(_ text: [UInt8]) -> [UInt8]? {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in alphabet.enumerated() {
      values[Int(character)] = UInt8(truncatingIfNeeded: value)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 3)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for character in text {
      let value = values[Int(character)]
      guard value != 0xFF else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
