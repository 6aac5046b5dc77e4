import CaptureReader

/// A stack of MPLS labels (RFC 3032), of which nothing says what follows it.
enum MPLS {
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    var isBottom = false
    while !isBottom {
      guard let entry = bytes.bigEndian(at: walk.offset, as: UInt32.self) else {
        throw walk.missing(4)
      }
      try walk.enterTag()
      walk.offset &+= 4
      isBottom = entry & 0x100 != 0
    }
    if startsWithControlWord(bytes, walk) {
      walk.offset &+= 4
      return .ethernet
    }
    return try payload(in: bytes, walk)
  }

  /// IP by its first nibble and a length that fits (RFC 4928 §3), or Ethernet by its type.
  ///
  /// An Ethernet frame of a pseudowire can begin with an address that looks like an IP version.
  private static func payload(
    in bytes: RawSpan, _ walk: borrowing LayerWalk
  ) throws(DecodeStop) -> Layer {
    guard let first = bytes.bigEndian(at: walk.offset, as: UInt8.self) else {
      throw walk.missing(1)
    }
    let version = first >> 4
    switch version {
    case 4 where IPv4.isPlausible(in: bytes, walk): return .ipv4
    case 6 where IPv6.isPlausible(in: bytes, walk): return .ipv6
    default: break
    }
    if Ethernet.isPlausible(in: bytes, walk, offset: 0) { return .ethernet }
    switch version {
    case 4: return .ipv4
    case 6: return .ipv6
    default: throw .nonIP
    }
  }

  /// The control word of an Ethernet pseudowire (RFC 4448 §4.6) begins with zeros; so can the address
  /// of a frame without one, so that the frame's type decides.
  private static func startsWithControlWord(_ bytes: RawSpan, _ walk: borrowing LayerWalk) -> Bool {
    guard let word = bytes.bigEndian(at: walk.offset, as: UInt16.self), word == 0 else {
      return false
    }
    return Ethernet.isPlausible(in: bytes, walk, offset: 4)
  }
}
