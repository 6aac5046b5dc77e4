import CaptureReader
import Crypto

/// UTF-16 strings of RDP's structures: at most `limit` units, up to a terminator.
private func text(_ span: RawSpan, limit: Int = 256) -> String? {
  var units: [UInt16] = []
  while units.count < limit, let unit: UInt16 = span.littleEndian(at: 2 * units.count), unit != 0 {
    units.append(unit)
  }
  return units.isEmpty ? nil : String(decoding: units, as: UTF16.self)
}

extension ClientInfo {
  /// Parses TS_INFO_PACKET; the password's bytes are stepped over.
  ///
  /// - Returns: the packet, and the logon identifier of an auto-reconnect cookie in it.
  static func parse(
    _ input: inout ByteReader
  ) throws(WireError) -> (info: ClientInfo, reconnects: UInt32?) {
    try input.skip(4)
    let flags: UInt32 = try input.readLittleEndian()
    var lengths: [Int] = []
    for _ in 0..<5 { lengths.append(Int(try input.readLittleEndian(UInt16.self))) }
    // INFO_UNICODE; ANSI packets of clients before 2000 are left alone.
    guard flags & 0x10 != 0 else {
      throw WireError(.invalid(field: "character set"), offset: 4)
    }
    let domain = text(try input.readSpan(lengths[0]))
    try input.skip(2)
    let user = text(try input.readSpan(lengths[1]))
    try input.skip(2)
    for length in lengths.dropFirst(2) { try input.skip(length + 2) }
    var info = ClientInfo(
      domain: domain, user: user, address: nil, isAutoLogon: flags & 0x8 != 0,
      isRemoteApp: flags & 0x8000 != 0)
    // TS_EXTENDED_INFO_PACKET, where the client sent it.
    guard input.remaining >= 4, (try? input.skip(2)) != nil,
      let length = try? input.readLittleEndian(UInt16.self),
      let address = try? input.readSpan(Int(length)).copied(limit: 128)
    else { return (info, nil) }
    info.address = text(address.rawSpan, limit: 64)
    return (info, try? Self.cookie(&input))
  }

  /// What stands before the cookie: directory, time zone, session, performance flags.
  private static func cookie(_ input: inout ByteReader) throws(WireError) -> UInt32? {
    try input.skip(Int(try input.readLittleEndian(UInt16.self)))
    try input.skip(172 + 4 + 4)
    guard try input.readLittleEndian(UInt16.self) >= 28 else { return nil }
    try input.skip(8)
    return try input.readLittleEndian(UInt32.self)
  }
}

extension Redirection {
  /// Parses RDP_SERVER_REDIRECTION_PACKET from its own flags field on; a field that is cut ends it.
  init(parsing input: inout ByteReader) throws(WireError) {
    guard try input.readLittleEndian(UInt16.self) == 0x0400 else {
      throw WireError(.invalid(field: "redirection flags"), offset: input.position - 2)
    }
    try input.skip(2)
    sessionID = try input.readLittleEndian()
    flags = try input.readLittleEndian()
    // Fields stand in this order, each where its flag is set, each after its length.
    for bit in [0x1, 0x2, 0x4, 0x8, 0x10, 0x100, 0x200] as [UInt32] where flags & bit != 0 {
      guard let length = try? input.readLittleEndian(UInt32.self), length <= 4096,
        let field = try? input.readSpan(Int(length)).copied()
      else { return }
      switch bit {
      case 0x1: address = text(field.rawSpan)
      case 0x2:
        loadBalanceInfo = String(
          decoding: field.prefix(256).prefix { $0 != 0 && $0 != 13 }, as: UTF8.self)
      case 0x4: user = text(field.rawSpan)
      case 0x8: domain = text(field.rawSpan)
      case 0x100: fullyQualifiedName = text(field.rawSpan)
      case 0x200: netBIOSName = text(field.rawSpan)
      default: break
      }
    }
  }
}

extension MultitransportOffer {
  /// Parses the request after its security header.
  init?(_ body: RawSpan, frame: ItemReference) {
    guard let identifier: UInt32 = body.littleEndian(at: 0),
      let kind: UInt16 = body.littleEndian(at: 4), body.byteCount >= 24
    else { return nil }
    requestID = identifier
    // INITIATE_REQUEST_PROTOCOL_UDPFECR, …_UDPFECL
    switch kind {
    case 1: self.kind = .reliable
    case 2: self.kind = .lossy
    default: return nil
    }
    cookieHash = Array(SHA256.hash(data: body.extracting(8..<24).copied()))
    self.frame = frame
  }
}

/// What Save Session Info ([MS-RDPBCGR] 2.2.10.1) says beside names.
struct SaveSessionInfo {
  /// Logon identifier of the auto-reconnect cookie.
  var reconnectID: UInt32?
  var notice: LogonNotice?

  /// - Parameter body: after the share data header.
  init(_ body: RawSpan) {
    // INFOTYPE_LOGON_EXTENDED_INFO
    guard body.littleEndian(at: 0, as: UInt32.self) == 3,
      let fields: UInt32 = body.littleEndian(at: 6)
    else { return }
    var place = 10
    if fields & 1 != 0 {
      guard let length: UInt32 = body.littleEndian(at: place), length >= 28, length <= 256 else {
        return
      }
      reconnectID = body.littleEndian(at: place + 12)
      place += 4 + Int(length)
    }
    if fields & 2 != 0, let type: UInt32 = body.littleEndian(at: place + 4),
      let data: UInt32 = body.littleEndian(at: place + 8)
    {
      notice = LogonNotice(type: type, data: data)
    }
  }
}
