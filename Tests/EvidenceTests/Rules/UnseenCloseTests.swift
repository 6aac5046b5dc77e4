import CaptureReader
import PacketDecode
import RDPProtocol
import Testing

@testable import Attribution
@testable import Evidence
@testable import TCPStreams

/// Who closed first, by the acknowledgements of the one side that was captured.
@Suite("One direction: who closed first") struct UnseenCloseTests {
  @Test("yield and stay silent", arguments: cases)
  func judge(_ item: RuleCase) { item.check() }

  /// One side's last packets: each acknowledges so many bytes more, the first base alone.
  private static func alone(
    _ side: Side, steps: [UInt32], closing kind: Goodbye.Kind? = .fin, then later: [UInt32] = [],
    pause: Int64 = 100, window: UInt16 = 500
  ) -> SessionScript {
    SessionScript.active().changed { script in
      script.silence(side.other)
      if side == .client { script.trace.tls.serverHello = nil }
      var (time, bytes): (Int64, UInt32) = (12_000, 4_294_967_000)
      script.lastPacket(side, at: time, acknowledging: bytes, window: window)
      for (place, step) in steps.enumerated() {
        time += place + 1 == steps.count ? pause : 100
        bytes &+= step
        script.lastPacket(side, at: time, acknowledging: bytes, window: window)
      }
      time += 1
      switch kind {
      case .fin:
        script.lastPacket(
          side, at: time, acknowledging: bytes, flags: [.fin, .ack], window: window)
        script.fin(side, at: time)
      case .reset:
        script.lastPacket(
          side, at: time, acknowledging: bytes, flags: [.rst, .ack], window: window)
        script.reset(side, at: time)
      case nil: break
      }
      for step in later {
        time += 30
        bytes &+= step
        script.lastPacket(side, at: time, acknowledging: bytes, window: window)
      }
    }
  }

  static let cases: [RuleCase] = [
    .yields(
      "server.closed_first", "the client acknowledged one byte, then closed",
      alone(.client, steps: [500, 500, 1])),
    .yields(
      "server.closed_first", "and its own FIN is not in the capture",
      alone(.client, steps: [500, 500, 1], closing: nil)),
    .silent(
      "client.closed_first", "the client acknowledged one byte, then closed",
      alone(.client, steps: [500, 500, 1])),
    .yields(
      "client.closed_first", "the client closed amid what it acknowledged",
      alone(.client, steps: [500, 500, 500])),
    .silent(
      "client.closed_first", "a FIN of the server was on its way",
      alone(.client, steps: [500, 500, 500], then: [1])),
    .silent(
      "server.closed_first", "a FIN of the server was on its way",
      alone(.client, steps: [500, 500, 500], then: [1])),
    .silent(
      "server.closed_first", "a shut window: one byte is a probe",
      alone(.client, steps: [500, 500, 1], window: 0)),
    .yields(
      "client.closed_first", "the server acknowledged one byte, then closed",
      alone(.server, steps: [27, 32, 27, 1])),
    .yields(
      "client.closed_first", "an alert and the FIN behind it",
      alone(.server, steps: [27, 27, 27, 32])),
    .yields(
      "client.closed_first", "an alert alone, the FIN after the server's",
      alone(.server, steps: [27, 27, 27, 31], then: [1])),
    .yields(
      "client.closed_first", "a key and the FIN behind it",
      alone(.server, steps: [40, 40, 40, 41])),
    .yields(
      "server.closed_first", "the server closed amid the client's input",
      alone(.server, steps: [40, 40, 40, 40])),
    .yields(
      "server.closed_first", "the client's answer came after it",
      alone(.server, steps: [40, 40, 40, 40], then: [32])),
    .yields(
      "server.closed_first", "the server's host reset it amid input",
      alone(.server, steps: [40, 40, 40, 40], closing: .reset)),
    .silent(
      "server.closed_first", "what came before the reset may have been a goodbye",
      alone(.server, steps: [40, 40, 40, 157], closing: .reset)),
    .silent(
      "client.closed_first", "a client that resets may answer anything",
      alone(.client, steps: [500, 500, 500], closing: .reset)),
    .silent(
      "client.closed_first", "both directions were captured",
      SessionScript.active().changed { script in
        script.lastPacket(.client, at: 15_000, acknowledging: 500)
        script.lastPacket(.client, at: 15_001, acknowledging: 500, flags: [.fin, .ack])
        script.fin(.client, at: 15_001)
      }),
    .yields(
      "server.closed_by_timer", "ten seconds after the last byte",
      alone(.client, steps: [500, 500, 1], pause: 10_003)),
    .silent(
      "server.closed_by_timer", "at no round time", alone(.client, steps: [500, 1], pause: 4_300)),
    .yields(
      "client.side_closed_by_timer", "ten seconds after the last byte",
      alone(.server, steps: [40, 27, 1], pause: 10_003)),
  ]

  private func verdict(_ script: SessionScript) -> Verdict {
    Judge.verdict(for: SessionFacts(script.facts))
  }

  @Test("a verdict with doubt, and a frame that shows it")
  func doubt() throws {
    let server = verdict(Self.alone(.client, steps: [500, 500, 1]))
    #expect(server.code == .serverTerminated)
    #expect((0.7...0.86).contains(server.confidence))
    #expect(server.endedBy == .server)
    let shown = try #require(server.evidence.first { $0.evidence.code == .serverClosedFirst })
    #expect(shown.evidence.references.first == SessionScript.at(12_300))
    let client = verdict(Self.alone(.server, steps: [27, 32, 27, 1]))
    #expect(client.code == .cleanClientClosed)
    #expect((0.7...0.86).contains(client.confidence))
    #expect(client.endedBy == .client)
    #expect(verdict(Self.alone(.client, steps: [500, 500, 500], then: [1])).cause == .undetermined)
  }

  @Test("a limit of idle time is no server's death")
  func timer() {
    let told = verdict(Self.alone(.client, steps: [500, 500, 1], pause: 10_003))
    #expect(told.code == .networkIdleTimeout)
    #expect(told.confidence < 0.9)
  }

  @Test("a server's goodbye after the client's close answers it")
  func answer() {
    let script = Self.alone(.server, steps: [27, 32, 27, 1]).changed { script in
      script.ultimatum(.server, at: 12_401, reason: 3)
    }
    #expect(!script.codes.contains("rdp.server_ultimatum"))
    #expect(verdict(script).code == .cleanClientClosed)
  }
}
