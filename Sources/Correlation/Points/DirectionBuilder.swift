import CaptureReader
import PacketDecode
import TCPStreams

/// Accounts for one side's segments between the point near their sender and the one near their
/// receiver.
struct DirectionBuilder {
  let side: Side
  let sender: PointView
  let receiver: PointView
  /// Turn times of either point into those of the common clock.
  let senderTime: (Timestamp) -> Timestamp
  let receiverTime: (Timestamp) -> Timestamp
  /// Shortest time from point to point on the common clock.
  let shortest: TimeSpan
  /// How wrong a time on the common clock can be.
  let tolerance: TimeSpan

  /// Places among the side's segments at either point.
  let sent: [Int]
  let received: [Int]
  var arrival: [Int?]
  var origin: [Int?]
  var duplicates: Set<Int>
  var fates: [Fate]

  enum Fate {
    case arrived
    case lost
    case partlyLost(bytes: Int)
    case missed
    case unclear
    case uncovered
  }

  /// - Parameter isReversed: the pairs' first point is the receiver's.
  init(
    side: Side, sender: PointView, receiver: PointView, pairs: SegmentPairs, isReversed: Bool,
    shortest: TimeSpan, tolerance: TimeSpan, senderTime: @escaping (Timestamp) -> Timestamp,
    receiverTime: @escaping (Timestamp) -> Timestamp
  ) {
    self.side = side
    self.sender = sender
    self.receiver = receiver
    self.senderTime = senderTime
    self.receiverTime = receiverTime
    self.shortest = shortest
    self.tolerance = tolerance
    sent = sender.sides[side]
    received = receiver.sides[side]
    arrival = isReversed ? pairs.partnerOfSecond : pairs.partnerOfFirst
    origin = isReversed ? pairs.partnerOfFirst : pairs.partnerOfSecond
    duplicates = isReversed ? [] : Set(pairs.duplicates)
    fates = arrival.map { $0 == nil ? .lost : .arrived }
    if isReversed { noteDuplicates() }
    if sender.isRewritten || receiver.isRewritten { leaveOutHandshake() }
  }

  func sentSegment(_ place: Int) -> TrailedSegment { sender.segments[sent[place]] }
  func receivedSegment(_ place: Int) -> TrailedSegment { receiver.segments[received[place]] }
  func sentAt(_ place: Int) -> Timestamp { senderTime(sentSegment(place).time) }
  func receivedAt(_ place: Int) -> Timestamp { receiverTime(receivedSegment(place).time) }

  /// When a segment that nothing held up must have come by the receiver's point.
  func expectedAt(_ place: Int) -> Timestamp { sentAt(place).advanced(by: shortest) }

  /// What the pairing left over at the receiver's point although it is a packet that was paired.
  private mutating func noteDuplicates() {
    var known: Set<[UInt64]> = []
    for place in received.indices where origin[place] != nil {
      known.insert(Self.identity(receivedSegment(place)))
    }
    for place in received.indices where origin[place] == nil {
      let segment = receivedSegment(place)
      guard
        (segment.identification ?? 0) != 0 || segment.timestamp != nil
          || segment.flags.contains(.rst)
      else { continue }
      if known.contains(Self.identity(segment)) { duplicates.insert(place) }
    }
  }

  /// A device that moves sequence numbers makes the handshake itself: it is no packet of both
  /// points.
  private mutating func leaveOutHandshake() {
    let firstSent = sent.indices.first { sentSegment($0).length > 0 } ?? sent.count
    for place in 0..<firstSent where arrival[place] == nil { fates[place] = .uncovered }
    let firstReceived = received.indices.first { receivedSegment($0).length > 0 } ?? received.count
    for place in 0..<firstReceived where origin[place] == nil { duplicates.insert(place) }
  }

  private static func identity(_ segment: TrailedSegment) -> [UInt64] {
    [
      UInt64(segment.sequence.rawValue) << 32 | UInt64(segment.acknowledgment.rawValue),
      UInt64(truncatingIfNeeded: segment.length) << 32 | UInt64(segment.timestamp ?? 0),
      UInt64(segment.identification ?? 0) << 24 | UInt64(segment.window) << 8
        | UInt64(segment.flags.rawValue),
    ]
  }

  consuming func finished() -> DirectionComparison {
    var result = DirectionComparison()
    guard !sent.isEmpty, !received.isEmpty || !receiver.segments.isEmpty else { return result }
    result.isCompared = !received.isEmpty || !receiver.sides[side.other].isEmpty
    matchRanges()
    pairResets()
    settleCoverage(&result)
    settleMissed()
    settleBare()
    settleEqualResets()
    count(&result)
    account(unsentIn: &result)
    describe(&result)
    return result
  }
}
