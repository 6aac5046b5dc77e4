import CaptureReader
import RDPProtocol
import TCPStreams

/// The server closed, and the same client's next attempt found the port closed: the service had ended.
struct ServiceGone: EvidenceRule {
  static let yields: [EvidenceCode] = [.storyPortClosedAfter]

  /// A service that is started again is back after this time.
  private static let soon = TimeSpan.seconds(5)
  /// A refusal takes a round trip; what goes unanswered is asked again.
  private static let refusal = TimeSpan.seconds(1)

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let goodbye = facts.goodbye, goodbye.side == .server, facts.phase > .x224,
      let next = facts.surroundings.next, next.phase == .tcp, !next.established,
      case let pause = next.start.since(goodbye.frame.time), pause <= Self.soon,
      case let life = next.end.since(next.start), life > .zero, life <= Self.refusal
    else { return [] }
    return [
      Evidence(
        .storyPortClosedAfter,
        "the same client asked again \(pause.text) later, and the port was closed",
        frames: [goodbye.frame])
    ]
  }
}
