import CaptureReader

/// Ethernet II and IEEE 802.3 framing.
enum Ethernet {
  static let headerLength = 14

  @inline(__always)
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let destination = bytes.bigEndian(at: walk.offset, as: UInt64.self),
      let sourceAndType = bytes.bigEndian(at: walk.offset &+ 6, as: UInt64.self)
    else { throw walk.missing(headerLength) }
    walk.network.linkDestination = destination >> 16
    walk.network.linkSource = sourceAndType >> 16
    walk.offset &+= headerLength
    let type = UInt16(truncatingIfNeeded: sourceAndType)
    return type == EtherType.ipv4 ? .ipv4 : .typeOrLength(type)
  }

  /// Whether an Ethernet header could lie `offset` bytes further on: nothing announces one behind
  /// MPLS labels, so its type or length has to speak for it.
  static func isPlausible(in bytes: RawSpan, _ walk: borrowing LayerWalk, offset: Int) -> Bool {
    let start = walk.offset &+ offset
    guard let type = bytes.bigEndian(at: start &+ 12, as: UInt16.self) else { return false }
    switch type {
    case EtherType.ipv4, EtherType.ipv6, EtherType.arp, EtherType.pppoeDiscovery,
      EtherType.pppoeSession, EtherType.mplsUnicast, EtherType.mplsMulticast:
      return true
    case EtherType.customerTag, EtherType.serviceTag, EtherType.legacyTag, EtherType.legacyTag2:
      return true
    default:
      return isPadding(walk.end &- start &- headerLength &- Int(type), walk)
        && type <= EtherType.maximumLength
    }
  }

  /// Whether `count` bytes behind a packet can be what fills a frame up to Ethernet's least size.
  static func isPadding(_ count: Int, _ walk: borrowing LayerWalk) -> Bool {
    let isShort = walk.end <= 64
    return count == 0 || count > 0 && isShort
  }
}

/// The numbers that say what a link-layer frame carries (IEEE 802 numbers registry).
enum EtherType {
  static let ipv4: UInt16 = 0x0800
  static let arp: UInt16 = 0x0806
  static let transparentEthernet: UInt16 = 0x6558
  static let customerTag: UInt16 = 0x8100
  static let ipv6: UInt16 = 0x86DD
  static let ppp: UInt16 = 0x880B
  static let mplsUnicast: UInt16 = 0x8847
  static let mplsMulticast: UInt16 = 0x8848
  static let pppoeDiscovery: UInt16 = 0x8863
  static let pppoeSession: UInt16 = 0x8864
  static let serviceTag: UInt16 = 0x88A8
  /// Cisco TrustSec's security group tag.
  static let ciscoMetadata: UInt16 = 0x8909
  /// The tag of port extenders (IEEE 802.1BR).
  static let extensionTag: UInt16 = 0x893F
  static let legacyTag: UInt16 = 0x9100
  static let legacyTag2: UInt16 = 0x9200

  /// Up to here the field is a length (IEEE 802.3 §3.2.6).
  static let maximumLength: UInt16 = 1500

  static func next(
    _ typeOrLength: UInt16, in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    guard typeOrLength <= maximumLength else {
      return try next(type: typeOrLength, in: bytes, &walk)
    }
    walk.shorten(to: Int(typeOrLength))
    return .llc
  }

  static func next(
    type: UInt16, in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    switch type {
    case ipv4: return .ipv4
    case ipv6: return .ipv6
    case arp: return .arp
    case customerTag, serviceTag, legacyTag, legacyTag2: return try tag(in: bytes, &walk)
    case ciscoMetadata, extensionTag: return try fabricTag(in: bytes, &walk)
    case mplsUnicast, mplsMulticast: return .mpls
    case pppoeSession: return .pppoe
    case transparentEthernet: return .ethernet
    case ppp: return .ppp
    default: throw .nonIP
    }
  }

  /// One VLAN tag (IEEE 802.1Q §9.6): three bits of priority, one of drop eligibility, the identifier.
  private static func tag(
    in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    guard let tag = bytes.bigEndian(at: walk.offset, as: UInt32.self) else { throw walk.missing(4) }
    try walk.enterTag()
    walk.offset &+= 4
    if walk.network.vlan == 0 {
      walk.network.vlan = UInt16(truncatingIfNeeded: tag >> 16) & 0x0FFF
    }
    return .typeOrLength(UInt16(truncatingIfNeeded: tag))
  }

  /// Six bytes that matter to switches only, then the type of what they wrap.
  private static func fabricTag(
    in bytes: RawSpan, _ walk: inout LayerWalk
  ) throws(DecodeStop) -> Layer {
    guard let type = bytes.bigEndian(at: walk.offset &+ 6, as: UInt16.self) else {
      throw walk.missing(8)
    }
    try walk.enterTag()
    walk.offset &+= 8
    return .typeOrLength(type)
  }
}
