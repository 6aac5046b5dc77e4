import CaptureReader
import RDPProtocol
import TCPStreams

/// A side that gives up while the answer is still on its way: nothing is lost, and everything takes
/// seconds.
struct PathLatency: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpLateAnswer]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard mayBeSlow(facts), facts.isEstablished, !facts.connection.isOneSided,
      facts.failingTails.isEmpty,
      facts.credssp.refusal == nil, facts.causalAlerts.isEmpty,
      facts.decidingUltimatum == nil, facts.worstLoss < Thresholds.heavyLoss,
      let goodbye = facts.goodbye, let slow = slowRoundTrip(facts)
    else { return [] }
    let waiting = facts[goodbye.side]
    let answering = facts[goodbye.side.other]
    // It had said something and heard nothing since, and what it waited for came after all.
    guard let asked = waiting.lastData, asked < goodbye.frame,
      goodbye.frame.time.since(asked.time) >= Thresholds.promptReaction,
      let answer = answering.lastData, answer > goodbye.frame
    else { return [] }
    return [
      Evidence(
        .tcpLateAnswer,
        "round trips take \(slow.text); the \(goodbye.side) gave up "
          + "\(goodbye.frame.time.since(asked.time).text) after its last message, and the answer "
          + "came \(answer.time.since(goodbye.frame.time).text) later",
        frames: [asked, goodbye.frame, answer])
    ]
  }

  /// Asked before all round trips are looked at: both halves of the path together take so long.
  private func mayBeSlow(_ facts: WireFacts) -> Bool {
    facts.handshakeRoundTrip >= Thresholds.unbearableRoundTrip
      || (facts.client.roundTrip.maximum ?? .zero) + (facts.server.roundTrip.maximum ?? .zero)
        >= Thresholds.unbearableRoundTrip
  }

  private func slowRoundTrip(_ facts: WireFacts) -> TimeSpan? {
    let worst = max(facts.typicalRoundTrip, facts.handshakeRoundTrip)
    return worst >= Thresholds.unbearableRoundTrip ? worst : nil
  }
}
