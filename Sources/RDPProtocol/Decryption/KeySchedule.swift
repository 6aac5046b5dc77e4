import Crypto

/// The hash that a cipher suite's key schedule uses.
enum ScheduleHash: Hashable, Sendable {
  case sha256
  case sha384

  var length: Int { self == .sha256 ? 32 : 48 }

  func authenticationCode(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let key = SymmetricKey(data: key)
    return switch self {
    case .sha256: Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    case .sha384: Array(HMAC<SHA384>.authenticationCode(for: message, using: key))
    }
  }
}

/// Derives record keys from secrets (RFC 5246 §5 and §6.3, RFC 8446 §7.1 and §7.3).
struct KeySchedule: Sendable {
  let hash: ScheduleHash

  /// TLS 1.2's pseudorandom function: P_hash of label and seed.
  func pseudorandom(_ secret: [UInt8], label: String, seed: [UInt8], length: Int) -> [UInt8] {
    let labelled = Array(label.utf8) + seed
    var chain = labelled
    var output: [UInt8] = []
    while output.count < length {
      chain = hash.authenticationCode(chain, key: secret)
      output += hash.authenticationCode(chain + labelled, key: secret)
    }
    return Array(output.prefix(length))
  }

  /// TLS 1.3's HKDF-Expand-Label with an empty context.
  func expand(_ secret: [UInt8], label: String, length: Int) -> [UInt8] {
    let label = Array("tls13 ".utf8) + Array(label.utf8)
    let info =
      [UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF), UInt8(label.count)] + label + [0]
    var output: [UInt8] = []
    var block: [UInt8] = []
    var counter: UInt8 = 1
    while output.count < length {
      block = hash.authenticationCode(block + info + [counter], key: secret)
      output += block
      counter &+= 1
    }
    return Array(output.prefix(length))
  }

  /// The traffic secret after a KeyUpdate (RFC 8446 §7.2).
  func next(_ secret: [UInt8]) -> [UInt8] {
    expand(secret, label: "traffic upd", length: hash.length)
  }
}
