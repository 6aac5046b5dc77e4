import CaptureReader

/// Lines of programs that are not known.
extension TextLogReader {
  /// Lines that follow one of Remote Desktop's speak of it too.
  private static let plainReach = 12

  /// A line close by spoke of Remote Desktop.
  func isNearPlain(_ number: Int) -> Bool {
    plainLine.map { number - $0.number <= Self.plainReach } ?? false
  }

  /// What a command prints stands below it.
  private static let commandReach = 40

  private func isUnderCommand(_ number: Int) -> Bool {
    desktopCommand.map { number - $0 <= Self.commandReach } ?? false
  }

  private static let opened: Needle = "Log opened "

  /// `00:00:00.123456 Log opened 2024-06-05T08:59:00.123456000Z`: the stamps count from the program's start.
  private mutating func noteStart(_ line: LineBytes, into log: inout LogCollector) {
    guard let rest = line.after(Self.opened),
      let uptime = FreeRDPText.stamp(of: line.before(Self.opened))?.time, uptime.day == nil
    else { return }
    var cursor = LineCursor(rest)
    guard let date = CivilTime.iso(&cursor) else { return }
    let span = TimeSpan(
      nanoseconds: uptime.secondsOfDay * 1_000_000_000 + Int64(uptime.nanosecond))
    programStart = log.clock.time(of: date).advanced(by: TimeSpan.zero - span)
  }

  private func moment(of stamp: CivilTime, _ log: inout LogCollector) -> Timestamp {
    guard let programStart, stamp.day == nil else { return log.clock.time(of: stamp) }
    return programStart.advanced(
      by: TimeSpan(nanoseconds: stamp.secondsOfDay * 1_000_000_000 + Int64(stamp.nanosecond)))
  }

  /// A line whose form is not known: what its words say of Remote Desktop.
  mutating func read(plain line: LineBytes, number: Int, into log: inout LogCollector) {
    if let tunnel = TunnelLine(line) { return read(tunnel, number: number, into: &log) }
    if DesktopCommand.isOne(line) {
      desktopCommand = number
      return log.pass()
    }
    if line.count < 160 { noteStart(line, into: &log) }
    let isOutput = isUnderCommand(number)
    let isNear = isNearPlain(number) || isOutput
    guard var plain = PlainStatement(line, isAmidRemoteDesktop: isNear) else { return log.pass() }
    if plain.time == nil, isNear, let known = plainLine {
      (plain.time, plain.timeText) = (known.time, known.text)
    }
    // Prose that speaks of Remote Desktop has no stamp.
    guard
      plain.time != nil || PlainWords.hasLevel(line) || PlainWords.looksLikeOutput(line)
        || isOutput
    else { return log.pass() }
    plainLine = (number, plain.time, plain.timeText)
    let known = plain.time.map { moment(of: $0, &log) }
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
