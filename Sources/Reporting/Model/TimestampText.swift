package import CaptureReader

extension Timestamp {
  /// RFC 3339 in UTC with nine digits of fraction: `2026-03-01T14:05:07.123456789Z`.
  package var rfc3339: String {
    var text = ByteBuffer(capacity: 32)
    text.append(rfc3339: self)
    return text.text
  }
}

extension ByteBuffer {
  /// The days are turned into a date in the proleptic Gregorian calendar, counted in eras of 400
  /// years from 0000-03-01 so that the leap day is a year's last.
  mutating func append(rfc3339 time: Timestamp) {
    let (second, fraction) = time.nanoseconds.quotientAndRemainder(dividingFloor: 1_000_000_000)
    let (day, time) = second.quotientAndRemainder(dividingFloor: 86_400)
    let (era, dayOfEra) = (day + 719_468).quotientAndRemainder(dividingFloor: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    append(digits: 4, of: UInt64(truncatingIfNeeded: year))
    append(UInt8(ascii: "-"))
    append(twoDigits: UInt64(truncatingIfNeeded: calendarMonth))
    append(UInt8(ascii: "-"))
    append(twoDigits: UInt64(truncatingIfNeeded: dayOfMonth))
    append(UInt8(ascii: "T"))
    let clock = UInt64(truncatingIfNeeded: time)
    append(twoDigits: clock / 3600)
    append(UInt8(ascii: ":"))
    append(twoDigits: clock / 60 % 60)
    append(UInt8(ascii: ":"))
    append(twoDigits: clock % 60)
    append(UInt8(ascii: "."))
    append(nineDigits: UInt64(truncatingIfNeeded: fraction))
    append(UInt8(ascii: "Z"))
  }
}

extension Int64 {
  fileprivate func quotientAndRemainder(dividingFloor divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension Double {
  /// Rounded to `digits` decimal places; a value that no number can be is 0.
  func rounded(toPlaces digits: Int) -> Double {
    guard isFinite else { return 0 }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}

extension TimeSpan {
  /// Seconds to the microsecond.
  var secondsRounded: Double { seconds.rounded(toPlaces: 6) }
}
