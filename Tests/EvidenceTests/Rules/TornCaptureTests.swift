import CaptureReader
import RDPProtocol
import Testing

@testable import Attribution
@testable import Evidence
@testable import TCPStreams

/// What rules still say where the capture lacks packets, or its clock was set back.
@Suite("Torn captures") struct TornCaptureTests {
  struct Story: CustomTestStringConvertible, Sendable {
    var code: String
    var script: SessionScript
    var testDescription: String { code }
  }

  /// Claims that a side did not say something, or closed before the other.
  static let absences: [Story] = [
    Story(
      code: "server.closed_after_confirm",
      script: .negotiated(lasting: 3000).changed { $0.fin(.server, at: 3000) }),
    Story(
      code: "credssp.client_left_after_challenge",
      script: .nla(.challenge, lasting: 3000).changed { $0.clientLeft(at: 3000) }),
    Story(
      code: "credssp.client_left_at_once",
      script: .nla(.challenge, lasting: 130).changed { $0.clientLeft(at: 120) }),
    Story(
      code: "credssp.server_left_after_public_key",
      script: .nla(.publicKeyReply, lasting: 3000).changed {
        $0.refused(.closed, at: 3000)
        $0.fin(.server, at: 3000)
      }),
    Story(
      code: "server.closed_in_connection_sequence",
      script: .sequence(lasting: 3000).changed { $0.fin(.server, at: 3000) }),
    Story(
      code: "client.left_in_connection_sequence",
      script: .sequence(lasting: 3000).changed { $0.fin(.client, at: 3000) }),
  ]

  @Test("claims of absence weigh less where bytes are missing", arguments: absences)
  func missingBytes(story: Story) throws {
    let whole = try strength(story.code, story.script)
    for side in Side.allCases {
      let torn = story.script.changed { $0.connection.sent[side].missedBytes = 400 }
      #expect(try strength(story.code, torn) < whole)
    }
  }

  /// Messages that are told by their place and their size.
  static let places: [Story] = [
    ("credssp.first_token_refused", CredSSPStage.negotiate),
    ("credssp.refused_by_error_code", .authenticate),
  ].map { code, stage in
    Story(
      code: code,
      script: .nla(stage).changed {
        $0.refused(.errorCode, at: 300)
        $0.fin(.server, at: 301)
      })
  }

  @Test("a message told by its size weighs less where one may be missing", arguments: places)
  func missingMessage(story: Story) throws {
    try missingBytes(story: story)
    let torn = story.script.changed { $0.connection.largestBackwardStep = .seconds(3600) }
    #expect(try strength(story.code, torn) == strength(story.code, story.script))
  }

  @Test("that a server had not answered is less sure where the capture lacks the start")
  func lateRequest() throws {
    let whole = HostRulesTests.unanswered.changed { $0.fin(.server, at: 100) }
    let late = whole.changed { $0.connection.handshake = Handshake() }
    let code = "server.closed_on_request"
    #expect(try strength(code, late) < strength(code, whole))
  }

  @Test("and where the clock was set back amid the session", arguments: absences)
  func backwardClock(story: Story) throws {
    let whole = try strength(story.code, story.script)
    let torn = story.script.changed { $0.connection.largestBackwardStep = .seconds(3600) }
    #expect(try strength(story.code, torn) < whole)
    // Neighbours that change places by microseconds are no torn clock.
    let shuffled = story.script.changed { $0.connection.largestBackwardStep = .milliseconds(1) }
    #expect(try strength(story.code, shuffled) == whole)
  }

  /// Who ended a running session, and how long something lasted, is known without every byte, not
  /// without the order of time.
  static let endings: [Story] = [
    Story(
      code: "client.fin_mid_session", script: .active().changed { $0.fin(.client, at: 20_000) }),
    Story(
      code: "server.fin_mid_session", script: .active().changed { $0.fin(.server, at: 20_000) }),
    Story(
      code: "client.reset_mid_session",
      script: .active().changed { $0.reset(.client, at: 20_000) }),
    Story(
      code: "server.reset_mid_session",
      script: .active().changed { $0.reset(.server, at: 20_000) }),
    Story(
      code: "client.closed_with_alert",
      script: .active().changed {
        $0.record(.client, at: 19_999, type: 21, length: 26)
        $0.fin(.client, at: 20_000)
      }),
    Story(
      code: "tcp.outage",
      script: .active().changed { $0.unanswered(.client, from: 5000, to: 20_000, attempts: 6) }),
  ]

  @Test(
    "who ended a running session first, and how long an outage lasted, needs a clock",
    arguments: endings)
  func firstEnd(story: Story) throws {
    let whole = try strength(story.code, story.script)
    let lacking = story.script.changed { $0.connection.sent.server.missedBytes = 400 }
    #expect(try strength(story.code, lacking) == whole)
    let torn = story.script.changed { $0.connection.largestBackwardStep = .seconds(60) }
    #expect(try strength(story.code, torn) < whole)
  }

  @Test(
    "the more a capture lacks, the less sure is its verdict",
    arguments: absences.filter { $0.code != "client.left_in_connection_sequence" })
  func confidenceFalls(story: Story) {
    func confidence(missing bytes: Int) -> Double {
      let script = story.script.changed { script in
        script.connection.sent.server.uniqueBytes = 4000
        script.connection.sent.server.missedBytes = bytes
      }
      return Judge.verdict(for: SessionFacts(script.facts)).confidence
    }
    #expect(confidence(missing: 2000) < confidence(missing: 0))
    #expect(confidence(missing: 2000) < 0.85)
  }

  private func strength(_ code: String, _ script: SessionScript) throws -> Double {
    try #require(
      script.evidence.first { $0.code.rawValue == code }, "\(script.codes.sorted())"
    ).strength
  }
}
