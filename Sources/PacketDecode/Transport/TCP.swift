import CaptureReader

/// The TCP header (RFC 9293 §3.1).
enum TCP {
  static let minimumHeaderLength = 20

  @inline(__always)
  static func parse(_ bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> TCPSegment {
    let start = walk.offset
    guard let first = bytes.bigEndian(at: start, as: UInt64.self),
      let second = bytes.bigEndian(at: start &+ 8, as: UInt64.self),
      let third = bytes.bigEndian(at: start &+ 16, as: UInt16.self),
      bytes.byteCount &- start >= minimumHeaderLength
    else { throw walk.missing(minimumHeaderLength) }
    let headerLength = Int(second >> 28 & 0xF) &* 4
    guard headerLength >= minimumHeaderLength else { throw .malformed }
    try walk.skip(headerLength)
    let options = TCPOptions(
      parsing: bytes, from: start &+ minimumHeaderLength, to: walk.offset)
    return TCPSegment(
      sourcePort: UInt16(truncatingIfNeeded: first >> 48),
      destinationPort: UInt16(truncatingIfNeeded: first >> 32),
      sequence: SequenceNumber(UInt32(truncatingIfNeeded: first)),
      acknowledgment: SequenceNumber(UInt32(truncatingIfNeeded: second >> 32)),
      flags: TCPFlags(rawValue: UInt8(truncatingIfNeeded: second >> 16)),
      window: UInt16(truncatingIfNeeded: second), checksum: third, options: options,
      payloadLength: walk.remaining)
  }
}
