import CaptureReader
import RDPProtocol
import TCPStreams

/// What the same client did next: a pre-connection or a fallback is followed by the real session.
struct Retried: EvidenceRule {
  static let yields: [EvidenceCode] = [.storyFallbackWorked, .storySessionFollows]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let next = facts.surroundings.fallback ?? facts.surroundings.next, next.phase >= .mcs,
      next.start.since(facts.endTime) <= Thresholds.retry, facts.phase < .mcs
    else { return [] }
    let pause =
      facts.surroundings.fallback == nil ? Thresholds.fallback : Thresholds.severalFallbacks
    if case .failure? = facts.trace.confirm?.value, next.start.since(facts.endTime) < pause {
      return [
        Evidence(
          .storyFallbackWorked,
          "the client came back with other protocols and got in",
          frames: [facts.goodbye?.frame])
      ]
    }
    // A scanner's next question is no session.
    guard facts.goodbye?.side == .client, !facts.connection.isMidStream,
      facts.credssp.refusal == nil, next.phase == .active
    else { return [] }
    return [
      Evidence(
        .storySessionFollows,
        "the same client came back \(next.start.since(facts.endTime).text) later and got in",
        frames: [facts.goodbye?.frame])
    ]
  }
}
