import CaptureReader
import RDPProtocol
import Testing

@testable import Attribution
@testable import Evidence
@testable import TCPStreams

/// What a still screen says of a log-on inside the desktop.
@Suite("Rules of still screens") struct ScreenRulesTests {
  @Test("yield and stay silent", arguments: cases)
  func judge(_ item: RuleCase) { item.check() }

  /// Twelve seconds without NLA: the server draws in the first `drawing` of them, the client's user moves
  /// the mouse all the time and then closes the window.
  static func session(drawing: Int, bytes: Int = 3000, inputs: Int = 10) -> SessionScript {
    SessionScript.tls(finished: true, nla: false, lasting: 12_000).changed { script in
      script.trace.mcs.connectInitial = SessionScript.at(200)
      script.trace.mcs.active = SessionScript.at(400)
      script.trace.mcs.activePDUs = PerSide(client: 50, server: 20)
      script.data(.client, from: 20, to: 11_900, packets: 12 * inputs)
      script.data(.server, from: 30, to: Int64(drawing) * 1000 - 1, packets: 20)
      script.connection.sent.server.uniqueBytes = bytes
      script.course(
        (0..<12).map { _ in (inputs, inputs * 60) },
        (0..<12).map { $0 < drawing ? (5, bytes / drawing) : (inputs, 0) })
      script.record(.client, at: 11_950, type: 21, length: 26)
      script.fin(.client, at: 11_960)
      script.record(.server, at: 11_970, type: 21, length: 26)
      script.connection.sent.server.lastData = SessionScript.at(11_970)
    }
  }

  static let cases: [RuleCase] = [
    .yields("rdp.logon_unseen", "nothing drawn for nine seconds of input", session(drawing: 2)),
    .silent("rdp.logon_unseen", "the server draws to the end", session(drawing: 12)),
    .silent("rdp.logon_unseen", "the last change is two seconds old", session(drawing: 9)),
    .silent("rdp.logon_unseen", "nobody is at the desk", session(drawing: 2, inputs: 0)),
    .silent(
      "rdp.logon_unseen", "a whole desktop was drawn", session(drawing: 2, bytes: 3_000_000)),
    .silent(
      "rdp.logon_unseen", "the server hangs: it does not answer the goodbye either",
      session(drawing: 2).changed { script in
        script.connection.sent.server.lastData = SessionScript.at(1999)
        script.trace.tls.lastRecords = []
        for index in 0..<10 { script.record(.client, at: 10_000 + Int64(index) * 190) }
        script.record(.client, at: 11_950, type: 21, length: 26)
      }),
    .silent(
      "rdp.logon_unseen", "the client answers channels that a desktop opens",
      session(drawing: 2).changed { $0.trace.tls.longestLaterClientRecord = 142 }),
    .yields(
      "rdp.logon_unseen", "keys and mouse only",
      session(drawing: 2).changed { $0.trace.tls.longestLaterClientRecord = 58 }),
    .silent(
      "rdp.logon_unseen", "NLA let the user in",
      session(drawing: 2).changed {
        $0.trace.confirm = Seen(.selected(.hybrid, flags: 0), SessionScript.at(30))
      }),
    .silent(
      "rdp.logon_unseen", "the server ended it",
      session(drawing: 2).changed {
        $0.trace.tls.lastRecords = []
        $0.fin(.server, at: 11_900)
      }),
    .silent(
      "rdp.logon_unseen", "after an hour",
      session(drawing: 2).changed { $0.trace.mcs.active = SessionScript.at(-3_600_000) }),
  ]

  @Test("an orderly leave is less sure then, and a failed log-on is named beside it")
  func lessSure() {
    let still = Judge.verdict(for: SessionFacts(Self.session(drawing: 2).facts))
    let moving = Judge.verdict(for: SessionFacts(Self.session(drawing: 12).facts))
    #expect(still.code == moving.code)
    #expect(moving.confidence > 0.9)
    #expect(still.confidence < 0.8)
    #expect(still.alternatives.first?.code.rawValue == "credssp.logon_failure")
    #expect(!still.settledBy.isEmpty)
  }
}
