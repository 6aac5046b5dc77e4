import CaptureReader

/// What a server chose (RFC 8446 §4.1.3).
public struct ServerHello: Sendable, Hashable, Codable {
  public var version: TLSVersion
  public var cipherSuite: CipherSuite
  public var extensions: [UInt16]
  public var encryptThenMAC: Bool
  /// The session identifier is the client's non-empty one (resumption up to TLS 1.2).
  public var echoesSessionID: Bool
  /// 1.3-capable server that chose less (RFC 8446 §4.1.3).
  public var downgradeSentinel: Bool
  /// The version field, which TLS 1.3 keeps at 1.2's.
  public var legacyVersion = TLSVersion.tls12
  /// Group of the key share (TLS 1.3).
  public var group: NamedGroup?
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
    let version = TLSVersion(rawValue: try input.read())
    let randomStart: UInt64 = try input.read()
    try input.skip(16)
    let randomEnd: UInt64 = try input.read()
    // Drafts of TLS 1.3 before the 22nd had no session identifier and no compression method.
    let isEarlyDraft = version >= 0x7F00 && version < 0x7F16
    let sessionID: [UInt8] =
      try isEarlyDraft ? [] : input.readSpan(Int(input.read(UInt8.self))).copied()
    let cipherSuite = CipherSuite(rawValue: try input.read())
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
    if !hello.extensions.contains(43), version == .tls12, cipherSuite.rawValue >> 8 == 0x13 {
      hello.version = .tls13
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
      case 43 where body.remaining == 2: version = TLSVersion(rawValue: try body.read())
      case 51 where body.remaining >= 2: group = NamedGroup(rawValue: try body.read())
      default: break
      }
    }
    if !areWhole { isWhole = false }
  }
}
