/// A point in time as capture files know it: nanoseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.nanoseconds < rhs.nanoseconds }

  /// The time from `earlier` to this one; negative where a capture's clock went backwards.
  public func since(_ earlier: Timestamp) -> TimeSpan {
    TimeSpan(nanoseconds: nanoseconds.subtractingSaturating(earlier.nanoseconds))
  }

  public func advanced(by span: TimeSpan) -> Timestamp {
    Timestamp(nanoseconds: nanoseconds.addingSaturating(span.nanoseconds))
  }
}

/// A length of time in whole nanoseconds: cheap enough for the per-packet path, where
/// `Duration`'s 128-bit arithmetic is not.
public struct TimeSpan: Hashable, Comparable, Sendable {
  public var nanoseconds: Int64

  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Asked for with each packet: a stored one is looked up in its module.
  @inlinable
  public static var zero: TimeSpan { TimeSpan(nanoseconds: 0) }
  public static func milliseconds(_ count: Int64) -> TimeSpan {
    TimeSpan(nanoseconds: count.multipliedSaturating(by: 1_000_000))
  }
  public static func seconds(_ count: Int64) -> TimeSpan {
    TimeSpan(nanoseconds: count.multipliedSaturating(by: 1_000_000_000))
  }

  public var seconds: Double { Double(nanoseconds) / 1e9 }
  public var milliseconds: Double { Double(nanoseconds) / 1e6 }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.nanoseconds < rhs.nanoseconds }
  public static func + (lhs: Self, rhs: Self) -> TimeSpan {
    TimeSpan(nanoseconds: lhs.nanoseconds.addingSaturating(rhs.nanoseconds))
  }
  public static func - (lhs: Self, rhs: Self) -> TimeSpan {
    TimeSpan(nanoseconds: lhs.nanoseconds.subtractingSaturating(rhs.nanoseconds))
  }
  public static func * (lhs: Self, rhs: Int64) -> TimeSpan {
    TimeSpan(nanoseconds: lhs.nanoseconds.multipliedSaturating(by: rhs))
  }
}

extension FixedWidthInteger {
  /// Addition that stops at the type's limits: timestamps in a file can be anything.
  @inlinable
  package func addingSaturating(_ other: Self) -> Self {
    let (value, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : value
  }

  @inlinable
  package func subtractingSaturating(_ other: Self) -> Self {
    let (value, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other < 0 ? .max : .min) : value
  }

  @inlinable
  package func multipliedSaturating(by other: Self) -> Self {
    let (value, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : value
  }
}
