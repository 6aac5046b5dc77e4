import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("Certificate report")
struct CertificateFindingTests {
  private static func uint24(_ value: Int) -> [UInt8] {
    [UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }

  /// A Certificate message's body up to TLS 1.2.
  static func message(_ chain: [[UInt8]]) -> [UInt8] {
    let list = chain.flatMap { uint24($0.count) + $0 }
    return uint24(list.count) + list
  }

  private func certificate(_ chain: [UInt8]...) throws -> ServerCertificate {
    try parseCertificate(Self.message(chain))
  }

  /// 2026-12-01.
  private let time = Timestamp(nanoseconds: 1_796_083_200_000_000_000)
  private let year = TimeSpan.seconds(366 * 86_400)

  @Test("a certificate of an authority is read in full")
  func issued() throws {
    let leaf = try certificate(CertificateVectors.leaf, CertificateVectors.authority)
    #expect(leaf.subject == "CN=ts.example.com")
    #expect(leaf.issuer == "CN=Example CA,O=Example")
    #expect(leaf.serialNumber == "598cade836d999fba143f786951438a91a9a5fb1")
    #expect(leaf.names == ["ts.example.com", "*.rd.example.com", "192.0.2.7", "2001:db8::7"])
    #expect(leaf.key == .curve("P-256", bits: 256))
    #expect(
      leaf.signatureAlgorithm
        == ServerCertificate.SignatureAlgorithm(name: "ecdsa-with-SHA256", isWeak: false))
    #expect(leaf.usages == ["1.3.6.1.5.5.7.3.1"])
    #expect(!leaf.isSelfIssued)
    #expect(leaf.isSelfSigned == nil)
    #expect(leaf.isChainInOrder == true)
    #expect(leaf.fingerprint?.count == 64)
    #expect(leaf.notBefore?.nanoseconds == 1_795_369_324_000_000_000)
    #expect(leaf.findings(at: time, expecting: "ts.example.com") == [])
  }

  @Test("each objection is found, and only where it is due")
  func findings() throws {
    let leaf = try certificate(CertificateVectors.leaf)
    #expect(leaf.findings(at: time.advanced(by: year), expecting: nil) == [.expired])
    #expect(
      leaf.findings(at: Timestamp(nanoseconds: 1_700_000_000_000_000_000), expecting: nil)
        == [.notYetValid])
    #expect(leaf.findings(at: time, expecting: "other.example.com") == [.nameMismatch])
    let old = try certificate(CertificateVectors.outdated)
    #expect(old.key == .rsa(bits: 1024))
    #expect(
      old.signatureAlgorithm
        == ServerCertificate.SignatureAlgorithm(name: "md5WithRSAEncryption", isWeak: true))
    // No library of today verifies MD5.
    #expect(old.isSelfIssued)
    #expect(old.isSelfSigned == nil)
    #expect(old.findings(at: time, expecting: "old01") == [.weakSignature, .weakKey])
    let client = try certificate(CertificateVectors.clientOnly)
    #expect(client.findings(at: time, expecting: nil).contains(.wrongUsage))
    #expect(client.findings(at: time, expecting: nil).contains(.weakSignature))
  }

  @Test("the chain's order is told")
  func chainOrder() throws {
    let leaf = CertificateVectors.leaf
    let authority = CertificateVectors.authority
    #expect(try certificate(leaf).isChainInOrder == nil)
    #expect(try certificate(leaf, CertificateVectors.outdated).isChainInOrder == false)
    #expect(try certificate(leaf, CertificateVectors.outdated, authority).isChainInOrder == false)
    #expect(try certificate(leaf, [1, 2, 3]).isChainInOrder == nil)
  }

  @Test("a signature is verified with the certificate's own key")
  func selfSigned() throws {
    #expect(try certificate(CertificateVectors.authority).isSelfSigned == true)
    var forged = CertificateVectors.authority
    forged[forged.count - 1] ^= 1
    #expect(try certificate(forged).isSelfSigned == false)
  }

  @Test(
    "hosts fit names as RFC 6125 has it",
    arguments: [
      ("ts.example.com", true), ("TS.example.COM.", true), ("a.rd.example.com", true),
      ("192.0.2.7", true), ("2001:db8::7", true), ("rd.example.com", false),
      ("a.b.rd.example.com", false), (".rd.example.com", false), ("example.com", false),
      ("", false), ("192.0.2.8", false),
    ])
  func names(host: String, fits: Bool) throws {
    #expect(try certificate(CertificateVectors.leaf).matches(host) == fits)
  }

  @Test("without alternative names the common name counts")
  func commonName() throws {
    let certificate = try certificate(CertificateVectors.outdated)
    #expect(certificate.matches("old01") == true)
    #expect(certificate.matches("old02") == false)
  }

  @Test("truncated and changed certificates never stop the message")
  func hostile() throws {
    for bytes in [CertificateVectors.leaf, CertificateVectors.outdated] {
      for cut in bytes.truncations { _ = try parseCertificate(Self.message([cut])) }
      for index in stride(from: 0, to: bytes.count, by: 3) {
        for value in [bytes[index] ^ 0x01, bytes[index] ^ 0x80, 0x00, 0xFF] as [UInt8] {
          let changed = bytes.replacing(at: index, with: [value])
          let read = try parseCertificate(Self.message([changed, CertificateVectors.authority]))
          #expect(read.names.count <= CertificateFields.listLimit)
          #expect((read.subject?.count ?? 0) <= CertificateFields.nameLimit)
        }
      }
    }
  }

  @Test("what is no certificate is unreadable")
  func unreadable() throws {
    #expect(try certificate([0x30, 0]).findings(at: time, expecting: nil) == [.unreadable])
  }
}
