import CaptureReader
import RDPProtocol
import TCPStreams

/// One side sends what is not RDP, or not RDP any more, and the connection ends on it.
struct MalformedAnswer: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .rdpGarbageRefused, .rdpNotRDPClient, .rdpNotRDPServer, .tlsNotTLS, .rdpFramingError,
    .mcsAnswerNotAccepted,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let trace = facts.trace
    if !facts.isRecognised, !trace.foreignBytes.client.isEmpty {
      // A server that speaks too speaks the client's protocol, or had opened with its own.
      let closed = facts.goodbye?.side == .server && facts.server.dataPackets == 0
      return [
        Evidence(
          closed ? .rdpGarbageRefused : .rdpNotRDPClient,
          "the client's first bytes are not RDP\(Self.name(of: trace.foreignBytes.client))\(closed ? ", and the server closed on them" : "")",
          frames: [facts.client.firstData, facts.goodbye?.frame])
      ]
    }
    if trace.hasRequest, !trace.hasConfirm, !trace.foreignBytes.server.isEmpty,
      // An answer cut short by a snap length or missing its beginning is none of another protocol.
      !facts.surroundings.snapped, facts.server.missedBytes == 0
    {
      return [
        Evidence(
          .rdpNotRDPServer,
          "what answers on this port does not speak RDP"
            + Self.name(of: trace.foreignBytes.server),
          frames: [facts.server.firstData])
      ]
    }
    if let answer = trace.tls.notTLS.server, trace.tls.clientHelloFrame != nil,
      trace.tls.serverHelloFrame == nil
    {
      return [
        Evidence(
          .tlsNotTLS,
          "the server's answer to the ClientHello is not TLS"
            + Self.name(of: answer.value),
          frames: [answer.frame])
      ]
    }
    if let error = trace.firstFramingError, facts.connectInitial != nil {
      return [
        Evidence(
          .rdpFramingError, "the \(error.value)'s stream stops being RDP",
          frames: [error.frame])
      ]
    }
    if facts.connectInitial != nil, !facts.isActive,
      let answer = facts.connectResponse,
      facts.goodbye?.side == .client, facts.activePDUs.client <= 2,
      let end = facts.goodbye, end.frame.time.since(answer.time) < .seconds(2),
      // What it had not got it did not refuse, and a program that refuses ends TLS before it closes.
      facts.hasHeard(.client, packet: answer, at: end.frame),
      !facts.lacksAlert(before: end)
    {
      return [
        Evidence(
          .mcsAnswerNotAccepted,
          "the client closed right after the server's answer to its MCS Connect Initial",
          frames: [answer, end.frame])
      ]
    }
    return []
  }

  /// ` but HTTP`, where the first bytes tell.
  private static func name(of bytes: [UInt8]) -> String {
    ForeignProtocol(firstBytes: bytes).map { " but \($0.rawValue)" } ?? ""
  }
}
