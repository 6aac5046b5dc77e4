import CaptureReader
import Evidence
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("Session tracker on hostile input")
struct SessionTrackerHostileTests {
  /// Every list of a session within its limit.
  private func expectBounded(_ facts: WireFacts) {
    let trace = facts.trace
    #expect(trace.notes.count <= SessionTracker.keptNotes)
    #expect(facts.alerts.count <= SessionTracker.keptAlerts + 1)
    #expect(trace.tls.firstRecords.count <= SessionTracker.keptFirstRecords)
    #expect(trace.tls.lastRecords.count <= RecentRecords.limit)
    #expect(facts.ultimatums.count <= SessionTracker.keptUltimatums + 2)
    #expect(facts.credssp.messages.count <= 16)
    #expect(facts.phases.count <= Phase.allCases.count)
    #expect(trace.foreignBytes.client.count <= 16 && trace.foreignBytes.server.count <= 16)
  }

  private func facts(_ build: (inout Conversation) -> Void) throws -> WireFacts {
    var talk = Conversation()
    talk.say(.client, Vectors.request)
    talk.say(.server, Vectors.confirmHybrid)
    build(&talk)
    return try #require(talk.followed()).facts
  }

  @Test("a certificate of megabytes is skipped and noted")
  func hugeCertificate() throws {
    let message = handshake(
      HandshakeType.certificate, [UInt8](repeating: 0, count: 3_000_000))
    let facts = try facts { talk in
      talk.say(.client, Vectors.clientHello12)
      for start in stride(from: 0, to: message.count, by: 16_384) {
        talk.say(.server, tlsRecord(22, Array(message[start..<min(start + 16_384, message.count)])))
      }
      talk.say(.server, tlsRecord(22, handshake(HandshakeType.serverHelloDone, [])))
    }
    #expect(facts.trace.tls.certificate == nil)
    #expect(facts.trace.tls.serverHelloDone != nil)
    #expect(facts.trace.notes.map(\.code) == ["tls.handshake_too_long"])
    expectBounded(facts)
  }

  @Test("floods of tiny records, alerts, handshakes and goodbyes stay bounded")
  func floods() throws {
    let facts = try facts { talk in
      talk.say(.client, (0..<3000).flatMap { _ in tlsRecord(22, handshake(1, [])) })
      talk.say(.server, (0..<3000).flatMap { _ in tlsRecord(22, []) })
      talk.say(.server, (0..<3000).flatMap { _ in tlsRecord(21, [1, 90]) })
      talk.say(.client, (0..<3000).flatMap { _ in encrypted(0) })
      talk.say(.server, (0..<3000).flatMap { _ in encrypted(15 + 17) })
      talk.say(.server, tlsRecord(22, (0..<4000).flatMap { _ in handshake(0, []) }))
    }
    #expect(facts.trace.tls.clientHelloCount == 3000)
    #expect(facts.trace.tls.applicationRecords.client == 3000)
    expectBounded(facts)
  }

  @Test("floods of TPKT packets stay bounded")
  func packetFlood() throws {
    var talk = SessionTrackerTests.clearSession()
    for packet in [
      hex("0300000902f0802180"), Vectors.request, Vectors.connectInitial,
      Vectors.licenseValid, tpkt(hex("ffffff")), tpkt(hex("02f080")),
    ] {
      talk.say(.client, (0..<300).flatMap { _ in packet })
      talk.say(.server, (0..<300).flatMap { _ in packet })
    }
    let facts = try #require(talk.followed()).facts
    #expect(facts.trace.framingErrors.client > 0)
    expectBounded(facts)
  }

  static let session: [(Side, [UInt8])] = [
    (.client, Vectors.request), (.server, Vectors.confirmHybrid),
    (.client, Vectors.clientHello12), (.server, Vectors.serverFlight12),
    (.client, Vectors.clientFlight12), (.server, Vectors.serverFlightEnd12),
    (.client, encrypted(117)), (.server, encrypted(211)), (.client, encrypted(493)),
    (.server, encrypted(39)),
  ]

  @Test(
    "changed bytes anywhere in a session leave a bounded trace",
    arguments: 0..<300 as Range<UInt64>)
  func changed(seed: UInt64) throws {
    var generator = SeededRandom(seed: seed)
    var talk = Conversation()
    for (side, bytes) in Self.session {
      var bytes = bytes
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let index = Int.random(in: 0..<min(bytes.count, 60), using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      talk.say(side, bytes, size: Int.random(in: 1...1400, using: &generator))
    }
    expectBounded(try #require(talk.followed()).facts)
  }

  @Test("a session cut anywhere reaches no later phase than the whole", arguments: 0...10)
  func cut(count: Int) throws {
    var talk = Conversation()
    for (side, bytes) in Self.session.prefix(count) { talk.say(side, bytes) }
    let facts = try #require(talk.followed()).facts
    let expected: [Phase] =
      switch count {
      case 0: []
      case 1...2: [.x224]
      case 3...6: [.x224, .tls]
      default: [.x224, .tls, .credssp]
      }
    #expect(facts.phases.map(\.phase) == expected)
    expectBounded(facts)
  }
}
