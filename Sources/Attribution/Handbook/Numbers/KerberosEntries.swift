/// Kerberos errors (RFC 4120 §7.5.9) in events 4768, 4769 and 4771 and in decrypted CredSSP.
enum KerberosEntries {
  static let all: [HandbookEntry] = [
    row(
      6, "KDC_ERR_C_PRINCIPAL_UNKNOWN", "user name not known to the domain",
      """
      The domain controller knows no such account: misspelt, or the wrong domain before the name.
      """, fixes: [CommonFix.retypeCredentials], seeAlso: ["credssp.logon_failure"]),
    row(
      7, "KDC_ERR_S_PRINCIPAL_UNKNOWN", "no account for the server's name (SPN)",
      """
      No account, or the wrong one, holds the server's service name; connections by address or alias meet this and fall back to NTLM where that is allowed.
      """, fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      9, "KDC_ERR_NULL_KEY", "the account has no key",
      """
      The account may not log on: disabled, locked, expired or limited. More tries do not help and can prolong a lock.
      """, fixes: [CommonFix.accountState, CommonFix.unlock],
      seeAlso: ["credssp.account_restricted"]),
    row(
      12, "KDC_ERR_POLICY", "workstation or logon-hours rule",
      """
      The account may not log on: disabled, locked, expired or limited. More tries do not help and can prolong a lock.
      """, fixes: [CommonFix.accountState, CommonFix.unlock],
      seeAlso: ["credssp.account_restricted"]),
    row(
      13, "KDC_ERR_BADOPTION", "delegation or option not allowed",
      """
      No account, or the wrong one, holds the server's service name; connections by address or alias meet this and fall back to NTLM where that is allowed.
      """, fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      14, "KDC_ERR_ETYPE_NOTSUPP", "no common encryption type",
      """
      Client, server account and domain controller share no encryption type, often after RC4 was switched off.
      """, fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
    row(
      15, "KDC_ERR_SUMTYPE_NOSUPP", "checksum type not supported",
      """
      Client, server account and domain controller share no encryption type, often after RC4 was switched off.
      """, fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
    row(
      16, "KDC_ERR_PADATA_TYPE_NOSUPP", "smart card logon not possible",
      """
      The certificates of smart card logon do not fit: the user's, or the domain controller's.
      """, fixes: [CommonFix.smartCard], seeAlso: ["credssp.logon_failure"]),
    row(
      18, "KDC_ERR_CLIENT_REVOKED", "account disabled, locked or expired",
      """
      The account may not log on: disabled, locked, expired or limited. More tries do not help and can prolong a lock.
      """, fixes: [CommonFix.accountState, CommonFix.unlock],
      seeAlso: ["credssp.account_restricted"]),
    row(
      23, "KDC_ERR_KEY_EXPIRED", "password expired",
      """
      The password has expired or must be changed first.
      """, fixes: [CommonFix.changePassword], seeAlso: ["credssp.password_expired"]),
    row(
      24, "KDC_ERR_PREAUTH_FAILED", "wrong password",
      """
      The password is wrong. Further tries can lock the account.
      """, fixes: [CommonFix.retypeCredentials], seeAlso: ["credssp.logon_failure"]),
    row(
      25, "KDC_ERR_PREAUTH_REQUIRED", "pre-authentication required (normal first answer)",
      """
      Part of every ordinary exchange; nothing failed yet. What follows decides.
      """, fixes: [CommonFix.nothing], seeAlso: ["credssp.kerberos_error"]),
    row(
      26, "KDC_ERR_SERVER_NOMATCH", "server does not match",
      """
      No account, or the wrong one, holds the server's service name; connections by address or alias meet this and fall back to NTLM where that is allowed.
      """, fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      29, "KDC_ERR_SVC_UNAVAILABLE", "service unavailable",
      """
      The domain controller could not serve the request.
      """, fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
    row(
      31, "KRB_AP_ERR_BAD_INTEGRITY", "integrity check failed",
      """
      No account, or the wrong one, holds the server's service name; connections by address or alias meet this and fall back to NTLM where that is allowed.
      """, fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      32, "KRB_AP_ERR_TKT_EXPIRED", "ticket expired",
      """
      The clocks of client, server and domain controller differ by more than five minutes, or a ticket was used outside its time.
      """, fixes: [CommonFix.fixClock], seeAlso: ["credssp.server_dropped"]),
    row(
      33, "KRB_AP_ERR_TKT_NYV", "ticket not yet valid",
      """
      The clocks of client, server and domain controller differ by more than five minutes, or a ticket was used outside its time.
      """, fixes: [CommonFix.fixClock], seeAlso: ["credssp.server_dropped"]),
    row(
      34, "KRB_AP_ERR_REPEAT", "request repeated",
      """
      The clocks of client, server and domain controller differ by more than five minutes, or a ticket was used outside its time.
      """, fixes: [CommonFix.fixClock], seeAlso: ["credssp.server_dropped"]),
    row(
      37, "KRB_AP_ERR_SKEW", "clocks differ too much",
      """
      The clocks of client, server and domain controller differ by more than five minutes, or a ticket was used outside its time.
      """, fixes: [CommonFix.fixClock], seeAlso: ["credssp.server_dropped"]),
    row(
      41, "KRB_AP_ERR_MODIFIED", "the server could not decrypt the ticket",
      """
      No account, or the wrong one, holds the server's service name; connections by address or alias meet this and fall back to NTLM where that is allowed.
      """, fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      52, "KRB_ERR_RESPONSE_TOO_BIG", "answer too big for UDP (normal, goes on over TCP)",
      """
      Part of every ordinary exchange; nothing failed yet. What follows decides.
      """, fixes: [CommonFix.nothing], seeAlso: ["credssp.kerberos_error"]),
    row(
      60, "KRB_ERR_GENERIC", "general error",
      """
      The domain controller could not serve the request.
      """, fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
    row(
      62, "KDC_ERR_CLIENT_NOT_TRUSTED", "smart card certificate not trusted",
      """
      The certificates of smart card logon do not fit: the user's, or the domain controller's.
      """, fixes: [CommonFix.smartCard], seeAlso: ["credssp.logon_failure"]),
    row(
      63, "KDC_ERR_KDC_NOT_TRUSTED", "domain controller's certificate not trusted",
      """
      The certificates of smart card logon do not fit: the user's, or the domain controller's.
      """, fixes: [CommonFix.smartCard], seeAlso: ["credssp.logon_failure"]),
    row(
      68, "KDC_ERR_WRONG_REALM", "wrong realm",
      """
      The domain controller could not serve the request.
      """, fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
  ]

  private static func row(
    _ number: UInt32, _ name: String, _ title: String, _ meaning: String,
    fixes: [Explanation.Fix], seeAlso: [String]
  ) -> HandbookEntry {
    .numbered(
      .kerberos, number, code: "Kerberos \(number)",
      names: [name, "Kerberos 0x\(number.hexadecimal())"],
      title: "\(name): \(title)", meaning,
      confirm: [
        """
        On the domain controller: Security events 4768, 4769 and 4771 with failure code \
        0x\(number.hexadecimal()). Get-WinEvent -FilterHashtable \
        @{LogName='Security';Id=4768,4769,4771} -MaxEvents 20
        """
      ], fixes: fixes, seeAlso: seeAlso)
  }
}
