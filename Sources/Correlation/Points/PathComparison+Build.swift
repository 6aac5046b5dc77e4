import CaptureReader
import PacketDecode
import TCPStreams

extension PathComparison {
  /// Compares a connection at two points of which the first lies nearer to the client; nil where they
  /// share no packet.
  static func compare(
    _ near: PointView, witness nearWitness: Int, with far: PointView, witness farWitness: Int,
    pairs: PerSide<SegmentPairs>
  ) -> PathComparison? {
    var (client, server) = (pairs.client, pairs.server)
    let samples = clockPairs(client, .client, near, far) + clockPairs(server, .server, near, far)
    let trip = [
      PointOrder.shortestTrip(near, of: .client), PointOrder.shortestTrip(far, of: .server),
    ].compactMap(\.self).min()
    guard let clock = PointClock(samples, oneWayTrip: trip) else { return nil }
    let offsetAt = { (time: Timestamp) in clock.near(time) }
    // On the near clock both ways take half of the shortest round trip at least.
    let half = TimeSpan(nanoseconds: (clock.roundTrip ?? .zero).nanoseconds / 2)
    client.pairEqual(
      delay: { offsetAt($1.time).since($0.time) - half }, isReversed: false)
    server.pairEqual(
      delay: { offsetAt($1.time).since($0.time) + half }, isReversed: true)
    let tolerance = PointTolerance.order + TimeSpan(nanoseconds: half.nanoseconds / 8)
    let identity = { (time: Timestamp) in time }
    let toServer = DirectionBuilder(
      side: .client, sender: near, receiver: far, pairs: client, isReversed: false, shortest: half,
      tolerance: tolerance, senderTime: identity, receiverTime: offsetAt
    ).finished()
    let toClient = DirectionBuilder(
      side: .server, sender: far, receiver: near, pairs: server, isReversed: true, shortest: half,
      tolerance: tolerance, senderTime: offsetAt, receiverTime: identity
    ).finished()
    var result = PathComparison(
      near: nearWitness, far: farWitness, clock: clock,
      sent: PerSide(client: toServer, server: toClient),
      start: max(near.captureStart, offsetAt(far.captureStart)),
      end: min(near.captureEnd, offsetAt(far.captureEnd)),
      isRewritten: near.isRewritten != far.isRewritten || near.isRewritten)
    result.changes = changes(near, far)
    result.isSamePlace = PointOrder.isSamePlace(near, far, client, server, result)
    return result
  }

  private static func clockPairs(
    _ pairs: SegmentPairs, _ side: Side, _ near: PointView, _ far: PointView
  ) -> [(near: Timestamp, far: Timestamp, side: Side)] {
    let isRewritten = near.isRewritten || far.isRewritten
    return pairs.sure.compactMap { place in
      guard let partner = pairs.partnerOfFirst[place] else { return nil }
      let segment = near.segments[pairs.first[place]]
      // A device that moves numbers makes the handshake itself, on either half at its own time.
      if isRewritten, segment.length == 0 { return nil }
      return (segment.time, far.segments[pairs.second[partner]].time, side)
    }
  }

  private static func changes(_ near: PointView, _ far: PointView) -> [PathChange] {
    var changes: [PathChange] = []
    for side in Side.allCases {
      let (before, after) =
        side == .client
        ? (near.openings.client, far.openings.client) : (far.openings.server, near.openings.server)
      guard let before, let after else { continue }
      if before.maximumSegmentSize != after.maximumSegmentSize {
        changes.append(
          .maximumSegmentSize(
            side: side, sent: before.maximumSegmentSize.map { Int($0) },
            arrived: after.maximumSegmentSize.map { Int($0) }))
      }
      if before.windowScale != after.windowScale {
        changes.append(
          .windowScale(
            side: side, sent: before.windowScale.map { Int($0) },
            arrived: after.windowScale.map { Int($0) }))
      }
      if before.permitsSelectiveAcknowledgment != after.permitsSelectiveAcknowledgment {
        changes.append(.selectiveAcknowledgment(side: side))
      }
      if (before.timestamp == nil) != (after.timestamp == nil) {
        changes.append(.timestamps(side: side))
      }
      if before.trafficClass >> 2 != after.trafficClass >> 2 {
        changes.append(
          .trafficClass(
            side: side, sent: Int(before.trafficClass >> 2), arrived: Int(after.trafficClass >> 2)))
      }
      if before.sequence != after.sequence { changes.append(.sequenceNumbers(side: side)) }
    }
    return changes
  }
}
