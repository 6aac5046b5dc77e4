import CaptureReader

/// Most frames by far, in a straight line: Ethernet, an IPv4 header without options, TCP or UDP.
///
/// What differs in any way (a tag, a tunnel, a fragment, a header that is cut or wrong) is left to the
/// walk through the layers, of which this is a short cut: both give the same.
extension PacketDecoder {
  private enum Place {
    static let internet = Ethernet.headerLength
    static let transport = internet + IPv4.minimumHeaderLength
  }

  /// Decodes a usual frame; false, with nothing done, for any other.
  @inline(__always)
  mutating func decodeUsual(
    _ frame: RawSpan, _ record: borrowing PacketRecord,
    _ segment: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) -> Bool {
    guard record.linkType == .ethernet, record.frameCheckLength <= 0, limits.encapsulations > 0,
      frame.byteCount >= Place.transport &+ UDP.headerLength,
      let linkDestination = frame.bigEndian(at: 0, as: UInt64.self),
      let linkSource = frame.bigEndian(at: 6, as: UInt64.self),
      let first = frame.bigEndian(at: Place.internet, as: UInt64.self),
      let second = frame.bigEndian(at: Place.internet &+ 8, as: UInt64.self),
      let destination = frame.bigEndian(at: Place.internet &+ 16, as: UInt32.self),
      let ports = frame.bigEndian(at: Place.transport, as: UInt64.self),
      UInt16(truncatingIfNeeded: linkSource) == EtherType.ipv4,
      // Version 4, five words of header; neither an offset nor more fragments.
      first >> 56 == 0x45, first & 0x3FFF == 0
    else { return false }
    // Both are what their fields say; no length at all is for the walk to find out.
    let length = Int(first >> 32 & 0xFFFF)
    guard length >= IPv4.minimumHeaderLength &+ UDP.headerLength else { return false }
    let end = Place.internet &+ length
    let captured = min(end, frame.byteCount)
    switch UInt8(truncatingIfNeeded: second >> 48) {
    case IP.tcp:
      guard captured >= Place.transport &+ TCP.minimumHeaderLength,
        let numbers = frame.bigEndian(at: Place.transport &+ 8, as: UInt64.self),
        let checksum = frame.bigEndian(at: Place.transport &+ 16, as: UInt16.self)
      else { return false }
      let headerLength = Int(numbers >> 28 & 0xF) &* 4
      let start = Place.transport &+ headerLength
      guard headerLength >= TCP.minimumHeaderLength, start <= captured else { return false }
      let payload = frame.extracting(start..<captured)
      statistics.tcp &+= 1
      if captured < end { statistics.truncatedPayloads &+= 1 }
      segment(
        TCPSegment(
          sourcePort: UInt16(truncatingIfNeeded: ports >> 48),
          destinationPort: UInt16(truncatingIfNeeded: ports >> 32),
          sequence: SequenceNumber(UInt32(truncatingIfNeeded: ports)),
          acknowledgment: SequenceNumber(UInt32(truncatingIfNeeded: numbers >> 32)),
          flags: TCPFlags(rawValue: UInt8(truncatingIfNeeded: numbers >> 16)),
          window: UInt16(truncatingIfNeeded: numbers), checksum: checksum,
          options: TCPOptions(
            parsing: frame, from: Place.transport &+ TCP.minimumHeaderLength, to: start),
          payloadLength: end &- start),
        Self.network(
          linkDestination, linkSource, first, second, destination, record.packetID),
        payload)
    case IP.udp:
      let announced = Int(ports >> 16 & 0xFFFF)
      let start = Place.transport &+ UDP.headerLength
      let destinationPort = UInt16(truncatingIfNeeded: ports >> 32)
      guard announced >= UDP.headerLength, start <= captured,
        UDPTunnel(port: destinationPort) == nil
      else { return false }
      let payload = frame.extracting(start..<min(captured, Place.transport &+ announced))
      statistics.udp &+= 1
      if payload.byteCount < announced &- UDP.headerLength { statistics.truncatedPayloads &+= 1 }
      body(
        DecodedPacket(
          network: Self.network(
            linkDestination, linkSource, first, second, destination, record.packetID),
          transport: .udp(
            UDPDatagram(
              sourcePort: UInt16(truncatingIfNeeded: ports >> 48),
              destinationPort: destinationPort, payloadLength: announced &- UDP.headerLength))),
        payload)
    default: return false
    }
    statistics.packets &+= 1
    return true
  }

  @inline(__always)
  private static func network(
    _ linkDestination: UInt64, _ linkSource: UInt64, _ first: UInt64, _ second: UInt64,
    _ destination: UInt32, _ packetID: UInt64?
  ) -> NetworkHeader {
    NetworkHeader(
      source: IPAddress(v4: UInt32(truncatingIfNeeded: second)),
      destination: IPAddress(v4: destination), ttl: UInt8(truncatingIfNeeded: second >> 56),
      identification: UInt16(truncatingIfNeeded: first >> 16), doNotFragment: first & 0x4000 != 0,
      trafficClass: UInt8(truncatingIfNeeded: first >> 48), linkSource: linkSource >> 16,
      linkDestination: linkDestination >> 16, packetID: packetID ?? 0)
  }
}
