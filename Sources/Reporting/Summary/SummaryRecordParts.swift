import CaptureReader

/// The sessions of one server, client network or file.
struct GroupRecord: Sendable, Hashable {
  var name: String
  var sessions: Int
  var drops: Int
  var failedLogons: Int
  var failedConnections: Int
  var probes: Int
  var notRDP: Int
  var running: Int
  var fallbacks: Int
  var undetermined: Int
  var degraded: Int
  /// Sessions that were lost or never came up, by code.
  var codes: [String: Int]

  init(_ name: String, _ counts: GroupCounts) {
    self.name = name
    sessions = counts.total.sessions
    drops = counts.total.drops
    failedLogons = counts.total.failedLogons
    failedConnections = counts.total.failedConnections
    probes = counts.total.probes
    notRDP = counts.total.notRDP
    running = counts.total.running
    fallbacks = counts.total.fallbacks
    undetermined = counts.total.undetermined
    degraded = counts.total.degraded
    codes = counts.codes
  }

  /// The code that most of its failures have.
  var mainCode: String? { codes.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key }

  /// Sessions that were lost or never came up.
  var failures: Int { drops.addingSaturating(failedLogons).addingSaturating(failedConnections) }
  var failureShare: Double { sessions > 0 ? Double(failures) / Double(sessions) : 0 }
}

/// The worst of many groups.
struct GroupList: Sendable, Hashable {
  /// Most drops first, of these most failures.
  var worst: [GroupRecord]
  /// Groups beyond those listed.
  var omitted: Int
  /// Every group was counted; else there were more than the capacity, and the listed ones are a
  /// sample with exact counts.
  var complete: Bool

  init(_ tally: KeyedTally<GroupCounts>, listing limit: Int) {
    let all = tally.values.map { GroupRecord($0.key, $0.value) }
      .sorted {
        ($1.drops, $1.failures, $0.sessions, $0.name)
          < ($0.drops, $0.failures, $1.sessions, $1.name)
      }
    worst = Array(all.prefix(limit))
    omitted = all.count - worst.count
    complete = tally.isComplete
  }

  /// How many groups there are, as far as they were counted.
  var count: Int { worst.count + omitted }
}

/// The sessions that ended in one hour.
struct HourRecord: Sendable, Hashable {
  /// Begin of the hour (RFC 3339).
  var ts: String
  var sessions: Int
  var drops: Int
  /// Lost or never come up.
  var failures: Int
  /// Those by code.
  var codes: [String: Int]
}

/// A stretch of time in which more sessions dropped or failed than at other times: `drops` counts both.
struct ChangeRecord: Sendable, Hashable {
  enum Scope: String, CaseIterable, Sendable {
    case all, server
    case clientNetwork = "client_network"
  }

  var scope: Scope
  /// The server or network; `null` for all sessions together.
  var name: String?
  /// Begin of the stretch; `null` where it began before the first session.
  var from: String?
  /// Its end; `null` where it lasted until the last session.
  var until: String?
  /// Length of the bins that were looked at.
  var binHours: Int
  var sessionsInside: Int
  var dropsInside: Int
  var sessionsOutside: Int
  var dropsOutside: Int
  /// Log-likelihood ratio over dispersion, and what chance may reach.
  var strength: Double
  var threshold: Double

  /// The share of drops inside over that outside; nil where none dropped outside.
  var ratio: Double? {
    guard dropsOutside > 0, sessionsInside > 0, sessionsOutside > 0 else { return nil }
    return Double(dropsInside) / Double(sessionsInside) * Double(sessionsOutside)
      / Double(dropsOutside)
  }
}
