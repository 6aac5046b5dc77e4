import CaptureReader

/// A number for a segment's data that two captures of it share. Not for secrets: whoever sends the
/// data can choose it.
enum PayloadHash {
  /// Eight bytes at a time, multiplied and folded (as wyhash does).
  static func hash(of bytes: RawSpan) -> UInt64 {
    var state: UInt64 = 0xA076_1D64_78BD_642F ^ UInt64(truncatingIfNeeded: bytes.byteCount)
    var offset = 0
    while let word = bytes.littleEndian(at: offset, as: UInt64.self) {
      state = folded(state ^ word)
      offset &+= 8
    }
    var rest: UInt64 = 0
    while let byte = bytes.littleEndian(at: offset, as: UInt8.self) {
      rest = rest << 8 | UInt64(byte)
      offset &+= 1
    }
    return folded(state ^ rest)
  }

  @inline(__always)
  private static func folded(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
    return product.high ^ product.low
  }
}
