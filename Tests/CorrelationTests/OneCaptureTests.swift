import CaptureReader
@testable import Evidence
import PacketDecode
import RDPProtocol
@testable import TCPStreams
import Testing

@testable import Correlation

/// One capture that holds a session twice: on both sides of an address translation, or of a relay.
@Suite("Sessions that one capture holds twice") struct OneCaptureTests {
  private typealias Sample = FactsSample

  /// Questions of the client and answers of the server, half a second apart.
  private static func talk(
    _ session: SessionFacts, turns: Int = 20, from begin: Int64 = 10_000, later: Int64 = 0,
    lengths: Int = 100, sequence: UInt32 = 1000
  ) -> SessionFacts {
    var session = session
    session.changeWires { wire in
      var connection = wire.connection
      for turn in 0..<turns {
        for side in Side.allCases {
          // A relay hears the client first at its own side, and the server first at the other.
          let delay = side == .client ? later : -later
          let time = begin + Int64(turn) * 500 + (side == .client ? 0 : 40) + delay
          let own = sequence &+ UInt32(turn * 400)
          connection.tail.append(
            TailPacket(
              TCPSegment(
                sourcePort: 1, destinationPort: 2, sequence: SequenceNumber(own),
                acknowledgment: SequenceNumber(own &+ 77), flags: [.ack], window: 500,
                payloadLength: lengths + turn % 5), from: side,
              frame: ItemReference(
                input: 0, frame: Int(time),
                time: Sample.start.advanced(by: .milliseconds(time))), isRepeat: false))
        }
      }
      connection.tail.sort { $0.frame.time < $1.frame.time }
      for side in Side.allCases {
        // Behind all that was said.
        connection.sent[side].fin = connection.sent[side].fin.map {
          ItemReference(input: $0.input, frame: 100_000, time: $0.time)
        }
        connection.sent[side].uniqueBytes = turns * lengths
        connection.sent[side].firstData = connection.tail.first { $0.side == side }?.frame
        connection.sent[side].dataPackets = turns
      }
      wire.connection = connection
    }
    return session
  }

  /// Behind the translation another address asks, a fraction of a millisecond later.
  private static func translated(later: Int64 = 1, sequence: UInt32 = 1000) -> [SessionFacts] {
    [
      talk(Sample.session(from: 0, to: 60, end: .serverFIN)),
      talk(
        Sample.session(
          from: 0, to: 60, client: Sample.client(200, port: 5797), end: .serverFIN), later: later,
        sequence: sequence),
    ]
  }

  @Test("both sides of a translation are one session, with the client's own address")
  func translation() throws {
    for sessions in [Self.translated(), Self.translated().reversed()] {
      let joined = SeriesJoin.joined(Array(sessions))
      #expect(joined.count == 1)
      #expect(joined.first?.identity.client == Sample.client())
      #expect(try #require(joined.first?.wire).connection.routedCopies == 200)
    }
  }

  @Test("what leaves under another port later belongs to it as well")
  func lostTranslation() throws {
    var rest = Self.talk(
      Sample.session(
        from: 19, to: 60, client: Sample.client(200, port: 29_098), phase: .tls, end: .none),
      later: 1)
    rest.changeWires { wire in
      wire.connection.orientation = .port
      wire.connection.handshake = Handshake()
      wire.connection.tail = [wire.connection.tail[wire.connection.tail.count - 2]]
    }
    let joined = SeriesJoin.joined(Self.translated() + [rest])
    #expect(joined.count == 1)
    #expect(joined.first?.wire?.surroundings.translatedPorts == [5797, 29_098])
  }

  @Test("other numbers, or the same ones much later, are another connection")
  func apart() {
    #expect(SeriesJoin.joined(Self.translated(sequence: 5000)).count == 2)
    #expect(SeriesJoin.joined(Self.translated(later: 100)).count == 2)
  }

  /// The client's connection to the relay and the relay's to the server.
  private static func relayed(
    later: Int64 = 2, begun: Int64 = 1, lengths: Int = 100, cookie: String? = nil,
    end: Sample.End = .clientFIN
  ) -> [SessionFacts] {
    [
      talk(
        Sample.session(
          from: 0, to: 60, server: Sample.server(9), end: .serverFIN, cookie: cookie,
          capturedAt: .server)),
      talk(
        Sample.session(
          from: begun, to: 60, client: Sample.client(200), end: end, cookie: cookie,
          capturedAt: .client), later: later, lengths: lengths, sequence: 9000),
    ]
  }

  @Test("a relay's two connections are told by what passes in the same milliseconds")
  func relay() throws {
    for sessions in [Self.relayed(), Array(Self.relayed().reversed())] {
      let joined = SeriesJoin.joined(sessions)
      #expect(joined.count == 2)
      let client = try #require(joined.first { $0.relay?.side == .client })
      #expect(client.identity.server == Sample.server(9))
      #expect(joined.contains { $0.relay?.side == .server })
      #expect(client.path?.findings.map(\.code) == ["path.relay_ended"])
      #expect(Correlation.stories(of: joined).count == 1)
    }
  }

  @Test("the relay may speak TLS itself where the user's name is the same")
  func ownTLS() {
    func halves(_ cookie: String?) -> Int {
      SeriesJoin.joined(Self.relayed(lengths: 125, cookie: cookie)).count { $0.relay != nil }
    }
    #expect(halves("jdoe") == 2)
    #expect(halves(nil) == 0)
  }

  @Test("what comes later, or began long after, is no half")
  func noHalves() {
    for sessions in [Self.relayed(later: 90), Self.relayed(begun: 9)] {
      #expect(SeriesJoin.joined(sessions).allSatisfy { $0.relay == nil })
    }
  }

  @Test("the server's own end decides, and no half is another client's loss")
  func counted() {
    let joined = SeriesJoin.joined(Self.relayed(end: .serverFIN))
    #expect(joined.first { $0.relay?.decides == true }?.relay?.side == .server)
    let correlated = Correlation(joined)
    #expect(correlated.stories.count == 1)
    for session in correlated.sessions {
      #expect(session.wire?.surroundings.bystanders.serverDropped == 0)
    }
  }
}

extension Correlation {
  fileprivate static func stories(of sessions: [SessionFacts]) -> [[Int]] {
    Correlation(sessions).stories
  }
}
