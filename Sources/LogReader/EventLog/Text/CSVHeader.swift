/// The names of the columns of an export, where they are names that programs write in every language.
struct CSVHeader {
  let format: LogFormat
  private let columns: [String]
  private static let numbers = [
    "eventid", "event id", "id", "event_id", "eventcode", "winlog.event_id", "event.code",
    "instanceid",
  ]
  private static let times = [
    "timecreated", "time", "timestamp", "_time", "date", "datetime", "date and time",
    "timegenerated", "timegenerated [utc]",
  ]
  /// What a table of session events has beside number and time.
  private static let contents = [
    "message", "session", "sessionid", "session id", "reason", "username", "user", "source ip",
    "src_ip", "address", "ipaddress", "logon_type", "logontype",
  ]
  private static let origins = [
    "providername", "provider", "channel", "logname", "source", "sourcename", "eventlog",
    "winlog.provider_name", "winlog.channel", "eventsourcename", "ruletitle",
  ]
  private static let texts = ["message", "description", "mapdescription", "details", "messagetext"]
  private let separator: UInt8

  init?(_ line: LineBytes) {
    guard line.count < 4_096, line.count > 8 else { return nil }
    let separator = CSVLine.separator(of: line)
    let columns = CSVLine.fields(of: line, separator: separator)
    guard columns.count >= 3 else { return nil }
    let names = Set(columns.map { $0.lowercased() })
    let has: (String) -> Bool = { names.contains($0) }
    if has("codesymbolic") || has("correlationid") && has("state") {
      format = .virtualDesktop
    } else if Self.numbers.contains(where: has), Self.origins.contains(where: has) {
      format = .eventCSV
    } else if Self.numbers.contains(where: has), Self.times.contains(where: has),
      Self.contents.contains(where: has) || names.contains(where: { $0.hasPrefix("event.") })
    {
      // The provider follows from the number.
      format = .eventCSV
    } else {
      return nil
    }
    self.columns = columns
    self.separator = separator
  }

  /// A row of this table as a JSON object, which has readers already.
  func object(_ line: LineBytes) -> JSONValue? {
    var fields = CSVLine.fields(of: line, separator: separator)
    guard fields.count >= 3 else { return nil }
    // A text without its quotation marks falls apart at its commas.
    let excess = fields.count - columns.count
    if excess > 0, let place = columns.firstIndex(where: { Self.texts.contains($0.lowercased()) }),
      !line.contains(UInt8(ascii: "\"")) || place + excess == fields.count - 1
    {
      let whole = fields[place...(place + excess)].joined(separator: ", ")
      fields.replaceSubrange(place...(place + excess), with: [whole])
    }
    var members: [JSONValue.Member] = []
    for (name, value) in zip(columns, fields) {
      members.append(JSONValue.Member(name: name, value: .string(value)))
    }
    // Event Viewer names no column for the message.
    let isBroken = fields.count > columns.count && !line.contains(UInt8(ascii: "\""))
    if fields.count == columns.count + 1 || isBroken {
      let message = fields[columns.count...].joined(separator: ", ")
      members.append(JSONValue.Member(name: "Message", value: .string(message)))
    }
    return .object(members)
  }

  func looksLikeRow(_ line: LineBytes) -> Bool {
    CSVLine.fields(of: line, separator: separator).count + 2 >= columns.count
  }
}

/// A row of Event Viewer's own export: its columns are named in the machine's language, so the values
/// tell which is which.
struct EventRow {
  let record: EventRecord

  init?(_ line: LineBytes) {
    guard line.has("Microsoft-Windows-") || line.count < 65_536 else { return nil }
    let fields = CSVLine.fields(of: line)
    guard fields.count >= 4,
      let source = fields.prefix(8).firstIndex(where: EventProviders.isKnown),
      let date = Self.stamp(fields.prefix(8)),
      let id = Self.number(fields, near: source)
    else { return nil }
    var record = EventRecord()
    record.provider = fields[source]
    record.eventID = Int(fields[id])
    record.timeText = date
    record.isDayFirst = !CivilTime.hasHalfOfDay(date)
    let rest = fields[(max(id, source) + 1)...]
    let longest = rest.indices.max { rest[$0].utf8.count < rest[$1].utf8.count }
    let isQuoted = line.contains(UInt8(ascii: "\""))
    let message =
      longest.map { isQuoted ? rest[$0] : rest[$0...].joined(separator: ", ") } ?? ""
    record.message = message.shortened(4_096)
    self.record = record
  }

  /// Date and time, in one field or in two beside each other.
  private static func stamp(_ fields: ArraySlice<String>) -> String? {
    let isStamp: (String) -> Bool = { CivilTime.local(Array($0.utf8)[...], dayFirst: nil) != nil }
    if let whole = fields.first(where: isStamp) { return whole }
    return zip(fields, fields.dropFirst()).lazy.map { "\($0) \($1)" }.first(where: isStamp)
  }

  /// The event's number stands behind its source, or before it.
  private static func number(_ fields: [String], near source: Int) -> Int? {
    let isNumber: (Int) -> Bool = { fields.indices.contains($0) && Int(fields[$0]) != nil }
    return [source + 1, source + 2, source - 1].first(where: isNumber)
  }
}

/// Providers that are known by name.
enum EventProviders {
  static func isKnown(_ name: String) -> Bool {
    name.hasPrefix("Microsoft-Windows-") && name.utf8.count < 120 && !name.contains(" ")
      || others.contains(name.lowercased())
      || name.utf8.count < 120 && EventRuleIndex.shared.knows(provider: name)
      || name.utf8.count < 16 && !name.contains(" ")
        && drivers.contains { name.lowercased().hasPrefix($0) } && name.contains(where: \.isLetter)
        && name.utf8.count > 4
  }

  private static let others: Set<String> = [
    "termdd", "schannel", "lsasrv", "eventlog", "user32", "service control manager", "termservice",
    "tcpip", "bugcheck", "lsm", "ndis", "srv", "application error", "b57nd60a", "rasclient",
  ]
  /// Drivers of network adapters, by the fronts of their names.
  private static let drivers = ["e1", "e2f", "netwtw"]
}
