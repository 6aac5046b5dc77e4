import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// After a silence of both sides the connection is dead: a device on the way had forgotten it.
struct IdleTimeout: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpPauseSurvivedBefore, .tcpSilenceOutOfPace, .tcpIdleThenSilence, .tcpIdleThenReset,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.isEstablished, !facts.connection.isOneSided, facts.phase >= .mcs else { return [] }
    if let found = forgottenBeforeGoodbye(facts) { return [found] }
    guard let (side, found) = silenceBeforeTail(facts) ?? silenceBeforeReset(facts) else {
      return []
    }
    return [found] + pace(facts, of: side)
  }

  /// The connection was dead after a silence in which devices forget it, and had not outlived such a one.
  static func isForgotten(_ facts: WireFacts) -> Bool {
    let codes = Set(IdleTimeout().evidence(in: facts).map(\.code))
    return codes.contains(.tcpIdleThenSilence)
      && codes.isDisjoint(with: [.tcpPauseSurvivedBefore, .tcpSilenceOutOfPace])
  }

  private static let forgetting = TimeSpan.seconds(10)

  /// A goodbye after a long silence meets nobody who knows the connection: the only answer is a RST as it is
  /// given to strangers. A host that is still there acknowledges a FIN.
  private func forgottenBeforeGoodbye(_ facts: WireFacts) -> Evidence? {
    guard facts.phase == .active, let goodbye = facts.goodbye, goodbye.kind == .fin else {
      return nil
    }
    let other = facts[goodbye.side.other]
    guard other.fin == nil, let reset = other.resets.first, !reset.hasAck,
      reset.frame > goodbye.frame, reset.frame.time.since(goodbye.frame.time) < .seconds(3)
    else { return nil }
    let leave = min(facts.closingRecord(of: goodbye.side)?.frame ?? goodbye.frame, goodbye.frame)
    let packets = facts.connection.tail
    guard let before = packets.last(where: { $0.frame < leave }),
      leave.time.since(before.frame.time) >= Self.forgetting,
      !packets.contains(where: {
        $0.side != goodbye.side && $0.frame > leave && !$0.flags.contains(.rst)
      })
    else { return nil }
    let isForeign = !other.hopLimits.contains(reset.hopLimit)
    return Evidence(
      .tcpIdleThenReset, strength: isForeign ? 0.75 : 0.52,
      "the \(goodbye.side) took leave after \(leave.time.since(before.frame.time).text) of silence, and was "
        + "answered as a stranger" + (isForeign ? ", from another distance than the host's" : ""),
      frames: [before.frame, leave, reset.frame])
  }

  /// A timer that runs out after this silence would have run out before, or the session was never
  /// quiet for nearly so long: then the silence is the outage itself.
  private func pace(_ facts: WireFacts, of side: Side) -> [Evidence] {
    let record = facts[side]
    let silence = record.longestSilence
    let usual = max(record.pauses.longest, facts[side.other].pauses.longest)
    if usual.nanoseconds >= silence.nanoseconds / 5 * 4 {
      return [
        Evidence(
          .tcpPauseSurvivedBefore,
          "the connection had outlived a pause of \(usual.text) before",
          frames: [record.longestSilenceStart])
      ]
    }
    let marked = max(
      TimeSpan(nanoseconds: silence.nanoseconds / 16), facts.handshakeRoundTrip * 3)
    guard silence < Thresholds.shortestIdleTimer,
      record.pauses.count(from: marked) >= Thresholds.pacedPauses
        || wasLively(facts, before: record.longestSilenceStart, silence: silence, usual: usual)
    else { return [] }
    return [
      Evidence(
        .tcpSilenceOutOfPace,
        "until then the \(side) had never paused for more than \(record.pauses.longest.text)",
        frames: [record.longestSilenceStart])
    ]
  }

  /// The desktop had moved without a rest for nearly as long as the silence takes: what stopped then
  /// was no user.
  private func wasLively(
    _ facts: WireFacts, before start: ItemReference?, silence: TimeSpan, usual: TimeSpan
  ) -> Bool {
    guard let start, let active = facts.trace.mcs.active ?? facts.inference.active else {
      return false
    }
    let lively = start.time.since(active.time)
    return usual * Thresholds.restlessShare <= silence
      && lively.nanoseconds >= silence.nanoseconds / 4 * 3
  }

  private func silenceBeforeTail(_ facts: WireFacts) -> (Side, Evidence)? {
    for side in Side.allCases
    where facts[side].unacknowledged != nil || facts[side].keepAlivesUnanswered >= 2 {
      let record = facts[side]
      guard let peerLast = facts[side.other].lastPacket,
        facts.failingTail(of: side) != nil || record.keepAlivesUnanswered >= 2,
        let resumed = record.longestSilenceStart.map({
          $0.time.advanced(by: record.longestSilence)
        }), let before = record.longestSilenceStart
      else { continue }
      // Both sides must have paused, and the first packet after the pause must be the first that
      // stayed without an answer.
      guard resumed.since(peerLast.time) >= Thresholds.idle,
        before.time.since(peerLast.time) < .seconds(1),
        record.longestSilence >= Thresholds.idle,
        record.unacknowledged.map({ $0.firstSent.time >= resumed }) ?? true
      else { continue }
      return (
        side,
        Evidence(
          .tcpIdleThenSilence,
          "\(record.longestSilence.text) without a packet either way; from then on nothing was "
            + "answered",
          frames: [before, record.unacknowledged?.firstSent])
      )
    }
    return nil
  }

  private func silenceBeforeReset(_ facts: WireFacts) -> (Side, Evidence)? {
    guard let goodbye = facts.goodbye, goodbye.kind == .reset,
      let reset = facts[goodbye.side].resets.first, !reset.hasAck,
      let own = reset.sinceOwn, let other = reset.sinceOther,
      own >= Thresholds.idle, other < .seconds(1)
    else { return nil }
    // Where the capture is the resetting host's own, no device answered: the host itself does not know the
    // connection, since it was started anew.
    let isHost =
      facts.connection.capturePoint == (goodbye.side == .client ? .client : .server)
      && facts.forgedReset(of: goodbye.side) == nil
    guard !isHost || other > Thresholds.noPath else { return nil }
    let waker = facts[goodbye.side.other]
    // Nothing may have been outstanding before: the pauses of a sender that repeats itself are not
    // idleness.
    guard waker.longestSilence >= Thresholds.idle,
      waker.unacknowledged.map({ reset.frame.time.since($0.firstSent.time) < .seconds(1) }) ?? true
    else { return nil }
    return (
      goodbye.side.other,
      Evidence(
        .tcpIdleThenReset,
        "the first packet after \(waker.longestSilence.text) of silence was answered by a RST",
        frames: [waker.lastPacket, reset.frame])
    )
  }
}
