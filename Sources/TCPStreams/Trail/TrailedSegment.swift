public import CaptureReader
public import PacketDecode

/// A segment with what two captures of it have in common and what tells them apart, in 40 bytes.
public struct TrailedSegment: Hashable, Sendable {
  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let fromServer = Marks(rawValue: 0x01)
    static let identification = Marks(rawValue: 0x02)
    static let timestamps = Marks(rawValue: 0x04)
    static let selectiveAcknowledgment = Marks(rawValue: 0x08)
    static let payloadHash = Marks(rawValue: 0x10)
  }

  public var time: Timestamp
  public var sequence: SequenceNumber
  public var acknowledgment: SequenceNumber
  /// Number within its file.
  private var number: UInt32
  /// Bytes of data by the IP header's account, whatever was captured of them.
  private var dataLength: UInt32
  private var hash: UInt32
  private var clock: UInt32
  /// As on the wire, before window scaling.
  public var window: UInt16
  private var datagram: UInt16
  public var flags: TCPFlags
  public var hopLimit: UInt8
  private var marks: Marks
  /// The file among those that the trail names.
  var inputPlace: UInt8

  init(
    _ segment: TCPSegment, network: NetworkHeader, payloadHash: UInt64?, side: Side,
    frame: ItemReference, inputPlace: UInt8
  ) {
    time = frame.time
    sequence = segment.sequence
    acknowledgment = segment.acknowledgment
    number = UInt32(clamping: frame.frame)
    dataLength = UInt32(clamping: segment.payloadLength)
    var marks: Marks = side == .server ? .fromServer : []
    hash = UInt32(truncatingIfNeeded: payloadHash ?? 0)
    if payloadHash != nil { marks.insert(.payloadHash) }
    clock = segment.options.timestamps?.value ?? 0
    if segment.options.timestamps != nil { marks.insert(.timestamps) }
    window = segment.window
    datagram = network.identification ?? 0
    if network.identification != nil { marks.insert(.identification) }
    if segment.options.sackCount > 0 { marks.insert(.selectiveAcknowledgment) }
    flags = segment.flags
    hopLimit = network.ttl
    self.marks = marks
    self.inputPlace = inputPlace
  }

  public var frame: Int { Int(number) }
  public var length: Int { Int(dataLength) }
  public var side: Side {
    get { marks.contains(.fromServer) ? .server : .client }
    set { marks = newValue == .server ? marks.union(.fromServer) : marks.subtracting(.fromServer) }
  }
  /// IPv4 identification; nil for IPv6.
  public var identification: UInt16? { marks.contains(.identification) ? datagram : nil }
  /// Value of the timestamps option, nil without it.
  public var timestamp: UInt32? { marks.contains(.timestamps) ? clock : nil }
  /// Of data that was captured whole, else nil.
  public var payloadHash: UInt32? { marks.contains(.payloadHash) ? hash : nil }
  public var hasSelectiveAcknowledgment: Bool { marks.contains(.selectiveAcknowledgment) }

  /// What it takes of the sequence space: its data, SYN and FIN.
  public var sequenceLength: Int {
    length &+ (flags.contains(.syn) ? 1 : 0) &+ (flags.contains(.fin) ? 1 : 0)
  }
}

/// Stored as five words.
extension TrailedSegment {
  static let words = 5

  var packed: [UInt64] {
    [
      UInt64(bitPattern: time.nanoseconds),
      UInt64(sequence.rawValue) << 32 | UInt64(acknowledgment.rawValue),
      UInt64(number) << 32 | UInt64(dataLength), UInt64(hash) << 32 | UInt64(clock),
      UInt64(window) << 48 | UInt64(datagram) << 32 | UInt64(flags.rawValue) << 24
        | UInt64(hopLimit) << 16 | UInt64(marks.rawValue) << 8 | UInt64(inputPlace),
    ]
  }

  init?(packed words: ArraySlice<UInt64>) {
    guard words.count == Self.words else { return nil }
    let first = words.startIndex
    time = Timestamp(nanoseconds: Int64(bitPattern: words[first]))
    sequence = SequenceNumber(UInt32(truncatingIfNeeded: words[first + 1] >> 32))
    acknowledgment = SequenceNumber(UInt32(truncatingIfNeeded: words[first + 1]))
    number = UInt32(truncatingIfNeeded: words[first + 2] >> 32)
    dataLength = UInt32(truncatingIfNeeded: words[first + 2])
    hash = UInt32(truncatingIfNeeded: words[first + 3] >> 32)
    clock = UInt32(truncatingIfNeeded: words[first + 3])
    let rest = words[first + 4]
    window = UInt16(truncatingIfNeeded: rest >> 48)
    datagram = UInt16(truncatingIfNeeded: rest >> 32)
    flags = TCPFlags(rawValue: UInt8(truncatingIfNeeded: rest >> 24))
    hopLimit = UInt8(truncatingIfNeeded: rest >> 16)
    marks = Marks(rawValue: UInt8(truncatingIfNeeded: rest >> 8))
    inputPlace = UInt8(truncatingIfNeeded: rest)
  }
}
