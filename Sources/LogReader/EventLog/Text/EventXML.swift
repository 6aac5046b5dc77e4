import CaptureReader

/// Reads one `<Event>…</Event>` as `wevtutil`, Event Viewer and agents write it.
enum EventXML {
  static func record(_ xml: LineBytes, limits: LogLimits) -> EventRecord? {
    let record = parsed(xml, limits: limits)
    return record.eventID == nil && record.provider.isEmpty ? nil : record
  }

  /// The data of `<EventData>…` or `<UserData>…`, which services store without the rest of the event;
  /// `<Param>` holds values alone.
  static func items(_ text: String, limits: LogLimits) -> [EventRecord.Item] {
    let bytes = Array(text.utf8)[...]
    if let start = (bytes.range(of: "<EventData") ?? bytes.range(of: "<UserData"))?.lowerBound {
      return parsed(bytes[start...], limits: limits).data
    }
    var items: [EventRecord.Item] = []
    var rest = bytes
    while items.count < limits.dataItems, let value = rest.between("<Param>", "</Param>") {
      items.append(
        EventRecord.Item(name: "", value: unescaped(value.text).shortened(limits.textBytes)))
      guard let after = rest.after("</Param>") else { break }
      rest = after
    }
    return items
  }

  private static func parsed(_ xml: LineBytes, limits: LogLimits) -> EventRecord {
    var record = EventRecord()
    var path: [EventPath] = [.root]
    var rest = xml
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      take(
        text: rest[rest.startIndex..<open], at: path.last ?? .other, into: &record, limits: limits)
      rest = rest[(open + 1)...]
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = rest[rest.startIndex..<close]
      rest = rest[(close + 1)...]
      if tag.first == UInt8(ascii: "?") || tag.first == UInt8(ascii: "!") { continue }
      if tag.first == UInt8(ascii: "/") {
        if path.count > 1 { path.removeLast() }
        continue
      }
      let isEmpty = tag.last == UInt8(ascii: "/")
      let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
      guard path.count <= limits.nesting else { break }
      var entered = (path.last ?? .root).entering(localName(name))
      attributes(tag[name.endIndex...], of: &entered, into: &record)
      if case .data(let item?) = entered, !item.isEmpty || localName(name) == "Data",
        localName(name) == "Data" || isEmpty, record.data.count < limits.dataItems
      {
        record.data.append(EventRecord.Item(name: item, value: ""))
      }
      if !isEmpty { path.append(entered) }
    }
    return record
  }

  private static func localName(_ name: LineBytes) -> String {
    String(name.text.split(separator: ":").last ?? "")
  }

  private static func take(
    text: LineBytes, at path: EventPath, into record: inout EventRecord, limits: LogLimits
  ) {
    guard let field = path.textField else { return }
    let value = unescaped(text.withoutBlanks.text).shortened(limits.textBytes)
    guard !value.isEmpty else { return }
    switch field {
    case .eventID: record.eventID = record.eventID ?? Int(value)
    case .recordID: record.recordID = UInt64(value)
    case .channel: record.channel = value
    case .computer: record.computer = value
    case .data(let name):
      // The item was made where its element began.
      if let last = record.data.indices.last, record.data[last].name == name,
        record.data[last].value.isEmpty
      {
        record.data[last].value = value
      } else if record.data.count < limits.dataItems {
        record.data.append(EventRecord.Item(name: name, value: value))
      }
    case .provider, .timeCreated, .activity, .process, .thread, .nested: break
    }
  }

  private static func attributes(
    _ text: LineBytes, of path: inout EventPath, into record: inout EventRecord
  ) {
    var rest = text
    for _ in 0..<16 {
      rest = rest.withoutBlanks
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return }
      let name = localName(rest[rest.startIndex..<equals].withoutBlanks)
      rest = rest[(equals + 1)...].withoutBlanks
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return
      }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { return }
      let value = unescaped(rest[rest.startIndex..<end].text).shortened(256)
      rest = rest[(end + 1)...]
      if case .data = path, name == "Name" { path = .data(value) }
      guard let field = path.attributeField(name) else { continue }
      switch field {
      case .provider: record.provider = value
      case .timeCreated:
        record.timeText = value
        record.time = time(value)
      case .activity:
        record.activity = value.lowercased().trimmingBraces
      case .process: record.process = Int(value)
      case .thread: record.thread = Int(value)
      case .eventID, .recordID, .channel, .computer, .data, .nested: break
      }
    }
  }

  /// UTC by definition; with a zone where software wrote one.
  static func time(_ text: String) -> Timestamp? {
    var cursor = LineCursor(Array(text.utf8)[...])
    guard let stamp = CivilTime.iso(&cursor), let year = stamp.year, let month = stamp.month,
      let day = stamp.day
    else { return nil }
    let seconds =
      CivilTime.days(year, month, day) * 86_400 + stamp.secondsOfDay - Int64(stamp.zoneOffset ?? 0)
    return Timestamp(
      nanoseconds: seconds.multipliedSaturating(by: 1_000_000_000).addingSaturating(
        Int64(stamp.nanosecond)))
  }

  static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }
}

extension String {
  var trimmingBraces: String {
    hasPrefix("{") && hasSuffix("}") && count >= 2 ? String(dropFirst().dropLast()) : self
  }
}
