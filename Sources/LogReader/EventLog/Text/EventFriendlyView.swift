import CaptureReader

/// Event Viewer's friendly view of an event's details: `- System`, then `[ Name]  value`, elements with
/// their values, and the data behind `- EventData`.
struct EventFriendlyView {
  let line: Int
  private var record = EventRecord()
  private var isInData = false
  private var isOver = false
  private static let mostItems = 64

  init(line: Int) { self.line = line }

  static func isFirstLine(_ line: LineBytes) -> Bool {
    line.count < 40 && line.withoutBlanks.text == "- System"
  }

  mutating func take(_ line: LineBytes) {
    var text = line.withoutBlanks
    if text.isEmpty { return }
    if text.starts("- ") || text.starts("+ ") { text = text.dropFirst(2).withoutBlanks }
    let name = text.starts("[ ") ? text.dropFirst(2).before("]") : text.firstWord
    let value = (text.starts("[ ") ? text.after("]") ?? text : text[name.endIndex...]).withoutBlanks
      .text.shortened(512)
    if isInData { return takeData(text, name.text, value) }
    switch name.text {
    case "Name": if record.provider.isEmpty { record.provider = value }
    case "EventID": record.eventID = record.eventID ?? Int(value)
    case "SystemTime":
      record.timeText = value
      record.time = EventXML.time(value)
    case "EventRecordID": record.recordID = UInt64(value)
    case "ActivityID": record.activity = value.lowercased().trimmingBraces
    case "ProcessID": record.process = Int(value)
    case "ThreadID": record.thread = Int(value)
    case "Channel": record.channel = value
    case "Computer": record.computer = value
    case "EventData", "UserData", "EventXML": isInData = true
    default: break
    }
  }

  private mutating func takeData(_ text: LineBytes, _ name: String, _ value: String) {
    if isOver || record.data.count >= Self.mostItems || name == "EventXML" { return }
    // The dump below the data repeats them.
    if text.text.hasSuffix(":") && value.isEmpty || name == "Binary" {
      isOver = true
      return
    }
    let isNamed = !value.isEmpty && name.utf8.allSatisfy { (0x41...0x5a).contains($0 & 0xdf) }
    record.data.append(
      isNamed
        ? EventRecord.Item(name: name, value: value)
        : EventRecord.Item(name: "", value: text.text.shortened(512)))
  }

  var finished: EventRecord? {
    record.eventID == nil || record.provider.isEmpty ? nil : record
  }
}

/// A row of `Get-EventLog`: index, stamp without a year, type, source, instance, the message's first words.
struct EventLogTableRow {
  let record: EventRecord

  static func isHeadline(_ line: LineBytes) -> Bool {
    let text = line.withoutBlanks
    return text.starts("Index ") && text.has(" EntryType ") && text.has("InstanceID")
  }

  init?(_ line: LineBytes) {
    let words = line.prefix(4_096).split(separator: 0x20, maxSplits: 24)
    guard words.count >= 7, let index = words[0].leadingNumber,
      let month = MonthNames.month(words[1]), let day = words[2].leadingNumber,
      (1...31).contains(day)
    else { return nil }
    var cursor = LineCursor(words[3])
    guard CivilTime.clock(&cursor) != nil else { return nil }
    // Sources may have blanks: the instance is the first long number behind them.
    guard
      let instance = words.indices.first(where: { place in
        place >= 6 && words[place].allSatisfy(\.isDigit)
      }), let number = words[instance].leadingNumber
    else { return nil }
    var record = EventRecord()
    record.provider = words[5..<instance].map(\.text).joined(separator: " ").shortened(120)
    record.eventID = number & 0xffff
    record.recordID = UInt64(index)
    record.timeText = "\(words[1].text) \(day) \(words[3].text)"
    record.partialTime = CivilTime.monthAndClock(month, day, words[3])
    record.message = words.dropFirst(instance + 1).map(\.text).joined(separator: " ")
      .shortened(4_096)
    self.record = record
  }
}

/// Hayabusa's table on a terminal: columns between middle dots.
enum HayabusaTable {
  private static let dot: Needle = " · "

  /// The row with tabs between its columns; nil where the line is no such row.
  static func row(_ line: LineBytes) -> LineBytes? {
    guard line.contains(0xc2), line.has(dot), line.count < 16_384 else { return nil }
    var row: [UInt8] = []
    var rest = line
    var columns = 1
    while let place = rest.range(of: dot) {
      row += rest[rest.startIndex..<place.lowerBound]
      row.append(0x09)
      // Two dots may share the blank of an empty column.
      rest = rest[(place.upperBound - 1)...]
      columns += 1
    }
    row += rest
    return columns >= 6 ? row[...] : nil
  }
}
