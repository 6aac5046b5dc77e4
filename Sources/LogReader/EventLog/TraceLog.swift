public import CaptureReader

/// The events of an event trace (`.etl`) as a log: the same providers, numbers and data as in event logs.
public enum TraceLog {
  /// - Parameters:
  ///   - events: as the reader of captures decoded them.
  ///   - input: the capture's index: its records count from 1 beside its frames.
  /// - Returns: nil where none of them is understood.
  public static func contents(
    of events: [TraceEvent], input: Int, options: LogOptions = LogOptions()
  ) -> LogContents? {
    var log = LogCollector(input: input, options: options)
    var interpreter = EventInterpreter()
    for (place, event) in events.enumerated() {
      guard EventRuleIndex.shared.rule(event.provider, event.id) != nil else { continue }
      var record = EventRecord()
      record.provider = event.provider
      record.eventID = event.id
      record.time = event.time
      record.activity = event.activity
      record.process = event.process
      record.thread = event.thread
      record.data = event.data.prefix(log.limits.dataItems).map {
        EventRecord.Item(name: $0.name, value: $0.value)
      }
      interpreter.read(record, number: place + 1, into: &log)
    }
    guard !log.events.isEmpty else { return nil }
    return LogContents(
      input: input, format: .eventTrace, clock: log.clock.finished, summary: log.summary,
      events: log.events)
  }
}
