/// Names of TLS's numbers, as people and reports write them.
public enum TLSNames {
  /// `TLS 1.2` for 0x0303; unknown versions as hexadecimal.
  public static func version(_ version: UInt16) -> String {
    switch version {
    case 0x0002: "SSL 2.0"
    case 0x0300: "SSL 3.0"
    case 0x0301: "TLS 1.0"
    case 0x0302: "TLS 1.1"
    case 0x0303: "TLS 1.2"
    case 0x0304: "TLS 1.3"
    default: hexadecimal(version)
    }
  }

  /// `0xc030`.
  public static func hexadecimal(_ value: UInt16) -> String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A group of key exchange by IANA's registry; nil for the others.
  public static func group(_ group: UInt16) -> String? { groups[group] }

  /// A signature algorithm: RFC 8446 §4.2.3's name, or hash and signature of RFC 5246 §7.4.1.4.1.
  public static func signatureAlgorithm(_ value: UInt16) -> String? {
    if let scheme = schemes[value] { return scheme }
    guard let hash = hashes[UInt8(value >> 8)], let signature = signatures[UInt8(value & 0xFF)]
    else { return nil }
    return "\(signature)_\(hash)"
  }

  private static let groups: [UInt16: String] = [
    0x0013: "secp192r1", 0x0015: "secp224r1", 0x0016: "secp256k1", 0x0017: "secp256r1",
    0x0018: "secp384r1", 0x0019: "secp521r1", 0x001A: "brainpoolP256r1",
    0x001B: "brainpoolP384r1", 0x001C: "brainpoolP512r1", 0x001D: "x25519", 0x001E: "x448",
    0x001F: "brainpoolP256r1tls13", 0x0020: "brainpoolP384r1tls13",
    0x0021: "brainpoolP512r1tls13", 0x0029: "curveSM2", 0x0100: "ffdhe2048",
    0x0101: "ffdhe3072", 0x0102: "ffdhe4096", 0x0103: "ffdhe6144", 0x0104: "ffdhe8192",
    0x0200: "MLKEM512", 0x0201: "MLKEM768", 0x0202: "MLKEM1024", 0x11EB: "SecP256r1MLKEM768",
    0x11EC: "X25519MLKEM768", 0x11ED: "SecP384r1MLKEM1024", 0x6399: "X25519Kyber768Draft00",
  ]

  private static let schemes: [UInt16: String] = [
    0x0201: "rsa_pkcs1_sha1", 0x0203: "ecdsa_sha1", 0x0401: "rsa_pkcs1_sha256",
    0x0403: "ecdsa_secp256r1_sha256", 0x0501: "rsa_pkcs1_sha384",
    0x0503: "ecdsa_secp384r1_sha384", 0x0601: "rsa_pkcs1_sha512",
    0x0603: "ecdsa_secp521r1_sha512", 0x0804: "rsa_pss_rsae_sha256",
    0x0805: "rsa_pss_rsae_sha384", 0x0806: "rsa_pss_rsae_sha512", 0x0807: "ed25519",
    0x0808: "ed448", 0x0809: "rsa_pss_pss_sha256", 0x080A: "rsa_pss_pss_sha384",
    0x080B: "rsa_pss_pss_sha512", 0x081A: "ecdsa_brainpoolP256r1tls13_sha256",
    0x081B: "ecdsa_brainpoolP384r1tls13_sha384", 0x081C: "ecdsa_brainpoolP512r1tls13_sha512",
    0x0904: "mldsa44", 0x0905: "mldsa65", 0x0906: "mldsa87",
  ]

  private static let hashes: [UInt8: String] = [
    1: "md5", 2: "sha1", 3: "sha224", 4: "sha256", 5: "sha384", 6: "sha512",
  ]

  private static let signatures: [UInt8: String] = [1: "rsa", 2: "dsa", 3: "ecdsa"]
}
