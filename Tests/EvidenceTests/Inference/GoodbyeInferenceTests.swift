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
