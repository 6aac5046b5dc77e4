/// A KRB-ERROR that a log-on meets (RFC 4120 §7.5.9).
public struct KerberosErrorCode: OpenCode {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What it means for a log-on, in one clause.
  public var meaning: String? { Self.meanings[rawValue] }

  private static let meanings: [UInt32: String] = [
    6: "the account does not exist in that domain",
    7: "the server's name (TERMSRV/host) is not registered",
    12: "the domain's policy forbids the log-on",
    14: "no encryption type in common",
    18: "the account is locked, disabled, expired or out of hours",
    23: "the password has expired",
    24: "the password is wrong",
    25: "the usual first answer, no fault",
    29: "no domain controller is available",
    31: "the ticket cannot be decrypted",
    32: "the ticket has expired",
    33: "the ticket is not valid yet: clocks differ",
    37: "the clocks differ by more than five minutes",
    41: "the server's name is registered to another account",
    52: "asked again over TCP, no fault",
    60: "no reason given",
    68: "the account is of another domain",
    69: "the server wants user-to-user authentication",
  ]

  public static let names: [UInt32: String] = [
    6: "KDC_ERR_C_PRINCIPAL_UNKNOWN",
    7: "KDC_ERR_S_PRINCIPAL_UNKNOWN",
    12: "KDC_ERR_POLICY",
    14: "KDC_ERR_ETYPE_NOSUPP",
    18: "KDC_ERR_CLIENT_REVOKED",
    23: "KDC_ERR_KEY_EXPIRED",
    24: "KDC_ERR_PREAUTH_FAILED",
    25: "KDC_ERR_PREAUTH_REQUIRED",
    29: "KDC_ERR_SVC_UNAVAILABLE",
    31: "KRB_AP_ERR_BAD_INTEGRITY",
    32: "KRB_AP_ERR_TKT_EXPIRED",
    33: "KRB_AP_ERR_TKT_NYV",
    37: "KRB_AP_ERR_SKEW",
    41: "KRB_AP_ERR_MODIFIED",
    52: "KRB_ERR_RESPONSE_TOO_BIG",
    60: "KRB_ERR_GENERIC",
    68: "KDC_ERR_WRONG_REALM",
    69: "KRB_AP_ERR_USER_TO_USER_REQUIRED",
  ]
}
