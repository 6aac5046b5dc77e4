import CaptureReader

/// Reads one event as JSON: `Get-WinEvent | ConvertTo-Json`, EvtxECmd, Hayabusa, Winlogbeat, and the
/// direct rendering of the XML that libraries write.
enum EventJSON {
  static func record(_ json: JSONValue, limits: LogLimits) -> EventRecord? {
    if let event = json["Event"], event["System"] != nil { return rendered(event, limits: limits) }
    if json["winlog"] != nil || json["event_id"] != nil { return beat(json, limits: limits) }
    return flat(json, limits: limits)
  }

  /// `{"Event": {"System": …, "EventData": …}}`.
  private static func rendered(_ event: JSONValue, limits: LogLimits) -> EventRecord? {
    guard let system = event["System"] else { return nil }
    var record = EventRecord()
    let attribute: (String, String) -> String? = { element, name in
      let value = system[element]
      return (value?["#attributes"]?[name] ?? value?["@\(name)"] ?? value?[name])?.text
        ?? system["\(element)_attributes"]?[name]?.text
    }
    record.provider = attribute("Provider", "Name") ?? ""
    record.eventID = system["EventID"]?.text.flatMap { Int($0) }
    record.channel = system["Channel"]?.text
    record.computer = system["Computer"]?.text
    record.recordID = system["EventRecordID"]?.text.flatMap { UInt64($0) }
    record.activity = attribute("Correlation", "ActivityID").map { $0.lowercased().trimmingBraces }
    record.process = attribute("Execution", "ProcessID").flatMap { Int($0) }
    record.thread = attribute("Execution", "ThreadID").flatMap { Int($0) }
    record.timeText = attribute("TimeCreated", "SystemTime") ?? ""
    record.time = EventXML.time(record.timeText)
    for part in [event["EventData"], event["UserData"]] {
      if let part { add(part, to: &record, limits: limits, depth: 0) }
    }
    return record
  }

  /// Data members, those of nested objects too.
  private static func add(
    _ value: JSONValue, to record: inout EventRecord, limits: LogLimits, depth: Int
  ) {
    guard depth < 4 else { return }
    for member in value.members where !member.name.hasPrefix("#attributes") {
      guard record.data.count < limits.dataItems else { return }
      switch member.value {
      case .object where member.value["#text"] == nil && member.value["@Name"] == nil:
        add(member.value, to: &record, limits: limits, depth: depth + 1)
      case .array(let items):
        for item in items.prefix(limits.dataItems) {
          let name = (item["@Name"] ?? item["Name"])?.text ?? member.name
          append(name, item.text ?? item.any("#text", "Value")?.text ?? "", to: &record, limits)
        }
      case .object where member.value["@Name"] != nil:
        append(
          member.value["@Name"]?.text ?? "", member.value["#text"]?.text ?? "", to: &record, limits)
      default: append(member.name, member.value.text ?? "", to: &record, limits)
      }
    }
  }

  private static func append(
    _ name: String, _ value: String, to record: inout EventRecord, _ limits: LogLimits
  ) {
    guard record.data.count < limits.dataItems else { return }
    record.data.append(
      EventRecord.Item(name: name.shortened(128), value: value.shortened(limits.textBytes)))
  }

  /// Winlogbeat: `{"@timestamp": …, "winlog": {"event_id": …, "event_data": …}}`.
  private static func beat(_ json: JSONValue, limits: LogLimits) -> EventRecord? {
    let log = json["winlog"] ?? json
    var record = EventRecord()
    record.provider = (log["provider_name"] ?? log["source_name"])?.text ?? ""
    record.eventID = (log["event_id"] ?? json["event"]?["code"])?.text.flatMap { Int($0) }
    record.channel = (log["channel"] ?? log["log_name"])?.text
    record.computer = log["computer_name"]?.text
    record.recordID = (log["record_id"] ?? log["record_number"])?.text.flatMap { UInt64($0) }
    record.activity = log["activity_id"]?.text.map { $0.lowercased().trimmingBraces }
    record.process = log["process"]?["pid"]?.text.flatMap { Int($0) }
    record.timeText = (json["@timestamp"] ?? json["event"]?["created"])?.text ?? ""
    record.time = EventXML.time(record.timeText)
    for part in [log["event_data"], log["user_data"]] {
      if let part { add(part, to: &record, limits: limits, depth: 0) }
    }
    record.message = json["message"]?.text?.shortened(4_096)
    return record.eventID == nil ? nil : record
  }

  /// One level of members: PowerShell, EvtxECmd, Hayabusa.
  private static func flat(_ json: JSONValue, limits: LogLimits) -> EventRecord? {
    var record = EventRecord()
    record.provider = json.any("ProviderName", "Provider", "SourceName", "Source")?.text ?? ""
    record.eventID = json.any("EventID", "EventId", "Id", "InstanceId")?.text.flatMap { Int($0) }
    record.channel = json.any("LogName", "Channel")?.text.map(fullChannel)
    record.computer = json.any("MachineName", "Computer", "ComputerName")?.text
    record.recordID = json.any("RecordId", "EventRecordId", "RecordNumber", "RecordID")?.text
      .flatMap { UInt64($0) }
    record.process = json.any("ProcessId")?.text.flatMap { Int($0) }
    record.thread = json.any("ThreadId")?.text.flatMap { Int($0) }
    record.activity = json.any("ActivityId")?.text.map { $0.lowercased().trimmingBraces }
    let stamp = json.any("TimeCreated", "Timestamp", "TimeGenerated", "SystemTime", "@timestamp")
    // PowerShell writes dates as objects where they carry more than a value.
    record.timeText = stamp?.text ?? stamp?.any("value", "DateTime")?.text ?? ""
    record.time = dotNet(record.timeText) ?? zoned(record.timeText)
    record.message = json.any("Message", "Description")?.text?.shortened(4_096)
    if record.provider.isEmpty, let channel = record.channel {
      record.provider = provider(of: channel)
    }
    payload(json, into: &record, limits: limits)
    return record.eventID == nil ? nil : record
  }

  private static func payload(_ json: JSONValue, into record: inout EventRecord, limits: LogLimits)
  {
    // EvtxECmd: the payload is JSON in a text.
    if let text = json.any("Payload")?.text,
      let payload = JSONValue(Array(text.utf8)[...], nesting: limits.nesting)
    {
      for part in [payload["EventData"], payload["UserData"]] {
        if let part { add(part, to: &record, limits: limits, depth: 0) }
      }
    }
    for name in ["AllFieldInfo", "Details", "ExtraFieldInfo", "EventData", "UserData"] {
      if let part = json[name], case .object = part {
        add(part, to: &record, limits: limits, depth: 0)
      }
    }
    if case .array(let properties)? = json.any("Properties") {
      for property in properties.prefix(limits.dataItems) {
        let value = property["Value"]?.text ?? property.text ?? ""
        // Where the depth of ConvertTo-Json was too small, the type's name stands in its place.
        if value == "System.Diagnostics.Eventing.Reader.EventProperty" { continue }
        append("", value, to: &record, limits)
      }
    }
  }

  /// `/Date(1600000000000)/`, as PowerShell 5 writes.
  private static func dotNet(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)[...]
    guard let digits = bytes.after("Date(")?.leadingNumber else { return nil }
    return Timestamp(nanoseconds: Int64(digits).multipliedSaturating(by: 1_000_000))
  }

  private static func zoned(_ text: String) -> Timestamp? {
    var cursor = LineCursor(Array(text.utf8)[...])
    guard let stamp = CivilTime.iso(&cursor), stamp.zoneOffset != nil else { return nil }
    return EventXML.time(text)
  }

  /// Hayabusa's short names of channels.
  private static func fullChannel(_ name: String) -> String {
    switch name {
    case "Sec": "Security"
    case "Sys": "System"
    case "RDS-LSM": "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
    case "RDS-RCM": "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational"
    case "RDP-Client": "Microsoft-Windows-TerminalServices-RDPClient/Operational"
    case "RDS-GTW": "Microsoft-Windows-TerminalServices-Gateway/Operational"
    default: name
    }
  }

  /// The provider that writes to a channel, where a form leaves it out.
  static func provider(of channel: String) -> String {
    if channel == "Security" { return "Security-Auditing" }
    if channel.contains("RDPClient") { return "TerminalServices-ClientActiveXCore" }
    return channel.split(separator: "/").first.map(String.init) ?? channel
  }
}
