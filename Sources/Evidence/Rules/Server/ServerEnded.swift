import CaptureReader
import RDPProtocol
import TCPStreams

/// The server ends the connection first.
struct ServerEnded: EvidenceRule {
  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let goodbye = facts.goodbye, goodbye.side == .server, facts.isEstablished else {
      return []
    }
    let word = goodbye.kind == .fin ? "FIN" : "RST"
    let frames = [goodbye.frame]
    switch facts.phase {
    case .tcp:
      guard facts.trace.foreignBytes.client.isEmpty, facts.client.dataPackets == 0 else {
        return []
      }
      return [
        Evidence(
          "server.closed_at_once", "the server closed (\(word)) before anything was said",
          frames: frames)
      ]
    case .x224:
      guard facts.trace.confirm == nil else {
        guard case .failure? = facts.trace.confirm?.value else {
          return [
            Evidence(
              "server.closed_after_confirm",
              "the server closed (\(word)) right after its Connection Confirm", frames: frames)
          ]
        }
        return []
      }
      return [
        Evidence(
          "server.closed_on_request",
          "the server closed (\(word)) on the X.224 Connection Request without answering it",
          frames: frames)
      ]
    case .tls:
      guard facts.trace.tls.serverHelloFrame != nil, facts.causalAlerts.allSatisfy(\.isEncrypted)
      else {
        return []
      }
      return [
        Evidence(
          facts.tlsFinished.client == nil
            ? "tls.server_left_in_handshake" : "server.closed_after_tls",
          "the server closed (\(word)) \(facts.tlsFinished.client == nil ? "in" : "after") the TLS handshake",
          frames: frames)
      ]
    case .credssp:
      return []
    case .mcs, .licensing:
      // Its ultimatum says more than the FIN behind it.
      if facts.decidingUltimatum?.side == .server { return [] }
      return [
        Evidence(
          "server.closed_in_connection_sequence",
          "the server closed (\(word)) during the RDP connection sequence", frames: frames)
      ]
    case .active:
      return activeEnd(facts, word: word, frames: frames)
    }
  }

  private func activeEnd(
    _ facts: WireFacts, word: String, frames: [ItemReference]
  ) -> [Evidence] {
    if facts.decidingUltimatum != nil { return [] }
    if let alert = facts.closingRecord(of: .server) {
      return [
        Evidence(
          "server.closed_with_alert",
          "the server ended TLS in mid-session and closed (\(word)) without RDP's own goodbye",
          frames: [alert.frame] + frames)
      ]
    }
    return [
      Evidence(
        word == "FIN" ? "server.fin_mid_session" : "server.reset_mid_session",
        "the server ended the running session with a bare \(word)", frames: frames)
    ]
  }
}
