/// The TCP options that matter to analysis; each is nil where the segment does not carry it.
///
/// A segment's options are copied several times on their way, so they are held in few words, not as
/// one optional each. What is not there is zero: equal options have equal words.
public struct TCPOptions: Hashable, Sendable {
  @usableFromInline var present: Kinds = []
  @usableFromInline var segmentSize: UInt16 = 0
  @usableFromInline var scale: UInt8 = 0
  /// Blocks in the option, up to four.
  public var sackCount: UInt8 = 0
  @usableFromInline var highest: UInt32 = 0
  @usableFromInline var clock: UInt64 = 0
  @usableFromInline var first: UInt64 = 0
  @usableFromInline var second: UInt64 = 0

  @usableFromInline struct Kinds: OptionSet, Hashable, Sendable {
    @usableFromInline let rawValue: UInt8
    @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }
    @inlinable static var segmentSize: Kinds { Kinds(rawValue: 0x01) }
    @inlinable static var scale: Kinds { Kinds(rawValue: 0x02) }
    @inlinable static var permitted: Kinds { Kinds(rawValue: 0x04) }
    @inlinable static var clock: Kinds { Kinds(rawValue: 0x08) }
    @inlinable static var first: Kinds { Kinds(rawValue: 0x10) }
    @inlinable static var second: Kinds { Kinds(rawValue: 0x20) }
    @inlinable static var highest: Kinds { Kinds(rawValue: 0x40) }

    @inlinable mutating func set(_ kind: Kinds, _ isPresent: Bool) {
      self = isPresent ? union(kind) : subtracting(kind)
    }
  }

  public struct Timestamps: Hashable, Sendable {
    public var value: UInt32
    public var echo: UInt32
    @inlinable public init(value: UInt32, echo: UInt32) {
      self.value = value
      self.echo = echo
    }
  }

  @inlinable public init() {}

  @inlinable public var maximumSegmentSize: UInt16? {
    get { present.contains(.segmentSize) ? segmentSize : nil }
    set {
      segmentSize = newValue ?? 0
      present.set(.segmentSize, newValue != nil)
    }
  }

  @inlinable public var windowScale: UInt8? {
    get { present.contains(.scale) ? scale : nil }
    set {
      scale = newValue ?? 0
      present.set(.scale, newValue != nil)
    }
  }

  @inlinable public var selectiveAcknowledgmentPermitted: Bool {
    get { present.contains(.permitted) }
    set { present.set(.permitted, newValue) }
  }

  @inlinable public var timestamps: Timestamps? {
    get {
      guard present.contains(.clock) else { return nil }
      return Timestamps(
        value: UInt32(truncatingIfNeeded: clock >> 32), echo: UInt32(truncatingIfNeeded: clock))
    }
    set {
      clock = newValue.map { UInt64($0.value) << 32 | UInt64($0.echo) } ?? 0
      present.set(.clock, newValue != nil)
    }
  }

  /// The first SACK block; a DSACK where it lies at or below the acknowledgment (RFC 2883).
  @inlinable public var firstSACK: SACKBlock? {
    get { present.contains(.first) ? SACKBlock(edges: first) : nil }
    set {
      first = newValue?.edges ?? 0
      present.set(.first, newValue != nil)
    }
  }

  @inlinable public var secondSACK: SACKBlock? {
    get { present.contains(.second) ? SACKBlock(edges: second) : nil }
    set {
      second = newValue?.edges ?? 0
      present.set(.second, newValue != nil)
    }
  }

  /// The highest right edge of all blocks.
  @inlinable public var highestSACK: SequenceNumber? {
    get { present.contains(.highest) ? SequenceNumber(highest) : nil }
    set {
      highest = newValue?.rawValue ?? 0
      present.set(.highest, newValue != nil)
    }
  }
}

public struct SACKBlock: Hashable, Sendable {
  public var left: SequenceNumber
  public var right: SequenceNumber
  @inlinable public init(left: SequenceNumber, right: SequenceNumber) {
    self.left = left
    self.right = right
  }

  /// Both edges as they stand on the wire.
  @inlinable init(edges: UInt64) {
    left = SequenceNumber(UInt32(truncatingIfNeeded: edges >> 32))
    right = SequenceNumber(UInt32(truncatingIfNeeded: edges))
  }

  @usableFromInline var edges: UInt64 { UInt64(left.rawValue) << 32 | UInt64(right.rawValue) }
}
