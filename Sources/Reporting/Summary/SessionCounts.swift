import CaptureReader
import Evidence

/// How many sessions ended, and how.
struct SessionCounts: Tally {
  var sessions = 0
  /// Sessions whose cause is neither `clean` nor `undetermined`.
  var drops = 0
  var undetermined = 0
  var degraded = 0

  var weight: Int { 1 }

  mutating func add(_ end: SessionEnd) {
    sessions = sessions.addingSaturating(1)
    drops = drops.addingSaturating(end.isDrop ? 1 : 0)
    undetermined = undetermined.addingSaturating(end.cause == .undetermined ? 1 : 0)
    degraded = degraded.addingSaturating(end.isDegraded ? 1 : 0)
  }

  mutating func merge(_ other: Self) {
    sessions = sessions.addingSaturating(other.sessions)
    drops = drops.addingSaturating(other.drops)
    undetermined = undetermined.addingSaturating(other.undetermined)
    degraded = degraded.addingSaturating(other.degraded)
  }

  /// Share of sessions that dropped.
  var dropShare: Double { sessions > 0 ? Double(drops) / Double(sessions) : 0 }
}

/// The counts of one server, network, file: also by code, and by the hour in which sessions ended.
struct GroupCounts: Tally {
  var total = SessionCounts()
  var codes: [String: Int] = [:]
  /// By hours since 1970.
  var hours: [Int: SessionCounts] = [:]

  var weight: Int { 1 + codes.count + hours.count }

  mutating func add(_ end: SessionEnd, byHour: Bool) {
    total.add(end)
    if end.isDrop { codes[end.code, default: 0].add(1) }
    if byHour, let hour = end.hour { hours[hour, default: SessionCounts()].add(end) }
  }

  mutating func merge(_ other: Self) {
    total.merge(other.total)
    for (code, count) in other.codes { codes[code, default: 0].add(count) }
    for (hour, counts) in other.hours { hours[hour, default: SessionCounts()].merge(counts) }
  }

  /// The code that most of its drops have.
  var mainCode: String? { codes.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key }
}

extension Int {
  fileprivate mutating func add(_ other: Int) { self = addingSaturating(other) }
}

/// A number of things, and nothing else.
struct PlainCount: Tally {
  var count = 0
  var weight: Int { 1 }
  mutating func merge(_ other: Self) { count = count.addingSaturating(other.count) }
}
