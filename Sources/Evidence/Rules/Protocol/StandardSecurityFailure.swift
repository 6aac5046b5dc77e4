import CaptureReader
import RDPProtocol
import TCPStreams

/// A server that says goodbye in the middle of the connection sequence of standard RDP security.
///
/// xrdp sends an ultimatum with reason "user requested" 30 ms after a failed MAC check (measured),
/// so the reason counts only once a session is up.
struct StandardSecurityFailure: EvidenceRule {
  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard facts.phase == .mcs || facts.phase == .licensing,
      let ultimatum = facts.trace.mcs.ultimatums.first(where: { $0.side == .server }),
      facts.trace.mcs.active == nil
    else { return [] }
    let encrypts = (facts.trace.mcs.encryptionMethod ?? 0) != 0
    return [
      Evidence(
        encrypts ? "rdp.ultimatum_in_key_exchange" : "rdp.ultimatum_before_activation",
        "the server said goodbye \(encrypts ? "after the key exchange of standard RDP security" : "before the session was up")",
        frames: [facts.trace.mcs.securityExchange ?? facts.trace.mcs.clientInfo, ultimatum.frame])
    ]
  }
}
