import CaptureReader

/// The IPv6 header and its extension headers (RFC 8200 §3 and §4).
enum IPv6 {
  static let headerLength = 40

  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    let start = walk.offset
    guard let first = bytes.bigEndian(at: start, as: UInt64.self),
      let source = address(in: bytes, at: start &+ 8),
      let destination = address(in: bytes, at: start &+ 24)
    else { throw walk.missing(headerLength) }
    guard first >> 60 == 6 else { throw .malformed }
    try walk.enterIP()

    // No length stands for a jumbogram (RFC 2675) or an offloaded segment: the frame tells.
    let announced = Int(first >> 16 & 0xFFFF)
    walk.offset = start &+ headerLength
    if announced != 0 { walk.end = walk.offset &+ announced }
    guard walk.end >= walk.offset else { throw .malformed }
    walk.isV6 = true
    walk.network.source = source
    walk.network.destination = destination
    walk.network.ttl = UInt8(truncatingIfNeeded: first)
    walk.network.identification = nil
    walk.network.doNotFragment = false
    walk.network.trafficClass = UInt8(truncatingIfNeeded: first >> 52)

    let next = UInt8(truncatingIfNeeded: first >> 8)
    return next == IP.tcp ? .ipProtocol(next) : .ipv6Next(next)
  }

  /// Moves behind all extension headers that can be read.
  static func next(
    _ header: UInt8, in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    var header = header
    while true {
      switch header {
      case hopByHopOptions, routing, destinationOptions:
        guard let nextAndLength = bytes.bigEndian(at: walk.offset, as: UInt16.self) else {
          throw walk.missing(8)
        }
        try walk.enterExtensionHeader()
        // In units of eight bytes, less one.
        try walk.skip(Int(nextAndLength & 0xFF) * 8 + 8)
        header = UInt8(truncatingIfNeeded: nextAndLength >> 8)
      case IP.authentication:
        header = try AuthenticationHeader.skip(in: bytes, &walk)
      case fragmentation:
        guard let fields = bytes.bigEndian(at: walk.offset, as: UInt64.self) else {
          throw walk.missing(8)
        }
        try walk.enterExtensionHeader()
        walk.offset &+= 8
        header = UInt8(truncatingIfNeeded: fields >> 56)
        let start = Int(fields >> 32 & 0xFFF8)
        let hasMore = fields >> 32 & 1 != 0
        // A fragment that is the whole datagram is none (RFC 6946).
        if start != 0 || hasMore {
          walk.fragment = Fragment(
            identification: UInt32(truncatingIfNeeded: fields), nextHeader: header,
            start: start, hasMore: hasMore)
          return .fragment
        }
      default:
        return .ipProtocol(header)
      }
    }
  }

  /// Whether an IPv6 header lies here, by its length: for places where nothing announces one.
  static func isPlausible(in bytes: RawSpan, _ walk: borrowing LayerWalk) -> Bool {
    guard let start = bytes.bigEndian(at: walk.offset, as: UInt64.self) else { return false }
    let trailer = walk.remaining &- headerLength &- Int(start >> 16 & 0xFFFF)
    return Ethernet.isPadding(trailer, walk) && start >> 60 == 6
  }

  static func address(in bytes: RawSpan, at offset: Int) -> IPAddress? {
    guard let high = bytes.bigEndian(at: offset, as: UInt64.self),
      let low = bytes.bigEndian(at: offset &+ 8, as: UInt64.self)
    else { return nil }
    return IPAddress(high: high, low: low)
  }

  static let hopByHopOptions: UInt8 = 0
  static let routing: UInt8 = 43
  static let fragmentation: UInt8 = 44
  static let destinationOptions: UInt8 = 60
}
