public import CaptureReader

/// A usual frame's words: Ethernet, an IPv4 header without options, and what follows.
///
/// What differs in any way (a tag, a tunnel, a fragment, a header that is cut or wrong) is left to the
/// walk through the layers.
struct UsualFrame {
  let linkDestination: UInt64
  let linkSource: UInt64
  let first: UInt64
  let second: UInt64
  let destination: UInt32
  /// Both ports and the four bytes behind them.
  let ports: UInt64
  /// Where the IP packet ends by its own account, and where of what was captured.
  let end: Int
  let captured: Int

  enum Place {
    static let internet = Ethernet.headerLength
    static let transport = internet + IPv4.minimumHeaderLength
    static let options = transport + TCP.minimumHeaderLength
  }

  @inline(__always)
  init?(_ frame: RawSpan, _ record: borrowing PacketRecord, limits: DecodeLimits) {
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
    else { return nil }
    // Both are what their fields say; no length at all is for the walk to find out.
    let length = Int(first >> 32 & 0xFFFF)
    guard length >= IPv4.minimumHeaderLength &+ UDP.headerLength else { return nil }
    self.linkDestination = linkDestination
    self.linkSource = linkSource
    self.first = first
    self.second = second
    self.destination = destination
    self.ports = ports
    end = Place.internet &+ length
    captured = min(end, frame.byteCount)
  }

  @inline(__always)
  var transport: UInt8 { UInt8(truncatingIfNeeded: second >> 48) }

  @inline(__always)
  func network(packetID: UInt64?) -> NetworkHeader {
    NetworkHeader(
      source: IPAddress(v4: UInt32(truncatingIfNeeded: second)),
      destination: IPAddress(v4: destination), ttl: UInt8(truncatingIfNeeded: second >> 56),
      identification: UInt16(truncatingIfNeeded: first >> 16), doNotFragment: first & 0x4000 != 0,
      trafficClass: UInt8(truncatingIfNeeded: first >> 48), linkSource: linkSource >> 16,
      linkDestination: linkDestination >> 16, packetID: packetID ?? 0)
  }
}

/// The headers of a usual frame with a TCP segment, all but the options, in seven words: what goes from
/// a core that reads to one that follows connections, which makes segment and network header of it.
public struct SegmentOutline: BitwiseCopyable, Sendable {
  private let linkDestination: UInt64
  private let linkSource: UInt64
  private let first: UInt64
  private let second: UInt64
  private let ports: UInt64
  private let numbers: UInt64
  public let destination: UInt32
  private let checksum: UInt16
  /// Of the capture that the frame is from.
  public let interface: UInt16

  /// Nil for any other frame, and where the file says more of it.
  @inline(__always)
  public init?(_ frame: RawSpan, _ record: borrowing PacketRecord, limits: DecodeLimits) {
    guard record.packetID == nil, let interface = UInt16(exactly: record.interface),
      let usual = UsualFrame(frame, record, limits: limits), usual.transport == IP.tcp
    else { return nil }
    self.init(usual, frame, interface: interface)
  }

  @inline(__always)
  init?(_ usual: UsualFrame, _ frame: RawSpan, interface: UInt16 = 0) {
    guard usual.captured >= UsualFrame.Place.options,
      let numbers = frame.bigEndian(at: UsualFrame.Place.transport &+ 8, as: UInt64.self),
      let checksum = frame.bigEndian(at: UsualFrame.Place.transport &+ 16, as: UInt16.self)
    else { return nil }
    let headerLength = Int(numbers >> 28 & 0xF) &* 4
    guard headerLength >= TCP.minimumHeaderLength,
      UsualFrame.Place.transport &+ headerLength <= usual.captured
    else { return nil }
    linkDestination = usual.linkDestination
    linkSource = usual.linkSource
    first = usual.first
    second = usual.second
    ports = usual.ports
    destination = usual.destination
    self.numbers = numbers
    self.checksum = checksum
    self.interface = interface
  }

  /// Stands for no frame.
  public static var nothing: SegmentOutline { SegmentOutline() }

  private init() {
    (linkDestination, linkSource, first, second) = (0, 0, 0, 0)
    (ports, numbers, destination, checksum, interface) = (0, 0, 0, 0, 0)
  }

  /// Where the options begin in the frame, and where what was captured of the segment ends.
  @inline(__always)
  public static var optionsStart: Int { UsualFrame.Place.options }
  @inline(__always)
  public func capturedEnd(of frame: RawSpan) -> Int {
    min(UsualFrame.Place.internet &+ Int(first >> 32 & 0xFFFF), frame.byteCount)
  }

  /// Bytes of options.
  @inline(__always)
  public var optionsLength: Int {
    Int(numbers >> 28 & 0xF) &* 4 &- TCP.minimumHeaderLength
  }

  /// Bytes of data by the IP header's account.
  @inline(__always)
  public var payloadLength: Int {
    Int(first >> 32 & 0xFFFF) &- IPv4.minimumHeaderLength &- Int(numbers >> 28 & 0xF) &* 4
  }

  @inline(__always)
  public var source: UInt32 { UInt32(truncatingIfNeeded: second) }
  @inline(__always)
  public var sourcePort: UInt16 { UInt16(truncatingIfNeeded: ports >> 48) }
  @inline(__always)
  public var destinationPort: UInt16 { UInt16(truncatingIfNeeded: ports >> 32) }
  @inline(__always)
  var flags: TCPFlags { TCPFlags(rawValue: UInt8(truncatingIfNeeded: numbers >> 16)) }

  /// - Parameter start: where the options begin in `bytes`.
  @inline(__always)
  public func segment(optionsIn bytes: RawSpan, at start: Int) -> TCPSegment {
    TCPSegment(
      sourcePort: sourcePort, destinationPort: destinationPort,
      sequence: SequenceNumber(UInt32(truncatingIfNeeded: ports)),
      acknowledgment: SequenceNumber(UInt32(truncatingIfNeeded: numbers >> 32)),
      flags: flags,
      window: UInt16(truncatingIfNeeded: numbers), checksum: checksum,
      options: TCPOptions(parsing: bytes, from: start, to: start &+ optionsLength),
      payloadLength: payloadLength)
  }

  @inline(__always)
  public var network: NetworkHeader {
    NetworkHeader(
      source: IPAddress(v4: UInt32(truncatingIfNeeded: second)),
      destination: IPAddress(v4: destination), ttl: UInt8(truncatingIfNeeded: second >> 56),
      identification: UInt16(truncatingIfNeeded: first >> 16), doNotFragment: first & 0x4000 != 0,
      trafficClass: UInt8(truncatingIfNeeded: first >> 48), linkSource: linkSource >> 16,
      linkDestination: linkDestination >> 16)
  }
}
