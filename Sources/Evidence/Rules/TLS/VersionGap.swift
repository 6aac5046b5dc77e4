import CaptureReader
import RDPProtocol
import TCPStreams

/// The versions or ciphers of the two sides do not meet.
struct VersionGap: EvidenceRule {
  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard facts.trace.tls.finished.client == nil, facts.trace.credssp.stage == .notStarted,
      let hello = facts.trace.tls.clientHello
    else { return [] }
    if let answer = facts.trace.tls.serverHello, answer.value.version < 0x0303,
      hello.value.maximumVersion > answer.value.version,
      facts.goodbye?.side == .client || facts.causalAlerts.contains(where: { $0.side == .client })
    {
      return [
        Evidence(
          "tls.version_gap",
          "the client offers up to \(hello.value.maximumVersion.tlsName), the "
            + "server answered \(answer.value.version.tlsName), and the client refused",
          frames: [hello.frame, answer.frame])
      ]
    }
    if facts.trace.tls.serverHello == nil, hello.value.maximumVersion < 0x0303,
      facts.goodbye?.side == .server
    {
      return [
        Evidence(
          "tls.old_client",
          "the client offers no more than \(hello.value.maximumVersion.tlsName)",
          frames: [hello.frame])
      ]
    }
    return []
  }
}

extension UInt16 {
  /// `TLS 1.2` for 0x0303.
  var tlsName: String {
    switch self {
    case 0x0300: "SSL 3.0"
    case 0x0301: "TLS 1.0"
    case 0x0302: "TLS 1.1"
    case 0x0303: "TLS 1.2"
    case 0x0304: "TLS 1.3"
    default: "version 0x" + String(self, radix: 16)
    }
  }
}
