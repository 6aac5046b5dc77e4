/// A signature algorithm (RFC 8446 §4.2.3), or hash and signature up to TLS 1.2.
public struct SignatureScheme: OpenCode {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Its own name, else that of hash and signature (RFC 5246 §7.4.1.4.1).
  public var name: String? {
    if let name = Self.names[rawValue] { return name }
    guard let hash = Self.hashes[UInt8(rawValue >> 8)],
      let signature = Self.signatures[UInt8(rawValue & 0xFF)]
    else { return nil }
    return "\(signature)_\(hash)"
  }

  private static let hashes: [UInt8: String] = [
    1: "md5", 2: "sha1", 3: "sha224", 4: "sha256", 5: "sha384", 6: "sha512",
  ]

  private static let signatures: [UInt8: String] = [1: "rsa", 2: "dsa", 3: "ecdsa"]

  public static let names: [UInt16: String] = [
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
}
