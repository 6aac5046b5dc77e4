import CaptureReader
package import PacketDecode

/// The flow hash that lets records of different tools be joined (Community ID flow hashing v1).
package enum CommunityID {
  /// IANA protocol numbers.
  package enum Transport: UInt8 {
    case tcp = 6
    case udp = 17
  }

  /// `1:` and the Base64 of SHA-1 over seed, addresses, protocol, padding and ports, with the
  /// smaller end first so that both directions give the same.
  package static func version1(
    _ one: Endpoint, _ other: Endpoint, over transport: Transport = .tcp, seed: UInt16 = 0
  ) -> String {
    text(of: digest(one, other, over: transport, seed: seed)).text
  }

  private static func digest(
    _ one: Endpoint, _ other: Endpoint, over transport: Transport, seed: UInt16
  ) -> SHA1Block.Digest {
    let oneIsLess =
      one.address.isV4 == other.address.isV4
      ? (one.address.high, one.address.low, one.port)
        <= (other.address.high, other.address.low, other.port)
      : one.address.bytes.lexicographicallyPrecedes(other.address.bytes)
    let (low, high) = oneIsLess ? (one, other) : (other, one)
    // Forty bytes at most: one block.
    var block = SHA1Block()
    block.append(UInt64(seed), bytes: 2)
    block.append(low.address)
    block.append(high.address)
    block.append(UInt64(transport.rawValue) << 8, bytes: 2)
    block.append(UInt64(low.port), bytes: 2)
    block.append(UInt64(high.port), bytes: 2)
    return block.digest
  }

  /// `1:` and twenty bytes in Base64: six groups of three, then two with a filler.
  private static func text(of digest: SHA1Block.Digest) -> ByteBuffer {
    var text = ByteBuffer(capacity: 40)
    text.append(literal: "1:")
    let alphabet = alphabet
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for place in 0..<5 {
      bits = bits &<< 32 | UInt64(digest[place])
      count &+= 32
      while count >= 24 {
        count &-= 24
        text.append(word: characters(of: bits &>> count, alphabet), count: 4)
      }
    }
    text.append(word: characters(of: bits &<< 8, alphabet), count: 3)
    text.append(UInt8(ascii: "="))
    return text
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The characters of the lowest 24 bits, the first lowest.
  @inline(__always)
  private static func characters(of group: UInt64, _ alphabet: [UInt8]) -> UInt64 {
    var word: UInt64 = 0
    for digit in 0..<4 as Range<UInt64> {
      word = word &<< 8 | UInt64(alphabet[Int(truncatingIfNeeded: group &>> (6 &* digit) & 63)])
    }
    return word
  }
}

extension IPAddress {
  /// Network byte order; four bytes for IPv4.
  fileprivate var bytes: [UInt8] {
    let words = isV4 ? [low << 32] : [high, low]
    let all = words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
    return isV4 ? Array(all.prefix(4)) : all
  }
}

extension SHA1Block {
  fileprivate mutating func append(_ address: IPAddress) {
    if !address.isV4 { append(address.high, bytes: 8) }
    append(address.low, bytes: address.isV4 ? 4 : 8)
  }
}
