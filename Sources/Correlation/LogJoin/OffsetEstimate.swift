import CaptureReader
import Evidence
import LogReader

/// The offset of a log's clock that most of its events allow.
///
/// A stamp of whole seconds allows offsets within a second; the stretch that most events allow is
/// narrower. Events that follow their packets late (a time-out, a program that waits) allow another
/// stretch and are outvoted. Where the milliseconds are another counter's, each place at which the second
/// may change is tried, and those count at which most events agree.
struct OffsetEstimate {
  private var pairs: [(log: SharedMarks, other: SharedMarks)] = []
  private let isLog: Bool
  private static let pairLimit = 128

  /// - Parameter isLog: the others are logs too.
  init(againstLog isLog: Bool = false) { self.isLog = isLog }

  mutating func add(_ log: SharedMarks, _ other: SharedMarks) {
    if pairs.count < Self.pairLimit { pairs.append((log, other)) }
  }

  var clock: ClockOffset {
    let (low, high) = range
    let lag = pairs.first?.log.lag ?? 0
    let zone = ClockOffset.zone(of: (low + high) / 2)
    // Most clocks are set by the network: where none of the stamps says otherwise, so is this one.
    let isSet = low <= zone && zone <= high
    let best =
      isSet ? zone : min(max(low, (low + high + lag - Self.usualLag) / 2), high)
    return ClockOffset(
      offset: TimeSpan(seconds: best - zone), zone: TimeSpan(seconds: zone),
      error: TimeSpan(seconds: max(high - best, best - low) + Self.leastError))
  }

  /// Programs take some time to write, in seconds.
  private static let leastError = 0.05
  /// How long after its packet an event is mostly written, in seconds.
  private static let usualLag = 0.04
  /// Places of the second's change that are tried.
  private static let changes = 100

  /// What the most events allow.
  private var range: (low: Double, high: Double) {
    guard let sample = pairs.first?.log else { return (0, 0) }
    var depth = 0
    var range: (low: Double, high: Double)?
    for change in sample.changes(atMost: Self.changes) {
      let found = deepest(change)
      if found.depth > depth || range == nil {
        (depth, range) = (found.depth, (found.low, found.high))
      } else if found.depth == depth, let known = range {
        range = (min(known.low, found.low), max(known.high, found.high))
      }
    }
    return range ?? (0, 0)
  }

  private func deepest(_ change: Int?) -> (depth: Int, low: Double, high: Double) {
    let shared = pairs.flatMap { $0.log.intervals(against: $0.other, change, isLog: isLog) }
    let all = shared.isEmpty ? pairs.map { $0.log.beginning(against: $0.other, change) } : shared
    return Self.deepest(all)
  }

  /// The stretch that most intervals share; the first of several.
  private static func deepest(
    _ intervals: [(low: Double, high: Double)]
  ) -> (depth: Int, low: Double, high: Double) {
    let begins: [(Double, Int)] = intervals.map { ($0.low, 1) }
    let finishes: [(Double, Int)] = intervals.map { ($0.high, -1) }
    let ends = (begins + finishes).sorted { ($0.0, $1.1) < ($1.0, $0.1) }
    var depth = 0
    var best = (depth: 0, low: 0.0, high: 0.0)
    for (place, end) in ends.enumerated() {
      depth += end.1
      guard depth > best.depth, place + 1 < ends.count else { continue }
      best = (depth, end.0, ends[place + 1].0)
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
