/// Looks at a line of JSON before it is decoded: nothing nested without end, and no number that
/// arithmetic on facts could carry beyond its type.
struct FactsLineCheck {
  /// Facts nest less than half as deep.
  static let deepest = 64
  /// 2⁵³: more packets or bytes than any capture holds, and far from the limits of Int in any sum.
  static let greatest: Int64 = 1 << 53

  /// What is wrong, and the name of the field where it is.
  static func problem(in line: [UInt8]) -> (field: String?, reason: String)? {
    // A decoder would take it for UTF-16 or UTF-32, in which nothing below is where it seems.
    if line.contains(0) { return (nil, "is not UTF-8") }
    var depth = 0
    var position = 0
    var text: Range<Int>?
    var field: Range<Int>?
    while position < line.count {
      switch line[position] {
      case UInt8(ascii: "\""):
        let end = endOfString(in: line, from: position + 1)
        text = position + 1..<end
        position = end
      case UInt8(ascii: ":"): field = text
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > deepest { return (nil, "is nested deeper than \(deepest) levels") }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = position + 1
        var isWhole = true
        while end < line.count, isPartOfNumber(line[end]) {
          isWhole = isWhole && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line[end])
          end += 1
        }
        // Nearly all are short and whole: less than 2⁵³ by their length, and need no text.
        if isWhole, end - position <= shortNumber {
          position = end
          continue
        }
        let digits = String(decoding: line[position..<end], as: UTF8.self)
        let name = field.map { String(decoding: line[$0], as: UTF8.self) }
        guard isBounded(digits) || name.map(isIdentifier) == true && UInt64(digits) != nil else {
          return (name, "\(digits.prefix(40)) is out of range")
        }
        position = end - 1
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Index of the closing quote, or the end of the line.
  private static func endOfString(in line: [UInt8], from start: Int) -> Int {
    var position = start
    while position < line.count, line[position] != UInt8(ascii: "\"") {
      position += line[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position, line.count)
  }

  /// Characters of a number that is below 2⁵³ whatever it is.
  private static let shortNumber = 15

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// A number that names something and is never summed: a tunnel's, or marks of numbers that were seen.
  /// A count of an interface is as wide, and its sums saturate.
  private static func isIdentifier(_ field: String) -> Bool {
    identifiers.contains(field)
  }

  private static let identifiers: Set = ["tunnel", "interfaceDrops", "recent", "older"]

  private static func isBounded(_ digits: String) -> Bool {
    if let whole = Int64(digits) { return whole.magnitude <= greatest.magnitude }
    guard let number = Double(digits) else { return true }
    return number.isFinite && number.magnitude <= Double(greatest)
  }
}
