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
    let alerts = facts.causalAlerts.filter { !$0.isEncrypted && $0.code != 0 }
    let isFatal = { (alert: TLSAlert) in alert.level != 1 || facts.trace.tls.isTLS13 }
    guard let alert = alerts.first(where: isFatal) ?? (isStopped(facts) ? alerts.first : nil),
      let code = alert.code
    else { return [] }
    return [
      // Seen from one side only, it can be the answer to what the other did.
      Evidence(
        Self.evidenceCode(of: code, from: alert.side, facts),
        strength: facts.connection.isOneSided ? 0.35 : 1,
        "the \(alert.side) sent TLS alert \(code)\(Self.names[code].map { " (\($0))" } ?? "")",
        frames: [alert.frame])
    ]
  }

  /// The handshake did not go on to anything.
  private func isStopped(_ facts: WireFacts) -> Bool {
    facts.phase <= .tls && facts.tlsFinished.client == nil
      && facts.trace.tls.applicationRecords.client == 0
  }

  private static func evidenceCode(
    of code: UInt8, from side: Side, _ facts: WireFacts
  ) -> EvidenceCode {
    switch code {
    case 70, 86: return .tlsAlertVersion
    case 40, 71:
      return side == .server || facts.trace.tls.serverHelloFrame == nil
        ? .tlsAlertCipher : .tlsAlertOther
    case 45: return .tlsAlertCertificateExpired
    case 41, 42, 43, 44, 46, 48:
      return side == .client ? .tlsAlertCertificate : .tlsAlertOther
    case 20, 21, 22, 50, 51: return .tlsAlertRecord
    case 49: return .tlsAlertAccessDenied
    default: return .tlsAlertOther
    }
  }

  static let names: [UInt8: String] = [
    0: "close_notify", 10: "unexpected_message", 20: "bad_record_mac", 21: "decryption_failed",
    22: "record_overflow", 40: "handshake_failure", 42: "bad_certificate",
    43: "unsupported_certificate", 44: "certificate_revoked", 45: "certificate_expired",
    46: "certificate_unknown", 47: "illegal_parameter", 48: "unknown_ca", 49: "access_denied",
    50: "decode_error", 51: "decrypt_error", 60: "export_restriction", 70: "protocol_version",
    71: "insufficient_security",
    80: "internal_error", 86: "inappropriate_fallback", 90: "user_canceled",
    100: "no_renegotiation",
    109: "missing_extension", 110: "unsupported_extension", 111: "certificate_unobtainable",
    112: "unrecognized_name", 113: "bad_certificate_status_response",
    114: "bad_certificate_hash_value",
    115: "unknown_psk_identity", 116: "certificate_required", 120: "no_application_protocol",
    121: "ech_required",
  ]
}
