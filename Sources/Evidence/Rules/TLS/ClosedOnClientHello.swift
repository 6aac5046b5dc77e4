import CaptureReader
import RDPProtocol
import TCPStreams

/// The server ends the connection on the ClientHello without a word (Schannel does so).
struct ClosedOnClientHello: EvidenceRule {
  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard let hello = facts.trace.tls.clientHelloFrame, facts.trace.tls.serverHelloFrame == nil,
      let goodbye = facts.goodbye, goodbye.side == .server, goodbye.frame.frame > hello.frame,
      facts.causalAlerts.isEmpty
    else { return [] }
    return [
      Evidence(
        "tls.closed_on_client_hello",
        "the server answered the ClientHello with a \(goodbye.kind == .fin ? "FIN" : "RST") and "
          + "nothing else",
        frames: [hello, goodbye.frame])
    ]
  }
}
