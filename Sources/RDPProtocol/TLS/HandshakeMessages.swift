import CaptureReader

/// TLS handshake message types (RFC 8446 §4, RFC 5246 §7.4).
enum HandshakeType {
  static let clientHello: UInt8 = 1
  static let serverHello: UInt8 = 2
  static let newSessionTicket: UInt8 = 4
  static let certificate: UInt8 = 11
  static let serverKeyExchange: UInt8 = 12
  static let certificateRequest: UInt8 = 13
  static let serverHelloDone: UInt8 = 14
  static let clientKeyExchange: UInt8 = 16
  static let finished: UInt8 = 20
  static let keyUpdate: UInt8 = 24
}

extension ClientHello {
  /// Parses the body of a ClientHello (RFC 8446 §4.1.2). Extensions that are cut off are left out.
  init(parsing input: inout ByteReader) throws(WireError) {
    length = input.remaining
    legacyVersion = try input.read()
    try input.skip(32)
    try input.skip(Int(try input.read(UInt8.self)))
    cipherSuites = try input.readList(of: UInt16.self, length: Int(try input.read(UInt16.self)))
    try input.skip(Int(try input.read(UInt8.self)))
    maximumVersion = legacyVersion
    extensions = []
    groups = []
    pointFormats = []
    signatureAlgorithms = []
    supportedVersions = []
    guard input.remaining >= 2 else { return }
    let total = Int(try input.read(UInt16.self))
    guard total <= input.remaining else {
      throw WireError(.truncated(needed: total, available: input.remaining), offset: input.position)
    }
    while input.remaining >= 4 {
      let type: UInt16 = try input.read()
      let size = Int(try input.read(UInt16.self))
      var body = ByteReader(try input.readSpan(size))
      extensions.append(type)
      if extensions.count >= 1024 { return }
      try takeExtension(type, &body)
    }
    let offered = supportedVersions.filter { !Self.isGrease($0) && $0 < 0x7F00 }
    if let highest = offered.max() { maximumVersion = highest }
    minimumVersion = offered.min()
  }

  private mutating func takeExtension(_ type: UInt16, _ body: inout ByteReader) throws(WireError) {
    switch type {
    case 0:
      guard body.remaining > 5 else { return }
      try body.skip(3)
      let length = Int(try body.read(UInt16.self))
      serverName = String(decoding: try body.readSpan(length).copied(limit: 255), as: UTF8.self)
    case 10: groups = try body.readList(of: UInt16.self, length: Int(try body.read(UInt16.self)))
    case 11:
      pointFormats = try body.readList(of: UInt8.self, length: Int(try body.read(UInt8.self)))
    case 13:
      signatureAlgorithms = try body.readList(
        of: UInt16.self, length: Int(try body.read(UInt16.self)))
    case 43:
      supportedVersions = try body.readList(
        of: UInt16.self, length: Int(try body.read(UInt8.self)))
    default: break
    }
  }

  /// Reserved values that clients sprinkle in (RFC 8701).
  static func isGrease(_ value: UInt16) -> Bool {
    value & 0x0F0F == 0x0A0A && value >> 8 == value & 0xFF
  }
}

extension ServerHello {
  /// The random of a HelloRetryRequest (RFC 8446 §4.1.3), its first eight bytes.
  static let retryRandomStart: UInt64 = 0xCF21_AD74_E59A_6111
  static let downgradeStart: UInt64 = 0x444F_574E_4752_4400

  /// Parses the body of a ServerHello; `isRetry` tells a HelloRetryRequest.
  static func parse(
    _ input: inout ByteReader, clientSessionID: Bool
  ) throws(WireError) -> (hello: ServerHello, isRetry: Bool) {
    var version: UInt16 = try input.read()
    let randomStart: UInt64 = try input.read()
    try input.skip(16)
    let randomEnd: UInt64 = try input.read()
    let sessionLength = Int(try input.read(UInt8.self))
    try input.skip(sessionLength)
    let cipherSuite: UInt16 = try input.read()
    try input.skip(1)
    var extensions: [UInt16] = []
    if input.remaining >= 2 {
      _ = try input.read(UInt16.self)
      while input.remaining >= 4, extensions.count < 1024 {
        let type: UInt16 = try input.read()
        let size = Int(try input.read(UInt16.self))
        var body = ByteReader(try input.readSpan(size))
        extensions.append(type)
        if type == 43, size == 2 { version = try body.read() }
      }
    }
    let hello = ServerHello(
      version: version, cipherSuite: cipherSuite, extensions: extensions,
      encryptThenMAC: extensions.contains(22),
      echoesSessionID: clientSessionID && sessionLength > 0,
      downgradeSentinel: randomEnd & 0xFFFF_FFFF_FFFF_FF00 == downgradeStart
        && randomEnd & 0xFF <= 1)
    return (hello, randomStart == retryRandomStart)
  }
}

extension ByteReader {
  /// A vector of integers whose length in bytes was read before it.
  mutating func readList<T: FixedWidthInteger & BitwiseCopyable>(
    of _: T.Type, length: Int
  ) throws(WireError) -> [T] {
    var list = ByteReader(try readSpan(length))
    var values: [T] = []
    values.reserveCapacity(length / MemoryLayout<T>.size)
    while list.remaining >= MemoryLayout<T>.size { values.append(try list.read()) }
    return values
  }
}
