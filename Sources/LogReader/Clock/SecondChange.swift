/// Where the second changes on the scale of a log's milliseconds.
///
/// FreeRDP writes the wall clock's seconds with the milliseconds of the uptime. Both run at one rate, so
/// the second always changes at the same millisecond. A stamp means its second plus the distance of its
/// milliseconds from that change.
public struct SecondChange: Hashable, Sendable, Codable {
  /// Milliseconds at which the second may change, on a circle of 1,000.
  public struct Run: Hashable, Sendable, Codable {
    public var first: Int
    public var count: Int

    public init(first: Int, count: Int) {
      self.first = first
      self.count = count
    }
  }

  /// At least one; the longest first.
  public var runs: [Run]

  public init(runs: [Run]) { self.runs = runs }

  /// Nothing is known of it.
  public static let anywhere = SecondChange(runs: [Run(first: 0, count: 1_000)])

  /// Milliseconds at which the second may change, `step` apart.
  public func candidates(every step: Int) -> [Int] {
    runs.prefix(64).flatMap { run -> [Int] in
      let count = min(max(run.count, 1), 1_000)
      let start = min(max(run.first, 0), 999)
      let offsets = count <= step ? [count / 2] : Array(stride(from: step / 2, to: count, by: step))
      return offsets.map { (start + $0) % 1_000 }
    }
  }
}

/// Learns from the order of lines at which millisecond the second changes.
///
/// Two lines of one second exclude what lies between their milliseconds.
struct SecondChangeTracker {
  private var excluded: [Bool] = []
  private var last: (second: Int64, millisecond: Int)?
  /// What lies before the last line is excluded, so that the line itself is no limit.
  private var isRunning = false
  /// The two clocks are read one after the other.
  private static let slack = 2
  /// A longer way is a line that stands a little too late.
  private static let longest = 900

  mutating func note(_ stamp: CivilTime) {
    let now = (second: stamp.secondsOfDay, millisecond: stamp.nanosecond / 1_000_000)
    defer { last = now }
    let isJoined = isRunning
    isRunning = false
    guard let last, last.second == now.second, (0..<1_000).contains(now.millisecond) else { return }
    let way = (now.millisecond - last.millisecond + 1_000) % 1_000
    guard way > 2 * Self.slack, way <= Self.longest else { return }
    if excluded.isEmpty { excluded = Array(repeating: false, count: 1_000) }
    for step in (isJoined ? -Self.slack : Self.slack)...(way - Self.slack) {
      excluded[(last.millisecond + step + 1_000) % 1_000] = true
    }
    isRunning = true
  }

  /// Nil where the lines contradict each other.
  var change: SecondChange? {
    guard let start = excluded.firstIndex(of: true) else { return .anywhere }
    var runs: [SecondChange.Run] = []
    for step in 1...1_000 {
      let place = (start + step) % 1_000
      if excluded[place] { continue }
      if let run = runs.last, (run.first + run.count) % 1_000 == place {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(SecondChange.Run(first: place, count: 1))
      }
    }
    if runs.isEmpty { return nil }
    runs.sort { ($1.count, $0.first) < ($0.count, $1.first) }
    return SecondChange(runs: Array(runs.prefix(64)))
  }
}
