import CaptureReader
import RDPProtocol
import TCPStreams

/// The versions or ciphers of the two sides do not meet.
struct VersionGap: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsVersionGap, .tlsOldClient]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.tlsFinished.client == nil, facts.credssp.stage == .notStarted,
      let hello = facts.trace.tls.clientHello
    else { return [] }
    if let answer = facts.trace.tls.serverHello, answer.value.version < .tls12,
      hello.value.maximumVersion > answer.value.version,
      facts.goodbye?.side == .client || facts.causalAlerts.contains(where: { $0.side == .client })
    {
      return [
        Evidence(
          .tlsVersionGap,
          "the client offers \(hello.value.versionRange), the server answered "
            + "\(answer.value.version.text), and the client refused",
          frames: [hello.frame, answer.frame])
      ]
    }
    if !facts.trace.tls.hasServerHello, hello.value.maximumVersion < .tls12,
      facts.goodbye?.side == .server
    {
      return [
        Evidence(
          .tlsOldClient,
          "the client offers no more than \(hello.value.maximumVersion.text)",
          frames: [hello.frame])
      ]
    }
    return []
  }
}
