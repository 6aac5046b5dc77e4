import CaptureReader

/// Reads the pieces of a text log, whatever mixture of programs and forms it is.
struct TextLogReader {
  private var lines = LineReader()
  private var interpreter = EventInterpreter()
  private var csv: CSVHeader?
  /// A row whose quotes are still open.
  private var openRow: [UInt8] = []
  private var openRowLine = 0
  private var block: EventTextBlock?
  private var dialog: DialogText?
  /// The newest stamp on a line of its own, for lines below it.
  private var lastStamp: (time: CivilTime, text: String)?
  private var awaitsManagerCode = false
  private static let mostOpenRow = 65_536

  mutating func read(_ record: TextRecord, number: Int, into log: inout LogCollector) {
    switch record {
    case .xml(let xml):
      guard let event = EventXML.record(xml, limits: log.limits) else { return log.pass() }
      // The view above the XML is the same event.
      if block?.finished?.eventID == event.eventID { block = nil }
      endBlock(&log)
      interpreter.read(event, number: number, into: &log)
    case .json(let json): read(json: json, number: number, into: &log)
    case .line(let line): read(line: line, number: number, into: &log)
    }
  }

  mutating func finish(into log: inout LogCollector) {
    endBlock(&log)
    endDialog(&log)
  }

  private mutating func endBlock(_ log: inout LogCollector) {
    guard let ended = block else { return }
    block = nil
    if let event = ended.finished { interpreter.read(event, number: ended.line, into: &log) }
  }

  private mutating func endDialog(_ log: inout LogCollector) {
    guard let ended = dialog, let code = ended.code else { return }
    dialog = nil
    let time = ended.time.map { log.clock.time(of: $0) } ?? Timestamp(nanoseconds: 0)
    log.count(LogProgram.mstsc.rawValue, ended.time == nil ? nil : time)
    var event = LogEvent(
      .clientCode, key: "mstsc.dialog", at: ItemReference(input: 0, frame: ended.line, time: time),
      timeText: ended.timeText, source: LogEvent.Source(.mstsc))
    event.code = LogCode(.disconnectReason, code)
    event.text = ended.extended.map { "extended error code 0x" + String($0, radix: 16) }
    log.add(event)
  }

  // MARK: JSON

  private mutating func read(json text: LineBytes, number: Int, into log: inout LogCollector) {
    guard let json = JSONValue(text, nesting: log.limits.nesting) else {
      log.countErrors(1)
      return
    }
    if let message = json["MESSAGE"] {
      return read(journal: json, message, number: number, into: &log)
    }
    if json.any("CodeSymbolic") != nil {
      return VirtualDesktopRow.read(json, number: number, into: &log)
    }
    if let text = json.any("event", "log", "message")?.text, let inner = GuacdText(text) {
      let stamp = json.any("timestamp", "time", "ts")?.text ?? ""
      return read(guacd: inner, stamp: stamp, number: number, into: &log)
    }
    if let event = EventJSON.record(json, limits: log.limits) {
      return interpreter.read(event, number: number, into: &log)
    }
    if let line = ProgramLine(shipped: json) { return lines.read(line, number: number, into: &log) }
    log.pass()
  }

  private mutating func read(
    journal json: JSONValue, _ message: JSONValue, number: Int, into log: inout LogCollector
  ) {
    let tag = Array((json["SYSLOG_IDENTIFIER"] ?? json["_COMM"])?.text?.utf8 ?? "".utf8)[...]
    guard let program = LineReader.program(named: tag) else { return log.pass() }
    let bytes: [UInt8]
    if case .array(let numbers) = message {
      bytes = numbers.prefix(4_096).compactMap { $0.text.flatMap { UInt8($0) } }
    } else {
      bytes = Array((message.text ?? "").utf8)
    }
    var line = ProgramLine(bare: bytes[...], tag: tag)
    line.process = (json["SYSLOG_PID"] ?? json["_PID"])?.text.flatMap { Int($0) }
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

  private mutating func read(
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

  // MARK: Lines

  private mutating func read(line: LineBytes, number: Int, into log: inout LogCollector) {
    if !openRow.isEmpty { return read(rowPart: line, number: number, into: &log) }
    if line.isEmpty { return }
    if let program = ProgramLine(line) {
      endBlock(&log)
      if program.form != .syslog || LineReader.program(named: program.tag) != nil {
        return lines.read(program, number: number, into: &log)
      }
    }
    if block != nil || EventTextBlock.isIdentifierLine(line) {
      if block?.take(line, number: number) == true { return }
      endBlock(&log)
      if EventTextBlock.isIdentifierLine(line) {
        var next = EventTextBlock()
        if next.take(line, number: number) { block = next }
        return
      }
    }
    if let header = CSVHeader(line) {
      csv = header
      return
    }
    if line.has(",") || line.has(";") || line.has("\t"), csv != nil || EventRow(line) != nil {
      openRow = Array(line)
      openRowLine = number
      return endRow(&log)
    }
    if let filter = FirewallLine(windows: line) ?? FirewallLine(keyValue: line)
      ?? FirewallLine(quoted: line)
    {
      return read(filter, number: number, into: &log)
    }
    if let manager = ManagerLine(line) { return read(manager, number: number, into: &log) }
    if awaitsManagerCode, let code = line.leadingNumber {
      awaitsManagerCode = false
      return readManagerCode(code, line, number: number, into: &log)
    }
    readRest(line, number: number, into: &log)
  }

  private mutating func readRest(_ line: LineBytes, number: Int, into log: inout LogCollector) {
    var current = dialog ?? DialogText()
    if current.take(line, number: number) {
      dialog = current
      return
    }
    if dialog?.code != nil {
      endDialog(&log)
      var next = DialogText()
      if next.take(line, number: number) {
        dialog = next
        return
      }
    }
    if line.starts("Date: "), let day = LoneDate.days(line.dropFirst(6)) { log.clock.setDay(day) }
    if let bare = XRDPBareLine(line) {
      let program: LogProgram = bare.isSessionManager ? .sesman : .xrdp
      var plain = ProgramLine(bare: bare.message, tag: line.prefix(0))
      if let lastStamp {
        plain.time = lastStamp.time
        plain.timeText = Array(lastStamp.text.utf8)[...]
      }
      return lines.read(plain, of: program, number: number, into: &log)
    }
    if line.starts("guacd["), let text = GuacdText(line.text) {
      return read(guacd: text, stamp: "", number: number, into: &log)
    }
    if line.starts("Connection established using ") {
      log.count(LogProgram.rdesktop.rawValue, nil)
      log.add(
        LogEvent(
          .sessionConnected, key: "rdesktop.connected",
          at: ItemReference(input: 0, frame: number, time: Timestamp(nanoseconds: 0)),
          source: LogEvent.Source(.rdesktop)))
      return
    }
    if let stamp = loneStamp(line) {
      lastStamp = (stamp, line.withoutBlanks.text)
      return
    }
    log.pass()
  }

  /// `11/19/2026 14:39:34` or `2:26 PM`, alone on its line.
  private func loneStamp(_ line: LineBytes) -> CivilTime? {
    guard line.count <= 32 else { return nil }
    if let stamp = CivilTime.local(line, dayFirst: nil) { return stamp }
    var cursor = LineCursor(line.withoutBlanks)
    guard var stamp = CivilTime.clock(&cursor) else { return nil }
    cursor.skipBlanks()
    let half = cursor.rest.text.uppercased()
    guard half.isEmpty || half == "AM" || half == "PM" else { return nil }
    if half == "PM", stamp.hour < 12 { stamp.hour += 12 }
    return stamp
  }

  private mutating func read(rowPart line: LineBytes, number: Int, into log: inout LogCollector) {
    openRow.append(UInt8(ascii: " "))
    openRow.append(contentsOf: line)
    endRow(&log)
  }

  /// Reads the row, where its quotes are closed.
  private mutating func endRow(_ log: inout LogCollector) {
    if CSVLine.isOpen(openRow[...]), openRow.count < Self.mostOpenRow { return }
    let row = openRow[...]
    openRow = []
    if let csv, let json = csv.object(row) {
      if csv.format == .virtualDesktop {
        return VirtualDesktopRow.read(json, number: openRowLine, into: &log)
      }
      if let event = EventJSON.record(json, limits: log.limits) {
        return interpreter.read(event, number: openRowLine, into: &log)
      }
    }
    if let event = EventRow(row) {
      return interpreter.read(event.record, number: openRowLine, into: &log)
    }
    log.pass()
  }

  private func read(_ filter: FirewallLine, number: Int, into log: inout LogCollector) {
    let time = filter.time.map { log.clock.time(of: $0) }
    log.count(LogProgram.firewall.rawValue, time)
    guard let kind = filter.kind else { return }
    var event = LogEvent(
      kind, key: "firewall.\(filter.action.lowercased().shortened(24))",
      at: ItemReference(input: 0, frame: number, time: time ?? Timestamp(nanoseconds: 0)),
      timeText: filter.timeText, source: LogEvent.Source(.firewall))
    event.client = filter.source
    event.server = filter.target
    event.text = filter.action.shortened(24)
    log.add(event)
  }

  private mutating func read(_ line: ManagerLine, number: Int, into log: inout LogCollector) {
    if line.isAnnouncement {
      awaitsManagerCode = true
      return log.pass()
    }
    let time = (line.time ?? lastStamp?.time).map { log.clock.time(of: $0) }
    add(manager: line.code, line.text, line.server, time, line.timeText, number, &log)
  }

  private func readManagerCode(
    _ code: Int, _ line: LineBytes, number: Int, into log: inout LogCollector
  ) {
    let time = lastStamp.map { log.clock.time(of: $0.time) }
    add(
      manager: UInt32(clamping: code), line.text.shortened(160), nil, time, lastStamp?.text ?? "",
      number,
      &log)
  }

  private func add(
    manager code: UInt32, _ text: String, _ server: String?, _ time: Timestamp?, _ stamp: String,
    _ number: Int, _ log: inout LogCollector
  ) {
    log.count(LogProgram.connectionManager.rawValue, time)
    var event = LogEvent(
      .clientCode, key: "manager.code",
      at: ItemReference(input: 0, frame: number, time: time ?? Timestamp(nanoseconds: 0)),
      timeText: stamp, source: LogEvent.Source(.connectionManager))
    event.code = LogCode(.disconnectReason, code)
    event.text = text
    event.server = server.flatMap { LogEndpoint(parsing: $0) }
    log.add(event)
  }
}

/// `2026-11-28 UTC`, which stands above Weston's times of day.
enum LoneDate {
  static func days(_ text: LineBytes) -> Int64? {
    var cursor = LineCursor(text)
    guard let year = cursor.number(4, 4), cursor.skip("-"), let month = cursor.number(2, 2),
      cursor.skip("-"), let day = cursor.number(2, 2), (1...12).contains(month),
      (1...31).contains(day), (1970...9999).contains(year)
    else { return nil }
    return CivilTime.days(year, month, day)
  }
}

extension ProgramLine {
  /// A message whose front was given in other fields.
  init(bare message: LineBytes, tag: LineBytes) {
    form = .syslog
    time = CivilTime()
    timeText = message.prefix(0)
    self.tag = tag
    self.message = message
  }
}

/// `guacd[44]: INFO:\tmessage`.
struct GuacdText {
  let process: Int?
  let message: LineBytes

  init?(_ text: String) {
    let bytes = Array(text.utf8)[...]
    guard let rest = bytes.after("guacd[") else { return nil }
    process = rest.leadingNumber
    guard let after = rest.after("]:") else { return nil }
    message = (after.after("\t") ?? after).withoutBlanks
  }
}
