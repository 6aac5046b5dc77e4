/// Walks the records of one buffer, each padded to eight bytes.
struct ETLRecords: ~Escapable {
  private let bytes: RawSpan
  private var position: Int
  /// Bytes that are no record: the rest of the buffer was left out.
  private(set) var isDamaged = false

  /// - Parameter bytes: a buffer without its header.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) {
    self.bytes = bytes
    position = 0
  }

  /// Shortest of all headers: that of a message.
  private static let shortest = 8

  /// Where the next record lies; nil at the end.
  mutating func next() -> Range<Int>? {
    guard let first = bytes.littleEndian(at: position, as: UInt32.self) else { return nil }
    if first == 0xFFFF_FFFF || first == 0 { return nil }
    guard let length = Self.length(bytes, at: position, first: first), length >= Self.shortest,
      bytes.byteCount - position >= length
    else {
      isDamaged = true
      return nil
    }
    let start = position
    position += (length + 7) & ~7
    return start..<(start + length)
  }

  private static func length(_ bytes: RawSpan, at position: Int, first: UInt32) -> Int? {
    let flags = first >> 24
    let type = first >> 16 & 0xFF
    if flags == 0x90 { return Int(first & 0xFFFF) }
    guard flags == 0xC0 else { return nil }
    switch type {
    // System, compact and performance headers keep their length behind the type.
    case 0x01, 0x02, 0x03, 0x04, 0x10, 0x11:
      return bytes.littleEndian(at: position + 4, as: UInt16.self).map(Int.init)
    case 0x0A...0x0F, 0x12...0x15: return Int(first & 0xFFFF)
    default: return nil
    }
  }
}
