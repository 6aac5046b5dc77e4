import CaptureReader
import Foundation
import SwiftASN1
import X509

extension ServerCertificate {
  /// Longest certificate that is decoded; larger ones are noted by their length alone.
  static let decodeLimit = 32_768
  /// Characters kept of a distinguished name.
  static let nameLimit = 512

  /// Reads the body of a Certificate message (RFC 5246 §7.4.2) without verifying anything.
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
    var leaf: [UInt8] = []
    var leafLength = 0
    var count = 0
    while input.remaining >= 3, count < 64 {
      let length = try input.readUInt24()
      let certificate = try input.readSpan(length)
      if count == 0 {
        leafLength = length
        leaf = certificate.copied(limit: Self.decodeLimit)
      }
      count += 1
      if hasExtensions { try input.skip(Int(try input.read(UInt16.self))) }
    }
    chainLength = count
    length = leafLength
    isSelfIssued = false
    guard leafLength <= Self.decodeLimit, let decoded = try? Certificate(derEncoded: leaf) else {
      return
    }
    subject = String(decoded.subject.description.prefix(Self.nameLimit))
    issuer = String(decoded.issuer.description.prefix(Self.nameLimit))
    isSelfIssued = decoded.subject == decoded.issuer
    notBefore = Self.timestamp(decoded.notValidBefore)
    notAfter = Self.timestamp(decoded.notValidAfter)
  }

  private static func timestamp(_ date: Date) -> Timestamp? {
    // Years of a certificate reach 9999, nanoseconds in 64 bits 2262.
    let seconds = date.timeIntervalSince1970.rounded()
    guard abs(seconds) < 9_000_000_000 else {
      return Timestamp(nanoseconds: seconds < 0 ? .min : .max)
    }
    return Timestamp(nanoseconds: Int64(seconds) * 1_000_000_000)
  }
}

extension ByteReader {
  mutating func readUInt24() throws(WireError) -> Int {
    Int(try read(UInt8.self)) << 16 | Int(try read(UInt16.self))
  }
}
