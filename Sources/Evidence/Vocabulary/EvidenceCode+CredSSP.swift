/// What CredSSP (NLA) shows, by order and size of its records or read with keys.
extension EvidenceCode {
  public static let credsspRefusedByErrorCode = EvidenceCode("credssp.refused_by_error_code")
  public static let credsspRefusedByAlert = EvidenceCode("credssp.refused_by_alert")
  public static let credsspRefusedByClose = EvidenceCode("credssp.refused_by_close")
  public static let credsspCodeLogonFailure = EvidenceCode("credssp.code_logon_failure")
  public static let credsspCodeAccountRestricted = EvidenceCode("credssp.code_account_restricted")
  public static let credsspCodePasswordExpired = EvidenceCode("credssp.code_password_expired")
  public static let credsspCodeAccessDenied = EvidenceCode("credssp.code_access_denied")
  public static let credsspCodeOther = EvidenceCode("credssp.code_other")
  public static let credsspKerberosError = EvidenceCode("credssp.kerberos_error")
  public static let credsspOldServerVersion = EvidenceCode("credssp.old_server_version")
  public static let credsspOldClientVersion = EvidenceCode("credssp.old_client_version")
  public static let credsspFirstTokenRefused = EvidenceCode("credssp.first_token_refused")
  public static let credsspClosedOnFirstToken = EvidenceCode("credssp.closed_on_first_token")
  public static let credsspEarlyAuthorizationDenied = EvidenceCode(
    "credssp.early_authorization_denied")
  public static let credsspServerLeftAfterPublicKey = EvidenceCode(
    "credssp.server_left_after_public_key")
  public static let credsspClosedAfterCredentials = EvidenceCode("credssp.closed_after_credentials")
  public static let credsspClientLeftSlowServer = EvidenceCode("credssp.client_left_slow_server")
  public static let credsspClientLeftWaiting = EvidenceCode("credssp.client_left_waiting")
  public static let credsspClientLeftAfterChallenge = EvidenceCode(
    "credssp.client_left_after_challenge")
  public static let credsspClientLeftAfterPublicKey = EvidenceCode(
    "credssp.client_left_after_public_key")
  public static let credsspClientLeftAfterCredentials = EvidenceCode(
    "credssp.client_left_after_credentials")
  public static let credsspStalled = EvidenceCode("credssp.stalled")
  public static let credsspClientLeftAtOnce = EvidenceCode("credssp.client_left_at_once")
  public static let credsspKDCUnanswered = EvidenceCode("credssp.kdc_unanswered")
  public static let credsspClientCheckedOnly = EvidenceCode("credssp.client_checked_only")
}
