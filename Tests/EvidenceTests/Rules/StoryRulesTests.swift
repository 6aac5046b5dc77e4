import CaptureReader
import RDPProtocol
import Testing

@testable import Evidence
@testable import TCPStreams

@Suite("Rules of goodbyes, stories and captures") struct StoryRulesTests {
  @Test("yield and stay silent", arguments: goodbyes + stories + captures)
  func judge(_ item: RuleCase) { item.check() }

  /// A side says goodbye in RDP, and the other resets the connection.
  private static func goodbye(_ side: Side, reason: UInt8? = nil) -> SessionScript {
    SessionScript.active().changed { script in
      script.ultimatum(side, at: 19_000, reason: reason)
      script.reset(side.other, at: 19_010)
    }
  }

  static let goodbyes: [RuleCase] = [
    .yields("rdp.client_ultimatum", "the client's, whoever resets TCP", goodbye(.client)),
    .yields("rdp.server_ultimatum", "the server's, whoever resets TCP", goodbye(.server)),
    .yields("rdp.server_ultimatum", "user requested", goodbye(.server, reason: 3)),
    .yields("rdp.server_ultimatum_by_provider", "provider initiated", goodbye(.server, reason: 1)),
    .silent("rdp.server_ultimatum_by_provider", "reason unknown", goodbye(.server)),
    .silent(
      "rdp.client_ultimatum", "after the server's FIN",
      .active().changed {
        $0.fin(.server, at: 18_000)
        $0.ultimatum(.client, at: 19_000)
      }),
    .silent("rdp.server_ultimatum", "none", .active().changed { $0.fin(.server, at: 20_000) }),
  ]

  private static func followed(
    _ script: SessionScript, after milliseconds: Int64, phase: Phase = .active
  ) -> SessionScript {
    script.changed {
      $0.surroundings.next = Surroundings.Neighbour(
        start: SessionScript.at(milliseconds).time,
        end: SessionScript.at(milliseconds + 60_000).time,
        phase: phase, established: true)
    }
  }

  private static let probe = SessionScript.tls(finished: true).changed { $0.fin(.client, at: 100) }
  private static let refusal = SessionScript.negotiated(answer: .failure(code: 2))
    .changed { $0.fin(.server, at: 40) }

  static let stories: [RuleCase] = [
    .yields("story.session_follows", "a session two seconds later", followed(probe, after: 2000)),
    .silent(
      "story.session_follows", "another try that fails too",
      followed(probe, after: 2000, phase: .tls)),
    .silent("story.session_follows", "three minutes later", followed(probe, after: 180_000)),
    .silent(
      "story.session_follows", "the server had refused: a retry keeps its own cause",
      followed(
        .nla(.authenticate).changed {
          $0.refused(.errorCode, at: 300)
          $0.fin(.client, at: 400)
        }, after: 2000)),
    .silent(
      "story.session_follows", "the server had closed: a retry keeps its own cause",
      followed(.tls(finished: true).changed { $0.fin(.server, at: 100) }, after: 2000)),
    .yields("story.fallback_worked", "in at once after a refusal", followed(refusal, after: 500)),
    .silent("story.fallback_worked", "no other try", refusal),
    .silent("story.fallback_worked", "half a minute later", followed(refusal, after: 30_000)),
    .silent(
      "story.fallback_worked", "refused again", followed(refusal, after: 500, phase: .x224)),
  ]

  private static let midStream = SessionScript.active().changed {
    $0.connection.handshake = Handshake()
  }

  static let captures: [RuleCase] = [
    .yields("capture.still_running", "packets up to the end", .active()),
    .silent(
      "capture.still_running", "a goodbye", .active().changed { $0.fin(.client, at: 20_000) }),
    .silent("capture.still_running", "an outage at the end", PathRulesTests.dead),
    .yields(
      "capture.quiet_end", "two minutes without a packet",
      .active().changed { $0.connection.captureEnd = SessionScript.at(140_000).time }),
    .silent("capture.quiet_end", "packets up to the end", .active()),
    .yields(
      "capture.went_quiet", "half a minute without a packet, before never more than one second",
      SessionScript.active().changed {
        $0.connection.captureEnd = SessionScript.at(50_000).time
        $0.connection.sent.client.longestSilence = .seconds(1)
      }),
    .silent(
      "capture.went_quiet", "the session has paused as long before",
      SessionScript.active().changed {
        $0.connection.captureEnd = SessionScript.at(50_000).time
        $0.connection.sent.client.longestSilence = .seconds(15)
      }),
    .yields("capture.mid_session", "no start, no end", midStream),
    .silent(
      "capture.mid_session", "no start, but an end",
      midStream.changed { $0.fin(.client, at: 20_000) }),
    .yields("capture.ends_early", "in the middle of NLA", .nla(.challenge, lasting: 200)),
    .silent("capture.ends_early", "a session", .active()),
    .yields(
      "capture.one_sided", "no packet of the server", .active().changed { $0.silence(.server) }),
    .silent("capture.one_sided", "both directions", .active()),
    .yields(
      "capture.lost_packets", "acknowledged and not seen",
      .active().changed { $0.connection.sent.server.missedBytes = 1400 }),
    .silent("capture.lost_packets", "everything seen", .active()),
    .yields("capture.copies", "copies", .active().changed { $0.connection.copies = 12 }),
    .silent("capture.copies", "no copies", .active()),
    .yields(
      "capture.clock_set_back", "by two seconds",
      .active().changed { $0.connection.largestBackwardStep = .seconds(2) }),
    .silent(
      "capture.clock_set_back", "queues out of order",
      .active().changed { $0.connection.largestBackwardStep = .milliseconds(3) }),
    .yields(
      "capture.gap", "a file of the ring is missing",
      .active().changed { $0.surroundings.captureGap = .seconds(12) }),
    .silent("capture.gap", "one file", .active()),
  ]
}
