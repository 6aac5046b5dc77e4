/// The names of the columns of an export, where they are names that programs write in every language.
struct CSVHeader {
  let format: LogFormat
  private let columns: [String]
  private let separator: UInt8

  init?(_ line: LineBytes) {
    guard line.count < 4_096, line.count > 8 else { return nil }
    let separator = CSVLine.separator(of: line)
    let columns = CSVLine.fields(of: line, separator: separator).map { $0.lowercased() }
    guard columns.count >= 3 else { return nil }
    let has: (String) -> Bool = { columns.contains($0) }
    if has("codesymbolic") {
      format = .virtualDesktop
    } else if has("eventid") || has("id") || has("event_id"),
      has("providername") || has("provider") || has("channel") || has("logname") || has("source")
    {
      format = .eventCSV
    } else {
      return nil
    }
    self.columns = columns
    self.separator = separator
  }

  /// A row of this table as a JSON object, which has readers already.
  func object(_ line: LineBytes) -> JSONValue? {
    let fields = CSVLine.fields(of: line, separator: separator)
    guard fields.count >= 3 else { return nil }
    var members: [JSONValue.Member] = []
    for (name, value) in zip(columns, fields) {
      members.append(JSONValue.Member(name: name, value: .string(value)))
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
      let source = fields.prefix(6).firstIndex(where: EventProviders.isKnown),
      let date = fields.prefix(6).firstIndex(where: {
        CivilTime.local(Array($0.utf8)[...], dayFirst: nil) != nil
      }),
      let id = fields.indices.first(where: {
        $0 > source && $0 <= source + 2 && Int(fields[$0]) != nil
      })
    else { return nil }
    var record = EventRecord()
    record.provider = fields[source]
    record.eventID = Int(fields[id])
    record.timeText = fields[date]
    let message = fields[(id + 1)...].max { $0.utf8.count < $1.utf8.count } ?? ""
    record.message = message.shortened(4_096)
    self.record = record
  }
}

/// Providers that are known by name.
enum EventProviders {
  static func isKnown(_ name: String) -> Bool {
    name.hasPrefix("Microsoft-Windows-") && name.utf8.count < 120 && !name.contains(" ")
      || others.contains(name.lowercased())
  }

  private static let others: Set<String> = [
    "termdd", "schannel", "lsasrv", "eventlog", "user32", "service control manager", "termservice",
    "tcpip", "bugcheck", "lsm", "ndis", "srv",
  ]
}
