import ArgumentParser
import CaptureReader
import Reporting

/// A time as it is typed: a date, or a date and a time of day, with a zone or in UTC.
struct TimeWord: ExpressibleByArgument {
  let time: Timestamp

  init?(argument: String) {
    let parts = argument.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == "T" || $0 == "t" || $0 == " " })
    guard let date = parts.first, date.utf8.count == 10 else { return nil }
    var clock = parts.count > 1 ? String(parts[1]) : "00:00"
    guard let zone = Self.takeZone(of: &clock) else { return nil }
    let pieces = clock.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = pieces.first, day.utf8.count == 5 || day.utf8.count == 8 else { return nil }
    let fraction = pieces.count > 1 ? String(pieces[1]) : ""
    guard fraction.utf8.count <= 9, pieces.count == 1 || !fraction.isEmpty else { return nil }
    let text =
      "\(date)T\(day)" + (day.utf8.count == 5 ? ":00" : "") + "." + fraction
      + String(repeating: "0", count: 9 - fraction.utf8.count) + "Z"
    guard let time = Timestamp(rfc3339: text) else { return nil }
    self.time = time.advanced(by: TimeSpan.zero - zone)
  }

  /// Cuts `Z`, `+01:00` or `-0530` off the end; nil where it is no zone.
  private static func takeZone(of clock: inout String) -> TimeSpan? {
    if clock.hasSuffix("Z") || clock.hasSuffix("z") {
      clock.removeLast()
      return .zero
    }
    guard let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return .zero }
    let digits = clock[clock.index(after: sign)...].filter { $0 != ":" }
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(digits), number % 100 < 60, number / 100 < 24
    else { return nil }
    let span = TimeSpan.seconds(number / 100 * 3_600 + number % 100 * 60)
    let zone = clock[sign] == "-" ? TimeSpan.zero - span : span
    clock = String(clock[..<sign])
    return zone
  }
}
