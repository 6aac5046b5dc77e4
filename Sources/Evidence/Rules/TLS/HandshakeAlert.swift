import CaptureReader
import RDPProtocol
import TCPStreams

/// A TLS alert in the clear that ends the handshake (RFC 8446 §6.2, [MS-RDPBCGR] 5.4.5.2.2).
///
/// A warning ends nothing by itself (RFC 5246 §7.2): it counts where the handshake came to its end
/// with it. In TLS 1.3 the level says nothing.
struct HandshakeAlert: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tlsAlertVersion, .tlsAlertCipher, .tlsAlertOther, .tlsAlertCertificateExpired,
    .tlsAlertCertificate, .tlsAlertRecord, .tlsAlertAccessDenied,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let alerts = facts.causalAlerts.filter { !$0.isEncrypted && $0.code != .closeNotify }
    let isFatal = { (alert: TLSAlert) in alert.level != 1 || facts.trace.tls.isTLS13 }
    guard let alert = alerts.first(where: isFatal) ?? (isStopped(facts) ? alerts.first : nil),
      let code = alert.code
    else { return [] }
    return [
      // Seen from one side only, it can be the answer to what the other did.
      Evidence(
        Self.evidenceCode(of: code, from: alert.side, facts),
        strength: facts.connection.isOneSided ? 0.35 : 1,
        "the \(alert.side) sent TLS alert \(code)\(code.name.map { " (\($0))" } ?? "")",
        frames: [alert.frame])
    ]
  }

  /// The handshake did not go on to anything.
  private func isStopped(_ facts: WireFacts) -> Bool {
    facts.phase <= .tls && facts.tlsFinished.client == nil
      && facts.trace.tls.applicationRecords.client == 0
  }

  private static func evidenceCode(
    of code: AlertDescription, from side: Side, _ facts: WireFacts
  ) -> EvidenceCode {
    switch code {
    case 70, 86: return .tlsAlertVersion
    case 40, 71:
      return side == .server || facts.trace.tls.serverHelloFrame == nil
        ? .tlsAlertCipher : .tlsAlertOther
    case 45: return .tlsAlertCertificateExpired
    case 41, 42, 43, 44, 46, 48:
      return side == .client ? .tlsAlertCertificate : .tlsAlertOther
    // What could not be read one direction does not show: damage, or a message that this side knows not.
    case 50 where facts.connection.isOneSided: return .tlsAlertOther
    case 20, 21, 22, 50, 51: return .tlsAlertRecord
    case 49: return .tlsAlertAccessDenied
    default: return .tlsAlertOther
    }
  }
}
