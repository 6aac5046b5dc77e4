public import CaptureReader

/// What one side sent. What changes with every packet stands first, close together in memory; what most
/// sides never show (`RareSigns`) lies out of line and is read and written like the rest.
@dynamicMemberLookup
public struct DirectionRecord: Sendable, Hashable {
  public var packets = 0
  /// Segments that carry data.
  public var dataPackets = 0
  /// Bytes of data, repeats included.
  public var bytes = 0
  /// Bytes of the stream, each counted once, as far as seen.
  public var uniqueBytes = 0
  public var largestSegment = 0
  /// Largest segment that was acknowledged.
  public var largestAcknowledgedSegment = 0
  /// Longest time between two packets of this side.
  public var longestSilence = TimeSpan.zero
  /// Pauses between this side's packets that the other side answered after.
  public var pauses = PauseTally()
  public var resetCount = 0
  @OptionalItem public var lastPacket: ItemReference?
  @OptionalItem public var lastData: ItemReference?
  /// Hop limits of everything this side sent except RSTs.
  public var hopLimits = HopLimits()
  public var identification = IdentificationPattern()
  public var usesTimestamps = false
  public var finAcknowledged = false
  /// Whose stack its options are. Nil in facts of before this was kept.
  public var stack: StackFamily?
  /// Data to acknowledgement, from the capture point to the other side and back.
  public var roundTrip = RoundTrip()
  @OptionalItem public var firstPacket: ItemReference?
  @OptionalItem public var firstData: ItemReference?
  @OptionalItem public var longestSilenceStart: ItemReference?
  @OptionalItem public var fin: ItemReference?
  public var finCount = 0
  /// Bytes of the other side's stream that this side had acknowledged when it sent its first FIN or
  /// RST: what lies beyond was on its way, and the goodbye is no answer to it.
  public var acknowledgedAtGoodbye: Int?
  /// Packets that were sent and never came by the capture, acknowledgements among them, as the gaps in
  /// their sender's numbers show. Nil where numbers do not tell.
  public var unseenPackets: Int?
  @usableFromInline var rare = SeenSigns()

  public init() {}

  @inlinable
  public subscript<Value>(dynamicMember path: WritableKeyPath<RareSigns, Value>) -> Value {
    @inline(__always) get { rare.one[0][keyPath: path] }
    @inline(__always) _modify { yield &rare.one[0][keyPath: path] }
  }

  /// Share of this side's data segments that the network lost (0…1).
  ///
  /// A segment lost beyond the capture point was seen and shows as a needed repeat, among all that
  /// passed by. Of those lost before it, the capture shows which ones came late for the first time,
  /// among the stream's segments; how often the network lost such a one nobody saw.
  public var lossEstimate: Double {
    let segments = dataPackets + (self.offloadedSegments ?? 0)
    let streamed = segments - self.retransmissions.total
    let before = streamed > 0 ? min(1, Double(self.lostBeforeCapture) / Double(streamed)) : 0
    let beyond =
      segments > 0 ? min(1, Double(self.retransmissions.needed) / Double(segments)) : 0
    return before + (1 - before) * beyond
  }
}

/// What a side shows only where segments were lost or came twice, where a window closed, where it had data
/// unanswered or was reset, and what only some captures show.
public struct RareSigns: Sendable, Hashable, Codable {
  public var retransmissions = Retransmissions()
  /// Segments that came late but within the reordering window, not seen before.
  public var reordered = 0
  /// Segments that filled a hole too late for reordering: the first copy was lost before the
  /// capture point.
  public var lostBeforeCapture = 0
  /// Bytes the other side acknowledged that the capture never saw: the capture lost them.
  public var missedBytes = 0
  /// Bytes between seen data that were never seen nor acknowledged by the end.
  public var openHoleBytes = 0
  public var largestOpenHole = 0
  /// When the oldest of these holes came about.
  public var openHoleSince: Timestamp?
  /// Largest segment that came since then: where large ones vanish, the small ones that do not.
  public var largestBesideHole = 0
  public var duplicateAcks = 0
  /// Acknowledgements that carry SACK blocks above them: the receiver misses something.
  public var selectiveAcks = 0
  /// Duplicate arrivals that this side reported (DSACK, RFC 2883).
  public var duplicateSacks = 0
  public var zeroWindows = 0
  /// When this side's window went to zero and has not opened since.
  public var zeroWindowSince: ItemReference?
  public var longestZeroWindow = TimeSpan.zero
  public var windowFull = 0
  public var zeroWindowProbes = 0
  public var keepAlives = 0
  /// Keep-alive probes at the end with nothing heard from the peer after them.
  public var keepAlivesUnanswered = 0
  public var resets: [ResetRecord] = []
  /// Data (or FIN) sent and not acknowledged when the connection's record ends.
  public var unacknowledged: UnacknowledgedTail?
  /// Data of this side that was on its way when the other side's first RST arrived.
  public var bytesInFlightAtReset = 0
  public var outages: [Outage] = []
  public var bursts: [RetransmissionBurst] = []
  /// Segments that the wire carried beyond those captured, where the network card cuts up what it is
  /// given (send offload). Nil for none.
  public var offloadedSegments: Int?
  /// Acknowledgements of the other side that went beyond what this side had sent. Nil for none.
  public var unbelievedAcks: Int?
  /// Times in which data waited for its acknowledgement and was sent again meanwhile. Nil for none.
  public var stalls: StallTally?
}

/// Out of line, and the same for all sides that show nothing of it.
@usableFromInline
struct SeenSigns: Sendable, Hashable {
  /// Always one element: an array is the smallest storage with value semantics.
  @usableFromInline var one: [RareSigns]

  private static let nothing = [RareSigns()]

  init() { one = Self.nothing }
}

/// Stored as if all members were the record's own.
extension DirectionRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case packets, dataPackets, bytes, uniqueBytes, largestSegment, largestAcknowledgedSegment
    case longestSilence, pauses, resetCount, lastPacket, lastData, hopLimits, identification
    case usesTimestamps, finAcknowledged, stack, roundTrip, firstPacket, firstData
    case longestSilenceStart, fin, finCount, acknowledgedAtGoodbye, unseenPackets
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    packets = try fields.decode(Int.self, forKey: .packets)
    dataPackets = try fields.decode(Int.self, forKey: .dataPackets)
    bytes = try fields.decode(Int.self, forKey: .bytes)
    uniqueBytes = try fields.decode(Int.self, forKey: .uniqueBytes)
    largestSegment = try fields.decode(Int.self, forKey: .largestSegment)
    largestAcknowledgedSegment = try fields.decode(Int.self, forKey: .largestAcknowledgedSegment)
    longestSilence = try fields.decode(TimeSpan.self, forKey: .longestSilence)
    pauses = try fields.decode(PauseTally.self, forKey: .pauses)
    resetCount = try fields.decode(Int.self, forKey: .resetCount)
    lastPacket = try fields.decodeIfPresent(ItemReference.self, forKey: .lastPacket)
    lastData = try fields.decodeIfPresent(ItemReference.self, forKey: .lastData)
    hopLimits = try fields.decode(HopLimits.self, forKey: .hopLimits)
    identification = try fields.decode(IdentificationPattern.self, forKey: .identification)
    usesTimestamps = try fields.decode(Bool.self, forKey: .usesTimestamps)
    finAcknowledged = try fields.decode(Bool.self, forKey: .finAcknowledged)
    stack = try fields.decodeIfPresent(StackFamily.self, forKey: .stack)
    roundTrip = try fields.decode(RoundTrip.self, forKey: .roundTrip)
    firstPacket = try fields.decodeIfPresent(ItemReference.self, forKey: .firstPacket)
    firstData = try fields.decodeIfPresent(ItemReference.self, forKey: .firstData)
    longestSilenceStart = try fields.decodeIfPresent(
      ItemReference.self, forKey: .longestSilenceStart)
    fin = try fields.decodeIfPresent(ItemReference.self, forKey: .fin)
    finCount = try fields.decode(Int.self, forKey: .finCount)
    acknowledgedAtGoodbye = try fields.decodeIfPresent(Int.self, forKey: .acknowledgedAtGoodbye)
    unseenPackets = try fields.decodeIfPresent(Int.self, forKey: .unseenPackets)
    let signs = try RareSigns(from: decoder)
    if signs != RareSigns() { rare.one[0] = signs }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(packets, forKey: .packets)
    try fields.encode(dataPackets, forKey: .dataPackets)
    try fields.encode(bytes, forKey: .bytes)
    try fields.encode(uniqueBytes, forKey: .uniqueBytes)
    try fields.encode(largestSegment, forKey: .largestSegment)
    try fields.encode(largestAcknowledgedSegment, forKey: .largestAcknowledgedSegment)
    try fields.encode(longestSilence, forKey: .longestSilence)
    try fields.encode(pauses, forKey: .pauses)
    try fields.encode(resetCount, forKey: .resetCount)
    try fields.encodeIfPresent(lastPacket, forKey: .lastPacket)
    try fields.encodeIfPresent(lastData, forKey: .lastData)
    try fields.encode(hopLimits, forKey: .hopLimits)
    try fields.encode(identification, forKey: .identification)
    try fields.encode(usesTimestamps, forKey: .usesTimestamps)
    try fields.encode(finAcknowledged, forKey: .finAcknowledged)
    try fields.encodeIfPresent(stack, forKey: .stack)
    try fields.encode(roundTrip, forKey: .roundTrip)
    try fields.encodeIfPresent(firstPacket, forKey: .firstPacket)
    try fields.encodeIfPresent(firstData, forKey: .firstData)
    try fields.encodeIfPresent(longestSilenceStart, forKey: .longestSilenceStart)
    try fields.encodeIfPresent(fin, forKey: .fin)
    try fields.encode(finCount, forKey: .finCount)
    try fields.encodeIfPresent(acknowledgedAtGoodbye, forKey: .acknowledgedAtGoodbye)
    try fields.encodeIfPresent(unseenPackets, forKey: .unseenPackets)
    try rare.one[0].encode(to: encoder)
  }
}
