/// A TCP sequence or acknowledgement number: arithmetic modulo 2³², order by the shorter way round
/// (RFC 9293 §3.4).
public struct SequenceNumber: RawRepresentable, Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// How far `other` lies ahead of this number; negative where it lies behind.
  @inlinable
  public func distance(to other: Self) -> Int { Int(Int32(bitPattern: other.rawValue &- rawValue)) }

  @inlinable
  public func advanced(by count: Int) -> Self {
    Self(rawValue: rawValue &+ UInt32(truncatingIfNeeded: count))
  }
}
