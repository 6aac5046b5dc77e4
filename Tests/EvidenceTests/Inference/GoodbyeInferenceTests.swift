import CaptureReader
import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence

/// A record of nine bytes is a goodbye only where the connection closes on it.
@Suite("Goodbyes told by size") struct GoodbyeInferenceTests {
  /// TLS 1.2 with AES-GCM: nine bytes of plaintext.
  private static let nine = 33

  private static func session(_ change: (inout SessionScript) -> Void) -> SessionScript {
    SessionScript.active().changed { script in
      script.trace.tls.applicationRecords = PerSide(client: 80, server: 80)
      script.record(.server, at: 18_000)
      change(&script)
    }
  }

  struct Story: Sendable, CustomTestStringConvertible {
    var story: String
    var script: SessionScript
    /// Who said goodbye.
    var side: Side?
    var testDescription: String { story }
  }

  static let stories: [Story] = [
    Story(
      story: "the client's last nine bytes, its FIN at once",
      script: session {
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.client, at: 19_001)
      }, side: .client),
    Story(
      story: "a key, and a reset 0.9 s later",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.reset(.client, at: 19_900)
      }, side: nil),
    Story(
      story: "a key into an outage, and no close",
      script: session { $0.record(.client, at: 19_000, length: nine) }, side: nil),
    Story(
      story: "the server answers it before the client closes",
      script: session {
        $0.record(.client, at: 19_000, length: nine)
        $0.record(.server, at: 19_050)
        $0.fin(.client, at: 19_100)
      }, side: nil),
    Story(
      story: "the other side closes on nine bytes unlike all before",
      script: session {
        $0.record(.client, at: 19_000, length: nine)
        $0.reset(.server, at: 19_300)
      }, side: .client),
    Story(
      story: "the other side closes while its peer types",
      script: session {
        $0.record(.client, at: 18_900, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.reset(.server, at: 19_300)
      }, side: nil),
    Story(
      story: "a client that typed: its goodbye and its FIN are one flight",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.client, at: 19_002)
      }, side: .client),
    Story(
      story: "a client that typed: its FIN follows its goodbye after 50 ms",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.client, at: 19_050)
      }, side: .client),
    Story(
      story: "a client that typed and closes a quarter of a second after the last key",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.client, at: 19_226)
      }, side: nil),
    Story(
      story: "the server closes while its peer types, and the client answers that",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.server, at: 19_010)
        $0.record(.client, at: 19_012, type: 21, length: 26)
        $0.fin(.client, at: 19_020)
      }, side: nil),
    Story(
      story: "the first key after the mouse, then the server closes and the client answers that",
      script: session {
        $0.record(.client, at: 18_800, length: nine + 5)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.server, at: 19_300)
        $0.record(.client, at: 19_301, type: 21, length: 26)
        $0.fin(.client, at: 19_310)
      }, side: nil),
    Story(
      story: "a RST of another host right after a key",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.reset(.client, at: 19_010, hopLimit: 60)
      }, side: nil),
    Story(
      story: "an abort 30 ms after one key of many",
      script: session {
        $0.record(.client, at: 18_800, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.reset(.client, at: 19_030)
      }, side: nil),
    Story(
      story: "a RST of another host in the server's name, after the only key",
      script: session {
        $0.record(.client, at: 19_000, length: nine)
        $0.reset(.server, at: 19_010, hopLimit: 60)
      }, side: nil),
    Story(
      story:
        "Shutdown Request, its denial, a goodbye: the server takes 2.5 s, and the client answers that",
      script: denied(closing: 21_500), side: .client),
    Story(
      story: "the same with a key before and no request",
      script: session {
        $0.record(.client, at: 18_000, length: nine)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.server, at: 21_500)
        $0.record(.client, at: 21_600, type: 21, length: 26)
        $0.fin(.client, at: 21_601)
      }, side: nil),
    Story(
      story: "twelve seconds after the denial it is no answer any more",
      script: denied(closing: 31_000), side: nil),
    Story(
      story:
        "seen at the server, which closes 180 ms after the first key: its answer has no way to go",
      script: session {
        $0.connection.handshake.serverRoundTrip = .zero
        $0.connection.handshake.clientRoundTrip = .milliseconds(120)
        $0.record(.client, at: 19_000, length: nine)
        $0.fin(.server, at: 19_180)
        $0.record(.client, at: 19_300, type: 21, length: 26)
        $0.fin(.client, at: 19_310)
      }, side: nil),
    Story(
      story: "a pointer's position from the server, and the session goes on",
      script: session {
        $0.record(.server, at: 19_000, length: nine)
        $0.record(.client, at: 19_500)
        $0.fin(.client, at: 19_990)
      }, side: nil),
  ]

  @Test("goodbye or not", arguments: stories)
  func isGoodbye(_ item: Story) {
    let inference = Inference(of: item.script.trace, over: item.script.connection)
    #expect(inference.ultimatums.map(\.side) == [item.side].compactMap(\.self))
  }

  /// The user closed the window while keys had been typed; the server's FIN comes at `end`.
  private static func denied(closing end: Int64) -> SessionScript {
    session {
      $0.record(.client, at: 18_000, length: nine)
      $0.record(.client, at: 18_800, length: 32 + 24)
      $0.record(.server, at: 18_810, length: 32 + 24)
      $0.record(.client, at: 19_000, length: nine)
      $0.fin(.server, at: end)
      $0.record(.client, at: end + 100, type: 21, length: 26)
      $0.fin(.client, at: end + 101)
    }
  }

  @Test("told by the server's close alone, it leaves the server's part open")
  func supposed() {
    func evidence(_ script: SessionScript) -> [Evidence] {
      script.changed { $0.inference = Inference(of: $0.trace, over: $0.connection) }.evidence
    }
    let killed = evidence(
      Self.session {
        $0.record(.client, at: 19_000, length: Self.nine)
        $0.reset(.server, at: 19_070)
      })
    #expect(killed.contains { $0.code == .rdpClientUltimatum && $0.strength == 0.7 })
    #expect(killed.contains { $0.code == .serverResetMidSession })
    let said = evidence(
      Self.session {
        $0.record(.client, at: 19_000, length: Self.nine)
        $0.record(.client, at: 19_001, type: 21, length: 26)
        $0.reset(.server, at: 19_070)
      })
    #expect(said.contains { $0.code == .rdpClientUltimatum && $0.strength == 1 })
    #expect(!said.contains { $0.code == .serverResetMidSession })
  }

  @Test("36 bytes before the server's goodbye are Set Error Info")
  func reason() {
    let script = Self.session {
      $0.record(.server, at: 18_995, length: 36 + 24)
      $0.record(.server, at: 19_000, length: Self.nine)
      $0.fin(.server, at: 19_001)
    }
    let inference = Inference(of: script.trace, over: script.connection)
    #expect(inference.errorInfo == SessionScript.at(18_995))
  }
}
