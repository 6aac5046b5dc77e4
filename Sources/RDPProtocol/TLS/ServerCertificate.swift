public import CaptureReader

/// What is read from the server's leaf certificate, and what can be told of it without a trust store.
public struct ServerCertificate: Sendable, Hashable, Codable {
  public var subject: String?
  public var issuer: String?
  public var notBefore: Timestamp?
  public var notAfter: Timestamp?
  /// Subject and issuer are the same.
  public var isSelfIssued: Bool
  /// Certificates in the message.
  public var chainLength: Int
  /// Bytes of the leaf's DER encoding.
  public var length: Int
  /// Hexadecimal, as the certificate has it.
  public var serialNumber: String?
  public var commonName: String?
  /// Subject alternative names: DNS names, and addresses as text.
  public var names: [String] = []
  /// Alternative names are there that could not be read: whether they fit a host is not known.
  public var hasUnreadableNames = false
  public var key: PublicKey?
  public var signatureAlgorithm: SignatureAlgorithm?
  /// Object identifiers of the extended key usages; empty where it allows all.
  public var usages: [String] = []
  /// The signature was made with the certificate's own key. Nil where it was not checked: other
  /// issuer, or an algorithm or size that is not verified here.
  public var isSelfSigned: Bool?
  /// Each certificate's issuer is the next one's subject. Nil for a chain of one, or where one of
  /// them cannot be read.
  public var isChainInOrder: Bool?
  /// SHA-256 of the leaf's DER encoding, hexadecimal.
  public var fingerprint: String?

  public enum PublicKey: Sendable, Hashable, Codable {
    case rsa(bits: Int)
    /// An elliptic curve by name, with its size; explicit parameters have none.
    case curve(String, bits: Int)
    case other(String)

    /// `RSA 2048`, `P-256`.
    public var name: String {
      switch self {
      case .rsa(let bits): "RSA \(bits)"
      case .curve(let name, _): name
      case .other(let name): name
      }
    }

    public var bits: Int? {
      switch self {
      case .rsa(let bits), .curve(_, let bits): bits
      case .other: nil
      }
    }
  }

  public struct SignatureAlgorithm: Sendable, Hashable, Codable {
    /// `sha256WithRSAEncryption`, or the object identifier.
    public var name: String
    /// MD2, MD5 or SHA-1: programs of today refuse them.
    public var isWeak: Bool

    public init(name: String, isWeak: Bool) {
      self.name = name
      self.isWeak = isWeak
    }
  }
}

extension ServerCertificate {
  /// What somebody who checks the certificate could object to.
  public enum Finding: String, Sendable, CaseIterable {
    case expired
    case notYetValid = "not_yet_valid"
    case nameMismatch = "name_mismatch"
    case selfSigned = "self_signed"
    case weakSignature = "weak_signature"
    case weakKey = "weak_key"
    case wrongUsage = "wrong_usage"
    case chainOutOfOrder = "chain_out_of_order"
    case unreadable
  }

  /// RSA keys below are refused by present programs (CA/Browser Forum, Windows).
  static let leastRSABits = 2048
  static let leastCurveBits = 224
  /// Server Authentication, Remote Desktop Authentication, any usage.
  static let serverUsages = [
    "1.3.6.1.5.5.7.3.1", "1.3.6.1.4.1.311.54.1.2", "2.5.29.37.0",
  ]

  /// - Parameters:
  ///   - time: when the certificate was sent.
  ///   - name: the host that the client asked for, where that is known.
  public func findings(at time: Timestamp, expecting name: String?) -> [Finding] {
    guard subject != nil || key != nil else { return [.unreadable] }
    var found: [Finding] = []
    if let notAfter, notAfter < time { found.append(.expired) }
    if let notBefore, notBefore > time { found.append(.notYetValid) }
    if let name, matches(name) == false { found.append(.nameMismatch) }
    if isSelfSigned == true { found.append(.selfSigned) }
    if signatureAlgorithm?.isWeak == true { found.append(.weakSignature) }
    switch key {
    case .rsa(let bits) where bits < Self.leastRSABits: found.append(.weakKey)
    case .curve(_, let bits) where bits < Self.leastCurveBits: found.append(.weakKey)
    case .rsa, .curve, .other, nil: break
    }
    if !usages.isEmpty, !usages.contains(where: Self.serverUsages.contains) {
      found.append(.wrongUsage)
    }
    if isChainInOrder == false { found.append(.chainOutOfOrder) }
    return found
  }

  /// Whether the certificate is for this host (RFC 6125: alternative names, else the common name; a
  /// wildcard stands for one label). Nil where it names nobody, or in a way that cannot be read.
  public func matches(_ host: String) -> Bool? {
    if hasUnreadableNames { return nil }
    let candidates = names.isEmpty ? [commonName].compactMap { $0 } : names
    guard !candidates.isEmpty else { return nil }
    let wanted = Self.normalized(host)
    return candidates.contains { candidate in
      let name = Self.normalized(candidate)
      guard name.hasPrefix("*.") else { return name == wanted }
      guard let dot = wanted.firstIndex(of: "."), dot != wanted.startIndex else { return false }
      return wanted[dot...] == name.dropFirst()
    }
  }

  private static func normalized(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
  }
}
