import CaptureReader

/// Events of lines that say all of themselves.
extension TextLogReader {
  func read(_ filter: FirewallLine, number: Int, into log: inout LogCollector) {
    let time = filter.time.map { log.clock.time(of: $0) }
    log.count(LogProgram.firewall.rawValue, time)
    let filter = filter.directed
    // What a filter says of other ports is nobody's session: none of it is kept.
    guard filter.target.port.map(FirewallLine.isDesktop) ?? true, let kind = filter.kind else {
      return
    }
    if let time, let seconds = filter.seconds, seconds > 0 {
      // The line is of the end, and tells how long it had lasted.
      let began = time.advanced(by: TimeSpan.zero - .seconds(Int64(min(seconds, 10_000_000))))
      add(
        filter, filter.carriedDesktop ? .sessionConnected : .phaseReached, "firewall.began",
        began, number, &log)
    }
    add(
      filter, kind, "firewall.\(filter.action.lowercased().shortened(24))",
      time ?? Timestamp(nanoseconds: 0), number, &log)
  }

  private func add(
    _ filter: FirewallLine, _ kind: LogEventKind, _ key: String, _ time: Timestamp,
    _ number: Int, _ log: inout LogCollector
  ) {
    var event = LogEvent(
      kind, key: key, at: ItemReference(input: 0, frame: number, time: time),
      timeText: filter.timeText, source: LogEvent.Source(.firewall))
    event.client = filter.source.address.isEmpty ? nil : filter.source
    event.server = filter.target
    event.user = filter.user
    event.text = filter.action.shortened(24)
    log.add(event)
  }

  func read(_ tunnel: TunnelLine, number: Int, into log: inout LogCollector) {
    let time = tunnel.time.map { log.clock.time(of: $0) }
    log.count(LogProgram.tunnel.rawValue, time)
    var event = LogEvent(
      tunnel.isDown ? .linkDown : .linkUp, key: tunnel.isDown ? "vpn.down" : "vpn.up",
      at: ItemReference(input: 0, frame: number, time: time ?? Timestamp(nanoseconds: 0)),
      timeText: tunnel.timeText, source: LogEvent.Source(.tunnel))
    event.client = tunnel.client.map { LogEndpoint(address: $0) }
    event.user = tunnel.user
    log.add(event)
  }

  func read(_ flows: [FirewallLine], number: Int, into log: inout LogCollector) {
    if flows.isEmpty { return log.pass() }
    for flow in flows where flow.isOfDesktop { read(flow, number: number, into: &log) }
  }

  /// A line that has FreeRDP's words, but not its form.
  func add(
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

  private static let objectMark: Needle = "EventChannel {"

  /// Wazuh's archive: the event's object behind a front of its own.
  static func carriedObject(_ line: LineBytes) -> LineBytes? {
    line.range(of: objectMark).map { line[($0.upperBound - 1)...] }
  }

  /// A line that is nothing but a stamp, by which those below it are dated.
  static func loneStamp(_ line: LineBytes) -> CivilTime? {
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
}
