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

  public var failingTails: [FailingTail] {
    Side.allCases.compactMap { failingTail(of: $0) }
  }

  /// A side whose keep-alives stayed unanswered up to the end, with no data outstanding: a host that
  /// lives answers them whatever its programs do, so the path, or the whole host, is gone.
  public var deadKeepAlives: Side? {
    Side.allCases.first { side in
      self[side].keepAlivesUnanswered
        >= (connection.goodbye(of: side)?.kind == .reset
          ? Thresholds.decidingKeepAlives : Thresholds.deadKeepAlives)
        && connection.goodbye(of: side.other) == nil && failingTail(of: side) == nil
    }
  }

  /// Data that was still unacknowledged when the other side had been heard again long after.
  public var stalledDelivery: (side: Side, tail: UnacknowledgedTail)? {
    for side in Side.allCases where connection.goodbye(of: side.other) == nil {
      guard !connection.isOneSided, let tail = self[side].unacknowledged,
        !tail.isFinOnly, self[side.other].zeroWindowSince == nil,
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
    !failingTails.isEmpty || deadKeepAlives != nil || stalledDelivery != nil
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

  /// The path was sick: loss, an outage, or delay beyond what RDP bears well.
  public var isDegraded: Bool {
    if let outage = longestOutage, outage.length >= Thresholds.degradedOutage { return true }
    if neededRepeats >= tolerableRepeats, worstLoss >= Thresholds.degradedLoss { return true }
    if client.isShuffled || server.isShuffled { return true }
    return Side.allCases.contains { self[$0].roundTrip.hasGrown } || isSlowAndUnsteady
  }

  /// A path that reports its size has segments cut and sent again: that is how it is meant.
  private var tolerableRepeats: Int {
    let reports = connection.icmpErrors.contains { $0.isV6 ? $0.type == 2 : $0.code == 4 }
    return Thresholds.degradedRepeats + (reports ? Thresholds.repeatsOfDiscovery : 0)
  }

  /// Round trips that are long and waver; a satellite's are long and steady, and no fault.
  private var isSlowAndUnsteady: Bool {
    guard max(typicalRoundTrip, handshakeRoundTrip) >= Thresholds.degradedRoundTrip else {
      return false
    }
    return Side.allCases.contains { side in
      guard let low = self[side].roundTrip.minimum, let high = self[side].roundTrip.maximum,
        low * 2 >= Thresholds.degradedRoundTrip
      else { return false }
      return (high - low) * 4 >= low
    }
  }
}

extension RoundTrip {
  /// Packets came to wait in a queue: a tenth of them took several times as long as the path does.
  fileprivate var hasGrown: Bool {
    guard samples >= Thresholds.tellingRoundTrips, let minimum,
      let slow = quantile(0.9)
    else { return false }
    return slow >= Thresholds.degradedRoundTrip && slow >= minimum * 4
  }
}

extension DirectionRecord {
  /// Losses of this side's segments that made a repeat necessary.
  fileprivate var neededRepeats: Int {
    retransmissions.needed + lostBeforeCapture + retransmissions.syn
  }

  fileprivate var isShuffled: Bool {
    reordered >= Thresholds.degradedReordered
      && Double(reordered) >= Thresholds.degradedReordering * Double(dataPackets)
  }
}
