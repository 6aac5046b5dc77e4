import CaptureReader
@testable import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams
import Testing

@testable import Correlation

/// A relay's two connections are two sessions of one story, each judged for its own half.
@Suite("Sessions over a relay") struct RelayTests {
  private typealias Sample = FactsSample

  /// The client's half, and the relay's connection to the server within it.
  private static func halves(
    client: Sample.End = .serverFIN, server: Sample.End = .clientFIN, pause: Int64 = 0,
    phase: Phase = .active, at point: CapturePoint = .middle, cookie: String? = "jdoe",
    behind clock: Int64 = 0
  ) -> [SessionFacts] {
    [
      Sample.session(
        from: 0, to: 60, server: Sample.server(9), phase: phase, end: client, cookie: cookie,
        pause: pause),
      Sample.session(
        from: clock + 1, to: clock + 59, client: Sample.client(200), phase: phase, end: server,
        input: 1, cookie: cookie, capturedAt: point, pause: pause),
    ]
  }

  private static let both = [
    RelayTies.Candidate(session: 0, witness: 0), RelayTies.Candidate(session: 1, witness: 1),
  ]

  private static func ties(_ sessions: [SessionFacts]) -> [[Int]] {
    RelayTies.pairs(both, of: sessions).map { [$0.0, $0.1] }
  }

  @Test("are found by the user they ask for, and by the time of one within the other")
  func found() {
    #expect(Self.ties(Self.halves()) == [[0, 1]])
    #expect(Self.ties(Self.halves(at: .server, behind: 61)) == [[0, 1]])
    #expect(Self.ties(Self.halves().reversed()) == [[1, 0]])
  }

  @Test("are not found without a name, over days, in one capture, or at two clients")
  func notFound() {
    #expect(Self.ties(Self.halves(cookie: nil)).isEmpty)
    #expect(Self.ties(Self.halves(behind: 86_400)).isEmpty)
    #expect(Self.ties(Self.halves(at: .client)).isEmpty)
    let one = Self.both.map { RelayTies.Candidate(session: $0.session, witness: 0) }
    #expect(RelayTies.pairs(one, of: Self.halves()).isEmpty)
  }

  @Test("are not guessed where more than one could be meant")
  func ambiguous() {
    let sessions = Self.halves() + [Self.halves()[1]]
    let three = Self.both + [RelayTies.Candidate(session: 2, witness: 1)]
    #expect(RelayTies.pairs(three, of: sessions).isEmpty)
  }

  @Test(
    "were ended by the relay where neither host closed first",
    arguments: [(Int64(0), "path.relay_ended"), (Int64(5), "path.relay_closed")])
  func ended(pause: Int64, code: String) throws {
    let sessions = Self.halves(pause: pause)
    let halves = try #require(RelayHalves(sessions[0], sessions[1]))
    #expect(halves.firstSide == .client)
    #expect(RelayEnd(halves)?.finding.code == code)
    #expect(try #require(RelayHalves(sessions[1], sessions[0])).firstSide == .server)
  }

  @Test(
    "were not, where a host closed or its path was dead",
    arguments: [
      (Sample.End.clientFIN, Sample.End.clientFIN), (.serverFIN, .serverFIN),
      (.goodbye, .clientFIN), (.outage, .clientFIN),
    ])
  private func notEnded(client: Sample.End, server: Sample.End) throws {
    let sessions = Self.halves(client: client, server: server)
    let halves = try #require(RelayHalves(sessions[0], sessions[1]))
    #expect(RelayEnd(halves) == nil)
  }

  @Test("show a device that ends TLS by messages of one length in two TLS sessions")
  func intercepted() throws {
    func half(_ facts: SessionFacts, _ lengths: [Int]) -> SessionFacts {
      var facts = facts
      facts.changeWires { wire in
        wire.trace.tls.serverHelloFrame = wire.connection.first
        var inference = wire.inference
        inference.credssp.messages = lengths.map {
          CredSSPProgress.Message(side: .client, plaintextLength: $0, frame: wire.connection.first)
        }
        wire.inference = inference
      }
      return facts
    }
    let sessions = Self.halves(server: .serverFIN, phase: .tls)
    func finding(_ one: [Int], _ other: [Int]) throws -> PathFacts.Finding? {
      RelayedTLS.finding(
        try #require(RelayHalves(half(sessions[0], one), half(sessions[1], other))))
    }
    #expect(try finding([93, 493], [93, 493])?.code == "path.tls_intercepted")
    #expect(try finding([93, 493], [93, 501]) == nil)
    #expect(try finding([93], [93]) == nil)
  }

  @Test("are one story, told by the half whose host ended it")
  func story() {
    var sessions = Self.halves(server: .serverFIN)
    let first = sessions.map { $0.wire?.connection.first }
    for (index, side) in [(0, Side.client), (1, .server)] {
      if let other = first[1 - index] {
        sessions[index].relay = RelayHalf(side: side, other: other, decides: side == .server)
      }
    }
    let outlines = sessions.map { SessionOutline($0) }
    let others = Self.halves().map { SessionOutline($0) }
    #expect(RelayStories.joined([[0], [1]], of: outlines) == [[0, 1]])
    #expect(RelayStories.joined([[1], [0]], of: outlines) == [[0, 1]])
    #expect(RelayStories.joined([[0], [1]], of: others) == [[0], [1]])
  }
}

/// A client that leaves in the same way again and again.
@Suite("Repeated ends") struct RepeatedEndsTests {
  private static func ends(after pauses: [Int64]) -> [Int?] {
    let sessions = pauses.enumerated().map { index, pause in
      SessionOutline(
        FactsSample.session(
          from: Int64(index) * 100, to: Int64(index) * 100 + 50,
          client: FactsSample.client(port: 1000 + UInt16(index)), end: .clientFIN, pause: pause))
    }
    var notes = sessions.map { _ in SessionNotes() }
    RepeatedEnds.note(
      sessions, pairs: PairNumbers(sessions), order: Array(sessions.indices), in: &notes)
    return notes.map { $0.repeatedEnd?.attempts }
  }

  @Test("are those after one pause; others are left alone")
  func pauses() {
    #expect(Self.ends(after: [15, 9, 15]) == [2, nil, 2])
    #expect(Self.ends(after: [15, 9]) == [nil, nil])
    #expect(Self.ends(after: [0, 0, 0]) == [3, 3, 3])
    #expect(Self.ends(after: [7]) == [nil])
  }
}
