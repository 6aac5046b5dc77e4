/// Text that is looked for in lines.
struct Needle: ExpressibleByStringLiteral, Sendable, Hashable {
  let bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }
  init(_ text: String) { bytes = Array(text.utf8) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Part of a line, as bytes.
typealias LineBytes = ArraySlice<UInt8>

extension ArraySlice<UInt8> {
  func starts(_ needle: Needle) -> Bool {
    count >= needle.bytes.count && prefix(needle.bytes.count).elementsEqual(needle.bytes)
  }

  /// Where `needle` stands first.
  func range(of needle: Needle) -> Range<Int>? {
    let sought = needle.bytes.span
    let text = span
    guard !sought.isEmpty, text.count >= sought.count else { return nil }
    let first = sought[0]
    let last = text.count - sought.count
    var index = 0
    while index <= last {
      if text[index] == first {
        var offset = 1
        while offset < sought.count, text[index + offset] == sought[offset] { offset += 1 }
        if offset == sought.count {
          return (startIndex + index)..<(startIndex + index + offset)
        }
      }
      index += 1
    }
    return nil
  }

  func has(_ needle: Needle) -> Bool { range(of: needle) != nil }

  /// What stands behind `needle`, nil where it does not occur.
  func after(_ needle: Needle) -> LineBytes? { range(of: needle).map { self[$0.upperBound...] } }

  /// What stands before `needle`; everything where it does not occur.
  func before(_ needle: Needle) -> LineBytes {
    range(of: needle).map { self[startIndex..<$0.lowerBound] } ?? self
  }

  /// What stands between two texts.
  func between(_ opening: Needle, _ closing: Needle) -> LineBytes? {
    guard let rest = after(opening), let end = rest.range(of: closing) else { return nil }
    return rest[rest.startIndex..<end.lowerBound]
  }

  /// Up to the first blank.
  var firstWord: LineBytes { prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } }

  var withoutBlanks: LineBytes {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }

  /// The text; what is not UTF-8 becomes U+FFFD.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// A decimal number at the front.
  var leadingNumber: Int? {
    var value = 0
    var digits = 0
    for byte in self {
      guard byte >= 0x30, byte <= 0x39, digits < 18 else { break }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits == 0 ? nil : value
  }

  /// A hexadecimal number at the front, after `0x` or without.
  var leadingHexadecimal: UInt64? {
    var rest = self
    if rest.starts("0x") || rest.starts("0X") { rest = rest.dropFirst(2) }
    var value: UInt64 = 0
    var digits = 0
    for byte in rest {
      guard digits < 16, let digit = byte.hexadecimalDigit else { break }
      value = value << 4 | UInt64(digit)
      digits += 1
    }
    return digits == 0 ? nil : value
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var hexadecimalDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension String {
  /// At most `limit` bytes of UTF-8, cut between characters.
  func shortened(_ limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var cut = utf8.index(utf8.startIndex, offsetBy: max(0, limit))
    while cut > startIndex, cut.samePosition(in: unicodeScalars) == nil {
      cut = utf8.index(before: cut)
    }
    return String(self[..<cut]) + "…"
  }
}
