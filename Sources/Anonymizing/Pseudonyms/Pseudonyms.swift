public import PacketDecode

/// The pseudonyms of one key, with those that were asked for lately.
public final class Pseudonyms {
  /// Remembered pseudonyms of a kind; beyond it all are made anew, which gives the same.
  private static let memory = 200_000

  private let v4: PrefixMap
  private let v6: PrefixMap
  private let links: PrefixMap
  private let numbers: KeyedHash
  private let names: NamePermutation
  private var addresses: [IPAddress: IPAddress] = [:]
  private var linkAddresses: [UInt64: UInt64] = [:]
  private var tokens: [String: String] = [:]

  public init(_ key: AnonymizingKey) {
    v4 = PrefixMap(key.derived(for: "IPv4"), width: 32, keeping: Self.reservedV4)
    v6 = PrefixMap(key.derived(for: "IPv6"), width: 128, keeping: Self.reservedV6)
    links = PrefixMap(key.derived(for: "EUI-48"), width: 48, keeping: [])
    numbers = key.derived(for: "numbers")
    names = NamePermutation(key.derived(for: "names"))
  }

  // MARK: Addresses

  /// Ranges with a meaning of their own (RFC 6890): an address of one becomes an address of the same.
  private static let reservedV4: [PrefixMap.Prefix] = [
    .init(0x0000_0000 << 32, length: 8, isFixed: true),
    .init(0x7F00_0000 << 32, length: 8, isFixed: true),
    .init(0xF000_0000 << 32, length: 4, isFixed: true),
    .init(0xE000_0000 << 32, length: 4),
    .init(0xA9FE_0000 << 32, length: 16),
    .init(0x0A00_0000 << 32, length: 8),
    .init(0xAC10_0000 << 32, length: 12),
    .init(0xC0A8_0000 << 32, length: 16),
    .init(0x6440_0000 << 32, length: 10),
  ]

  private static let reservedV6: [PrefixMap.Prefix] = [
    // Unspecified and loopback.
    .init(0, 0, length: 127, isFixed: true),
    .init(0xFE80_0000_0000_0000, length: 64),
    .init(0xFE80_0000_0000_0000, length: 10),
    .init(0xFC00_0000_0000_0000, length: 7),
    .init(0xFF00_0000_0000_0000, length: 8),
    .init(0x2001_0DB8_0000_0000, length: 32),
  ]

  /// An address within the same reserved range; those that share a prefix share one of the same length.
  public func address(_ original: IPAddress) -> IPAddress {
    if let known = addresses[original] { return known }
    let image: IPAddress
    if original.isV4 {
      let bits = v4.image((original.low & 0xFFFF_FFFF) << 32, 0).high >> 32
      image = IPAddress(v4: UInt32(truncatingIfNeeded: bits))
    } else {
      let bits = v6.image(original.high, original.low)
      image = IPAddress(high: bits.high, low: bits.low)
    }
    if addresses.count >= Self.memory { addresses = [:] }
    addresses[original] = image
    return image
  }

  /// The address says nothing about anybody: loopback, unspecified, broadcast.
  public func isFixed(_ address: IPAddress) -> Bool { self.address(address) == address }

  /// A link address (EUI-48 in the low 48 bits). Broadcast and zero stay, so does the bit of groups.
  public func link(_ original: UInt64) -> UInt64 {
    let original = original & 0xFFFF_FFFF_FFFF
    guard original != 0, original != 0xFFFF_FFFF_FFFF else { return original }
    if let known = linkAddresses[original] { return known }
    let groupBit: UInt64 = 0x0100_0000_0000
    let image = links.image(original << 16, 0).high >> 16
    let kept = image & ~groupBit | original & groupBit
    if linkAddresses.count >= Self.memory { linkAddresses = [:] }
    linkAddresses[original] = kept
    return kept
  }

  // MARK: Names

  /// The pseudonym of a name: as long in every encoding, letters for letters, digits for digits. Names
  /// that many machines share, as `Administrator` and `com`, stay.
  public func name(_ original: String) -> String {
    var result = ""
    var token = ""
    func finish() {
      if !token.isEmpty { result += self.token(token) }
      token = ""
    }
    for character in original.unicodeScalars {
      if NameToken.isPart(character) {
        token.unicodeScalars.append(character)
      } else {
        finish()
        result.unicodeScalars.append(character)
      }
    }
    finish()
    return result
  }

  /// The pseudonym of a word of a name.
  func token(_ original: String) -> String {
    let lower = original.lowercased()
    if KnownWords.isKept(lower) { return original }
    let image: String
    if let known = tokens[lower] {
      image = known
    } else {
      image = names.image(lower)
      if tokens.count >= Self.memory { tokens = [:] }
      tokens[lower] = image
    }
    return Self.withCase(of: original, image)
  }

  /// Takes over which ASCII letters are capitals.
  private static func withCase(of original: String, _ image: String) -> String {
    var result = String.UnicodeScalarView()
    for (old, new) in zip(original.unicodeScalars, image.unicodeScalars) {
      let isCapital = (0x41...0x5A).contains(old.value)
      result.append(
        isCapital && (0x61...0x7A).contains(new.value)
          ? Unicode.Scalar(UInt8(new.value - 0x20)) : new)
    }
    return String(result)
  }

  /// What was replaced so far, as far as it is remembered, without what is also a pseudonym of others.
  var replacedAddresses: [IPAddress] {
    let images = Set(addresses.values)
    return addresses.filter { $0.key != $0.value && !images.contains($0.key) }.map(\.key)
  }

  var replacedLinks: [UInt64] {
    let images = Set(linkAddresses.values)
    return linkAddresses.filter { $0.key != $0.value && !images.contains($0.key) }.map(\.key)
  }

  /// Of these words those whose pseudonym is another word, and that are no word's pseudonym.
  func replaced(of words: [String]) -> [String] {
    let images = Set(tokens.values)
    return words.filter { token($0) != $0 && !images.contains($0) }
  }

  // MARK: Numbers

  /// A number of a purpose, with as many bits: parts of security identifiers.
  func number(_ original: UInt32, purpose: String) -> UInt32 {
    var input = Array(purpose.utf8)
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      input.append(UInt8(truncatingIfNeeded: original >> shift))
      if shift == 0 { break }
    }
    return UInt32(truncatingIfNeeded: numbers.number(of: input))
  }

  /// Bytes in place of others that cannot be told from noise; the same for the same.
  func noise(_ original: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var block: UInt8 = 0
    while result.count < original.count {
      result += numbers.bytes(of: [block] + Array("noise".utf8) + Array(original))
      block &+= 1
    }
    return Array(result.prefix(original.count))
  }
}
