/// What X.224 negotiation and MCS connection setup show.
extension EvidenceCode {
  public static let x224FailureSSLRequired = EvidenceCode("x224.failure_ssl_required")
  public static let x224FailureSSLNotAllowed = EvidenceCode("x224.failure_ssl_not_allowed")
  public static let x224FailureSSLCertNotOnServer = EvidenceCode(
    "x224.failure_ssl_cert_not_on_server")
  public static let x224FailureInconsistentFlags = EvidenceCode("x224.failure_inconsistent_flags")
  public static let x224FailureHybridRequired = EvidenceCode("x224.failure_hybrid_required")
  public static let x224FailureSSLWithUserAuthRequired = EvidenceCode(
    "x224.failure_ssl_with_user_auth_required")
  public static let x224FailureOther = EvidenceCode("x224.failure_other")
  public static let x224NegotiationChanged = EvidenceCode("x224.negotiation_changed")
  public static let x224ProtocolNotAccepted = EvidenceCode("x224.protocol_not_accepted")
  public static let x224ClientLeftAfterConfirm = EvidenceCode("x224.client_left_after_confirm")

  public static let mcsRefused = EvidenceCode("mcs.refused")
  public static let mcsAnswerNotAccepted = EvidenceCode("mcs.answer_not_accepted")
  public static let mcsStandardSecurityRefused = EvidenceCode("mcs.standard_security_refused")
  public static let x224AnswerMissing = EvidenceCode("x224.answer_missing")
  public static let x224AnswerMissingWithoutNLA = EvidenceCode("x224.answer_missing_without_nla")
}
