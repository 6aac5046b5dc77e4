package import CaptureReader

extension Timestamp {
  /// RFC 3339 in UTC with nine digits of fraction: `2026-03-01T14:05:07.123456789Z`.
  ///
  /// The days are turned into a date in the proleptic Gregorian calendar, counted in eras of 400
  /// years from 0000-03-01 so that the leap day is a year's last.
  package var rfc3339: String {
    let (second, fraction) = nanoseconds.quotientAndRemainder(dividingFloor: 1_000_000_000)
    let (day, time) = second.quotientAndRemainder(dividingFloor: 86_400)
    let (era, dayOfEra) = (day + 719_468).quotientAndRemainder(dividingFloor: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    var text: [UInt8] = []
    text.reserveCapacity(30)
    text.append(year, width: 4, then: "-")
    text.append(calendarMonth, width: 2, then: "-")
    text.append(dayOfMonth, width: 2, then: "T")
    text.append(time / 3600, width: 2, then: ":")
    text.append(time / 60 % 60, width: 2, then: ":")
    text.append(time % 60, width: 2, then: ".")
    text.append(fraction, width: 9, then: "Z")
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Decimal digits of a number that has at most `width` of them, and what stands behind it.
  fileprivate mutating func append(_ number: Int64, width: Int, then mark: Unicode.Scalar) {
    var divisor: Int64 = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
    append(UInt8(ascii: mark))
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
