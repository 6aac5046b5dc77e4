/// A set of bytes, asked for each byte of a text.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// - Parameter characters: in plain letters.
  init(_ characters: StaticString) {
    for byte in String(describing: characters).utf8 where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<64: low & (1 << UInt64(byte)) != 0
    case ..<128: high & (1 << UInt64(byte - 64)) != 0
    default: false
    }
  }
}
