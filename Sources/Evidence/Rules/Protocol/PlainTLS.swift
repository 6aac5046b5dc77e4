import CaptureReader
import RDPProtocol
import TCPStreams

/// TLS from the first byte on, without X.224 before it: on RDP's port or on one that the user named,
/// another protocol inside TLS. Nothing inside can be told then, least of all RDP's stages.
struct PlainTLS: EvidenceRule {
  static let yields: [EvidenceCode] = [.rdpTLSWithoutX224]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.startsWithTLS else { return [] }
    return [
      Evidence(
        .rdpTLSWithoutX224,
        "the client's first bytes are a ClientHello: RDP would have asked by X.224 before",
        frames: [facts.trace.tls.clientHelloFrame])
    ]
  }
}

extension WireFacts {
  /// The connection opens with TLS, and the capture would hold what came before.
  public var startsWithTLS: Bool { recording.startsWithTLS }
}
