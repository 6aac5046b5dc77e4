import CaptureReader
import PacketDecode
import RDPProtocol
import Testing

@testable import Attribution
@testable import Evidence
@testable import TCPStreams

/// RSTs and FINs whose sender did not mean what they look like.
@Suite("Rules of strangers to a connection") struct StrangerRulesTests {
  @Test("yield and stay silent", arguments: cases)
  func judge(_ item: RuleCase) { item.check() }

  /// The client's FIN after its last record, without an alert.
  private static let bare = SessionScript.active().changed { script in
    script.record(.client, at: 19_900)
    script.fin(.client, at: 20_000)
  }

  /// The server's RST, and a packet of it that comes nine milliseconds later.
  private static func race(
    sequence: UInt32, acknowledging bytes: UInt32, length: Int = 0, flags: TCPFlags = [.ack]
  ) -> SessionScript {
    SessionScript.active().changed { script in
      script.lastPacket(.server, at: 19_990, acknowledging: 500, length: 100, sequence: 900)
      script.lastPacket(
        .server, at: 20_000, acknowledging: 500, flags: [.rst, .ack], sequence: 1000)
      script.reset(.server, at: 20_000, senderWentOn: true)
      script.lastPacket(
        .server, at: 20_009, acknowledging: bytes, flags: flags, length: length, sequence: sequence)
    }
  }

  /// The client had acknowledged so much.
  private static func heard(_ bytes: UInt32) -> [TailPacket] {
    var script = SessionScript()
    script.lastPacket(.client, at: 19_900, acknowledging: bytes, length: 10, sequence: 480)
    return script.connection.tail
  }

  /// Two keep-alives of the server, one of the client's between them, and the server's RST.
  private static func givenUp(answer: UInt32 = 499, resetAt end: Int64 = 30_000) -> SessionScript {
    SessionScript.active(lasting: 31_000).changed { script in
      script.connection.sent.server.keepAlives = 2
      script.lastPacket(.client, at: 24_000, acknowledging: 1000, length: 50, sequence: 450)
      script.lastPacket(.server, at: 24_010, acknowledging: 500, length: 100, sequence: 1000)
      script.lastPacket(.client, at: 24_020, acknowledging: 1100, sequence: 500)
      script.lastPacket(.server, at: 26_000, acknowledging: 500, sequence: 1099)
      script.lastPacket(.server, at: 28_000, acknowledging: 500, sequence: 1099)
      script.lastPacket(.client, at: 28_020, acknowledging: 1100, sequence: answer)
      script.lastPacket(
        .server, at: end, acknowledging: 500, flags: [.rst, .ack], sequence: 1100)
      script.reset(.server, at: end)
    }
  }

  /// Keep-alives of the server that are answered where the capture is taken, and its RST.
  private static func answered(at probes: [Int64]) -> SessionScript {
    SessionScript.active(lasting: 31_000).changed { script in
      script.connection.sent.server.keepAlives = probes.count
      script.lastPacket(.server, at: 15_000, acknowledging: 500, length: 100, sequence: 1000)
      script.lastPacket(.client, at: 15_010, acknowledging: 1100, sequence: 500)
      for probe in probes {
        script.lastPacket(.server, at: probe, acknowledging: 500, sequence: 1099)
        script.lastPacket(.client, at: probe + 1, acknowledging: 1100, sequence: 500)
      }
      script.lastPacket(
        .server, at: 29_000, acknowledging: 500, flags: [.rst, .ack], sequence: 1100)
      script.reset(.server, at: 29_000)
    }
  }

  /// Captured on both sides of an address translation.
  private static func translated(_ ports: [UInt16]) -> SessionScript {
    SessionScript.active().changed { script in
      script.surroundings.translatedPorts = ports
      script.reset(.server, at: 20_000, hasAck: false)
    }
  }

  /// The client takes leave after 25 s in which nobody spoke; a RST answers.
  private static func forgotten(answered: Bool = false, silentSince last: Int64 = 20_000)
    -> SessionScript
  {
    SessionScript.active(lasting: 46_000).changed { script in
      script.lastPacket(.client, at: last, acknowledging: 1000, sequence: 500)
      script.lastPacket(.client, at: 45_000, acknowledging: 1000, length: 31, sequence: 500)
      script.record(.client, at: 45_000, type: 21, length: 26)
      script.lastPacket(
        .client, at: 45_001, acknowledging: 1000, flags: [.fin, .ack], sequence: 531)
      script.fin(.client, at: 45_001)
      if answered { script.lastPacket(.server, at: 45_020, acknowledging: 532, sequence: 1000) }
      script.lastPacket(.server, at: 45_030, acknowledging: 0, flags: [.rst], sequence: 1000)
      script.reset(.server, at: 45_030, hopLimit: 64, hasAck: false)
    }
  }

  /// A server that says goodbye four seconds after the desktop; what the client sent in each second.
  private static func leftAlone(_ client: [(Int, Int)]) -> SessionScript {
    SessionScript.active(lasting: 6000).changed { script in
      script.inference.active = SessionScript.at(400)
      script.trace.mcs.activePDUs = PerSide(client: 6, server: 12)
      script.course(client, client.map { _ in (1, 100) })
      script.ultimatum(.server, at: 4400)
      script.fin(.server, at: 4401)
    }
  }

  static let cases: [RuleCase] = [
    .yields("client.fin_without_alert", "the last record is none that ends TLS", bare),
    .silent("client.fin_mid_session", "the last record is none that ends TLS", bare),
    .silent(
      "client.fin_without_alert", "the alert may be what the capture lacks",
      bare.changed { $0.connection.sent.client.missedBytes = 31 }),
    .silent(
      "client.fin_without_alert", "cut packets",
      bare.changed { $0.surroundings.snapped = true }),
    .silent(
      "client.fin_without_alert", "a record that the FIN overtook may be the alert",
      bare.changed { $0.record(.client, at: 20_010, type: 23, length: 24) }),
    .silent(
      "client.fin_without_alert", "an alert",
      bare.changed { $0.record(.client, at: 19_990, type: 21, length: 26) }),
    .yields(
      "client.fin_mid_session", "without TLS nobody says so",
      .active().changed { $0.fin(.client, at: 20_000) }),
    .yields(
      "server.reset_unknown", "the answer to data of a connection that is not known",
      .active().changed { script in
        script.reset(.server, at: 20_000, hasAck: false, sinceOther: 30)
        script.connection.sent.server.resets[0].answersAcknowledgment = true
      }),
    .silent(
      "server.reset_unknown", "a program's abort",
      .active().changed { $0.reset(.server, at: 20_000) }),
    .silent(
      "tcp.reset_race", "an acknowledgement that the RST overtook",
      race(sequence: 1000, acknowledging: 500)),
    .silent(
      "tcp.reset_race", "data that the RST overtook",
      race(sequence: 900, acknowledging: 500, length: 100)),
    .silent(
      "tcp.reset_race", "one more RST",
      race(sequence: 1000, acknowledging: 600, flags: [.rst, .ack])),
    .silent(
      "tcp.reset_race", "a closed socket's answer to a segment",
      race(sequence: 1000, acknowledging: 500, length: 20).changed { script in
        script.connection.sent.server.resets[0].hasAck = false
        script.connection.tail.insert(contentsOf: Self.heard(1000), at: 0)
      }),
    .yields(
      "tcp.reset_race", "numbered by nobody's acknowledgement",
      race(sequence: 1000, acknowledging: 500, length: 20).changed { script in
        script.connection.sent.server.resets[0].hasAck = false
        script.connection.tail.insert(contentsOf: Self.heard(900), at: 0)
      }),
    .yields(
      "tcp.reset_race", "it acknowledges what came after", race(sequence: 1000, acknowledging: 600)),
    .yields(
      "tcp.reset_race", "new data", race(sequence: 1000, acknowledging: 500, length: 20)),
    .yields(
      "tcp.keepalives_unanswered", "the client's own keep-alive is no answer", givenUp()),
    .silent("server.reset_mid_session", "the server gave the connection up", givenUp()),
    .silent("tcp.keepalives_unanswered", "the client answered", givenUp(answer: 500)),
    .yields("server.reset_mid_session", "the client answered", givenUp(answer: 500)),
    .silent(
      "tcp.keepalives_unanswered", "long after the last of them", givenUp(resetAt: 30_900)),
    .yields(
      "tcp.keepalives_unanswered", "the server asks again sooner although it was answered here",
      answered(at: [20_000, 25_000, 27_000])),
    .silent(
      "tcp.keepalives_unanswered", "it asks as ever", answered(at: [23_000, 25_000, 27_000])),
    .yields("tcp.translation_lost", "another port, and a RST", translated([5797, 29_098])),
    .silent("tcp.translation_lost", "one port", translated([5797])),
    .yields("tcp.idle_then_reset", "a goodbye answered as a stranger's", forgotten()),
    .silent("tcp.idle_then_reset", "the server's host acknowledged it", forgotten(answered: true)),
    .silent("tcp.idle_then_reset", "seconds after the last packet", forgotten(silentSince: 41_000)),
    .yields(
      "rdp.goodbye_before_use", "two short messages", leftAlone((0..<6).map { _ in (2, 60) })),
    .silent(
      "rdp.goodbye_before_use", "input of an unknown form",
      leftAlone((0..<6).map { _ in (60, 4000) })),
  ]

  @Test("neither a killed client nor a forgotten connection is given as sure")
  func doubt() {
    let killed = Judge.verdict(for: SessionFacts(Self.bare.facts))
    #expect(killed.code == .clientTerminated)
    #expect(killed.confidence < 0.85)
    #expect(!killed.settledBy.isEmpty)
    let unknown = Judge.verdict(
      for: SessionFacts(
        SessionScript.active().changed { script in
          script.reset(.server, at: 20_000, hasAck: false, sinceOther: 30)
          script.connection.sent.server.resets[0].answersAcknowledgment = true
        }.facts))
    #expect(unknown.code == .serverTerminated)
    #expect(unknown.confidence <= 0.85)
    #expect(Judge.verdict(for: SessionFacts(Self.givenUp().facts)).code == .networkPathOutage)
  }
}
