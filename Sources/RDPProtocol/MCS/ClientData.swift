import CaptureReader

/// What a client says of itself in MCS Connect Initial ([MS-RDPBCGR] 2.2.1.3).
public struct ClientData: Sendable, Hashable, Codable {
  /// As on the wire: 0x00080004 is 5.0 to 8.1, 0x0008000C is 10.7.
  public var version: UInt32
  public var desktopWidth: UInt16
  public var desktopHeight: UInt16
  public var keyboardLayout: UInt32
  public var build: UInt32
  public var name: String
  public var earlyCapabilities: UInt16?
  /// 1 modem … 6 LAN, 7 automatic; valid where the early capabilities say so.
  public var connectionType: UInt8?
  /// The server's choice as the client understood it: guards against a downgrade on the way.
  public var serverSelectedProtocol: UInt32?
  /// Methods of standard RDP security that it offers.
  public var encryptionMethods: UInt32?
  /// Static virtual channels, by name.
  public var channels: [String] = []
  /// The session that a broker sent it to.
  public var redirectedSessionID: UInt32?
  /// UDP transports it can use (CS_MULTITRANSPORT).
  public var multitransport: UInt32?
  public var monitors: UInt32?

  /// Names that are kept: no client may ask for more channels.
  static let channelLimit = 31
}

extension ClientData {
  /// Reads the blocks after the H.221 key "Duca"; nil where CS_CORE is not there.
  init?(conferenceRequest bytes: RawSpan) {
    guard let start = ConferenceBlocks.start(key: 0x4475_6361, first: 0xC001, in: bytes) else {
      return nil
    }
    var found: ClientData?
    for block in ConferenceBlocks.ranges(from: start, in: bytes) {
      let span = bytes.extracting(block.range)
      if block.type == 0xC001 {
        found = found ?? ClientData(core: span)
      } else {
        found?.take(block.type, span)
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// CS_CORE; offsets count from the block's header ([MS-RDPBCGR] 2.2.1.3.2).
  private init?(core: RawSpan) {
    guard let version: UInt32 = core.littleEndian(at: 4),
      let width: UInt16 = core.littleEndian(at: 8), let height: UInt16 = core.littleEndian(at: 10),
      let layout: UInt32 = core.littleEndian(at: 16), let build: UInt32 = core.littleEndian(at: 20),
      core.byteCount >= 56
    else { return nil }
    self.version = version
    desktopWidth = width
    desktopHeight = height
    keyboardLayout = layout
    self.build = build
    name = Self.text(core, at: 24, units: 16)
    earlyCapabilities = core.littleEndian(at: 144)
    connectionType = core.bigEndian(at: 210)
    serverSelectedProtocol = core.littleEndian(at: 212)
  }

  private mutating func take(_ type: UInt16, _ span: RawSpan) {
    switch type {
    case 0xC002: encryptionMethods = span.littleEndian(at: 4)
    case 0xC003:
      let count = min(Int(span.littleEndian(at: 4, as: UInt32.self) ?? 0), Self.channelLimit)
      for index in 0..<count where channels.count < Self.channelLimit {
        let place = 8 + 12 * index
        guard place + 12 <= span.byteCount else { return }
        let name = span.extracting(place..<(place + 8)).copied().prefix { $0 != 0 }
        channels.append(String(decoding: name, as: UTF8.self))
      }
    case 0xC004:
      // REDIRECTED_SESSIONID_FIELD_VALID
      if let flags: UInt32 = span.littleEndian(at: 4), flags & 2 != 0 {
        redirectedSessionID = span.littleEndian(at: 8)
      }
    case 0xC005: monitors = span.littleEndian(at: 8)
    case 0xC00A: multitransport = span.littleEndian(at: 4)
    default: break
    }
  }

  private static func text(_ span: RawSpan, at start: Int, units: Int) -> String {
    var found: [UInt16] = []
    for index in 0..<units {
      guard let unit: UInt16 = span.littleEndian(at: start + index * 2), unit != 0 else { break }
      found.append(unit)
    }
    return String(decoding: found, as: UTF16.self)
  }
}
