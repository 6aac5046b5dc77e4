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
      text += "; the server chose \(TLSNames.version(answer.value.version))"
      if let suite = TLSNames.cipherSuite(answer.value.cipherSuite) { text += ", \(suite)" }
      if let group = tls.group.flatMap(TLSNames.group) { text += ", \(group)" }
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
  public var realCipherSuites: [UInt16] {
    cipherSuites.filter { !Self.isGrease($0) && $0 != 0x00FF && $0 != 0x5600 }
  }

  /// Offers a suite that counts as strong today: AEAD.
  public var offersModernCipher: Bool {
    realCipherSuites.contains { suite in
      guard let name = TLSNames.cipherSuite(suite) else { return false }
      return name.contains("_GCM_") || name.contains("CHACHA20") || name.contains("_CCM")
    }
  }

  /// `TLS 1.3 to TLS 1.0`, or one version.
  public var versionRange: String {
    if let minimum = minimumVersion, minimum < maximumVersion {
      return "\(TLSNames.version(maximumVersion)) to \(TLSNames.version(minimum))"
    }
    return minimumVersion == nil
      ? "up to \(TLSNames.version(maximumVersion))" : TLSNames.version(maximumVersion)
  }

  /// `up to TLS 1.2 with 2 cipher suites (TLS_…, TLS_…)`.
  var offer: String {
    let suites = realCipherSuites
    let names = suites.prefix(Self.namesShown).map {
      TLSNames.cipherSuite($0) ?? TLSNames.hexadecimal($0)
    }
    let count = suites.count == 1 ? "1 cipher suite" : "\(suites.count) cipher suites"
    let more = suites.count > names.count ? " …" : ""
    return versionRange + " with \(count)"
      + (names.isEmpty ? "" : " (\(names.joined(separator: ", "))\(more))")
  }
}
