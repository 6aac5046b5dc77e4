/// Finds a date, with or without a time of day, in the forms that strftime patterns usually have:
/// `20260131`, `2026-01-31T23-59`, `2026.01.31_23:59:59Z`.
///
/// By hand: names are looked at by the ten thousand, and a `Regex` is made anew each time.
struct DateInName {
  private let name: [UInt8]
  private var place: Int

  private init(_ name: [UInt8], at place: Int) {
    self.name = name
    self.place = place
  }

  /// The first date's place, from its year on.
  static func first(in name: [UInt8]) -> Range<Int>? {
    for start in name.indices
    where name[start] == UInt8(ascii: "1") || name[start] == UInt8(ascii: "2") {
      var date = Self(name, at: start)
      if date.skipDate() { return start..<date.place }
    }
    return nil
  }

  private mutating func skipDate() -> Bool {
    guard skip(19...20, after: ""), skip(0...99, after: ""), skip(1...12, after: "-_."),
      skip(1...31, after: "-_.")
    else { return false }
    if skip(0...23, after: "-_.T "), skip(0...59, after: "-_.:h") {
      _ = skip(0...59, after: "-_.:m")
    }
    if place < name.count, name[place] == UInt8(ascii: "Z") { place += 1 }
    return true
  }

  /// Skips two digits within `values`, with one of `separators` before them or none; else nothing.
  private mutating func skip(_ values: ClosedRange<Int>, after separators: String) -> Bool {
    var digits = place
    if digits < name.count, separators.utf8.contains(name[digits]) { digits += 1 }
    guard digits + 1 < name.count, name[digits].isDigit, name[digits + 1].isDigit else {
      return false
    }
    let value = Int(name[digits] - 48) * 10 + Int(name[digits + 1] - 48)
    guard values.contains(value) else { return false }
    place = digits + 2
    return true
  }
}
