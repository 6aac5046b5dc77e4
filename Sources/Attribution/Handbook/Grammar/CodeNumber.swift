/// A word that can be read as a number, in one or two ways.
struct CodeNumber: Sendable, Hashable {
  /// The value as it was plainly meant: `0x…`, decimal, or negative decimal.
  let plain: UInt32?
  /// The value of bare digits read as hexadecimal: `904`, `A07`, `C000006D`.
  let bareHexadecimal: UInt32?
  /// Written with `0x`, or as a negative number: what codes look like.
  let isMarked: Bool
  /// How many digits were written.
  let digits: Int

  init?(_ word: String) {
    /// Ten decimal digits and a sign hold every 32-bit number.
    let longest = 11
    guard word.utf8.count <= longest else { return nil }
    var text = word.lowercased()
    if text.hasSuffix("h"), text.dropLast().allSatisfy(\.isHexDigit), text.count > 3 {
      text = "0x" + text.dropLast()
    }
    if text.hasPrefix("0x") {
      guard let value = Self.unsigned(text.dropFirst(2), radix: 16) else { return nil }
      (plain, bareHexadecimal, isMarked, digits) = (value, nil, true, text.count - 2)
    } else if text.hasPrefix("-") {
      guard let value = Int32(text) else { return nil }
      (plain, bareHexadecimal) = (UInt32(bitPattern: value), nil)
      (isMarked, digits) = (true, text.count - 1)
    } else {
      guard text.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
      else { return nil }
      plain = Self.unsigned(Substring(text), radix: 10)
      bareHexadecimal = Self.unsigned(Substring(text), radix: 16)
      isMarked = plain == nil && text.count == 8
      digits = text.count
      if plain == nil && bareHexadecimal == nil { return nil }
    }
  }

  /// Unlike `UInt32(_:radix:)`, accepts no sign.
  private static func unsigned(_ text: Substring, radix: Int) -> UInt32? {
    text.hasPrefix("+") || text.hasPrefix("-") ? nil : UInt32(text, radix: radix)
  }
}
