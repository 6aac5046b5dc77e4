/// Seconds as text with nine digits of fraction (`"1772373907.123456789"`): exact for every value,
/// where a JSON number of that size is not for most readers.
struct SecondsText {
  var nanoseconds: Int64

  init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// An optional sign, digits, a point, and nine digits; nil for all else and for what nanoseconds in
  /// 64 bits cannot hold.
  init?(_ text: String) {
    let digits = text.utf8
    let isNegative = digits.first == UInt8(ascii: "-")
    // Ten digits and nine: 10¹⁹ is beyond Int64, so the last step is checked.
    var value: Int64 = 0
    var (whole, fraction) = (0, 0)
    var isFraction = false
    for byte in digits.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      if isFraction { fraction += 1 } else { whole += 1 }
      guard whole <= 10, fraction <= 9 else { return nil }
      let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
      let step = Int64(byte - 0x30)
      let (next, overflows) =
        isNegative
        ? shifted.subtractingReportingOverflow(step) : shifted.addingReportingOverflow(step)
      guard !overflowed, !overflows else { return nil }
      value = next
    }
    guard whole > 0, fraction == 9 else { return nil }
    nanoseconds = value
  }

  var text: String {
    let (seconds, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    let digits = String(rest)
    let zeros = String(repeating: "0", count: max(0, 9 - digits.count))
    return "\(nanoseconds < 0 ? "-" : "")\(seconds).\(zeros)\(digits)"
  }

  static func decode(from decoder: any Decoder) throws -> Int64 {
    let container = try decoder.singleValueContainer()
    guard let value = SecondsText(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected seconds with nine digits of fraction")
    }
    return value.nanoseconds
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Timestamp: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(nanoseconds: try SecondsText.decode(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try SecondsText(nanoseconds: nanoseconds).encode(to: encoder)
  }
}

extension TimeSpan: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(nanoseconds: try SecondsText.decode(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try SecondsText(nanoseconds: nanoseconds).encode(to: encoder)
  }
}
