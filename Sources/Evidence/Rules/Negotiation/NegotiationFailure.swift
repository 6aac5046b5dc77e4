import CaptureReader
import RDPProtocol
import TCPStreams

/// The server refuses the requested security protocols and says why ([MS-RDPBCGR] 2.2.1.2.2).
struct NegotiationFailure: EvidenceRule {
  static let codes: [UInt32: String] = [
    1: "ssl_required", 2: "ssl_not_allowed", 3: "ssl_cert_not_on_server", 4: "inconsistent_flags",
    5: "hybrid_required", 6: "ssl_with_user_auth_required",
  ]

  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard let confirm = facts.trace.confirm, case .failure(let code) = confirm.value else {
      return []
    }
    let name = Self.codes[code] ?? "other"
    return [
      Evidence(
        "x224.failure_\(name)",
        "the server answered RDP_NEG_FAILURE \(code) (\(name.uppercased())\(code <= 6 && code > 0 ? "_BY_SERVER" : ""))",
        frames: [facts.trace.request?.frame, confirm.frame])
    ]
  }
}
