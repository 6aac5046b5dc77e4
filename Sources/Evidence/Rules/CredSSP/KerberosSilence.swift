import CaptureReader
import RDPProtocol
import TCPStreams

/// The client asks a Kerberos server for a ticket and gets no answer, while the RDP server waits for
/// its first token ([MS-CSSP] 3.1.5; RFC 4120 §7.2.1).
struct KerberosSilence: EvidenceRule {
  static let yields: [EvidenceCode] = [.credsspKDCUnanswered]

  private static let requests = 2

  func evidence(in facts: WireFacts) -> [Evidence] {
    let asked = facts.surroundings.unansweredKerberos
    guard facts.phase == .tls, facts.tlsFinished.client != nil, facts.credssp.expected,
      facts.credssp.stage == .notStarted, asked >= Self.requests,
      let frame = facts.surroundings.kerberosFrame
    else { return [] }
    return [
      Evidence(
        .credsspKDCUnanswered,
        "TLS is up and the client says nothing: its \(asked) Kerberos requests (port 88) stay "
          + "unanswered", frames: [facts.tlsFinished.client, frame])
    ]
  }
}
