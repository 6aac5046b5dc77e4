import CaptureReader
import RDPProtocol
import TCPStreams

/// The path did nothing wrong: no needed repeat, nothing outstanding, both sides heard to the end.
struct HealthyPath: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpPathHealthy]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.isEstablished, !facts.connection.isOneSided, !facts.isPathDead,
      facts.givenUp == nil,
      facts.goodbye != nil, facts.neededRepeats <= 1, facts.longestOutage == nil,
      facts.server.openHoleBytes == 0, facts.client.openHoleBytes == 0
    else { return [] }
    let sent = facts.client.dataPackets + facts.server.dataPackets
    return [
      Evidence(
        .tcpPathHealthy,
        String(sent)
          + (facts.neededRepeats == 0
            ? " data segments, none lost" : " data segments, one lost"))
    ]
  }
}
