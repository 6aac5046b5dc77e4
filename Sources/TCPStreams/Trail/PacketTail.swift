public import CaptureReader
public import PacketDecode

/// The last packets of a connection as they were captured, for drawings of its end.
///
/// A ring: kept from the connection's first data on, grown in steps to its full size, and nothing is
/// allocated for a packet after that.
struct PacketTail: Sendable {
  /// Packets kept; a power of two.
  static let capacity = 64
  /// Packets of which there is room at first: most short connections have no more.
  private static let first = 8

  private var ring: [TailPacket] = []
  private var count = 0

  /// Takes a packet, once there is data to follow.
  @inline(__always)
  mutating func note(
    _ segment: TCPSegment, from side: Side, frame: ItemReference, isRepeat: Bool
  ) {
    let place = count & (Self.capacity &- 1)
    if place >= ring.count {
      guard !ring.isEmpty else { return }
      grow()
    }
    ring[place] = TailPacket(segment, from: side, frame: frame, isRepeat: isRepeat)
    count &+= 1
  }

  /// Makes room where there is none yet.
  mutating func begin() {
    guard ring.isEmpty else { return }
    ring = Array(repeatElement(TailPacket.none, count: Self.first))
  }

  /// More room, where all that there is is used: for 20, 41 and 64 packets, since thousands of open
  /// connections have room that is not used.
  @inline(never)
  private mutating func grow() {
    let room = min(Self.capacity, ring.count * 7 / 4 + 6)
    ring.reserveCapacity(room)
    ring += repeatElement(TailPacket.none, count: room - ring.count)
  }

  mutating func swapSides() {
    for place in ring.indices { ring[place].swapSides() }
  }

  /// In the order in which they were captured.
  var packets: [TailPacket] {
    guard count > Self.capacity else { return Array(ring.prefix(count)) }
    let first = count & (Self.capacity - 1)
    return Array(ring[first...] + ring[..<first])
  }
}

/// The header of one packet of a connection.
public struct TailPacket: Sendable, Hashable {
  public private(set) var frame: ItemReference
  public private(set) var sequence: SequenceNumber
  /// Means nothing without the ACK flag.
  public private(set) var acknowledgment: SequenceNumber
  private var dataLength: UInt32
  /// As on the wire, before window scaling.
  public private(set) var window: UInt16
  public private(set) var flags: TCPFlags
  private var marks: UInt8

  private static let fromServer: UInt8 = 1
  private static let repeated: UInt8 = 2
  private static let selective: UInt8 = 4

  fileprivate static let none = TailPacket(
    frame: ItemReference(input: 0, frame: 0, time: Timestamp(nanoseconds: 0)),
    sequence: SequenceNumber(0), acknowledgment: SequenceNumber(0), dataLength: 0, window: 0,
    flags: [], marks: 0)

  private init(
    frame: ItemReference, sequence: SequenceNumber, acknowledgment: SequenceNumber,
    dataLength: UInt32, window: UInt16, flags: TCPFlags, marks: UInt8
  ) {
    self.frame = frame
    self.sequence = sequence
    self.acknowledgment = acknowledgment
    self.dataLength = dataLength
    self.window = window
    self.flags = flags
    self.marks = marks
  }

  @inline(__always)
  init(_ segment: TCPSegment, from side: Side, frame: ItemReference, isRepeat: Bool) {
    self.init(
      frame: frame, sequence: segment.sequence, acknowledgment: segment.acknowledgment,
      dataLength: UInt32(truncatingIfNeeded: segment.payloadLength), window: segment.window,
      flags: segment.flags,
      marks: (side == .server ? Self.fromServer : 0) | (isRepeat ? Self.repeated : 0)
        | (segment.options.sackCount > 0 ? Self.selective : 0))
  }

  /// Bytes of data.
  public var length: Int { Int(dataLength) }
  public var side: Side { marks & Self.fromServer == 0 ? .client : .server }
  /// Its data had been sent before, or was taken for sent again.
  public var isRepeat: Bool { marks & Self.repeated != 0 }
  /// It reports what arrived behind a hole.
  public var hasSelectiveAcknowledgment: Bool { marks & Self.selective != 0 }
  /// What it takes of the sequence space: its data, SYN and FIN.
  public var sequenceLength: Int {
    length &+ (flags.contains(.syn) ? 1 : 0) &+ (flags.contains(.fin) ? 1 : 0)
  }
  public var end: SequenceNumber {
    SequenceNumber(sequence.rawValue &+ UInt32(truncatingIfNeeded: sequenceLength))
  }

  mutating func swapSides() { marks ^= Self.fromServer }
}

/// Stored as its reference and a list: sequence, acknowledgement, length, window, flags, marks.
extension TailPacket: Codable {
  private enum CodingKeys: String, CodingKey { case frame, header }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let frame = try fields.decode(ItemReference.self, forKey: .frame)
    var header = try fields.nestedUnkeyedContainer(forKey: .header)
    self.init(
      frame: frame,
      sequence: SequenceNumber(try header.decode(UInt32.self)),
      acknowledgment: SequenceNumber(try header.decode(UInt32.self)),
      dataLength: try header.decode(UInt32.self), window: try header.decode(UInt16.self),
      flags: TCPFlags(rawValue: try header.decode(UInt8.self)),
      marks: try header.decode(UInt8.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(frame, forKey: .frame)
    var header = fields.nestedUnkeyedContainer(forKey: .header)
    try header.encode(sequence.rawValue)
    try header.encode(acknowledgment.rawValue)
    try header.encode(dataLength)
    try header.encode(window)
    try header.encode(flags.rawValue)
    try header.encode(marks)
  }
}
