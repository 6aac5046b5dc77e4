import CaptureReader

/// Most frames by far, in a straight line: Ethernet, an IPv4 header without options, TCP or UDP.
///
/// What differs in any way (a tag, a tunnel, a fragment, a header that is cut or wrong) is left to the
/// walk through the layers, of which this is a short cut: both give the same.
extension PacketDecoder {
  private typealias Place = UsualFrame.Place

  /// Decodes a usual frame; false, with nothing done, for any other.
  @inline(__always)
  mutating func decodeUsual(
    _ frame: RawSpan, _ record: borrowing PacketRecord,
    _ segment: (borrowing TCPSegment, borrowing NetworkHeader, RawSpan) -> Void,
    _ body: (borrowing DecodedPacket, RawSpan) -> Void
  ) -> Bool {
    guard let usual = UsualFrame(frame, record, limits: limits) else { return false }
    let (ports, captured) = (usual.ports, usual.captured)
    switch usual.transport {
    case IP.tcp:
      guard let outline = SegmentOutline(usual, frame) else { return false }
      let start = Place.options &+ outline.optionsLength
      statistics.tcp &+= 1
      if captured < usual.end { statistics.truncatedPayloads &+= 1 }
      if let filter, !filter.wants(outline, frame, data: (start, captured)) { break }
      segment(
        outline.segment(optionsIn: frame, at: Place.options),
        usual.network(packetID: record.packetID), frame.extracting(start..<captured))
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
          network: usual.network(packetID: record.packetID),
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

  /// Counts a usual segment that came as an outline.
  @inline(__always)
  public mutating func count(_ outline: SegmentOutline, captured: Int) {
    statistics.packets &+= 1
    statistics.tcp &+= 1
    if captured < outline.payloadLength { statistics.truncatedPayloads &+= 1 }
  }
}
