import CaptureReader
import RDPProtocol
import TCPStreams

/// What the capture itself leaves open.
struct CaptureQuality: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .captureOneSided, .captureLostPackets, .captureGap, .captureStartedLate, .capturePayloadCut,
    .captureLeftOut, .captureCopies, .captureLastWordMissing,
    .captureClockSetBack,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    var found: [Evidence] = []
    if facts.connection.lacksOneDirection {
      found.append(
        Evidence(
          .captureOneSided,
          "only the \(facts.client.packets > 0 ? "client" : "server")'s packets were captured",
          frames: [facts.connection.first]))
    }
    let missed = Side.allCases.reduce(0) { $0 + facts[$1].missedBytes }
    let sent = Side.allCases.reduce(0) { $0 + facts[$1].uniqueBytes }
    if missed > 0, !facts.connection.isOneSided {
      found.append(
        Evidence(
          .captureLostPackets, strength: min(1, Double(missed) / Double(max(1, sent)) * 4),
          "\(missed) bytes were acknowledged that the capture does not hold"))
    }
    if missed > 0, let side = sideWithoutLastWord(facts) {
      found.append(
        Evidence(
          .captureLastWordMissing,
          "what the \(side) said last is not in the capture: it may have ended the session",
          frames: [facts.goodbye?.frame]))
    }
    if let gap = facts.surroundings.captureGap {
      found.append(
        Evidence(
          .captureGap,
          "between two files of the series packets may be missing for \(gap.text)",
          frames: [facts.connection.last]))
    }
    if facts.connection.isMidStream, facts.connection.firstGoodbye != nil {
      found.append(
        Evidence(
          .captureStartedLate, "the capture begins in the middle of the connection",
          frames: [facts.connection.first]))
    }
    if facts.isContentHidden {
      found.append(
        Evidence(
          .capturePayloadCut,
          "packets were cut too short to read what was said (snap length)",
          frames: [facts.client.firstData, facts.server.firstData]))
    }
    if facts.connection.evicted {
      found.append(
        Evidence(
          .captureLeftOut,
          "parts of the connection were left out to stay within the memory budget (--max-memory)"))
    }
    if !facts.hasSteadyClock {
      found.append(
        Evidence(
          .captureClockSetBack,
          "the capture's clock was set back by \(facts.connection.largestBackwardStep.text) while the "
            + "connection lived: its times and pauses are wrong by as much"))
    }
    if facts.connection.copies > 0 {
      found.append(
        Evidence(.captureCopies, "\(facts.connection.copies) copies of packets were left out"))
    }
    return found
  }

  /// The side whose stream had gone on, by the other one's acknowledgement at its goodbye, beyond what
  /// the capture holds of it.
  private func sideWithoutLastWord(_ facts: WireFacts) -> Side? {
    guard let goodbye = facts.goodbye, !facts.connection.isOneSided else { return nil }
    let other = goodbye.side.other
    guard facts[other].missedBytes > 0,
      facts.connection.goodbye(of: other).map({ $0.frame > goodbye.frame }) ?? true,
      let acknowledged = facts[goodbye.side].acknowledgedAtGoodbye,
      let last = facts.trace.tls.lastRecords.last(where: { $0.side == other })?.streamEnd
    else { return nil }
    return acknowledged > last ? other : nil
  }
}
