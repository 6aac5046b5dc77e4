/// How a cipher suite protects records, and which hash its key schedule uses.
struct RecordCipher: Hashable, Sendable {
  enum Protection: Hashable, Sendable {
    case aesGCM
    /// Tag length in bytes (RFC 6655).
    case aesCCM(tag: Int)
    case chaCha20Poly1305
    /// MAC length in bytes; encrypt-then-MAC (RFC 7366) is agreed beside the suite.
    case aesCBC(mac: Int)
  }

  var protection: Protection
  var keyLength: Int
  var hash: ScheduleHash

  /// - Parameters:
  ///   - version: as on the wire; 0x0301 (TLS 1.0) to 0x0304 are known.
  ///   - cipherSuite: IANA number. 3DES and RC4 are not decrypted: the library offers neither.
  init?(version: TLSVersion, cipherSuite: CipherSuite) {
    // Before TLS 1.2 there is one key schedule, and of these suites only those with SHA-1.
    if version == .tls10 || version == .tls11 {
      self.init(version: .tls12, cipherSuite: cipherSuite)
      guard protection == .aesCBC(mac: 20) else { return nil }
      hash = .md5AndSHA1
      return
    }
    switch (version.rawValue, cipherSuite.rawValue) {
    case (0x0304, 0x1304): self.init(.aesCCM(tag: 16), 16, .sha256)
    case (0x0304, 0x1305): self.init(.aesCCM(tag: 8), 16, .sha256)
    case (0x0303, 0xC09C), (0x0303, 0xC09E), (0x0303, 0xC0AC):
      self.init(.aesCCM(tag: 16), 16, .sha256)
    case (0x0303, 0xC09D), (0x0303, 0xC09F), (0x0303, 0xC0AD):
      self.init(.aesCCM(tag: 16), 32, .sha256)
    case (0x0303, 0xC0A0), (0x0303, 0xC0A2), (0x0303, 0xC0AE):
      self.init(.aesCCM(tag: 8), 16, .sha256)
    case (0x0303, 0xC0A1), (0x0303, 0xC0A3), (0x0303, 0xC0AF):
      self.init(.aesCCM(tag: 8), 32, .sha256)
    case (0x0304, 0x1301): self.init(.aesGCM, 16, .sha256)
    case (0x0304, 0x1302): self.init(.aesGCM, 32, .sha384)
    case (0x0304, 0x1303): self.init(.chaCha20Poly1305, 32, .sha256)
    case (0x0303, 0x009C), (0x0303, 0x009E), (0x0303, 0xC02B), (0x0303, 0xC02F):
      self.init(.aesGCM, 16, .sha256)
    case (0x0303, 0x009D), (0x0303, 0x009F), (0x0303, 0xC02C), (0x0303, 0xC030):
      self.init(.aesGCM, 32, .sha384)
    case (0x0303, 0xCCA8), (0x0303, 0xCCA9), (0x0303, 0xCCAA):
      self.init(.chaCha20Poly1305, 32, .sha256)
    case (0x0303, 0x002F), (0x0303, 0x0032), (0x0303, 0x0033), (0x0303, 0xC009), (0x0303, 0xC013):
      self.init(.aesCBC(mac: 20), 16, .sha256)
    case (0x0303, 0x0035), (0x0303, 0x0038), (0x0303, 0x0039), (0x0303, 0xC00A), (0x0303, 0xC014):
      self.init(.aesCBC(mac: 20), 32, .sha256)
    case (0x0303, 0x003C), (0x0303, 0x0040), (0x0303, 0x0067), (0x0303, 0xC023), (0x0303, 0xC027):
      self.init(.aesCBC(mac: 32), 16, .sha256)
    case (0x0303, 0x003D), (0x0303, 0x006A), (0x0303, 0x006B):
      self.init(.aesCBC(mac: 32), 32, .sha256)
    case (0x0303, 0xC024), (0x0303, 0xC028): self.init(.aesCBC(mac: 48), 32, .sha384)
    default: return nil
    }
  }

  private init(_ protection: Protection, _ keyLength: Int, _ hash: ScheduleHash) {
    self.protection = protection
    self.keyLength = keyLength
    self.hash = hash
  }

  /// Bytes of a record's MAC; 0 where the cipher has a tag instead.
  var macLength: Int { if case .aesCBC(let mac) = protection { mac } else { 0 } }
  /// Bytes of MAC key and of implicit nonce in TLS 1.2's key block (RFC 5246 §6.3, 5288, 7905).
  var macKeyLength: Int { macLength }
  var fixedNonceLength: Int {
    switch protection {
    case .aesGCM, .aesCCM: 4
    case .chaCha20Poly1305: 12
    case .aesCBC: 0
    }
  }
}
