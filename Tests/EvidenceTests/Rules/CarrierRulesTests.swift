import Testing

@testable import Evidence
@testable import RDPProtocol
@testable import TCPStreams

@Suite("Rules of carriers") struct CarrierRulesTests {
  @Test("yield and stay silent", arguments: tunnels)
  func judge(_ item: RuleCase) { item.check() }

  @Test("of RDP's stages nothing is said about a tunnel")
  func saysNothingOfTheInside() {
    let codes = tunnel().changed { $0.fin(.client, at: 20_000) }.codes
    #expect(codes == ["carrier.ended", "tcp.path_healthy"])
  }

  @Test("a tunnel whose handshake fails is judged by its handshake")
  func handshake() {
    let script = SessionScript.tls(nla: false).changed { script in
      script.trace.carrier = Carrier(
        kind: .gateway, basis: .serverName, frame: SessionScript.at(40))
      script.alert(.client, 48, at: 60)
      script.fin(.client, at: 61)
    }
    #expect(script.codes.contains("tls.alert_certificate"))
    #expect(!script.codes.contains("carrier.ended"))
  }

  /// A gateway's tunnel, with what the gateway answered.
  private static func tunnel(
    _ status: UInt16? = nil, challenges: Int = 0, open: Bool = false
  ) -> SessionScript {
    SessionScript.tls(finished: true, nla: false).changed { script in
      script.trace.request = nil
      script.trace.confirm = nil
      var carrier = Carrier(kind: .gatewayWebSocket, basis: .read, frame: SessionScript.at(80))
      carrier.isInsideTLS = true
      carrier.challenges = challenges
      carrier.response = status.map {
        Seen(Carrier.Response(status: $0, reason: "because"), SessionScript.at(300))
      }
      if open { carrier.isOpen = SessionScript.at(300) }
      script.trace.carrier = carrier
    }
  }

  private func tunnel() -> SessionScript { Self.tunnel(101, challenges: 1, open: true) }

  static let tunnels: [RuleCase] = [
    .yields(
      "carrier.authentication_refused", "a second 401",
      tunnel(401, challenges: 2).changed { $0.fin(.client, at: 400) }),
    .yields(
      "carrier.authentication_refused", "403", tunnel(403).changed { $0.fin(.client, at: 400) }),
    .silent(
      "carrier.authentication_refused", "the first 401 is the question",
      tunnel(401, challenges: 1).changed { $0.fin(.client, at: 400) }),
    .yields("carrier.refused", "503", tunnel(503).changed { $0.fin(.client, at: 400) }),
    .yields(
      "carrier.refused", "the channel's status",
      tunnel(101, open: true).changed { script in
        var gateway = GatewayTrace()
        gateway.refusal = Seen(
          GatewayTrace.Refusal(step: "channel", status: 0x8007_59DA), SessionScript.at(350))
        script.trace.carrier?.gateway = gateway
        script.fin(.client, at: 400)
      }),
    .silent(
      "carrier.refused", "an open tunnel",
      tunnel(101, open: true).changed { $0.fin(.client, at: 20_000) }),
    .yields(
      "carrier.ended", "the client closes",
      tunnel(101, open: true).changed { $0.fin(.client, at: 20_000) }),
    .silent("carrier.ended", "a plain session", .active().changed { $0.fin(.client, at: 20_000) }),
    .yields("carrier.open", "no goodbye", tunnel(101, open: true)),
    .silent(
      "carrier.open", "the path failed",
      tunnel(101, open: true).changed {
        $0.unanswered(.client, from: 10_000, to: 19_000, attempts: 6)
      }),
  ]
}
