import SwiftASN1
import Testing
import X509

@testable import RDPProtocol

@Suite("Names of certificates") struct CertificateNameTests {
  private func text(_ bytes: String) throws -> String? {
    let value = RelativeDistinguishedName.Attribute.Value(
      asn1Any: ASN1Any(derEncoded: try BER.parse(hex(bytes))))
    return CertificateName.text(of: value)
  }

  @Test(
    "every string type is text",
    arguments: [
      ("0c025453", "TS"), ("13025453", "TS"), ("16025453", "TS"), ("1a025453", "TS"),
      ("12023031", "01"), ("1304545f3031", "T_01"), ("140254e9", "T\u{E9}"),
      ("1e0400540416", "T\u{416}"), ("1c080000005400010400", "T\u{10400}"),
    ])
  func texts(bytes: String, text: String) throws {
    #expect(try self.text(bytes) == text)
  }

  @Test("what is no string, or cut, is nil", arguments: ["020101", "1e03005400", "1c0500000054ff"])
  func others(bytes: String) throws {
    #expect(try self.text(bytes) == nil)
  }

  @Test("a BMPString's name is a name, and fits its host")
  func commonName() throws {
    let node = try BER.parse(hex("30133111300f06035504031e0800540053003000 31"))
    let name = CertificateName.text(of: try DistinguishedName(derEncoded: node))
    #expect(name == "CN=TS01")
  }

  @Test("alternative names that cannot be read fit and contradict no host")
  func unreadable() {
    var certificate = ServerCertificate(
      subject: "CN=TS01", issuer: "CN=TS01", isSelfIssued: true, chainLength: 1, length: 700)
    certificate.commonName = "TS01"
    #expect(certificate.matches("other") == false)
    certificate.hasUnreadableNames = true
    #expect(certificate.matches("other") == nil)
    #expect(certificate.matches("TS01") == nil)
  }
}
