/// Lines that hold FreeRDP's words without its form: of programs that print its errors in their own logs.
enum FreeRDPText {
  private static let words: [Needle] = [
    "ERRCONNECT_", "ERRINFO_", "freerdp_set_last_error", "com.freerdp.",
    "SPNEGO failed with NTSTATUS", "libfreerdp returned code", "E_PROXY_",
    "Authentication failure, check credentials", "freerdp_check_fds() failed",
    "protocol security negotiation or connection failure", "Protocol Security Negotiation Failure",
  ]

  /// Columns from which on a line is a row of a table that quotes a log.
  private static let columns = 5

  static func isPart(_ line: LineBytes) -> Bool {
    line.count < 4_096 && words.contains { line.has($0) }
      && line.count { $0 == UInt8(ascii: "\t") } < columns
  }

  /// Bytes of a line in which its stamp is looked for.
  private static let stampFront = 64

  /// A date and time, or a time alone, within the line's front.
  static func stamp(of line: LineBytes) -> (time: CivilTime, text: LineBytes)? {
    dated(line) ?? timeOfDay(line)
  }

  /// A stamp with a date, in any of the orders in which programs write it.
  private static func dated(_ line: LineBytes) -> (time: CivilTime, text: LineBytes)? {
    let front = line.prefix(stampFront)
    for start in front.indices {
      let before = start > front.startIndex ? front[start - 1] : 0x20
      var cursor = LineCursor(line[start...])
      if front[start].isDigit {
        if before.isDigit || before == 0x3a || before == 0x2e || before == 0x2d { continue }
        if let time = CivilTime.iso(&cursor) ?? compact(&cursor) ?? monthAndDay(&cursor)
          ?? CivilTime.monthFirst(&cursor) ?? slashed(&cursor) ?? CivilTime.sinceEpoch(&cursor)
          ?? CivilTime.commonLog(&cursor)
        {
          return (time, line[start..<cursor.rest.startIndex])
        }
      } else if before == 0x20 || before == 0x5b || before == 0x3e, front[start] >= 0x41 {
        if var time = CivilTime.syslog(&cursor) {
          // `Wed Jan 22 13:02:11 2025`
          let isBehindWeekday =
            start - 4 >= front.startIndex && before == 0x20
            && front[(start - 4)..<(start - 1)].allSatisfy {
              $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a
            }
          var look = cursor
          if time.year == nil, isBehindWeekday, look.skip(" "), let year = look.number(4, 4),
            (1_990...2_100).contains(year), look.rest.first?.isDigit != true
          {
            time.year = year
            cursor = look
          }
          return (time, line[start..<cursor.rest.startIndex])
        }
      }
    }
    return nil
  }

  /// `hh:mm:ss`, with a fraction or without.
  private static func timeOfDay(_ line: LineBytes) -> (time: CivilTime, text: LineBytes)? {
    let front = line.prefix(stampFront)
    for start in front.indices where front[start].isDigit {
      if start > front.startIndex, front[start - 1].isDigit || front[start - 1] == 0x3a { continue }
      var cursor = LineCursor(line[start...])
      if let time = CivilTime.clock(&cursor, fractionAfter: ".,:"), cursor.rest.first != 0x3a,
        line[start..<cursor.rest.startIndex].filter({ $0 == 0x3a }).count >= 2
      {
        return (time, line[start..<cursor.rest.startIndex])
      }
    }
    return nil
  }

  /// `20261128 14:35:04`, `20261128-14:35:04`
  private static func compact(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let date = look.number(8, 8), date > 19_700_000, look.skip(" ") || look.skip("-"),
      var time = CivilTime.clock(&look)
    else { return nil }
    (time.year, time.month, time.day) = (date / 10_000, date / 100 % 100, date % 100)
    time.zoneOffset = CivilTime.zone(&look)
    guard time.isValid else { return nil }
    cursor = look
    return time
  }

  /// `02-15 18:21:41.485`, as Android's log has it.
  private static func monthAndDay(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let month = look.number(2, 2), look.skip("-"), let day = look.number(2, 2),
      look.skip(" "), var time = CivilTime.clock(&look, fractionAfter: "."),
      time.fractionDigits == 3
    else { return nil }
    (time.month, time.day) = (month, day)
    guard time.isValid else { return nil }
    cursor = look
    return time
  }

  /// `24/05/2021 11:31`, `9/20/2026 7:41:12 AM`, `28.11.2026, 10:45:25`
  private static func slashed(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let first = look.number(1, 2), look.skip("/") || look.skip("."),
      let second = look.number(1, 2), look.skip("/") || look.skip("."),
      let year = look.number(4, 4)
    else { return nil }
    _ = look.skip(",")
    look.skipBlanks()
    guard var time = CivilTime.clock(&look) else { return nil }
    var half = look
    half.skipBlanks()
    let isHalf = half.skip(text: "PM") || half.skip(text: "pm")
    let isMorning = half.skip(text: "AM") || half.skip(text: "am")
    if isHalf, time.hour < 12 { time.hour += 12 }
    if isMorning, time.hour == 12 { time.hour = 0 }
    if isHalf || isMorning { look = half }
    // Who writes 24 hours puts the day before the month.
    let isDayFirst = first > 12 || second <= 12 && !isHalf && !isMorning
    time.year = year
    (time.day, time.month) = isDayFirst ? (first, second) : (second, first)
    guard time.isValid else { return nil }
    cursor = look
    return time
  }
}
