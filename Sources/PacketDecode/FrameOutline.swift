public import CaptureReader

/// Where the headers of one frame lie, from the link layer to the transport: for those who change
/// frames. The decoder itself keeps no positions, since it is made for speed.
public struct FrameOutline: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case ethernet
    case linuxCooked
    case linuxCooked2
    /// IEEE 802.11, behind a radio's own header where there is one.
    case wireless
    case arp
    case ipv4
    case ipv6
    /// Extension headers of IPv6, and authentication headers among them.
    case ipv6Extensions
    case icmp
    case icmpv6
    case tcp
    case udp
    /// A header without addresses of its own: tags, labels, tunnels.
    case other
  }

  public struct Header: Hashable, Sendable {
    public var kind: Kind
    public var start: Int
    /// Behind the header; that of ICMP is its first eight bytes.
    public var end: Int
    /// Where the layer ends by its own lengths; may lie beyond what was captured.
    public var layerEnd: Int
  }

  /// Outermost first; only those that could be read.
  public private(set) var headers: [Header] = []
  /// Where the payload begins, or what could not be read.
  public private(set) var rest = 0
  /// It is a part of a datagram.
  public private(set) var isFragment = false

  /// What claims more is forged, as for the decoder.
  private static let longestPacket = 1 << 24

  public init(
    _ frame: RawSpan, _ record: borrowing PacketRecord, limits: DecodeLimits = DecodeLimits()
  ) {
    let wireLength = max(min(record.originalLength, Self.longestPacket), frame.byteCount)
    let end = wireLength &- min(max(record.frameCheckLength, 0), wireLength)
    var walk = LayerWalk(end: end, limits: limits)
    guard let first = try? Layer(record.linkType) else { return }
    _ = follow(first, in: frame.extracting(first: end), &walk)
  }

  /// - Returns: why it could not go on; nil where it came to the transport.
  private mutating func follow(
    _ first: Layer, in frame: RawSpan, _ walk: inout LayerWalk
  ) -> DecodeStop? {
    var bytes = frame
    var layer = first
    while true {
      if walk.end < bytes.byteCount { bytes = bytes.extracting(first: walk.end) }
      let start = walk.offset
      rest = start
      if case .fragment = layer {
        isFragment = true
        guard walk.fragment.start == 0 else { return .pendingFragment }
        layer =
          walk.isV6 ? .ipv6Next(walk.fragment.nextHeader) : .ipProtocol(walk.fragment.nextHeader)
        continue
      }
      do throws(DecodeStop) {
        guard let next = try step(layer, in: bytes, &walk, from: start) else {
          guard case .ipProtocol(IP.udp) = layer else { return nil }
          return enterTunnel(in: bytes, walk, from: start)
        }
        layer = next
      } catch {
        return error
      }
    }
  }

  /// Reads one header and notes it; nil behind the last.
  private mutating func step(
    _ layer: Layer, in bytes: RawSpan, _ walk: inout LayerWalk, from start: Int
  ) throws(DecodeStop) -> Layer? {
    var kind = Kind.other
    var next: Layer?
    switch layer {
    case .ethernet:
      kind = .ethernet
      next = try Ethernet.next(in: bytes, &walk)
    case .typeOrLength(let value): next = try EtherType.next(value, in: bytes, &walk)
    case .etherType(let value): next = try EtherType.next(type: value, in: bytes, &walk)
    case .llc: next = try LLC.next(in: bytes, &walk)
    case .linuxCooked:
      kind = .linuxCooked
      next = try LinuxCooked.next(in: bytes, &walk)
    case .linuxCooked2:
      kind = .linuxCooked2
      next = try LinuxCooked.next2(in: bytes, &walk)
    case .loopback: next = try Loopback.next(in: bytes, &walk)
    case .ppp: next = try PPP.next(in: bytes, &walk)
    case .pppoe: next = try PPPoE.next(in: bytes, &walk)
    case .mpls: next = try MPLS.next(in: bytes, &walk)
    case .ieee80211:
      kind = .wireless
      next = try IEEE80211.next(in: bytes, &walk)
    case .radiotap:
      let length = Int(bytes.littleEndian(at: start &+ 2, as: UInt16.self) ?? 0)
      next = try Radiotap.next(in: bytes, &walk)
      headers.append(
        Header(kind: .wireless, start: start &+ length, end: walk.offset, layerEnd: walk.end))
      return next
    case .arp:
      _ = try ARP.parse(bytes, &walk)
      walk.offset = min(walk.end, bytes.byteCount)
      kind = .arp
    case .ip: return try IP.next(in: bytes, walk)
    case .ipv4:
      kind = .ipv4
      next = try IPv4.next(in: bytes, &walk)
    case .ipv6:
      kind = .ipv6
      next = try IPv6.next(in: bytes, &walk)
    case .ipv6Next(let header):
      kind = .ipv6Extensions
      next = try IPv6.next(header, in: bytes, &walk)
    case .fragment: throw .pendingFragment
    case .gre: next = try GRE.next(in: bytes, &walk)
    case .ipProtocol(IP.tcp):
      kind = .tcp
      _ = try TCP.parse(bytes, &walk)
    case .ipProtocol(IP.udp):
      kind = .udp
      _ = try UDP.parse(bytes, &walk)
    case .ipProtocol(IP.icmp) where !walk.isV6:
      kind = .icmp
      try walk.skip(8)
    case .ipProtocol(IP.icmpv6) where walk.isV6:
      kind = .icmpv6
      try walk.skip(8)
    case .ipProtocol(let number): next = try IP.next(number, in: bytes, &walk)
    }
    rest = walk.offset
    if walk.offset > start || kind != .other {
      headers.append(Header(kind: kind, start: start, end: walk.offset, layerEnd: walk.end))
    }
    return next
  }

  /// Goes on inside of a UDP tunnel. What is malformed there was no tunnel but a datagram on its port.
  private mutating func enterTunnel(
    in bytes: RawSpan, _ walk: borrowing LayerWalk, from start: Int
  ) -> DecodeStop? {
    guard let port = bytes.bigEndian(at: start &+ 2, as: UInt16.self),
      let tunnel = UDPTunnel(port: port)
    else { return nil }
    let outside = self
    var inner = copy walk
    let datagram = bytes.extracting(first: min(walk.end, bytes.byteCount))
    guard let layer = tunnel.enter(datagram, &inner) else { return nil }
    let stop = follow(layer, in: datagram, &inner)
    if stop == .malformed {
      self = outside
      return nil
    }
    return stop
  }
}
