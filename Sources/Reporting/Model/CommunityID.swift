import CaptureReader
import Crypto
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
    let oneIsLess =
      one.address.isV4 == other.address.isV4
      ? (one.address.high, one.address.low, one.port)
        <= (other.address.high, other.address.low, other.port)
      : one.address.bytes.lexicographicallyPrecedes(other.address.bytes)
    let (low, high) = oneIsLess ? (one, other) : (other, one)
    var text: [UInt8] = []
    text.reserveCapacity(40)
    text.append(bigEndian: UInt64(seed), bytes: 2)
    text.append(address: low.address)
    text.append(address: high.address)
    text += [transport.rawValue, 0]
    text.append(bigEndian: UInt64(low.port), bytes: 2)
    text.append(bigEndian: UInt64(high.port), bytes: 2)
    return base64(Insecure.SHA1.hash(data: text))
  }

  /// `1:` and twenty bytes in Base64: six groups of three, then two with a filler.
  private static func base64(_ digest: Insecure.SHA1.Digest) -> String {
    var text = ByteBuffer(capacity: 40)
    text.append(literal: "1:")
    var group: UInt32 = 0
    var count: UInt32 = 0
    let alphabet = alphabet
    for byte in digest {
      group = group &<< 8 | UInt32(byte)
      count &+= 1
      if count == 3 {
        text.append(word: characters(of: group, alphabet), count: 4)
        (group, count) = (0, 0)
      }
    }
    text.append(word: characters(of: group &<< 8, alphabet), count: 3)
    text.append(UInt8(ascii: "="))
    return text.text
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The characters of 24 bits, the first lowest.
  @inline(__always)
  private static func characters(of group: UInt32, _ alphabet: [UInt8]) -> UInt64 {
    var word: UInt64 = 0
    for digit in 0..<4 as Range<UInt32> {
      word = word &<< 8 | UInt64(alphabet[Int(group &>> (6 &* digit) & 63)])
    }
    return word
  }
}

extension IPAddress {
  /// Network byte order; four bytes for IPv4.
  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(address: self)
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(address: IPAddress) {
    if !address.isV4 { append(bigEndian: address.high, bytes: 8) }
    append(bigEndian: address.low, bytes: address.isV4 ? 4 : 8)
  }

  /// The lowest `count` bytes of a number.
  fileprivate mutating func append(bigEndian number: UInt64, bytes count: UInt64) {
    var shift = count &* 8
    while shift > 0 {
      shift &-= 8
      append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
