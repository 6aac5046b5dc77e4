extension CivilTime {
  /// Seconds since 1970, UTC.
  init?(secondsSinceEpoch seconds: Int, nanosecond: Int = 0, fractionDigits: Int = 0) {
    guard seconds > 0, seconds < 4_000_000_000 else { return nil }
    self.init()
    let date = Self.date(days: Int64(seconds / 86_400))
    (year, month, day) = (date.year, date.month, date.day)
    (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60)
    self.nanosecond = nanosecond
    self.fractionDigits = fractionDigits
    zoneOffset = 0
  }

  /// `1782000000.123`, as some loggers write the time.
  static func sinceEpoch(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let seconds = look.number(10, 10), look.skip(".") else { return nil }
    let digits = look.rest.prefix(9).prefix { $0.isDigit }
    guard digits.count >= 3, var nanosecond = digits.leadingNumber else { return nil }
    for _ in digits.count..<9 { nanosecond *= 10 }
    look = LineCursor(look.rest.dropFirst(digits.count))
    guard look.rest.first?.isDigit != true,
      let time = CivilTime(
        secondsSinceEpoch: seconds, nanosecond: nanosecond, fractionDigits: digits.count)
    else { return nil }
    cursor = look
    return time
  }

  /// `28/Nov/2026:14:02:11 +0100`, as web servers write it.
  static func commonLog(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let day = look.number(1, 2), look.skip("/"), let name = look.take(until: "/"),
      name.count == 3, let month = MonthNames.month(name), let year = look.number(4, 4),
      look.skip(":") || look.skip(" "), var time = clock(&look)
    else { return nil }
    (time.year, time.month, time.day) = (year, month, day)
    time.zoneOffset = zone(&look)
    guard time.isValid else { return nil }
    cursor = look
    return time
  }

  /// `06/21/2026:12:44:10 GMT`: who puts a colon behind the year puts the month first.
  static func monthFirst(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let month = look.number(2, 2), look.skip("/"), let day = look.number(2, 2),
      look.skip("/"), let year = look.number(4, 4), look.skip(":"), var time = clock(&look)
    else { return nil }
    (time.year, time.month, time.day) = (year, month, day)
    time.zoneOffset = zone(&look)
    guard time.isValid else { return nil }
    cursor = look
    return time
  }
}
