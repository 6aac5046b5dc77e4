import CaptureReader

/// User packets of mobile networks (GTP-U, 3GPP TS 29.281 §5.1); signalling is not looked at.
///
/// The endpoint identifier differs between the directions, so it is no part of a flow's identity.
enum GTP {
  private static let userPacket: UInt64 = 0xFF
  private static let hasExtension: UInt64 = 0x04
  private static let hasOptionalPart: UInt64 = 0x07
  /// Extension headers followed; the standard knows fewer.
  private static let maximumExtensions = 8

  /// Flags (1 byte), message type (1), length of all that follows these eight bytes (2), tunnel
  /// endpoint identifier (4); sequence (2), N-PDU (1) and next extension (1) where a flag says so.
  static func enter(_ bytes: RawSpan, _ walk: inout LayerWalk) -> Layer? {
    guard let header = bytes.bigEndian(at: walk.offset, as: UInt64.self) else { return nil }
    let flags = header >> 56
    let length = Int(header >> 32 & 0xFFFF)
    // Version 1 of the protocol type "GTP", as opposed to charging's GTP'.
    guard flags >> 4 == 0x3, header >> 48 & 0xFF == userPacket, length > 0 else { return nil }
    walk.offset &+= 8
    walk.shorten(to: length)
    if flags & hasOptionalPart != 0 {
      guard let next = bytes.bigEndian(at: walk.offset &+ 3, as: UInt8.self),
        (try? walk.skip(4)) != nil
      else { return nil }
      guard flags & hasExtension == 0 || skipExtensions(from: next, in: bytes, &walk) else {
        return nil
      }
    }
    switch bytes.bigEndian(at: walk.offset, as: UInt8.self).map({ $0 >> 4 }) {
    case 4: return .ipv4
    case 6: return .ipv6
    default: return nil
    }
  }

  /// Each has its length in four bytes first and the type of the next one last (§5.2.1).
  private static func skipExtensions(
    from first: UInt8, in bytes: RawSpan, _ walk: inout LayerWalk
  ) -> Bool {
    var next = first
    for _ in 0..<maximumExtensions where next != 0 {
      guard let units = bytes.bigEndian(at: walk.offset, as: UInt8.self), units > 0 else {
        return false
      }
      let length = Int(units) * 4
      guard let type = bytes.bigEndian(at: walk.offset &+ length &- 1, as: UInt8.self),
        (try? walk.skip(length)) != nil
      else { return false }
      next = type
    }
    return next == 0
  }
}
