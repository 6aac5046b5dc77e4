import CaptureReader

/// Choice of a DomainMCSPDU (T.125 §7), the upper six bits of its first byte.
enum DomainPDU: UInt8 {
  case erectDomainRequest = 1
  case disconnectProviderUltimatum = 8
  case attachUserRequest = 10
  case attachUserConfirm = 11
  case channelJoinRequest = 14
  case channelJoinConfirm = 15
  case sendDataRequest = 25
  case sendDataIndication = 26
}

/// What follows the X.224 data header (02 F0 80) of a TPKT packet.
enum MCSMessage {
  case connectInitial(ClientCore?)
  case connectResponse(result: UInt8, security: ServerSecurity?)
  case disconnectUltimatum(reason: UInt8)
  case domain(DomainPDU)
  /// User data with what its security header says.
  case userData(SecurityData)
  case other

  /// Client core data (CS_CORE, [MS-RDPBCGR] 2.2.1.3.2).
  struct ClientCore {
    var build: UInt32
    var name: String
  }

  /// Server security data (SC_SECURITY, [MS-RDPBCGR] 2.2.1.4.3).
  struct ServerSecurity {
    var method: UInt32
    var level: UInt32
  }

  /// The start of an MCS Send Data PDU's user data.
  struct SecurityData {
    var first: [UInt8]
  }

  /// Parses the payload of a TPKT packet; throws where it is no X.224 data TPDU with MCS inside.
  init(parsing input: inout ByteReader) throws(WireError) {
    let start = input.position
    guard try input.read(UInt8.self) == 2, try input.read(UInt8.self) == 0xF0 else {
      throw WireError(.invalid(field: "X.224 data header"), offset: start)
    }
    try input.skip(1)
    let first: UInt8 = try input.read()
    if first == 0x7F {
      let tag: UInt8 = try input.read()
      switch tag {
      case 0x65: self = .connectInitial(Self.clientCore(in: input.rest()))
      case 0x66: self = try .connectResponse(parsing: &input)
      default: throw WireError(.invalid(field: "MCS connect tag"), offset: start + 4)
      }
      return
    }
    guard let choice = DomainPDU(rawValue: first >> 2) else {
      self = .other
      return
    }
    switch choice {
    case .disconnectProviderUltimatum:
      let second: UInt8 = try input.read()
      self = .disconnectUltimatum(reason: (first & 3) << 1 | second >> 7)
    case .sendDataRequest, .sendDataIndication:
      // initiator, channel, priority; then the length (PER: one byte, or two with the top bit set)
      try input.skip(5)
      let length: UInt8 = try input.read()
      if length & 0x80 != 0 { try input.skip(1) }
      self = .userData(SecurityData(first: input.rest().copied(limit: 48)))
    default:
      self = .domain(choice)
    }
  }

  private static func connectResponse(
    parsing input: inout ByteReader
  ) throws(WireError) -> MCSMessage {
    _ = try input.readBERLength()
    guard try input.read(UInt8.self) == 0x0A, try input.read(UInt8.self) == 1 else {
      throw WireError(.invalid(field: "result"), offset: input.position)
    }
    let result: UInt8 = try input.read()
    let rest = input.rest()
    var security: ServerSecurity?
    // SC_SECURITY (0x0C02) follows SC_CORE; block headers are little-endian type and length.
    if let place = firstOffset(of: 0x020C, in: rest, limit: 512),
      let length: UInt16 = rest.littleEndian(at: place + 2), length >= 12,
      let method: UInt32 = rest.littleEndian(at: place + 4),
      let level: UInt32 = rest.littleEndian(at: place + 8)
    {
      security = ServerSecurity(method: method, level: level)
    }
    return .connectResponse(result: result, security: security)
  }

  /// CS_CORE is the first block of the client data after the H.221 key "Duca".
  private static func clientCore(in bytes: RawSpan) -> ClientCore? {
    guard let key = firstOffset(of: 0x4475, in: bytes, limit: 512),
      bytes.bigEndian(at: key, as: UInt32.self) == 0x4475_6361,
      let core = firstOffset(of: 0x01C0, in: bytes.extracting(key..<bytes.byteCount), limit: 16)
    else { return nil }
    let block = key + core
    guard let build: UInt32 = bytes.littleEndian(at: block + 20), bytes.byteCount >= block + 56
    else { return nil }
    var units: [UInt16] = []
    for index in 0..<16 {
      guard let unit: UInt16 = bytes.littleEndian(at: block + 24 + index * 2), unit != 0 else {
        break
      }
      units.append(unit)
    }
    return ClientCore(build: build, name: String(decoding: units, as: UTF16.self))
  }

  private static func firstOffset(of word: UInt16, in bytes: RawSpan, limit: Int) -> Int? {
    var index = 0
    while index < limit, let value: UInt16 = bytes.bigEndian(at: index) {
      if value == word { return index }
      index += 1
    }
    return nil
  }
}

extension ByteReader {
  /// A BER definite length of up to four bytes.
  mutating func readBERLength() throws(WireError) -> Int {
    let start = position
    let first: UInt8 = try read()
    if first < 0x80 { return Int(first) }
    let count = Int(first & 0x7F)
    guard count > 0, count <= 4 else {
      throw WireError(.invalid(field: "BER length"), offset: start)
    }
    var value = 0
    for _ in 0..<count { value = value << 8 | Int(try read(UInt8.self)) }
    return value
  }
}
