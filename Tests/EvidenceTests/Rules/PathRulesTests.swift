import CaptureReader
import RDPProtocol
import Testing

@testable import Evidence
@testable import TCPStreams

@Suite("Rules of the path") struct PathRulesTests {
  @Test(
    "yield and stay silent",
    arguments: outages + blackHoles + deadPaths + pace + idleTimers + resets + health)
  func judge(_ item: RuleCase) { item.check() }

  @Test("an outage's strength grows with its length and its attempts")
  func outageStrength() throws {
    func strength(to end: Int64, attempts: Int, isOpen: Bool = false) throws -> Double {
      let script = SessionScript.active().changed {
        $0.unanswered(.client, from: 15_000, to: end, attempts: attempts)
        if !isOpen { $0.fin(.client, at: 20_001) }
      }
      return try #require(script.evidence.first { $0.code == .tcpOutage }).strength
    }
    #expect(try strength(to: 16_000, attempts: 3) == 0.5)
    #expect(try strength(to: 19_000, attempts: 3) == 0.8)
    #expect(try strength(to: 20_000, attempts: 4) == 1)
    #expect(try strength(to: 16_000, attempts: 6) == 1)
    // A capture that ends within it must show both.
    #expect(try strength(to: 16_000, attempts: 6, isOpen: true) == 1.0 / 9)
    #expect(try strength(to: 24_000, attempts: 6, isOpen: true) == 1)
  }

  /// What the server sent in each half second of the session.
  private static func strength(
    _ packets: (Int) -> Int, _ change: (inout SessionScript) -> Void = { _ in }
  ) throws -> Double {
    var server = [ActivitySeries.Activity](repeating: .init(), count: 41)
    for place in server.indices {
      for _ in 0..<packets(place) { server[place].add(bytes: 100, isRepeat: false) }
    }
    let script = dead.changed { script in
      script.connection.series = ConnectionSeries(
        start: SessionScript.start, length: .milliseconds(500),
        courses: PerSide(
          client: .init([ActivitySeries.Activity](repeating: .init(), count: 41)),
          server: .init(server)))
      change(&script)
    }
    return try #require(script.evidence.first { $0.code == .tcpOutage }).strength
  }

  @Test("an outage weighs little where the other side goes on and is served to the end")
  func served() throws {
    let silent = try Self.strength { $0 < 30 ? 4 : 0 }
    #expect(try Self.strength { _ in 4 } < silent / 2)
    #expect(try Self.strength { $0 < 32 ? 4 : 0 } == silent)
    // What had waited on the way comes in one burst.
    #expect(try Self.strength { $0 < 30 ? 4 : $0 == 40 ? 20 : 0 } == silent)
  }

  @Test("a goodbye in order that gets through was no answer to a short outage")
  func leftInOrder() throws {
    let bare = try Self.strength({ _ in 0 }) { $0.fin(.server, at: 20_001) }
    let orderly = try Self.strength({ _ in 0 }) { script in
      script.record(.server, at: 20_000, type: 21, length: 26)
      script.fin(.server, at: 20_001)
    }
    #expect(bare == 1)
    #expect(orderly < 0.6)
  }

  static let dead = SessionScript.active().changed {
    $0.unanswered(.client, from: 15_000, to: 20_000, attempts: 5)
  }

  static let outages: [RuleCase] = [
    .yields("tcp.outage", "five tries in five seconds", dead),
    .yields(
      "tcp.outage", "the client gives up at the end", dead.changed { $0.fin(.client, at: 20_001) }),
    .yields(
      "tcp.outage", "it gives up although an outage like it had healed",
      dead.changed {
        $0.healedOutage(.client, from: 3000, to: 9000)
        $0.reset(.client, at: 20_001)
      }),
    .silent(
      "tcp.outage", "two tries",
      .active().changed { $0.unanswered(.client, from: 15_000, to: 20_000, attempts: 2) }),
    .silent(
      "tcp.outage", "the server had said goodbye before",
      dead.changed { $0.fin(.server, at: 14_000) }),
    .silent(
      "tcp.outage", "nothing but a FIN",
      .active().changed {
        $0.unanswered(.client, from: 15_000, to: 20_000, attempts: 5, isFinOnly: true)
      }),
    .silent(
      "tcp.outage", "the server's window was shut",
      dead.changed { $0.connection.sent.server.zeroWindowSince = SessionScript.at(14_000) }),
    .silent("tcp.outage", "a bare RST", .active().changed { $0.reset(.server, at: 20_000) }),
    .yields(
      "tcp.outage_like_before", "the capture ends in an outage like one before",
      dead.changed { $0.healedOutage(.client, from: 3000, to: 9000) }),
    .silent(
      "tcp.outage_like_before", "the one before was shorter",
      dead.changed { $0.healedOutage(.client, from: 3000, to: 5000) }),
    .yields(
      "tcp.heavy_loss", "a fifth of the segments before",
      dead.changed { $0.losses(.client, 20) }),
    .silent("tcp.heavy_loss", "a sudden end", dead),
  ]

  static let blackHole = SessionScript.active().changed { script in
    script.unanswered(.server, from: 10_000, to: 20_000, attempts: 5, length: 1400)
    script.connection.sent.server.largestAcknowledgedSegment = 500
    script.connection.sent.client.lastPacket = SessionScript.at(20_000)
  }

  static let blackHoles: [RuleCase] = [
    .yields("tcp.pmtu_blackhole", "large segments vanish, the client is heard", blackHole),
    .silent(
      "tcp.pmtu_blackhole", "the client is not heard either",
      blackHole.changed { $0.connection.sent.client.lastPacket = SessionScript.at(9990) }),
    .silent(
      "tcp.pmtu_blackhole",
      "seen at both ends: the client repeats itself, small answers vanish too",
      blackHole.changed { script in
        script.connection.sent.client.dataPackets = 8
        script.connection.sent.client.retransmissions.spurious = 6
      }),
    .silent(
      "tcp.pmtu_blackhole", "the client's small segments vanish too",
      blackHole.changed { $0.losses(.client, 12) }),
    .silent(
      "tcp.pmtu_blackhole", "seen at the receiver, whose own small segments vanish too",
      hole.changed { $0.losses(.client, 12) }),
    .silent(
      "tcp.pmtu_blackhole", "both sides lose large and small ones, and repeat them with success",
      blackHole.changed { script in
        script.losses(.server, 12)
        script.losses(.client, 12)
        script.connection.sent.client.largestSegment = 1400
      }),
    .silent(
      "tcp.pmtu_blackhole", "the same with large ones that arrive while others are still missing",
      blackHole.changed { script in
        script.connection.capturePoint = .server
        script.losses(.server, 12)
        script.losses(.client, 12)
        script.connection.sent.client.largestSegment = 1400
        script.connection.sent.client.openHoleBytes = 900
      }),
    .yields(
      "tcp.pmtu_blackhole", "one side loses others as well",
      blackHole.changed { $0.losses(.server, 12) }),
    .yields(
      "tcp.pmtu_blackhole", "large ones had passed; now none does, while what is small is reported",
      blackHole.changed { script in
        script.unanswered(.server, from: 10_000, to: 20_000, attempts: 9, length: 1400)
        script.connection.sent.client.lastPacket = SessionScript.at(20_000)
        script.connection.sent.server.largestAcknowledgedSegment = 1400
        script.connection.sent.client.selectiveAcks = 9
        script.losses(.server, 6)
        script.course(Array(repeating: (4, 60), count: 20), Array(repeating: (4, 900), count: 20))
      }),
    .silent(
      "tcp.pmtu_blackhole", "segments as large had passed",
      blackHole.changed { $0.connection.sent.server.largestAcknowledgedSegment = 1400 }),
    .silent(
      "tcp.pmtu_blackhole", "a small segment",
      .active().changed { script in
        script.unanswered(.server, from: 10_000, to: 20_000, attempts: 5, length: 200)
        script.connection.sent.client.lastPacket = SessionScript.at(20_000)
      }),
    .yields("tcp.pmtu_blackhole", "seen at the receiver: a hole that is never filled", hole),
    .silent(
      "tcp.pmtu_blackhole", "a hole in a one-sided capture",
      hole.changed { $0.connection.sent.client.packets = 0 }),
  ]

  static let hole = SessionScript.active().changed { script in
    script.connection.sent.server.largestOpenHole = 1400
    script.connection.sent.server.openHoleSince = SessionScript.at(10_000).time
    script.connection.sent.server.largestBesideHole = 300
    script.connection.sent.client.lastData = SessionScript.at(10_000)
  }

  static let deadPaths: [RuleCase] = [
    .yields("tcp.keepalives_unanswered", "eight keep-alives, no answer", keepAlives(8)),
    .yields(
      "tcp.keepalives_unanswered", "the server acknowledged the hello and was gone",
      SessionScript.tls(version: nil).changed { $0.connection.sent.client.keepAlivesUnanswered = 4 }
    ),
    .silent("tcp.keepalives_unanswered", "two may be lost", keepAlives(2)),
    .silent(
      "tcp.keepalives_unanswered", "the server had said goodbye",
      keepAlives(8).changed { $0.fin(.server, at: 9000) }),
    .silent("capture.still_running", "eight keep-alives, no answer", keepAlives(8)),
    .silent(
      "tcp.path_healthy", "eight keep-alives, no answer, and the client resets",
      keepAlives(8).changed { $0.reset(.client, at: 20_000) }),
    .yields("tcp.delivery_stalled", "no progress for thirty seconds", stalled(from: 5000)),
    .silent("capture.still_running", "no progress for thirty seconds", stalled(from: 5000)),
    .silent("tcp.delivery_stalled", "one second before the end", stalled(from: 34_000)),
  ]

  static func keepAlives(_ count: Int) -> SessionScript {
    SessionScript.active().changed { $0.connection.sent.client.keepAlivesUnanswered = count }
  }

  /// Data sent once, of which the end shows no acknowledgement, on a lossy path.
  static func stalled(from: Int64) -> SessionScript {
    SessionScript.active(lasting: 35_000).changed { script in
      script.losses(.server, 5)
      script.unanswered(.server, from: from, to: from, attempts: 1)
    }
  }

  static let pace: [RuleCase] = [
    .yields(
      "tcp.silence_out_of_pace", "a packet each second, then nothing",
      forgotten.changed { $0.pauses(.client, 4, of: .milliseconds(1000)) }),
    .silent(
      "tcp.silence_out_of_pace", "one pause",
      forgotten.changed { $0.pauses(.client, 1, of: .milliseconds(1000)) }),
    .silent(
      "tcp.silence_out_of_pace", "pauses are packets' rhythm",
      forgotten.changed { $0.pauses(.client, 9, of: .milliseconds(300)) }),
    .yields(
      "tcp.pause_survived_before", "a pause as long before",
      forgotten.changed { $0.pauses(.client, 1, of: .milliseconds(9500)) }),
    .silent(
      "tcp.pause_survived_before", "half as long",
      forgotten.changed { $0.pauses(.server, 1, of: .milliseconds(5000)) }),
    .silent(
      "tcp.idle_then_reset", "the silence between two repeats",
      idleReset.changed { $0.unanswered(.client, from: 5000, to: 19_990, attempts: 6) }),
  ]

  @Test("between two points an outage that follows a silence says little of the path")
  func outageAfterSilence() throws {
    func strength(_ script: SessionScript) throws -> Double {
      var facts = SessionFacts(script.facts)
      facts.path = PathFacts(
        points: [], sent: PerSide(client: PathFacts.Direction(), server: PathFacts.Direction()),
        start: SessionScript.at(0).time, end: SessionScript.at(20_000).time,
        findings: [
          PathFacts.Finding(
            code: "path.outage_between", strength: 1, summary: "nothing got through", references: []
          )
        ])
      let found = RuleBook.evidence(in: facts).first { $0.code == .pathOutageBetween }
      return try #require(found).strength
    }
    #expect(try strength(Self.forgotten) < 0.5)
    #expect(try strength(Self.dead) == 1)
  }

  static let idleTimers: [RuleCase] = [
    .yields("tcp.idle_then_silence", "ten seconds of silence, then no answer", forgotten),
    .silent("tcp.idle_then_silence", "no silence before", dead),
    .silent(
      "tcp.idle_then_silence", "the server spoke in the pause",
      forgotten.changed { $0.connection.sent.server.lastPacket = SessionScript.at(14_500) }),
    .silent(
      "tcp.idle_then_silence", "the outage began before the pause",
      forgotten.changed { $0.unanswered(.client, from: 5000, to: 20_000, attempts: 5) }),
    .yields("tcp.idle_then_reset", "nine seconds of silence, then a RST", idleReset),
    .silent(
      "tcp.idle_then_reset", "a RST in the middle of traffic",
      .active().changed {
        $0.reset(.server, at: 20_000, hasAck: false, sinceOwn: 20, sinceOther: 10)
      }),
    .silent(
      "tcp.idle_then_reset", "at the server: its own host does not know the connection any more",
      .active().changed { script in
        script.connection.capturePoint = .server
        script.reset(.server, at: 20_000, hasAck: false, sinceOwn: 9000, sinceOther: 0)
        script.connection.sent.client.longestSilence = .seconds(9)
      }),
    .silent(
      "tcp.idle_then_reset", "the server's program closes after a quiet time",
      .active().changed { script in
        script.reset(.server, at: 20_000, hasAck: false, sinceOwn: 9000, sinceOther: 9000)
        script.connection.sent.client.longestSilence = .seconds(9)
      }),
  ]

  static let forgotten = dead.changed { script in
    script.connection.sent.client.longestSilence = .seconds(10)
    script.connection.sent.client.longestSilenceStart = SessionScript.at(5000)
    script.connection.sent.server.lastPacket = SessionScript.at(4990)
  }

  static let idleReset = SessionScript.active().changed { script in
    script.reset(.server, at: 20_000, hasAck: false, sinceOwn: 9000, sinceOther: 10)
    script.connection.sent.client.longestSilence = .seconds(9)
  }

  static let resets: [RuleCase] = [
    .yields(
      "tcp.reset_foreign_ttl", "four hops nearer",
      .active().changed { $0.reset(.server, at: 20_000, hopLimit: 122) }),
    .silent(
      "tcp.reset_foreign_ttl", "the server's own hop limit",
      .active().changed { $0.reset(.server, at: 20_000) }),
    .silent(
      "tcp.reset_foreign_ttl", "one hop apart",
      .active().changed { $0.reset(.server, at: 20_000, hopLimit: 119) }),
    .silent(
      "tcp.reset_foreign_ttl", "after its own FIN",
      .active().changed {
        $0.fin(.server, at: 19_000)
        $0.reset(.server, at: 20_000, hopLimit: 64)
      }),
    .silent(
      "tcp.reset_foreign_ttl", "an answer to the client's FIN",
      .active().changed {
        $0.fin(.client, at: 19_000)
        $0.reset(.server, at: 20_000, hopLimit: 64)
      }),
    .yields(
      "tcp.reset_race", "the server goes on",
      .active().changed { $0.reset(.server, at: 15_000, senderWentOn: true) }),
    .silent(
      "tcp.reset_race", "the server is silent",
      .active().changed { $0.reset(.server, at: 20_000) }),
    .yields(
      "tcp.reset_foreign_id", "far from a host that counts its packets", numbered(reset: 0x9000)),
    .silent("tcp.reset_foreign_id", "the next number", numbered(reset: 0x1033)),
    .silent("tcp.reset_foreign_id", "zero, as answers of no connection have", numbered(reset: 0)),
    .silent(
      "tcp.reset_foreign_id", "a host that draws its numbers",
      numbered(reset: 0x9000).changed { $0.connection.sent.server.identification.others = 20 }),
    .yields("tcp.reset_foreign_options", "without the time stamps of its packets", stamped),
    .silent(
      "tcp.reset_foreign_options", "with them",
      stamped.changed { $0.connection.sent.server.resets[0].hasTimestamps = true }),
    .silent(
      "tcp.reset_foreign_options", "no ACK: an answer of no connection",
      stamped.changed { $0.connection.sent.server.resets[0].hasAck = false }),
    .silent(
      "tcp.reset_foreign_options", "a system that may leave them out",
      stamped.changed { $0.connection.sent.server.stack = .other }),
    .silent(
      "tcp.reset_foreign_options", "one side has none",
      stamped.changed { $0.connection.sent.client.usesTimestamps = false }),
  ]

  /// A host with time stamps, and a RST in its name that has none.
  private static let stamped = SessionScript.active().changed { script in
    for side in Side.allCases { script.connection.sent[side].usesTimestamps = true }
    script.connection.sent.server.stack = .linux
    script.reset(.server, at: 20_000)
  }

  private static func numbered(reset identification: UInt16) -> SessionScript {
    SessionScript.active().changed {
      $0.connection.sent.server.identification.ascending = 50
      $0.reset(.server, at: 20_000, sinceOwn: 30)
      $0.connection.sent.server.resets[0].identification = identification
      $0.connection.sent.server.resets[0].previousIdentification = 0x1032
    }
  }

  static let health: [RuleCase] = [
    .yields(
      "tcp.path_healthy", "nothing lost",
      .active().changed { $0.fin(.client, at: 20_000) }),
    .silent("tcp.path_healthy", "no end in the capture", .active()),
    .silent(
      "tcp.path_healthy", "two losses",
      .active().changed {
        $0.losses(.client, 2)
        $0.fin(.client, at: 20_000)
      }),
    .silent(
      "tcp.path_healthy", "an outage that healed",
      .active().changed {
        $0.healedOutage(.server, from: 3000, to: 5000)
        $0.fin(.client, at: 20_000)
      }),
    .silent(
      "tcp.path_healthy", "one direction only",
      .active().changed {
        $0.silence(.server)
        $0.fin(.client, at: 20_000)
      }),
    .silent(
      "tcp.path_healthy", "an outage at the end", dead.changed { $0.fin(.client, at: 20_001) }),
  ]
}
