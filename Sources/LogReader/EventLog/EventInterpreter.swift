import CaptureReader

/// Turns records of Windows event logs into events by their provider and number; words decide nothing.
struct EventInterpreter {
  /// Records that were read, of forms that repeat them.
  private var repeated: Set<String> = []
  private static let mostRepeated = 4_096

  /// - Parameter number: the line on which a text form has the record; event logs have their own number.
  mutating func read(_ record: EventRecord, number: Int?, into log: inout LogCollector) {
    guard let id = record.eventID else { return log.pass() }
    var record = record
    let time: Timestamp
    if let known = record.time {
      time = log.clock.absolute(known.nanoseconds, resolution: TimeSpan(nanoseconds: 100))
    } else if let stamp = CivilTime.local(
      Array(record.timeText.utf8)[...], dayFirst: record.isDayFirst)
    {
      time = log.clock.time(of: stamp)
    } else if let stamp = record.partialTime {
      time = log.clock.time(of: stamp)
    } else {
      time = Timestamp(nanoseconds: 0)
      log.clock.noteAssumption("records without a time stand on 1970-01-01")
    }
    log.count(record.channel ?? EventRule.shortened(record.provider), time)
    guard let rule = EventRuleIndex.shared.rule(record.provider, id) else { return }
    if record.mayRepeat, let number = record.recordID {
      if repeated.count >= Self.mostRepeated { repeated.removeAll() }
      let key = "\(record.computer ?? "") \(record.channel ?? record.provider) \(number)"
      if !repeated.insert(key).inserted { return }
    }
    // A list of values that does not have the reason stands beside the message that has.
    let isShort =
      id == 1026
      && record.data.allSatisfy { $0.name.isEmpty && EventRecord.number($0.value) == nil }
    if record.data.isEmpty || record.hasInlineData || isShort, let message = record.message {
      record.data += MessageItems.items(
        of: message, EventRule.shortened(record.provider), id)
    }
    EventItemNames.name(&record)
    let reference = ItemReference(
      input: 0, frame: number ?? Int(clamping: record.recordID ?? 0), time: time)
    var event = LogEvent(
      rule.kind, key: rule.key, at: reference, timeText: record.timeText,
      source: LogEvent.Source(
        .windows, provider: record.provider.shortened(120), channel: record.channel?.shortened(160),
        eventID: id, computer: record.computer?.trimmed.shortened(128)))
    event.process = record.process
    event.thread = record.thread
    event.activity = record.activity
    // The client writes its events under the account of whoever sits there.
    if rule.key.hasPrefix("rdpclient.") { event.user = record.account }
    if rule.details?(record, &event) == false { return }
    log.add(event)
  }
}
