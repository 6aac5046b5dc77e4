import CaptureReader
import RDPProtocol
import TCPStreams

/// What the client could object to in the server's certificate, where it ended the handshake at it.
struct CertificateReport: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsCertificateFindings]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let tls = facts.trace.tls
    guard let certificate = tls.certificate, facts.credssp.stage == .notStarted,
      facts.connectInitial == nil,
      facts.goodbye?.side == .client || facts.causalAlerts.contains(where: { $0.side == .client })
    else { return [] }
    let host = tls.clientHello?.value.serverName
    let findings = certificate.value.findings(at: certificate.frame.time, expecting: host)
      .filter { facts.hasPossibleClock || ($0 != .expired && $0 != .notYetValid) }
    guard !findings.isEmpty else { return [] }
    let reasons = findings.map { certificate.value.reason($0, host: host) }
    return [
      Evidence(
        .tlsCertificateFindings,
        "the server's certificate\(certificate.value.subject.map { " (\($0))" } ?? ""): "
          + reasons.joined(separator: ", "), frames: [certificate.frame])
    ]
  }
}

extension ServerCertificate {
  /// What a finding means for this certificate.
  fileprivate func reason(_ finding: Finding, host: String?) -> String {
    switch finding {
    case .expired: "expired"
    case .notYetValid: "not valid yet"
    case .nameMismatch: "not for \(host ?? "this host")"
    case .selfSigned: "self-signed"
    case .weakSignature: "signed with \(signatureAlgorithm?.name ?? "a weak hash")"
    case .weakKey: "weak key (\(key?.name ?? "unknown"))"
    case .wrongUsage: "not meant for server authentication"
    case .chainOutOfOrder: "its chain is not in order"
    case .unreadable: "cannot be read"
    }
  }
}
