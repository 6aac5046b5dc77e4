import CaptureReader
import RDPProtocol
import TCPStreams

/// The server chose a security protocol that the client did not offer or does not accept: the
/// client leaves instead of going on.
struct ProtocolDisagreement: EvidenceRule {
  static let yields: [EvidenceCode] = [.x224ClientLeftAfterConfirm, .x224ProtocolNotAccepted]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let confirm = facts.trace.confirm, facts.trace.tls.clientHelloFrame == nil,
      facts.connectInitial == nil, let goodbye = facts.goodbye, goodbye.side == .client
    else { return [] }
    // What was asked for is not in the capture.
    if !facts.trace.hasRequest { return [] }
    let requested = facts.trace.request?.value.requestedProtocols ?? []
    let chosen: SecurityProtocols
    switch confirm.value {
    case .selected(let protocols, _): chosen = protocols
    case .withoutNegotiation: chosen = .rdp
    case .failure: return []
    }
    if facts.trace.request?.value.isCut == true, requested.isEmpty {
      return [
        Evidence(
          .x224ClientLeftAfterConfirm, strength: 0.5,
          "the client got \(chosen.names.joined(separator: ", ")) and closed without going on; what "
            + "it had asked for was cut off by the capture",
          frames: [confirm.frame, goodbye.frame])
      ]
    }
    let asked = requested.names.joined(separator: ", ")
    let got = chosen.names.joined(separator: ", ")
    let isWeaker =
      requested.usesCredSSP && !chosen.usesCredSSP || (!requested.isEmpty && chosen.isEmpty)
    guard isWeaker else {
      return [
        Evidence(
          .x224ClientLeftAfterConfirm,
          "the client asked for \(asked), got \(got), and closed without going on",
          frames: [confirm.frame, goodbye.frame])
      ]
    }
    return [
      Evidence(
        .x224ProtocolNotAccepted,
        "the client asked for \(asked); the server chose \(got), and the client left",
        frames: [confirm.frame, goodbye.frame])
    ]
  }
}
