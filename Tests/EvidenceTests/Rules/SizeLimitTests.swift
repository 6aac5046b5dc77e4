import CaptureReader
import RDPProtocol
import Testing

@testable import Evidence
@testable import TCPStreams

/// Black holes for large packets, told by what is missing and by what came beside it.
@Suite("Rules of the path's size limit") struct SizeLimitTests {
  @Test("yield and stay silent", arguments: cases)
  func judge(_ item: RuleCase) { item.check() }

  static let cases: [RuleCase] = [
    .yields(
      "tcp.pmtu_blackhole", "all that is missing is of full segments, all that came is shorter",
      PathRulesTests.hole.changed { $0.missing(17 * 1460, beside: 1249) }),
    .silent(
      "tcp.pmtu_blackhole", "a shorter one is missing as well",
      PathRulesTests.hole.changed { $0.missing(17 * 1460 + 700, beside: 1249) }),
    .silent(
      "tcp.pmtu_blackhole", "one of full size came",
      PathRulesTests.hole.changed { $0.missing(17 * 1460, beside: 1460) }),
    .yields(
      "tcp.pmtu_blackhole", "a ticket of three segments: its end came, and the capture ends there",
      endless),
    .silent(
      "tcp.pmtu_blackhole", "what is missing is no whole number of segments",
      endless.changed { $0.connection.sent.client.largestOpenHole = 2000 }),
    .silent(
      "tcp.pmtu_blackhole", "the client gave up at once",
      endless.changed { $0.reset(.client, at: 120) }),
    .yields(
      "tcp.pmtu_blackhole", "seen at the sender: the end is reported, the first is repeated",
      reported),
    .silent(
      "tcp.pmtu_blackhole", "nothing behind it was reported",
      reported.changed { $0.connection.sent.server.selectiveAcks = 0 }),
    .silent(
      "tcp.pmtu_blackhole", "one as long had been acknowledged",
      reported.changed { $0.connection.sent.client.largestAcknowledgedSegment = 1460 }),
  ]

  @Test("three seconds of silence after the end of a message say more than the capture's end")
  func waited() {
    func strength(_ script: SessionScript) -> Double? {
      script.evidence.first { $0.code == .tcpPMTUBlackhole }?.strength
    }
    #expect(strength(Self.endless) == 0.57)
    #expect(
      strength(
        Self.endless.changed { $0.connection.captureEnd = SessionScript.at(5000).time }) == 0.8)
  }

  @Test(
    "keep-alives that keep their idle pace are answered: small ones get through",
    arguments: [
      ([6300, 11_600, 17_000, 22_300], 1), ([6300, 8300, 10_300], 0.5), ([6300, 11_600], 0.5),
      ([6300, 11_600, 17_000, 19_000], 0.5),
    ] as [([Int64], Double)])
  func paced(probes: [Int64], strength: Double) {
    let script = SessionScript.tls(version: nil).changed { script in
      script.unanswered(.server, from: 1200, to: 24_000, attempts: 8, length: 1280)
      script.connection.sent.client.keepAlives = probes.count
      script.lastPacket(.client, at: 1190, acknowledging: 20, length: 318, sequence: 43)
      for probe in probes {
        script.lastPacket(.client, at: probe, acknowledging: 20, sequence: 360)
        script.lastPacket(.server, at: probe + 1, acknowledging: 361, sequence: 1300)
        script.connection.sent.client.lastPacket = SessionScript.at(probe)
      }
    }
    let found = script.evidence.first { $0.code == .tcpPMTUBlackhole }
    #expect(found?.strength == strength)
  }

  /// A token of three segments in NLA, of which the last came.
  private static let endless = SessionScript.nla(.negotiate, lasting: 120).changed { script in
    script.missing(2920, beside: 743, side: .client)
    script.connection.sent.client.openHoleSince = SessionScript.at(110).time
    script.connection.sent.server.selectiveAcks = 1
  }

  private static let reported = SessionScript.nla(.negotiate).changed { script in
    script.unanswered(.client, from: 110, to: 15_000, attempts: 8, length: 1460)
    script.connection.sent.client.largestAcknowledgedSegment = 517
    script.connection.sent.server.selectiveAcks = 1
  }
}

extension SessionScript {
  /// Bytes of a side that never came, and the longest segment that came behind them.
  fileprivate mutating func missing(_ bytes: Int, beside longest: Int, side: Side = .server) {
    connection.handshake.clientMSS = 1460
    connection.handshake.serverMSS = 1460
    connection.sent[side].largestOpenHole = bytes
    connection.sent[side].largestBesideHole = longest
  }
}
