import CaptureReader
import PacketDecode
import SwiftASN1
import X509

/// The fields of an X.509 certificate (RFC 5280 §4.1), read one by one: what one field has of
/// unknown algorithms or odd encodings does not hide the others.
struct CertificateFields {
  /// Characters kept of a name.
  static let nameLimit = 512
  /// Alternative names and usages kept.
  static let listLimit = 64

  var subject: String?
  var issuer: String?
  var commonName: String?
  var subjectBytes: ArraySlice<UInt8> = []
  var issuerBytes: ArraySlice<UInt8> = []
  var notBefore: Timestamp?
  var notAfter: Timestamp?
  var serialNumber: String?
  var names: [String] = []
  /// Alternative names are there that could not be read.
  var hasUnreadableNames = false
  var key: ServerCertificate.PublicKey?
  var signatureAlgorithm: ServerCertificate.SignatureAlgorithm?
  var usages: [String] = []

  /// Nil where the bytes are no certificate. Of others than the leaf only the names are read.
  init?(decoding bytes: [UInt8], isLeaf: Bool) {
    guard let root = try? BER.parse(bytes), let parts = root.children, parts.count >= 2,
      var fields = parts[0].children
    else { return nil }
    if fields.first?.isTagged(0) == true { fields.removeFirst() }
    // serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo
    guard fields.count >= 6 else { return nil }
    issuerBytes = fields[2].encodedBytes
    subjectBytes = fields[4].encodedBytes
    guard isLeaf else { return }
    serialNumber = fields[0].primitive.map { $0.prefix(64).map(\.hexadecimal).joined() }
    signatureAlgorithm = Self.signatureAlgorithm(parts[1])
    let subjectName = try? DistinguishedName(derEncoded: fields[4])
    subject = subjectName.map(Self.text)
    commonName = subjectName.flatMap(Self.commonName)
    issuer = (try? DistinguishedName(derEncoded: fields[2])).map(Self.text)
    if let validity = fields[3].children, validity.count == 2 {
      notBefore = Self.time(validity[0])
      notAfter = Self.time(validity[1])
    }
    key = Self.key(fields[5])
    if let list = fields.dropFirst(6).first(where: { $0.isTagged(3) })?.children?.first?.children {
      for item in list.prefix(Self.listLimit) { takeExtension(item) }
    }
  }

  private static func text(_ name: DistinguishedName) -> String {
    let isPlain = name.allSatisfy { part in part.allSatisfy { String($0.value) != nil } }
    let text = isPlain ? name.description : CertificateName.text(of: name)
    return String(text.prefix(nameLimit))
  }

  private static func commonName(_ name: DistinguishedName) -> String? {
    for part in name {
      for attribute in part where attribute.type == .RDNAttributeType.commonName {
        return CertificateName.text(of: attribute.value).map { String($0.prefix(nameLimit)) }
      }
    }
    return nil
  }

  private static func time(_ node: ASN1Node) -> Timestamp? {
    if let time = try? UTCTime(berEncoded: node) {
      return timestamp(
        time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
    }
    guard let time = try? GeneralizedTime(berEncoded: node) else { return nil }
    return timestamp(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
  }

  private static func timestamp(
    _ year: Int, _ month: Int, _ day: Int, _ hours: Int, _ minutes: Int, _ seconds: Int
  ) -> Timestamp {
    // Years of a certificate reach 9999, nanoseconds in 64 bits 2262.
    guard year >= 1700 else { return Timestamp(nanoseconds: .min) }
    guard year < 2262 else { return Timestamp(nanoseconds: .max) }
    // Days from the civil date (proleptic Gregorian), with March as the year's first month.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    let total = Int64(days) * 86_400 + Int64(hours * 3600 + minutes * 60 + seconds)
    return Timestamp(nanoseconds: total * 1_000_000_000)
  }

  // MARK: Key and signature

  private static func key(_ node: ASN1Node) -> ServerCertificate.PublicKey? {
    guard let parts = node.children, parts.count >= 2, let algorithm = parts[0].children,
      let identifier = algorithm.first?.objectIdentifier
    else { return nil }
    switch identifier {
    case "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10":
      guard let bits = try? ASN1BitString(derEncoded: parts[1]),
        let numbers = (try? BER.parse(Array(bits.bytes)))?.children,
        let modulus = numbers.first?.primitive?.drop(while: { $0 == 0 }), let first = modulus.first
      else { return .other("RSA") }
      return .rsa(bits: 8 * modulus.count - first.leadingZeroBitCount)
    case "1.2.840.10045.2.1":
      guard let curve = algorithm.dropFirst().first?.objectIdentifier else { return .other("EC") }
      return curves[curve].map { ServerCertificate.PublicKey.curve($0.name, bits: $0.bits) }
        ?? .other("EC \(curve)")
    case "1.3.101.112": return .curve("Ed25519", bits: 255)
    case "1.3.101.113": return .curve("Ed448", bits: 448)
    case "1.2.840.10040.4.1": return .other("DSA")
    default: return .other(identifier)
    }
  }

  private static let curves: [String: (name: String, bits: Int)] = [
    "1.2.840.10045.3.1.1": ("P-192", 192), "1.3.132.0.33": ("P-224", 224),
    "1.2.840.10045.3.1.7": ("P-256", 256), "1.3.132.0.34": ("P-384", 384),
    "1.3.132.0.35": ("P-521", 521), "1.3.132.0.10": ("secp256k1", 256),
    "1.3.36.3.3.2.8.1.1.7": ("brainpoolP256r1", 256),
    "1.3.36.3.3.2.8.1.1.11": ("brainpoolP384r1", 384),
    "1.3.36.3.3.2.8.1.1.13": ("brainpoolP512r1", 512),
  ]

  private static func signatureAlgorithm(
    _ node: ASN1Node
  ) -> ServerCertificate.SignatureAlgorithm? {
    guard let parts = node.children, let identifier = parts.first?.objectIdentifier else {
      return nil
    }
    guard identifier == "1.2.840.113549.1.1.10" else {
      let name = signatures[identifier] ?? identifier
      return ServerCertificate.SignatureAlgorithm(
        name: name, isWeak: weakSignatures.contains(identifier))
    }
    // RSASSA-PSS has its hash in the parameters; SHA-1 is the default (RFC 4055 §3.1).
    let hash = parts.dropFirst().first?.children?.first { $0.isTagged(0) }?
      .children?.first?.children?.first?.objectIdentifier
    return ServerCertificate.SignatureAlgorithm(
      name: "RSASSA-PSS " + (hash.map { hashes[$0] ?? $0 } ?? "SHA-1"), isWeak: hash == nil)
  }

  private static let weakSignatures: Set<String> = [
    "1.2.840.113549.1.1.2", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.3.14.3.2.29",
    "1.2.840.10045.4.1", "1.2.840.10040.4.3",
  ]

  private static let signatures: [String: String] = [
    "1.2.840.113549.1.1.2": "md2WithRSAEncryption",
    "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
    "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
    "1.3.14.3.2.29": "sha1WithRSAEncryption",
    "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
    "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
    "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
    "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
    "1.2.840.10045.4.1": "ecdsa-with-SHA1", "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
    "1.2.840.10045.4.3.2": "ecdsa-with-SHA256", "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
    "1.2.840.10045.4.3.4": "ecdsa-with-SHA512", "1.2.840.10040.4.3": "dsa-with-sha1",
    "2.16.840.1.101.3.4.3.2": "dsa-with-sha256", "1.3.101.112": "Ed25519",
    "1.3.101.113": "Ed448",
  ]

  private static let hashes: [String: String] = [
    "1.3.14.3.2.26": "SHA-1", "2.16.840.1.101.3.4.2.1": "SHA-256",
    "2.16.840.1.101.3.4.2.2": "SHA-384", "2.16.840.1.101.3.4.2.3": "SHA-512",
  ]

  // MARK: Extensions

  private static let alternativeNames = "2.5.29.17"

  private mutating func takeExtension(_ node: ASN1Node) {
    guard let parts = node.children, let identifier = parts.first?.objectIdentifier else { return }
    guard let value = parts.last?.primitive, let list = (try? BER.parse(Array(value)))?.children
    else {
      if identifier == Self.alternativeNames { hasUnreadableNames = true }
      return
    }
    switch identifier {
    case Self.alternativeNames:
      names = list.prefix(Self.listLimit).compactMap(Self.alternativeName)
    case "2.5.29.37":
      usages = list.prefix(Self.listLimit).compactMap(\.objectIdentifier)
    default: break
    }
  }

  private static func alternativeName(_ node: ASN1Node) -> String? {
    guard node.identifier.tagClass == .contextSpecific, let bytes = node.primitive else {
      return nil
    }
    switch node.identifier.tagNumber {
    case 2: return String(decoding: bytes.prefix(nameLimit), as: UTF8.self)
    case 7 where bytes.count == 4:
      return IPAddress(v4: bytes.reduce(0) { $0 << 8 | UInt32($1) }).description
    case 7 where bytes.count == 16:
      return IPAddress(
        high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
        low: bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
      ).description
    default: return nil
    }
  }
}

extension ASN1Node {
  /// Members of a constructed node, as far as a certificate may have them.
  fileprivate var children: [ASN1Node]? {
    guard case .constructed(let nodes) = content else { return nil }
    return Array(nodes.prefix(128))
  }

  fileprivate var primitive: ArraySlice<UInt8>? {
    guard case .primitive(let bytes) = content else { return nil }
    return bytes
  }

  fileprivate var objectIdentifier: String? {
    (try? ASN1ObjectIdentifier(derEncoded: self)).map { "\($0)" }
  }

  fileprivate func isTagged(_ number: UInt) -> Bool {
    identifier.tagClass == .contextSpecific && identifier.tagNumber == number
  }
}
