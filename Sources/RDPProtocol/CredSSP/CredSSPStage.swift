/// The steps of CredSSP in their order ([MS-CSSP] 3.1.5).
public enum CredSSPStage: Int, Sendable, Comparable, Codable, CaseIterable {
  case notStarted
  /// Client's first token (NEGOTIATE, or Kerberos AP-REQ).
  case negotiate
  /// Server's token (CHALLENGE).
  case challenge
  /// Client's AUTHENTICATE and pubKeyAuth.
  case authenticate
  /// Server's pubKeyAuth: the server accepted the proof of the password.
  case publicKeyReply
  /// Client's credentials (authInfo).
  case credentials
  /// Server's Early User Authorization Result (HYBRID_EX).
  case earlyAuthorization
  /// The MCS connection sequence followed.
  case passed

  public static func < (lhs: CredSSPStage, rhs: CredSSPStage) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}
