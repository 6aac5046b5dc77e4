import CaptureReader

/// What a server chose (RFC 8446 §4.1.3).
public struct ServerHello: Sendable, Hashable, Codable {
  public var version: UInt16
  public var cipherSuite: UInt16
  public var extensions: [UInt16]
  public var encryptThenMAC: Bool
  /// The session identifier is the client's non-empty one (resumption up to TLS 1.2).
  public var echoesSessionID: Bool
  /// 1.3-capable server that chose less (RFC 8446 §4.1.3).
  public var downgradeSentinel: Bool
  /// The version field, which TLS 1.3 keeps at 1.2's.
  public var legacyVersion: UInt16 = 0x0303
  /// Group of the key share (TLS 1.3).
  public var group: UInt16?
  public var applicationProtocol: [UInt8]?
  /// A pre-shared key of the client was taken (TLS 1.3).
  public var acceptsPreSharedKey = false
  /// Everything was read: nothing is cut off or malformed.
  public var isWhole = true
}

extension ServerHello {
  /// The random of a HelloRetryRequest (RFC 8446 §4.1.3), its first eight bytes.
  static let retryRandomStart: UInt64 = 0xCF21_AD74_E59A_6111
  static let downgradeStart: UInt64 = 0x444F_574E_4752_4400

  /// Parses the body of a ServerHello; `isRetry` tells a HelloRetryRequest.
  ///
  /// The part up to the cipher suite must be there; behind it, what cannot be read is left out and
  /// `isWhole` says so.
  static func parse(
    _ input: inout ByteReader, clientSessionID: [UInt8] = []
  ) throws(WireError) -> (hello: ServerHello, isRetry: Bool) {
    let version: UInt16 = try input.read()
    let randomStart: UInt64 = try input.read()
    try input.skip(16)
    let randomEnd: UInt64 = try input.read()
    // Drafts of TLS 1.3 before the 22nd had no session identifier and no compression method.
    let isEarlyDraft = version >= 0x7F00 && version < 0x7F16
    let sessionID: [UInt8] =
      try isEarlyDraft ? [] : input.readSpan(Int(input.read(UInt8.self))).copied()
    let cipherSuite: UInt16 = try input.read()
    var hello = ServerHello(
      version: version, cipherSuite: cipherSuite, extensions: [], encryptThenMAC: false,
      echoesSessionID: !sessionID.isEmpty && sessionID == clientSessionID,
      downgradeSentinel: randomEnd & 0xFFFF_FFFF_FFFF_FF00 == downgradeStart
        && randomEnd & 0xFF <= 1, legacyVersion: version)
    do {
      if !isEarlyDraft { try input.skip(1) }
      try hello.takeExtensions(&input)
    } catch {
      hello.isWhole = false
    }
    // Where the extension is cut off the suite still tells: 0x13… belongs to TLS 1.3 alone.
    if !hello.extensions.contains(43), version == 0x0303, cipherSuite >> 8 == 0x13 {
      hello.version = 0x0304
    }
    hello.encryptThenMAC = hello.extensions.contains(22)
    return (hello, randomStart == retryRandomStart)
  }

  private mutating func takeExtensions(_ input: inout ByteReader) throws(WireError) {
    let areWhole = try input.readHelloExtensions { (type, body) throws(WireError) in
      extensions.append(type)
      switch type {
      case 16 where body.remaining > 3:
        try body.skip(2)
        applicationProtocol = try body.readSpan(Int(try body.read(UInt8.self))).copied()
      case 41: acceptsPreSharedKey = true
      case 43 where body.remaining == 2: version = try body.read()
      case 51 where body.remaining >= 2: group = try body.read()
      default: break
      }
    }
    if !areWhole { isWhole = false }
  }
}

/// The server's ephemeral key up to TLS 1.2 (RFC 4492 §5.4, RFC 5246 §7.4.3), without the key.
public enum ServerKeyExchange: Sendable, Hashable, Codable {
  /// A named group of elliptic curves.
  case group(UInt16)
  /// Diffie-Hellman over a prime of so many bits.
  case prime(bits: Int)

  /// Parses the start of a ServerKeyExchange; nil where the suite has another form of it.
  init?(parsing input: inout ByteReader, cipherSuite: UInt16) throws(WireError) {
    switch cipherSuite {
    case 0xC001...0xC019, 0xC023...0xC032, 0xC048...0xC04F, 0xC05C...0xC063, 0xC072...0xC079,
      0xC086...0xC08D, 0xC0AC...0xC0AF, 0xCCA8, 0xCCA9:
      // Curve type 3 is a named curve.
      guard try input.read(UInt8.self) == 3 else { return nil }
      self = .group(try input.read())
    case 0x0011...0x001B, 0x0032...0x0034, 0x0038...0x003A, 0x0040, 0x0044...0x0046,
      0x0067...0x006D, 0x0087...0x0089, 0x0099...0x009B, 0x009E, 0x009F, 0x00A2, 0x00A3,
      0x00A6, 0x00A7, 0xC09E, 0xC09F, 0xC0A2, 0xC0A3, 0xCCAA:
      let prime = try input.readSpan(Int(try input.read(UInt16.self)))
      var leading = 0
      while let byte: UInt8 = prime.bigEndian(at: leading), byte == 0 { leading += 1 }
      guard let first: UInt8 = prime.bigEndian(at: leading) else { return nil }
      self = .prime(bits: 8 * (prime.byteCount - leading) - first.leadingZeroBitCount)
    default: return nil
    }
  }
}
