import Crypto

/// The hash that a cipher suite's key schedule uses.
enum ScheduleHash: Hashable, Sendable {
  case sha256
  case sha384
  /// TLS 1.0 and 1.1: both hashes, mixed (RFC 2246 §5).
  case md5AndSHA1

  /// Bytes of a TLS 1.3 secret; the older schedule has none of its own.
  var length: Int { self == .sha384 ? 48 : 32 }

  func authenticationCode(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    let key = SymmetricKey(data: key)
    return switch self {
    case .sha256: Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    case .sha384: Array(HMAC<SHA384>.authenticationCode(for: message, using: key))
    case .md5AndSHA1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
    }
  }
}

/// Derives record keys from secrets (RFC 5246 §5 and §6.3, RFC 8446 §7.1 and §7.3).
struct KeySchedule: Sendable {
  let hash: ScheduleHash

  /// The pseudorandom function up to TLS 1.2: P_hash of label and seed; before 1.2 that of MD5 over
  /// the secret's first half, mixed with that of SHA-1 over its second.
  func pseudorandom(_ secret: [UInt8], label: String, seed: [UInt8], length: Int) -> [UInt8] {
    let labelled = Array(label.utf8) + seed
    guard hash == .md5AndSHA1 else {
      return Self.expand(labelled, length: length) {
        hash.authenticationCode($0, key: secret)
      }
    }
    let half = (secret.count + 1) / 2
    let first = SymmetricKey(data: Array(secret.prefix(half)))
    let second = SymmetricKey(data: Array(secret.suffix(half)))
    let md5 = Self.expand(labelled, length: length) {
      Array(HMAC<Insecure.MD5>.authenticationCode(for: $0, using: first))
    }
    let sha1 = Self.expand(labelled, length: length) {
      Array(HMAC<Insecure.SHA1>.authenticationCode(for: $0, using: second))
    }
    return zip(md5, sha1).map { $0 ^ $1 }
  }

  private static func expand(
    _ seed: [UInt8], length: Int, _ authenticate: ([UInt8]) -> [UInt8]
  ) -> [UInt8] {
    var chain = seed
    var output: [UInt8] = []
    while output.count < length {
      chain = authenticate(chain)
      output += authenticate(chain + seed)
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
