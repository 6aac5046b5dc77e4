import CaptureReader

/// A number for a segment's data that two captures of it share. Not for secrets: whoever sends the
/// data can choose it.
enum PayloadHash {
  /// Four lanes of eight bytes at a time, multiplied and folded (as wyhash does): what one lane waits
  /// for, the others do.
  static func hash(of bytes: RawSpan) -> UInt64 {
    let length = UInt64(truncatingIfNeeded: bytes.byteCount)
    var state = (first ^ length, second ^ length, third, first)
    var offset = 0
    while bytes.byteCount &- offset >= 32,
      let one = bytes.littleEndian(at: offset, as: UInt64.self),
      let two = bytes.littleEndian(at: offset &+ 8, as: UInt64.self),
      let three = bytes.littleEndian(at: offset &+ 16, as: UInt64.self),
      let four = bytes.littleEndian(at: offset &+ 24, as: UInt64.self)
    {
      state.0 = folded(state.0 ^ one)
      state.1 = folded(state.1 ^ two)
      state.2 = folded(state.2 ^ three)
      state.3 = folded(state.3 ^ four)
      offset &+= 32
    }
    var rest = folded(state.0 ^ folded(state.1 ^ folded(state.2 ^ state.3)))
    while let word = bytes.littleEndian(at: offset, as: UInt64.self) {
      rest = folded(rest ^ word)
      offset &+= 8
    }
    while let byte = bytes.littleEndian(at: offset, as: UInt8.self) {
      rest = folded(rest ^ UInt64(byte))
      offset &+= 1
    }
    return rest
  }

  // Any odd numbers with as many ones as zeros; wyhash's.
  private static var first: UInt64 { 0xA076_1D64_78BD_642F }
  private static var second: UInt64 { 0xE703_7ED1_A0B4_28DB }
  private static var third: UInt64 { 0x8EBC_6AF0_9C88_C6E3 }

  @inline(__always)
  private static func folded(_ value: UInt64) -> UInt64 {
    let product = (value ^ second).multipliedFullWidth(by: third)
    return product.high ^ product.low
  }
}
