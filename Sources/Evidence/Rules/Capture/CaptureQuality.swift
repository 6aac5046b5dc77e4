import CaptureReader
import RDPProtocol
import TCPStreams

/// What the capture itself leaves open.
struct CaptureQuality: EvidenceRule {
  func evidence(in facts: WireFacts) -> [Evidence] {
    var found: [Evidence] = []
    if facts.connection.lacksOneDirection {
      found.append(
        Evidence(
          "capture.one_sided",
          "only the \(facts.client.packets > 0 ? "client" : "server")'s packets were captured",
          frames: [facts.connection.first]))
    }
    let missed = Side.allCases.reduce(0) { $0 + facts[$1].missedBytes }
    if missed > 0, !facts.connection.isOneSided {
      found.append(
        Evidence(
          "capture.lost_packets",
          "\(missed) bytes were acknowledged that the capture does not hold"))
    }
    if let gap = facts.surroundings.captureGap {
      found.append(
        Evidence(
          "capture.gap",
          "between two files of the series packets may be missing for \(gap.text)",
          frames: [facts.connection.last]))
    }
    if facts.connection.isMidStream, facts.connection.firstGoodbye != nil {
      found.append(
        Evidence(
          "capture.started_late", "the capture begins in the middle of the connection",
          frames: [facts.connection.first]))
    }
    if facts.isContentHidden {
      found.append(
        Evidence(
          "capture.payload_cut",
          "packets were cut too short to read what was said (snap length)",
          frames: [facts.client.firstData, facts.server.firstData]))
    }
    if facts.connection.evicted {
      found.append(
        Evidence(
          "capture.left_out",
          "parts of the connection were left out to stay within the memory budget (--max-memory)"))
    }
    if facts.connection.copies > 0 {
      found.append(
        Evidence("capture.copies", "\(facts.connection.copies) copies of packets were left out"))
    }
    return found
  }
}
