import CaptureReader
import RDPProtocol
import TCPStreams

/// SYN packets that nothing answers: a filter, a host that is off or asleep, or a wrong address.
struct UnansweredSyn: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpSYNPending, .tcpSYNUnanswered, .arpUnanswered]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let handshake = facts.connection.handshake
    guard handshake.synCount > 0, handshake.synAck == nil, facts.server.packets == 0,
      facts.connection.icmpErrors.isEmpty, facts.client.dataPackets == 0
    else { return [] }
    let waited = facts.connection.captureEnd.since(facts.connection.first.time)
    guard handshake.synCount > 1 || waited >= .seconds(3) else {
      return [
        Evidence(
          .tcpSYNPending, "the capture ends \(waited.text) after the only SYN",
          frames: [handshake.syn])
      ]
    }
    var found = [
      Evidence(
        .tcpSYNUnanswered,
        "\(handshake.synCount) SYN packet\(handshake.synCount == 1 ? "" : "s") in "
          + "\(waited.text), no answer of any kind"
          + BackoffText.clause(facts.connection.backoffs.client, in: facts)
          + Self.earlierLife(facts),
        frames: [handshake.syn, handshake.lastSyn])
    ]
    if facts.surroundings.unansweredResolutions > 1 {
      found.append(
        Evidence(
          .arpUnanswered,
          "\(facts.surroundings.unansweredResolutions) ARP or neighbour requests for the server "
            + "without an answer: it is off, asleep or not on this network",
          frames: [facts.surroundings.resolutionFrame]))
    }
    return found
  }

  /// A server that has answered before is no wrong address: it, or the way to it, is gone since.
  private static func earlierLife(_ facts: WireFacts) -> String {
    guard let previous = facts.surroundings.previous, previous.established else { return "" }
    let pause = facts.connection.first.time.since(previous.end)
    return "; the server had answered until \(pause.text) before"
  }
}
