/// How a server ended CredSSP.
public enum CredSSPRefusalKind: String, Sendable, Codable, CaseIterable {
  /// A TSRequest with errorCode and no more.
  case errorCode
  case alert
  case closed
  case reset
  /// Early User Authorization Result followed by the end instead of MCS.
  case earlyAuthorization
}
