import Testing

@testable import RDPProtocol

@Suite("SPNEGO")
struct SPNEGOTests {
  private func token(of message: [UInt8]) throws -> SPNEGO {
    let request = try TSRequest(parsing: message)
    return SPNEGO(try #require(request.negoTokens.first))
  }

  @Test("NTLM by itself is known by its signature")
  func rawNTLM() throws {
    let token = try token(of: CredSSPVectors.negotiate)
    #expect(token.mechanisms == [.ntlm])
    #expect(token.ntlm?.kind == .negotiate)
    #expect(token.state == nil)
  }

  @Test("NTLM inside SPNEGO is unwrapped")
  func wrappedNTLM() throws {
    let first = try token(of: CredSSPVectors.wrappedNegotiate)
    #expect(first.mechanisms == [.ntlm])
    #expect(first.ntlm?.kind == .negotiate)
    let second = try token(of: CredSSPVectors.wrappedChallenge)
    #expect(second.state == 3)
    #expect(second.ntlm?.kind == .challenge)
    let third = try token(of: CredSSPVectors.wrappedAuthenticate)
    #expect(third.ntlm?.user == "jdoe")
    #expect(try token(of: CredSSPVectors.wrappedKeyReply).state == 0)
  }

  @Test("a rejection is told by its state")
  func rejected() {
    #expect(SPNEGO(hex("a1073005a0030a0102")).state == 2)
  }

  @Test("Kerberos is told by its mechanism, and its error by its code")
  func kerberos() {
    // NegTokenInit offering Microsoft's Kerberos, Kerberos and NTLM.
    let list = hex(
      "06092a864882f712010202 06092a864886f712010202 060a2b06010401823702020a")
    let initial = der(0xA0, der(0x30, der(0xA0, der(0x30, list))))
    let token = der(0x60, hex("06062b0601050502") + initial)
    #expect(SPNEGO(token).mechanisms == [.kerberos, .kerberos, .ntlm])
    // KRB-ERROR with error-code 37 (clock skew) in the mechanism's frame.
    let error = hex("6019 06092a864886f712010202 0300 7e0a 3008 a003020105 a603")
    #expect(SPNEGO(error).kerberosError == nil)
    let skew = hex("601b 06092a864886f712010202 0300 7e0e 300c a003020105 a603020125 0500")
    #expect(SPNEGO(skew).mechanisms == [.kerberos])
    #expect(SPNEGO(skew).kerberosError == 37)
  }

  /// A DER value of less than 128 bytes.
  private func der(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] { [tag, UInt8(body.count)] + body }

  @Test("truncations hold no more names than the whole")
  func truncated() throws {
    let token = try #require(
      TSRequest(parsing: CredSSPVectors.wrappedAuthenticate).negoTokens.first)
    for part in token.truncations {
      let read = SPNEGO(part)
      #expect(read.ntlm?.user == nil || read.ntlm?.user == "jdoe")
    }
  }

  @Test("SPNEGO inside SPNEGO is not followed")
  func nested() {
    var token: [UInt8] = Array("NTLMSSP\0".utf8) + hex("01000000")
    for _ in 0..<2000 {
      let inner = longDER(0xA0, longDER(0x30, longDER(0xA2, longDER(0x04, token))))
      token = longDER(0x60, hex("06062b0601050502") + inner)
    }
    #expect(SPNEGO(token).ntlm == nil)
  }

  /// A BER value of any length below 2²⁴.
  private func longDER(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
    [tag, 0x83, UInt8(body.count >> 16), UInt8(body.count >> 8 & 0xFF), UInt8(body.count & 0xFF)]
      + body
  }

  @Test(
    "what is no token is nothing",
    arguments: ["", "60", "6000", "600206", "a0", "ffff", "04020102"])
  func nothing(bytes: String) {
    let token = SPNEGO(hex(bytes))
    #expect(token.mechanisms.isEmpty && token.ntlm == nil && token.kerberosError == nil)
  }
}
