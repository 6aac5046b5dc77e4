import CaptureReader
import RDPProtocol
import TCPStreams

/// The client left several attempts at the same stage after the same pause: a policy leaves at once
/// each time, a timer after the same seconds, a person never twice alike.
struct SameEnd: EvidenceRule {
  static let yields: [EvidenceCode] = [.storySameHaste, .storySameTimer]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let same = facts.surroundings.repeatedEnd, let goodbye = facts.goodbye else { return [] }
    if same.longest < RepeatedEnd.haste {
      guard facts.phase == .credssp, facts.credssp.stage == .challenge else { return [] }
      return [
        Evidence(
          .storySameHaste,
          "in \(same.attempts) attempts the client left within \(same.longest.text) of the server's "
            + "challenge: a policy of its program", frames: [goodbye.frame])
      ]
    }
    // What ends with words is a user's.
    guard facts.phase >= .mcs, facts.decidingUltimatum == nil, same.shortest >= Self.timer,
      same.longest - same.shortest <= RepeatedEnd.accuracy
    else { return [] }
    // The difference may be less than the text shows.
    let (least, most) = (same.shortest.text, same.longest.text)
    let pause = least == most ? "\(least) each time" : "\(least) to \(most)"
    return [
      Evidence(
        .storySameTimer,
        "\(same.attempts) sessions ended when the client had waited \(pause): a timer of its "
          + "program, not a person", frames: [goodbye.frame])
    ]
  }

  /// Shorter pauses can be alike by chance.
  private static let timer = TimeSpan.seconds(2)
}
