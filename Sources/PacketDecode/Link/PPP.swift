import CaptureReader

/// The point-to-point protocol (RFC 1661), with or without HDLC-like framing (RFC 1662), and Cisco's
/// HDLC, which shares its link types.
enum PPP {
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let first = bytes.bigEndian(at: walk.offset, as: UInt16.self) else {
      throw walk.missing(2)
    }
    switch first {
    case 0xFF03:
      walk.offset &+= 2
    case 0x0F00, 0x8F00:
      guard let type = bytes.bigEndian(at: walk.offset &+ 2, as: UInt16.self) else {
        throw walk.missing(4)
      }
      walk.offset &+= 4
      return .etherType(type)
    default:
      break
    }
    return try protocolField(in: bytes, &walk)
  }

  /// Protocol numbers are assigned so that the last byte is odd and the first is even: an odd first
  /// byte is a compressed field of one byte (RFC 1661 §2 and §6.5).
  static func protocolField(
    in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    guard let first = bytes.bigEndian(at: walk.offset, as: UInt8.self) else {
      throw walk.missing(1)
    }
    var number = UInt16(first)
    if first & 1 == 1 {
      walk.offset &+= 1
    } else {
      guard let both = bytes.bigEndian(at: walk.offset, as: UInt16.self) else {
        throw walk.missing(2)
      }
      number = both
      walk.offset &+= 2
    }
    switch number {
    case 0x0021: return .ipv4
    case 0x0057: return .ipv6
    case 0x0281, 0x0283: return .mpls
    default: throw .nonIP
    }
  }
}

/// PPP over Ethernet, session stage (RFC 2516 §4).
enum PPPoE {
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let versionTypeCode = bytes.bigEndian(at: walk.offset, as: UInt16.self),
      let length = bytes.bigEndian(at: walk.offset &+ 4, as: UInt16.self)
    else { throw walk.missing(6) }
    guard versionTypeCode >> 8 == 0x11 else { throw .malformed }
    guard versionTypeCode & 0xFF == 0 else { throw .nonIP }
    walk.offset &+= 6
    walk.shorten(to: Int(length))
    return .ppp
  }
}
