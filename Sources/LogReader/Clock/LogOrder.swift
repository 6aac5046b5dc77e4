import CaptureReader

/// Brings the events of a log into the order in which they happened.
enum LogOrder {
  /// Texts stay in the order of their lines, which is better than stamps of a second or milliseconds
  /// that run backwards; texts whose newest line stands first are turned round. Event logs are sorted by
  /// time and record number.
  static func sorted(_ events: [LogEvent], clock: inout ClockReader) -> [LogEvent] {
    if events.allSatisfy({ $0.source.program == .windows }) {
      let isNewestFirst = runsBackwards(events)
      return events.sorted {
        if $0.time != $1.time { return $0.time < $1.time }
        return isNewestFirst
          ? $0.reference.frame > $1.reference.frame : $0.reference.frame < $1.reference.frame
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

  /// Records of one second of a text whose newest line stands first are in the wrong order too.
  private static func runsBackwards(_ events: [LogEvent]) -> Bool {
    let lines = events.sorted { $0.reference.frame < $1.reference.frame }
    var forward = 0
    var backward = 0
    for (one, next) in zip(lines, lines.dropFirst()) {
      if next.time > one.time { forward += 1 }
      if next.time < one.time { backward += 1 }
    }
    return backward > forward
  }
}
