/// Names and meanings of KRB-ERROR codes (RFC 4120 §7.5.9) that a log-on meets.
public enum KerberosError {
  public static func name(_ code: UInt32) -> String? { known[code]?.name }
  /// What it means for a log-on, in one clause.
  public static func meaning(_ code: UInt32) -> String? { known[code]?.meaning }

  private static let known: [UInt32: (name: String, meaning: String)] = [
    6: ("KDC_ERR_C_PRINCIPAL_UNKNOWN", "the account does not exist in that domain"),
    7: ("KDC_ERR_S_PRINCIPAL_UNKNOWN", "the server's name (TERMSRV/host) is not registered"),
    12: ("KDC_ERR_POLICY", "the domain's policy forbids the log-on"),
    14: ("KDC_ERR_ETYPE_NOSUPP", "no encryption type in common"),
    18: ("KDC_ERR_CLIENT_REVOKED", "the account is locked, disabled, expired or out of hours"),
    23: ("KDC_ERR_KEY_EXPIRED", "the password has expired"),
    24: ("KDC_ERR_PREAUTH_FAILED", "the password is wrong"),
    25: ("KDC_ERR_PREAUTH_REQUIRED", "the usual first answer, no fault"),
    29: ("KDC_ERR_SVC_UNAVAILABLE", "no domain controller is available"),
    31: ("KRB_AP_ERR_BAD_INTEGRITY", "the ticket cannot be decrypted"),
    32: ("KRB_AP_ERR_TKT_EXPIRED", "the ticket has expired"),
    33: ("KRB_AP_ERR_TKT_NYV", "the ticket is not valid yet: clocks differ"),
    37: ("KRB_AP_ERR_SKEW", "the clocks differ by more than five minutes"),
    41: ("KRB_AP_ERR_MODIFIED", "the server's name is registered to another account"),
    52: ("KRB_ERR_RESPONSE_TOO_BIG", "asked again over TCP, no fault"),
    60: ("KRB_ERR_GENERIC", "no reason given"),
    68: ("KDC_ERR_WRONG_REALM", "the account is of another domain"),
    69: ("KRB_AP_ERR_USER_TO_USER_REQUIRED", "the server wants user-to-user authentication"),
  ]
}
