import CaptureReader
import PacketDecode

/// A packet of an opening exchange with all that a connection's state reads of it, in 56 bytes.
struct OpeningPacket: Sendable {
  private struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let fromClient = Marks(rawValue: 1)
    static let identification = Marks(rawValue: 2)
    static let maximumSegmentSize = Marks(rawValue: 4)
    static let windowScale = Marks(rawValue: 8)
    static let selectiveAcknowledgments = Marks(rawValue: 16)
    static let timestamps = Marks(rawValue: 32)
    static let orderedByTime = Marks(rawValue: 64)
  }

  let time: Timestamp
  private let sequence: UInt32
  private let acknowledgment: UInt32
  private let frame: UInt32
  private let input: UInt32
  private let timestampValue: UInt32
  private let timestampEcho: UInt32
  private let payloadLength: UInt32
  private let window: UInt16
  private let checksum: UInt16
  private let identification: UInt16
  private let maximumSegmentSize: UInt16
  private let flags: TCPFlags
  private let hopLimit: UInt8
  private let windowScale: UInt8
  private let marks: Marks
  /// The exchange's packet before it in its store.
  var previous: Int32 = -1
  /// Place of its bytes in the store; less than 0 where it has none.
  var payload: Int32 = -1

  /// Nil for what does not fit: packets with SACK blocks, which open no connection, and numbers beyond
  /// 32 bits.
  init?(
    _ segment: TCPSegment, network: NetworkHeader, frame: ItemReference, isFromClient: Bool
  ) {
    guard segment.options.sackCount == 0, segment.options.firstSACK == nil,
      segment.options.highestSACK == nil, let number = UInt32(exactly: frame.frame),
      let input = UInt32(exactly: frame.input),
      let length = UInt32(exactly: segment.payloadLength)
    else { return nil }
    time = frame.time
    self.frame = number
    self.input = input
    sequence = segment.sequence.rawValue
    acknowledgment = segment.acknowledgment.rawValue
    payloadLength = length
    window = segment.window
    checksum = segment.checksum
    flags = segment.flags
    hopLimit = network.ttl
    var marks: Marks = isFromClient ? .fromClient : []
    if network.identification != nil { marks.insert(.identification) }
    identification = network.identification ?? 0
    if segment.options.maximumSegmentSize != nil { marks.insert(.maximumSegmentSize) }
    maximumSegmentSize = segment.options.maximumSegmentSize ?? 0
    if segment.options.windowScale != nil { marks.insert(.windowScale) }
    windowScale = segment.options.windowScale ?? 0
    if segment.options.selectiveAcknowledgmentPermitted {
      marks.insert(.selectiveAcknowledgments)
    }
    if segment.options.timestamps != nil { marks.insert(.timestamps) }
    if frame.isOrderedByTime { marks.insert(.orderedByTime) }
    timestampValue = segment.options.timestamps?.value ?? 0
    timestampEcho = segment.options.timestamps?.echo ?? 0
    self.marks = marks
  }

  var isFromClient: Bool { marks.contains(.fromClient) }
  var hasPayload: Bool { payloadLength > 0 }

  var reference: ItemReference {
    var reference = ItemReference(input: Int(input), frame: Int(frame), time: time)
    reference.isOrderedByTime = marks.contains(.orderedByTime)
    return reference
  }

  /// The packet again, as its connection takes it.
  func captured(client: Endpoint, server: Endpoint, tunnel: UInt64) -> CapturedSegment {
    let source = isFromClient ? client : server
    let destination = isFromClient ? server : client
    var options = TCPOptions()
    if marks.contains(.maximumSegmentSize) { options.maximumSegmentSize = maximumSegmentSize }
    if marks.contains(.windowScale) { options.windowScale = windowScale }
    options.selectiveAcknowledgmentPermitted = marks.contains(.selectiveAcknowledgments)
    if marks.contains(.timestamps) {
      options.timestamps = TCPOptions.Timestamps(value: timestampValue, echo: timestampEcho)
    }
    let segment = TCPSegment(
      sourcePort: source.port, destinationPort: destination.port,
      sequence: SequenceNumber(sequence), acknowledgment: SequenceNumber(acknowledgment),
      flags: flags, window: window, checksum: checksum, options: options,
      payloadLength: Int(payloadLength))
    let network = NetworkHeader(
      source: source.address, destination: destination.address, ttl: hopLimit,
      identification: marks.contains(.identification) ? identification : nil, tunnel: tunnel)
    return CapturedSegment(
      segment: segment, network: network, side: isFromClient ? .client : .server,
      frame: reference)
  }
}
