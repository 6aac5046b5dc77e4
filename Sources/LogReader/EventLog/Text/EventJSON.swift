import CaptureReader

/// Reads one event as JSON: PowerShell, EvtxECmd, Hayabusa, Winlogbeat, NXLog, Splunk, Graylog, Azure
/// Monitor, and the direct rendering of the XML that libraries write.
enum EventJSON {
  static func record(_ json: JSONValue, limits: LogLimits) -> EventRecord? {
    if let event = json["Event"], event["System"] != nil { return rendered(event, limits: limits) }
    if let system = json["System"], system["EventID"] != nil {
      return rendered(json, limits: limits)
    }
    if json["winlog"] != nil || json["event_id"] != nil
      || json["event"]?["code"] != nil && json["event"]?["provider"] != nil
    {
      return beat(json, limits: limits)
    }
    if let inner = json["win"] ?? json["data"]?["win"], let system = inner["system"] {
      return nested(inner, system, limits: limits)
    }
    if let system = json["system"], case .object = system {
      return nested(json, system, limits: limits)
    }
    if json["RuleTitle"] != nil { return hayabusa(json, limits: limits) }
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
    let id = system["EventID"]
    record.eventID = (id?.text ?? id?["Value"]?.text).flatMap { Int($0) }
    record.channel = system["Channel"]?.text
    record.computer = system["Computer"]?.text
    record.recordID = system["EventRecordID"]?.text.flatMap { UInt64($0) }
    record.activity = attribute("Correlation", "ActivityID").map { $0.lowercased().trimmingBraces }
    record.process = attribute("Execution", "ProcessID").flatMap { Int($0) }
    record.thread = attribute("Execution", "ThreadID").flatMap { Int($0) }
    record.timeText = attribute("TimeCreated", "SystemTime") ?? ""
    record.time =
      EventXML.time(record.timeText) ?? epoch(system["TimeCreated"]?["SystemTime"])
    for part in [event["EventData"], event["UserData"]] {
      if let part { add(part, to: &record, limits: limits, depth: 0) }
    }
    return record
  }

  /// Data members, those of nested objects too.
  static func add(
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

  static func append(
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
    record.provider =
      (log["provider_name"] ?? log["source_name"] ?? json["event"]?["provider"])?.text ?? ""
    record.eventID = (log["event_id"] ?? json["event"]?["code"] ?? json["event.code"])?.text.flatMap
    { Int($0) }
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
    if record.provider.isEmpty, let channel = record.channel {
      record.provider = provider(of: channel)
    }
    if record.data.isEmpty { addCommonSchema(json, to: &record, limits) }
    return record.eventID == nil ? nil : record
  }

  /// What Elastic's common schema keeps of an event whose own data were dropped.
  private static func addCommonSchema(
    _ json: JSONValue, to record: inout EventRecord, _ limits: LogLimits
  ) {
    let add: (String?, [String]) -> [EventRecord.Item] = { value, names in
      value.map { text in
        names.map { EventRecord.Item(name: $0, value: text.shortened(limits.textBytes)) }
      } ?? []
    }
    record.data += add(
      json["source"]?["ip"]?.text,
      ["IpAddress", "Address", "ClientAddress", "ClientIP", "IPString", "Param3"])
    record.data += add(json["source"]?["domain"]?.text, ["WorkstationName", "ClientName"])
    record.data += add(
      json["user"]?["name"]?.text, ["TargetUserName", "AccountName", "User", "Username"])
    record.hasInlineData = !record.data.isEmpty
  }
}
