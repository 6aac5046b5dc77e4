import CaptureReader
import Evidence

/// How many sessions ended, and how.
struct SessionCounts: Tally {
  var sessions = 0
  /// Sessions that had come up and were lost.
  var drops = 0
  var failedLogons = 0
  /// Connections that never became a session, for another reason than the log-on.
  var failedConnections = 0
  /// Probes and scans.
  var probes = 0
  /// Spoke something else than RDP.
  var notRDP = 0
  /// Were there when the capture or log ended.
  var running = 0
  /// Refused offers of clients that were let in with another one.
  var fallbacks = 0
  var undetermined = 0
  var degraded = 0

  var weight: Int { 1 }

  mutating func add(_ end: SessionEnd) {
    sessions = sessions.addingSaturating(1)
    switch end.fate {
    case .dropped: drops = drops.addingSaturating(1)
    case .failedLogon: failedLogons = failedLogons.addingSaturating(1)
    case .failedConnection: failedConnections = failedConnections.addingSaturating(1)
    case .probe: probes = probes.addingSaturating(1)
    case .notRDP: notRDP = notRDP.addingSaturating(1)
    case .running: running = running.addingSaturating(1)
    case .fallback: fallbacks = fallbacks.addingSaturating(1)
    case .undetermined: undetermined = undetermined.addingSaturating(1)
    case .ended: break
    }
    degraded = degraded.addingSaturating(end.isDegraded ? 1 : 0)
  }

  mutating func merge(_ other: Self) {
    sessions = sessions.addingSaturating(other.sessions)
    drops = drops.addingSaturating(other.drops)
    failedLogons = failedLogons.addingSaturating(other.failedLogons)
    failedConnections = failedConnections.addingSaturating(other.failedConnections)
    probes = probes.addingSaturating(other.probes)
    notRDP = notRDP.addingSaturating(other.notRDP)
    running = running.addingSaturating(other.running)
    fallbacks = fallbacks.addingSaturating(other.fallbacks)
    undetermined = undetermined.addingSaturating(other.undetermined)
    degraded = degraded.addingSaturating(other.degraded)
  }

  /// Sessions that were lost or never came up.
  var failures: Int { drops.addingSaturating(failedLogons).addingSaturating(failedConnections) }
}

/// The counts of one server, network, file: also by code, and by the hour in which sessions ended.
struct GroupCounts: Tally {
  var total = SessionCounts()
  /// Of sessions that were lost or never came up.
  var codes: [String: Int] = [:]
  /// By hours since 1970.
  var hours: [Int: SessionCounts] = [:]

  var weight: Int { 1 + codes.count + hours.count }

  mutating func add(_ end: SessionEnd, byHour: Bool) {
    total.add(end)
    if end.fate.isFailure { codes[end.code, default: 0].add(1) }
    if byHour, let hour = end.hour { hours[hour, default: SessionCounts()].add(end) }
  }

  mutating func merge(_ other: Self) {
    total.merge(other.total)
    for (code, count) in other.codes { codes[code, default: 0].add(count) }
    for (hour, counts) in other.hours { hours[hour, default: SessionCounts()].merge(counts) }
  }

  /// The code that most of its failures have.
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
