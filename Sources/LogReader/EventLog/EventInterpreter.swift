import CaptureReader

/// Turns records of Windows event logs into events by their provider and number; words decide nothing.
struct EventInterpreter {
  /// - Parameter number: the line on which a text form has the record; event logs have their own number.
  mutating func read(_ record: EventRecord, number: Int?, into log: inout LogCollector) {
    guard let id = record.eventID else { return log.pass() }
    var record = record
    let time: Timestamp
    if let known = record.time {
      time = log.clock.absolute(known.nanoseconds, resolution: TimeSpan(nanoseconds: 100))
    } else if let stamp = CivilTime.local(Array(record.timeText.utf8)[...], dayFirst: nil) {
      time = log.clock.time(of: stamp)
    } else {
      time = Timestamp(nanoseconds: 0)
      log.clock.noteAssumption("records without a time stand on 1970-01-01")
    }
    log.count(record.channel ?? EventRule.shortened(record.provider), time)
    guard let rule = EventRuleIndex.shared.rule(record.provider, id) else { return }
    if record.data.isEmpty, let message = record.message {
      record.data = MessageItems.items(of: message)
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
    if rule.details?(record, &event) == false { return }
    log.add(event)
  }
}

/// Data of an event whose only form is its message: addresses, numbers and accounts look the same in
/// every language.
enum MessageItems {
  static func items(of message: String) -> [EventRecord.Item] {
    var items: [EventRecord.Item] = []
    let add: (String, [String]) -> Void = { value, names in
      for name in names where !items.contains(where: { $0.name == name }) {
        items.append(EventRecord.Item(name: name, value: value))
      }
    }
    var numbers: [String] = []
    for word in message.split(whereSeparator: { " \"„“”,;()<>\t\r\n".contains($0) }) {
      var text = String(word)
      while let last = text.last, last == "." || last == ":" || last == "'" { text.removeLast() }
      while let first = text.first, first == "'" { text.removeFirst() }
      if isAddress(text) {
        add(text, ["ClientIP", "IpAddress", "Address", "IPString", "Param3", "ClientAddress"])
      } else if text.contains("\\"), !text.hasPrefix("\\") {
        add(text, ["User", "Username", "Param1", "UserName"])
      } else if text.hasPrefix("0x"), UInt64(text.dropFirst(2), radix: 16) != nil {
        add(text, ["ErrorCode", "ResultCode", "Status"])
      } else if Int(text) != nil {
        numbers.append(text)
      }
    }
    if let first = numbers.first { add(first, ["SessionID", "Session", "TargetSession"]) }
    if let last = numbers.last { add(last, ["ReasonCode", "Reason", "Value", "error", "Source"]) }
    return items
  }

  /// `1.2.3.4`, `1.2.3.4:5` or IPv6 with several colons.
  private static func isAddress(_ text: String) -> Bool {
    let host =
      text.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? text
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4, parts.allSatisfy({ Int($0).map { (0...255).contains($0) } ?? false }) {
      return true
    }
    return text.utf8.filter { $0 == UInt8(ascii: ":") }.count >= 2
      && text.utf8.allSatisfy {
        $0.hexadecimalDigit != nil || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "%")
      }
      && text.contains("::")
  }
}
