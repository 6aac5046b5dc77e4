import CaptureReader
import PacketDecode
import TCPStreams

/// Which of two points lies nearer to the client, and whether they are one place.
enum PointOrder {
  /// By cause and effect first: between a client's packet and the server's next one more time passes
  /// at the nearer point. Then by hop limits, then by what each capture shows of itself.
  static func isSecondNearer(
    _ one: PointView, _ other: PointView, client: SegmentPairs, server: SegmentPairs
  ) -> Bool {
    if let trip = trip(one, other, client, server), abs(trip.nanoseconds) > 20_000 {
      return trip < .zero
    }
    if let hops = hops(one, other, client), hops != 0 { return hops < 0 }
    if let hops = hops(one, other, server), hops != 0 { return hops > 0 }
    return rank(other.estimate) < rank(one.estimate)
  }

  /// By cause and effect alone, where the difference is beyond any jitter of capturing; nil where it is not.
  static func isSecondProvenNearer(
    _ one: PointView, _ other: PointView, _ pairs: PerSide<SegmentPairs>
  ) -> Bool? {
    guard let trip = trip(one, other, pairs.client, pairs.server),
      abs(trip.nanoseconds) > PointTolerance.provenOrder.nanoseconds
    else { return nil }
    return trip < .zero
  }

  private static func rank(_ estimate: CapturePoint) -> Int {
    switch estimate {
    case .client: 0
    case .middle, .unknown: 1
    case .server: 2
    }
  }

  /// Median of what a turn from client to server takes longer at the first point than at the second.
  private static func trip(
    _ one: PointView, _ other: PointView, _ client: SegmentPairs, _ server: SegmentPairs
  ) -> TimeSpan? {
    var events = differences(one, other, client, isClient: true)
    events += differences(one, other, server, isClient: false)
    events.sort { $0.time < $1.time }
    var turns: [TimeSpan] = []
    for (before, after) in zip(events, events.dropFirst()) where before.isClient != after.isClient {
      turns.append(
        before.isClient
          ? before.difference - after.difference : after.difference - before.difference)
    }
    guard !turns.isEmpty else { return nil }
    return turns.sorted()[turns.count / 2]
  }

  private struct Difference {
    var time: Timestamp
    var difference: TimeSpan
    var isClient: Bool
  }

  private static func differences(
    _ one: PointView, _ other: PointView, _ pairs: SegmentPairs, isClient: Bool
  ) -> [Difference] {
    let isRewritten = one.isRewritten || other.isRewritten
    return pairs.sure.compactMap { place in
      guard let partner = pairs.partnerOfFirst[place] else { return nil }
      let segment = one.segments[pairs.first[place]]
      if isRewritten, segment.length == 0 { return nil }
      return Difference(
        time: segment.time,
        difference: other.segments[pairs.second[partner]].time.since(segment.time),
        isClient: isClient)
    }
  }

  /// By how much hop limits fall from the first point to the second, in most pairs.
  private static func hops(_ one: PointView, _ other: PointView, _ pairs: SegmentPairs) -> Int? {
    var counts: [Int: Int] = [:]
    for place in pairs.sure {
      guard let partner = pairs.partnerOfFirst[place] else { continue }
      let before = Int(one.segments[pairs.first[place]].hopLimit)
      counts[before - Int(other.segments[pairs.second[partner]].hopLimit), default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Shortest time from a segment of one side to the acknowledgement of just this one, at one point: no
  /// round trip from there towards the other side's host is longer. What was sent twice does not count
  /// (Karn).
  static func shortestTrip(_ view: PointView, of side: Side) -> TimeSpan? {
    var shortest: TimeSpan?
    var awaited: (end: SequenceNumber, time: Timestamp)?
    var newest: SequenceNumber?
    for segment in view.segments where !segment.flags.contains(.rst) {
      if segment.side == side {
        guard segment.sequenceLength > 0 else { continue }
        let end = SequenceNumber(
          segment.sequence.rawValue &+ UInt32(truncatingIfNeeded: segment.sequenceLength))
        let isNew = newest.map { $0.distance(to: end) > 0 } ?? true
        awaited = isNew ? (end, segment.time) : nil
        if isNew { newest = end }
      } else if segment.flags.contains(.ack), let asked = awaited,
        asked.end.distance(to: segment.acknowledgment) >= 0
      {
        awaited = nil
        let trip = segment.time.since(asked.time)
        guard segment.acknowledgment == asked.end, trip > .zero else { continue }
        shortest = min(shortest ?? trip, trip)
      }
    }
    return shortest
  }

  /// Copies, two interfaces of a host or two ports of a router: no round trip between them, and
  /// every packet in both.
  static func isSamePlace(
    _ near: PointView, _ far: PointView, _ client: SegmentPairs, _ server: SegmentPairs,
    _ comparison: PathComparison
  ) -> Bool {
    let events = (
      differences(near, far, client, isClient: true),
      differences(near, far, server, isClient: false)
    )
    guard !events.0.isEmpty, !events.1.isEmpty else {
      // One direction in common: equal times to the nanosecond are a copy.
      let all = (events.0 + events.1).map(\.difference)
      return Set(all).count == 1 && all.count > 2
    }
    guard let trip = trip(near, far, client, server),
      abs(trip.nanoseconds) <= PointTolerance.samePlace.nanoseconds
    else { return false }
    let sent = comparison.sent.client.sent + comparison.sent.server.sent
    let odd =
      comparison.sent.client.lost + comparison.sent.server.lost
      + comparison.sent.client.unsent + comparison.sent.server.unsent
    return Double(odd) <= Double(sent) * PointTolerance.samePlaceLoss
  }
}
