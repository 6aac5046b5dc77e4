public import CaptureReader
public import TCPStreams

/// A direction in which data went out and nothing came back until the end.
public struct FailingTail: Sendable {
  public var side: Side
  public var start: FrameReference
  public var last: FrameReference
  public var attempts: Int
  public var segmentLength: Int
  /// From the first try to the last.
  public var length: TimeSpan { last.time.since(start.time) }
}

extension SessionFacts {
  /// The unanswered data of one side at the end, if the path (or a dead host) must be blamed for it:
  /// the other side had not said goodbye before, and its window was open.
  public func failingTail(of side: Side) -> FailingTail? {
    let record = connection.sent[side]
    guard let tail = record.unacknowledged, !tail.isFinOnly,
      tail.attempts >= Thresholds.outageAttempts
    else { return nil }
    if let other = connection.goodbye(of: side.other),
      other.frame < tail.lastSent, other.frame.time <= tail.firstSent.time
    {
      return nil
    }
    if connection.sent[side.other].zeroWindowSince != nil { return nil }
    // Without the other side's acknowledgements, a sender that went on with new data was heard.
    if connection.isOneSided, let last = record.lastData, last.frame > tail.lastSent.frame {
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
      connection.sent[side].keepAlivesUnanswered >= Thresholds.deadKeepAlives
        && connection.goodbye(of: side.other) == nil && failingTail(of: side) == nil
    }
  }

  /// Data that was still unacknowledged when the other side had been heard again long after.
  public var stalledDelivery: (side: Side, tail: UnacknowledgedTail)? {
    for side in Side.allCases where connection.goodbye(of: side.other) == nil {
      guard !connection.isOneSided, let tail = connection.sent[side].unacknowledged,
        !tail.isFinOnly, connection.sent[side.other].zeroWindowSince == nil,
        failingTail(of: side) == nil,
        connection.last.time.since(tail.firstSent.time) >= Thresholds.stalledDelivery,
        connection.sent[side].lostBeforeCapture + connection.sent[side].retransmissions.needed > 0
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
  public var neededRepeats: Int {
    Side.allCases.reduce(0) { sum, side in
      let record = connection.sent[side]
      return sum + record.retransmissions.needed + record.lostBeforeCapture
        + record.retransmissions.syn
    }
  }

  public var worstLoss: Double {
    Side.allCases.map { connection.sent[$0].lossEstimate }.max() ?? 0
  }

  public var longestOutage: Outage? {
    Side.allCases.flatMap { connection.sent[$0].outages }.max { $0.length < $1.length }
  }

  /// Round trip in the middle of the session's samples, both halves of the path.
  public var typicalRoundTrip: TimeSpan {
    Side.allCases.compactMap { connection.sent[$0].roundTrip.histogram.quantile(0.5) }
      .reduce(.zero, +)
  }

  /// The path was sick: loss, an outage, or delay beyond what RDP bears well.
  public var isDegraded: Bool {
    if let outage = longestOutage, outage.length >= Thresholds.degradedOutage { return true }
    if neededRepeats >= Thresholds.degradedRepeats, worstLoss >= Thresholds.degradedLoss {
      return true
    }
    let isShuffled = Side.allCases.contains {
      let record = connection.sent[$0]
      return record.reordered >= Thresholds.degradedReordered
        && Double(record.reordered)
          >= Thresholds.degradedReordering * Double(record.dataPackets)
    }
    if isShuffled { return true }
    return typicalRoundTrip >= Thresholds.degradedRoundTrip
      || handshakeRoundTrip >= Thresholds.degradedRoundTrip
  }
}
