public import CaptureReader

extension Timestamp {
  /// The time of a record's text, if the text has the form of `rfc3339` exactly.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    let form = Array("0000-00-00T00:00:00.000000000Z".utf8)
    guard bytes.count == form.count else { return nil }
    for (byte, expected) in zip(bytes, form) {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard expected == UInt8(ascii: "0") ? isDigit : byte == expected else { return nil }
    }
    func number(_ range: Range<Int>) -> Int64 {
      bytes[range].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
    let (month, day) = (number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    // Days since 1970-01-01, counted in eras of 400 years that begin on 0000-03-01.
    let year = number(0..<4) - (month <= 2 ? 1 : 0)
    let (era, yearOfEra) = (year / 400, year % 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days =
      era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
    // Before 1970 the fraction leads back towards it, so that the earliest time does not overflow.
    let isBefore = seconds < 0
    let (whole, overflow) = (seconds + (isBefore ? 1 : 0))
      .multipliedReportingOverflow(by: 1_000_000_000)
    let (all, carry) = whole.addingReportingOverflow(
      number(20..<29) - (isBefore ? 1_000_000_000 : 0))
    guard !overflow, !carry else { return nil }
    self.init(nanoseconds: all)
  }
}
