import CaptureReader
import RDPProtocol
import TCPStreams

/// Nothing got through any more at the end, though no data was repeated into the void.
struct DeadPath: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpKeepalivesUnanswered, .tcpDeliveryStalled]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.isEstablished, !facts.connection.isOneSided else { return [] }
    if let given = facts.givenUp {
      return [
        Evidence(
          .tcpKeepalivesUnanswered, strength: given.wereAnswered ? 0.8 : 1,
          (given.wereAnswered
            ? "the \(given.side) repeated its keep-alives sooner than before although they were answered here, "
            : "\(given.probes.count) keep-alives of the \(given.side) stayed unanswered, ")
            + "and it gave the connection up one pause after the last",
          frames: given.probes.suffix(4) + [facts.goodbye?.frame])
      ]
    }
    if let side = facts.deadKeepAlives {
      let record = facts[side]
      return [
        Evidence(
          .tcpKeepalivesUnanswered,
          strength: min(1, Double(record.keepAlivesUnanswered) / 6 + 0.4),
          "\(record.keepAlivesUnanswered) keep-alives of the \(side) stayed unanswered",
          frames: [facts[side.other].lastPacket, record.lastPacket])
      ]
    }
    if let (side, tail) = facts.stalledDelivery {
      let length = facts.connection.last.time.since(tail.firstSent.time)
      return [
        Evidence(
          .tcpDeliveryStalled,
          "the \(side)'s data of \(length.text) before was still not acknowledged at the end",
          frames: [tail.firstSent, facts.connection.last])
      ]
    }
    return []
  }
}
