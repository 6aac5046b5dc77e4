/// What the status of a refused log-on says.
enum LogonStatus {
  /// The finding for an NTSTATUS; nil where the number tells no reason that is known.
  static func finding(ntStatus: UInt32) -> (code: String, words: String)? {
    switch ntStatus {
    case 0xc000_006d: ("log.logon_refused", "unknown user or wrong password")
    case 0xc000_006a: ("log.logon_refused", "wrong password")
    case 0xc000_0064: ("log.logon_refused", "no such user")
    case 0xc000_0234: ("log.account_restricted", "the account is locked out")
    case 0xc000_0072: ("log.account_restricted", "the account is disabled")
    case 0xc000_0193: ("log.account_restricted", "the account is expired")
    case 0xc000_006e: ("log.account_restricted", "an account restriction")
    case 0xc000_006f: ("log.account_restricted", "outside of the account's hours")
    case 0xc000_0070: ("log.account_restricted", "not from this workstation")
    case 0xc000_0413: ("log.account_restricted", "the authentication firewall")
    case 0xc000_0071: ("log.password_expired", "the password is expired")
    case 0xc000_0224: ("log.password_expired", "the password must be changed")
    case 0xc000_015b: ("log.logon_type_denied", "the account may not log on this way")
    case 0xc000_0022: ("log.access_denied", "access is denied")
    case 0xc000_005e: ("log.no_authority", "no domain controller answers")
    case 0xc000_0133: ("log.no_authority", "the clocks differ too much")
    case 0xc000_018b, 0xc000_018c, 0xc000_018d:
      ("log.no_authority", "the trust to the domain is broken")
    default: nil
    }
  }

  /// The finding for a symbolic code of Azure Virtual Desktop.
  static func finding(symbol: String) -> (code: String, words: String)? {
    if symbol.contains("PasswordExpired") || symbol.contains("MustChange")
      || symbol.contains("CredentialsExpired")
    {
      return ("log.password_expired", "the password is expired or must be changed")
    }
    if ["Locked", "Disabled", "AccountExpired", "Restriction"].contains(where: symbol.contains) {
      return ("log.account_restricted", "the account is locked, disabled, expired or restricted")
    }
    return ("log.logon_refused", "the user name or password is not right")
  }

  /// The finding for FreeRDP's own code.
  static func finding(freeRDP: UInt32) -> (code: String, words: String)? {
    switch freeRDP {
    case 0x20014, 0x20015: ("log.logon_refused", "unknown user or wrong password")
    case 0x2000e, 0x20013: ("log.password_expired", "the password is expired or must be changed")
    case 0x20010, 0x20012, 0x20017, 0x20018, 0x20019:
      ("log.account_restricted", "the account is locked, disabled, expired or restricted")
    case 0x20016: ("log.access_denied", "access is denied")
    case 0x2001a: ("log.logon_type_denied", "the account may not log on this way")
    case 0x20011: ("log.no_authority", "no domain controller answers")
    default: nil
    }
  }

  /// The finding for a SEC_E code of RdpCoreTS 139 and of SSPI.
  static func finding(hresult: UInt32) -> (code: String, words: String)? {
    switch hresult {
    case 0x8009_030c, 0x8009_030e: ("log.logon_refused", "the log-on was denied")
    case 0x8009_030f:
      ("log.logon_refused", "the client's answer is wrong, most likely the password")
    case 0x8009_0331: ("log.tls_cipher", "no common TLS algorithm")
    case 0x8009_0302: ("log.tls_version", "the function or TLS version is not supported")
    case 0x8009_0328: ("log.certificate_expired", "the certificate is expired")
    case 0x8009_0325, 0x8009_0327: ("log.certificate_refused", "the certificate is not trusted")
    default: nil
    }
  }
}
