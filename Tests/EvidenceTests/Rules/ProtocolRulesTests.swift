import CaptureReader
@testable import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence

@Suite("Rules of the protocol") struct ProtocolRulesTests {
  @Test("yield and stay silent", arguments: malformed + standardSecurity)
  func judge(_ item: RuleCase) { item.check() }

  static let web = SessionScript().changed { script in
    script.trace.foreignBytes.client = Array("GET / HTTP/1.1".utf8)
    script.data(.client, from: 20, to: 20, packets: 1)
  }

  static let malformed: [RuleCase] = [
    .yields("rdp.not_rdp_client", "a web browser", web),
    .silent("rdp.not_rdp_client", "an RDP client", .active()),
    .yields(
      "rdp.garbage_refused", "a web browser, and the server closes",
      web.changed { $0.fin(.server, at: 100) }),
    .silent(
      "rdp.garbage_refused", "a web browser that leaves",
      web.changed { $0.fin(.client, at: 100) }),
    .yields(
      "rdp.not_rdp_server", "an SSH server answers",
      SessionScript.negotiated().changed {
        $0.trace.confirm = nil
        $0.trace.foreignBytes.server = Array("SSH-2.0".utf8)
      }),
    .silent("rdp.not_rdp_server", "an RDP server answers", .negotiated()),
    .yields(
      "tls.not_tls", "the answer to the ClientHello is not TLS",
      SessionScript.tls(version: nil).changed {
        $0.trace.tls.notTLS.server = Seen([0x48, 0x54], SessionScript.at(60))
      }),
    .silent("tls.not_tls", "a ServerHello", .tls()),
    .yields(
      "rdp.framing_error", "the stream stops being RDP",
      .sequence(nla: false).changed {
        $0.trace.firstFramingError = Seen(.server, SessionScript.at(300))
      }),
    .silent("rdp.framing_error", "a good stream", .sequence(nla: false)),
    .yields(
      "mcs.answer_not_accepted", "the client leaves on the answer",
      .sequence().changed {
        $0.inference.connectResponse = SessionScript.at(210)
        $0.fin(.client, at: 250)
      }),
    .silent(
      "mcs.answer_not_accepted", "the client leaves five seconds later",
      .sequence().changed {
        $0.inference.connectResponse = SessionScript.at(210)
        $0.fin(.client, at: 5210)
      }),
    .silent(
      "mcs.answer_not_accepted", "a session came of it",
      .active().changed { $0.fin(.client, at: 20_000) }),
  ]

  private static let client = ClientData(
    version: 0x0008_0004, desktopWidth: 1024, desktopHeight: 768, keyboardLayout: 0x409,
    build: 2600, name: "PC", serverSelectedProtocol: nil)

  private static func goodbye(encryption: UInt32?) -> SessionScript {
    SessionScript.sequence(nla: false).changed { script in
      script.trace.mcs.encryptionMethod = encryption
      script.ultimatum(.server, at: 300, reason: 3)
      script.fin(.server, at: 301)
    }
  }

  static let standardSecurity: [RuleCase] = [
    .yields(
      "rdp.ultimatum_in_key_exchange", "goodbye after the key exchange", goodbye(encryption: 2)),
    .silent("rdp.ultimatum_in_key_exchange", "there were no keys", goodbye(encryption: 0)),
    .yields(
      "rdp.ultimatum_before_activation", "goodbye in the set-up", goodbye(encryption: nil)),
    .yields(
      "mcs.standard_security_refused", "a client without TLS",
      goodbye(encryption: nil).changed {
        $0.requested(nil)
        $0.trace.mcs.clientData = client
      }),
    .silent(
      "mcs.standard_security_refused", "a scanner's Connect Initial without a client",
      goodbye(encryption: nil).changed { $0.requested(nil) }),
    .silent(
      "mcs.standard_security_refused", "a client that offered TLS", goodbye(encryption: nil)),
    .silent(
      "rdp.ultimatum_before_activation", "goodbye in a session",
      .active().changed { $0.ultimatum(.server, at: 19_000) }),
  ]
}
