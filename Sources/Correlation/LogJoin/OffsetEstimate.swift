import CaptureReader
import Evidence

/// The offset of a log's clock that most of its events allow.
///
/// A stamp of whole seconds allows offsets within a second; the stretch that most events allow is
/// narrower. Events that follow their packets late (a time-out, a program that waits) allow another
/// stretch and are outvoted.
struct OffsetEstimate {
  private var intervals: [(low: Double, high: Double)] = []
  private var beginnings: [(low: Double, high: Double)] = []

  mutating func add(_ log: SharedMarks, _ wire: SharedMarks) {
    intervals += log.intervals(against: wire)
    beginnings.append(log.beginning(against: wire))
  }

  var clock: ClockOffset {
    let (low, high) = Self.deepest(intervals.isEmpty ? beginnings : intervals)
    let middle = (low + high) / 2
    let zone = ClockOffset.zone(of: middle)
    return ClockOffset(
      offset: TimeSpan(seconds: middle - zone), zone: TimeSpan(seconds: zone),
      error: TimeSpan(seconds: (high - low) / 2 + Self.leastError))
  }

  /// Programs take some time to write, in seconds.
  private static let leastError = 0.05

  /// The stretch that most intervals share; the first of several.
  private static func deepest(
    _ intervals: [(low: Double, high: Double)]
  ) -> (low: Double, high: Double) {
    let begins: [(Double, Int)] = intervals.map { ($0.low, 1) }
    let finishes: [(Double, Int)] = intervals.map { ($0.high, -1) }
    let ends = (begins + finishes).sorted { ($0.0, $1.1) < ($1.0, $0.1) }
    var depth = 0
    var most = 0
    var best = (low: 0.0, high: 0.0)
    for (place, end) in ends.enumerated() {
      depth += end.1
      guard depth > most, place + 1 < ends.count else { continue }
      most = depth
      best = (end.0, ends[place + 1].0)
    }
    return best
  }
}

extension ClockOffset {
  /// Zones differ from UTC by whole quarters of an hour.
  private static let zoneStep = 900.0

  /// What of an offset is a time zone that the stamps do not name, in seconds.
  static func zone(of offset: Double) -> Double {
    (offset / zoneStep).rounded() * zoneStep
  }

  /// How odd a clock with this offset is, zones apart: a little for each minute.
  static func strangeness(of offset: Double) -> Double {
    abs(offset - zone(of: offset)) / 60 * 0.1 + (abs(offset) > 15 * 3600 ? 2 : 0)
  }
}

extension TimeSpan {
  fileprivate init(seconds: Double) {
    let nanoseconds = (seconds * 1e9).rounded()
    self.init(nanoseconds: Int64(exactly: nanoseconds) ?? 0)
  }
}
