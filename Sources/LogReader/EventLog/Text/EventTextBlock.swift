/// The text view of an event, `Key: value` to a line, in any language: the values tell what they are.
struct EventTextBlock {
  private var record = EventRecord()
  private(set) var line = 0
  private var lines = 0
  private var isInMessage = false
  private static let mostLines = 200

  /// A provider, or a key that only such a view has.
  static func isIdentifierLine(_ line: LineBytes) -> Bool {
    guard line.count < 240, let pair = pair(line) else { return false }
    return EventProviders.isKnown(pair.value)
      || englishKeys.contains(pair.key)
        && pair.key != "Id"
  }

  private static let englishKeys: Set<String> = [
    "Log Name", "Event ID", "ProviderName", "TimeCreated", "Id", "EventID",
  ]

  /// The key and the value of a line; the key has no digits and at most four words.
  static func pair(_ line: LineBytes) -> (key: String, value: String)? {
    guard let colon = line.prefix(48).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[line.startIndex..<colon].text.trimmed
    let value = line[(colon + 1)...].text.trimmed
    guard !key.isEmpty, key.split(separator: " ").count <= 4, !key.contains(where: \.isNumber)
    else {
      return nil
    }
    return (key, value)
  }

  /// Takes a line; false where the block has ended before it.
  mutating func take(_ text: LineBytes, number: Int) -> Bool {
    lines += 1
    if line == 0 { line = number }
    guard lines < Self.mostLines else { return false }
    if let pair = Self.pair(text) {
      if EventProviders.isKnown(pair.value) || pair.key == "Source" || pair.key == "ProviderName" {
        let isChannel = pair.value.contains("/") || pair.key == "Log Name" || pair.key == "LogName"
        if isChannel {
          // The next event's first line.
          if record.eventID != nil { return false }
          record.channel = pair.value
        } else if record.eventID == nil || record.provider.isEmpty {
          record.provider = pair.value
        } else {
          return false
        }
        return true
      }
      if pair.key == "Log Name" || pair.key == "LogName" {
        if record.eventID != nil { return false }
        record.channel = pair.value
        return true
      }
      if !isInMessage, record.timeText.isEmpty,
        CivilTime.local(Array(pair.value.utf8)[...], dayFirst: nil) != nil
      {
        record.timeText = pair.value
        return true
      }
      if !isInMessage, record.eventID == nil, let id = Int(pair.value), id < 65_536 {
        record.eventID = id
        return true
      }
      if pair.key == "Computer" || pair.key == "MachineName" {
        record.computer = pair.value
        return true
      }
      if pair.value.isEmpty || pair.key == "Message" { isInMessage = true }
      if pair.value.isEmpty { return true }
    }
    if record.eventID != nil, isInMessage || text.count > 40 {
      isInMessage = true
      record.message = ((record.message.map { $0 + " " } ?? "") + text.text.trimmed).shortened(
        4_096)
    }
    return true
  }

  /// The event, where provider and number are there.
  var finished: EventRecord? {
    guard record.eventID != nil, !record.provider.isEmpty || record.channel != nil else {
      return nil
    }
    var record = record
    if record.provider.isEmpty, let channel = record.channel {
      record.provider = EventJSON.provider(of: channel)
    }
    return record
  }
}
