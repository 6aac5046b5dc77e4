import CaptureReader
import RDPProtocol
import TCPStreams

/// The host answers the SYN with a RST: it is there, and nothing listens.
struct PortClosed: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpSYNRefused, .tcpSYNRefusedLate]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.connection.handshake.synCount > 0, facts.connection.handshake.synAck == nil,
      // A client that sent data had been let in: then the SYN-ACK was not captured.
      facts.client.dataPackets == 0, let reset = facts.server.resets.first
    else { return [] }
    let wait = reset.sinceOther ?? .zero
    if facts.server.packets == facts.server.resetCount, wait >= Thresholds.lateRefusal {
      return [
        Evidence(
          .tcpSYNRefusedLate,
          "a RST came \(wait.text) after the SYN: no host takes so long to refuse, a device on the "
            + "way had waited for an answer", frames: [facts.connection.handshake.syn, reset.frame])
      ]
    }
    return [
      Evidence(
        .tcpSYNRefused, "the server answered the SYN with a RST",
        frames: [facts.connection.handshake.syn, reset.frame])
    ]
  }
}
