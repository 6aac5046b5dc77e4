public import CaptureReader
public import TCPStreams

/// A direction in which data went out and nothing came back until the end.
public struct FailingTail: Sendable {
  public var side: Side
  public var start: ItemReference
  public var last: ItemReference
  public var attempts: Int
  public var segmentLength: Int
  /// From the first try to the last.
  public var length: TimeSpan { last.time.since(start.time) }
}

extension WireFacts {
  /// The unanswered data of one side at the end, if the path (or a dead host) must be blamed for it:
  /// the other side had not said goodbye before, and its window was open.
  public func failingTail(of side: Side) -> FailingTail? {
    guard let tail = self[side].unacknowledged, !tail.isFinOnly,
      tail.attempts >= Thresholds.outageAttempts
    else { return nil }
    if let other = connection.goodbye(of: side.other),
      other.frame < tail.lastSent, other.frame.time <= tail.firstSent.time
    {
      return nil
    }
    if self[side.other].zeroWindowSince != nil { return nil }
    // Without the other side's acknowledgements, a sender that went on with new data was heard.
    if connection.isOneSided, let last = self[side].lastData, last.frame > tail.lastSent.frame {
      return nil
    }
    return FailingTail(
      side: side, start: tail.firstSent, last: tail.lastSent, attempts: tail.attempts,
      segmentLength: tail.segmentLength)
  }

  /// The other side sent new packets to the end of such an outage: it was heard, and what it sent was
  /// acknowledged there, so the path was not dead. Where nothing arrives a sender falls back to repeats
  /// within a second or two.
  func isPeerServed(during tail: FailingTail) -> Bool {
    guard let series = connection.series, !connection.isOneSided,
      series.length.nanoseconds > 0
    else { return false }
    let end = connection.goodbye(of: tail.side)?.frame.time ?? connection.last.time
    let length = end.since(tail.start.time)
    let middle =
      tail.start.time.since(series.start) + TimeSpan(nanoseconds: length.nanoseconds / 2)
    let course = series.courses[tail.side.other]
    let first = Int(middle.nanoseconds / series.length.nanoseconds) + 1
    guard series.length * 2 <= length, first > 0,
      first < min(course.packets.count, course.repeats.count)
    else { return false }
    var (new, repeated, busy, stretches) = (0, 0, 0, 0)
    for (packets, repeats) in zip(course.packets[first...], course.repeats[first...]) {
      repeated += Int(repeats)
      new += max(0, Int(packets) - Int(repeats))
      busy += packets > repeats ? 1 : 0
      stretches += 1
    }
    // Without a rest: one burst is what had waited on the way.
    return new >= Thresholds.servedPackets && new >= repeated * 2 && busy * 3 >= stretches * 2
  }

  /// The side that such data was sent to takes leave meanwhile, as programs do, and its goodbye gets
  /// through: it did not lose the connection, it closed it.
  func leavesInOrder(during tail: FailingTail) -> Bool {
    guard let goodbye, goodbye.side == tail.side.other, goodbye.kind == .fin,
      goodbye.frame > tail.start
    else { return false }
    return closingRecord(of: goodbye.side) != nil
  }

  public var failingTails: [FailingTail] {
    // Most sessions have nothing open at their end.
    guard client.isUnanswered || server.isUnanswered else { return [] }
    return Side.allCases.compactMap { failingTail(of: $0) }
  }

  /// A side whose keep-alives stayed unanswered up to the end, with no data outstanding: a host that
  /// lives answers them whatever its programs do, so the path, or the whole host, is gone.
  public var deadKeepAlives: Side? {
    Side.allCases.first { side in
      self[side].keepAlivesUnanswered >= Thresholds.decidingKeepAlives
        && self[side].keepAlivesUnanswered
          >= (connection.goodbye(of: side)?.kind == .reset
            ? Thresholds.decidingKeepAlives : Thresholds.deadKeepAlives)
        && connection.goodbye(of: side.other) == nil && failingTail(of: side) == nil
    }
  }

  /// Data that was still unacknowledged when the other side had been heard again long after.
  public var stalledDelivery: (side: Side, tail: UnacknowledgedTail)? {
    for side in Side.allCases {
      guard !connection.isOneSided, let tail = self[side].unacknowledged,
        connection.goodbye(of: side.other) == nil, !tail.isFinOnly,
        self[side.other].zeroWindowSince == nil,
        failingTail(of: side) == nil,
        connection.last.time.since(tail.firstSent.time) >= Thresholds.stalledDelivery,
        self[side].lostBeforeCapture + self[side].retransmissions.needed > 0
      else { continue }
      return (side, tail)
    }
    return nil
  }

  /// Nothing gets through any more when the capture ends.
  public var isPathDead: Bool {
    // Most sessions have nothing open at their end.
    (client.isUnanswered || server.isUnanswered)
      && (!failingTails.isEmpty || deadKeepAlives != nil || stalledDelivery != nil)
  }

  /// Losses that made a repeat necessary, both directions.
  public var neededRepeats: Int { client.neededRepeats + server.neededRepeats }

  public var worstLoss: Double { max(client.lossEstimate, server.lossEstimate) }

  public var longestOutage: Outage? {
    if client.outages.isEmpty, server.outages.isEmpty { return nil }
    return (client.outages + server.outages).max { $0.length < $1.length }
  }

  /// Round trip in the middle of the session's samples, both halves of the path.
  public var typicalRoundTrip: TimeSpan {
    (client.roundTrip.quantile(0.5) ?? .zero)
      + (server.roundTrip.quantile(0.5) ?? .zero)
  }
}

extension DirectionRecord {
  /// Something that this side sent has had no answer.
  @inline(__always)
  fileprivate var isUnanswered: Bool {
    self.unacknowledged != nil || self.keepAlivesUnanswered > 0
  }
}
