import CaptureReader
import RDPProtocol
import TCPStreams

/// A gateway or WebSocket that carries a session: whether it let the client in, and how it ended.
struct CarrierEnd: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .carrierEnded, .carrierOpen, .carrierRefused, .carrierAuthenticationRefused,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let carrier = facts.carrier, facts.isCarrierUp else { return [] }
    if let refused = refusal(carrier, facts) { return [refused] }
    if let goodbye = facts.goodbye {
      return [
        Evidence(
          .carrierEnded,
          "inside \(carrier.text); only the tunnel's end is visible: the \(goodbye.side) closed it",
          frames: [carrier.frame, goodbye.frame])
      ]
    }
    guard facts.failingTails.isEmpty, facts.isEstablished else { return [] }
    return [
      Evidence(
        .carrierOpen, "inside \(carrier.text), which was open when the capture ended",
        frames: [carrier.frame, facts.connection.last])
    ]
  }

  /// The carrier's own no, where it was read.
  private func refusal(_ carrier: Carrier, _ facts: WireFacts) -> Evidence? {
    if let refused = carrier.gateway?.refusal {
      return Evidence(
        .carrierRefused,
        "the gateway refused the \(refused.value.step) with "
          + "0x\(String(refused.value.status, radix: 16, uppercase: true))",
        frames: [refused.frame])
    }
    guard let response = carrier.response, response.value.status >= 400, carrier.isOpen == nil,
      facts.goodbye != nil
    else { return nil }
    let answer = "\(response.value.status) \(response.value.reason)"
    switch response.value.status {
    case 401, 407:
      // The first is the challenge that every authentication begins with.
      guard carrier.challenges >= 2 else { return nil }
      return Evidence(
        .carrierAuthenticationRefused, "\(carrier.text) refused the user: \(answer)",
        frames: [response.frame])
    case 403:
      return Evidence(
        .carrierAuthenticationRefused, "\(carrier.text) refused the user: \(answer)",
        frames: [response.frame])
    default:
      return Evidence(
        .carrierRefused, "\(carrier.text) refused the connection: \(answer)",
        frames: [response.frame])
    }
  }
}

extension Carrier {
  /// What it is, for a sentence.
  fileprivate var text: String {
    let name =
      switch kind {
      case .webSocket: "a WebSocket"
      case .gateway, .gatewayHTTP, .gatewayWebSocket, .gatewayRPC: "a Remote Desktop Gateway tunnel"
      case .virtualDesktop: "an Azure Virtual Desktop tunnel"
      case .proxy: "a proxy's tunnel"
      }
    return host.map { "\(name) (\($0))" } ?? name
  }
}
