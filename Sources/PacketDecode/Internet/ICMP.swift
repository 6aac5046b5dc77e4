import CaptureReader

/// ICMP errors and echo replies (RFC 792); other queries and redirects are not looked at.
enum ICMP {
  private static let echoReply: UInt8 = 0
  private static let destinationUnreachable: UInt8 = 3
  private static let fragmentationNeeded: UInt8 = 4
  private static let sourceQuench: UInt8 = 4
  private static let timeExceeded: UInt8 = 11
  private static let parameterProblem: UInt8 = 12

  static func parse(
    _ bytes: RawSpan, _ walk: borrowing LayerWalk
  ) throws(DecodeStop) -> Transport {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self) else {
      throw walk.missing(8)
    }
    let type = UInt8(truncatingIfNeeded: header >> 56)
    let code = UInt8(truncatingIfNeeded: header >> 48)
    switch type {
    case echoReply: return .echoReply
    case destinationUnreachable, sourceQuench, timeExceeded, parameterProblem: break
    default: throw .otherProtocol
    }
    let quoted = try QuotedPacket(v4: bytes, at: walk.offset &+ 8, walk)
    // Routers older than RFC 1191 leave the next hop's MTU empty.
    let mtu = UInt32(truncatingIfNeeded: header & 0xFFFF)
    let namesMTU = type == destinationUnreachable && code == fragmentationNeeded && mtu != 0
    return .icmpError(
      ICMPError(
        isV6: false, type: type, code: code, mtu: namesMTU ? mtu : nil, quoted: quoted))
  }
}

/// ICMPv6 errors, echo replies (RFC 4443) and neighbour discovery (RFC 4861).
enum ICMPv6 {
  private static let packetTooBig: UInt8 = 2
  private static let errors: ClosedRange<UInt8> = 1...4
  private static let echoReply: UInt8 = 129
  private static let neighbourSolicitation: UInt8 = 135
  private static let neighbourAdvertisement: UInt8 = 136

  static func parse(
    _ bytes: RawSpan, _ walk: borrowing LayerWalk
  ) throws(DecodeStop) -> Transport {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self) else {
      throw walk.missing(8)
    }
    let type = UInt8(truncatingIfNeeded: header >> 56)
    if type == neighbourSolicitation || type == neighbourAdvertisement {
      guard let target = IPv6.address(in: bytes, at: walk.offset &+ 8) else {
        throw walk.missing(24)
      }
      let isReply = type == neighbourAdvertisement
      return .resolution(
        AddressResolution(
          isReply: isReply, sender: isReply ? target : walk.network.source,
          target: isReply ? walk.network.destination : target))
    }
    if type == echoReply { return .echoReply }
    guard errors.contains(type) else { throw .otherProtocol }
    let quoted = try QuotedPacket(v6: bytes, at: walk.offset &+ 8, walk)
    return .icmpError(
      ICMPError(
        isV6: true, type: type, code: UInt8(truncatingIfNeeded: header >> 48),
        mtu: type == packetTooBig ? UInt32(truncatingIfNeeded: header) : nil, quoted: quoted))
  }
}

/// The start of the packet that an ICMP error answers; eight bytes behind its IP header may be all.
private struct QuotedPacket {
  var source: IPAddress
  var destination: IPAddress
  var nextHeader: UInt8
  var sourcePort: UInt16?
  var destinationPort: UInt16?
  var sequence: SequenceNumber?

  init(v4 bytes: RawSpan, at start: Int, _ walk: borrowing LayerWalk) throws(DecodeStop) {
    guard let first = bytes.bigEndian(at: start, as: UInt64.self),
      let next = bytes.bigEndian(at: start &+ 9, as: UInt8.self),
      let addresses = bytes.bigEndian(at: start &+ 12, as: UInt64.self)
    else { throw walk.missing(8 + IPv4.minimumHeaderLength) }
    let headerLength = Int(first >> 56 & 0xF) &* 4
    guard first >> 60 == 4, headerLength >= IPv4.minimumHeaderLength else { throw .malformed }
    source = IPAddress(v4: UInt32(truncatingIfNeeded: addresses >> 32))
    destination = IPAddress(v4: UInt32(truncatingIfNeeded: addresses))
    nextHeader = next
    // Only a datagram's first fragment has ports.
    if first & 0x1FFF == 0 { readPorts(bytes, at: start &+ headerLength) }
  }

  init(v6 bytes: RawSpan, at start: Int, _ walk: borrowing LayerWalk) throws(DecodeStop) {
    guard let first = bytes.bigEndian(at: start, as: UInt64.self),
      let from = IPv6.address(in: bytes, at: start &+ 8),
      let to = IPv6.address(in: bytes, at: start &+ 24)
    else { throw walk.missing(8 + IPv6.headerLength) }
    guard first >> 60 == 6 else { throw .malformed }
    source = from
    destination = to
    nextHeader = UInt8(truncatingIfNeeded: first >> 8)
    var inner = copy walk
    inner.offset = start &+ IPv6.headerLength
    // Extension headers that are cut, or lead to a later fragment, leave the ports unknown.
    guard let layer = try? IPv6.next(nextHeader, in: bytes, &inner) else { return }
    switch layer {
    case .ipProtocol(let number):
      nextHeader = number
      readPorts(bytes, at: inner.offset)
    case .fragment:
      nextHeader = inner.fragment.nextHeader
      if inner.fragment.start == 0 { readPorts(bytes, at: inner.offset) }
    default:
      break
    }
  }

  private mutating func readPorts(_ bytes: RawSpan, at offset: Int) {
    guard nextHeader == IP.tcp || nextHeader == IP.udp,
      let ports = bytes.bigEndian(at: offset, as: UInt32.self)
    else { return }
    sourcePort = UInt16(truncatingIfNeeded: ports >> 16)
    destinationPort = UInt16(truncatingIfNeeded: ports)
    if nextHeader == IP.tcp, let number = bytes.bigEndian(at: offset &+ 4, as: UInt32.self) {
      sequence = SequenceNumber(number)
    }
  }
}

extension ICMPError {
  fileprivate init(isV6: Bool, type: UInt8, code: UInt8, mtu: UInt32?, quoted: QuotedPacket) {
    self.init(
      isV6: isV6, type: type, code: code, mtu: mtu, quotedSource: quoted.source,
      quotedDestination: quoted.destination, quotedProtocol: quoted.nextHeader,
      quotedSourcePort: quoted.sourcePort, quotedDestinationPort: quoted.destinationPort,
      quotedSequence: quoted.sequence)
  }
}
