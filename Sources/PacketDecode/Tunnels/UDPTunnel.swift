import CaptureReader

/// Tunnels that are known by the UDP port they are sent to.
enum UDPTunnel {
  case vxlan
  case geneve
  case gtp

  /// 8472 is what Linux used for VXLAN before a port was assigned, and still does by default.
  init?(port: UInt16) {
    switch port {
    case 4789, 8472: self = .vxlan
    case 6081: self = .geneve
    case 2152: self = .gtp
    default: return nil
    }
  }

  /// Moves behind the tunnel's header; nil where the datagram does not hold one.
  func enter(_ bytes: RawSpan, _ walk: inout LayerWalk) -> Layer? {
    switch self {
    case .vxlan: VXLAN.enter(bytes, &walk)
    case .geneve: GENEVE.enter(bytes, &walk)
    case .gtp: GTP.enter(bytes, &walk)
    }
  }
}

/// What keeps the address spaces of tunnels apart: the network identifier in the lower half, this mark
/// of its kind in the upper.
enum TunnelMark {
  static let vxlan: UInt64 = 1 << 32
  static let geneve: UInt64 = 2 << 32
}

/// Ethernet in UDP under a 24-bit network identifier (RFC 7348 §5).
enum VXLAN {
  private static let identifierIsValid: UInt64 = 1 << 59

  /// Flags (1 byte), reserved (3), network identifier (3), reserved (1). Receivers ignore what is
  /// reserved, and extensions use it.
  static func enter(_ bytes: RawSpan, _ walk: inout LayerWalk) -> Layer? {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self),
      header & identifierIsValid != 0, walk.remaining >= 8 + Ethernet.headerLength
    else { return nil }
    walk.offset &+= 8
    walk.network.tunnel = TunnelMark.vxlan | header >> 8 & 0xFF_FFFF
    return .ethernet
  }
}

/// Ethernet or IP in UDP under a 24-bit network identifier, with options (RFC 8926 §3.4).
enum GENEVE {
  /// Version (2 bits), length of the options in four bytes (6), flags (8), protocol (16), network
  /// identifier (24), reserved (8).
  static func enter(_ bytes: RawSpan, _ walk: inout LayerWalk) -> Layer? {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self), header >> 62 == 0 else {
      return nil
    }
    let length = 8 + Int(header >> 56 & 0x3F) * 4
    let type = UInt16(truncatingIfNeeded: header >> 32)
    guard walk.remaining > length,
      type == EtherType.transparentEthernet || type == EtherType.ipv4 || type == EtherType.ipv6
    else { return nil }
    walk.offset &+= length
    walk.network.tunnel = TunnelMark.geneve | header >> 8 & 0xFF_FFFF
    return .etherType(type)
  }
}
