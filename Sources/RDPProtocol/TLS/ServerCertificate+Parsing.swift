import CaptureReader
import Crypto
import Foundation
import SwiftASN1
import X509

extension ServerCertificate {
  /// Longest certificate that is decoded; larger ones are noted by their length alone.
  static let decodeLimit = 32_768
  /// Certificates of a chain whose order is looked at, and that are counted.
  static let chainLimit = 8
  static let countLimit = 64
  /// RSA keys beyond cost too much to verify.
  static let verifiedRSABits = 1024...8192

  /// Reads the body of a Certificate message (RFC 5246 §7.4.2) without verifying trust.
  init(parsing input: inout ByteReader) throws(WireError) {
    try self.init(parsing: &input, hasExtensions: false)
  }

  /// Reads the body of TLS 1.3's Certificate message (RFC 8446 §4.4.2): a context before the list,
  /// extensions after each certificate.
  init(parsingTLS13 input: inout ByteReader) throws(WireError) {
    try input.skip(Int(try input.read(UInt8.self)))
    try self.init(parsing: &input, hasExtensions: true)
  }

  private init(parsing input: inout ByteReader, hasExtensions: Bool) throws(WireError) {
    let total = try input.readUInt24()
    guard total <= input.remaining else {
      throw WireError(.truncated(needed: total, available: input.remaining), offset: input.position)
    }
    var chain: [CertificateFields?] = []
    var leaf: [UInt8] = []
    var leafLength = 0
    var count = 0
    while input.remaining >= 3, count < Self.countLimit {
      let length = try input.readUInt24()
      let certificate = try input.readSpan(length)
      if count == 0 { leafLength = length }
      if count < Self.chainLimit, length <= Self.decodeLimit {
        let bytes = certificate.copied()
        if count == 0 { leaf = bytes }
        chain.append(CertificateFields(decoding: bytes, isLeaf: count == 0))
      } else if count < Self.chainLimit {
        chain.append(nil)
      }
      count += 1
      if hasExtensions { try input.skip(Int(try input.read(UInt16.self))) }
    }
    chainLength = count
    length = leafLength
    isSelfIssued = false
    isChainInOrder = Self.isInOrder(chain)
    guard let fields = chain.first ?? nil else { return }
    take(fields)
    fingerprint = SHA256.hash(data: leaf).map(\.hexadecimal).joined()
    if isSelfIssued { isSelfSigned = Self.isSignedByItself(leaf, key: key) }
  }

  private mutating func take(_ fields: CertificateFields) {
    subject = fields.subject
    issuer = fields.issuer
    commonName = fields.commonName
    isSelfIssued = fields.subjectBytes == fields.issuerBytes
    notBefore = fields.notBefore
    notAfter = fields.notAfter
    serialNumber = fields.serialNumber
    names = fields.names
    hasUnreadableNames = fields.hasUnreadableNames
    key = fields.key
    signatureAlgorithm = fields.signatureAlgorithm
    usages = fields.usages
  }

  private static func isInOrder(_ chain: [CertificateFields?]) -> Bool? {
    guard chain.count > 1 else { return nil }
    var isInOrder = true
    for (certificate, next) in zip(chain, chain.dropFirst()) {
      guard let certificate, let next else { return nil }
      if certificate.issuerBytes != next.subjectBytes { isInOrder = false }
    }
    return isInOrder
  }

  /// Nil where the algorithm is not one that is verified here.
  private static func isSignedByItself(_ bytes: [UInt8], key: PublicKey?) -> Bool? {
    if case .rsa(let bits) = key, !verifiedRSABits.contains(bits) { return nil }
    guard let certificate = try? Certificate(derEncoded: bytes) else { return nil }
    return certificate.publicKey.isValidSignature(certificate.signature, for: certificate)
  }
}

extension ByteReader {
  mutating func readUInt24() throws(WireError) -> Int {
    Int(try read(UInt8.self)) << 16 | Int(try read(UInt16.self))
  }
}
