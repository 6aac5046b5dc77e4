import CaptureReader

/// Brings the events of a log into the order in which they happened.
enum LogOrder {
  /// Texts stay in the order of their lines, which is better than stamps of a second or milliseconds
  /// that run backwards; texts whose newest line stands first are turned round. Event logs are sorted by
  /// time and record number.
  static func sorted(_ events: [LogEvent], clock: inout ClockReader) -> [LogEvent] {
    if events.allSatisfy({ $0.source.program == .windows }) {
      return events.sorted {
        ($0.time, $0.reference.frame) < ($1.time, $1.reference.frame)
      }
    }
    var forward = 0
    var backward = 0
    let timed = events.filter { $0.time.nanoseconds != 0 }
    for (one, next) in zip(timed, timed.dropFirst()) {
      let step = next.time.since(one.time)
      if step >= .seconds(1) { forward += 1 }
      if step <= .seconds(-1) { backward += 1 }
    }
    if backward > 0, forward > 0, backward < forward, !clock.clock.hasForeignMilliseconds {
      clock.noteRunsBackwards()
    }
    guard backward > forward else { return events }
    clock.noteNewestFirst()
    return events.reversed()
  }
}
