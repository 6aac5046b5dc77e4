/// What a single line, object or XML event looks like.
struct LineLook {
  private var csv: CSVHeader?

  func isEvent(xml: LineBytes) -> Bool { xml.has("<EventID") || xml.has("<Provider") }

  func format(json: LineBytes) -> LogFormat? {
    if json.has("\"MESSAGE\"") || json.has("__REALTIME_TIMESTAMP") { return .journalJSON }
    if json.has("CodeSymbolic") { return .virtualDesktop }
    let eventKeys: [Needle] = [
      "\"EventID\"", "\"EventId\"", "\"event_id\"", "\"winlog\"", "\"Id\"", "\"#attributes\"",
    ]
    if eventKeys.contains(where: { json.has($0) }),
      json.has("rovider") || json.has("hannel") || json.has("LogName")
    {
      return .eventJSON
    }
    if json.has("guacd") { return .guacd }
    guard
      let shipped = JSONValue(json, nesting: LogLimits().nesting)
        .flatMap(ProgramLine.init(shipped:))
    else { return nil }
    switch LineReader.program(named: shipped.tag) {
    case .freeRDP: return .freeRDP
    case .xrdp, .sesman: return .xrdp
    case .weston: return .weston
    default: return .syslog
    }
  }

  mutating func format(line: LineBytes) -> LogFormat? {
    if let csv, csv.looksLikeRow(line) { return csv.format }
    if let header = CSVHeader(line) {
      csv = header
      return header.format
    }
    if line.has(",") || line.has("\t"), EventRow(line) != nil { return .eventCSV }
    if let program = ProgramLine(line) {
      switch program.form {
      case .freeRDP: return .freeRDP
      case .xrdp: return .xrdp
      case .weston: return .weston
      case .syslog: return LineReader.program(named: program.tag) != nil ? .syslog : nil
      }
    }
    if FirewallLine.isWindowsHeader(line) || FirewallLine(windows: line) != nil {
      return .windowsFirewall
    }
    if FirewallLine(keyValue: line) != nil || FirewallLine(quoted: line) != nil { return .firewall }
    if ManagerLine(line) != nil { return .connectionManager }
    if DialogText.isPart(line) { return .mstscDialog }
    if EventTextBlock.isIdentifierLine(line) { return .eventText }
    if line.starts("Connection established using ") { return .rdesktop }
    if line.starts("guacd[") { return .guacd }
    if XRDPBareLine(line) != nil { return .xrdp }
    return nil
  }
}
