import CaptureReader
import RDPProtocol
import TCPStreams

/// SYN packets that nothing answers: a filter, a host that is off or asleep, or a wrong address.
struct UnansweredSyn: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpSYNPending, .tcpSYNUnanswered, .hostAnswersPing, .arpUnanswered,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let handshake = facts.connection.handshake
    guard handshake.synCount > 0, handshake.synAck == nil, facts.server.packets == 0,
      facts.connection.icmpErrors.isEmpty, facts.client.dataPackets == 0,
      // A client that goes on had an answer: the server's packets were not captured.
      facts.client.packets <= handshake.synCount + facts.client.resetCount
    else { return [] }
    let end = facts.client.resets.first?.frame.time ?? facts.connection.captureEnd
    let waited = end.since(facts.connection.first.time)
    // An answer needs time: a path of seconds, or a client that asked again and waited on.
    let enough = handshake.synCount > 1 ? Thresholds.askedAgain : Thresholds.longestAnswer
    guard waited >= enough else {
      return [
        Evidence(
          .tcpSYNPending,
          "\(facts.client.resets.isEmpty ? "the capture ends" : "the client gives up") \(waited.text) after its first SYN",
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
    if let reply = facts.surroundings.pingReply {
      found.append(
        Evidence(
          .hostAnswersPing,
          "the server answered a ping meanwhile: it is up, and something drops the requests for "
            + "this port",
          frames: [reply]))
    }
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
