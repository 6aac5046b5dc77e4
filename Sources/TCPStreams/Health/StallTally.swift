public import CaptureReader

/// Times in which a side's oldest data waited for longer than any receiver may put off its acknowledgement
/// (500 ms, RFC 1122 §4.2.3.2), whether it was lost and sent again, or everything only stood still on the way.
public struct StallTally: Sendable, Hashable, Codable {
  public private(set) var count = 0
  public private(set) var total = TimeSpan.zero
  /// The longest in which it was sent three times at least: one lost packet on a long way takes a while, too.
  public private(set) var longest = TimeSpan.zero
  /// When the last one ended: what was sent before that waited in the same.
  private var end = Timestamp(nanoseconds: .min)

  static let shortest = TimeSpan.milliseconds(500)
  static let sendings = 3

  /// From the first sending of the oldest data to its acknowledgement.
  mutating func note(from start: Timestamp, to end: Timestamp, sendings: Int) {
    guard start >= self.end else { return }
    self.end = end
    let length = end.since(start)
    count = count.addingSaturating(1)
    total = TimeSpan(nanoseconds: total.nanoseconds.addingSaturating(length.nanoseconds))
    if sendings >= Self.sendings, length > longest { longest = length }
  }
}
