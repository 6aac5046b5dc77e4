import CaptureReader
public import TCPStreams

/// Whether the path was sick, whatever ended the session.
extension WireFacts {
  /// Loss, an outage, reordering, duplicates or delay beyond what RDP bears well.
  public var isDegraded: Bool {
    if let outage = longestOutage, outage.length >= Thresholds.degradedOutage { return true }
    if neededRepeats >= tolerableRepeats, worstLoss >= Thresholds.degradedLoss { return true }
    return losesPackets || Side.allCases.contains { isSick($0) } || isSlowAndUnsteady
  }

  /// Few losses, but sure ones, and more than a good path has.
  private var losesPackets: Bool {
    let (one, other) = (sureLoss(of: .client), sureLoss(of: .server))
    return one.count + other.count >= tolerableRepeats
      && max(one.share, other.share) >= Thresholds.tolerableLoss
  }

  /// Packets of a side that were lost without doubt, and their share of what it sent.
  private func sureLoss(of side: Side) -> (count: Int, share: Double) {
    guard !connection.isOneSided, client.missedBytes == 0, server.missedBytes == 0 else {
      return (0, 0)
    }
    // Seen twice at its receiver it had arrived the first time: late, not lost. A probe of the tail is
    // what a late acknowledgement makes, too.
    let isReceivers = ownSide == side.other
    let repeats =
      isReceivers ? 0 : self[side].retransmissions.timeout + self[side].retransmissions.fast
    let lost = repeats + self[side].lostBeforeCapture
    let unseen = unseenPackets(of: side)
    return (
      max(lost, unseen),
      max(
        Double(lost) / Double(max(1, self[side].dataPackets)),
        Double(unseen) / Double(max(1, self[side].packets + unseen)))
    )
  }

  /// Packets of a side that the network lost before the capture, as the gaps in their numbers show. What
  /// is missing of the capturing host's own packets the capture lost, and then perhaps others as well.
  func unseenPackets(of side: Side) -> Int {
    guard side != ownSide, !isThinned else { return 0 }
    return self[side].unseenPackets ?? 0
  }

  /// Share of the packets that the network lost, by whatever shows it best.
  public var shownLoss: Double {
    max(worstLoss, Side.allCases.map { sureLoss(of: $0).share }.max() ?? 0)
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
    if isShuffled(side) || waits(side) || wavers(side) || stoodStill(side)
      || isDoubled(side) || isBriefAndLossy(side)
    {
      return true
    }
    // Asked first of what is at hand: the course of a connection is copied to be looked at.
    let mayBeSlow = slowTime(of: side).map { mayTake($0, side) } ?? false
    guard isNeededMostly(side) || mayBeSlow, let series = connection.series else {
      return false
    }
    let course = series.courses[side]
    return isNeededMostly(side) && course.hasLossyTime(length: series.length)
      || slowTime(of: side).map { course.hasSlowTime(length: series.length, from: $0) } ?? false
  }

  /// What a side sent again was mostly lost, not only late.
  private func isNeededMostly(_ side: Side) -> Bool {
    self[side].missedBytes == 0
      && self[side].retransmissions.needed + self[side].lostBeforeCapture
        > self[side].retransmissions.spurious
  }

  /// Packets of a side came to wait in a queue: a tenth of them took several times as long as the path does.
  private func waits(_ side: Side) -> Bool {
    guard self[side].roundTrip.samples >= Thresholds.tellingRoundTrips,
      mayTake(Thresholds.degradedRoundTrip, side), let minimum = self[side].roundTrip.minimum,
      let slow = self[side].roundTrip.quantile(0.9)
    else { return false }
    return slow >= Thresholds.degradedRoundTrip && slow >= minimum * Thresholds.queuedRoundTrip
  }

  /// The longest round trip of a side's data is as long: asked before all are looked at.
  private func mayTake(_ time: TimeSpan, _ side: Side) -> Bool {
    self[side].roundTrip.maximum.map { $0 >= time } ?? true
  }

  /// A round trip of a side's data that waited in a queue.
  private func slowTime(of side: Side) -> TimeSpan? {
    self[side].roundTrip.minimum.map {
      max(Thresholds.degradedRoundTrip, $0 * Thresholds.queuedRoundTrip)
    }
  }

  /// So many of a side's packets came after later ones that its user felt it.
  public func isShuffled(_ side: Side) -> Bool {
    reordered(side) >= Thresholds.degradedReordered
      && Double(reordered(side)) >= Thresholds.degradedReordering * Double(self[side].dataPackets)
  }

  /// What the capturing host itself sent changed places in the capture (its queues are read one after another): it
  /// had not been on the path.
  private func reordered(_ side: Side) -> Int { side == ownSide ? 0 : self[side].reordered }

  /// A packet was lost where hardly any were sent: at the loss that is tolerable one in fifteen such
  /// connections would show that.
  private func isBriefAndLossy(_ side: Side) -> Bool {
    let lost = sureLoss(of: side)
    return !reportsSize && lost.count > 0 && lost.share >= Thresholds.plainLoss
  }

  /// A tenth of the answers took several times as long as the quickest, and long: the path's delay varies.
  /// Linux puts off an acknowledgement for 40 ms, or for a round trip where that is longer; of others, some
  /// for 200 ms, so that theirs show nothing.
  private func wavers(_ side: Side) -> Bool {
    guard self[side.other].stack == .linux, !isThinned,
      self[side].roundTrip.samples >= Thresholds.tellingRoundTrips,
      mayTake(Thresholds.waveringRoundTrip, side), let shortest = self[side].roundTrip.minimum,
      let slow = self[side].roundTrip.quantile(0.9)
    else { return false }
    return slow >= Thresholds.waveringRoundTrip && slow >= shortest * Thresholds.wavering
  }

  /// Data waited for a second and more, or several times for so long that it was a noticeable share of the time.
  /// What a receiver has no room for waits for its program, not for the path.
  private func stoodStill(_ side: Side) -> Bool {
    guard let stalls = self[side].stalls, !isThinned, self[side.other].zeroWindows == 0 else {
      return false
    }
    let length = connection.last.time.since(connection.first.time)
    return stalls.longest >= Thresholds.degradedOutage
      || stalls.count >= Thresholds.tellingStalls && stalls.total >= Thresholds.degradedOutage
        && Double(stalls.total.nanoseconds) >= Thresholds.stalledShare * Double(length.nanoseconds)
  }

  /// The capture lacks packets that were on the wire.
  private var isThinned: Bool {
    connection.isOneSided || client.missedBytes > 0 || server.missedBytes > 0
      || ownSide.map { self[$0].unseenPackets ?? 0 > 0 } ?? false
  }

  /// The host that captured.
  private var ownSide: Side? {
    switch connection.capturePoint {
    case .client: .client
    case .server: .server
    case .middle, .unknown: nil
    }
  }

  /// The receiver reports segments that came twice although they were sent once (RFC 2883).
  private func isDoubled(_ side: Side) -> Bool {
    let doubled = self[side.other].duplicateSacks - self[side].retransmissions.total
    return doubled >= Thresholds.degradedReordered
      && Double(doubled) >= Thresholds.degradedReordering * Double(self[side].dataPackets)
  }

  /// Round trips that are long and waver; a satellite's are long and steady, and no fault.
  private var isSlowAndUnsteady: Bool {
    guard
      handshakeRoundTrip >= Thresholds.degradedRoundTrip
        || mayTake(TimeSpan(nanoseconds: Thresholds.degradedRoundTrip.nanoseconds / 2), .client)
        || mayTake(TimeSpan(nanoseconds: Thresholds.degradedRoundTrip.nanoseconds / 2), .server),
      max(typicalRoundTrip, handshakeRoundTrip) >= Thresholds.degradedRoundTrip
    else { return false }
    // On a long path one segment overtakes another only where delays differ much.
    if reordered(.client) + reordered(.server) > 0, !connection.isOneSided { return true }
    return Side.allCases.contains { side in
      guard let low = self[side].roundTrip.minimum, let high = self[side].roundTrip.quantile(0.9),
        low * 2 >= Thresholds.degradedRoundTrip
      else { return false }
      return (high - low) * 4 >= low
    }
  }
}

extension DirectionRecord {
  /// Losses of this side's segments that made a repeat necessary.
  var neededRepeats: Int {
    self.retransmissions.needed + self.lostBeforeCapture + self.retransmissions.syn
  }
}

extension ConnectionSeries.Course {
  /// A time within a long session in which many segments were lost, few as they are among all.
  fileprivate func hasLossyTime(length: TimeSpan) -> Bool {
    let (packets, repeats) = (packets, repeats)
    guard repeats.reduce(0, { $0 + Int($1) }) >= Thresholds.lossyTimeRepeats else { return false }
    return windows(of: length).contains { window in
      let lost = repeats[window].reduce(0) { $0 + Int($1) }
      let sent = packets[window].reduce(0) { $0 + Int($1) }
      return lost >= Thresholds.lossyTimeRepeats
        && Double(lost) >= Thresholds.lossyTimeShare * Double(sent)
    }
  }

  /// A time in which even the quickest answers waited in a queue.
  fileprivate func hasSlowTime(length: TimeSpan, from limit: TimeSpan) -> Bool {
    var run = 0
    let shortest = trips[.shortest]
    for index in 0..<shortest.count {
      guard let trip = shortest[index] else { continue }
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
