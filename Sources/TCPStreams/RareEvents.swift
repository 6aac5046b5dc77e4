public import CaptureReader
import PacketDecode

/// What a connection shows only where a router reported an error, where packets were captured twice or out of
/// order, where a side repeated what was never answered, and what is kept for a comparison.
public struct RareEvents: Sendable, Codable {
  /// ICMP errors that quote this connection, in order; at most `ConnectionLimits.icmpErrors`.
  public var icmpErrors: [ICMPRecord] = []
  /// Copies of packets that the capture holds more than once; removed before analysis.
  public var copies = 0
  /// Copies with another hop limit, link address or VLAN: captured on both sides of a router.
  public var routedCopies = 0
  /// Copies that carry the packet's own identifier (pktmon's components).
  public var copiesByPacketID = 0
  /// How each side repeated what was never answered, SYN or data, up to the end.
  public var backoffs = PerSide<Backoff?>(client: nil, server: nil)
  /// Packets that are older than the one before them, and by how much at most.
  public var backwardSteps = 0
  public var largestBackwardStep = TimeSpan.zero
  /// Its segments, where they were kept for a comparison with another capture. In sight of whoever asks, so that
  /// the rest is not copied for it.
  public var trail: SegmentTrail? {
    @inlinable get { keptTrail.wrappedValue }
    set { keptTrail.wrappedValue = newValue }
  }
  @usableFromInline var keptTrail = Seldom<SegmentTrail>()

  public init() {}

  private enum CodingKeys: String, CodingKey {
    case icmpErrors, copies, routedCopies, copiesByPacketID, backoffs, backwardSteps
    case largestBackwardStep
    case keptTrail = "trail"
  }
}

/// Out of line, and the same for all connections that show nothing of it.
@usableFromInline
struct SeenEvents: Sendable {
  /// Always one element: an array is the smallest storage with value semantics.
  @usableFromInline var one: [RareEvents]

  private static let nothing = [RareEvents()]

  init() { one = Self.nothing }
}

/// Stored as if all members were the record's own.
extension ConnectionRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case index, client, server, orientation, capturePoint, evicted, tunnel, first, last, captureEnd
    case handshake, sent, series, roundTripTrends, tail
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    index = try fields.decode(Int.self, forKey: .index)
    client = try fields.decode(Endpoint.self, forKey: .client)
    server = try fields.decode(Endpoint.self, forKey: .server)
    orientation = try fields.decode(Orientation.self, forKey: .orientation)
    capturePoint = try fields.decode(CapturePoint.self, forKey: .capturePoint)
    evicted = try fields.decode(Bool.self, forKey: .evicted)
    tunnel = try fields.decode(UInt64.self, forKey: .tunnel)
    first = try fields.decode(ItemReference.self, forKey: .first)
    last = try fields.decode(ItemReference.self, forKey: .last)
    captureEnd = try fields.decode(Timestamp.self, forKey: .captureEnd)
    handshake = try fields.decode(Handshake.self, forKey: .handshake)
    sent = try fields.decode(SentRecords.self, forKey: .sent)
    series = try fields.decodeIfPresent(ConnectionSeries.self, forKey: .series)
    roundTripTrends = try fields.decode(PerSide<RoundTripTrend?>.self, forKey: .roundTripTrends)
    tail = try fields.decode([TailPacket].self, forKey: .tail)
    rare = SeenEvents()
    let events = try RareEvents(from: decoder)
    if !events.areNone { rare.one[0] = events }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(index, forKey: .index)
    try fields.encode(client, forKey: .client)
    try fields.encode(server, forKey: .server)
    try fields.encode(orientation, forKey: .orientation)
    try fields.encode(capturePoint, forKey: .capturePoint)
    try fields.encode(evicted, forKey: .evicted)
    try fields.encode(tunnel, forKey: .tunnel)
    try fields.encode(first, forKey: .first)
    try fields.encode(last, forKey: .last)
    try fields.encode(captureEnd, forKey: .captureEnd)
    try fields.encode(handshake, forKey: .handshake)
    try fields.encode(sent, forKey: .sent)
    try fields.encodeIfPresent(series, forKey: .series)
    try fields.encode(roundTripTrends, forKey: .roundTripTrends)
    try fields.encode(tail, forKey: .tail)
    try rare.one[0].encode(to: encoder)
  }
}

extension RareEvents {
  fileprivate var areNone: Bool {
    icmpErrors.isEmpty && copies == 0 && routedCopies == 0 && copiesByPacketID == 0
      && backoffs == PerSide(client: nil, server: nil) && backwardSteps == 0
      && largestBackwardStep == .zero && trail == nil
  }
}
