import CaptureReader

/// The pseudo headers of Linux "any" captures (LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2).
enum LinuxCooked {
  /// Protocol value for frames that start with an IEEE 802.2 header.
  private static let llcProtocol: UInt16 = 0x0004
  private static let etherAddressLength = 6

  /// Packet type, device type, address length (2 bytes each), address (8), protocol (2).
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let length = bytes.bigEndian(at: walk.offset &+ 4, as: UInt16.self),
      let address = bytes.bigEndian(at: walk.offset &+ 6, as: UInt64.self),
      let type = bytes.bigEndian(at: walk.offset &+ 14, as: UInt16.self)
    else { throw walk.missing(16) }
    walk.offset &+= 16
    return layer(type, address: address, addressLength: Int(length), &walk)
  }

  /// Protocol (2), reserved (2), interface index (4), device type (2), packet type (1), address
  /// length (1), address (8).
  static func next2(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let type = bytes.bigEndian(at: walk.offset, as: UInt16.self),
      let length = bytes.bigEndian(at: walk.offset &+ 11, as: UInt8.self),
      let address = bytes.bigEndian(at: walk.offset &+ 12, as: UInt64.self)
    else { throw walk.missing(20) }
    walk.offset &+= 20
    return layer(type, address: address, addressLength: Int(length), &walk)
  }

  private static func layer(
    _ type: UInt16, address: UInt64, addressLength: Int, _ walk: inout LayerWalk
  ) -> Layer {
    if addressLength == etherAddressLength { walk.network.linkSource = address >> 16 }
    return type == llcProtocol ? .llc : .etherType(type)
  }
}
