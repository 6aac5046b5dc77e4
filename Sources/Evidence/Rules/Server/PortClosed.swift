import CaptureReader
import RDPProtocol
import TCPStreams

/// The host answers the SYN with a RST: it is there, and nothing listens.
struct PortClosed: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpSYNRefused]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.connection.handshake.synCount > 0, facts.connection.handshake.synAck == nil,
      // A client that sent data had been let in: then the SYN-ACK was not captured.
      facts.client.dataPackets == 0, let reset = facts.server.resets.first
    else { return [] }
    return [
      Evidence(
        .tcpSYNRefused, "the server answered the SYN with a RST",
        frames: [facts.connection.handshake.syn, reset.frame])
    ]
  }
}
