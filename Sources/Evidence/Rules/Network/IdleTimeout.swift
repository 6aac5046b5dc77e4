import CaptureReader
import RDPProtocol
import TCPStreams

/// After a silence of both sides the connection is dead: a device on the way had forgotten it.
struct IdleTimeout: EvidenceRule {
  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard facts.isEstablished, !facts.connection.isOneSided, facts.phase >= .mcs else { return [] }
    if let silent = silenceBeforeTail(facts) { return [silent] }
    if let reset = silenceBeforeReset(facts) { return [reset] }
    return []
  }

  private func silenceBeforeTail(_ facts: SessionFacts) -> Evidence? {
    for side in Side.allCases {
      let record = facts.connection.sent[side]
      guard let peerLast = facts.connection.sent[side.other].lastPacket,
        record.unacknowledged != nil || record.keepAlivesUnanswered >= 2,
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
      return Evidence(
        "tcp.idle_then_silence",
        "\(record.longestSilence.text) without a packet either way; from then on nothing was "
          + "answered",
        frames: [before, record.unacknowledged?.firstSent])
    }
    return nil
  }

  private func silenceBeforeReset(_ facts: SessionFacts) -> Evidence? {
    guard let goodbye = facts.goodbye, goodbye.kind == .reset,
      let reset = facts.connection.sent[goodbye.side].resets.first, !reset.hasAck,
      let own = reset.sinceOwn, let other = reset.sinceOther,
      own >= Thresholds.idle, other < .seconds(1)
    else { return nil }
    let waker = facts.connection.sent[goodbye.side.other]
    guard waker.longestSilence >= Thresholds.idle else { return nil }
    return Evidence(
      "tcp.idle_then_reset",
      "the first packet after \(waker.longestSilence.text) of silence was answered by a RST",
      frames: [waker.lastPacket, reset.frame])
  }
}
