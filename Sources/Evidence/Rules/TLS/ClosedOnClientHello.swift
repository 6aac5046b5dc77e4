import CaptureReader
import RDPProtocol
import TCPStreams

/// The server ends the connection on the ClientHello without a word (Schannel does so).
struct ClosedOnClientHello: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsClosedOnClientHello]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let hello = facts.trace.tls.clientHelloFrame, facts.trace.tls.serverHelloFrame == nil,
      let goodbye = facts.goodbye, goodbye.side == .server, goodbye.frame > hello,
      facts.causalAlerts.isEmpty, facts.credssp.stage == .notStarted
    else { return [] }
    // It closed before the hello had come.
    if facts.trace.hasConfirm, facts.closedUnheard(hello, by: goodbye.frame) { return [] }
    // A server that takes its time hangs, and one that sends something else has answered.
    if goodbye.frame.time.since(hello.time) >= Thresholds.stall { return [] }
    if let answer = facts.server.lastData, answer > hello { return [] }
    return [
      Evidence(
        .tlsClosedOnClientHello, strength: facts.hasSteadyClock ? 1 : 0.4,
        "the server answered the ClientHello with a \(goodbye.kind == .fin ? "FIN" : "RST") and "
          + "nothing else",
        frames: [hello, goodbye.frame])
    ]
  }
}
