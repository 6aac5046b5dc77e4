/// What was read of TLS, in the clear or from the outside of its records.
public struct TLSRecord: Codable, Sendable {
  /// `TLS 1.2`, or the number on the wire as `0x7f17`.
  @ExplicitNull public var version: String?
  @ExplicitNull public var cipher: Number?
  /// Group of the key exchange that the server chose.
  @ExplicitNull public var group: Number?
  /// Bits of the prime, where the key exchange is Diffie-Hellman without a group.
  @ExplicitNull public var primeBits: Int?
  @ExplicitNull public var serverName: String?
  /// The application protocol that the server chose (ALPN).
  @ExplicitNull public var applicationProtocol: String?
  @ExplicitNull public var offeredVersions: [String]?
  @ExplicitNull public var offeredCiphers: [Number]?
  @ExplicitNull public var offeredGroups: [Number]?
  @ExplicitNull public var offeredSignatureAlgorithms: [Number]?
  @ExplicitNull public var offeredApplicationProtocols: [String]?
  @ExplicitNull public var resumptionOffered: Bool?
  /// `none`, `session_id`, `ticket` or `psk`; `null` where the answer was not seen.
  @ExplicitNull public var resumption: String?
  public var helloRetryRequest: Bool
  /// The server marks that it could have chosen a newer version (RFC 8446 §4.1.3).
  @ExplicitNull public var downgrade: Bool?
  /// The client opened with SSL 2.0's form of a hello.
  public var isSSL2Hello: Bool
  /// What a side sent where TLS was due.
  @ExplicitNull public var notTLS: Foreign?
  public var certificateRequested: Bool
  /// The capture starts after the handshake.
  public var midStream: Bool
  @ExplicitNull public var ja3: String?
  @ExplicitNull public var ja3s: String?
  @ExplicitNull public var ja4: String?
  public var alerts: [Alert]
  @ExplicitNull public var certificate: Certificate?

  enum CodingKeys: String, CodingKey {
    case version, cipher, group
    case primeBits = "prime_bits"
    case serverName = "server_name"
    case applicationProtocol = "alpn"
    case offeredVersions = "offered_versions"
    case offeredCiphers = "offered_ciphers"
    case offeredGroups = "offered_groups"
    case offeredSignatureAlgorithms = "offered_signature_algorithms"
    case offeredApplicationProtocols = "offered_alpn"
    case resumptionOffered = "resumption_offered"
    case resumption
    case helloRetryRequest = "hello_retry_request"
    case downgrade
    case isSSL2Hello = "ssl2_hello"
    case notTLS = "not_tls"
    case certificateRequested = "certificate_requested"
    case midStream = "mid_stream"
    case ja3, ja3s, ja4, alerts, certificate
  }

  /// A number of TLS's registries, with its name where it is assigned.
  public struct Number: Codable, Sendable {
    public var code: String
    @ExplicitNull public var name: String?
  }

  /// The protocol is `null` where the first bytes fit none that is known.
  public struct Foreign: Codable, Sendable {
    public var side: String
    @ExplicitNull public var `protocol`: String?
    public var frame: FrameRecord
  }

  /// Level, code and name are `null` where the alert is encrypted.
  public struct Alert: Codable, Sendable {
    public var side: String
    public var encrypted: Bool
    @ExplicitNull public var level: UInt8?
    @ExplicitNull public var code: UInt8?
    @ExplicitNull public var name: String?
    public var frame: FrameRecord
  }

  /// The server's leaf certificate, and what can be told of it without a trust store.
  public struct Certificate: Codable, Sendable {
    @ExplicitNull public var subject: String?
    @ExplicitNull public var issuer: String?
    /// Alternative names: DNS names, and addresses as text.
    public var names: [String]
    @ExplicitNull public var serial: String?
    @ExplicitNull public var sha256: String?
    @ExplicitNull public var notBefore: String?
    @ExplicitNull public var notAfter: String?
    /// By the capture's clock; `null` where the dates cannot be read.
    @ExplicitNull public var validAtCapture: Bool?
    /// `RSA 2048`, `P-256`.
    @ExplicitNull public var key: String?
    @ExplicitNull public var keyBits: Int?
    @ExplicitNull public var signatureAlgorithm: String?
    /// Object identifiers of the extended key usages.
    public var usages: [String]
    public var selfIssued: Bool
    /// Signed with its own key; `null` where that was not checked.
    @ExplicitNull public var selfSigned: Bool?
    /// The host that the client asked for (SNI).
    @ExplicitNull public var expectedName: String?
    @ExplicitNull public var matchesName: Bool?
    public var chainLength: Int
    /// Each certificate's issuer is the next one's subject; `null` for one certificate alone.
    @ExplicitNull public var chainInOrder: Bool?
    /// What somebody who checks it could object to, as stable words.
    public var findings: [String]
    public var frame: FrameRecord

    enum CodingKeys: String, CodingKey {
      case subject, issuer, names, serial, sha256
      case notBefore = "not_before"
      case notAfter = "not_after"
      case validAtCapture = "valid_at_capture"
      case key
      case keyBits = "key_bits"
      case signatureAlgorithm = "signature_algorithm"
      case usages
      case selfIssued = "self_issued"
      case selfSigned = "self_signed"
      case expectedName = "expected_name"
      case matchesName = "matches_name"
      case chainLength = "chain_length"
      case chainInOrder = "chain_in_order"
      case findings, frame
    }
  }
}
