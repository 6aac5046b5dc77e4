import Crypto
import Foundation
import PacketDecode

/// The flow hash that lets records of different tools be joined (Community ID flow hashing v1).
enum CommunityID {
  /// IANA protocol numbers.
  enum Transport: UInt8 {
    case tcp = 6
    case udp = 17
  }

  /// `1:` and the Base64 of SHA-1 over seed, addresses, protocol, padding and ports, with the
  /// smaller end first so that both directions give the same.
  static func version1(
    _ one: Endpoint, _ other: Endpoint, over transport: Transport = .tcp, seed: UInt16 = 0
  ) -> String {
    let ends = [one, other].map { (address: $0.address.bytes, port: $0.port) }
      .sorted { lhs, rhs in
        lhs.address == rhs.address
          ? lhs.port < rhs.port : lhs.address.lexicographicallyPrecedes(rhs.address)
      }
    var hash = Insecure.SHA1()
    hash.update(data: bytes(of: seed))
    for end in ends { hash.update(data: end.address) }
    hash.update(data: [transport.rawValue, 0])
    for end in ends { hash.update(data: bytes(of: end.port)) }
    return "1:" + Data(hash.finalize()).base64EncodedString()
  }

  private static func bytes(of value: UInt16) -> [UInt8] {
    [UInt8(value >> 8), UInt8(value & 0xFF)]
  }
}

extension IPAddress {
  /// Network byte order; four bytes for IPv4.
  fileprivate var bytes: [UInt8] {
    let all = [high, low].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
    return isV4 ? Array(all.suffix(4)) : all
  }
}
