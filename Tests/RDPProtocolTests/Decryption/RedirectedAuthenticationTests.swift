import Testing

@testable import RDPProtocol

@Suite("Authentication in CredSSP's place")
struct RedirectedAuthenticationTests {
  @Test("RDSTLS tells its result")
  func readsRDSTLS() {
    #expect(RedirectedAuthentication.rdstlsResult(hex("0100 0400 0100 2e050000")) == 0x52E)
    #expect(RedirectedAuthentication.rdstlsResult(hex("0100 0400 0100 00000000")) == 0)
    #expect(RedirectedAuthentication.rdstlsResult(hex("0100 0100 0100 01000000")) == nil)
    #expect(RedirectedAuthentication.isRDSTLS(hex("0100 0100 0100 0100")))
    #expect(!RedirectedAuthentication.isRDSTLS(hex("0300 0013 0ed0")))
    for part in hex("0100 0400 0100 2e050000").truncations {
      #expect(RedirectedAuthentication.rdstlsResult(part) == nil)
    }
  }

  @Test(
    "Entra ID's result is a number, negative or not",
    arguments: [
      ("{\"authentication_result\":0}", 0),
      ("{\"authentication_result\": -2147024891}", 0x8007_0005),
      ("{\"authentication_result\":2147942405}", 0x8007_0005), ("{\"ts_nonce\":\"x\"}", nil),
      ("{\"authentication_result\":}", nil),
      ("{\"authentication_result\":99999999999999999999}", nil),
      ("", nil),
    ] as [(String, UInt32?)])
  func readsEntra(text: String, result: UInt32?) {
    #expect(RedirectedAuthentication.entraResult(Array(text.utf8)) == result)
  }

  @Test("Kerberos errors have a name and a meaning")
  func kerberos() {
    #expect(KerberosErrorCode(rawValue: 37).name == "KRB_AP_ERR_SKEW")
    #expect(KerberosErrorCode(rawValue: 37).meaning?.contains("clocks") == true)
    #expect(KerberosErrorCode(rawValue: 4711).name == nil)
  }
}
