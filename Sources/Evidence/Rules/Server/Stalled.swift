import CaptureReader
import RDPProtocol
import TCPStreams

/// The server has the client's message (its TCP acknowledged it) and does not answer.
struct Stalled: EvidenceRule {
  static let yields: [EvidenceCode] = [.credsspStalled, .serverNoAnswer]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.isEstablished, !facts.connection.isOneSided, facts.phase < .active,
      let asked = Self.lastQuestion(facts)
    else { return [] }
    // A TLS 1.3 server's session tickets may come after CredSSP's first token; they answer nothing.
    if !Self.owesCredSSP(facts), let answer = facts.server.lastData, answer > asked {
      return []
    }
    let end = facts.goodbye?.frame.time ?? facts.connection.captureEnd
    let wait = end.since(asked.time)
    guard wait >= Thresholds.stall else { return [] }
    guard facts.failingTail(of: .client) == nil, facts.server.openHoleBytes == 0,
      facts.client.keepAlivesUnanswered < 2,
      let heard = facts.server.lastPacket, heard > asked
    else { return [] }
    let ended = facts.goodbye.map { $0.side == .client ? ", then the client gave up" : "" } ?? ""
    let code: EvidenceCode = Self.owesCredSSP(facts) ? .credsspStalled : .serverNoAnswer
    return [
      Evidence(
        code,
        "the server acknowledged the client's \(Self.name(facts)) and sent nothing for "
          + "\(wait.text)\(ended)",
        frames: [asked, heard])
    ]
  }

  /// The client's last message that wants an answer.
  private static func lastQuestion(_ facts: WireFacts) -> ItemReference? {
    if let message = facts.credssp.messages.last, facts.credssp.expected {
      return message.side == .client ? message.frame : nil
    }
    return facts.connectInitial ?? facts.trace.tls.clientHelloFrame
      ?? facts.trace.request?.frame
  }

  private static func owesCredSSP(_ facts: WireFacts) -> Bool {
    facts.credssp.expected && facts.credssp.stage > .notStarted
      && facts.credssp.stage < .passed
  }

  private static func name(_ facts: WireFacts) -> String {
    switch facts.phase {
    case .tcp: "first bytes"
    case .x224: "X.224 Connection Request"
    case .tls: "ClientHello"
    case .credssp: "CredSSP message"
    case .mcs, .licensing, .active: "MCS request"
    }
  }
}
