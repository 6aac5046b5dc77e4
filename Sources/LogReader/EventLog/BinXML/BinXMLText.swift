import CaptureReader

/// Texts of BinXML values.
enum BinXMLText {
  /// UTF-16 text of `count` units, as far as it is there; ends before a zero at its end.
  static func utf16(_ bytes: RawSpan, _ offset: Int, _ count: Int) -> String {
    guard offset >= 0, count > 0 else { return "" }
    var units: [UInt16] = []
    units.reserveCapacity(min(count, 4_096))
    for index in 0..<count {
      guard let unit = bytes.littleEndian(at: offset + index * 2, as: UInt16.self) else { break }
      units.append(unit)
    }
    while units.last == 0 { units.removeLast() }
    return String(decoding: units, as: UTF16.self)
  }

  static func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

  /// `{6ED2…}` in lower case without braces.
  static func guid(_ bytes: RawSpan, _ offset: Int) -> String? {
    guard let first = bytes.littleEndian(at: offset, as: UInt32.self),
      let second = bytes.littleEndian(at: offset + 4, as: UInt16.self),
      let third = bytes.littleEndian(at: offset + 6, as: UInt16.self),
      let last = bytes.bigEndian(at: offset + 8, as: UInt64.self)
    else { return nil }
    return padded(UInt64(first), 8) + "-" + padded(UInt64(second), 4) + "-"
      + padded(UInt64(third), 4)
      + "-" + padded(last >> 48, 4) + "-" + padded(last & 0xffff_ffff_ffff, 12)
  }

  private static func padded(_ value: UInt64, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `S-1-5-18`.
  static func securityIdentifier(_ bytes: RawSpan, _ offset: Int, _ size: Int) -> String? {
    guard size >= 8, let head = bytes.bigEndian(at: offset, as: UInt64.self) else { return nil }
    var text = "S-\(head >> 56)-\(head & 0xffff_ffff_ffff)"
    let count = Int(head >> 48 & 0xff)
    guard count <= 15, size >= 8 + count * 4 else { return nil }
    for index in 0..<count {
      guard let part = bytes.littleEndian(at: offset + 8 + index * 4, as: UInt32.self) else {
        return nil
      }
      text += "-\(part)"
    }
    return text
  }

  /// Nanoseconds since 1970 of a FILETIME: 100 ns since 1601.
  static func nanoseconds(fileTime: UInt64) -> Int64? {
    let ticks = Int64(clamping: fileTime).subtractingSaturating(116_444_736_000_000_000)
    guard ticks > -116_444_736_000_000_000, ticks < 2_534_023_008_000_000_00 else { return nil }
    return ticks.multipliedSaturating(by: 100)
  }

  /// `00FF10`.
  static func binary(_ bytes: RawSpan, _ offset: Int, _ size: Int, limit: Int) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for index in 0..<max(0, min(size, limit)) {
      guard let byte = bytes.littleEndian(at: offset + index, as: UInt8.self) else { break }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
