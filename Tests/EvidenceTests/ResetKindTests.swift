import TCPStreams
import Testing

@testable import Evidence

@Suite("Kinds of RST") struct ResetKindTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind: ResetKind?
    var side = Side.server
    var script: SessionScript
  }

  static let cases: [Case] = [
    Case(testDescription: "none", kind: nil, script: .active()),
    Case(
      testDescription: "a program's abort", kind: .abort,
      script: .active().changed { $0.reset(.server, at: 20_000) }),
    Case(
      testDescription: "the client's program's", kind: .abort, side: .client,
      script: .active().changed { $0.reset(.client, at: 20_000) }),
    Case(
      testDescription: "with the other side's data on its way", kind: .dataPending,
      script: .active().changed {
        $0.reset(.server, at: 20_000)
        $0.connection.sent.client.bytesInFlightAtReset = 100
      }),
    Case(
      testDescription: "after its own FIN", kind: .afterGoodbye,
      script: .active().changed {
        $0.connection.sent.server.fin = SessionScript.at(19_000)
        $0.reset(.server, at: 20_000)
      }),
    Case(
      testDescription: "after the other side's FIN", kind: .afterGoodbye,
      script: .active().changed {
        $0.connection.sent.client.fin = SessionScript.at(19_000)
        $0.reset(.server, at: 20_000)
      }),
    Case(
      testDescription: "to a connection it does not know", kind: .halfOpen,
      script: .active().changed {
        $0.reset(.server, at: 20_000, hasAck: false)
        $0.connection.sent.server.resets[0].answersAcknowledgment = true
      }),
    Case(
      testDescription: "with a foreign hop limit", kind: .injected,
      script: .active().changed { $0.reset(.server, at: 20_000, hopLimit: 64) }),
    Case(
      testDescription: "to a SYN", kind: .portClosed,
      script: SessionScript().changed {
        $0.connection.handshake.synAck = nil
        $0.connection.handshake.established = nil
        $0.reset(.server, at: 10)
      }),
  ]

  @Test("are told by what came before", arguments: cases)
  func kind(_ told: Case) { #expect(told.script.facts.resetKind(of: told.side) == told.kind) }
}
