import CaptureReader

/// Reads the pieces of a text log, whatever mixture of programs and forms it is.
struct TextLogReader {
  var lines = LineReader()
  var interpreter = EventInterpreter()
  var csv: CSVHeader?
  /// A row whose quotes are still open.
  var openRow: [UInt8] = []
  var openRowLine = 0
  private var block: EventTextBlock?
  private var dialog: DialogText?
  /// The newest stamp on a line of its own, for lines below it.
  private var lastStamp: (time: CivilTime, text: String)?
  private var awaitsManagerCode = false
  /// Rows of `Get-EventLog` follow.
  private var isInEventLogTable = false
  private var friendly: EventFriendlyView?
  private var gatewayWeb: GatewayWebLog?
  private var zeek: ZeekTable?
  /// The newest line that spoke of Remote Desktop in a form that is not known, and its stamp.
  var plainLine: (number: Int, time: CivilTime?, text: String)?
  /// Where the newest command stands that leads to a port of Remote Desktop.
  var desktopCommand: Int?
  /// When a program started whose stamps count from there.
  var programStart: Timestamp?
  /// The provider above a table of its events.
  private var tableProvider: String?
  /// The newest row of that table: its message may go on below it.
  private var tableRow: EventTableRow?
  /// A table whose columns are aligned, and the line that may be its names.
  var aligned: AlignedTable?
  var alignedRow: [UInt8] = []
  var alignedLine = 0
  var lineBefore: [UInt8] = []
  /// A known program's line whose message is not understood: the next may go on with it.
  private var cutLine: (number: Int, bytes: [UInt8])?
  /// Where the newest title of a dialog stands.
  private var dialogTitle: Int?
  /// A dialog's sentence stands this close to its title.
  private static let dialogReach = 8

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
    endAligned(&log)
    endBlock(&log)
    endFriendly(&log)
    endDialog(&log)
  }

  private mutating func endBlock(_ log: inout LogCollector) {
    if let row = tableRow {
      tableRow = nil
      interpreter.read(row.record, number: row.number, into: &log)
    }
    guard let ended = block else { return }
    block = nil
    if let event = ended.finished { interpreter.read(event, number: ended.line, into: &log) }
  }

  private mutating func read(friendly line: LineBytes, number: Int, into log: inout LogCollector) {
    if EventFriendlyView.isFirstLine(line) {
      endFriendly(&log)
      friendly = EventFriendlyView(line: number)
    } else {
      friendly?.take(line)
    }
  }

  private mutating func endFriendly(_ log: inout LogCollector) {
    guard let ended = friendly else { return }
    friendly = nil
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

  // MARK: Lines

  private mutating func read(line: LineBytes, number: Int, into log: inout LogCollector) {
    if let json = WrappedLine.quotedObject(line) {
      return read(json: json, number: number, into: &log)
    }
    let line = WrappedLine.withoutQuotation(line)
    if !openRow.isEmpty { return read(rowPart: line, number: number, into: &log) }
    if line.isEmpty { return }
    if let parts = WrappedLine.lines(line) {
      for part in parts { read(line: part, number: number, into: &log) }
      return
    }
    let row = line.first == UInt8(ascii: "<") ? MarkupRow.separated(line) : nil
    readLine(WrappedLine.plain(row ?? line) ?? row ?? line, number: number, into: &log)
  }

  private mutating func readLine(_ line: LineBytes, number: Int, into log: inout LogCollector) {
    if let command = FreeRDPCommand(line) { lines.command = command }
    if let header = GatewayWebLog(header: line) {
      gatewayWeb = header
      return
    }
    if let table = ZeekTable(header: line) {
      zeek = table
      return
    }
    if let zeek, let object = zeek.object(line) {
      return read(FlowObject.lines(of: object), number: number, into: &log)
    }
    if let gatewayWeb, GatewayWebLog.isRequest(line) {
      if let event = gatewayWeb.event(line, number: number, into: &log) { log.add(event) }
      return
    }
    if let program = ProgramLine(line) {
      endBlock(&log)
      if program.form != .syslog || LineReader.program(named: program.tag) != nil {
        lines.read(program, number: number, into: &log)
        noteCut(line, number, isFront: program.message.withoutBlanks.count <= 1)
        return
      }
      let isOfSystem =
        program.host != nil && csv == nil && !line.contains(0x09)
        && !CarriedEvent.isStructured(line)
      if isOfSystem, !isNearPlain(number), !LineGate.shared.passes(line) { return log.pass() }
      if isOfSystem, let crash = SystemCrash(program),
        lines.read(crash, program, number: number, into: &log)
      {
        return
      }
      if var inner = WrappedLine.inner(program.message) {
        // Another program passes the line on.
        inner.take(program.time, program.timeText)
        inner.host = program.host
        return lines.read(inner, number: number, into: &log)
      }
      // A system's log: most lines are of other programs.
      if isOfSystem {
        if var event = EventSentence.record(line) {
          event.computer = program.host.map { $0.text.shortened(128) }
          (event.partialTime, event.timeText) = (program.time, program.timeText.text)
          return interpreter.read(event, number: number, into: &log)
        }
        if FreeRDPText.isPart(line) { return read(freeRDP: line, number: number, into: &log) }
        if let other = OtherProgramText(line) { return read(other, line, number, into: &log) }
        if let filter = FirewallLine(behind: program, line) {
          return read(filter, number: number, into: &log)
        }
        if program.tag.elementsEqual("systemd".utf8), program.message.has("xrdp") {
          return lines.read(program, of: .xrdp, number: number, into: &log)
        }
        if let json = Self.carriedObject(line) {
          return read(json: json, number: number, into: &log)
        }
        return read(plain: line, number: number, into: &log)
      }
    }
    if let event = CarriedEvent.record(structured: line, limits: log.limits)
      ?? CarriedEvent.record(snare: line) ?? CarriedEvent.record(plaso: line)
      ?? CarriedEvent.record(collector: line)
    {
      return interpreter.read(event, number: number, into: &log)
    }
    if EventLogTableRow.isHeadline(line) {
      endBlock(&log)
      isInEventLogTable = true
      return
    }
    if isInEventLogTable, let row = EventLogTableRow(line) {
      return interpreter.read(row.record, number: number, into: &log)
    }
    if friendly != nil || EventFriendlyView.isFirstLine(line) {
      return read(friendly: line, number: number, into: &log)
    }
    if let provider = EventTableRow.provider(line) {
      endBlock(&log)
      tableProvider = provider
    } else if let tableProvider, let row = EventTableRow(line, provider: tableProvider) {
      endBlock(&log)
      tableRow = row
      tableRow?.number = number
      return
    } else if tableRow?.take(line) == true {
      return
    }
    if tableRow != nil { endBlock(&log) }
    if block != nil || EventTextBlock.isFirstLine(line) {
      if block?.take(line, number: number) == true { return }
      endBlock(&log)
      if EventTextBlock.isFirstLine(line) {
        var next = EventTextBlock(stamp: lastStamp?.text)
        if next.take(line, number: number) { block = next }
        return
      }
    }
    if takeAligned(line, number: number, into: &log) { return }
    let line = HayabusaTable.row(line) ?? line
    if let header = CSVHeader(line) {
      csv = header
      return
    }
    if line.has(",") || line.has(";") || line.has("\t") || csv != nil && CSVLine.isOpen(line),
      csv != nil || EventRow(line) != nil
    {
      openRow = Array(line)
      openRowLine = number
      return endRow(&log)
    }
    if let json = Self.carriedObject(line) { return read(json: json, number: number, into: &log) }
    if let filter = FirewallLine(windows: line) ?? FirewallLine(keyValue: line)
      ?? FirewallLine(quoted: line) ?? FirewallLine(appliance: line)
      ?? FirewallLine(paloAlto: line) ?? FirewallLine.ofWords(line)
    {
      return read(filter, number: number, into: &log)
    }
    if let manager = ManagerLine(line) { return read(manager, number: number, into: &log) }
    if awaitsManagerCode,
      let code = line.leadingNumber ?? line.after("rror code ")?.leadingNumber
    {
      awaitsManagerCode = false
      return readManagerCode(code, line, number: number, into: &log)
    }
    readRest(line, number: number, into: &log)
  }

  private static let widths = 60...240

  /// Who pastes text at a terminal's width breaks lines.
  /// A front without a message was cut, however short it is.
  private mutating func noteCut(_ line: LineBytes, _ number: Int, isFront: Bool) {
    let isCut = isFront || Self.widths.contains(line.count)
    cutLine = lines.isMatched || !isCut ? nil : (number, Array(line))
  }

  /// The line goes on with the one before it, and both are understood together.
  private mutating func readContinued(
    _ line: LineBytes, number: Int, into log: inout LogCollector
  ) -> Bool {
    guard let cut = cutLine else { return false }
    cutLine = nil
    let rest = CarriedLine(line)?.rest ?? line
    guard number == cut.number + 1, rest.count <= Self.widths.upperBound else { return false }
    for joint in [[], [UInt8(ascii: " ")]] {
      let joined = (cut.bytes + joint + rest)[...]
      guard let program = ProgramLine(joined), LineReader.isUnderstood(program) else { continue }
      lines.read(program, number: cut.number, into: &log)
      return true
    }
    if cut.bytes.count + rest.count < 4 * Self.widths.upperBound {
      cutLine = (number, cut.bytes + rest)
    }
    return false
  }

  /// The sentence of a dialog, below its title.
  private mutating func readSentence(
    _ line: LineBytes, number: Int, into log: inout LogCollector
  ) -> Bool {
    if DialogSentence.isTitle(line) { dialogTitle = number }
    guard let title = dialogTitle, number > title, number - title <= Self.dialogReach,
      let row = DialogSentence.meaning(of: line)
    else { return false }
    let time = lastStamp.map { log.clock.time(of: $0.time) }
    log.count(LogProgram.mstsc.rawValue, time)
    var event = LogEvent(
      row.kind, key: row.key,
      at: ItemReference(input: 0, frame: number, time: time ?? Timestamp(nanoseconds: 0)),
      timeText: lastStamp?.text ?? "", source: LogEvent.Source(.mstsc))
    event.code = row.code(in: line)
    event.text = line.text.shortened(200)
    log.add(event)
    return true
  }

  private mutating func readRest(_ line: LineBytes, number: Int, into log: inout LogCollector) {
    if readContinued(line, number: number, into: &log) { return }
    if let crash = SystemCrash(output: line),
      lines.read(crash, ProgramLine(bare: line, tag: line.prefix(0)), number: number, into: &log)
    {
      return
    }
    if let event = EventSentence.record(line, stamp: lastStamp) {
      return interpreter.read(event, number: number, into: &log)
    }
    if readSentence(line, number: number, into: &log) { return }
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
    let inner = CarriedLine(line)?.rest ?? line
    if inner.starts("guacd["), let text = GuacdText(inner.text) {
      return read(guacd: text, stamp: "", number: number, into: &log)
    }
    if FreeRDPText.isPart(line) { return read(freeRDP: line, number: number, into: &log) }
    if let other = OtherProgramText(line) { return read(other, line, number, into: &log) }
    if let stamp = Self.loneStamp(line) {
      lastStamp = (stamp, line.withoutBlanks.text)
      return
    }
    // The headline of notes: what stands below it happened then.
    if line.first == UInt8(ascii: "#"), let stamp = FreeRDPText.stamp(of: line) {
      var time = stamp.time
      if line.has("UTC") { time.zoneOffset = 0 }
      lastStamp = (time, stamp.text.text)
    }
    read(plain: line, number: number, into: &log)
  }

  private mutating func read(
    freeRDP line: LineBytes, number: Int, into log: inout LogCollector
  ) {
    var plain = ProgramLine(bare: line, tag: Array("freerdp".utf8)[...])
    if let stamp = FreeRDPText.stamp(of: line) {
      plain.time = stamp.time
      plain.timeText = stamp.text
      lines.read(plain, number: number, into: &log)
    } else {
      lines.read(
        plain, of: .freeRDP, at: Timestamp(nanoseconds: 0), number: number, into: &log)
    }
  }

  private mutating func read(
    _ text: OtherProgramText, _ line: LineBytes, _ number: Int, into log: inout LogCollector
  ) {
    let stamp = FreeRDPText.stamp(of: line)
    let time = stamp.map { log.clock.time(of: $0.time) }
    log.count(text.program.rawValue, time)
    var event = LogEvent(
      text.rule.kind, key: text.rule.key,
      at: ItemReference(input: 0, frame: number, time: time ?? Timestamp(nanoseconds: 0)),
      timeText: stamp?.text.text ?? "", source: LogEvent.Source(text.program))
    text.rule.details?(text.rest, &event)
    log.add(event)
  }

  private mutating func read(_ line: ManagerLine, number: Int, into log: inout LogCollector) {
    if line.isAnnouncement {
      awaitsManagerCode = true
      if let time = line.time { lastStamp = (time, line.timeText) }
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
}
