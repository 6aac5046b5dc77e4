import CaptureReader
import RDPProtocol
import TCPStreams

/// A connection that never came up, on a path that kept losing its packets.
struct LossyHandshake: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpHandshakeIncomplete, .tcpHalfOpen, .tcpLossInHandshake]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase < .active, !facts.isContentHidden,
      facts.isEstablished || facts.connection.handshake.synAckCount > 1,
      facts.credssp.refusal == nil, facts.causalAlerts.isEmpty
    else { return [] }
    let unanswered =
      facts.connection.handshake.synAckCount > 1
      && facts.connection.handshake.established == nil && facts.client.dataPackets == 0
    if unanswered {
      // A client that lives asks again where it has heard nothing.
      let isAsking = facts.connection.handshake.synCount > 1
      return [
        Evidence(
          isAsking ? .tcpHandshakeIncomplete : .tcpHalfOpen,
          "SYN-ACK sent \(facts.connection.handshake.synAckCount) times, the client never "
            + "answered it",
          frames: [facts.connection.handshake.synAck])
      ]
    }
    guard facts.neededRepeats >= 2,
      Side.allCases.contains(where: {
        (facts[$0].unacknowledged?.attempts ?? 0) > 1 || facts[$0].openHoleBytes > 0
      })
    else { return [] }
    return [
      Evidence(
        .tcpLossInHandshake,
        // Whether it was answered one direction does not show.
        strength: min(1, Double(facts.neededRepeats) / 4)
          * (facts.connection.isOneSided ? 0.5 : 1),
        "\(facts.neededRepeats) packets were lost before the connection was up, and data was still "
          + "missing at the end",
        frames: Side.allCases.map { facts[$0].unacknowledged?.firstSent })
    ]
  }
}
