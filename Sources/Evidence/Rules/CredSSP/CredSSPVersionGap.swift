import CaptureReader
import RDPProtocol
import TCPStreams

/// With keys: one side speaks CredSSP below version 5, which CVE-2018-0886's updates brought, and the
/// exchange ends early ([MS-CSSP] 3.1.5; Encryption Oracle Remediation refuses exactly this pair).
struct CredSSPVersionGap: EvidenceRule {
  static let yields: [EvidenceCode] = [.credsspOldServerVersion, .credsspOldClientVersion]

  /// The first version with the updated binding.
  static let patched = 5

  func evidence(in facts: WireFacts) -> [Evidence] {
    let credssp = facts.credssp
    guard let inside = facts.trace.decrypted?.credssp, inside.errorCode == nil,
      credssp.stage >= .challenge, credssp.stage < .credentials
    else { return [] }
    if let version = inside.version.server, version < Self.patched, credssp.clientLeft != nil {
      return [
        Evidence(
          .credsspOldServerVersion,
          "the server speaks CredSSP version \(version) and the client left: updates of 2018 forbid "
            + "it to go on with an older server",
          frames: [credssp.lastRecord?.frame, credssp.clientLeft])
      ]
    }
    if let version = inside.version.client, version < Self.patched, credssp.refusal != nil {
      return [
        Evidence(
          .credsspOldClientVersion,
          "the client speaks CredSSP version \(version) and the server ended the exchange",
          frames: [credssp.refusalFrame])
      ]
    }
    return []
  }
}
