import CaptureReader

/// Rows of Hayabusa's timelines, CSV and JSON: short names of channels and data, a row for each rule that
/// an event matched.
extension EventJSON {
  static func hayabusa(_ json: JSONValue, limits: LogLimits) -> EventRecord? {
    var record = EventRecord()
    record.provider = json.any("Provider")?.text ?? ""
    record.eventID = json.any("EventID")?.text.flatMap { Int($0) }
    record.channel = json.any("Channel")?.text.map(fullChannel)
    record.computer = json.any("Computer")?.text
    record.recordID = json.any("RecordID")?.text.flatMap { UInt64($0) }
    record.timeText = json.any("Timestamp")?.text ?? ""
    record.time = zoned(record.timeText)
    record.mayRepeat = true
    guard record.eventID != nil, let channel = record.channel else { return nil }
    // Some profiles have the provider, by its short name as well.
    if record.provider.isEmpty || fullChannel(record.provider) != record.provider {
      record.provider = provider(of: channel)
    }
    for name in ["AllFieldInfo", "Details", "ExtraFieldInfo"] {
      guard let part = json[name] else { continue }
      if let text = part.text {
        for field in fields(of: text) { add(field.name, field.value, to: &record, limits) }
      } else {
        for member in part.members {
          add(member.name, member.value.text ?? "", to: &record, limits)
        }
      }
    }
    return record
  }

  /// `Type: 10 - REMOTE INTERACTIVE ¦ TgtUser: anna ¦ SrcIP: 10.0.0.5`, or a line for each.
  private static func fields(of text: String) -> [(name: String, value: String)] {
    text.split(whereSeparator: { $0 == "¦" || $0.isNewline }).prefix(128).compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      return (String(part[..<colon]).trimmed, String(part[part.index(after: colon)...]).trimmed)
    }
  }

  private static func add(
    _ name: String, _ value: String, to record: inout EventRecord, _ limits: LogLimits
  ) {
    guard !value.isEmpty, value != "n/a", value != "-" else { return }
    append(name, value, to: &record, limits)
    // `10 - REMOTE INTERACTIVE`
    if name == "Type" || name == "LogonType", let number = Array(value.utf8)[...].leadingNumber {
      record.data.removeLast()
      append("LogonType", String(number), to: &record, limits)
    }
    for full in fullNames[name] ?? [] { append(full, value, to: &record, limits) }
  }

  private static let fullNames: [String: [String]] = [
    "TgtUser": ["TargetUserName", "User", "AccountName"],
    "User": ["TargetUserName", "AccountName", "Username", "Param1"],
    "TgtDom": ["TargetDomainName", "AccountDomain"],
    "Domain": ["TargetDomainName", "AccountDomain", "Param2"],
    "SrcIP": [
      "IpAddress", "Address", "ClientIP", "ClientAddress", "IPString", "Param3", "SourceAddress",
    ],
    "IP": ["ClientIP", "IPString", "IpAddress"],
    "SrcPort": ["IpPort", "SourcePort"], "SrcComp": ["WorkstationName", "ClientName"],
    "TgtIP": ["DestAddress", "Value"], "TgtPort": ["DestPort"], "TgtSvr": ["Value"],
    "TgtHost": ["Value"], "Svr": ["Value"], "LID": ["TargetLogonId", "LogonID"],
    "SessID": ["SessionID", "TargetSession"], "SessionID": ["Session"],
    "SessName": ["SessionName"], "ReasonCode": ["Reason"], "Err": ["ErrorCode"],
    "ErrCode": ["ErrorCode"], "SubStat": ["SubStatus"], "Stat": ["Status"], "Proto": ["Protocol"],
  ]
}
