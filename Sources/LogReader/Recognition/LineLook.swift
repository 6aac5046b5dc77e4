/// What a single line, object or XML event looks like.
struct LineLook {
  private var csv: CSVHeader?
  private var systemLines = 0
  private var lineBefore: [UInt8] = []
  private var hasCommand = false
  private static let leastSystemLines = 5

  func isEvent(xml: LineBytes) -> Bool { xml.has("<EventID") || xml.has("<Provider") }

  func format(json: LineBytes) -> LogFormat? {
    if json.has("\"MESSAGE\"") || json.has("__REALTIME_TIMESTAMP") { return .journalJSON }
    if json.has("CodeSymbolic") { return .virtualDesktop }
    if json.has("\"flowTuples\"") || json.has("\"AzureFirewall") { return .firewall }
    let eventKeys: [Needle] = [
      "\"EventID\"", "\"eventID\"", "\"EventId\"", "\"event_id\"", "\"winlog\"", "\"Id\"",
      "\"#attributes\"",
    ]
    if eventKeys.contains(where: { json.has($0) }),
      json.has("rovider") || json.has("hannel") || json.has("LogName")
    {
      return .eventJSON
    }
    if json.has("guacd") { return .guacd }
    guard let value = JSONValue(json, nesting: LogLimits().nesting) else {
      // The object is longer than what there is of it.
      let cutKeys: [Needle] = ["EventCode=", "EventSourceName", "_EventID", "winlog_event_id"]
      return cutKeys.contains { json.has($0) } ? .eventJSON : nil
    }
    for object in JSONEnvelope.contents(value).prefix(4) {
      if !FlowObject.lines(of: object).isEmpty { return .firewall }
      if VirtualDesktopRow.isRow(object) { return .virtualDesktop }
      if let event = EventJSON.record(object, limits: LogLimits()),
        EventProviders.isKnown(event.provider) || event.provider == "Security-Auditing"
      {
        return .eventJSON
      }
    }
    if json.has("EventCode=") || json.has("<Event ") && json.has("EventID") { return .eventJSON }
    for object in JSONEnvelope.contents(value).prefix(4)
    where TextLogReader.filter(object, TextLogReader.plainText(of: object)) != nil {
      return .firewall
    }
    guard let shipped = ProgramLine(shipped: value) else {
      let text = TextLogReader.plainText(of: value)
      return PlainStatement(text[...], isAmidRemoteDesktop: false)?.time == nil ? nil : .program
    }
    switch LineReader.program(named: shipped.tag) {
    case .freeRDP: return .freeRDP
    case .xrdp, .sesman: return .xrdp
    case .weston: return .weston
    default: return .syslog
    }
  }

  mutating func format(line: LineBytes) -> LogFormat? {
    if TextLogReader.carriedObject(line) != nil { return .eventJSON }
    if GatewayWebLog.isRequest(line) { return .gatewayWeb }
    if ZeekTable(header: line) != nil { return .firewall }
    if EventLogTableRow.isHeadline(line) || EventFriendlyView.isFirstLine(line) {
      return .eventText
    }
    if CarriedEvent.record(plaso: line) != nil || CarriedEvent.record(collector: line) != nil {
      return .eventText
    }
    let names = lineBefore
    lineBefore = Array(line.prefix(1_024))
    if let table = AlignedTable(dashes: line), let row = table.separated(names[...]),
      let header = CSVHeader(row[...])
    {
      return header.format
    }
    let line = HayabusaTable.row(line) ?? line
    if let csv, csv.looksLikeRow(line) { return csv.format }
    if let header = CSVHeader(line) {
      csv = header
      return header.format
    }
    if line.has(",") || line.has("\t") || line.has(";"), EventRow(line) != nil { return .eventCSV }
    if let program = ProgramLine(line) {
      switch program.form {
      case .freeRDP: return .freeRDP
      case .xrdp: return .xrdp
      case .weston: return .weston
      case .syslog:
        if LineReader.program(named: program.tag) != nil { return .syslog }
        if CarriedEvent.record(structured: line, limits: LogLimits()) != nil
          || CarriedEvent.record(snare: line) != nil
        {
          return .eventText
        }
        if EventSentence.record(line) != nil { return .eventText }
        if FirewallLine(behind: program, line) != nil { return .firewall }
        if FreeRDPText.isPart(line) { return .freeRDP }
        if OtherProgramText(line) != nil { return .connectionManager }
        if TunnelLine.isOfClient(line) { return .tunnel }
        if PlainStatement(line, isAmidRemoteDesktop: false) != nil { return .program }
        systemLines += 1
        // So many lines of a system's log: those of Remote Desktop may come later.
        return systemLines >= Self.leastSystemLines ? .syslog : nil
      }
    }
    if CarriedEvent.record(structured: line, limits: LogLimits()) != nil
      || CarriedEvent.record(snare: line) != nil
    {
      return .eventText
    }
    if FirewallLine.isWindowsHeader(line) || FirewallLine(windows: line) != nil {
      return .windowsFirewall
    }
    if FirewallLine(keyValue: line) != nil || FirewallLine(quoted: line) != nil
      || FirewallLine(appliance: line) != nil || FirewallLine(paloAlto: line) != nil
      || FirewallLine.ofWords(line) != nil
    {
      return .firewall
    }
    if ManagerLine(line) != nil || ManagerLine.isOfProgram(line) { return .connectionManager }
    if DialogText.isPart(line) { return .mstscDialog }
    if EventTextBlock.isHeadless(line) || EventTextBlock.isIdentifierLine(line) {
      return .eventText
    }
    if EventSentence.record(line) != nil { return .eventText }
    if let other = OtherProgramText(line) {
      return other.program == .rdesktop ? .rdesktop : .connectionManager
    }
    if line.starts("guacd[") || CarriedLine(line)?.rest.starts("guacd[") == true { return .guacd }
    if FreeRDPText.isPart(line) { return .freeRDP }
    if XRDPBareLine(line) != nil { return .xrdp }
    if TunnelLine.isOfClient(line) { return .tunnel }
    if DesktopCommand.isOne(line) {
      hasCommand = true
      return nil
    }
    if hasCommand, PlainStatement(line, isAmidRemoteDesktop: true) != nil { return .program }
    // Prose has no stamp.
    if let plain = PlainStatement(line, isAmidRemoteDesktop: false),
      plain.time != nil || PlainWords.hasLevel(line) || PlainWords.looksLikeOutput(line)
    {
      return .program
    }
    return nil
  }
}
