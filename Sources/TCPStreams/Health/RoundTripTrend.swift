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

/// The shortest round trips of the last seconds that had any.
struct RecentRoundTrips: Sendable {
  private static let windows = 5
  private static let reach = TimeSpan.seconds(10)

  private struct Window: Sendable {
    var second: Int64
    var shortest: TimeSpan
  }

  private var newest: [Window] = []

  @inline(__always)
  mutating func add(_ sample: TimeSpan, at age: TimeSpan) {
    let second = age.nanoseconds / 1_000_000_000
    if let last = newest.indices.last, newest[last].second >= second {
      if sample < newest[last].shortest { newest[last].shortest = sample }
      return
    }
    if newest.isEmpty { newest.reserveCapacity(Self.windows) }
    if newest.count == Self.windows { newest.removeFirst() }
    newest.append(Window(second: second, shortest: sample))
  }

  /// The median; nil without a sample.
  var typical: TimeSpan? {
    guard let last = newest.last else { return nil }
    let reach = Self.reach.nanoseconds / 1_000_000_000
    let values = newest.filter { last.second - $0.second < reach }.map(\.shortest).sorted()
    return values[values.count / 2]
  }
}
