import CaptureReader

extension ClientHello {
  /// Entries kept of a list: programs offer some dozens, a hello has room for thousands.
  static let listLimit = 256
  /// Protocol names kept.
  static let protocolLimit = 32

  /// Parses the body of a ClientHello (RFC 8446 §4.1.2).
  ///
  /// The part up to the cipher suites must be there; behind it, what cannot be read is left out and
  /// `isWhole` says so.
  init(parsing input: inout ByteReader) throws(WireError) {
    length = input.remaining
    legacyVersion = TLSVersion(rawValue: try input.read())
    try input.skip(32)
    sessionIDLength = Int(try input.read(UInt8.self))
    try input.skip(sessionIDLength)
    cipherSuites = try input.readCodes(length: Int(try input.read(UInt16.self)))
    maximumVersion = legacyVersion
    extensions = []
    groups = []
    pointFormats = []
    signatureAlgorithms = []
    supportedVersions = []
    do {
      try input.skip(Int(try input.read(UInt8.self)))
      try takeExtensions(&input)
    } catch {
      isWhole = false
    }
    // A list at its limit may have been cut, and a fingerprint of it would be another client's.
    let lists = [
      cipherSuites.count, groups.count, pointFormats.count, signatureAlgorithms.count,
      supportedVersions.count,
    ]
    if lists.contains(where: { $0 >= Self.listLimit }) { isWhole = false }
    let offered = supportedVersions.filter { !$0.isGrease && $0 < 0x7F00 }
    if let highest = offered.max() { maximumVersion = highest }
    minimumVersion = offered.min()
  }

  private mutating func takeExtensions(_ input: inout ByteReader) throws(WireError) {
    let areWhole = try input.readHelloExtensions { (type, body) throws(WireError) in
      extensions.append(type)
      try takeExtension(type, &body)
    }
    if !areWhole { isWhole = false }
  }

  private mutating func takeExtension(_ type: UInt16, _ body: inout ByteReader) throws(WireError) {
    switch type {
    case 0:
      guard body.remaining > 5 else { return }
      try body.skip(3)
      let length = Int(try body.read(UInt16.self))
      serverName = String(decoding: try body.readSpan(length).copied(limit: 255), as: UTF8.self)
    case 10: groups = try body.readCodes(length: Int(try body.read(UInt16.self)))
    case 11:
      pointFormats = try body.readList(of: UInt8.self, length: Int(try body.read(UInt8.self)))
    case 13:
      signatureAlgorithms = try body.readCodes(length: Int(try body.read(UInt16.self)))
    case 16: try takeProtocols(&body)
    case 35: ticketLength = body.remaining
    case 41: try takePreSharedKeys(&body)
    case 42: offersEarlyData = true
    case 43:
      supportedVersions = try body.readCodes(length: Int(try body.read(UInt8.self)))
    case 51: try takeKeyShares(&body)
    default: break
    }
  }

  private mutating func takeProtocols(_ body: inout ByteReader) throws(WireError) {
    var list = ByteReader(try body.readSpan(Int(try body.read(UInt16.self))))
    while list.remaining > 0, applicationProtocols.count < Self.protocolLimit {
      applicationProtocols.append(
        try list.readSpan(Int(try list.read(UInt8.self))).copied())
    }
  }

  private mutating func takePreSharedKeys(_ body: inout ByteReader) throws(WireError) {
    var list = ByteReader(try body.readSpan(Int(try body.read(UInt16.self))))
    while list.remaining > 0 {
      try list.skip(Int(try list.read(UInt16.self)))
      try list.skip(4)
      preSharedKeys += 1
    }
  }

  private mutating func takeKeyShares(_ body: inout ByteReader) throws(WireError) {
    var list = ByteReader(try body.readSpan(Int(try body.read(UInt16.self))))
    while list.remaining > 0, keyShareGroups.count < Self.protocolLimit {
      keyShareGroups.append(NamedGroup(rawValue: try list.read()))
      try list.skip(Int(try list.read(UInt16.self)))
    }
  }
}

extension ClientHello {
  /// Parses a hello in SSL 2.0's form, from its message type on (RFC 5246 appendix E.2): clients
  /// that still spoke SSL 2.0 opened so.
  init(parsingSSL2 input: inout ByteReader) throws(WireError) {
    let start = input.position
    length = input.remaining
    guard try input.read(UInt8.self) == HandshakeType.clientHello else {
      throw WireError(.invalid(field: "message type"), offset: start)
    }
    legacyVersion = TLSVersion(rawValue: try input.read())
    let specifications = Int(try input.read(UInt16.self))
    sessionIDLength = Int(try input.read(UInt16.self))
    try input.skip(2)
    var list = ByteReader(try input.readSpan(specifications))
    maximumVersion = legacyVersion
    cipherSuites = []
    while list.remaining >= 3 {
      let family: UInt8 = try list.read()
      let suite: UInt16 = try list.read()
      if family == 0 { cipherSuites.append(CipherSuite(rawValue: suite)) }
    }
    extensions = []
    groups = []
    pointFormats = []
    signatureAlgorithms = []
    supportedVersions = []
    isSSL2Form = true
  }
}

extension ByteReader {
  /// A vector of codes whose length in bytes was read before it.
  mutating func readCodes<Code: OpenCode>(
    length: Int
  ) throws(WireError) -> [Code] where Code.RawValue == UInt16 {
    try readList(of: UInt16.self, length: length).map(Code.init(rawValue:))
  }

  /// A vector of integers whose length in bytes was read before it.
  mutating func readList<T: FixedWidthInteger & BitwiseCopyable>(
    of _: T.Type, length: Int
  ) throws(WireError) -> [T] {
    var list = ByteReader(try readSpan(length))
    var values: [T] = []
    values.reserveCapacity(min(length / MemoryLayout<T>.size, ClientHello.listLimit))
    while list.remaining >= MemoryLayout<T>.size, values.count < ClientHello.listLimit {
      values.append(try list.read())
    }
    return values
  }
}
