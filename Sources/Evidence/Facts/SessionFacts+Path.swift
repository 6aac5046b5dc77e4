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
    return FailingTail(
      side: side, start: tail.firstSent, last: tail.lastSent, attempts: tail.attempts,
      segmentLength: tail.segmentLength)
  }

  public var failingTails: [FailingTail] {
    Side.allCases.compactMap { failingTail(of: $0) }
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
