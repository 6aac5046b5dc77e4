import CaptureReader

/// An event of Windows on a line of syslog: NXLog's structured data, Snare's fields.
enum CarriedEvent {
  private static let structuredMark: Needle = " EventID=\""
  private static let lowerMark: Needle = " eventid=\""
  private static let snareMark: Needle = "MSWinEventLog"

  static func isStructured(_ line: LineBytes) -> Bool {
    line.has(structuredMark) || line.has(lowerMark)
  }

  /// `[NXLOG@14506 EventID="40" SourceName="…" Channel="…" …] message`
  static func record(structured line: LineBytes, limits: LogLimits) -> EventRecord? {
    guard isStructured(line), let program = ProgramLine.structuredSyslog(line) else {
      return nil
    }
    var record = EventRecord()
    var rest = line
    while record.data.count < limits.dataItems, let equals = rest.range(of: "=\"") {
      let key = rest[rest.startIndex..<equals.lowerBound].split(whereSeparator: { $0 <= 0x20 }).last
      let value = rest[equals.upperBound...].before("\"").text.shortened(limits.textBytes)
      guard let end = rest[equals.upperBound...].firstIndex(of: UInt8(ascii: "\"")) else { break }
      rest = rest[(end + 1)...]
      switch key?.text.lowercased() ?? "" {
      case "eventid": record.eventID = Int(value)
      case "sourcename", "providername": record.provider = value
      case "channel": record.channel = value
      case "recordnumber", "eventrecordid": record.recordID = UInt64(value)
      case "activityid": record.activity = value.lowercased().trimmingBraces
      case "keywords", "eventtype", "severity", "version", "task", "userid": break
      default:
        record.data.append(
          EventRecord.Item(name: (key?.text ?? "").shortened(128), value: value))
      }
    }
    record.hasInlineData = true
    if record.provider.isEmpty, let channel = record.channel {
      record.provider = EventJSON.provider(of: channel)
    }
    record.timeText = program.timeText.text
    record.time = EventJSON.zoned(record.timeText)
    record.computer = program.host?.text
    record.message = (rest.after("] ") ?? rest).withoutBlanks.text.shortened(4_096)
    return record.eventID == nil || record.provider.isEmpty ? nil : record
  }

  private static let plasoMark: Needle = " Source Name: "

  /// Plaso: `[40 / 0x0028] … Source Name: P Strings: ['3', '3'] Computer Name: ts01 Record Number: 5190`.
  static func record(plaso line: LineBytes) -> EventRecord? {
    guard line.has(plasoMark), line.has(" / 0x"), let name = line.between(plasoMark, " "),
      let open = line.after("["), let id = open.leadingNumber
    else { return nil }
    var record = EventRecord()
    record.eventID = id
    record.provider = name.text.shortened(160)
    record.recordID = line.after("Record Number: ")?.leadingNumber.map { UInt64($0) }
    record.computer = line.after("Computer Name: ")?.firstWord.text.shortened(128)
    if let strings = line.between("Strings: [", "]") {
      for part in strings.split(separator: UInt8(ascii: ",")).prefix(64) {
        let value = part.withoutBlanks.filter { $0 != UInt8(ascii: "'") }
        record.data.append(
          EventRecord.Item(
            name: "", value: value[...].text.replacing("\\\\", with: "\\").shortened(512)))
      }
    }
    if let stamp = FreeRDPText.stamp(of: line) {
      record.timeText = stamp.text.text
      record.time = EventJSON.zoned(record.timeText)
    }
    return record
  }

  /// `… MSWinEventLog<tab>1<tab>channel<tab>5190<tab>Mon Nov 03 10:32:11 2025<tab>40<tab>provider …`
  static func record(snare line: LineBytes) -> EventRecord? {
    guard line.has(snareMark) else { return nil }
    let text = line.text.replacing("#011", with: "\t")
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let mark = fields.firstIndex(where: { $0.hasSuffix("MSWinEventLog") }),
      fields.count > mark + 10, let id = Int(fields[mark + 5])
    else { return nil }
    var record = EventRecord()
    record.channel = fields[mark + 2].shortened(160)
    record.timeText = fields[mark + 4].shortened(60)
    record.eventID = id
    record.provider = fields[mark + 6].shortened(160)
    record.computer = fields[mark + 10].shortened(128)
    record.message = fields[(mark + 11)...].max { $0.utf8.count < $1.utf8.count }?.shortened(4_096)
    return record
  }

  private static let collectorMark: Needle = "AgentDevice="

  /// QRadar's collector: `AgentDevice=WindowsLog<tab>…<tab>Source=P<tab>EventIDCode=4625<tab>…<tab>Message=…`.
  static func record(collector line: LineBytes) -> EventRecord? {
    guard line.has(collectorMark), line.has("EventID") else { return nil }
    let text = line.text.replacing("#011", with: "\t").replacing("\\t", with: "\t")
    var record = EventRecord()
    var message: String?
    for field in text.split(separator: "\t").prefix(64) {
      guard let equals = field.firstIndex(of: "=") else {
        // The message has tabs of its own.
        message = message.map { "\($0)  \(field)" }
        continue
      }
      let value = String(field[field.index(after: equals)...])
      switch field[..<equals].trimmed {
      case "EventIDCode": record.eventID = Int(value)
      case "EventID": record.eventID = record.eventID ?? Int(value)
      case "Source": record.provider = value.shortened(160)
      case "AgentLogFile": record.channel = value.shortened(160)
      case "Computer", "OriginatingComputer":
        record.computer = record.computer ?? value.shortened(128)
      case "RecordNumber": record.recordID = UInt64(value)
      case "TimeGenerated": record.timeText = value.shortened(40)
      case "Message": message = value
      default: message = message.map { "\($0)  \(field)" }
      }
    }
    if let seconds = Int64(record.timeText), seconds > 0, seconds < 4_000_000_000 {
      record.time = Timestamp(nanoseconds: seconds * 1_000_000_000)
    }
    record.message = message?.shortened(4_096)
    return record.eventID == nil || record.provider.isEmpty ? nil : record
  }
}
