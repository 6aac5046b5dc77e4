import CaptureReader
import RDPProtocol
import TCPStreams

/// The server's one answer is missing from the capture or cut short, and its length is known from the
/// acknowledgement or its IP header: 19 bytes are an X.224 Connection Confirm with negotiation data ([MS-RDPBCGR]
/// 2.2.1.2), 7 an alert in the clear (RFC 8446 §6).
struct HiddenAnswer: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .x224AnswerMissing, .x224AnswerMissingWithoutNLA, .tlsAlertMissing,
  ]

  private static let confirm = 19
  private static let alert = 7

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let length = Self.length(facts) else { return [] }
    let frames = [
      facts.trace.tls.clientHelloFrame ?? facts.trace.request?.frame, facts.goodbye?.frame,
    ]
    switch (facts.phase, length) {
    case (.x224, Self.confirm):
      let requested = facts.trace.request?.value.requestedProtocols ?? []
      return [
        Evidence(
          requested.usesCredSSP || facts.trace.request?.value.isCut == true
            ? .x224AnswerMissing : .x224AnswerMissingWithoutNLA,
          "the server's answer of \(length) bytes is not whole in the capture; the connection ended on it",
          frames: frames)
      ]
    case (.tls, Self.alert):
      return [
        Evidence(
          .tlsAlertMissing,
          "the server's answer to the ClientHello is not in the capture; it had the length of an "
            + "alert", frames: frames)
      ]
    default: return []
    }
  }

  /// Bytes of the server that were acknowledged and not captured, where it said nothing else; its FIN
  /// counts as one.
  static func length(_ facts: WireFacts) -> Int? {
    if isCutShort(facts) { return confirm }
    guard facts.goodbye != nil, !facts.connection.isOneSided,
      facts.trace.tls.serverHelloFrame == nil,
      !facts.trace.hasConfirm || facts.phase == .tls, facts.server.missedBytes > 0
    else { return nil }
    let missed = facts.server.missedBytes
    return missed == confirm + 1 || missed == alert + 1 ? missed - 1 : missed
  }

  /// A snap length cut what the answer says; the IP header tells how long it was.
  private static func isCutShort(_ facts: WireFacts) -> Bool {
    facts.surroundings.snapped && facts.goodbye?.side == .server && facts.phase == .x224
      && !facts.trace.hasConfirm && facts.server.missedBytes == 0
      && facts.server.uniqueBytes == confirm
  }
}
