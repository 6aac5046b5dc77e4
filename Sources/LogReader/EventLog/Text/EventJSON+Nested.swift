import CaptureReader

/// Events whose system part stands beside their data: Wazuh (`eventID`, `eventdata` in camel case) and
/// converters of event logs (`event_id`, `event_data`).
extension EventJSON {
  static func nested(
    _ event: JSONValue, _ system: JSONValue, limits: LogLimits
  ) -> EventRecord? {
    var record = EventRecord()
    let provider = system.any("providerName", "provider", "provider_name")
    record.provider = (provider?.text ?? provider?.any("name", "@Name")?.text) ?? ""
    record.eventID = system.any("eventID", "event_id")?.text.flatMap { Int($0) }
    record.channel = system.any("channel")?.text
    record.computer = system.any("computer")?.text
    record.recordID = system.any("eventRecordID", "event_record_id")?.text.flatMap { UInt64($0) }
    record.process = system.any("processID")?.text.flatMap { Int($0) }
    record.thread = system.any("threadID")?.text.flatMap { Int($0) }
    record.activity =
      system["correlation"]?.any("activity_id", "activityID", "ActivityID")?.text
      .map { $0.lowercased().trimmingBraces }
    record.timeText = system.any("systemTime", "time_created", "timeCreated")?.text ?? ""
    record.time = EventXML.time(record.timeText)
    for part in event.members where part.name != "system" {
      guard case .object = part.value else { continue }
      add(part.value, to: &record, limits: limits, depth: 0)
    }
    // `accountName` is `AccountName`.
    for index in record.data.indices {
      let name = record.data[index].name
      if let first = name.first, first.isLowercase, !name.contains("_"),
        record.data[index].name != "error"
      {
        record.data[index].name = first.uppercased() + name.dropFirst()
      }
    }
    record.message = (event.any("message") ?? system.any("message"))?.text?.shortened(4_096)
    if record.provider.isEmpty, let channel = record.channel {
      record.provider = self.provider(of: channel)
    }
    return record.eventID == nil ? nil : record
  }
}
