import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("NTLM messages")
struct NTLMSSPTests {
  /// The NTLM message inside a recorded TSRequest.
  static func message(in request: [UInt8]) -> [UInt8] {
    request.firstRange(of: Array("NTLMSSP\0".utf8)).map { Array(request[$0.lowerBound...]) } ?? []
  }

  static let challenge = message(in: CredSSPVectors.challenge)
  static let authenticate = message(in: CredSSPVectors.authenticate)

  @Test("CHALLENGE tells the server's names and clock")
  func readsChallenge() throws {
    let message = try #require(NTLMSSP(Self.challenge))
    #expect(message.kind == .challenge)
    #expect(message.targetName == "WS-0193")
    #expect(message.netBIOSComputer == "WS-0193")
    #expect(message.netBIOSDomain == "WS-0193")
    #expect(message.dnsComputer == "ws-0193")
    #expect(message.dnsDomain == "ws-0193")
    #expect(message.dnsForest == nil)
    #expect(message.serverTime?.nanoseconds == 1_795_339_900_793_136_000)
    #expect(message.flags == 0xE28A_8235)
  }

  @Test("AUTHENTICATE tells who logs on from where, and no response")
  func readsAuthenticate() throws {
    let message = try #require(NTLMSSP(Self.authenticate))
    #expect(message.kind == .authenticate)
    #expect(message.user == "jdoe")
    #expect(message.domain == nil)
    #expect(message.workstation == "LAPTOP-946")
    let wrapped = try #require(NTLMSSP(Self.message(in: CredSSPVectors.wrappedAuthenticate)))
    #expect(wrapped.domain == "CORP")
  }

  @Test("NEGOTIATE tells its flags")
  func readsNegotiate() throws {
    let message = try #require(NTLMSSP(Self.message(in: CredSSPVectors.negotiate)))
    #expect(message.kind == .negotiate)
    #expect(message.flags == 0xE208_82B7)
  }

  @Test("names in the client's code page are read as bytes")
  func readsOEM() throws {
    var bytes = Array("NTLMSSP\0".utf8) + hex("03000000") + [UInt8](repeating: 0, count: 52)
    bytes.replaceSubrange(36..<44, with: hex("0400040040000000"))
    #expect(NTLMSSP(bytes + Array("anna".utf8))?.user == "anna")
  }

  @Test(
    "a field beyond the message is left out",
    arguments: ["ffffffff00000000", "0400040000000080", "04000400ffffffff", "0000000058000000"])
  func outside(field: String) throws {
    let bytes = Self.authenticate.replacing(at: 36, with: hex(field))
    let user = try #require(NTLMSSP(bytes)).user
    #expect(user == nil || bytes.count >= 2 * (user?.utf16.count ?? 0))
    #expect(user != "jdoe")
  }

  @Test("names are kept to a limit")
  func longName() throws {
    let name = [UInt8](repeating: 0x41, count: 60_000)
    let field =
      hex("60ea60ea") + [
        UInt8(Self.authenticate.count & 0xFF),
        UInt8(Self.authenticate.count >> 8), 0, 0,
      ]
    let bytes = Self.authenticate.replacing(at: 36, with: field) + name
    #expect(NTLMSSP(bytes)?.user?.utf16.count == NTLMSSP.nameLimit)
  }

  @Test("truncations and changed bytes keep names within the limit")
  func mutated() {
    for message in [Self.challenge, Self.authenticate] {
      for bytes in message.truncations + message.mutations {
        guard let read = NTLMSSP(bytes) else { continue }
        for name in [read.user, read.domain, read.workstation, read.targetName, read.dnsComputer] {
          #expect((name ?? "").utf16.count <= NTLMSSP.nameLimit)
        }
      }
    }
  }

  @Test("other kinds and signatures are none", arguments: ["04000000", "00000000", "ffffffff"])
  func others(kind: String) {
    #expect(NTLMSSP(Array("NTLMSSP\0".utf8) + hex(kind)) == nil)
    #expect(NTLMSSP(Array("NTLMSSQ\0".utf8) + hex("01000000")) == nil)
  }
}
