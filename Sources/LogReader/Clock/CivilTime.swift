import CaptureReader

/// A stamp as its digits say, before a zone or a date is added.
struct CivilTime: Hashable {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour = 0
  var minute = 0
  var second = 0
  var nanosecond = 0
  /// Seconds ahead of UTC, where the stamp says so.
  var zoneOffset: Int?
  /// Digits of the fraction.
  var fractionDigits = 0

  var isValid: Bool {
    hour < 24 && minute < 60 && second < 61 && (month.map { (1...12).contains($0) } ?? true)
      && (day.map { (1...31).contains($0) } ?? true)
      && (year.map { (1601...9999).contains($0) } ?? true)
  }

  var secondsOfDay: Int64 { Int64(hour) * 3_600 + Int64(minute) * 60 + Int64(second) }

  /// Days from 1970-01-01 to a date of the Gregorian calendar.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  /// The date that lies `days` after 1970-01-01.
  static func date(days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = min(max(days, -700_000), 3_000_000) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    let month = Int(monthIndex < 10 ? monthIndex + 3 : monthIndex - 9)
    return (Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month, day)
  }
}

extension CivilTime {
  /// `hh:mm:ss` with an optional fraction after one of `separators`.
  static func clock(_ cursor: inout LineCursor, fractionAfter separators: String = ".,")
    -> CivilTime?
  {
    var time = CivilTime()
    guard let hour = cursor.number(1, 2), cursor.skip(":"), let minute = cursor.number(2, 2)
    else { return nil }
    time.hour = hour
    time.minute = minute
    if cursor.skip(":") {
      guard let second = cursor.number(2, 2) else { return nil }
      time.second = second
      for separator in separators where cursor.rest.dropFirst().first?.isDigit == true {
        if cursor.skip(separator) {
          time.readFraction(&cursor)
          break
        }
      }
    }
    return time.isValid ? time : nil
  }

  private mutating func readFraction(_ cursor: inout LineCursor) {
    let digits = cursor.rest.prefix { $0.isDigit }
    guard let value = digits.prefix(9).leadingNumber else { return }
    var nanoseconds = value
    for _ in min(digits.count, 9)..<9 { nanoseconds *= 10 }
    nanosecond = nanoseconds
    fractionDigits = min(digits.count, 9)
    var all = LineCursor(cursor.rest)
    _ = all.number(digits.count, digits.count)
    cursor = all
  }

  /// `2026-11-28T10:45:25.809Z`, `2026-11-28 10:45:25+01:00` and the same with slashes; `2026-11-28 오후 2:45:25`.
  static func iso(_ cursor: inout LineCursor) -> CivilTime? {
    var look = cursor
    guard let year = look.number(4, 4), look.skip("-") || look.skip("/"),
      let month = look.number(1, 2), look.skip("-") || look.skip("/"),
      let day = look.number(1, 2), look.skip("T") || look.skip(" ")
    else { return nil }
    let half = halfOfDay(&look)
    guard var time = clock(&look) else { return nil }
    switch half {
    case .afternoon where time.hour < 12: time.hour += 12
    case .morning where time.hour == 12: time.hour = 0
    default: break
    }
    time.year = year
    time.month = month
    time.day = day
    time.zoneOffset = zone(&look)
    guard time.isValid else { return nil }
    cursor = look
    return time
  }

  /// `Z`, `UTC`, `+01:00`, `-0530`.
  static func zone(_ cursor: inout LineCursor) -> Int? {
    var look = cursor
    if look.skip("Z") || look.skip(text: " UTC") || look.skip(text: "UTC")
      || look.skip(text: " GMT")
    {
      cursor = look
      return 0
    }
    if cursor.rest.first == UInt8(ascii: " ") { _ = look.skip(" ") }
    let isWest = look.rest.first == UInt8(ascii: "-")
    guard look.skip("+") || look.skip("-"), let hours = look.number(2, 2) else { return nil }
    _ = look.skip(":")
    guard let minutes = look.number(2, 2), hours <= 18, minutes < 60 else { return nil }
    cursor = look
    return (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// Syslog's `Nov 28 07:52:28`, with an optional year before the time; the month in the machine's
  /// language.
  static func syslog(_ cursor: inout LineCursor) -> CivilTime? {
    let name = cursor.rest.prefix(16).firstWord
    guard name.count < 16, let month = MonthNames.month(name) else { return nil }
    var look = LineCursor(cursor.rest[name.endIndex...])
    look.skipBlanks()
    guard let day = look.number(1, 2) else { return nil }
    look.skipBlanks()
    var year: Int?
    var withYear = look
    if let number = withYear.number(4, 4), withYear.skip(" ") {
      year = number
      look = withYear
    }
    guard var time = clock(&look) else { return nil }
    time.year = year
    time.month = month
    time.day = day
    guard time.isValid else { return nil }
    cursor = look
    return time
  }

  /// `29.04.2026 09:43:59`, `11/19/2026 14:39:34`, `18/01/2026 01:31:35`, `9/20/2026 7:41:12.118 AM`.
  ///
  /// - Parameter dayFirst: which of two small numbers is the day where the text does not decide.
  static func local(_ text: LineBytes, dayFirst: Bool?) -> CivilTime? {
    var cursor = LineCursor(text.withoutBlanks)
    var iso = cursor
    if let time = Self.iso(&iso) { return time }
    if let first = cursor.rest.first,
      !first.isDigit || cursor.rest.prefix(5).contains(0x2d)
        || cursor.rest.prefix(4).contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a })
    {
      if let time = named(cursor.rest) { return time }
    }
    guard let first = cursor.number(1, 2) else { return nil }
    let isDotted = cursor.rest.first == UInt8(ascii: ".")
    guard cursor.skip(".") || cursor.skip("/") || cursor.skip("-"),
      let second = cursor.number(1, 2),
      cursor.skip(".") || cursor.skip("/") || cursor.skip("-"), let year = cursor.number(2, 4)
    else { return nil }
    _ = cursor.skip(",")
    cursor.skipBlanks()
    guard var time = clock(&cursor) else { return nil }
    cursor.skipBlanks()
    let half = cursor.rest.prefix(2).text.uppercased()
    if half == "PM", time.hour < 12 { time.hour += 12 }
    if half == "AM", time.hour == 12 { time.hour = 0 }
    time.year = year < 100 ? 2_000 + year : year
    let isDayFirst = first > 12 || (second <= 12 && (isDotted || dayFirst == true))
    time.day = isDayFirst ? first : second
    time.month = isDayFirst ? second : first
    return time.isValid ? time : nil
  }
}
