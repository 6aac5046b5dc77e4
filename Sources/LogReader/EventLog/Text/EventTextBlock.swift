/// The text view of an event, a field to a line, in any language: the values tell what they are.
///
/// Three writers: Event Viewer and `wevtutil` (`Key: value`, keys in the machine's language), PowerShell's
/// `Format-List` (`Key      : value`, keys are names of properties), Splunk (`Key=value`).
struct EventTextBlock {
  private enum Writer { case viewer, powerShell, splunk }

  private var record = EventRecord()
  private(set) var line = 0
  private var lines = 0
  private var isInMessage = false
  private var writer = Writer.viewer
  /// Names of properties that were there: the second `Message` is the next event's.
  private var names: Set<String> = []
  private static let mostLines = 200

  /// Only lines with a key were there so far: no message has begun.
  private var isInFront = true
  /// The date, where it stands on a line of its own.
  private var dateText = ""
  /// The message stood on one line behind its key.
  private var isMessageWhole = false
  /// A stamp that stood alone on the line before, as Splunk writes it.
  private let stamp: String?

  init(stamp: String? = nil) { self.stamp = stamp }

  /// A provider, or a key that only such a view has.
  static func isIdentifierLine(_ line: LineBytes) -> Bool {
    guard line.count < 240 else { return false }
    if let pair = assignment(line) {
      return pair.key == "LogName" || pair.key == "SourceName" && EventProviders.isKnown(pair.value)
    }
    guard let pair = pair(line) else { return false }
    return EventProviders.isKnown(pair.value) || englishKeys.contains(pair.key)
      || isLogName(pair.key)
  }

  /// `Log Name` in the machine's language: of the System log nothing else tells that an event begins, and a
  /// French `Source :` looks like a property of PowerShell.
  private static func isLogName(_ key: String) -> Bool { logNames.contains(key.trimmed) }

  private static let logNames: Set<String> = [
    "Log Name", "LogName", "Protokollname", "Nom du journal", "Nombre de registro", "Nome registro",
    "Nome do Log", "Nome do log", "Logboeknaam", "Nazwa dziennika", "Имя журнала", "Ім’я журналу",
    "Název protokolu", "Loggnamn", "Lognavn", "Loggnavn", "Lokin nimi", "Naplónév", "Günlük Adı",
    "ログの名前", "日志名称", "記錄檔名稱", "로그 이름",
  ]

  /// First sentences of messages that people paste without the event around them.
  private static let sentences: [(Needle, Int)] = [
    ("An account failed to log on.", 4625), ("An account was successfully logged on.", 4624),
    ("A session was disconnected from a Window Station.", 4779),
    ("A session was reconnected to a Window Station.", 4778),
  ]

  /// A message without the event around it.
  static func isHeadless(_ line: LineBytes) -> Bool { sentence(line) != nil }

  private static func sentence(_ line: LineBytes) -> Int? {
    guard line.first == UInt8(ascii: "A") else { return nil }
    return sentences.first { line.starts($0.0) }?.1
  }

  /// The first line of an event, where the line does not say so by itself.
  static func isFirstLine(_ line: LineBytes) -> Bool {
    if isIdentifierLine(line) || sentence(line) != nil { return true }
    guard let pair = property(line) else { return false }
    return pair.key == "Message" || pair.key == "Id" || pair.key == "Index"
      || pair.key == "RecordId"
  }

  private static let englishKeys: Set<String> = [
    "Log Name", "Event ID", "ProviderName", "TimeCreated", "EventID", "Event Type", "Event Source",
    "Event Time", "Record ID",
  ]
  private static let properties: Set<String> = [
    "Message", "Id", "EventID", "InstanceId", "RecordId", "Index", "ProviderName", "ProviderId",
    "Source", "LogName", "MachineName", "TimeCreated", "TimeGenerated", "TimeWritten", "ProcessId",
    "ThreadId", "ActivityId", "RelatedActivityId", "ReplacementStrings", "Version", "Qualifiers",
    "Level", "Task", "Opcode", "Keywords", "UserId", "ContainerLog", "MatchedQueryIds", "Bookmark",
    "LevelDisplayName", "OpcodeDisplayName", "TaskDisplayName", "KeywordsDisplayNames",
    "Properties", "EntryType", "Category", "CategoryNumber", "Data", "UserName", "Site",
    "Container", "PSComputerName",
  ]

  /// The key and the value of a line; the key has no digits and at most six words.
  static func pair(_ line: LineBytes) -> (key: String, value: String)? {
    guard let colon = line.prefix(48).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[line.startIndex..<colon].text.trimmed
    let value = line[(colon + 1)...].text.trimmed
    guard !key.isEmpty, key.split(separator: " ").count <= 6, !key.contains(where: \.isNumber)
    else {
      return nil
    }
    return (key, value)
  }

  /// `Name      : value`, where the name is that of a property.
  private static func property(_ line: LineBytes) -> (key: String, value: String)? {
    guard let colon = line.prefix(32).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[colon - 1] == 0x20, let found = pair(line), properties.contains(found.key)
    else { return nil }
    return found
  }

  /// `Name=value`.
  private static func assignment(_ line: LineBytes) -> (key: String, value: String)? {
    guard let equals = line.prefix(24).firstIndex(of: UInt8(ascii: "=")),
      equals > line.startIndex,
      line[line.startIndex..<equals].allSatisfy({ (0x41...0x5a).contains($0 & 0xdf) })
    else { return nil }
    return (line[line.startIndex..<equals].text, line[(equals + 1)...].text.trimmed)
  }

  /// Takes a line; false where the block has ended before it.
  mutating func take(_ text: LineBytes, number: Int) -> Bool {
    lines += 1
    if line == 0 {
      line = number
      if let id = Self.sentence(text) {
        record.eventID = id
        record.provider = "Microsoft-Windows-Security-Auditing"
        isInMessage = true
        isInFront = false
      } else if Self.assignment(text) != nil {
        writer = .splunk
        record.timeText = stamp ?? ""
      } else if Self.property(text) != nil {
        writer = .powerShell
      }
    }
    guard lines < Self.mostLines else { return false }
    switch writer {
    case .splunk: return take(splunk: text)
    case .powerShell: return take(powerShell: text)
    case .viewer: return take(viewer: text)
    }
  }

  private mutating func addToMessage(_ text: LineBytes) {
    record.message = ((record.message.map { $0 + "\n" } ?? "") + text.text.trimmed).shortened(4_096)
  }

  private mutating func take(splunk text: LineBytes) -> Bool {
    guard let pair = Self.assignment(text) else {
      if text.count <= 40, CivilTime.local(text, dayFirst: nil) != nil { return false }
      addToMessage(text)
      return true
    }
    if pair.key == "LogName", record.channel != nil { return false }
    switch pair.key {
    case "LogName": record.channel = pair.value
    case "EventCode": record.eventID = Int(pair.value)
    case "SourceName": record.provider = pair.value
    case "ComputerName": record.computer = pair.value
    case "RecordNumber": record.recordID = UInt64(pair.value)
    case "Message": record.message = pair.value.shortened(4_096)
    case "TimeGenerated" where record.timeText.isEmpty: record.timeText = pair.value
    default: break
    }
    return true
  }

  private mutating func take(powerShell text: LineBytes) -> Bool {
    guard let pair = Self.property(text) else {
      if isInMessage { addToMessage(text) }
      return true
    }
    guard names.insert(pair.key).inserted else { return false }
    isInMessage = pair.key == "Message"
    switch pair.key {
    case "Id", "EventID": record.eventID = Int(pair.value)
    // Its lower half is the event's number.
    case "InstanceId": record.eventID = record.eventID ?? Int(pair.value).map { $0 & 0xffff }
    case "ProviderName", "Source": record.provider = pair.value
    case "LogName": record.channel = pair.value
    case "MachineName": record.computer = pair.value
    case "RecordId", "Index": record.recordID = UInt64(pair.value)
    case "TimeCreated", "TimeGenerated":
      record.timeText = pair.value
      record.isDayFirst = !CivilTime.hasHalfOfDay(pair.value)
    case "ProcessId": record.process = Int(pair.value)
    case "ThreadId": record.thread = Int(pair.value)
    case "ActivityId" where !pair.value.isEmpty: record.activity = pair.value.lowercased()
    case "Message": record.message = pair.value.shortened(4_096)
    default: break
    }
    return true
  }

  /// `DOMAIN\name`, and none of the system's own accounts.
  private static func isAccount(_ value: String) -> Bool {
    let parts = value.split(separator: "\\", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.count < 64 }
      && !value.contains(":") && !parts[0].contains(" ")
  }

  /// `21 (TerminalServices-LocalSessionManager)`, as people write tickets.
  private mutating func take(numbered value: String) -> Bool? {
    guard let open = value.firstIndex(of: "("), value.hasSuffix(")"),
      let id = Int(String(value[..<open]).trimmed)
    else { return nil }
    if record.eventID != nil { return false }
    record.eventID = id
    record.provider = String(value[open...].dropFirst().dropLast()).trimmed
    return true
  }

  /// Windows before Vista, whose date and time are two lines, and viewers that put the message behind its key.
  private mutating func take(former key: String, _ value: String) -> Bool? {
    if key == "Event Type", record.eventID != nil { return false }
    guard !isInMessage else { return nil }
    switch key {
    case "Event Type", "Event Time":
      if record.eventID != nil { return false }
      return key == "Event Type" ? true : nil
    case "Record ID":
      record.recordID = UInt64(value)
      return true
    case "Event Source":
      record.provider = value == "Security" ? FormerSecurityEvents.source : value
      return true
    case "Date" where record.timeText.isEmpty && !value.contains(":"):
      dateText = value
      return true
    case "Time" where !dateText.isEmpty:
      record.timeText = "\(dateText) \(value)"
      record.isDayFirst = !CivilTime.hasHalfOfDay(value)
      return true
    case "Description" where !value.isEmpty && record.eventID != nil:
      record.message = value.shortened(4_096)
      isMessageWhole = true
      return true
    default: return nil
    }
  }

  private mutating func take(viewer text: LineBytes) -> Bool {
    // A line between two events, and `Event[3]:` above the next.
    if record.eventID != nil,
      text.count > 8 && text.allSatisfy({ $0 == UInt8(ascii: "=") })
        || text.starts("Event[") && text.withoutBlanks.last == UInt8(ascii: ":")
    {
      return false
    }
    if let pair = Self.pair(text) {
      if let taken = take(former: pair.key, pair.value) { return taken }
      if pair.key == "Event ID", let taken = take(numbered: pair.value) { return taken }
      if EventProviders.isKnown(pair.value) || pair.key == "Source" || pair.key == "ProviderName" {
        let isChannel = pair.value.contains("/") || Self.isLogName(pair.key)
        if isChannel {
          // The next event's first line.
          let isFirst = Self.isLogName(pair.key) || record.channel != nil
          if record.eventID != nil, isFirst { return false }
          record.channel = pair.value
        } else if record.eventID == nil || record.provider.isEmpty {
          record.provider = pair.value
        } else {
          return false
        }
        return true
      }
      if Self.isLogName(pair.key) {
        if record.eventID != nil { return false }
        record.channel = pair.value
        return true
      }
      if !isInMessage, record.timeText.isEmpty,
        CivilTime.local(Array(pair.value.utf8)[...], dayFirst: nil) != nil
      {
        record.timeText = pair.value
        record.isDayFirst = !CivilTime.hasHalfOfDay(pair.value)
        return true
      }
      if !isInMessage, record.eventID == nil, let id = Int(pair.value), id < 65_536 {
        record.eventID = id
        return true
      }
      if !isInMessage, record.account == nil, Self.isAccount(pair.value) {
        record.account = pair.value.shortened(128)
        return true
      }
      if pair.key == "Computer" || pair.key == "MachineName" {
        record.computer = pair.value
        return true
      }
      if pair.value.isEmpty || pair.key == "Message" { isInMessage = true }
      if pair.value.isEmpty {
        // `Description:` ends the front; what stood behind empty keywords is none of the message.
        if isInFront, !isMessageWhole { record.message = nil }
        return true
      }
    } else {
      isInFront = false
    }
    if record.eventID != nil, !isMessageWhole, isInMessage || text.count > 40 {
      isInMessage = true
      addToMessage(text)
    }
    return true
  }

  /// The event, where provider and number are there.
  var finished: EventRecord? {
    guard record.eventID != nil else { return nil }
    var record = record
    FormerSecurityEvents.translate(&record)
    guard let id = record.eventID else { return nil }
    // Splunk writes the provider's name for people.
    if record.provider.isEmpty || record.provider.contains(" ") && record.channel == "Security",
      let channel = record.channel
    {
      record.provider = EventJSON.provider(of: channel)
    }
    if record.provider.isEmpty, writer == .powerShell,
      let provider = EventProviders.provider(of: id, record.message)
    {
      record.provider = provider
    }
    return record.provider.isEmpty ? nil : record
  }
}

/// A row of `Get-WinEvent`'s table: stamp, number, level, the message's first words. The provider stands
/// above the table.
struct EventTableRow {
  private(set) var record: EventRecord
  var number = 0

  /// The provider of a table whose headline this is.
  static func provider(_ line: LineBytes) -> String? {
    let text = line.withoutBlanks
    guard text.starts("ProviderName: ") else { return nil }
    return text.dropFirst(14).withoutBlanks.text.shortened(160)
  }

  init?(_ line: LineBytes, provider: String) {
    let words = line.prefix(4_096).split(separator: 0x20, maxSplits: 8)
    guard
      let place = words.prefix(5).firstIndex(where: { word in
        word.count <= 5 && word.allSatisfy(\.isDigit)
      }), place > 0
    else { return nil }
    let stamp = words[..<place].map(\.text).joined(separator: " ")
    guard CivilTime.local(Array(stamp.utf8)[...], dayFirst: nil) != nil else { return nil }
    var record = EventRecord()
    record.provider = provider
    record.eventID = words[place].leadingNumber
    record.timeText = stamp
    record.isDayFirst = !CivilTime.hasHalfOfDay(stamp)
    record.message = words.dropFirst(place + 2).map(\.text).joined(separator: " ").shortened(4_096)
    self.record = record
  }
  /// What `-Wrap` puts below the message's first line stands in the message's column.
  private static let leastIndent = 16

  /// Takes a line of the message; false where it is none.
  mutating func take(_ line: LineBytes) -> Bool {
    let text = line.withoutBlanks
    if text.isEmpty { return true }
    guard line.prefix(Self.leastIndent).allSatisfy({ $0 == 0x20 }) else { return false }
    record.message = ((record.message ?? "") + "\n" + text.text).shortened(4_096)
    return true
  }
}
