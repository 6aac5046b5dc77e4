import CaptureReader
import RDPProtocol
import TCPStreams

/// The server refuses within CredSSP: by an errorCode, an alert, or by ending the connection
/// ([MS-CSSP] 3.1.5; order and size of the encrypted records).
struct CredSSPRefusal: EvidenceRule {
  func evidence(in facts: WireFacts) -> [Evidence] {
    let credssp = facts.credssp
    guard credssp.expected, let refusal = credssp.refusal, credssp.stage < .passed,
      credssp.stage > .notStarted || refusal == .errorCode
    else { return [] }
    let frames = [credssp.messages.last?.frame, credssp.refusalFrame]
    if refusal == .earlyAuthorization {
      return [
        Evidence(
          "credssp.early_authorization_denied",
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
    switch credssp.stage {
    case .notStarted, .negotiate:
      return [
        Evidence(
          refusal == .errorCode || refusal == .alert
            ? "credssp.first_token_refused" : "credssp.closed_on_first_token",
          "the server answered the client's first token with \(how)", frames: frames)
      ]
    case .challenge, .authenticate:
      let code =
        switch refusal {
        case .errorCode: "credssp.refused_by_error_code"
        case .alert: "credssp.refused_by_alert"
        default: "credssp.refused_by_close"
        }
      return [
        Evidence(code, "the server answered the password proof with \(how)", frames: frames)
      ]
    case .publicKeyReply:
      return [
        Evidence(
          "credssp.server_left_after_public_key",
          "the server ended with \(how) after its own pubKeyAuth", frames: frames)
      ]
    case .credentials, .earlyAuthorization:
      return [
        Evidence(
          refusal == .errorCode
            ? "credssp.refused_by_error_code" : "credssp.closed_after_credentials",
          "the server ended with \(how) after it had the credentials", frames: frames)
      ]
    case .passed:
      return []
    }
  }
}
