import CaptureReader
import Evidence
import LogReader
import Testing

@testable import Correlation

/// Logs of weeks beside captures of minutes, and archives with more sessions than can be compared with
/// each other.
@Suite("Joining long logs and many sessions") struct LongLogTests {
  private typealias Sample = FactsSample

  private static let day: Int64 = 86_400

  /// A session of one client's log, in whole seconds; its clock is 41 s ahead.
  private static func log(from begin: Int64, lasting length: Int64, port: Int?) -> SessionFacts {
    func event(_ kind: LogEventKind, _ line: Int, _ seconds: Int64) -> LogEvent {
      LogEvent(
        kind, key: "test",
        at: ItemReference(
          input: 9, frame: line, time: Sample.start.advanced(by: .seconds(seconds + 41))),
        source: LogEvent.Source(.xrdp))
    }
    var session = LogSession(
      .xrdp, at: .server, identity: "connection",
      events: [event(.connectionAccepted, 1, begin), event(.connectionEnded, 2, begin + length)])
    session.client = LogEndpoint(address: "10.0.0.5", port: port)
    return SessionFacts(LogFacts(session))
  }

  private static func wire(from begin: Int64, lasting length: Int64, port: Int) -> SessionFacts {
    Sample.session(
      from: begin, to: begin + length, client: Sample.client(port: UInt16(port)))
  }

  /// When the sessions of one client begin, how long they last, and their ports.
  private static func visits(_ count: Int) -> [(begin: Int64, length: Int64, port: Int)] {
    (0..<count).map { number in
      let begin = Int64(number) * 600 + Int64(number * number % 97)
      return (begin, 30 + Int64(number % 89) * 3, 2_000 + number)
    }
  }

  /// How many sessions both saw, and how many only one did.
  private static func joined(_ sessions: [SessionFacts]) -> [Int: Int] {
    Dictionary(grouping: Correlation(sessions).sessions, by: \.witnesses.count)
      .mapValues(\.count)
  }

  @Test("more sessions than are compared with each other are joined all", arguments: [true, false])
  func many(hasPorts: Bool) {
    let visits = Self.visits(450)
    let found = Self.joined(
      visits.map { Self.wire(from: $0.begin, lasting: $0.length, port: $0.port) }
        + visits.map {
          Self.log(from: $0.begin, lasting: $0.length, port: hasPorts ? $0.port : nil)
        })
    #expect(found == [2: 450])
  }

  @Test(
    "a capture of the last sessions of a long log finds them", arguments: [true, false],
    [3, 120])
  func last(hasPorts: Bool, captured: Int) {
    let visits = Self.visits(1_500)
    let found = Self.joined(
      visits.suffix(captured).map {
        Self.wire(from: $0.begin, lasting: $0.length, port: $0.port)
      }
        + visits.map {
          Self.log(from: $0.begin, lasting: $0.length, port: hasPorts ? $0.port : nil)
        })
    #expect(found == [2: captured, 1: 1_500 - captured])
  }

  @Test("the same port of another day is another session where others know the clock")
  func portOfAnotherDay() {
    let wires = [(0, 2_001), (60, 2_002), (120, 2_003)].map {
      Self.wire(from: Int64($0.0), lasting: 20, port: $0.1)
    }
    let logs = [(-30 * Self.day, 2_003), (0, 2_001), (60, 2_002)].map {
      Self.log(from: Int64($0.0), lasting: 20, port: $0.1)
    }
    #expect(Self.joined(wires + logs) == [1: 2, 2: 2])
  }

  @Test(
    "a log that ended before the capture began is not moved by days to fit",
    arguments: [true, false])
  func endedBefore(hasPorts: Bool) {
    let wire = Self.wire(from: 0, lasting: 300, port: 2_003)
    let logs = (1...30).map { number in
      Self.log(
        from: -Int64(number) * Self.day, lasting: 280 + Int64(number),
        port: hasPorts ? 2_000 + number : nil)
    }
    #expect(Self.joined([wire] + logs) == [1: 31])
  }

  @Test("address and port prove a clock wrong by an odd time, also in a long log")
  func oneOfMany() {
    let visits = Self.visits(40)
    let visit = visits[30]
    let wire = Self.wire(from: visit.begin - 2_400, lasting: visit.length + 7, port: visit.port)
    let logs = visits.map { Self.log(from: $0.begin, lasting: $0.length, port: $0.port) }
    #expect(Self.joined([wire] + logs) == [1: 39, 2: 1])
  }

  @Test("one session alone may say that a clock is wrong by minutes or its zone by hours")
  func oneSession() {
    let wire = Self.wire(from: 0, lasting: 300, port: 2_003)
    #expect(Self.joined([wire, Self.log(from: 300, lasting: 300, port: nil)]) == [2: 1])
    #expect(Self.joined([wire, Self.log(from: 5_000, lasting: 300, port: nil)]) == [1: 2])
    #expect(Self.joined([wire, Self.log(from: 5_000, lasting: 300, port: 2_003)]) == [2: 1])
    // The zone of the host is wrong by two hours.
    #expect(Self.joined([wire, Self.log(from: 7_200, lasting: 300, port: nil)]) == [2: 1])
  }

  /// A user's session as a log tells it, in milliseconds.
  private static func told(
    from begin: Int64, lasting length: Int64, by program: LogProgram, at point: LogSession.Point
  ) -> SessionFacts {
    func event(_ kind: LogEventKind, _ line: Int, _ seconds: Int64) -> LogEvent {
      LogEvent(
        kind, key: "test",
        at: ItemReference(
          input: point == .client ? 0 : 1, frame: line,
          time: Sample.start.advanced(by: .milliseconds(seconds * 1000 + 120))),
        source: LogEvent.Source(program))
    }
    var session = LogSession(
      program, at: point, identity: "\(begin)",
      events: [event(.sessionConnected, 1, begin), event(.connectionEnded, 2, begin + length)])
    session.user = "jdoe"
    return SessionFacts(LogFacts(session))
  }

  @Test("a client's log of one session finds it among a server's of months")
  func oneAmongMany() {
    let visits = Self.visits(700)
    let servers = visits.map {
      Self.told(from: $0.begin, lasting: $0.length, by: .xrdp, at: .server)
    }
    let visit = visits[650]
    let client = Self.told(from: visit.begin, lasting: visit.length, by: .mstsc, at: .client)
    let found = Correlation([client] + servers).sessions.filter { $0.witnesses.count == 2 }
    #expect(found.count == 1)
    #expect(found.first?.identity.start == servers[650].identity.start)
  }
}
