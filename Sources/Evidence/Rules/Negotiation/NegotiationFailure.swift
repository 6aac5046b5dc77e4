import CaptureReader
import RDPProtocol
import TCPStreams

/// The server refuses the requested security protocols and says why ([MS-RDPBCGR] 2.2.1.2.2).
struct NegotiationFailure: EvidenceRule {
  /// Failure codes of [MS-RDPBCGR] 2.2.1.2.2 with their names there.
  private static let known: [UInt32: (evidence: String, name: String)] = [
    1: ("x224.failure_ssl_required", "SSL_REQUIRED_BY_SERVER"),
    2: ("x224.failure_ssl_not_allowed", "SSL_NOT_ALLOWED_BY_SERVER"),
    3: ("x224.failure_ssl_cert_not_on_server", "SSL_CERT_NOT_ON_SERVER"),
    4: ("x224.failure_inconsistent_flags", "INCONSISTENT_FLAGS"),
    5: ("x224.failure_hybrid_required", "HYBRID_REQUIRED_BY_SERVER"),
    6: ("x224.failure_ssl_with_user_auth_required", "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER"),
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let confirm = facts.trace.confirm, case .failure(let code) = confirm.value else {
      return []
    }
    let failure = Self.known[code] ?? ("x224.failure_other", "unknown")
    return [
      Evidence(
        failure.evidence, "the server answered RDP_NEG_FAILURE \(code) (\(failure.name))",
        frames: [facts.trace.request?.frame, confirm.frame])
    ]
  }
}
