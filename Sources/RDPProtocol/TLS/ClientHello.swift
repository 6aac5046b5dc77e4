/// What a client offers (RFC 8446 §4.1.2).
public struct ClientHello: Sendable, Hashable, Codable {
  /// Highest version offered (supported_versions, else the legacy field).
  public var maximumVersion: TLSVersion
  public var minimumVersion: TLSVersion?
  public var legacyVersion: TLSVersion
  /// SSL 2.0's own suites, which have three bytes, are left out.
  public var cipherSuites: [CipherSuite]
  public var extensions: [UInt16]
  public var serverName: String?
  public var groups: [NamedGroup]
  public var pointFormats: [UInt8]
  public var signatureAlgorithms: [SignatureScheme]
  public var supportedVersions: [TLSVersion]
  /// Bytes of the message by its header.
  public var length: Int
  /// Protocol names (RFC 7301), the wanted first.
  public var applicationProtocols: [[UInt8]] = []
  /// Groups of the key shares (RFC 8446 §4.2.8).
  public var keyShareGroups: [NamedGroup] = []
  /// Bytes of the session identifier: up to TLS 1.2 a session to go on with, in 1.3 for show.
  public var sessionIDLength = 0
  /// Bytes of the session ticket (RFC 5077); 0 asks for one, nil does without.
  public var ticketLength: Int?
  /// Identities of pre-shared keys (RFC 8446 §4.2.11).
  public var preSharedKeys = 0
  public var offersEarlyData = false
  /// The hello came in SSL 2.0's form (RFC 5246 appendix E.2).
  public var isSSL2Form = false
  /// Everything was read: nothing is cut off, malformed, or beyond the limits.
  public var isWhole = true

  /// An earlier session is offered to go on with.
  public var offersResumption: Bool {
    preSharedKeys > 0 || (ticketLength ?? 0) > 0
      || (sessionIDLength > 0 && maximumVersion < .tls13)
  }

  /// Reserved values that clients sprinkle in (RFC 8701).
  public static func isGrease(_ value: UInt16) -> Bool {
    value & 0x0F0F == 0x0A0A && value >> 8 == value & 0xFF
  }
}
