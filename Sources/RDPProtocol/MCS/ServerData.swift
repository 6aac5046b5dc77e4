import CaptureReader

/// What a server says in MCS Connect Response ([MS-RDPBCGR] 2.2.1.4).
public struct ServerData: Sendable, Hashable, Codable {
  public var version: UInt32?
  /// The client's request as the server understood it: guards against a downgrade on the way.
  public var clientRequestedProtocols: UInt32?
  public var earlyCapabilities: UInt32?
  public var encryptionMethod: UInt32?
  public var encryptionLevel: UInt32?
  public var multitransport: UInt32?
}

extension ServerData {
  /// Reads the blocks after the H.221 key "McDn"; nil where none is there.
  init?(conferenceResponse bytes: RawSpan) {
    guard let start = ConferenceBlocks.start(key: 0x4D63_446E, first: 0x0C01, in: bytes) else {
      return nil
    }
    for block in ConferenceBlocks.ranges(from: start, in: bytes) {
      let span = bytes.extracting(block.range)
      switch block.type {
      case 0x0C01:
        version = version ?? span.littleEndian(at: 4)
        clientRequestedProtocols = clientRequestedProtocols ?? span.littleEndian(at: 8)
        earlyCapabilities = earlyCapabilities ?? span.littleEndian(at: 12)
      case 0x0C02:
        encryptionMethod = encryptionMethod ?? span.littleEndian(at: 4)
        encryptionLevel = encryptionLevel ?? span.littleEndian(at: 8)
      case 0x0C08: multitransport = multitransport ?? span.littleEndian(at: 4)
      default: break
      }
    }
  }
}
