import CaptureReader
import RDPProtocol
import TCPStreams

/// The server refuses within CredSSP: by an errorCode, an alert, or by ending the connection
/// ([MS-CSSP] 3.1.5; order and size of the encrypted records).
struct CredSSPRefusal: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .credsspEarlyAuthorizationDenied, .credsspFirstTokenRefused, .credsspClosedOnFirstToken,
    .credsspRefusedByErrorCode, .credsspRefusedByAlert, .credsspRefusedByClose,
    .credsspServerLeftAfterPublicKey, .credsspClosedAfterCredentials, .serverClosedAfterTLS,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let credssp = facts.credssp
    guard credssp.expected, let refusal = credssp.refusal, credssp.stage < .passed,
      credssp.stage > .notStarted || refusal == .errorCode
    else { return [] }
    let frames = [credssp.messages.last?.frame, credssp.refusalFrame]
    if refusal == .earlyAuthorization {
      return [
        Evidence(
          .credsspEarlyAuthorizationDenied,
          "after the Early User Authorization Result the session ended instead of going on",
          frames: frames)
      ]
    }
    let how =
      switch refusal {
      case .errorCode: "a record of the size of a TSRequest with errorCode"
      case .alert: "a TLS alert"
      case .closed: "a FIN"
      case .reset: "a RST"
      case .earlyAuthorization: "the authorization result"
      }
    // What it had not got it did not answer.
    if refusal == .closed || refusal == .reset, let end = credssp.refusalFrame,
      let message = credssp.messages.last(where: { $0.side == .client }),
      facts.closedUnheard(message.frame, by: end)
    {
      return [
        Evidence(
          .serverClosedAfterTLS,
          "the server closed with \(how) before the client's last message had reached it",
          frames: [message.frame, end])
      ]
    }
    switch credssp.stage {
    case .notStarted, .negotiate:
      return [
        Evidence(
          refusal == .errorCode || refusal == .alert
            ? .credsspFirstTokenRefused : .credsspClosedOnFirstToken,
          "the server answered the client's first token with \(how)", frames: frames)
      ]
    case .challenge where !facts.connection.isOneSided && !isIncomplete(facts):
      // No proof was sent that could have been refused.
      return [
        Evidence(
          .credsspClosedOnFirstToken, strength: Self.unasked,
          "the server ended with \(how) after its own message, before any password proof",
          frames: frames)
      ]
    case .challenge, .authenticate:
      let code: EvidenceCode =
        switch refusal {
        case .errorCode: .credsspRefusedByErrorCode
        case .alert: .credsspRefusedByAlert
        default: .credsspRefusedByClose
        }
      return [
        Evidence(
          code,
          // A FIN says the less of the exchange the more of it is missing.
          strength: isIncomplete(facts) && code == .credsspRefusedByClose ? 0.5 : 1,
          "the server answered the password proof with \(how)", frames: frames)
      ]
    case .publicKeyReply:
      return [
        Evidence(
          .credsspServerLeftAfterPublicKey,
          "the server ended with \(how) after its own pubKeyAuth", frames: frames)
      ]
    case .credentials, .earlyAuthorization:
      return [
        Evidence(
          refusal == .errorCode
            ? .credsspRefusedByErrorCode : .credsspClosedAfterCredentials,
          "the server ended with \(how) after it had the credentials", frames: frames)
      ]
    case .passed:
      return []
    }
  }

  /// An end that nothing asked for says less of the log-on.
  private static let unasked = 0.6

  private func isIncomplete(_ facts: WireFacts) -> Bool {
    facts.client.missedBytes + facts.server.missedBytes > 0
  }
}
