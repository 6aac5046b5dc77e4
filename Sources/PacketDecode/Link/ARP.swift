import CaptureReader

/// Address resolution for IPv4 (RFC 826).
enum ARP {
  static func parse(_ bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Transport {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self) else {
      throw walk.missing(8)
    }
    // Hardware type (2 bytes), protocol type (2), lengths of both kinds of address (1 each),
    // operation (2).
    let hardwareLength = Int(header >> 24 & 0xFF)
    let operation = header & 0xFFFF
    guard header >> 32 & 0xFFFF == UInt64(EtherType.ipv4), header >> 16 & 0xFF == 4,
      operation == 1 || operation == 2
    else { throw .nonIP }
    let sender = walk.offset &+ 8 &+ hardwareLength
    guard let from = bytes.bigEndian(at: sender, as: UInt32.self),
      let to = bytes.bigEndian(at: sender &+ 4 &+ hardwareLength, as: UInt32.self)
    else { throw walk.missing(16 &+ 2 &* hardwareLength) }
    walk.network.source = IPAddress(v4: from)
    walk.network.destination = IPAddress(v4: to)
    return .resolution(
      AddressResolution(
        isReply: operation == 2, sender: walk.network.source, target: walk.network.destination))
  }
}
