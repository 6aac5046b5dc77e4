import CaptureReader

/// Objects: journals, events, programs' lines as shippers carry them.
extension TextLogReader {
  mutating func read(json text: LineBytes, number: Int, into log: inout LogCollector) {
    guard let json = JSONValue(text, nesting: log.limits.nesting) else {
      log.countErrors(1)
      return
    }
    for object in JSONEnvelope.contents(json) { read(object, number: number, into: &log) }
  }

  private mutating func read(_ json: JSONValue, number: Int, into log: inout LogCollector) {
    if let message = json["MESSAGE"] {
      return read(journal: json, message, number: number, into: &log)
    }
    if VirtualDesktopRow.isRow(json) {
      return VirtualDesktopRow.read(json, number: number, into: &log)
    }
    if let text = json.any("event", "log", "message")?.text, let inner = GuacdText(text) {
      let stamp = json.any("timestamp", "time", "ts")?.text ?? ""
      return read(guacd: inner, stamp: stamp, number: number, into: &log)
    }
    if readCarried(json, number: number, into: &log) { return }
    let flows = FlowObject.lines(of: json)
    if !flows.isEmpty { return read(flows, number: number, into: &log) }
    if let event = EventJSON.record(json, limits: log.limits) {
      return interpreter.read(event, number: number, into: &log)
    }
    let text = Self.plainText(of: json)
    if let event = EventSentence.record(text[...]) {
      return interpreter.read(event, number: number, into: &log)
    }
    if let filter = Self.filter(json, text) {
      return read(filter, number: number, into: &log)
    }
    let shipped = ProgramLine.shipped(json)
    for line in shipped { lines.read(line, number: number, into: &log) }
    if !shipped.isEmpty { return }
    read(plain: text[...], number: number, into: &log)
  }

  /// A packet filter's object; texts of programs inside of an envelope are none.
  static func filter(_ json: JSONValue, _ text: [UInt8]) -> FirewallLine? {
    if json.any("log", "message", "level", "severity", "err", "error") != nil { return nil }
    return FirewallLine(words: text[...])
  }

  private static let longestPlainText = 3_000

  /// An object of a program's log as a line: its stamp, then its texts with their names.
  static func plainText(of json: JSONValue) -> [UInt8] {
    let stamp =
      json.any(
        "time", "@timestamp", "timestamp", "ts", "date", "TimeGenerated", "LogTimestamp",
        "createdDateTime", "eventTime")?.text
      ?? ""
    var text = stamp
    appendMembers(of: json, except: stamp, depth: 0, to: &text)
    return Array(text.utf8.prefix(longestPlainText))
  }

  private static let deepestPlainText = 4

  /// What stands in objects inside of it belongs to the record as well.
  private static func appendMembers(
    of json: JSONValue, except stamp: String, depth: Int, to text: inout String
  ) {
    guard depth < deepestPlainText else { return }
    for member in json.members.prefix(64) {
      if text.utf8.count > longestPlainText { return }
      if case .object = member.value {
        appendMembers(of: member.value, except: stamp, depth: depth + 1, to: &text)
      } else if let value = member.value.text, value != stamp {
        text += " \(member.name)=\(value)"
      }
    }
  }

  /// An event's XML, or its text as Splunk keeps it, in one of an object's members.
  private mutating func readCarried(
    _ json: JSONValue, number: Int, into log: inout LogCollector
  ) -> Bool {
    let texts = [
      json.any("raw", "_raw", "xml", "EventXML", "RawXml", "message", "log")?.text,
      json["event"]?["original"]?.text,
    ]
    for text in texts {
      guard let text else { continue }
      let bytes = Array(text.utf8)[...]
      if let xml = bytes.range(of: "<Event ") ?? bytes.range(of: "<Event>"),
        let event = EventXML.record(bytes[xml.lowerBound...], limits: log.limits)
      {
        interpreter.read(event, number: number, into: &log)
        return true
      }
      guard bytes.has("EventCode=") else { continue }
      let lines = bytes.split(separator: 0x0a).prefix(200)
      let stamp = lines.first.flatMap {
        CivilTime.local($0, dayFirst: false) == nil ? nil : $0.text
      }
      var block = EventTextBlock(stamp: stamp)
      for line in lines.dropFirst(stamp == nil ? 0 : 1) {
        guard block.take(line, number: number) else { break }
      }
      if let event = block.finished {
        interpreter.read(event, number: number, into: &log)
        return true
      }
    }
    return false
  }

  private mutating func read(
    journal json: JSONValue, _ message: JSONValue, number: Int, into log: inout LogCollector
  ) {
    let tag = Array((json["SYSLOG_IDENTIFIER"] ?? json["_COMM"])?.text?.utf8 ?? "".utf8)[...]
    let bytes: [UInt8]
    if case .array(let numbers) = message {
      bytes = numbers.prefix(4_096).compactMap { $0.text.flatMap { UInt8($0) } }
    } else {
      bytes = Array((message.text ?? "").utf8)
    }
    var line = ProgramLine(bare: bytes[...], tag: tag)
    var named = LineReader.program(named: tag)
    // A container's lines stand in the journal under the name of who runs it.
    if named == nil, let inner = ProgramLine(bytes[...]) {
      named =
        switch inner.form {
        case .freeRDP: .freeRDP
        case .xrdp: XRDPRules.isSessionManager(inner.message) ? .sesman : .xrdp
        case .weston: .weston
        case .syslog: LineReader.program(named: inner.tag)
        }
      line = inner
    }
    guard let program = named else { return log.pass() }
    if line.process == nil {
      line.process = (json["SYSLOG_PID"] ?? json["_PID"])?.text.flatMap { Int($0) }
    }
    line.host = (json["_HOSTNAME"]?.text).map { Array($0.utf8)[...] }
    let microseconds = (json["_SOURCE_REALTIME_TIMESTAMP"] ?? json["__REALTIME_TIMESTAMP"])?.text
      .flatMap { Int64($0) }
    let time = log.clock.absolute(
      (microseconds ?? 0).multipliedSaturating(by: 1_000), resolution: TimeSpan(nanoseconds: 1_000))
    line.timeText =
      Array((json["SYSLOG_TIMESTAMP"]?.text ?? String(microseconds ?? 0)).trimmed.utf8)[...]
    if program == .xrdp || program == .sesman { line.stripXRDP() }
    if let inner = ProgramLine.freeRDP(line.message) {
      line.thread = inner.thread
      line.message = inner.message
    }
    lines.read(line, of: program, at: time, number: number, into: &log)
  }

  mutating func read(
    guacd text: GuacdText, stamp: String, number: Int, into log: inout LogCollector
  ) {
    var line = ProgramLine(bare: text.message, tag: Array("guacd".utf8)[...])
    line.process = text.process
    line.timeText = Array(stamp.utf8)[...]
    var time: Timestamp?
    var cursor = LineCursor(line.timeText)
    if let civil = CivilTime.iso(&cursor) { time = log.clock.time(of: civil) }
    lines.read(line, of: .guacd, at: time ?? Timestamp(nanoseconds: 0), number: number, into: &log)
  }
}
