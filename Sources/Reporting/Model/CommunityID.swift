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
    var text = ByteBuffer(capacity: 64)
    append(version1: one, other, over: transport, seed: seed, to: &text)
    return text.text
  }

  /// Appends the same. What is hashed lies there before it.
  static func append(
    version1 one: Endpoint, _ other: Endpoint, over transport: Transport = .tcp, seed: UInt16 = 0,
    to text: inout ByteBuffer
  ) {
    let oneIsLess =
      one.address.isV4 == other.address.isV4
      ? (one.address.high, one.address.low, one.port)
        <= (other.address.high, other.address.low, other.port)
      : one.address.leads(other.address)
    let (low, high) = oneIsLess ? (one, other) : (other, one)
    let start = text.count
    text.append(bigEndian: UInt64(seed), bytes: 2)
    text.append(address: low.address)
    text.append(address: high.address)
    text.append(transport.rawValue)
    text.append(0)
    text.append(bigEndian: UInt64(low.port), bytes: 2)
    text.append(bigEndian: UInt64(high.port), bytes: 2)
    text.hashSHA1(from: start)
    text.pad(with: 0)
    let digest = (text.word(at: start), text.word(at: start + 8), text.word(at: start + 16))
    text.truncate(to: start)
    text.append(literal: "1:")
    base64(digest, to: &text)
  }

  /// Twenty bytes in Base64: six groups of three, then two with a filler.
  ///
  /// - Parameter digest: the first byte lowest; zeros behind the last.
  private static func base64(_ digest: (UInt64, UInt64, UInt64), to text: inout ByteBuffer) {
    let alphabet = alphabet
    var (first, second, third) = (
      digest.0.byteSwapped, digest.1.byteSwapped, digest.2.byteSwapped
    )
    for place in 0..<7 {
      text.append(word: characters(of: first >> 40, alphabet), count: place < 6 ? 4 : 3)
      first = first << 24 | second >> 40
      second = second << 24 | third >> 40
      third <<= 24
    }
    text.append(UInt8(ascii: "="))
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The characters of 24 bits, the first lowest.
  @inline(__always)
  private static func characters(of group: UInt64, _ alphabet: [UInt8]) -> UInt64 {
    var word: UInt64 = 0
    for digit in 0..<4 as Range<UInt64> {
      word = word &<< 8 | UInt64(alphabet[Int(group &>> (6 &* digit) & 63)])
    }
    return word
  }
}

extension IPAddress {
  /// Its bytes, of which IPv4 has four, come before those of the other in a dictionary.
  fileprivate func leads(_ other: IPAddress) -> Bool {
    bytes.lexicographicallyPrecedes(other.bytes)
  }

  private var bytes: [UInt8] {
    var bytes = ByteBuffer(capacity: 16)
    bytes.append(address: self)
    return bytes.bytes
  }
}

extension ByteBuffer {
  /// Network byte order; four bytes for IPv4.
  fileprivate mutating func append(address: IPAddress) {
    if !address.isV4 { append(bigEndian: address.high, bytes: 8) }
    append(bigEndian: address.low, bytes: address.isV4 ? 4 : 8)
  }

  /// The lowest `count` bytes of a number, the highest of them first.
  fileprivate mutating func append(bigEndian number: UInt64, bytes count: Int) {
    append(word: (number << UInt64(64 - 8 * count)).byteSwapped, count: count)
  }
}
