@testable import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence

@Suite("Rules of negotiation") struct NegotiationRulesTests {
  @Test("yield and stay silent", arguments: failures + others)
  func judge(_ item: RuleCase) { item.check() }

  static let failures: [RuleCase] = [
    (1, "ssl_required"), (2, "ssl_not_allowed"), (3, "ssl_cert_not_on_server"),
    (4, "inconsistent_flags"), (5, "hybrid_required"), (6, "ssl_with_user_auth_required"),
    (7, "other"), (0, "other"), (UInt32.max, "other"),
  ].map { code, name in
    .yields(
      "x224.failure_\(name)", "failure code \(code)",
      .negotiated(answer: .failure(code: NegotiationFailureCode(rawValue: code))))
  }

  static let weaker = SessionScript.negotiated(
    [.ssl, .hybrid], answer: .selected(.ssl, flags: 0)
  ).changed { $0.fin(.client, at: 60) }

  /// The client repeats `said` in Connect Initial, where the server had chosen NLA.
  private static func repeated(_ said: UInt32?) -> SessionScript {
    SessionScript.sequence().changed { script in
      script.trace.mcs.clientData = ClientData(
        version: 0x0008_0004, desktopWidth: 1024, desktopHeight: 768, keyboardLayout: 0x409,
        build: 2600, name: "PC", serverSelectedProtocol: said)
    }
  }

  static let others: [RuleCase] = [
    .yields("x224.negotiation_changed", "the client understood TLS", repeated(1)),
    .silent("x224.negotiation_changed", "the client understood NLA", repeated(2)),
    .silent("x224.negotiation_changed", "an old client does not say", repeated(nil)),
    .yields(
      "x224.negotiation_changed", "the server understood RDP only",
      .sequence().changed { $0.trace.mcs.serverData = ServerData(clientRequestedProtocols: 0) }),
    .silent("x224.failure_other", "TLS was chosen", weaker),
    .yields("x224.protocol_not_accepted", "NLA wanted, TLS chosen, client leaves", weaker),
    .yields(
      "x224.protocol_not_accepted", "TLS wanted, an old server answers",
      .negotiated([.ssl], answer: .withoutNegotiation).changed { $0.fin(.client, at: 60) }),
    .silent(
      "x224.protocol_not_accepted", "the client goes on",
      weaker.changed { $0.trace.tls.clientHelloFrame = SessionScript.at(40) }),
    .silent(
      "x224.protocol_not_accepted", "the server closes",
      .negotiated([.hybrid], answer: .selected(.ssl, flags: 0)).changed { $0.fin(.server, at: 60) }),
    .yields(
      "x224.client_left_after_confirm", "the client got what it asked for, and leaves",
      .negotiated().changed { $0.fin(.client, at: 60) }),
    .silent(
      "x224.client_left_after_confirm", "the server refused",
      .negotiated(answer: .failure(code: 5)).changed { $0.fin(.client, at: 60) }),
  ]
}
