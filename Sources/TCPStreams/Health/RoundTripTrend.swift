public import CaptureReader

/// How the round trip of one side's data stood at the end, against the connection's course.
///
/// Both values are typical minima of windows, so that a single late acknowledgement (delayed ones
/// take 40 to 200 ms) moves neither. A path that queues (bufferbloat, congestion) shows
/// `inflation` ≥ 3 with `added` ≥ 100 ms (knowledge of TCP practice; BBR's windowed minimum).
public struct RoundTripTrend: Sendable, Hashable, Codable {
  /// The lower quartile of the shortest round trips of the connection's stretches but the last.
  public var baseline: TimeSpan
  /// The median of the shortest round trips of the last seconds that had samples, up to five within
  /// ten seconds before the last sample.
  public var beforeEnd: TimeSpan

  /// Stretches with samples that a trend needs.
  static let leastStretches = 4

  /// `beforeEnd` as a multiple of `baseline`.
  public var inflation: Double {
    Double(beforeEnd.nanoseconds) / Double(max(1, baseline.nanoseconds))
  }

  /// What the round trip has grown by; negative where it shrank.
  public var added: TimeSpan { beforeEnd - baseline }
}

/// The shortest round trips of the last five seconds that had any.
struct RecentRoundTrips: Sendable {
  private static let reach = TimeSpan.seconds(10)

  private struct Window: Sendable {
    var second: Int64
    var shortest: TimeSpan
  }

  /// The newest second with a sample: it lasts until `end`, an age in nanoseconds.
  private var end = Int64.min
  private var shortest = TimeSpan.zero
  /// Seconds before that one, the oldest first from `oldest` on.
  private var earlier: InlineArray<4, Window> = InlineArray(
    repeating: Window(second: .min, shortest: .zero))
  private var oldest = 0

  @inline(__always)
  mutating func add(_ sample: TimeSpan, at age: TimeSpan) {
    if age.nanoseconds < end {
      if sample < shortest { shortest = sample }
      return
    }
    begin(with: sample, at: age)
  }

  @inline(never)
  private mutating func begin(with sample: TimeSpan, at age: TimeSpan) {
    if end != .min {
      earlier[oldest] = newest
      oldest = (oldest &+ 1) & 3
    }
    let second = age.nanoseconds / Self.second
    end = (second + 1).multipliedSaturating(by: Self.second)
    shortest = sample
  }

  private static let second: Int64 = 1_000_000_000
  private var newest: Window { Window(second: end / Self.second - 1, shortest: shortest) }

  /// The median; nil without a sample.
  var typical: TimeSpan? {
    guard end != .min else { return nil }
    let last = newest
    let reach = Self.reach.nanoseconds / Self.second
    // In order, each put into its place: a list of its own would cost more.
    var values = InlineArray<5, TimeSpan>(repeating: last.shortest)
    var count = 1
    for index in 0..<4 where last.second.subtractingSaturating(earlier[index].second) < reach {
      let value = earlier[index].shortest
      var place = count
      while place > 0, values[place - 1] > value {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
      count += 1
    }
    return values[count / 2]
  }
}
