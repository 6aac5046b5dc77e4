import CaptureReader

/// The UDP header (RFC 768).
enum UDP {
  static let headerLength = 8

  static func parse(_ bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> UDPDatagram {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self) else {
      throw walk.missing(headerLength)
    }
    // No length stands for a jumbogram (RFC 2675 §4) or an offloaded datagram.
    let announced = Int(header >> 16 & 0xFFFF)
    let length = announced == 0 ? walk.remaining : announced
    guard length >= headerLength else { throw .malformed }
    walk.shorten(to: length)
    walk.offset &+= headerLength
    return UDPDatagram(
      sourcePort: UInt16(truncatingIfNeeded: header >> 48),
      destinationPort: UInt16(truncatingIfNeeded: header >> 32),
      payloadLength: length &- headerLength)
  }
}
