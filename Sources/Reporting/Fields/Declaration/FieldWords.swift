import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

// The closed vocabularies of the output: their words are the cases' raw values.

extension SessionFate: FieldWord {}
extension Cause: FieldWord {}
extension EndedBy: FieldWord {}
extension WeighedEvidence.Bearing: FieldWord {}
extension Phase: FieldWord {}
extension Side: FieldWord {}
extension CapturePoint: FieldWord {}
extension ConnectionRecord.Orientation: FieldWord {}
extension Backoff.Subject: FieldWord {}
extension Attempt.Role: FieldWord {}
extension UserStory.Outcome: FieldWord {}
extension Carrier.Basis: FieldWord {}
extension UDPTransport.Kind: FieldWord {}
extension MultitransportOffer.Kind: FieldWord {}
extension TLSTrace.Resumption: FieldWord {}
extension CaptureFitness.Grade: FieldWord {}
extension ChangeRecord.Scope: FieldWord {}
extension InputRecord.Status: FieldWord {}
extension InputRecord.Ending.Kind: FieldWord {}

extension CredSSPStage: FieldWord {
  var word: String {
    switch self {
    case .notStarted: "not_started"
    case .negotiate: "negotiate"
    case .challenge: "challenge"
    case .authenticate: "authenticate"
    case .publicKeyReply: "public_key_reply"
    case .credentials: "credentials"
    case .earlyAuthorization: "early_authorization"
    case .passed: "passed"
    }
  }
}

extension CredSSPRefusalKind: FieldWord {
  var word: String {
    switch self {
    case .errorCode: "error_code"
    case .alert: "alert"
    case .closed: "closed"
    case .reset: "reset"
    case .earlyAuthorization: "early_authorization"
    }
  }
}
