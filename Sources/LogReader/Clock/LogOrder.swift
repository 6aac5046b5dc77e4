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
    var steps = Steps()
    for event in events { steps.take(event) }
    return sorted(events, steps: steps, clock: &clock)
  }

  /// Texts by the steps of all their lines' times, those that are not here any more too.
  static func sorted(
    _ events: [LogEvent], steps: Steps, clock: inout ClockReader
  ) -> [LogEvent] {
    if steps.backward > 0, steps.forward > 0, steps.backward < steps.forward,
      !clock.clock.hasForeignMilliseconds
    {
      clock.noteRunsBackwards()
    }
    guard steps.backward > steps.forward else { return events }
    clock.noteNewestFirst()
    return events.reversed()
  }

  /// How often times grow, and run back, by a second or more from one event to the next.
  struct Steps {
    private(set) var forward = 0
    private(set) var backward = 0
    private var newest: Timestamp?

    mutating func take(_ event: LogEvent) {
      guard event.time.nanoseconds != 0 else { return }
      if let newest {
        let step = event.time.since(newest)
        if step >= .seconds(1) { forward += 1 }
        if step <= .seconds(-1) { backward += 1 }
      }
      newest = event.time
    }
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
    return backward == 0 && forward == 0 ? endsBeforeBegin(lines) : backward > forward
  }

  /// Records of one second alone: a connection ends below its begin, unless the newest stands first.
  private static func endsBeforeBegin(_ lines: [LogEvent]) -> Bool {
    guard let begin = lines.first(where: { $0.kind == .connectionAccepted }),
      let end = lines.last(where: { $0.kind == .sessionDisconnected || $0.kind == .connectionEnded }
      )
    else { return false }
    return end.reference.frame < begin.reference.frame
  }
}
