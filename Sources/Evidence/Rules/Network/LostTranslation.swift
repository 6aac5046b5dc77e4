import RDPProtocol
import TCPStreams

/// An address translation gave a running connection another port: it had forgotten the connection, and what
/// goes on under the new port meets a server that does not know it.
struct LostTranslation: EvidenceRule {
  static let yields: [EvidenceCode] = [.tcpTranslationLost]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase >= .mcs, let ports = facts.surroundings.translatedPorts,
      Set(ports).count > 1, let goodbye = facts.connection.firstGoodbye, goodbye.kind == .reset
    else { return [] }
    let shown = ports.prefix(3).map { String($0) }.joined(separator: ", then ")
    return [
      Evidence(
        .tcpTranslationLost,
        "an address translation gave the running connection another port (\(shown)), and a RST answered: it had "
          + "forgotten the connection",
        frames: [facts.client.lastData, goodbye.frame])
    ]
  }
}
