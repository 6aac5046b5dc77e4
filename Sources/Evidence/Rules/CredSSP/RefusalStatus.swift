import CaptureReader
import RDPProtocol

/// The NTSTATUS of the server's refusal, read with the session's keys ([MS-CSSP] 2.2.1 errorCode,
/// [MS-ERREF] 2.3.1).
struct RefusalStatus: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .credsspCodeAccessDenied, .credsspKerberosError, .credsspCodeLogonFailure,
    .credsspCodeAccountRestricted, .credsspCodePasswordExpired, .credsspCodeOther,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let decrypted = facts.trace.decrypted else { return [] }
    if let result = decrypted.redirectedResult, result.value != 0 {
      let digits = String(result.value, radix: 16, uppercase: true)
      return [
        Evidence(
          Self.code(of: Self.status(ofRedirected: result.value)),
          "the server refused the redirected log-on with 0x\(digits)", frames: [result.frame])
      ]
    }
    let inside = decrypted.credssp
    let kerberos = kerberosError(inside)
    if let status = inside.errorCode, status.value != 0 {
      return [
        Evidence(
          Self.code(of: status.value),
          "the server refused with NTSTATUS \(status.value.hexadecimal)",
          frames: [status.frame])
      ] + kerberos
    }
    if let result = inside.earlyAuthorization, result.value != 0 {
      return [
        Evidence(
          .credsspCodeAccessDenied,
          "Early User Authorization Result \(result.value): the user may not use Remote Desktop",
          frames: [result.frame])
      ] + kerberos
    }
    return kerberos
  }

  private func kerberosError(_ inside: CredSSPTrace) -> [Evidence] {
    guard let error = inside.kerberosError else { return [] }
    let name = error.value.name.map { " (\($0))" } ?? ""
    let meaning = error.value.meaning.map { ": \($0)" } ?? ""
    return [
      Evidence(
        .credsspKerberosError, "Kerberos error \(error.value)\(name)\(meaning)",
        frames: [error.frame])
    ]
  }

  /// The NTSTATUS of RDSTLS's Win32 error, or of the HRESULT that RDSAAD wraps one in.
  private static func status(ofRedirected result: UInt32) -> NTStatus {
    switch result {
    case 0x5, 0x8007_0005: 0xC000_0022
    case 0x52E: 0xC000_006D
    case 0x530: 0xC000_006F
    case 0x532: 0xC000_0071
    case 0x533: 0xC000_0072
    case 0x773: 0xC000_0224
    case 0x775: 0xC000_0234
    // FACILITY_NT_BIT
    case 0xD000_0000...0xDFFF_FFFF: NTStatus(rawValue: result & ~0x1000_0000)
    default: NTStatus(rawValue: result)
    }
  }

  private static func code(of status: NTStatus) -> EvidenceCode {
    switch status {
    // wrong password, no such user, logon failure; logon denied (SEC_E)
    case 0xC000_006A, 0xC000_0064, 0xC000_006D, 0x8009_030C: .credsspCodeLogonFailure
    // restriction, hours, workstation, disabled, expired, locked out
    case 0xC000_006E, 0xC000_006F, 0xC000_0070, 0xC000_0072, 0xC000_0193, 0xC000_0234:
      .credsspCodeAccountRestricted
    case 0xC000_0071, 0xC000_0224: .credsspCodePasswordExpired
    // access denied, logon type not granted, authentication firewall
    case 0xC000_0022, 0xC000_015B, 0xC000_0413: .credsspCodeAccessDenied
    default: .credsspCodeOther
    }
  }
}
