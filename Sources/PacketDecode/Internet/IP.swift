import CaptureReader

/// What both versions of IP share: the version nibble and the protocol numbers (IANA registry).
enum IP {
  static let icmp: UInt8 = 1
  static let ipv4: UInt8 = 4
  static let tcp: UInt8 = 6
  static let udp: UInt8 = 17
  static let ipv6: UInt8 = 41
  static let gre: UInt8 = 47
  static let authentication: UInt8 = 51
  static let icmpv6: UInt8 = 58
  static let mpls: UInt8 = 137

  static func next(in bytes: RawSpan, _ walk: borrowing LayerWalk) throws(DecodeStop) -> Layer {
    guard let first = bytes.bigEndian(at: walk.offset, as: UInt8.self) else {
      throw walk.missing(1)
    }
    switch first >> 4 {
    case 4: return .ipv4
    case 6: return .ipv6
    default: throw .malformed
    }
  }

  /// The layer behind an IP header, where it is neither TCP, UDP nor the right ICMP.
  static func next(
    _ number: UInt8, in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    switch number {
    case ipv4: return .ipv4
    case ipv6: return .ipv6
    case gre: return .gre
    case mpls: return .mpls
    case authentication:
      let next = try AuthenticationHeader.skip(in: bytes, &walk)
      return walk.isV6 ? .ipv6Next(next) : .ipProtocol(next)
    default: throw .otherProtocol
    }
  }
}

/// The IP authentication header (RFC 4302 §2), which leaves its payload readable.
enum AuthenticationHeader {
  /// Moves behind the header and returns the protocol number of what follows.
  static func skip(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> UInt8 {
    guard let nextAndLength = bytes.bigEndian(at: walk.offset, as: UInt16.self) else {
      throw walk.missing(12)
    }
    try walk.enterExtensionHeader()
    // In units of four bytes, less two; the fixed part alone has twelve bytes.
    let length = Int(nextAndLength & 0xFF) * 4 + 8
    guard length >= 12 else { throw .malformed }
    try walk.skip(length)
    return UInt8(truncatingIfNeeded: nextAndLength >> 8)
  }
}
