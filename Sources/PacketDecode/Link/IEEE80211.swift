import CaptureReader

/// IEEE 802.11 data frames (§9.2.4 and §9.3.2), as received in monitor mode.
enum IEEE80211 {
  /// Frame control as two bytes: type and subtype, then flags.
  private enum Flag {
    static let toDistribution: UInt16 = 0x01
    static let fromDistribution: UInt16 = 0x02
    static let moreFragments: UInt16 = 0x04
    static let protected: UInt16 = 0x40
    static let order: UInt16 = 0x80
    static let noData: UInt16 = 0x4000
    static let quality: UInt16 = 0x8000
  }

  static func next(
    in bytes: RawSpan, _ walk: inout LayerWalk, isPadded: Bool = false
  ) throws(DecodeStop) -> Layer {
    let start = walk.offset
    guard let control = bytes.bigEndian(at: start, as: UInt16.self) else { throw walk.missing(2) }
    guard control & 0x0F00 == 0x0800, control & Flag.noData == 0 else { throw .nonIP }
    guard let first = address(1, in: bytes, start), let second = address(2, in: bytes, start),
      let third = address(3, in: bytes, start),
      let sequence = bytes.littleEndian(at: start &+ 22, as: UInt16.self)
    else { throw walk.missing(24) }

    var length = 24
    walk.network.linkDestination = control & Flag.toDistribution != 0 ? third : first
    walk.network.linkSource = control & Flag.fromDistribution != 0 ? third : second
    if control & 0x03 == 0x03 {
      guard let fourth = address(4, in: bytes, start) else { throw walk.missing(30) }
      walk.network.linkSource = fourth
      length = 30
    }
    var isAggregate = false
    if control & Flag.quality != 0 {
      guard let quality = bytes.bigEndian(at: start &+ length, as: UInt8.self) else {
        throw walk.missing(length + 2)
      }
      isAggregate = quality & 0x80 != 0
      length += control & Flag.order != 0 ? 6 : 2
    }
    let isFragment = sequence & 0x0F != 0 || control & Flag.moreFragments != 0
    guard control & Flag.protected == 0, !isAggregate, !isFragment else { throw .concealed }
    if isPadded { length = (length + 3) & ~3 }
    try walk.skip(length)
    return .llc
  }

  private static func address(_ number: Int, in bytes: RawSpan, _ start: Int) -> UInt64? {
    let offset = number == 4 ? 24 : 4 + (number - 1) * 6
    guard let high = bytes.bigEndian(at: start &+ offset, as: UInt16.self),
      let low = bytes.bigEndian(at: start &+ offset &+ 2, as: UInt32.self)
    else { return nil }
    return UInt64(high) << 32 | UInt64(low)
  }
}

/// What radios say about a received frame, before it (radiotap.org).
enum Radiotap {
  private static let frameCheckAtEnd: UInt8 = 0x10
  private static let dataPadding: UInt8 = 0x20
  private static let badFrameCheck: UInt8 = 0x40
  private static let frameCheckLength = 4

  static func next(in bytes: RawSpan, _ walk: inout LayerWalk) throws(DecodeStop) -> Layer {
    let start = walk.offset
    guard let version = bytes.bigEndian(at: start, as: UInt8.self),
      let length = bytes.littleEndian(at: start &+ 2, as: UInt16.self),
      let present = bytes.littleEndian(at: start &+ 4, as: UInt32.self)
    else { throw walk.missing(8) }
    guard version == 0, length >= 8 else { throw .malformed }
    let flags = flags(present, in: bytes, start, length: Int(length))
    try walk.skip(Int(length))
    if flags & badFrameCheck != 0 { throw .malformed }
    if flags & frameCheckAtEnd != 0, walk.remaining >= frameCheckLength {
      walk.end &-= frameCheckLength
    }
    return try IEEE80211.next(
      in: bytes.extracting(first: walk.end), &walk, isPadded: flags & dataPadding != 0)
  }

  /// The flags field: second of the fields, behind the words that name those present (the top bit of
  /// each says that another follows) and an eight-byte timer at its natural alignment.
  private static func flags(
    _ present: UInt32, in bytes: RawSpan, _ start: Int, length: Int
  ) -> UInt8 {
    guard present & 0x2 != 0 else { return 0 }
    var word = present
    var offset = 8
    while word & 0x8000_0000 != 0, offset &+ 4 <= length,
      let next = bytes.littleEndian(at: start &+ offset, as: UInt32.self)
    {
      word = next
      offset &+= 4
    }
    if present & 0x1 != 0 { offset = (offset &+ 7) & ~7 &+ 8 }
    guard offset < length else { return 0 }
    return bytes.bigEndian(at: start &+ offset, as: UInt8.self) ?? 0
  }
}
