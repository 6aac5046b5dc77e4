import CaptureReader

/// A line of a program's log, its front read: time, process, level; what is left is the message.
struct ProgramLine {
  enum Form: Hashable {
    case freeRDP
    case xrdp
    case weston
    /// Syslog or the journal's short form; the program is the tag.
    case syslog
  }

  var form: Form
  var time: CivilTime
  var timeText: LineBytes
  var process: Int?
  var thread: Int?
  /// FreeRDP's tag, syslog's program.
  var tag: LineBytes
  var host: LineBytes?
  var message: LineBytes

  /// - Parameter isCarried: a carrier's front was taken off already.
  init?(_ line: LineBytes, isCarried: Bool = false) {
    if line.first == UInt8(ascii: "[") {
      if let found = Self.freeRDP(line) ?? Self.xrdp(line) ?? Self.weston(line) {
        self = found
        return
      }
    }
    // A container's stamp looks like syslog's: what is behind it decides.
    if !isCarried, let found = ProgramLine(carried: line) {
      self = found
      return
    }
    if let found = Self.syslog(line) ?? Self.structuredSyslog(line) ?? Self.glib(line)
      ?? Self.webApplication(line) ?? Self.levelled(line)
    {
      self = found
      return
    }
    // A prompt without line end may stand before FreeRDP's line, or anything around any program's.
    if !isCarried, let found = WrappedLine.inner(line) {
      self = found
      return
    }
    return nil
  }

  private init(
    _ form: Form, _ time: CivilTime, _ timeText: LineBytes, tag: LineBytes, message: LineBytes
  ) {
    self.form = form
    self.time = time
    self.timeText = timeText
    self.tag = tag
    self.message = message
  }

  /// `[hh:mm:ss:mmm] [pid:tid] [LEVEL][tag] - [function]: message`; the milliseconds may have fewer
  /// digits and are a number all the same: `:52` is 52 ms.
  static func freeRDP(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    guard cursor.skip("["), let hour = cursor.number(2, 2), cursor.skip(":"),
      let minute = cursor.number(2, 2), cursor.skip(":"), let second = cursor.number(2, 2),
      cursor.skip(":"), let millisecond = cursor.number(1, 3), cursor.skip("]")
    else { return nil }
    let stamp = line[line.startIndex..<cursor.rest.startIndex].dropFirst().dropLast()
    cursor.skipBlanks()
    guard cursor.skip("["), let process = cursor.number(1, 10), cursor.skip(":") else { return nil }
    let threadDigits = cursor.rest.prefix { $0.hexadecimalDigit != nil }
    // Version 3 writes the thread as eight hexadecimal digits.
    let isHexadecimal = threadDigits.count == 8 || threadDigits.contains { !$0.isDigit }
    guard let thread = isHexadecimal ? cursor.hexadecimal() : cursor.number(1, 10), cursor.skip("]")
    else { return nil }
    cursor.skipBlanks()
    guard cursor.skip("["), cursor.take(until: "]") != nil else { return nil }
    var tag = cursor.rest[cursor.rest.startIndex..<cursor.rest.startIndex]
    if cursor.skip("[") {
      guard let name = cursor.take(until: "]") else { return nil }
      tag = name
    }
    cursor.skipBlanks()
    _ = cursor.skip(text: "- ")
    var time = CivilTime()
    (time.hour, time.minute, time.second) = (hour, minute, second)
    time.nanosecond = millisecond * 1_000_000
    time.fractionDigits = 3
    guard time.isValid else { return nil }
    var found = ProgramLine(.freeRDP, time, stamp, tag: tag, message: cursor.rest)
    found.process = process
    found.thread = thread
    return found
  }

  /// `[YYYYMMDD-hh:mm:ss] [LEVEL] message`, with `[pid:N tid:M]` or `[function(file:line)]` before the
  /// message.
  static func xrdp(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    guard cursor.skip("["), let time = xrdpStamp(&cursor), cursor.skip("]") else { return nil }
    let stamp = line[line.startIndex..<cursor.rest.startIndex].dropFirst().dropLast()
    cursor.skipBlanks()
    // Other programs put their stamps in brackets too: a level has to follow.
    guard levels.contains(where: { cursor.rest.starts($0) }) || cursor.rest.first == 0x28 else {
      return nil
    }
    var found = ProgramLine(.xrdp, time, stamp, tag: line.prefix(0), message: cursor.rest)
    found.stripXRDP()
    return found
  }

  /// `YYYYMMDD-hh:mm:ss`; 0.10 writes ISO 8601 with milliseconds and zone.
  private static func xrdpStamp(_ cursor: inout LineCursor) -> CivilTime? {
    var iso = cursor
    if let time = CivilTime.iso(&iso) {
      cursor = iso
      return time
    }
    guard let date = cursor.number(8, 8), cursor.skip("-"), var time = CivilTime.clock(&cursor),
      date > 19_700_000
    else { return nil }
    time.year = date / 10_000
    time.month = date / 100 % 100
    time.day = date % 100
    time.zoneOffset = CivilTime.zone(&cursor)
    return time.isValid ? time : nil
  }

  private static let levels: [Needle] = [
    "[INFO ]", "[ERROR]", "[WARN ]", "[DEBUG]", "[CORE ]", "[TRACE]", "[ALWAY]", "[INFO]", "[WARN]",
    "[CORE]",
  ]

  /// Takes level, process and function off the front of an xrdp message, however it arrives.
  mutating func stripXRDP() {
    var cursor = LineCursor(message)
    // The old double form of syslog: `(pid)(thread)[LEVEL]`.
    if cursor.skip("("), let number = cursor.number(1, 10), cursor.skip(")"), cursor.skip("("),
      cursor.number(1, 18) != nil, cursor.skip(")")
    {
      process = process ?? number
      message = cursor.rest
    }
    cursor = LineCursor(message)
    for level in Self.levels where cursor.skip(text: level) { break }
    cursor.skipBlanks()
    message = cursor.rest
    if cursor.skip(text: "[pid:"), let number = cursor.number(1, 10), cursor.take(until: "]") != nil
    {
      process = number
      cursor.skipBlanks()
      message = cursor.rest
    }
    if cursor.skip("["), let function = cursor.take(until: "]"), function.has("("),
      function.has(".c:")
    {
      cursor.skipBlanks()
      message = cursor.rest
    }
    let twice: Needle = "xrdp_wm_log_msg: "
    if message.starts(twice) { message = message.dropFirst(twice.bytes.count) }
  }

  /// `[hh:mm:ss.mmm] message`.
  static func weston(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    guard cursor.skip("["), let time = CivilTime.clock(&cursor, fractionAfter: "."),
      time.fractionDigits == 3, cursor.skip("]")
    else { return nil }
    let stamp = line[line.startIndex..<cursor.rest.startIndex].dropFirst().dropLast()
    cursor.skipBlanks()
    return ProgramLine(.weston, time, stamp, tag: line.prefix(0), message: cursor.rest)
  }

  /// `(remmina:3120): remmina-WARNING **: 14:02:12.881: message`, as GLib's programs print.
  static func glib(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    guard cursor.skip("("), let name = cursor.take(until: ":"), name.count < 64,
      LineReader.program(named: name) != nil, let process = cursor.number(1, 10),
      cursor.skip(text: "): "), let message = cursor.rest.after("**: ")
    else { return nil }
    cursor = LineCursor(message)
    guard let time = CivilTime.clock(&cursor, fractionAfter: ".") else { return nil }
    let stamp = message[message.startIndex..<cursor.rest.startIndex]
    guard cursor.skip(":") else { return nil }
    cursor.skipBlanks()
    var found = ProgramLine(.syslog, time, stamp, tag: name, message: cursor.rest)
    found.process = process
    return found
  }

  /// `11:15:09.644 [thread] INFO  o.a.g.tunnel.Service - message`, Guacamole's web application.
  static func webApplication(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    var dated = cursor
    let time: CivilTime
    if let found = CivilTime.iso(&dated) {
      time = found
      cursor = dated
    } else if let found = CivilTime.clock(&cursor, fractionAfter: ".,"), found.fractionDigits == 3 {
      time = found
    } else {
      return nil
    }
    let stamp = line[line.startIndex..<cursor.rest.startIndex]
    guard cursor.skip(text: " ["), cursor.take(until: "]") != nil,
      cursor.rest.prefix(80).range(of: "o.a.g") != nil
        || cursor.rest.prefix(80).range(of: "apache.guacamole") != nil,
      let message = cursor.rest.after(" - ")
    else { return nil }
    return ProgramLine(.syslog, time, stamp, tag: Array("guacd".utf8)[...], message: message)
  }

  /// `03:49:29.000 ERROR guacd message`
  static func levelled(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    guard let time = CivilTime.clock(&cursor, fractionAfter: "."), time.fractionDigits == 3 else {
      return nil
    }
    let stamp = line[line.startIndex..<cursor.rest.startIndex]
    cursor.skipBlanks()
    let level = cursor.word()
    guard level.count <= 8, level.allSatisfy({ (0x41...0x5a).contains($0) }) else { return nil }
    let name = cursor.word()
    guard name.elementsEqual("guacd".utf8) else { return nil }
    return ProgramLine(.syslog, time, stamp, tag: name, message: cursor.rest)
  }

  /// `guacd[22]: INFO: message` behind a carrier's stamp.
  static func named(_ line: LineBytes) -> ProgramLine? {
    let label = line.prefix(64).prefix { $0 != UInt8(ascii: ":") && $0 != 0x20 }
    guard line[label.endIndex...].starts(":"), let process = label.after("[")?.leadingNumber,
      LineReader.program(named: label.before("[")) != nil
    else { return nil }
    var found = ProgramLine(
      .syslog, CivilTime(), line.prefix(0), tag: label.before("["),
      message: line[label.endIndex...].dropFirst().withoutBlanks)
    found.process = process
    return found
  }

  /// `Nov 28 07:52:28 host program[pid]: message`, or with an ISO stamp.
  static func syslog(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    // `<30>`, the priority, and the weekday of the journal's full form.
    if cursor.skip("<") {
      guard cursor.number(1, 3) != nil, cursor.skip(">") else { return nil }
    }
    if let weekday = cursor.rest.first, !weekday.isDigit, cursor.rest.dropFirst(3).first == 0x20,
      cursor.rest.dropFirst(4).first?.isDigit == true,
      cursor.rest.dropFirst(8).first == UInt8(ascii: "-")
    {
      _ = cursor.word()
    }
    let front = cursor.rest.startIndex
    guard let time = CivilTime.syslog(&cursor) ?? CivilTime.iso(&cursor) else { return nil }
    let stamp = line[front..<cursor.rest.startIndex]
    cursor.skipBlanks()
    var host = cursor.rest.prefix(0)
    // Some machines have no name: the program follows at once.
    if !cursor.rest.firstWord.suffix(2).elementsEqual("]:".utf8) { host = cursor.word() }
    let label = cursor.rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }
    guard !label.isEmpty, cursor.rest[label.endIndex...].starts(":") else { return nil }
    let name = label.before("[")
    guard !name.isEmpty else { return nil }
    let message = cursor.rest[label.endIndex...].dropFirst().withoutBlanks
    var found = ProgramLine(.syslog, time, stamp, tag: name, message: message)
    found.host = host.isEmpty ? line.prefix(0) : host
    found.process = label.after("[")?.leadingNumber
    return found
  }

  /// `<30>1 2026-11-28T07:52:28.003Z host program pid message-id [data] message` (RFC 5424).
  static func structuredSyslog(_ line: LineBytes) -> ProgramLine? {
    var cursor = LineCursor(line)
    guard cursor.skip("<"), cursor.number(1, 3) != nil, cursor.skip(">"),
      cursor.number(1, 2) != nil,
      cursor.skip(" ")
    else { return nil }
    let front = cursor.rest.startIndex
    guard let time = CivilTime.iso(&cursor) else { return nil }
    let stamp = line[front..<cursor.rest.startIndex]
    cursor.skipBlanks()
    let host = cursor.word()
    let name = cursor.word()
    let process = cursor.word()
    _ = cursor.word()
    if !cursor.skip("-") {
      guard cursor.rest.first == UInt8(ascii: "[") else { return nil }
      while cursor.skip("[") { guard cursor.take(until: "]") != nil else { return nil } }
    }
    cursor.skipBlanks()
    _ = cursor.skip(text: "\u{FEFF}")
    guard !name.isEmpty else { return nil }
    var found = ProgramLine(.syslog, time, stamp, tag: name, message: cursor.rest)
    found.host = host
    found.process = process.leadingNumber
    return found
  }
}
