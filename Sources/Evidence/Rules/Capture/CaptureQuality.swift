import CaptureReader
import RDPProtocol
import TCPStreams

/// What the capture itself leaves open.
struct CaptureQuality: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .captureOneSided, .captureLostPackets, .captureGap, .captureStartedLate, .capturePayloadCut,
    .captureLeftOut, .captureCopies,
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
    if facts.connection.copies > 0 {
      found.append(
        Evidence(.captureCopies, "\(facts.connection.copies) copies of packets were left out"))
    }
    return found
  }
}
