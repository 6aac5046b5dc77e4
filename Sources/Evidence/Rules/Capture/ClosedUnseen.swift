import CaptureReader
import RDPProtocol
import TCPStreams

/// One side's packets alone tell who closed a running session first.
struct ClosedUnseen: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .clientClosedFirst, .serverClosedFirst, .clientSideClosedByTimer, .serverClosedByTimer,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let close = facts.unseenClose else { return [] }
    // Words say more than a FIN.
    if let ultimatum = facts.decidingUltimatum,
      ultimatum.side == close.side || ultimatum.frame < close.frame
    {
      return []
    }
    // Who leaves a session that had stopped does so for that.
    let strength = close.certainty * (close.side == .client && Hung.hasGivenUp(facts) ? 0.4 : 1)
    return [
      Evidence(
        close.side == .client ? .clientClosedFirst : .serverClosedFirst, strength: strength,
        Self.sentence(close), frames: [close.frame, close.own?.frame])
    ] + timer(facts, close)
  }

  private static func sentence(_ close: UnseenClose) -> String {
    let word = close.own?.kind == .reset ? "RST" : "FIN"
    if close.side == close.captured {
      return
        "the \(close.side) closed (\(word)) and had acknowledged no close of the \(close.side.other), "
        + "whose packets were not captured: it closed first"
    }
    return "the \(close.captured) acknowledged the \(close.side)'s close"
      + (close.own == nil ? "" : " before its own \(word)")
      + ": the \(close.side), whose packets were not captured, closed first"
  }

  /// Where on the path the capture was taken one direction does not tell, so a relay may stand for either side.
  private func timer(_ facts: WireFacts, _ close: UnseenClose) -> [Evidence] {
    guard facts.hasSteadyClock, let last = close.lastWord,
      let timer = ClosingTimer(from: last, to: close.frame, delay: .zero)
    else { return [] }
    return [
      Evidence(
        close.side == .server ? .serverClosedByTimer : .clientSideClosedByTimer,
        strength: (timer.isExact ? 1 : 0.55) * (close.side == .server ? 0.9 : 0.8),
        "the \(close.side)'s side closed \(timer.pause.text) after the last byte, to the tenth of a second: a "
          + "limit of idle time", frames: timer.frames)
    ]
  }
}
