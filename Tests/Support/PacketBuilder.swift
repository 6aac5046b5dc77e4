public import PacketDecode

/// Builds frames for tests from readable parts, with right lengths and checksums.
///
/// Each function adds one layer around bytes; `tcp` and `udp` build a whole Ethernet frame, over IPv4
/// or IPv6 as their addresses say.
public enum PacketBuilder {
  /// A TCP option (RFC 9293 §3.2, RFC 7323, RFC 2018).
  public enum Option: Sendable {
    case end
    case noOperation
    case maximumSegmentSize(UInt16)
    case windowScale(UInt8)
    case selectiveAcknowledgmentPermitted
    case selectiveAcknowledgment([ClosedRange<UInt32>])
    case timestamps(value: UInt32, echo: UInt32)
    case raw([UInt8])

    var bytes: [UInt8] {
      switch self {
      case .end: [0]
      case .noOperation: [1]
      case .maximumSegmentSize(let size): [2, 4] + bigEndian(size)
      case .windowScale(let shift): [3, 3, shift]
      case .selectiveAcknowledgmentPermitted: [4, 2]
      case .selectiveAcknowledgment(let blocks):
        [5, UInt8(2 + 8 * blocks.count)]
          + blocks.flatMap { bigEndian($0.lowerBound) + bigEndian($0.upperBound) }
      case .timestamps(let value, let echo): [8, 10] + bigEndian(value) + bigEndian(echo)
      case .raw(let bytes): bytes
      }
    }
  }

  public static func tcp(
    from source: Endpoint, to destination: Endpoint, seq: UInt32, ack: UInt32 = 0,
    flags: TCPFlags, window: UInt16 = 64_240, options: [Option] = [], payload: [UInt8] = [],
    ttl: UInt8 = 64, id: UInt16 = 0
  ) -> [UInt8] {
    let segment = segment(
      from: source, to: destination, seq: seq, ack: ack, flags: flags, window: window,
      options: options, payload: payload)
    return ethernet(
      ip(from: source.address, to: destination.address, protocol: 6, segment, ttl: ttl, id: id))
  }

  public static func udp(
    from source: Endpoint, to destination: Endpoint, payload: [UInt8], ttl: UInt8 = 64,
    id: UInt16 = 0
  ) -> [UInt8] {
    let datagram = datagram(from: source, to: destination, payload: payload)
    return ethernet(
      ip(from: source.address, to: destination.address, protocol: 17, datagram, ttl: ttl, id: id))
  }

  /// A TCP header and its data; options are filled up with end-of-list to whole words.
  public static func segment(
    from source: Endpoint, to destination: Endpoint, seq: UInt32, ack: UInt32 = 0,
    flags: TCPFlags, window: UInt16 = 64_240, options: [Option] = [], payload: [UInt8] = []
  ) -> [UInt8] {
    var options = options.flatMap(\.bytes)
    options += [UInt8](repeating: 0, count: (4 - options.count % 4) % 4)
    var segment = bigEndian(source.port) + bigEndian(destination.port)
    segment += bigEndian(seq) + bigEndian(ack)
    segment += [UInt8(5 + options.count / 4) << 4, flags.rawValue]
    segment += bigEndian(window) + [0, 0, 0, 0] + options + payload
    let sum = checksum(pseudoHeader(source.address, destination.address, 6, segment) + segment)
    segment.replaceSubrange(16..<18, with: bigEndian(sum))
    return segment
  }

  /// A UDP header and its data.
  public static func datagram(
    from source: Endpoint, to destination: Endpoint, payload: [UInt8]
  ) -> [UInt8] {
    var datagram = bigEndian(source.port) + bigEndian(destination.port)
    datagram += bigEndian(UInt16(truncatingIfNeeded: 8 + payload.count)) + [0, 0] + payload
    let sum = checksum(pseudoHeader(source.address, destination.address, 17, datagram) + datagram)
    datagram.replaceSubrange(6..<8, with: bigEndian(sum == 0 ? 0xFFFF : sum))
    return datagram
  }

  /// An IPv4 or IPv6 packet, as its addresses say.
  public static func ip(
    from source: IPAddress, to destination: IPAddress, protocol number: UInt8,
    _ payload: [UInt8], ttl: UInt8 = 64, id: UInt16 = 0
  ) -> [UInt8] {
    source.isV4
      ? ipv4(from: source, to: destination, protocol: number, payload, ttl: ttl, id: id)
      : ipv6(from: source, to: destination, next: number, payload, hopLimit: ttl)
  }

  /// `fragment` is the header's field: two flag bits and the offset in units of eight bytes.
  public static func ipv4(
    from source: IPAddress, to destination: IPAddress, protocol number: UInt8,
    _ payload: [UInt8], ttl: UInt8 = 64, id: UInt16 = 0, fragment: UInt16 = 0x4000,
    trafficClass: UInt8 = 0, options: [UInt8] = []
  ) -> [UInt8] {
    let length = UInt16(truncatingIfNeeded: 20 + options.count + payload.count)
    var header = [0x45 + UInt8(options.count / 4), trafficClass] + bigEndian(length)
    header += bigEndian(id) + bigEndian(fragment) + [ttl, number, 0, 0]
    header += bytes(source) + bytes(destination) + options
    header.replaceSubrange(10..<12, with: bigEndian(checksum(header)))
    return header + payload
  }

  public static func ipv6(
    from source: IPAddress, to destination: IPAddress, next: UInt8, _ payload: [UInt8],
    hopLimit: UInt8 = 64, trafficClass: UInt8 = 0
  ) -> [UInt8] {
    let length = UInt16(truncatingIfNeeded: payload.count)
    return bigEndian(0x6000_0000 | UInt32(trafficClass) << 20) + bigEndian(length)
      + [next, hopLimit] + bytes(source) + bytes(destination) + payload
  }

  /// An Ethernet II frame; `type` is taken from the IP version in the first nibble where not given.
  public static func ethernet(
    _ payload: [UInt8], type: UInt16? = nil, vlans: [UInt16] = [], tagType: UInt16 = 0x8100
  ) -> [UInt8] {
    let type = type ?? ((payload.first ?? 0) >> 4 == 6 ? 0x86DD : 0x0800)
    return destinationMAC + sourceMAC + vlans.flatMap { bigEndian(tagType) + bigEndian($0) }
      + bigEndian(type) + payload
  }

  public static let sourceMAC: [UInt8] = [0x02, 0, 0, 0, 0, 0x0A]
  public static let destinationMAC: [UInt8] = [0x02, 0, 0, 0, 0, 0x0B]

  /// The internet checksum (RFC 1071).
  public static func checksum(_ bytes: [UInt8]) -> UInt16 {
    var sum: UInt64 = 0
    for (index, byte) in bytes.enumerated() { sum += UInt64(byte) << (index % 2 == 0 ? 8 : 0) }
    while sum >> 16 != 0 { sum = (sum & 0xFFFF) + (sum >> 16) }
    return ~UInt16(truncatingIfNeeded: sum)
  }

  public static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    stride(from: value.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: value >> $0)
    }
  }

  /// The address as its IP version writes it: 4 or 16 bytes.
  public static func bytes(_ address: IPAddress) -> [UInt8] {
    address.isV4
      ? bigEndian(UInt32(truncatingIfNeeded: address.low))
      : bigEndian(address.high) + bigEndian(address.low)
  }

  private static func pseudoHeader(
    _ source: IPAddress, _ destination: IPAddress, _ number: UInt8, _ payload: [UInt8]
  ) -> [UInt8] {
    bytes(source) + bytes(destination) + [0, number] + bigEndian(UInt16(payload.count))
  }
}

extension Endpoint {
  /// An endpoint by its address's text, for tests; a text that is no address stops the test.
  public init(_ text: String, _ port: UInt16) {
    guard let address = IPAddress(text) else { preconditionFailure("no IP address: \(text)") }
    self.init(address: address, port: port)
  }
}
