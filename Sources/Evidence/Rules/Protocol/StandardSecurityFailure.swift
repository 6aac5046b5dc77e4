import CaptureReader
import RDPProtocol
import TCPStreams

/// A server that says goodbye in the middle of the connection sequence of standard RDP security.
///
/// xrdp sends an ultimatum with reason "user requested" 30 ms after a failed MAC check (measured),
/// so the reason counts only once a session is up.
struct StandardSecurityFailure: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .rdpUltimatumInKeyExchange, .rdpUltimatumBeforeActivation, .mcsStandardSecurityRefused,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .mcs || facts.phase == .licensing,
      let ultimatum = facts.ultimatums.first(where: { $0.side == .server }),
      !facts.isActive
    else { return [] }
    let encrypts = (facts.trace.mcs.encryptionMethod ?? 0) != 0
    return [refusal(facts, ultimatum)].compactMap { $0 } + [
      Evidence(
        encrypts ? .rdpUltimatumInKeyExchange : .rdpUltimatumBeforeActivation,
        "the server said goodbye \(encrypts ? "after the key exchange of standard RDP security" : "before the session was up")",
        frames: [facts.trace.mcs.securityExchange ?? facts.trace.mcs.clientInfo, ultimatum.frame])
    ]
  }

  /// A client that offered no TLS got no further than its first MCS message: servers that demand TLS
  /// let such a client through X.224, which has no failure code for clients without a negotiation
  /// request (MS-RDPBCGR 2.2.1.2), and turn it away here (xrdp 0.9 with security_layer=tls, measured).
  private func refusal(_ facts: WireFacts, _ ultimatum: DisconnectUltimatum) -> Evidence? {
    guard facts.trace.tls.clientHelloFrame == nil, facts.trace.mcs.connectResponse == nil,
      facts.trace.mcs.encryptionMethod == nil,
      // A Connect Initial that says nothing of a client is a scanner's, and refused for itself.
      facts.trace.mcs.clientData != nil || facts.surroundings.snapped,
      let request = facts.trace.request?.value,
      (request.requestedProtocols ?? []).isDisjoint(with: [.ssl, .hybrid, .hybridEx])
    else { return nil }
    return Evidence(
      .mcsStandardSecurityRefused,
      "the client offered standard RDP security only, and the server ended at its first message",
      frames: [facts.connectInitial, ultimatum.frame])
  }
}
