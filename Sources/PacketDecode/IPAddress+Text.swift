public import CaptureReader

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4, the canonical text of RFC 5952 for IPv6.
  public var description: String {
    guard !isV4 else {
      var text = ByteBuffer(capacity: 16)
      append(to: &text)
      return text.text
    }
    let groups = [high, low].flatMap { half in
      [48, 32, 16, 0].map { shift in (half >> UInt64(shift)) & 0xFFFF }
    }
    let zeros = Self.longestZeros(in: groups)
    let head = groups[..<zeros.lowerBound].map { String($0, radix: 16) }.joined(separator: ":")
    guard !zeros.isEmpty else { return head }
    let tail = groups[zeros.upperBound...].map { String($0, radix: 16) }.joined(separator: ":")
    return head + "::" + tail
  }

  /// Appends the same text to others: letters, digits, points and colons.
  public func append(to text: inout ByteBuffer) {
    guard isV4 else { return text.append(description) }
    text.append(decimal: low >> 24 & 0xFF)
    text.append(UInt8(ascii: "."))
    text.append(decimal: low >> 16 & 0xFF)
    text.append(UInt8(ascii: "."))
    text.append(decimal: low >> 8 & 0xFF)
    text.append(UInt8(ascii: "."))
    text.append(decimal: low & 0xFF)
  }

  /// The first of the longest runs of at least two zero groups; empty at the end where there is none.
  private static func longestZeros(in groups: [UInt64]) -> Range<Int> {
    var longest = groups.count..<groups.count
    var start = 0
    while start < groups.count {
      let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
      if end - start > max(longest.count, 1) { longest = start..<end }
      start = end + 1
    }
    return longest
  }

  /// Reads what `description` writes, and other usual texts of an address without zone.
  public init?(_ text: String) {
    if let value = Self.dottedDecimal(text[...]) {
      self.init(v4: value)
      return
    }
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let head = Self.groups(halves[0]),
      let tail = halves.count == 2 ? Self.groups(halves[1]) : [],
      halves.count == 2 ? head.count + tail.count < 8 : head.count == 8
    else { return nil }
    let zeros = [UInt64](repeating: 0, count: 8 - head.count - tail.count)
    let all = head + zeros + tail
    self.init(
      high: all[..<4].reduce(0) { $0 << 16 | $1 }, low: all[4...].reduce(0) { $0 << 16 | $1 })
  }

  private static func dottedDecimal(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let byte = UInt8(part) else {
        return nil
      }
      value = value << 8 | UInt32(byte)
    }
    return value
  }

  /// The 16-bit groups of one side of "::"; the last can be an IPv4 address, which makes two.
  private static func groups(_ text: Substring) -> [UInt64]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var groups: [UInt64] = []
    for (index, part) in parts.enumerated() {
      if index == parts.count - 1, let value = dottedDecimal(part) {
        groups += [UInt64(value >> 16), UInt64(value & 0xFFFF)]
      } else {
        guard part.utf8.count <= 4, part.first?.isHexDigit == true,
          let value = UInt16(part, radix: 16)
        else { return nil }
        groups.append(UInt64(value))
      }
    }
    return groups.count <= 8 ? groups : nil
  }
}

/// Text, but two numbers where nobody reads it.
extension IPAddress: Codable {
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? BinaryDecoder {
      self.init(high: try decoder.unsigned(), low: try decoder.unsigned())
      return
    }
    let container = try decoder.singleValueContainer()
    guard let address = IPAddress(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no IP address")
    }
    self = address
  }

  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? BinaryEncoder {
      encoder.unsigned(high)
      return encoder.unsigned(low)
    }
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Endpoint: Codable {
  private enum CodingKeys: String, CodingKey { case address, port }

  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? BinaryDecoder {
      let address = try IPAddress(from: decoder)
      guard let port = UInt16(exactly: try decoder.unsigned()) else {
        throw decoder.problem("no port")
      }
      self.init(address: address, port: port)
      return
    }
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      address: try fields.decode(IPAddress.self, forKey: .address),
      port: try fields.decode(UInt16.self, forKey: .port))
  }

  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? BinaryEncoder {
      try address.encode(to: encoder)
      return encoder.unsigned(UInt64(port))
    }
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(address, forKey: .address)
    try fields.encode(port, forKey: .port)
  }
}

extension Endpoint: CustomStringConvertible {
  /// The address and port, the address in brackets where it is IPv6 (RFC 3986 §3.2.2).
  public var description: String {
    address.isV4 ? "\(address):\(port)" : "[\(address)]:\(port)"
  }
}
