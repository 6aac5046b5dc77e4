import CaptureReader
import RDPProtocol
import TCPStreams

/// The server refuses the requested security protocols and says why ([MS-RDPBCGR] 2.2.1.2.2).
struct NegotiationFailure: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .x224FailureSSLRequired, .x224FailureSSLNotAllowed, .x224FailureSSLCertNotOnServer,
    .x224FailureInconsistentFlags, .x224FailureHybridRequired,
    .x224FailureSSLWithUserAuthRequired, .x224FailureOther,
  ]

  /// Failure codes of [MS-RDPBCGR] 2.2.1.2.2 with their names there.
  private static let known: [UInt32: (evidence: EvidenceCode, name: String)] = [
    1: (.x224FailureSSLRequired, "SSL_REQUIRED_BY_SERVER"),
    2: (.x224FailureSSLNotAllowed, "SSL_NOT_ALLOWED_BY_SERVER"),
    3: (.x224FailureSSLCertNotOnServer, "SSL_CERT_NOT_ON_SERVER"),
    4: (.x224FailureInconsistentFlags, "INCONSISTENT_FLAGS"),
    5: (.x224FailureHybridRequired, "HYBRID_REQUIRED_BY_SERVER"),
    6: (.x224FailureSSLWithUserAuthRequired, "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER"),
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let confirm = facts.trace.confirm, case .failure(let code) = confirm.value else {
      return []
    }
    let failure = Self.known[code] ?? (.x224FailureOther, "unknown")
    return [
      Evidence(
        failure.evidence, "the server answered RDP_NEG_FAILURE \(code) (\(failure.name))",
        frames: [facts.trace.request?.frame, confirm.frame])
    ]
  }
}
