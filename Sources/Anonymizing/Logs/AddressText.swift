import PacketDecode

/// Addresses as texts have them.
enum AddressText {
  /// An IPv4 or IPv6 address that begins at a place, with nothing before it that it could be part of.
  static func address(at place: Int, in line: [UInt8]) -> (value: IPAddress, length: Int)? {
    if let found = v4(at: place, in: line) { return found }
    return v6(at: place, in: line)
  }

  private static func v4(at place: Int, in line: [UInt8]) -> (value: IPAddress, length: Int)? {
    guard line[place].isDigit else { return nil }
    if place > 0, line[place - 1].isDigit { return nil }
    if place > 1, line[place - 1] == UInt8(ascii: "."), line[place - 2].isDigit { return nil }
    var value: UInt32 = 0
    var position = place
    for part in 0..<4 {
      if part > 0 {
        guard position < line.count, line[position] == UInt8(ascii: ".") else { return nil }
        position += 1
      }
      var number: UInt32 = 0
      var digits = 0
      while position < line.count, line[position].isDigit, digits < 4 {
        number = number * 10 + UInt32(line[position] - 0x30)
        digits += 1
        position += 1
      }
      guard (1...3).contains(digits), number <= 255 else { return nil }
      value = value << 8 | number
    }
    if position < line.count, line[position].isDigit { return nil }
    if position + 1 < line.count, line[position] == UInt8(ascii: "."), line[position + 1].isDigit {
      return nil
    }
    return (IPAddress(v4: value), position - place)
  }

  /// The longest an address of version 6 can be, as text.
  private static let longest = 45

  private static func v6(at place: Int, in line: [UInt8]) -> (value: IPAddress, length: Int)? {
    if place > 0, line[place - 1].isTokenPart || line[place - 1] == UInt8(ascii: ":") { return nil }
    var end = place
    var colons = 0
    while end < line.count, end - place <= longest,
      line[end].isHexDigit || line[end] == UInt8(ascii: ":")
    {
      if line[end] == UInt8(ascii: ":") { colons += 1 }
      end += 1
    }
    // Four groups: a time of day is no address.
    guard colons >= 2, end - place <= longest, line[place..<end].contains(where: \.isDigit) else {
      return nil
    }
    if end < line.count, line[end].isTokenPart || line[end] == UInt8(ascii: ".") { return nil }
    if line[end - 1] == UInt8(ascii: ":"), end - place > 2, line[end - 2] != UInt8(ascii: ":") {
      end -= 1
    }
    guard let value = IPAddress(String(decoding: line[place..<end], as: UTF8.self)), !value.isV4
    else { return nil }
    return (value, end - place)
  }

  /// A link address in hexadecimal: `00:11:22:aa:bb:cc`, or with hyphens.
  static func link(at place: Int, in line: [UInt8]) -> (value: UInt64, length: Int)? {
    guard let value = linkValue(at: place, in: line) else { return nil }
    let separator = line[place + 2]
    if place > 0, line[place - 1].isTokenPart || line[place - 1] == separator { return nil }
    if place + 17 < line.count, line[place + 17].isTokenPart || line[place + 17] == separator {
      return nil
    }
    return (value, 17)
  }

  /// A whole header of Ethernet, as packet filters log it: `MAC=`, both addresses and the type, fourteen
  /// bytes with colons.
  static func linkHeader(
    at place: Int, in line: [UInt8]
  ) -> (destination: UInt64, source: UInt64)? {
    let length = 14 * 3 - 1
    guard place + length <= line.count,
      place == 0 || !line[place - 1].isTokenPart && line[place - 1] != UInt8(ascii: ":"),
      place + length == line.count || !line[place + length].isTokenPart,
      let destination = linkValue(at: place, in: line), line[place + 17] == line[place + 2],
      let source = linkValue(at: place + 18, in: line), line[place + 35] == line[place + 2],
      line[place + 36].isHexDigit, line[place + 37].isHexDigit
    else { return nil }
    return (destination, source)
  }

  private static func linkValue(at place: Int, in line: [UInt8]) -> UInt64? {
    guard place + 17 <= line.count, line[place].isHexDigit else { return nil }
    let separator = line[place + 2]
    guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "-") else { return nil }
    var value: UInt64 = 0
    for offset in 0..<17 {
      let byte = line[place + offset]
      if offset % 3 == 2 {
        guard byte == separator else { return nil }
      } else {
        guard byte.isHexDigit else { return nil }
        value = value << 4 | UInt64(byte.isDigit ? byte - 0x30 : (byte | 0x20) - 0x57)
      }
    }
    return value
  }

  /// - Parameter original: the text whose separator and case are taken over.
  static func text(ofLink value: UInt64, like original: ArraySlice<UInt8>) -> [UInt8] {
    let start = original.startIndex
    let isUpper = original[start..<(start + 17)].contains { (0x41...0x46).contains($0) }
    var result: [UInt8] = []
    for index in 0..<6 {
      if index > 0 { result.append(original[start + 2]) }
      let byte = UInt8(truncatingIfNeeded: value >> UInt64(40 - 8 * index))
      for digit in [byte >> 4, byte & 0xF] {
        result.append(digit < 10 ? 0x30 + digit : (isUpper ? 0x37 : 0x57) + digit)
      }
    }
    return result
  }
}

/// A security identifier of an account or machine of Windows ([MS-DTYP] 2.4.2): `S-1-5-21-…`. Those of
/// built-in accounts and groups say nothing.
struct SecurityIdentifier {
  private let numbers: [UInt32]
  /// Account numbers from here on were given out one by one.
  private static let firstGiven: UInt32 = 1_000

  init?(_ token: ArraySlice<UInt8>) {
    let prefix = Array("S-1-5-21-".utf8)
    guard token.count > prefix.count, token.starts(with: prefix) else { return nil }
    let parts = token.dropFirst(prefix.count).split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt32(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == parts.count, (3...8).contains(numbers.count) else { return nil }
    self.numbers = numbers
  }

  func pseudonym(_ pseudonyms: Pseudonyms) -> String {
    let images = numbers.enumerated().map { place, number in
      guard place >= 3 else { return pseudonyms.number(number, purpose: "domain \(place)") }
      guard number >= Self.firstGiven else { return number }
      let image = pseudonyms.number(number, purpose: "account") & 0x7FFF_FFFF
      return image | 0x400
    }
    return "S-1-5-21-" + images.map(String.init).joined(separator: "-")
  }
}
