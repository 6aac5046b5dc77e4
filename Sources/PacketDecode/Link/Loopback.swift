import CaptureReader

/// The four bytes of address family before a loopback packet (LINKTYPE_NULL and LINKTYPE_LOOP).
///
/// LINKTYPE_NULL has them in the byte order of the capturing host, which files do not always tell.
enum Loopback {
  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    guard let family = bytes.bigEndian(at: walk.offset, as: UInt32.self) else {
      throw walk.missing(4)
    }
    walk.offset &+= 4
    // Families are small numbers, so that only one order can make sense.
    switch family <= 0xFFFF ? family : family.byteSwapped {
    case 2: return .ipv4
    // AF_INET6 of Linux, Windows, NetBSD and OpenBSD, FreeBSD, Darwin.
    case 10, 23, 24, 28, 30: return .ipv6
    default: throw .nonIP
    }
  }
}
