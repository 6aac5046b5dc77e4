public import CaptureReader

/// How long one side paused between its packets while the other side went on answering: the pace of
/// the session, against which the silence at its end is judged.
///
/// A pause counts once the other side has answered the packet that ended it.
public struct PauseTally: Sendable, Hashable, Codable {
  /// Pauses shorter than this are the rhythm of packets, not of the session.
  public static let shortest = TimeSpan.milliseconds(250)
  private static let classes = 8

  /// Pauses by length: 250 ms and more, then each class twice as long as the one before; the last
  /// (32 s and more) is open.
  private var counts = SIMD8<UInt16>()
  public private(set) var longest = TimeSpan.zero

  public init() {}

  public var isEmpty: Bool { longest == .zero }

  public mutating func note(_ pause: TimeSpan) {
    guard pause >= Self.shortest else { return }
    longest = max(longest, pause)
    let index = Self.place(of: pause)
    counts[index] = counts[index] == .max ? .max : counts[index] + 1
  }

  /// Takes over what `other` holds.
  public mutating func add(_ other: PauseTally) {
    longest = max(longest, other.longest)
    for index in 0..<Self.classes {
      counts[index] = UInt16(min(Int(UInt16.max), Int(counts[index]) + Int(other.counts[index])))
    }
  }

  /// Pauses of a class that begins at `length` or above.
  public func count(from length: TimeSpan) -> Int {
    (0..<Self.classes).reduce(0) { sum, index in
      Self.shortest * (1 << index) >= length ? sum + Int(counts[index]) : sum
    }
  }

  private static func place(of pause: TimeSpan) -> Int {
    var index = 0
    while index < classes - 1, shortest * (2 << index) <= pause { index += 1 }
    return index
  }
}
