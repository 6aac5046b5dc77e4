import CaptureReader
import RDPProtocol
import TCPStreams

/// Large segments vanish while small ones pass (RFC 1191, RFC 4821).
///
/// Seen at the sender: the same large segment again and again without an acknowledgement. Seen at
/// the receiver: a gap that is never filled while the sender's small packets keep coming.
struct PMTUBlackhole: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpPMTUBlackhole]

  func evidence(in facts: WireFacts) -> [Evidence] {
    for side in Side.allCases {
      if let tail = facts[side].unacknowledged, !tail.isFinOnly,
        tail.attempts >= Thresholds.outageAttempts, tail.segmentLength >= Thresholds.largeSegment,
        facts[side].largestAcknowledgedSegment < tail.segmentLength,
        peerGoesOn(facts[side.other], after: tail)
      {
        return [
          Evidence(
            .tcpPMTUBlackhole,
            "the \(side)'s \(tail.segmentLength)-byte segment was sent \(tail.attempts) times "
              + "without effect while small packets got through",
            frames: [tail.firstSent, tail.lastSent])
        ]
      }
      let hole = facts[side].largestOpenHole
      if hole >= Thresholds.largeSegment, !facts.connection.isOneSided,
        let last = facts[side].lastPacket, isFarBelowMSS(facts[side].largestSegment, facts),
        let data = facts[side.other].lastData, last.time.since(data.time) >= Thresholds.openHole
      {
        return [
          Evidence(
            .tcpPMTUBlackhole,
            "\(hole) bytes of the \(side) never arrived while its small packets "
              + "did, for \(last.time.since(data.time).text)",
            frames: [data, last])
        ]
      }
    }
    return []
  }

  /// No segment near the agreed size ever arrived: what got through was small.
  private func isFarBelowMSS(_ largest: Int, _ facts: WireFacts) -> Bool {
    let agreed =
      [facts.connection.handshake.clientMSS, facts.connection.handshake.serverMSS]
      .compactMap { $0 }.min() ?? 1460
    return largest * 5 < Int(agreed) * 4
  }

  /// The other side is alive and reachable: it was heard after the segment was first sent.
  private func peerGoesOn(_ peer: DirectionRecord, after tail: UnacknowledgedTail) -> Bool {
    guard let last = peer.lastPacket else { return false }
    return last.time.since(tail.firstSent.time) >= .seconds(1)
  }
}
