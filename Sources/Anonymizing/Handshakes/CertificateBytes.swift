import PacketDecode

/// A certificate (RFC 5280 §4.1) whose names become pseudonyms of equal length, and whose numbers,
/// keys and signatures become noise: they lead to the machine as surely as its name does. Times,
/// algorithms and usages stay.
struct CertificateBytes {
  private(set) var bytes: [UInt8]
  private(set) var names: [String] = []
  private let pseudonyms: Pseudonyms

  /// Elements inside each other.
  private static let nesting = 24

  /// One element of DER: its tag, where its content lies.
  private struct Element {
    var tag: UInt8
    var content: Range<Int>
    var isConstructed: Bool { tag & 0x20 != 0 }
  }

  init(_ bytes: [UInt8], pseudonyms: Pseudonyms) {
    self.bytes = bytes
    self.pseudonyms = pseudonyms
  }

  mutating func anonymize() {
    guard let certificate = elements(in: 0..<bytes.count).first, certificate.isConstructed else {
      return blank(0..<bytes.count)
    }
    let parts = elements(in: certificate.content)
    guard parts.count >= 3, parts[0].isConstructed else { return blank(certificate.content) }
    var fields = elements(in: parts[0].content)
    if fields.first?.tag == 0xA0 { fields.removeFirst() }
    guard fields.count >= 6 else { return blank(parts[0].content) }
    noise(fields[0].content, keepingFirst: 1)
    anonymizeStrings(in: fields[2].content, depth: 0)
    anonymizeStrings(in: fields[4].content, depth: 0)
    if let key = elements(in: fields[5].content).last { noiseKey(key.content) }
    for field in fields.dropFirst(6) {
      guard field.tag == 0xA3, let list = elements(in: field.content).first else {
        blank(field.content)
        continue
      }
      for item in elements(in: list.content) { anonymizeExtension(item) }
    }
    // The first byte of a bit string counts its unused bits.
    noise(parts[2].content, keepingFirst: 1)
  }

  /// A list of names, each after its length of two bytes.
  mutating func anonymizeNames(listed: Bool) {
    var place = 0
    while place + 2 <= bytes.count {
      let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
      let range = (place + 2)..<min(place + 2 + length, bytes.count)
      anonymizeStrings(in: range, depth: 0)
      place += 2 + max(length, 1)
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range.clamped(to: 0..<bytes.count) { bytes[index] = 0 }
  }

  private mutating func noise(_ range: Range<Int>, keepingFirst kept: Int) {
    let range = min(range.lowerBound + kept, range.upperBound)..<range.upperBound
    bytes.replaceSubrange(range, with: pseudonyms.noise(bytes[range]))
  }

  /// Of an RSA key the lengths, the first bytes and the oddness stay, so that it is still one of as
  /// many bits.
  private mutating func noiseKey(_ content: Range<Int>) {
    let inner = (content.lowerBound + 1)..<max(content.lowerBound + 1, content.upperBound)
    let sequence = elements(in: inner)
    guard sequence.count == 1, sequence[0].tag == 0x30,
      let modulus = elements(in: sequence[0].content).first, modulus.tag == 2,
      modulus.content.count > 8
    else { return noise(content, keepingFirst: 2) }
    let last = bytes[modulus.content.upperBound - 1]
    noise(modulus.content, keepingFirst: 2)
    bytes[modulus.content.upperBound - 1] |= last & 1
  }

  private mutating func anonymizeExtension(_ item: Element) {
    let parts = elements(in: item.content)
    guard let identifier = parts.first, identifier.tag == 6, let value = parts.last,
      value.tag == 4
    else { return blank(item.content) }
    switch Array(bytes[identifier.content]) {
    // Key usage, basic constraints, extended key usage say what it is for.
    case [0x55, 0x1D, 0x0F], [0x55, 0x1D, 0x13], [0x55, 0x1D, 0x25]: break
    case [0x55, 0x1D, 0x11]:
      for name in elements(in: value.content).first.map({ elements(in: $0.content) }) ?? [] {
        anonymizeAlternative(name)
      }
    default: blank(value.content)
    }
  }

  /// An alternative name (RFC 5280 §4.2.1.6).
  private mutating func anonymizeAlternative(_ name: Element) {
    switch name.tag {
    // Mail, DNS, URI.
    case 0x81, 0x82, 0x86: takeText(name.content)
    case 0x87: takeAddress(name.content)
    default:
      if name.isConstructed {
        anonymizeStrings(in: name.content, depth: 0)
      } else {
        blank(name.content)
      }
    }
  }

  private mutating func takeAddress(_ range: Range<Int>) {
    switch range.count {
    case 4:
      let value = bytes[range].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let image = UInt32(truncatingIfNeeded: pseudonyms.address(IPAddress(v4: value)).low)
      bytes.replaceSubrange(range, with: image.bigEndianBytes)
    case 16:
      let high = bytes[range].prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let low = bytes[range].suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let image = pseudonyms.address(IPAddress(high: high, low: low))
      bytes.replaceSubrange(range, with: image.high.bigEndianBytes + image.low.bigEndianBytes)
    default: blank(range)
    }
  }

  /// All strings of a name, whatever their attributes.
  private mutating func anonymizeStrings(in range: Range<Int>, depth: Int) {
    guard depth < Self.nesting else { return blank(range) }
    for element in elements(in: range) {
      switch element.tag {
      case 6, 1, 5: break
      case 12, 18, 19, 20, 22, 26: takeText(element.content)
      case 30: takeWideText(element.content)
      default:
        if element.isConstructed {
          anonymizeStrings(in: element.content, depth: depth + 1)
        } else {
          noise(element.content, keepingFirst: 0)
        }
      }
    }
  }

  private mutating func takeText(_ range: Range<Int>) {
    let name = String(decoding: bytes[range], as: UTF8.self)
    names.append(name)
    let image = Array(pseudonyms.name(name).utf8)
    guard image.count == range.count else { return blank(range) }
    bytes.replaceSubrange(range, with: image)
  }

  /// Two bytes a character, the high one first.
  private mutating func takeWideText(_ range: Range<Int>) {
    let units = stride(from: range.lowerBound, to: range.upperBound - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    let name = String(decoding: units, as: UTF16.self)
    names.append(name)
    let image = pseudonyms.name(name).utf16.flatMap { $0.bigEndianBytes }
    guard image.count == range.count else { return blank(range) }
    bytes.replaceSubrange(range, with: image)
  }

  /// The elements that lie side by side in a range; one that is longer than it ends the list.
  private func elements(in range: Range<Int>) -> [Element] {
    var found: [Element] = []
    var place = range.lowerBound
    while place + 2 <= range.upperBound {
      let tag = bytes[place]
      var length = Int(bytes[place + 1])
      var start = place + 2
      if length & 0x80 != 0 {
        let count = length & 0x7F
        guard (1...3).contains(count), start + count <= range.upperBound else { break }
        length = bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
        start += count
      }
      guard tag & 0x1F != 0x1F, start + length <= range.upperBound else { break }
      found.append(Element(tag: tag, content: start..<(start + length)))
      place = start + length
    }
    return found
  }
}

extension FixedWidthInteger {
  /// The bytes of a number, the highest first.
  var bigEndianBytes: [UInt8] {
    stride(from: bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
  }
}
