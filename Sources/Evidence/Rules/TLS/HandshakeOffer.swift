import CaptureReader
public import RDPProtocol
import TCPStreams

/// What the two sides offered, where the handshake failed: the numbers behind "nothing in common".
struct HandshakeOffer: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsOffer]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let tls = facts.trace.tls
    guard facts.phase == .tls, facts.tlsFinished.client == nil, let hello = tls.clientHello,
      facts.goodbye != nil || facts.causalAlerts.contains(where: { !$0.isEncrypted })
    else { return [] }
    var text = "the client offered \(hello.value.offer)"
    if let answer = tls.serverHello {
      text += "; the server chose \(answer.value.version.text)"
      if let suite = answer.value.cipherSuite.name { text += ", \(suite)" }
      if let group = tls.group?.name { text += ", \(group)" }
    } else {
      text += "; the server chose nothing"
    }
    return [Evidence(.tlsOffer, text, frames: [hello.frame, tls.serverHello?.frame])]
  }
}

extension ClientHello {
  /// Names shown of a list.
  private static let namesShown = 3

  /// The suites that encrypt; signals that stand among them (RFC 5746, RFC 7507) are left out.
  public var realCipherSuites: [CipherSuite] {
    cipherSuites.filter { !$0.isGrease && $0 != 0x00FF && $0 != 0x5600 }
  }

  /// Offers a suite that counts as strong today: AEAD.
  public var offersModernCipher: Bool {
    realCipherSuites.contains { suite in
      guard let name = suite.name else { return false }
      return name.contains("_GCM_") || name.contains("CHACHA20") || name.contains("_CCM")
    }
  }

  /// `TLS 1.3 to TLS 1.0`, or one version.
  public var versionRange: String {
    if let minimum = minimumVersion, minimum < maximumVersion {
      return "\(maximumVersion.text) to \(minimum.text)"
    }
    return minimumVersion == nil ? "up to \(maximumVersion.text)" : maximumVersion.text
  }

  /// `up to TLS 1.2 with 2 cipher suites (TLS_…, TLS_…)`.
  var offer: String {
    let suites = realCipherSuites
    let names = suites.prefix(Self.namesShown).map { $0.name ?? $0.hexadecimal }
    let count = suites.count == 1 ? "1 cipher suite" : "\(suites.count) cipher suites"
    let more = suites.count > names.count ? " …" : ""
    return versionRange + " with \(count)"
      + (names.isEmpty ? "" : " (\(names.joined(separator: ", "))\(more))")
  }
}
