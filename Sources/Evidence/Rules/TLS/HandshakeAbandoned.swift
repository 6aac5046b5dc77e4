import CaptureReader
import RDPProtocol
import TCPStreams

/// The client gives the TLS handshake up after it saw the server's answer.
struct HandshakeAbandoned: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tlsClientAlertInHandshake, .tlsClientLeftInHandshake, .tlsClientLeftBeforeHello,
    .tlsClientLeftBeforeCredssp, .tlsClientLeftAfterHandshake, .tlsCertificateExpired,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let tls = facts.trace.tls
    guard let hello = tls.serverHelloFrame, facts.credssp.stage == .notStarted,
      facts.connectInitial == nil, let goodbye = facts.goodbye, goodbye.side == .client
    else { return [] }
    if facts.causalAlerts.contains(where: { !$0.isEncrypted }) { return [] }
    if let hidden = facts.causalAlerts.first(where: { $0.side == .client && $0.isEncrypted }),
      facts.tlsFinished.client == nil
    {
      return [
        Evidence(
          .tlsClientAlertInHandshake,
          // Where packets are missing, Finished can be one of them.
          strength: facts.client.missedBytes > 0 ? 0.5 : 1,
          "the client answered the server's certificate flight with an encrypted alert",
          frames: [hello, hidden.frame])
      ]
    }
    if facts.tlsFinished.client == nil {
      if let start = tls.serverHelloOffset, let acknowledged = facts.client.acknowledgedAtGoodbye,
        acknowledged <= start
      {
        return [
          Evidence(
            .tlsClientLeftBeforeHello,
            "the client closed before the server's hello had reached it",
            frames: [tls.clientHelloFrame, goodbye.frame, hello])
        ]
      }
      return [
        Evidence(
          .tlsClientLeftInHandshake,
          "the client closed after the server's hello, before the handshake was finished",
          frames: [hello, goodbye.frame])
      ]
    }
    var found = [
      Evidence(
        facts.credssp.expected
          ? .tlsClientLeftBeforeCredssp : .tlsClientLeftAfterHandshake,
        "TLS was finished, and the client closed before it said anything more",
        frames: [facts.tlsFinished.client, goodbye.frame])
    ]
    if facts.hasPossibleClock, let certificate = tls.certificate?.value,
      let end = certificate.notAfter,
      end < facts.endTime || certificate.notBefore.map({ $0 > facts.endTime }) == true
    {
      found.append(
        Evidence(
          .tlsCertificateExpired,
          end < facts.endTime
            ? "the server's certificate had expired at the time of the capture"
            : "the server's certificate was not valid yet at the time of the capture",
          frames: [tls.certificate?.frame]))
    }
    return found
  }
}
