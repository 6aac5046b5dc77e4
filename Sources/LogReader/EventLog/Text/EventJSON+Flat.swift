import CaptureReader

/// Events of one level of members: PowerShell, EvtxECmd, NXLog, Splunk, Graylog, Azure Monitor.
extension EventJSON {
  static func flat(_ json: JSONValue, limits: LogLimits) -> EventRecord? {
    var record = EventRecord()
    record.provider =
      json.any(
        "ProviderName", "Provider", "provider_name", "SourceName", "EventSourceName", "Source")?
      .text ?? ""
    record.eventID = json.any("EventID", "Event ID", "Id", "InstanceId", "EventCode")?.text.flatMap
    {
      Int($0)
    }
    record.channel = json.any("LogName", "Channel", "EventLog")?.text.map(fullChannel)
    record.computer = json.any("MachineName", "Computer", "ComputerName", "Hostname", "host")?.text
    record.recordID = json.any("RecordId", "EventRecordId", "RecordNumber")?.text
      .flatMap { UInt64($0) }
    record.process = json.any("ProcessId")?.text.flatMap { Int($0) }
    record.thread = json.any("ThreadId")?.text.flatMap { Int($0) }
    record.activity = json.any("ActivityId")?.text.map { $0.lowercased().trimmingBraces }
    let stamp = json.any(
      "TimeCreated", "TimeGenerated [UTC]", "TimeGenerated", "EventTime", "SystemTime",
      "@timestamp", "Timestamp", "_time", "event_time", "datetime", "time", "Date and Time", "Date",
      "DateTime")
    // PowerShell writes dates as objects where they carry more than a value.
    record.timeText = stamp?.text ?? stamp?.any("value", "DateTime")?.text ?? ""
    record.time = dotNet(record.timeText) ?? zoned(record.timeText) ?? epoch(stamp)
    // Event Viewer's own column.
    if json.any("Date and Time") != nil {
      record.isDayFirst = !CivilTime.hasHalfOfDay(record.timeText)
    }
    record.message = json.any(
      "Message", "RenderedDescription", "Description", "full_message", "short_message")?
      .text?.shortened(4_096)
    if record.provider.isEmpty, let channel = record.channel {
      record.provider = provider(of: channel)
    }
    guard let id = record.eventID else { return nil }
    // A table without the provider's column, or with its name for people.
    if record.provider.isEmpty || record.provider.contains(" "),
      !EventProviders.isKnown(record.provider),
      let provider = EventProviders.provider(of: id, record.message)
    {
      record.provider = provider
    }
    payload(json, into: &record, limits: limits)
    return record
  }

  private static func payload(_ json: JSONValue, into record: inout EventRecord, limits: LogLimits)
  {
    for name in ["Payload", "EventData", "UserData", "data"] {
      switch json.any(name) {
      case .object?:
        if let part = json.any(name) { add(part, to: &record, limits: limits, depth: 0) }
      case .string(let text)?: add(text: text, to: &record, limits: limits)
      default: break
      }
    }
    // Log Parser: the values alone, between bars.
    if record.data.isEmpty, let text = json.any("Strings")?.text, text.contains("|") {
      for value in text.split(separator: "|", omittingEmptySubsequences: false).prefix(64) {
        append("", String(value), to: &record, limits)
      }
    }
    if record.data.isEmpty, let text = json.any("ParameterXml")?.text {
      record.data = EventXML.items(text, limits: limits)
    }
    if case .array(let properties)? = json.any("Properties") {
      for property in properties.prefix(limits.dataItems) {
        let value = property["Value"]?.text ?? property.text ?? ""
        // Where the depth of ConvertTo-Json was too small, the type's name stands in its place.
        if value == "System.Diagnostics.Eventing.Reader.EventProperty" { continue }
        append("", value, to: &record, limits)
      }
    }
    if record.data.isEmpty { addInline(json, to: &record, limits: limits) }
  }

  /// Data in a text: JSON, or a part of the event's XML.
  private static func add(text: String, to record: inout EventRecord, limits: LogLimits) {
    if text.contains("<") {
      record.data += EventXML.items(text, limits: limits)
      return
    }
    // EvtxECmd: the payload is JSON in a text.
    guard let payload = JSONValue(Array(text.utf8)[...], nesting: limits.nesting) else { return }
    let parts = [payload["EventData"], payload["UserData"]].compactMap { $0 }
    for part in parts.isEmpty ? [payload] : parts {
      add(part, to: &record, limits: limits, depth: 0)
    }
  }

  /// Members that every event has: none of them is its data.
  private static let common: Set<String> = [
    "eventid", "id", "eventcode", "source", "sourcename", "providername", "provider", "channel",
    "logname", "eventlog", "message", "level", "version", "task", "opcode", "keywords", "type",
    "recordid", "recordnumber", "eventrecordid", "processid", "threadid", "computer", "hostname",
    "machinename", "computername", "timecreated", "timegenerated", "timestamp", "eventtime",
    "severity", "renderedescription", "description", "properties", "activityid", "host", "userid",
    "name", "time", "_time", "date",
  ]

  /// Names of columns in scripts and search tools, by what they hold.
  private static let fullNames: [String: [String]] = {
    let address = [
      "IpAddress", "Address", "ClientIP", "ClientAddress", "IPString", "Param3",
    ]
    let user = ["TargetUserName", "AccountName", "User", "Username", "Param1"]
    var names: [String: [String]] = [
      "logonid": ["TargetLogonId", "LogonID"], "logontype": ["LogonType"],
      "sessionname": ["SessionName"], "sessionid": ["SessionID"], "session": ["SessionID"],
      "reasoncode": ["Reason", "ReasonCode"], "clientname": ["ClientName", "WorkstationName"],
      "sourcehost": ["WorkstationName"], "sourceport": ["IpPort"], "srcport": ["IpPort"],
      "status": ["Status"], "substatus": ["SubStatus"],
    ]
    for name in ["srcip", "sourceip", "clientip", "ipaddress", "src", "ip", "sourcenetworkaddress"]
    {
      names[name] = address
    }
    for name in ["user", "username", "account", "accountname", "targetusername"] {
      names[name] = user
    }
    return names
  }()

  /// Data as members beside the others, as log shippers write them.
  private static func addInline(
    _ json: JSONValue, to record: inout EventRecord, limits: LogLimits
  ) {
    // NXLog names whoever wrote the event beside the type of that account.
    let hasWriter = json["AccountType"] != nil
    for member in json.members where record.data.count < limits.dataItems {
      if hasWriter, member.name == "AccountName" || member.name == "Domain" { continue }
      if common.contains(member.name.lowercased()) { continue }
      guard let value = member.value.text, !value.isEmpty, !value.hasPrefix("NT AUTHORITY") else {
        continue
      }
      // `Event.UserData.EventXML.User`
      let name = String(member.name.split(separator: ".").last ?? "")
      append(name, value, to: &record, limits)
      let plain = name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
      for full in fullNames[plain] ?? [] where full != name {
        append(full, value, to: &record, limits)
      }
    }
    record.hasInlineData = !record.data.isEmpty
  }

  /// `/Date(1600000000000)/`, as PowerShell 5 writes.
  private static func dotNet(_ text: String) -> Timestamp? {
    let bytes = Array(text.utf8)[...]
    guard let digits = bytes.after("Date(")?.leadingNumber else { return nil }
    return Timestamp(nanoseconds: Int64(digits).multipliedSaturating(by: 1_000_000))
  }

  static func zoned(_ text: String) -> Timestamp? {
    var cursor = LineCursor(Array(text.utf8)[...])
    guard let stamp = CivilTime.iso(&cursor), stamp.zoneOffset != nil else { return nil }
    return EventXML.time(text)
  }

  /// Seconds since 1970 with a fraction, as GELF has them, or milliseconds.
  static func epoch(_ stamp: JSONValue?) -> Timestamp? {
    guard case .number(let text)? = stamp, let value = Double(text) else { return nil }
    let seconds = value > 100_000_000_000 ? value / 1_000 : value
    guard seconds > 100_000_000, seconds < 9_000_000_000 else { return nil }
    return Timestamp(
      nanoseconds: Int64((seconds * 1_000_000).rounded()).multipliedSaturating(by: 1_000))
  }

  /// Hayabusa's short names of channels.
  static func fullChannel(_ name: String) -> String {
    switch name {
    case "Sec": "Security"
    case "Sys": "System"
    case "RDS-LSM": "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
    case "RDS-RCM": "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational"
    case "RDP-Client": "Microsoft-Windows-TerminalServices-RDPClient/Operational"
    case "RDS-GTW", "RDS-Gateway": "Microsoft-Windows-TerminalServices-Gateway/Operational"
    case "RDS-Core", "RDS-CoreTS", "RDP-CoreTS", "RdpCoreTS":
      "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational"
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

extension EventProviders {
  /// Whose event a number is, where a table leaves the provider out; the message has to look like it.
  static func provider(of id: Int, _ message: String?) -> String? {
    // The client's state machine has the number of the server's.
    if id == 226, message?.contains("RDPClient_") == true {
      return "TerminalServices-ClientActiveXCore"
    }
    return switch id {
    case 21, 22, 23, 24, 25, 39, 40: "TerminalServices-LocalSessionManager"
    case 1149, 261: "TerminalServices-RemoteConnectionManager"
    case 131, 140, 103, 102, 139, 142, 143, 226:
      "RemoteDesktopServices-RdpCoreTS"
    case 4624, 4625, 4634, 4647, 4778, 4779, 4825: "Security-Auditing"
    case 1024...1029: "TerminalServices-ClientActiveXCore"
    default: nil
    }
  }
}
