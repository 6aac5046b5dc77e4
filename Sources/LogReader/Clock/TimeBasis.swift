import CaptureReader

/// What the times of a session rest on that its log does not tell.
public struct TimeBasis: Hashable, Sendable, Codable {
  /// None of its records has a time.
  public var isUntimed = false
  /// The day given to stamps that have none: `2026-11-28`.
  public var day: String?
  /// The year given to stamps that have none.
  public var year: Int?
  /// The zone in which stamps that name none are read.
  public var zone: String?
  /// The user named that zone.
  public var isZoneGiven = false

  public init() {}

  /// What was assumed, a sentence each; empty where the log tells all.
  public var sentences: [String] {
    if isUntimed { return ["The record has no time."] }
    var list: [String] = []
    if let day {
      list.append(
        "The log has no date: \(day) is taken, from what lies beside it or from its file.")
    } else if let year {
      list.append("The log names no year: \(year) is taken.")
    }
    if let zone {
      list.append(
        isZoneGiven
          ? "The log names no time zone: read as \(zone), as given."
          : "The zone of the log is unknown: read as \(zone); --log-zone names it.")
    }
    return list
  }

  /// The same as few words behind a time.
  public var brief: String? {
    if isUntimed { return "no time in the record" }
    var parts: [String] = []
    if day != nil {
      parts.append("date assumed")
    } else if year != nil {
      parts.append("year assumed")
    }
    if let zone, !isZoneGiven { parts.append("zone of the log unknown, read as \(zone)") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension LogSession {
  /// The session with what its times rest on.
  func based(on logs: [LogContents]) -> LogSession {
    var session = self
    var basis = TimeBasis()
    basis.isUntimed = events.allSatisfy { $0.time.nanoseconds == 0 }
    for log in logs where inputs.contains(log.input) {
      let own = events.filter { $0.reference.input == log.input && $0.time.nanoseconds != 0 }
      guard !own.isEmpty else { continue }
      basis.day = basis.day ?? log.clock.assumedDay
      basis.year = basis.year ?? log.clock.assumedYear
      if own.contains(where: { $0.isZoneAssumed == true }) {
        basis.zone = basis.zone ?? log.clock.assumedZone
        basis.isZoneGiven = log.clock.isZoneGiven ?? false
      }
    }
    session.timeBasis = basis == TimeBasis() ? nil : basis
    return session
  }
}
