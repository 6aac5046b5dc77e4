import CaptureReader
import Evidence
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams
import Testing

@testable import Correlation
@testable import TCPStreams

@Suite("Joining logs and captures") struct LogJoinTests {
  private typealias Sample = FactsSample

  /// A log whose clock is ahead by `shift` milliseconds, in whole seconds.
  private static func log(
    from begin: Int64, to finish: Int64, shift: Int64, client: LogEndpoint? = nil,
    program: LogProgram = .xrdp, input: Int = 9
  ) -> SessionFacts {
    func event(_ kind: LogEventKind, _ line: Int, _ seconds: Int64) -> LogEvent {
      let exact = Sample.start.advanced(by: .milliseconds(seconds * 1000 + shift)).nanoseconds
      let stamp = Timestamp(nanoseconds: exact - exact % 1_000_000_000)
      var event = LogEvent(
        kind, key: "test", at: ItemReference(input: input, frame: line, time: stamp),
        source: LogEvent.Source(program))
      event.client = client
      return event
    }
    let events = [
      event(.connectionAccepted, 1, begin), event(.connectionEnded, 9, finish),
    ]
    return SessionFacts(
      LogFacts(LogSession(program, at: .server, identity: "connection", events: events)))
  }

  private static func address(_ port: Int?) -> LogEndpoint {
    LogEndpoint(address: "10.0.0.5", port: port)
  }

  @Test(
    "a log that names address and port joins its connection, whatever its clock and zone say",
    arguments: [0, 400, -7_900, 119_500, 19_800_000 + 61_000] as [Int64])
  func byAddress(shift: Int64) throws {
    let wire = Sample.session(from: 0, to: 60, client: Sample.client(port: 1001))
    let other = Sample.session(from: 2, to: 50, client: Sample.client(port: 1002), input: 1)
    let log = Self.log(from: 0, to: 60, shift: shift, client: Self.address(1001))
    let found = Correlation([wire, other, log]).sessions
    #expect(found.count == 2)
    #expect(found[0].witnesses.map(\.kind) == [.capture, .log])
    #expect(found[1].witnesses.count == 1)
    let clock = try #require(found[0].witnesses[1].clock)
    let zone = (shift + (shift < 0 ? -450_000 : 450_000)) / 900_000 * 900_000
    let wrong = clock.offset - .milliseconds(shift - zone)
    #expect(clock.zone == .milliseconds(zone))
    #expect(max(wrong, .zero - wrong) <= clock.error)
  }

  @Test("without a port, the offset decides that lets most sessions of the log fit")
  func byTime() {
    let wires = [(0, 60), (100, 130), (400, 460)].map { begin, finish in
      Sample.session(
        from: Int64(begin), to: Int64(finish), client: Sample.client(port: UInt16(2000 + begin)))
    }
    let logs = [(100, 130), (400, 460)].map { begin, finish in
      Self.log(from: Int64(begin), to: Int64(finish), shift: 41_250, client: Self.address(nil))
    }
    let found = Correlation(wires + logs).sessions
    #expect(found.map(\.witnesses.count) == [1, 2, 2])
  }

  @Test("a log of another client stays a session of its own")
  func stranger() {
    let wire = Sample.session(from: 0, to: 60)
    let log = Self.log(
      from: 0, to: 60, shift: 0, client: LogEndpoint(address: "10.0.0.77", port: 1001))
    #expect(Correlation([wire, log]).sessions.count == 2)
  }

  @Test("logs alone are sessions, and nothing is joined")
  func logsAlone() {
    let log = Self.log(from: 0, to: 60, shift: 0, client: Self.address(1001))
    let found = Correlation([log]).sessions
    #expect(found.count == 1)
    #expect(found.first?.wire == nil)
  }

  /// A session as a log tells it, by events at seconds from the sample's start.
  private static func told(
    _ events: [(LogEventKind, String, Double)], by program: LogProgram, at point: LogSession.Point,
    input: Int, shift: Double = 0, client: LogEndpoint? = nil, server: LogEndpoint? = nil,
    user: String? = nil, change: Int? = nil
  ) -> SessionFacts {
    var session = LogSession(
      program, at: point, identity: "process",
      events: events.enumerated().map { place, item -> LogEvent in
        let exact = Sample.start.nanoseconds + Int64((item.2 + shift) * 1e9)
        var stamp = exact
        if let change {
          // The second of the wall clock with milliseconds that are `change` further.
          let millisecond = (exact / 1_000_000 + Int64(change)) % 1_000
          stamp = exact - exact % 1_000_000_000 + millisecond * 1_000_000
        }
        return LogEvent(
          item.0, key: item.1,
          at: ItemReference(input: input, frame: place + 1, time: Timestamp(nanoseconds: stamp)),
          source: LogEvent.Source(program))
      })
    session.client = client
    session.server = server
    session.user = user
    if change != nil { session.secondChange = .anywhere }
    return SessionFacts(LogFacts(session))
  }

  @Test(
    "a clock with foreign milliseconds is known to a fraction of a second, and the bound holds",
    arguments: [0, 130, 400, 777, 999])
  func foreignMilliseconds(change: Int) throws {
    let shift = 3.4
    var sessions: [SessionFacts] = []
    for number in 0..<6 {
      let begin = Int64(number) * 20
      let port = UInt16(3_000 + number)
      sessions.append(
        Sample.session(from: begin, to: begin + 10, client: Sample.client(port: port)))
    }
    for number in 0..<6 {
      let begin = Double(number) * 20
      let events: [(LogEventKind, String, Double)] = [
        (.connectionAccepted, "test", begin + 0.02), (.connectionEnded, "test", begin + 10.03),
      ]
      sessions.append(
        Self.told(
          events, by: .freeRDP, at: .server, input: 9, shift: shift,
          client: Self.address(3_000 + number), change: change))
    }
    let found: [SessionFacts] = Correlation(sessions).sessions
    #expect(found.map { $0.witnesses.count } == [2, 2, 2, 2, 2, 2])
    let clock = try #require(found[0].witnesses[1].clock)
    let wrong = clock.offset - .milliseconds(3_400)
    #expect(max(wrong, .zero - wrong) <= clock.error)
  }

  @Test(
    "a client that nobody answers gives up between its last SYN and the next: the bound holds",
    arguments: [0, 119.5])
  func givesUp(shift: Double) throws {
    var session = Sample.session(from: 0, to: 11, phase: .tcp, end: .none)
    session.changeWires { wire in
      wire.connection.handshake.lastSyn = wire.connection.last
      wire.connection.handshake.synCount = 8
      wire.connection.backoffs.client = Backoff(
        subject: .syn, schedule: .linearSYN, pauses: [.seconds(2), .seconds(4)],
        start: Sample.start)
    }
    let log = Self.told(
      [(.connectFailed, "test", 15.0)], by: .freeRDP, at: .client, input: 9, shift: shift)
    let found = Correlation([session, log]).sessions
    #expect(found.map { $0.witnesses.count } == [2])
    let clock = try #require(found.first?.witnesses.last?.clock)
    let wrong = clock.offset - .milliseconds(Int64(shift * 1000))
    #expect(max(wrong, .zero - wrong) <= clock.error)
    if shift == 0 { #expect(clock.offset == .zero) }
  }

  @Test("a client that is refused says so at once")
  func refusedAtOnce() throws {
    var session = Sample.session(from: 0, to: 2, phase: .tcp, end: .none)
    session.changeWires { wire in
      wire.connection.handshake.lastSyn = wire.connection.last
      wire.connection.sent.server.resets = [
        ResetRecord(
          frame: wire.connection.last, hopLimit: 64, window: 0, hasAck: true,
          hasTimestamps: false, sequenceOffset: 0, answersAcknowledgment: false,
          senderWentOn: false)
      ]
    }
    let log = Self.told(
      [(.connectFailed, "test", 2.02)], by: .freeRDP, at: .client, input: 9, shift: 41)
    let clock = try #require(Correlation([session, log]).sessions.first?.witnesses.last?.clock)
    #expect(abs(clock.offset.nanoseconds - 41_000_000_000) < 200_000_000)
  }

  @Test("the second try of one client process belongs to the connection of that try")
  func attempts() throws {
    let wires: [SessionFacts] = [0, 2].map { (begin: Int) -> SessionFacts in
      Sample.session(
        from: Int64(begin), to: Int64(begin + 1),
        client: Sample.client(port: UInt16(4_000 + begin)),
        phase: .tls, end: .serverFIN)
    }
    let log = Self.told(
      [
        (.peerClosed, "freerdp.peer_closed", 1.01),
        (.consequence, "freerdp.transport_failed", 1.01),
        (.peerClosed, "freerdp.peer_closed", 3.01),
        (.consequence, "freerdp.transport_failed", 3.01),
      ], by: .freeRDP, at: .client, input: 9)
    let found = Correlation(wires + [log]).sessions
    #expect(found.map(\.witnesses.count) == [2, 2])
    #expect(
      found.map { $0.logs.first?.session.events.map(\.reference.frame) } == [[1, 2], [3, 4]])
  }

  @Test("behind a relay, where both ends have other addresses, the times of several events decide")
  func relayed() {
    let wire = Sample.session(from: 0, to: 60)
    let near = LogEndpoint(address: "192.168.9.9", port: nil)
    let far = LogEndpoint(address: "192.168.9.10", port: 3389)
    let events: [(LogEventKind, String, Double)] = [
      (.connectionAccepted, "test", 0.1), (.connectionEnded, "test", 60.1),
    ]
    let log = Self.told(
      events, by: .freeRDP, at: .server, input: 9, shift: 17, client: near, server: far)
    #expect(Correlation([wire, log]).sessions.map(\.witnesses.count) == [2])
    let longer = Self.told(
      [events[0], (.connectionEnded, "test", 75)], by: .freeRDP, at: .server, input: 9, shift: 17,
      client: near, server: far)
    #expect(Correlation([wire, longer]).sessions.count == 2)
  }

  @Test("a client's log and a server's log are one session where their events agree")
  func twoLogs() throws {
    let client = Self.told(
      [(.sessionConnected, "test", 1.2), (.transportError, "test", 95)], by: .mstsc, at: .client,
      input: 0, shift: 42, user: "CORP\\jdoe")
    let server = Self.told(
      [(.sessionConnected, "test", 1.3), (.connectionEnded, "test", 95.1)], by: .xrdp, at: .server,
      input: 1, client: Self.address(50_000), user: "jdoe")
    let found = Correlation([client, server]).sessions
    #expect(found.map(\.witnesses.count) == [2])
    let clock = try #require(found[0].witnesses[1].clock)
    let wrong = clock.offset - .seconds(42)
    #expect(max(wrong, .zero - wrong) <= clock.error)
    #expect(found[0].identity.client?.port == 50_000)
  }

  @Test("logs of two users, or of two lengths, stay two sessions")
  func twoLogsApart() {
    let client = Self.told(
      [(.sessionConnected, "test", 1.2), (.transportError, "test", 95)], by: .mstsc, at: .client,
      input: 0, user: "jdoe")
    for (user, finish) in [("mmuster", 95.0), ("jdoe", 400.0), (nil, 400.0)] {
      let server = Self.told(
        [(.sessionConnected, "test", 5_000), (.connectionEnded, "test", 5_000 + finish)],
        by: .xrdp, at: .server, input: 1, client: Self.address(50_000), user: user)
      #expect(Correlation([client, server]).sessions.count == 2)
    }
  }
}
