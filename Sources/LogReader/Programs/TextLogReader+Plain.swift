import CaptureReader

/// Lines of programs that are not known.
extension TextLogReader {
  /// Lines that follow one of Remote Desktop's speak of it too.
  private static let plainReach = 12

  /// A line close by spoke of Remote Desktop.
  func isNearPlain(_ number: Int) -> Bool {
    plainLine.map { number - $0.number <= Self.plainReach } ?? false
  }

  /// A line whose form is not known: what its words say of Remote Desktop.
  mutating func read(plain line: LineBytes, number: Int, into log: inout LogCollector) {
    if let tunnel = TunnelLine(line) { return read(tunnel, number: number, into: &log) }
    let isNear = isNearPlain(number)
    guard var plain = PlainStatement(line, isAmidRemoteDesktop: isNear) else { return log.pass() }
    if plain.time == nil, isNear, let known = plainLine {
      (plain.time, plain.timeText) = (known.time, known.text)
    }
    // Prose that speaks of Remote Desktop has no stamp.
    guard plain.time != nil || PlainWords.hasLevel(line) || PlainWords.looksLikeOutput(line) else {
      return log.pass()
    }
    plainLine = (number, plain.time, plain.timeText)
    let known = plain.time.map { log.clock.time(of: $0) }
    log.count(LogProgram.other.rawValue, known)
    let time = known ?? Timestamp(nanoseconds: 0)
    var event = LogEvent(
      plain.rule.kind, key: plain.rule.key,
      at: ItemReference(input: 0, frame: number, time: time), timeText: plain.timeText,
      source: LogEvent.Source(.other))
    event.code = plain.code
    event.client = plain.client
    event.server = plain.server
    event.user = plain.user
    event.activity = plain.connection
    event.text = line.text.shortened(200)
    log.add(event)
  }
}
