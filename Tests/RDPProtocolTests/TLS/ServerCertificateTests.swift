import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("Server certificate")
struct ServerCertificateTests {
  static let message = handshakeBody(HandshakeType.certificate, in: Vectors.serverFlight12)

  @Test("reads names and validity of the recorded certificate")
  func readsRecorded() throws {
    let certificate = try parseCertificate(Self.message)
    #expect(certificate.subject == "CN=TS01")
    #expect(certificate.issuer == "CN=TS01")
    #expect(certificate.isSelfIssued)
    #expect(certificate.chainLength == 1)
    #expect(certificate.length == 0x2D4)
    // 2026-11-12T09:31:24Z and 2027-05-21T09:31:24Z.
    #expect(certificate.notBefore?.nanoseconds == 1_794_475_884_000_000_000)
    #expect(certificate.notAfter?.nanoseconds == 1_810_891_884_000_000_000)
  }

  @Test("an empty list is a chain of none")
  func empty() throws {
    let certificate = try parseCertificate([0, 0, 0])
    #expect(certificate.chainLength == 0)
    #expect(certificate.subject == nil)
  }

  @Test(
    "truncations throw or name nobody", arguments: Array(stride(from: 0, to: message.count, by: 7)))
  func truncated(count: Int) {
    #expect(throws: WireError.self) { try parseCertificate(Array(Self.message.prefix(count))) }
  }

  @Test("changed bytes in the certificate do not stop the message")
  func mutated() {
    for index in 6..<Self.message.count {
      let changed = Self.message.replacing(at: index, with: [Self.message[index] ^ 0x80])
      let certificate = try? parseCertificate(changed)
      #expect(certificate?.length == 0x2D4)
    }
  }

  @Test("a certificate over the limit is known by its length alone")
  func huge() throws {
    let size = ServerCertificate.decodeLimit + 1
    let length = [UInt8(size >> 16), UInt8(size >> 8 & 0xFF), UInt8(size & 0xFF)]
    let total = size + 3
    let list = [UInt8(total >> 16), UInt8(total >> 8 & 0xFF), UInt8(total & 0xFF)]
    let certificate = try parseCertificate(
      list + length + [UInt8](repeating: 0x30, count: size))
    #expect(certificate.length == size)
    #expect(certificate.subject == nil)
  }

  @Test("a list of empty certificates is counted to the limit")
  func manyEmpty() throws {
    let list = [UInt8](repeating: 0, count: 3 * 1000)
    let certificate = try parseCertificate(
      [0, UInt8(list.count >> 8), UInt8(list.count & 0xFF)] + list)
    #expect(certificate.chainLength == 64)
  }
}
