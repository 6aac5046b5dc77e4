import CaptureReader

/// Generic routing encapsulation (RFC 2784, RFC 2890), PPTP's variant of it (RFC 2637 §4.1), and the
/// mirrored frames of ERSPAN in it.
enum GRE {
  private enum Flag {
    static let checksum: UInt32 = 0x8000_0000
    static let routing: UInt32 = 0x4000_0000
    static let key: UInt32 = 0x2000_0000
    static let sequence: UInt32 = 0x1000_0000
    static let acknowledgment: UInt32 = 0x0080_0000
  }

  private enum ERSPAN {
    static let type1Or2: UInt16 = 0x88BE
    static let type3: UInt16 = 0x22EB
  }

  /// Packets that a router redirects to a web cache (WCCP 2).
  private static let redirect: UInt16 = 0x883E

  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt32.self) else {
      throw walk.missing(4)
    }
    let type = UInt16(truncatingIfNeeded: header)
    var length = 4
    if header & Flag.key != 0 { length += 4 }
    if header & Flag.sequence != 0 { length += 4 }
    switch header >> 16 & 0x7 {
    case 0:
      // Source routes (RFC 1701) are long gone.
      guard header & Flag.routing == 0 else { throw .otherProtocol }
      if header & Flag.checksum != 0 { length += 4 }
    case 1:
      guard type == EtherType.ppp, header & Flag.key != 0 else { throw .otherProtocol }
      if header & Flag.acknowledgment != 0 { length += 4 }
      // Without sequence number it only acknowledges.
      guard header & Flag.sequence != 0 else { throw .otherProtocol }
    default:
      throw .otherProtocol
    }
    try walk.skip(length)
    switch type {
    case ERSPAN.type1Or2: return try mirror2(in: bytes, &walk, header)
    case ERSPAN.type3: return try mirror3(in: bytes, &walk)
    case redirect:
      try walk.skip(4)
      return .ip
    default: break
    }
    do {
      return try EtherType.next(type: type, in: bytes, &walk)
    } catch {
      throw error == .nonIP ? .otherProtocol : error
    }
  }

  /// Type I is the bare frame; type II has a sequence number and a header of eight bytes.
  private static func mirror2(
    in bytes: RawSpan, _ walk: inout LayerWalk, _ header: UInt32
  ) throws(DecodeStop) -> Layer {
    if header & Flag.sequence != 0 { try walk.skip(8) }
    return .ethernet
  }

  /// Type III has twelve bytes, of which the last bits are the kind of frame (five bits before the
  /// hardware identifier) and whether eight more bytes follow.
  private static func mirror3(
    in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    guard let flags = bytes.bigEndian(at: walk.offset &+ 10, as: UInt16.self) else {
      throw walk.missing(12)
    }
    try walk.skip(flags & 1 != 0 ? 20 : 12)
    switch flags >> 10 & 0x1F {
    case 0: return .ethernet
    case 2: return .ip
    default: throw .otherProtocol
    }
  }
}
