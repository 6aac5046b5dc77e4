public import CaptureReader

/// Turns frames into packets: link layer, tunnels and IP down to the innermost transport header.
///
/// State is kept for fragments only; frames without them are decoded without touching it.
public struct PacketDecoder: Sendable {
  public let limits: DecodeLimits
  public internal(set) var statistics = DecodeStatistics()
  /// Segments that it does not want are counted only; without one all are handed on.
  public var filter: SegmentFilter?
  private var fragments = FragmentTable()

  public init(limits: DecodeLimits = .init()) { self.limits = limits }

  /// Hands out the statistics so far and begins anew; datagrams that wait for fragments stay.
  public mutating func takeStatistics() -> DecodeStatistics {
    defer {
      statistics = DecodeStatistics()
      fragments.givenUp = 0
    }
    return statistics
  }

  /// No more frames come: datagrams that wait for fragments are given up.
  public mutating func finish() {
    fragments.giveUpAll()
    statistics.datagramsGivenUp = fragments.givenUp
  }

  /// Decodes one frame; calls `body` at most once, with the packet and the captured part of its
  /// payload.
  public mutating func decode(
    _ frame: RawSpan, _ record: borrowing PacketRecord,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) {
    decode(
      frame, record,
      segment: { segment, network, payload in
        body(DecodedPacket(network: copy network, transport: .tcp(copy segment)), payload)
      }, other: body)
  }

  /// The same for a caller that takes segments by themselves: most packets are no more than one, and
  /// none is copied into a packet.
  public mutating func decode(
    _ frame: RawSpan, _ record: borrowing PacketRecord,
    segment: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void,
    other: (borrowing DecodedPacket, RawSpan) -> Void
  ) {
    if !decodeUsual(frame, record, segment, other) { walk(frame, record, segment, other) }
  }

  /// What offloading hands on at once is a hundredth of it; what claims more is forged.
  private static let longestPacket = 1 << 24

  /// The same through all layers, whatever they are.
  @inline(never)
  mutating func walk(
    _ frame: RawSpan, _ record: borrowing PacketRecord,
    _ segment: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) {
    statistics.packets &+= 1
    // Where a file gives an original length below the captured one, the bytes are right.
    let wireLength = max(min(record.originalLength, Self.longestPacket), frame.byteCount)
    let end = wireLength &- min(max(record.frameCheckLength, 0), wireLength)
    var walk = LayerWalk(end: end, limits: limits)
    walk.network.packetID = record.packetID ?? 0
    do {
      try follow(
        try Layer(record.linkType), in: frame.extracting(first: end), &walk, record.time, segment,
        body)
    } catch {
      statistics.count(error, linkType: record.linkType, limits: limits)
    }
  }

  /// Follows the layers of `frame` from `first` until a packet is delivered.
  ///
  /// It calls itself for what a UDP tunnel or a reassembled datagram holds, both of which need a
  /// further IP header or fragment header and so are bounded by the limits.
  private mutating func follow(
    _ first: Layer, in frame: RawSpan, _ walk: inout LayerWalk, _ time: Timestamp,
    _ segment: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) throws(DecodeStop) {
    var bytes = frame
    var layer = first
    while true {
      if walk.end < bytes.byteCount { bytes = bytes.extracting(first: walk.end) }
      switch layer {
      case .ethernet: layer = try Ethernet.next(in: bytes, &walk)
      case .typeOrLength(let value): layer = try EtherType.next(value, in: bytes, &walk)
      case .etherType(let value): layer = try EtherType.next(type: value, in: bytes, &walk)
      case .llc: layer = try LLC.next(in: bytes, &walk)
      case .linuxCooked: layer = try LinuxCooked.next(in: bytes, &walk)
      case .linuxCooked2: layer = try LinuxCooked.next2(in: bytes, &walk)
      case .loopback: layer = try Loopback.next(in: bytes, &walk)
      case .ppp: layer = try PPP.next(in: bytes, &walk)
      case .pppoe: layer = try PPPoE.next(in: bytes, &walk)
      case .mpls: layer = try MPLS.next(in: bytes, &walk)
      case .ieee80211: layer = try IEEE80211.next(in: bytes, &walk)
      case .radiotap: layer = try Radiotap.next(in: bytes, &walk)
      case .arp: return deliver(try ARP.parse(bytes, &walk), bytes, walk, body)
      case .ip: layer = try IP.next(in: bytes, walk)
      case .ipv4: layer = try IPv4.next(in: bytes, &walk)
      case .ipv6: layer = try IPv6.next(in: bytes, &walk)
      case .ipv6Next(let header): layer = try IPv6.next(header, in: bytes, &walk)
      case .fragment: return try reassemble(bytes, walk, time, segment, body)
      case .gre: layer = try GRE.next(in: bytes, &walk)
      case .ipProtocol(IP.tcp): return deliver(try TCP.parse(bytes, &walk), bytes, walk, segment)
      case .ipProtocol(IP.udp):
        let datagram = try UDP.parse(bytes, &walk)
        bytes = bytes.extracting(first: walk.end)
        if let tunnel = UDPTunnel(port: datagram.destinationPort) {
          var inner = walk
          if let layer = tunnel.enter(bytes, &inner) {
            do {
              return try follow(layer, in: bytes, &inner, time, segment, body)
            } catch {
              // What is malformed inside was no tunnel but a datagram on its port.
              if error != .malformed { throw error }
            }
          }
        }
        return deliver(datagram, bytes, walk, body)
      case .ipProtocol(IP.icmp) where !walk.isV6:
        return deliver(try ICMP.parse(bytes, walk), bytes, walk, body)
      case .ipProtocol(IP.icmpv6) where walk.isV6:
        return deliver(try ICMPv6.parse(bytes, walk), bytes, walk, body)
      case .ipProtocol(let number): layer = try IP.next(number, in: bytes, &walk)
      }
    }
  }

  @inline(__always)
  private mutating func deliver(
    _ segment: TCPSegment, _ bytes: RawSpan, _ walk: borrowing LayerWalk,
    _ body: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void
  ) {
    let payload = bytes.extracting(droppingFirst: walk.offset)
    statistics.tcp &+= 1
    if payload.byteCount < segment.payloadLength { statistics.truncatedPayloads &+= 1 }
    body(segment, walk.network, payload)
  }

  private mutating func deliver(
    _ datagram: UDPDatagram, _ bytes: RawSpan, _ walk: borrowing LayerWalk,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) {
    let payload = bytes.extracting(droppingFirst: walk.offset)
    statistics.udp &+= 1
    if payload.byteCount < datagram.payloadLength { statistics.truncatedPayloads &+= 1 }
    body(DecodedPacket(network: walk.network, transport: .udp(datagram)), payload)
  }

  /// Delivers what has no payload of its own.
  private mutating func deliver(
    _ transport: Transport, _ bytes: RawSpan, _ walk: borrowing LayerWalk,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) {
    switch transport {
    case .icmpError: statistics.icmpErrors &+= 1
    case .echoReply: statistics.echoReplies &+= 1
    case .resolution, .tcp, .udp: statistics.resolutions &+= 1
    }
    body(DecodedPacket(network: walk.network, transport: transport), bytes.extracting(first: 0))
  }

  /// Keeps one fragment, and follows the datagram's layers where it is the last missing one.
  private mutating func reassemble(
    _ bytes: RawSpan, _ walk: borrowing LayerWalk, _ time: Timestamp,
    _ segment: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) throws(DecodeStop) {
    statistics.fragments &+= 1
    let complete: FragmentTable.Complete?
    do throws(DecodeStop) {
      complete = try fragments.insert(
        walk.fragment, bytes.extracting(droppingFirst: walk.offset), wireLength: walk.remaining,
        key: FragmentTable.Key(walk), time: time, limits: limits)
      statistics.datagramsGivenUp = fragments.givenUp
    } catch {
      statistics.datagramsGivenUp = fragments.givenUp
      throw error
    }
    guard let complete else { throw .pendingFragment }
    statistics.datagramsReassembled &+= 1
    var inner = copy walk
    try inner.enterExtensionHeader()
    inner.offset = 0
    inner.end = complete.wireLength
    inner.network.isReassembled = true
    let first: Layer =
      walk.isV6 ? .ipv6Next(complete.nextHeader) : .ipProtocol(complete.nextHeader)
    try follow(first, in: complete.bytes.rawSpan, &inner, time, segment, body)
  }
}

extension Layer {
  init(_ linkType: LinkType) throws(DecodeStop) {
    switch linkType.rawValue {
    case 1: self = .ethernet
    case 0, 108: self = .loopback
    // 12 and 14 are what some systems write for raw IP; they are no registered numbers.
    case 12, 14, 101: self = .ip
    case 228: self = .ipv4
    case 229: self = .ipv6
    case 113: self = .linuxCooked
    case 276: self = .linuxCooked2
    case 9, 50, 104: self = .ppp
    case 51: self = .pppoe
    case 105: self = .ieee80211
    case 127: self = .radiotap
    default: throw .unsupportedLink
    }
  }
}
