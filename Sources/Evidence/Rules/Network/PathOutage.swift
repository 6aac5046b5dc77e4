import CaptureReader
import RDPProtocol
import TCPStreams

/// Data went out, was sent again and again, and nothing came back until the end.
struct PathOutage: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpOutageLikeBefore, .tcpOutage, .tcpOutageOpen, .tcpHeavyLoss,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let tail = facts.failingTails.max(by: { $0.length < $1.length }) else { return [] }
    // A capture that ends within an outage does not show that it was the end; neither do repeats
    // whose acknowledgements were not captured.
    let isOpen =
      facts.goodbye == nil
      && (!facts.connection.isOneSided || facts.connection.goodbye(of: tail.side) == nil)
    let isLeft = facts.leavesInOrder(during: tail)
    let proof = isOpen || isLeft ? Thresholds.provenOpenOutage : Thresholds.provenOutage
    let proven = Double(tail.length.nanoseconds) / Double(proof.nanoseconds)
    let tries = Double(tail.attempts) / Double(Thresholds.provenAttempts)
    let seen = min(1, isOpen || isLeft ? min(proven, tries) : max(proven, tries))
    // One direction does not show whether it was acknowledged.
    let isServed = facts.isPeerServed(during: tail)
    let strength =
      facts.connection.isOneSided ? seen * 0.6 : isServed ? seen * Thresholds.servedShare : seen
    let healed =
      Side.allCases.flatMap { facts[$0].outages }
      .filter { $0.recovered && $0.attempts >= Thresholds.outageAttempts }
      .map(\.length).max() ?? .zero
    if isOpen, healed >= tail.length {
      return [
        Evidence(
          .tcpOutageLikeBefore,
          "the capture ends \(tail.length.text) into an outage; one of \(healed.text) had healed before",
          frames: [tail.start, tail.last])
      ]
    }
    var found = [
      Evidence(
        .tcpOutage, strength: strength,
        "the \(tail.side)'s data was sent \(tail.attempts) times in \(tail.length.text) and never "
          + "acknowledged" + BackoffText.clause(facts.connection.backoffs[tail.side], in: facts),
        frames: [tail.start, tail.last])
    ]
    if isOpen, strength < 1 {
      found.append(
        Evidence(
          .tcpOutageOpen, strength: 1 - strength,
          Self.open(tail, until: facts.connection.captureEnd),
          frames: [tail.last]))
    }
    let heavy = Side.allCases.contains { lossBeforeTail(facts, $0) >= Thresholds.heavyLoss }
    if heavy {
      found.append(
        Evidence(
          .tcpHeavyLoss,
          strength: facts.connection.isOneSided
            ? strength * 0.5 : isOpen || isServed || isLeft ? strength : 1,
          "\(facts.worstLoss.percent) of segments were lost on this path",
          frames: [tail.start]))
    }
    return found
  }

  /// Why an outage is not proven by its tries alone.
  private static func open(_ tail: FailingTail, until captureEnd: Timestamp) -> String {
    let rest = captureEnd.since(tail.last.time)
    return rest < Thresholds.openHole
      ? "the capture ends \(tail.length.text) into the outage, before it is clear that it lasts"
      : "the tries end after \(tail.length.text), though the capture goes on for \(rest.text): "
        + "the \(tail.side) may have given up by itself"
  }

  /// Loss apart from the repeats of the outage itself.
  private func lossBeforeTail(_ facts: WireFacts, _ side: Side) -> Double {
    let record = facts[side]
    let own = facts.failingTail(of: side)?.attempts ?? 0
    let lost = max(0, record.retransmissions.needed + record.lostBeforeCapture - own)
    return lost >= 5 ? Double(lost) / Double(max(1, record.dataPackets)) : 0
  }
}
