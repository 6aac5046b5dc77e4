/// A word that can be read as a number, in one or two ways.
struct NumberWord {
  typealias Family = Explanation.Family

  /// The value as it was plainly meant: `0x…`, decimal, or negative decimal.
  private let plain: UInt32?
  /// The value of bare digits read as hexadecimal: `904`, `A07`, `C000006D`.
  private let bareHexadecimal: UInt32?

  init?(_ word: String) {
    /// Ten decimal digits and a sign hold every 32-bit number.
    let longest = 11
    guard word.utf8.count <= longest else { return nil }
    let text = word.lowercased()
    if text.hasPrefix("0x") {
      guard let value = Self.unsigned(text.dropFirst(2), radix: 16) else { return nil }
      plain = value
      bareHexadecimal = nil
    } else if text.hasPrefix("-") {
      guard let value = Int32(text) else { return nil }
      plain = UInt32(bitPattern: value)
      bareHexadecimal = nil
    } else {
      guard text.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
      else { return nil }
      plain = Self.unsigned(Substring(text), radix: 10)
      bareHexadecimal = Self.unsigned(Substring(text), radix: 16)
      if plain == nil && bareHexadecimal == nil { return nil }
    }
  }

  /// Unlike `UInt32(_:radix:)`, accepts no sign.
  private static func unsigned(_ text: Substring, radix: Int) -> UInt32? {
    text.hasPrefix("+") || text.hasPrefix("-") ? nil : UInt32(text, radix: radix)
  }

  /// The pages for every reading of the number, in the families asked for (nil: all).
  func pages(from index: HandbookIndex, in families: Set<Family>?) -> [Explanation] {
    let asked = families ?? Set(Family.allCases)
    var found: [Explanation] = []
    if let plain {
      found += index.pages(numbered: plain, in: asked)
      found += Self.wrapped(plain).flatMap { inner, family in
        asked.contains(family) ? index.pages(numbered: inner, in: [family]) : []
      }
    }
    if let bareHexadecimal, bareHexadecimal != plain {
      let hexadecimal = asked.filter(\.isWrittenInHexadecimal)
      found += index.pages(numbered: bareHexadecimal, in: hexadecimal)
    }
    return found
  }

  /// Numbers that carry another family's number inside.
  private static func wrapped(_ value: UInt32) -> [(UInt32, Family)] {
    var inner: [(UInt32, Family)] = []
    // HRESULT_FROM_NT sets bit 28 of an NTSTATUS ([MS-ERREF] 2.1.1).
    if value >> 28 == 0xD { inner.append((value & ~0x1000_0000, .ntStatus)) }
    // FreeRDP shows Set Error Info as class 1 in the upper half.
    if value >> 16 == 1 { inner.append((value & 0xFFFF, .errorInfo)) }
    return inner
  }
}
