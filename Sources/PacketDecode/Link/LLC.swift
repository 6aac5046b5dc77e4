import CaptureReader

/// IEEE 802.2 logical link control, with the SNAP extension (RFC 1042).
enum LLC {
  private static let snapAccessPoints: UInt16 = 0xAAAA
  private static let ipAccessPoints: UInt16 = 0x0606
  private static let unnumberedInformation: UInt8 = 0x03

  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let accessPoints = bytes.bigEndian(at: walk.offset, as: UInt16.self),
      let control = bytes.bigEndian(at: walk.offset &+ 2, as: UInt8.self)
    else { throw walk.missing(3) }
    guard control == unnumberedInformation else { throw .nonIP }
    switch accessPoints {
    case snapAccessPoints:
      guard let snap = bytes.bigEndian(at: walk.offset, as: UInt64.self) else {
        throw walk.missing(8)
      }
      walk.offset &+= 8
      // Organisation 00-00-00 means EtherTypes, 00-00-F8 the same over a bridge (IEEE 802.1H).
      let organisation = snap >> 16 & 0xFF_FFFF
      guard organisation == 0 || organisation == 0xF8 else { throw .nonIP }
      return .etherType(UInt16(truncatingIfNeeded: snap))
    case ipAccessPoints:
      walk.offset &+= 3
      return .ipv4
    default:
      throw .nonIP
    }
  }
}
