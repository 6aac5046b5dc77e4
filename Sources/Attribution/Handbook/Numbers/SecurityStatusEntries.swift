/// SSPI status values (`SEC_E_…`) in client and server logs ([MS-ERREF] 2.1.1).
enum SecurityStatusEntries {
  typealias Fix = Explanation.Fix

  static func row(
    _ number: UInt32, _ name: String, _ meaning: String, fixes: [Fix], seeAlso: [String],
    names: [String] = []
  ) -> HandbookEntry {
    .numbered(
      .securityStatus, number, code: "SEC_E 0x\(number.hexadecimal(width: 8))",
      names: ["SEC_E_\(name)"] + names, title: "SEC_E_\(name)", meaning,
      confirm: [
        "The same number in RdpCoreTS event 139 (server) or in event 226 (client).",
        Check.schannel, Check.failedLogon,
      ], fixes: fixes, seeAlso: seeAlso)
  }

  static let all: [HandbookEntry] =
    common + (kerberos + smartCard + rare).map(\.byCodeAlone)

  private static let common: [HandbookEntry] = [
    row(
      0x8009_0302, "UNSUPPORTED_FUNCTION",
      "The function asked for is not supported: NTLM blocked, or CredSSP versions that do not fit.",
      fixes: [CommonFix.ntlmBlocked, CommonFix.patchCredSSP],
      seeAlso: ["credssp.encryption_oracle"]),
    row(
      0x8009_0303, "TARGET_UNKNOWN", "No account is known for the server's name (SPN).",
      fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      0x8009_0304, "INTERNAL_ERROR",
      """
      The local security authority failed or was not reachable. As a client's text ("the Local \
      Security Authority cannot be contacted") it stands for several things, in order: the \
      password expired or must be changed at the first logon, the server reaches no domain \
      controller, the account may not log on here, CredSSP or TLS do not fit.
      """,
      fixes: [CommonFix.accountState, CommonFix.domainController, CommonFix.serverLog],
      seeAlso: ["credssp.password_expired", "credssp.server_dropped", "event 139"]),
    row(
      0x8009_0308, "INVALID_TOKEN", "The security message received was not valid.",
      fixes: [CommonFix.updateBoth, CommonFix.portOwner], seeAlso: ["protocol.malformed"]),
    row(
      0x8009_030C, "LOGON_DENIED", "The logon was refused.",
      fixes: [CommonFix.retypeCredentials, CommonFix.accountState],
      seeAlso: ["credssp.logon_failure"]),
    row(
      0x8009_030D, "UNKNOWN_CREDENTIALS",
      """
      The security package did not accept the credentials it was handed: a saved or smart card \
      credential that no longer fits, a certificate whose private key is not readable, a damaged \
      user profile.
      """,
      fixes: [CommonFix.retypeCredentials, CommonFix.privateKey],
      seeAlso: ["credssp.client_withdrew", "event 36870", "subject saved credentials"]),
    row(
      0x8009_030E, "NO_CREDENTIALS", "No credentials were available.",
      fixes: [CommonFix.retypeCredentials, CommonFix.delegationPolicy],
      seeAlso: ["credssp.client_withdrew"]),
    row(
      0x8009_030F, "MESSAGE_ALTERED",
      """
      A message failed its integrity check. FreeRDP servers log it for a wrong password, because \
      the key derived from it does not fit.
      """,
      fixes: [CommonFix.retypeCredentials, CommonFix.exemptInspection],
      seeAlso: ["credssp.logon_failure", "tls.intercepted"]),
    row(
      0x8009_0311, "NO_AUTHENTICATING_AUTHORITY", "No domain controller could be reached.",
      fixes: [CommonFix.domainController], seeAlso: ["credssp.stalled"]),
    row(
      0x8009_0322, "WRONG_PRINCIPAL",
      """
      The server is not the account the ticket was made for: the name TERMSRV/HOST is missing, \
      double, or on another account.
      """,
      fixes: [CommonFix.kerberosName], seeAlso: ["credssp.client_withdrew"]),
    row(
      0x8009_0325, "UNTRUSTED_ROOT", "The certificate's issuer is not trusted.",
      fixes: [CommonFix.trustCertificate, CommonFix.acceptCertificate],
      seeAlso: ["tls.certificate_rejected", "TLS alert 48"]),
    row(
      0x8009_0326, "ILLEGAL_MESSAGE",
      "A TLS message was unexpected or wrong; on a client often the server's fatal alert.",
      fixes: [CommonFix.enableTLS12, CommonFix.cipherSuites, CommonFix.portOwner],
      seeAlso: ["tls.alert", "tls.version_mismatch"]),
    row(
      0x8009_0327, "CERT_UNKNOWN", "The certificate was refused for an unknown reason.",
      fixes: [CommonFix.renewCertificate, CommonFix.trustCertificate],
      seeAlso: ["tls.certificate_rejected", "TLS alert 46"]),
    row(
      0x8009_0328, "CERT_EXPIRED", "The certificate has expired.",
      fixes: [CommonFix.renewCertificate, CommonFix.fixClock],
      seeAlso: ["tls.certificate_expired", "TLS alert 45"]),
    row(
      0x8009_0330, "DECRYPT_FAILURE", "Data could not be decrypted.",
      fixes: [CommonFix.adapterOffload, CommonFix.updateBoth], seeAlso: ["tls.bad_record"]),
    row(
      0x8009_0331, "ALGORITHM_MISMATCH", "No algorithm in common.",
      fixes: [CommonFix.cipherSuites, CommonFix.enableTLS12], seeAlso: ["tls.cipher_mismatch"]),
    row(
      0x8009_0346, "BAD_BINDINGS",
      """
      The logon is bound to another TLS connection than the server's: a device between breaks \
      TLS open.
      """,
      fixes: [CommonFix.whoInterferes, CommonFix.exemptInspection, CommonFix.captureBothEnds],
      seeAlso: ["credssp.server_identity", "tls.intercepted"]),
    row(
      0x8009_0349, "CERT_WRONG_USAGE", "The certificate is not meant for this use.",
      fixes: [
        Fix("Issue a certificate with Server Authentication usage and bind it."),
        CommonFix.certificateBinding,
      ],
      seeAlso: ["tls.certificate_rejected", "TLS alert 43"]),
    row(
      0x8009_035F, "POLICY_NLTM_ONLY",
      """
      Only NTLM was possible, and policy does not allow sending credentials after NTLM alone. \
      (The system's own name swaps two letters.)
      """,
      fixes: [CommonFix.kerberosName, CommonFix.delegationPolicy],
      seeAlso: ["mstsc 0x1707", "credssp.client_withdrew"], names: ["SEC_E_POLICY_NTLM_ONLY"]),
  ]
}
