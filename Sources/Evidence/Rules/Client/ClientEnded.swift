import CaptureReader
import RDPProtocol
import TCPStreams

/// The client ends a session that had got past authentication.
struct ClientEnded: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpPortProbe, .clientLeftInConnectionSequence, .clientClosedWithAlert, .clientFINMidSession,
    .clientResetMidSession,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let goodbye = facts.goodbye, goodbye.side == .client, facts.isEstablished else {
      return []
    }
    let word = goodbye.kind == .fin ? "FIN" : "RST"
    let frames = [goodbye.frame]
    switch facts.phase {
    case .tcp:
      guard facts.client.dataPackets == 0 else { return [] }
      return [
        Evidence(
          .tcpPortProbe, "the client connected, said nothing and closed (\(word))",
          frames: frames)
      ]
    case .x224, .tls, .credssp:
      return []
    case .mcs, .licensing:
      return [
        Evidence(
          .clientLeftInConnectionSequence,
          "the client closed (\(word)) during the RDP connection sequence", frames: frames)
      ]
    case .active:
      if facts.decidingUltimatum != nil { return [] }
      if let alert = facts.closingRecord(of: .client) {
        return [
          Evidence(
            .clientClosedWithAlert,
            "the client ended TLS and closed (\(word)): the way programs close a session",
            frames: [alert.frame] + frames)
        ]
      }
      return [
        Evidence(
          word == "FIN" ? .clientFINMidSession : .clientResetMidSession,
          "the client ended the running session with a bare \(word)", frames: frames)
      ]
    }
  }
}
