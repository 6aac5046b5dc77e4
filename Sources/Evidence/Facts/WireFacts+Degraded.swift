import CaptureReader
public import TCPStreams

/// Whether the path was sick, whatever ended the session.
extension WireFacts {
  /// Loss, an outage, reordering, duplicates or delay beyond what RDP bears well.
  public var isDegraded: Bool {
    if let outage = longestOutage, outage.length >= Thresholds.degradedOutage { return true }
    if neededRepeats >= tolerableRepeats, worstLoss >= Thresholds.degradedLoss { return true }
    return Side.allCases.contains { isSick($0) } || isSlowAndUnsteady
  }

  /// A path that reports its size has segments cut and sent again: that is how it is meant.
  /// One direction shows repeats, and not whether anything was lost: programs that are busy answer late, and
  /// some repeats are needless.
  private var tolerableRepeats: Int {
    Thresholds.degradedRepeats + (reportsSize ? Thresholds.repeatsOfDiscovery : 0)
      + (connection.isOneSided ? Thresholds.repeatsInOneDirection : 0)
  }

  private var reportsSize: Bool {
    connection.icmpErrors.contains { $0.isV6 ? $0.type == 2 : $0.code == 4 }
  }

  private func isSick(_ side: Side) -> Bool {
    let record = self[side]
    return record.isShuffled || record.roundTrip.hasGrown
      || isDoubled(side) || isBriefAndLossy(side)
      || connection.series.map { series in
        let course = series.courses[side]
        return record.isNeededMostly && course.hasLossyTime(length: series.length)
          || course.hasSlowTime(length: series.length, shortest: record.roundTrip.minimum)
      } ?? false
  }

  /// A segment was lost where hardly any were sent: at the loss that is tolerable one in ten short
  /// connections would show that at most.
  private func isBriefAndLossy(_ side: Side) -> Bool {
    let record = self[side]
    // Seen twice at its receiver it had arrived the first time: late, not lost.
    let isReceivers = connection.capturePoint == (side == .client ? .server : .client)
    let repeats =
      isReceivers ? 0 : record.retransmissions.timeout + record.retransmissions.fast
    return !connection.isOneSided && !reportsSize && record.missedBytes == 0
      && repeats + record.lostBeforeCapture > 0
      && record.lossEstimate >= Thresholds.plainLoss
  }

  /// The receiver reports segments that came twice although they were sent once (RFC 2883).
  private func isDoubled(_ side: Side) -> Bool {
    let doubled = self[side.other].duplicateSacks - self[side].retransmissions.total
    return doubled >= Thresholds.degradedReordered
      && Double(doubled) >= Thresholds.degradedReordering * Double(self[side].dataPackets)
  }

  /// Round trips that are long and waver; a satellite's are long and steady, and no fault.
  private var isSlowAndUnsteady: Bool {
    guard max(typicalRoundTrip, handshakeRoundTrip) >= Thresholds.degradedRoundTrip else {
      return false
    }
    // On a long path one segment overtakes another only where delays differ much.
    if client.reordered + server.reordered > 0, !connection.isOneSided { return true }
    return Side.allCases.contains { side in
      guard let low = self[side].roundTrip.minimum, let high = self[side].roundTrip.quantile(0.9),
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
    return slow >= Thresholds.degradedRoundTrip && slow >= minimum * Thresholds.queuedRoundTrip
  }
}

extension DirectionRecord {
  /// Losses of this side's segments that made a repeat necessary.
  var neededRepeats: Int {
    retransmissions.needed + lostBeforeCapture + retransmissions.syn
  }

  /// So many of this side's packets came after later ones that its user felt it.
  public var isShuffled: Bool {
    reordered >= Thresholds.degradedReordered
      && Double(reordered) >= Thresholds.degradedReordering * Double(dataPackets)
  }

  /// What was sent again was mostly lost, not only late.
  fileprivate var isNeededMostly: Bool {
    missedBytes == 0
      && retransmissions.needed + lostBeforeCapture > retransmissions.spurious
  }
}

extension ConnectionSeries.Course {
  /// A time within a long session in which many segments were lost, few as they are among all.
  fileprivate func hasLossyTime(length: TimeSpan) -> Bool {
    windows(of: length).contains { window in
      let lost = repeats[window].reduce(0) { $0 + Int($1) }
      let sent = packets[window].reduce(0) { $0 + Int($1) }
      return lost >= Thresholds.lossyTimeRepeats
        && Double(lost) >= Thresholds.lossyTimeShare * Double(sent)
    }
  }

  /// A time in which even the quickest answers waited in a queue.
  fileprivate func hasSlowTime(length: TimeSpan, shortest: TimeSpan?) -> Bool {
    guard let shortest else { return false }
    let limit = max(Thresholds.degradedRoundTrip, shortest * Thresholds.queuedRoundTrip)
    var run = 0
    for case let trip? in roundTrips {
      run = trip >= limit ? run + 1 : 0
      if run >= 2, length * Int64(run) >= Thresholds.degradedOutage { return true }
    }
    return false
  }

  /// Stretches in a row that make the time over which losses are counted.
  private func windows(of length: TimeSpan) -> [Range<Int>] {
    let count = max(1, Int(Thresholds.lossyTime.nanoseconds / max(1, length.nanoseconds)))
    let size = min(repeats.count, packets.count)
    guard size > count else { return size > 0 ? [0..<size] : [] }
    return (0...(size - count)).map { $0..<($0 + count) }
  }
}
