import CaptureReader

/// The IPv4 header (RFC 791 §3.1). Its checksum is not looked at: offload leaves it empty.
enum IPv4 {
  static let minimumHeaderLength = 20

  @inline(__always)
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    let start = walk.offset
    guard let first = bytes.bigEndian(at: start, as: UInt64.self),
      let second = bytes.bigEndian(at: start &+ 8, as: UInt32.self),
      let addresses = bytes.bigEndian(at: start &+ 12, as: UInt64.self)
    else { throw walk.missing(minimumHeaderLength) }
    let headerLength = Int(first >> 56 & 0xF) &* 4
    guard first >> 60 == 4, headerLength >= minimumHeaderLength else { throw .malformed }
    // A sender that leaves segmentation to its card can show no total length at all.
    let announced = Int(first >> 32 & 0xFFFF)
    let length = announced == 0 ? walk.remaining : announced
    guard length >= headerLength else { throw .malformed }
    try walk.enterIP()

    walk.end = start &+ length
    walk.offset = start &+ headerLength
    walk.isV6 = false
    walk.network.source = IPAddress(v4: UInt32(truncatingIfNeeded: addresses >> 32))
    walk.network.destination = IPAddress(v4: UInt32(truncatingIfNeeded: addresses))
    walk.network.ttl = UInt8(truncatingIfNeeded: second >> 24)
    walk.network.identification = UInt16(truncatingIfNeeded: first >> 16)
    walk.network.doNotFragment = first & 0x4000 != 0
    walk.network.trafficClass = UInt8(truncatingIfNeeded: first >> 48)

    let next = UInt8(truncatingIfNeeded: second >> 16)
    if first & 0x3FFF != 0 {
      walk.fragment = Fragment(
        identification: UInt32(truncatingIfNeeded: first >> 16 & 0xFFFF), nextHeader: next,
        start: Int(first & 0x1FFF) &* 8, hasMore: first & 0x2000 != 0)
      return .fragment
    }
    return .ipProtocol(next)
  }

  /// Whether an IPv4 header lies here, by its lengths: for places where nothing announces one.
  static func isPlausible(in bytes: RawSpan, _ walk: borrowing LayerWalk) -> Bool {
    guard let start = bytes.bigEndian(at: walk.offset, as: UInt32.self) else { return false }
    let headerLength = Int(start >> 24 & 0xF) &* 4
    let length = Int(start & 0xFFFF)
    return Ethernet.isPadding(walk.remaining &- length, walk) && start >> 28 == 4
      && headerLength >= minimumHeaderLength && length >= headerLength
  }
}
