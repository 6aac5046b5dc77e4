import CaptureReader

/// One datagram of RDP's UDP transport, as far as it stands in the clear ([MS-RDPEUDP] 2.2,
/// [MS-RDPEUDP2] 2.2).
struct RDPEUDPDatagram: Hashable {
  struct Flags: OptionSet, Hashable {
    let rawValue: UInt16
    static let syn = Flags(rawValue: 0x0001)
    static let fin = Flags(rawValue: 0x0002)
    static let ack = Flags(rawValue: 0x0004)
    static let data = Flags(rawValue: 0x0008)
    static let fec = Flags(rawValue: 0x0010)
    static let ackOfAcks = Flags(rawValue: 0x0100)
    static let lossy = Flags(rawValue: 0x0200)
    static let correlationID = Flags(rawValue: 0x0800)
    static let synExtended = Flags(rawValue: 0x1000)
    /// All that the specification knows.
    static let known = Flags(rawValue: 0x1FFF)
  }

  /// What a SYN or SYN+ACK offers or agrees to.
  struct Opening: Hashable {
    var isAnswer: Bool
    var sequence: UInt32
    /// Payload sizes towards the server and from it.
    var upstreamMTU: UInt16
    var downstreamMTU: UInt16
    /// 1 where it says nothing; 0x0101 goes on with RDPEUDP2.
    var version: UInt16 = 1
    var isLossy: Bool
    var correlationID: [UInt8]?
    /// SHA-256 of the cookie that the TCP session handed out.
    var cookieHash: [UInt8]?
  }

  enum Content: Hashable {
    case opening(Opening)
    /// Source data, with the number that stays when it is sent again.
    case data(number: UInt32)
    /// Forward error correction: what may repair a loss.
    case repair
    case acknowledgment
    /// RDPEUDP2's dummy packets probe the path and keep it open.
    case probe
    case finish
  }

  var content: Content
  /// Datagrams that the acknowledgement vector tells missing (version 1 and 2).
  var missing = 0

  /// SYN and SYN+ACK: on a new flow these alone show what it is. Nil for all else.
  static func opening(_ bytes: RawSpan) -> RDPEUDPDatagram? {
    guard let acknowledged: UInt32 = bytes.bigEndian(at: 0),
      let word: UInt16 = bytes.bigEndian(at: 6),
      let sequence: UInt32 = bytes.bigEndian(at: 8),
      let upstream: UInt16 = bytes.bigEndian(at: 12),
      let downstream: UInt16 = bytes.bigEndian(at: 14)
    else { return nil }
    let flags = Flags(rawValue: word)
    let isAnswer = flags.contains(.ack)
    // [MS-RDPEUDP] 2.2.2.1: the first SYN acknowledges −1; 2.2.2.2: both sizes are 1132 to 1232.
    guard flags.contains(.syn), flags.isSubset(of: .known), !flags.contains(.data),
      isAnswer || acknowledged == 0xFFFF_FFFF, (1132...1232).contains(upstream),
      (1132...1232).contains(downstream)
    else { return nil }
    var opening = Opening(
      isAnswer: isAnswer, sequence: sequence, upstreamMTU: upstream, downstreamMTU: downstream,
      isLossy: flags.contains(.lossy))
    var place = 16
    if flags.contains(.correlationID), bytes.byteCount >= place + 32 {
      opening.correlationID = bytes.extracting(place..<(place + 16)).copied()
      place += 32
    }
    if flags.contains(.synExtended), let valid: UInt16 = bytes.bigEndian(at: place),
      let version: UInt16 = bytes.bigEndian(at: place + 2)
    {
      // RDPUDP_VERSION_INFO_VALID
      if valid & 1 != 0 { opening.version = version }
      if version == 0x0101, !isAnswer, bytes.byteCount >= place + 36 {
        let hash = bytes.extracting((place + 4)..<(place + 36)).copied()
        opening.cookieHash = hash.allSatisfy { $0 == 0 } ? nil : hash
      }
    }
    return RDPEUDPDatagram(content: .opening(opening))
  }

  /// A datagram of version 1 or 2 after the opening.
  static func version1(_ bytes: RawSpan) -> RDPEUDPDatagram? {
    guard let word: UInt16 = bytes.bigEndian(at: 6) else { return nil }
    let flags = Flags(rawValue: word)
    guard flags.isSubset(of: .known), !flags.contains(.syn) else { return nil }
    if flags.contains(.fin) { return RDPEUDPDatagram(content: .finish) }
    var place = 8
    var missing = 0
    if flags.contains(.ack) {
      guard let size: UInt16 = bytes.bigEndian(at: place), size <= 2048 else { return nil }
      for element in 0..<Int(size) {
        guard let value: UInt8 = bytes.bigEndian(at: place + 2 + element) else { break }
        // Two bits of state, six of length; 3 is "not yet received" (2.2.1.1).
        if value >> 6 == 3 { missing += Int(value & 0x3F) + 1 }
      }
      place += (2 + Int(size) + 3) / 4 * 4
    }
    if flags.contains(.ackOfAcks) { place += 4 }
    guard flags.contains(.data) else {
      return RDPEUDPDatagram(
        content: flags.contains(.ack) ? .acknowledgment : .probe, missing: missing)
    }
    if flags.contains(.fec) { return RDPEUDPDatagram(content: .repair, missing: missing) }
    // snCoded is new for every datagram, snSourceStart for every piece of data.
    guard let number: UInt32 = bytes.bigEndian(at: place + 4) else { return nil }
    return RDPEUDPDatagram(content: .data(number: number), missing: missing)
  }

  /// A datagram of RDPEUDP2, whose first and eighth byte are swapped on the wire (2.2.1).
  static func version2(_ bytes: RawSpan) -> RDPEUDPDatagram? {
    guard bytes.byteCount >= 7 else { return nil }
    func byte(_ place: Int) -> UInt8? {
      if bytes.byteCount < 8 { return bytes.bigEndian(at: place) }
      return bytes.bigEndian(at: place == 0 ? 7 : place == 7 ? 0 : place)
    }
    func word(_ place: Int) -> UInt16? {
      guard let low = byte(place), let high = byte(place + 1) else { return nil }
      return UInt16(high) << 8 | UInt16(low)
    }
    guard let prefix = byte(0), let header = word(1) else { return nil }
    // Reserved bit, four bits of type, three of length.
    switch prefix >> 1 & 0xF {
    case 0: break
    case 8: return RDPEUDPDatagram(content: .probe)
    default: return nil
    }
    let flags = header & 0x0FFF
    var place = 3
    if flags & 0x001 != 0 {
      guard let delayed = byte(place + 6) else { return nil }
      place += 7 + Int(delayed & 0x0F)
    }
    if flags & 0x040 != 0 { place += 1 }
    if flags & 0x100 != 0 { place += 3 }
    if flags & 0x010 != 0 { place += 2 }
    guard flags & 0x004 != 0 else {
      return RDPEUDPDatagram(content: flags & 0x009 != 0 ? .acknowledgment : .probe)
    }
    // The data's own number is new for every datagram; the channel's number stays.
    place += 2
    if flags & 0x008 != 0 {
      // Base number, vector size with the time stamp's bit on top, time stamp, vector.
      guard let size = byte(place + 2) else { return nil }
      place += 3 + (size & 0x80 != 0 ? 4 : 0) + Int(size & 0x7F)
    }
    guard let number = word(place) else { return nil }
    return RDPEUDPDatagram(content: .data(number: UInt32(number)))
  }
}
