import CaptureReader
import RDPProtocol

/// The NTSTATUS of the server's refusal, read with the session's keys ([MS-CSSP] 2.2.1 errorCode,
/// [MS-ERREF] 2.3.1).
struct RefusalStatus: EvidenceRule {
  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard let inside = facts.trace.decrypted?.credssp else { return [] }
    if let status = inside.errorCode, status.value != 0 {
      let digits = String(status.value, radix: 16, uppercase: true)
      return [
        Evidence(
          Self.code(of: status.value), "the server refused with NTSTATUS 0x\(digits)",
          frames: [status.frame])
      ]
    }
    if let result = inside.earlyAuthorization, result.value != 0 {
      return [
        Evidence(
          "credssp.code_access_denied",
          "Early User Authorization Result \(result.value): the user may not use Remote Desktop",
          frames: [result.frame])
      ]
    }
    return []
  }

  private static func code(of status: UInt32) -> String {
    switch status {
    // wrong password, no such user, logon failure; logon denied (SEC_E)
    case 0xC000_006A, 0xC000_0064, 0xC000_006D, 0x8009_030C: "credssp.code_logon_failure"
    // restriction, hours, workstation, disabled, expired, locked out
    case 0xC000_006E, 0xC000_006F, 0xC000_0070, 0xC000_0072, 0xC000_0193, 0xC000_0234:
      "credssp.code_account_restricted"
    case 0xC000_0071, 0xC000_0224: "credssp.code_password_expired"
    // access denied, logon type not granted, authentication firewall
    case 0xC000_0022, 0xC000_015B, 0xC000_0413: "credssp.code_access_denied"
    default: "credssp.code_other"
    }
  }
}
