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

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let confirm = facts.trace.confirm, case .failure(let code) = confirm.value else {
      return []
    }
    return [
      Evidence(
        Self.evidenceCode(of: code),
        Self.known[code] ?? Self.summary(of: code),
        frames: [facts.trace.request?.frame, confirm.frame])
    ]
  }

  private static func summary(of code: NegotiationFailureCode) -> String {
    "the server answered RDP_NEG_FAILURE \(code) (\(code.name ?? "unknown"))"
  }

  /// The sentences of the codes that servers send, made once.
  private static let known = Dictionary(
    uniqueKeysWithValues: (1...6).map { NegotiationFailureCode(rawValue: $0) }
      .map { ($0, summary(of: $0)) })

  private static func evidenceCode(of failure: NegotiationFailureCode) -> EvidenceCode {
    switch failure {
    case 1: .x224FailureSSLRequired
    case 2: .x224FailureSSLNotAllowed
    case 3: .x224FailureSSLCertNotOnServer
    case 4: .x224FailureInconsistentFlags
    case 5: .x224FailureHybridRequired
    case 6: .x224FailureSSLWithUserAuthRequired
    default: .x224FailureOther
    }
  }
}
