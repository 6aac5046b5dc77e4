import CaptureReader
import RDPProtocol
import TCPStreams

/// Large segments vanish while small ones pass (RFC 1191, RFC 4821).
///
/// Seen at the sender: the same large segment again and again without an acknowledgement. Seen at
/// the receiver: a gap that is never filled while the sender's small packets keep coming.
struct PMTUBlackhole: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpPMTUBlackhole]

  func evidence(in facts: WireFacts) -> [Evidence] {
    for side in Side.allCases where !losesSmallOnes(facts[side.other]) {
      if let tail = facts[side].unacknowledged, !tail.isFinOnly,
        tail.attempts >= Thresholds.outageAttempts, tail.segmentLength >= Thresholds.largeSegment,
        !losesBothWays(facts, from: side, tail),
        facts[side].largestAcknowledgedSegment < tail.segmentLength
          || onlyLargeOnesFail(facts, from: side, tail),
        peerGoesOn(facts[side.other], after: tail)
      {
        return [
          Evidence(
            .tcpPMTUBlackhole, strength: isShown(facts, to: side.other) ? 1 : 0.5,
            "the \(side)'s \(tail.segmentLength)-byte segment was sent \(tail.attempts) times "
              + "without effect while small packets got through",
            frames: [tail.firstSent, tail.lastSent])
        ]
      }
      if let found = reportedBehind(of: side, facts) ?? openHole(of: side, facts) { return [found] }
    }
    return []
  }

  /// Small ones that were sent after the large one arrived: the receiver reports one behind the hole, or its
  /// keep-alives keep the pace of one that is answered. One that asks faster and reports nothing may hear nothing
  /// at all.
  private func isShown(_ facts: WireFacts, to receiver: Side) -> Bool {
    facts[receiver].selectiveAcks > 0 || facts[receiver].keepAlives < 2
      || facts.hearsAnswers(receiver)
  }

  /// The side whose large segments fail is heard by the other one, whose own data is small: where that is
  /// lost as well, the path loses whatever comes.
  private func losesSmallOnes(_ other: DirectionRecord) -> Bool {
    let lost = other.retransmissions.needed + other.lostBeforeCapture
    return other.largestSegment < Thresholds.largeSegment && lost > Thresholds.fewRepeats
      && Double(lost) > Thresholds.lossOfSmallOnes * Double(other.dataPackets)
  }

  /// Data of both sides was lost, whatever its size, and came through when it was sent again: a path that
  /// loses all kinds took one large segment more. What a size limit takes never comes through.
  private func losesBothWays(
    _ facts: WireFacts, from side: Side, _ tail: UnacknowledgedTail
  ) -> Bool {
    let own = facts[side]
    let other = facts[side.other]
    let repaired = own.retransmissions.needed + own.lostBeforeCapture - (tail.attempts - 1)
    let lost = other.retransmissions.needed + other.lostBeforeCapture
    // Large segments of the other side arrive here, or nothing of it is still missing.
    let isHost = facts.connection.capturePoint == (side == .client ? .client : .server)
    let passes = isHost && other.largestSegment >= Thresholds.largeSegment
    return (passes || other.openHoleBytes == 0)
      && [(repaired, own.dataPackets), (lost, other.dataPackets)].allSatisfy { lost, sent in
        lost > Thresholds.fewRepeats && Double(lost) > Thresholds.lossOfSmallOnes * Double(sent)
      }
  }

  /// Seen at the receiver: large segments stopped to arrive, small ones behind them came on.
  private func openHole(of side: Side, _ facts: WireFacts) -> Evidence? {
    guard facts[side].largestOpenHole >= Thresholds.largeSegment else { return nil }
    let record = facts[side]
    guard !facts.connection.isOneSided,
      let since = record.openHoleSince, let last = record.lastPacket
    else { return nil }
    guard last.time.since(since) >= Thresholds.openHole else {
      return endlessHole(of: side, since: since, facts)
    }
    guard isFarBelowMSS(record.largestBesideHole, facts) || isOfFullSegments(record, facts) else {
      return nil
    }
    return Evidence(
      .tcpPMTUBlackhole,
      "\(record.largestOpenHole) bytes of the \(side) never arrived while its small packets "
        + "did, for \(last.time.since(since).text)",
      frames: [facts[side.other].lastData, last])
  }

  /// The small tail of a message arrived and was reported, what lay before it is of full segments alone, and
  /// nothing more came: a sender whose repeats passed would have filled it within some round trips.
  private func endlessHole(
    of side: Side, since: Timestamp, _ facts: WireFacts
  ) -> Evidence? {
    let record = facts[side]
    guard facts.phase < .active, isOfFullSegments(record, facts),
      facts[side.other].selectiveAcks > 0, facts[side.other].retransmissions.total == 0,
      facts.goodbye == nil
    else { return nil }
    let wait = facts.connection.captureEnd.since(since)
    let isLong = wait >= Thresholds.openHole
    return Evidence(
      .tcpPMTUBlackhole, strength: isLong ? 0.8 : 0.57,
      "\(record.largestOpenHole) bytes of the \(side), all in full segments, did not arrive, the shorter end "
        + "of the message did, and nothing more came"
        + (isLong ? " for \(wait.text)" : " until the capture's end"),
      frames: [facts[side.other].lastPacket, record.lastPacket])
  }

  /// Two and more segments of the agreed size are missing, and all that came beside them is shorter.
  private func isOfFullSegments(_ record: DirectionRecord, _ facts: WireFacts) -> Bool {
    guard let agreed = agreedSize(facts) else { return false }
    // Timestamps take twelve bytes of each segment.
    return [agreed, agreed - 12].contains { full in
      full >= Thresholds.largeSegment && record.largestOpenHole >= full * 2
        && record.largestOpenHole % full == 0 && record.largestBesideHole < full
    }
  }

  private func agreedSize(_ facts: WireFacts) -> Int? {
    [facts.connection.handshake.clientMSS, facts.connection.handshake.serverMSS]
      .compactMap { $0 }.min().map(Int.init)
  }

  /// Seen at the sender: its first large segment is sent again and again; what was shorter and sent behind it
  /// has been reported as received.
  private func reportedBehind(of side: Side, _ facts: WireFacts) -> Evidence? {
    let record = facts[side]
    let other = facts[side.other]
    guard let tail = record.unacknowledged, !tail.isFinOnly,
      tail.attempts > Thresholds.outageAttempts, tail.segmentLength >= Thresholds.largeSegment,
      record.largestAcknowledgedSegment < tail.segmentLength, other.selectiveAcks > 0,
      other.retransmissions.total == 0, other.keepAlives == 0, other.openHoleBytes == 0
    else { return nil }
    return Evidence(
      .tcpPMTUBlackhole, strength: 0.85,
      "the \(side)'s \(tail.segmentLength)-byte segment, longer than any that had arrived, was sent "
        + "\(tail.attempts) times without effect; what was sent behind it had been received",
      frames: [tail.firstSent, tail.lastSent])
  }

  /// No segment near the agreed size arrived: what got through was small.
  private func isFarBelowMSS(_ largest: Int, _ facts: WireFacts) -> Bool {
    largest * 5 < (agreedSize(facts) ?? 1460) * 4
  }

  /// The path took large segments before. Now nothing is repeated but these, the receiver reports
  /// what came behind them, and its own packets come: small ones pass both ways.
  private func onlyLargeOnesFail(
    _ facts: WireFacts, from side: Side, _ tail: UnacknowledgedTail
  ) -> Bool {
    let others = facts[side].retransmissions.needed - (tail.attempts - 1)
    // Several large ones fail at once; until then nothing was lost.
    let isTelling =
      others <= Thresholds.fewRepeats
      || tail.attempts >= Thresholds.failuresOfLargeOnes
        && repeats(of: side, before: tail, facts) <= Thresholds.fewRepeats
    return tail.attempts > Thresholds.outageAttempts && isTelling
      && facts[side.other].retransmissions.needed <= Thresholds.fewRepeats
      && facts[side.other].selectiveAcks >= Thresholds.tellingSelectiveAcks
  }

  /// What a side had sent again before the segment, to the stretches of the connection's series.
  private func repeats(
    of side: Side, before tail: UnacknowledgedTail, _ facts: WireFacts
  ) -> Int {
    guard let series = facts.connection.series, series.length.nanoseconds > 0 else { return .max }
    let stretches = tail.firstSent.time.since(series.start).nanoseconds / series.length.nanoseconds
    return series.courses[side].repeats.prefix(Int(clamping: max(0, stretches)))
      .reduce(0) { $0 + Int($1) }
  }

  /// The other side is alive and reachable: it was heard while the segment was sent again.
  private func peerGoesOn(_ peer: DirectionRecord, after tail: UnacknowledgedTail) -> Bool {
    guard let last = peer.lastPacket, last.time.since(tail.firstSent.time) >= .seconds(1) else {
      return false
    }
    // One that mostly repeats itself hears no acknowledgement, and those are small.
    if peer.retransmissions.total >= Thresholds.outageAttempts,
      peer.retransmissions.total * 2 >= peer.dataPackets
    {
      return false
    }
    guard let silence = peer.longestSilenceStart else { return true }
    // It fell silent when the segment was sent, and was heard only when all was over.
    let end = silence.time.advanced(by: peer.longestSilence)
    return silence.time.since(tail.firstSent.time) > .seconds(1) || end < tail.lastSent.time
      || peer.longestSilence < .seconds(1)
  }
}
