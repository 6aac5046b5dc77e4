/// A set of byte values.
public struct ByteSet: Sendable {
  @usableFromInline var words: InlineArray<4, UInt64> = [0, 0, 0, 0]

  public init(_ bytes: some Sequence<UInt8> = []) { for byte in bytes { insert(byte) } }

  @inlinable @inline(__always)
  public func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  public mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
}
