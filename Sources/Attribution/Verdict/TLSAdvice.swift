import Evidence
import RDPProtocol
import TCPStreams

/// Which side of a failed TLS handshake must change, and what, where the hellos show it.
enum TLSAdvice {
  struct Advice {
    var summary: String
    var nextAction: String
  }

  static func advice(for code: VerdictCode, facts: WireFacts) -> Advice? {
    switch code {
    case .tlsVersionMismatch: version(facts)
    case .tlsCipherMismatch: cipher(facts)
    default: nil
    }
  }

  private static func version(_ facts: WireFacts) -> Advice? {
    let tls = facts.trace.tls
    guard let hello = tls.clientHello?.value else { return nil }
    // inappropriate_fallback: both could do more (RFC 7507).
    if facts.alerts.contains(where: { $0.code == 86 }) { return nil }
    let offer = hello.versionRange
    if let answer = tls.serverHello?.value {
      let chosen = answer.version.text
      return Advice(
        summary:
          "The server answers with \(chosen), and the client, which offers \(offer), does not "
          + "accept that.",
        nextAction: "Change the server: update it, or enable TLS 1.2 on it (\(key("Server"))).")
    }
    if hello.maximumVersion < 0x0303 {
      return Advice(
        summary: "The client offers \(offer), which the server does not accept.",
        nextAction: "Change the client: update it, or enable TLS 1.2 on it (\(key("Client"))). "
          + "Lowering the server instead would weaken all its connections.")
    }
    if hello.maximumVersion == 0x0303 {
      return Advice(
        summary: "The client offers \(offer), and the server demands something else, most likely "
          + "TLS 1.3.",
        nextAction: "Change either side: update the client to one that speaks TLS 1.3, or let the "
          + "server accept TLS 1.2 (Windows: \(key("Server")); xrdp: ssl_protocols in xrdp.ini).")
    }
    return Advice(
      summary: "The client offers \(offer), and the server accepts none of it: it is older, or "
        + "limited to older versions.",
      nextAction: "Change the server: update it, or enable TLS 1.2 on it (\(key("Server"))).")
  }

  private static func key(_ role: String) -> String {
    "SCHANNEL\\Protocols\\TLS 1.2\\\(role): Enabled = 1, DisabledByDefault = 0"
  }

  private static func cipher(_ facts: WireFacts) -> Advice? {
    guard let hello = facts.trace.tls.clientHello?.value else { return nil }
    let suites = hello.realCipherSuites
    guard let first = suites.first else { return nil }
    let name = first.name ?? first.hexadecimal
    let offer = suites.count == 1 ? "only \(name)" : "\(suites.count) cipher suites, first \(name)"
    if hello.maximumVersion < 0x0303 {
      // GCM and SHA-256 came with TLS 1.2: enabling such a suite would do nothing.
      return Advice(
        summary:
          "The client offers \(offer) for \(hello.versionRange) only, and the server accepts none.",
        nextAction:
          "Change the client: update it, or enable TLS 1.2 on it (\(key("Client"))); the suites "
          + "that the server accepts need it.")
    }
    if !hello.offersModernCipher {
      return Advice(
        summary: "The client offers \(offer), all of them old, and the server accepts none.",
        nextAction:
          "Change the client: enable an ECDHE-GCM suite on it (Windows: Enable-TlsCipherSuite "
          + "-Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384), or update it.")
    }
    return Advice(
      summary: "The client offers \(offer), and the server found no suite, group or signature "
        + "algorithm that it accepts.",
      nextAction:
        "Compare the client's offer with the server's list (Windows: Get-TlsCipherSuite, policy "
        + "SSL Cipher Suite Order) and with its certificate's key, and enable what is missing on the "
        + "side that is narrower.")
  }
}
