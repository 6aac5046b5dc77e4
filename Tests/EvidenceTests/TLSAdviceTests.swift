import RDPProtocol
import TCPStreams
import Testing

@testable import Attribution
@testable import Evidence

@Suite("Advice on TLS handshakes") struct TLSAdviceTests {
  private func advise(_ code: String, _ script: SessionScript) -> TLSAdvice.Advice? {
    TLSAdvice.advice(for: VerdictCode(code), facts: script.facts)
  }

  private func refused(offering version: TLSVersion) -> SessionScript {
    SessionScript.tls(version: nil, offers: version).changed { $0.alert(.server, 70, at: 55) }
  }

  @Test("an old client must change")
  func oldClient() throws {
    let advice = try #require(advise("tls.version_mismatch", refused(offering: 0x0301)))
    #expect(advice.summary == "The client offers up to TLS 1.0, which the server does not accept.")
    #expect(advice.nextAction.hasPrefix("Change the client: "))
    #expect(advice.nextAction.contains(#"TLS 1.2\Client"#))
  }

  @Test("an old server must change")
  func oldServer() throws {
    let answered = SessionScript.tls(version: 0x0301).changed { $0.fin(.client, at: 60) }
    for script in [answered, refused(offering: 0x0304)] {
      let advice = try #require(advise("tls.version_mismatch", script))
      #expect(advice.nextAction.hasPrefix("Change the server: "))
    }
  }

  @Test("either side may change where the server wants more than TLS 1.2")
  func newServer() throws {
    let advice = try #require(advise("tls.version_mismatch", refused(offering: 0x0303)))
    #expect(advice.nextAction.hasPrefix("Change either side: "))
  }

  @Test("a client with old suites must change, one with new ones is compared")
  func ciphers() throws {
    let old = SessionScript.tls(version: nil).changed {
      $0.trace.tls.clientHello?.value.cipherSuites = [0x002F, 0x00FF]
    }
    let client = try #require(advise("tls.cipher_mismatch", old))
    #expect(client.summary.contains("only TLS_RSA_WITH_AES_128_CBC_SHA"))
    #expect(client.nextAction.hasPrefix("Change the client: "))
    let other = try #require(advise("tls.cipher_mismatch", .tls(version: nil)))
    #expect(other.nextAction.hasPrefix("Compare "))
  }

  @Test("where the hello was not read, and for other verdicts, the handbook speaks")
  func none() {
    #expect(advise("tls.version_mismatch", SessionScript()) == nil)
    #expect(advise("tls.alert", refused(offering: 0x0301)) == nil)
    let fallback = SessionScript.tls(version: nil).changed { $0.alert(.server, 86, at: 55) }
    #expect(advise("tls.version_mismatch", fallback) == nil)
  }
}
