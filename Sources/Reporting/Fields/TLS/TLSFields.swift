import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// What was read of TLS, in the clear or from the outside of its records.
enum TLSFields {
  static let record = Record<WireFacts>(
    "tls", "what was read of TLS, in the clear or from the outside of its records",
    chosen + offered + handshake + outcome)

  private static let chosen: [Field<WireFacts>] = [
    Field("version", "version that was agreed", columns: [.value]) {
      $0.trace.tls.versionName
    },
    Field("cipher", "cipher suite that was agreed", optional: TLSNumber.record) {
      $0.cipherSuite.map { TLSNumber($0) }
    },
    Field(
      "group", "group of the key exchange that the server chose", optional: TLSNumber.record,
      columns: FieldColumn.none
    ) { $0.trace.tls.group.map { TLSNumber($0) } },
    Field("prime_bits", "bits of the prime of a Diffie-Hellman exchange without a group") {
      guard case .prime(let bits) = $0.trace.tls.keyExchange else { return nil as Int? }
      return bits
    },
    Field("server_name", "server name that the client asked for", columns: [.value]) {
      $0.hello?.serverName
    },
    Field("alpn", "application protocol that the server chose") {
      $0.trace.tls.serverHello?.value.applicationProtocol.map(text)
    },
  ]

  private static let offered: [Field<WireFacts>] = [
    Field(
      "offered_versions", "versions that the client offered, highest first", columns: [.value]
    ) {
      $0.hello.map(versions(offeredBy:))
    },
    Field("offered_ciphers", "cipher suites that it offered", optionalList: TLSNumber.record) {
      $0.hello.map { numbers($0.cipherSuites) }
    },
    Field("offered_groups", "groups that it offered", optionalList: TLSNumber.record) {
      $0.hello.map { numbers($0.groups) }
    },
    Field(
      "offered_signature_algorithms", "signature algorithms that it offered",
      optionalList: TLSNumber.record
    ) { $0.hello.map { numbers($0.signatureAlgorithms) } },
    Field("offered_alpn", "application protocols that it offered") {
      $0.hello?.applicationProtocols.map(text)
    },
    Field("resumption_offered", "the client offered to go on with an earlier session") {
      $0.hello?.offersResumption
    },
  ]

  private static let handshake: [Field<WireFacts>] = [
    Field("resumption", "how an earlier session was gone on with; null without an answer") {
      $0.trace.tls.resumption
    },
    Field("hello_retry_request", "the server asked for another hello") {
      $0.trace.tls.helloRetryRequest != nil
    },
    Field("downgrade", "the server marks that it could do a newer version (RFC 8446 §4.1.3)") {
      $0.trace.tls.serverHello?.value.downgradeSentinel
    },
    Field("ssl2_hello", "the client opened with SSL 2.0's form of a hello") {
      $0.hello?.isSSL2Form ?? false
    },
    Field("not_tls", "what a side sent where TLS was due", optional: foreign) {
      ForeignView($0.trace.tls)
    },
    Field("certificate_requested", "the server asked for the client's certificate") {
      $0.trace.tls.certificateRequested
    },
    Field("mid_stream", "the capture starts after the handshake") { $0.trace.tls.midStream },
    Field("ja3", "fingerprint of the client's hello", as: .pattern("^[0-9a-f]{32}$")) {
      $0.hello?.ja3
    },
    Field("ja3s", "fingerprint of the server's hello", as: .pattern("^[0-9a-f]{32}$")) {
      $0.trace.tls.serverHello?.value.ja3s
    },
    Field("ja4", "newer fingerprint of the client's hello") { $0.hello?.ja4 },
  ]

  private static let outcome: [Field<WireFacts>] = [
    Field(
      "alerts", "alerts: side, and code and name, or `encrypted`", list: alert,
      columns: [
        .texts { entry in
          guard let side = entry["side"].text else { return nil }
          guard let code = entry["code"].integer else { return "\(side) encrypted" }
          return "\(side) \(code)" + (entry["name"].text.map { " \($0)" } ?? "")
        }
      ]
    ) { $0.alerts },
    Field(
      "certificate", "the server's leaf certificate", optional: CertificateFields.record
    ) { $0.certificate },
  ]

  private static let foreign = Record<ForeignView>(
    "not_tls", "what a side sent where TLS was due",
    [
      Field("side", "who sent it; the server, where both did") { $0.side },
      Field("protocol", "what its first bytes are of; null where they fit none that is known") {
        ForeignProtocol(firstBytes: $0.bytes.value)?.rawValue
      },
      Field("frame", "its packet") { $0.bytes.frame },
    ])

  private static let alert = Record<TLSAlert>(
    "alert", "a TLS alert; level, code and name are null where it is encrypted",
    [
      Field("side", "who sent it") { $0.side },
      Field("encrypted", "its contents cannot be read") { $0.isEncrypted },
      Field("level", "1 is a warning, 2 fatal") { $0.level },
      Field("code", "AlertDescription of RFC 8446 §6") { $0.code?.rawValue },
      Field("name", "its name") { $0.code?.name },
      Field("frame", "its packet") { $0.frame },
    ])

  /// Clients without supported_versions offer all from the lowest that is allowed.
  private static func versions(offeredBy hello: ClientHello) -> [String] {
    let listed = hello.supportedVersions.filter { !$0.isGrease }
    let offered = listed.isEmpty ? [hello.maximumVersion] : listed.sorted(by: >)
    return offered.map(\.text)
  }

  private static func numbers<Code: OpenCode>(
    _ codes: [Code]
  ) -> [TLSNumber] where Code.RawValue == UInt16 {
    codes.filter { !$0.isGrease }.map { TLSNumber($0) }
  }

  private static func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }
}

extension WireFacts {
  /// There was a sign of TLS.
  var showsTLS: Bool {
    trace.tls.clientHelloFrame != nil || trace.tls.serverHelloFrame != nil || trace.tls.midStream
      || !alerts.isEmpty || trace.tls.notTLS.client != nil
      || trace.tls.notTLS.server != nil
  }

  var certificate: CertificateView? {
    trace.tls.certificate.map { CertificateView($0, expecting: hello?.serverName) }
  }

  fileprivate var hello: ClientHello? { _read { yield trace.tls.clientHello?.value } }

  /// SSL 2.0 numbers its suites otherwise.
  fileprivate var cipherSuite: CipherSuite? {
    trace.tls.serverHello.flatMap { $0.value.version > .ssl2 ? $0.value.cipherSuite : nil }
  }
}

extension TLSTrace {
  /// The version that was agreed.
  var versionName: String? { serverHello?.value.version.text }
}

private struct ForeignView {
  let side: Side
  let bytes: Seen<[UInt8]>

  init?(_ trace: TLSTrace) {
    side = trace.notTLS.server != nil ? .server : .client
    guard let bytes = trace.notTLS[side] else { return nil }
    self.bytes = bytes
  }
}

/// A number of TLS's registries, with its name where it is assigned.
struct TLSNumber {
  /// As it is written: `0xc030`.
  let code: String
  let name: String?

  init<Code: OpenCode>(_ code: Code) where Code.RawValue == UInt16 {
    self.code = code.hexadecimal
    name = code.name
  }

  static let record = Record<TLSNumber>(
    "tls_number", "a number of one of TLS's registries: cipher suite, group, signature algorithm",
    [
      Field("code", "the number", as: .pattern("^0x[0-9a-f]{4}$"), columns: [.value]) {
        $0.code
      },
      Field("name", "its IANA name, for common ones", columns: [.value]) { $0.name },
    ])
}
