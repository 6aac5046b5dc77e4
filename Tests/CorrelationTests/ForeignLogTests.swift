import CaptureReader
import Evidence
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams
import Testing

@testable import Correlation

/// Logs that say nothing of who took part, beside sessions that they are not of.
@Suite("Logs of other sessions") struct ForeignLogTests {
  private typealias Sample = FactsSample

  /// A client's log without addresses.
  private static func log(
    _ events: [(kind: LogEventKind, seconds: Double)], input: Int, server: LogEndpoint? = nil
  ) -> SessionFacts {
    var session = LogSession(
      .freeRDP, at: .client, identity: "process \(input)",
      events: events.enumerated().map { place, event in
        LogEvent(
          event.kind, key: "test",
          at: ItemReference(
            input: input, frame: place + 1,
            time: Sample.start.advanced(by: .milliseconds(Int64(event.seconds * 1000)))),
          source: LogEvent.Source(.freeRDP))
      })
    session.server = server
    return SessionFacts(LogFacts(session))
  }

  private static func wires(_ count: Int, every seconds: Int) -> [SessionFacts] {
    (0..<count).map { number in
      let begin = Int64(number * seconds)
      return Sample.session(
        from: begin, to: begin + 20 + Int64(number % 7),
        client: Endpoint(
          address: Sample.client().address, port: UInt16(3_000 + number)))
    }
  }

  @Test("what a log tells cannot be of a session that came further or less far")
  func contradiction() {
    let active = Sample.session(from: 0, to: 60)
    let refused = Self.log([(.negotiationRefused, 0.2), (.connectionEnded, 0.3)], input: 9)
    let failed = Self.log([(.connectFailed, 0.2)], input: 9)
    let desktop = Self.log([(.sessionConnected, 1), (.peerClosed, 60)], input: 9)
    for log in [refused, failed] {
      #expect(Correlation([active, log]).sessions.count == 2)
    }
    #expect(Correlation([active, desktop]).sessions.count == 1)
  }

  @Test("of an archive's sessions a log is one only where more than chance says so")
  func archive() {
    let wires = Self.wires(40, every: 9)
    let stranger = Self.log([(.attemptBegins, 151), (.transportError, 152)], input: 90)
    #expect(Correlation(wires + [stranger]).sessions.count == 41)
    let own = Self.log([(.attemptBegins, 180), (.peerClosed, 206)], input: 90)
    let found = Correlation(wires + [own]).sessions
    #expect(found.count == 40)
    #expect(found[20].witnesses.count == 2)
  }

  @Test("a session has one client, and one log of it")
  func oneClient() {
    let wire = Sample.session(from: 0, to: 60)
    let own = Self.log([(.attemptBegins, 0.1), (.peerClosed, 60)], input: 9)
    let other = Self.log([(.attemptBegins, 30), (.peerClosed, 42)], input: 10)
    for logs in [[own, other], [other, own]] {
      let found = Correlation([wire] + logs).sessions
      #expect(found.map(\.witnesses.count).sorted() == [1, 2])
      let joined = found.first { $0.witnesses.count == 2 }
      #expect(joined?.log?.session.inputs == [9])
    }
  }

  @Test("a log that names another server is of another session unless all of its events agree")
  func otherServer() {
    let wire = Sample.session(from: 0, to: 60)
    let far = LogEndpoint(address: "192.168.9.10", port: 3389)
    let some = Self.log([(.attemptBegins, 0.1), (.peerClosed, 44)], input: 9, server: far)
    #expect(Correlation([wire, some]).sessions.count == 2)
    let all = Self.log([(.attemptBegins, 0.1), (.peerClosed, 60)], input: 9, server: far)
    #expect(Correlation([wire, all]).sessions.count == 1)
  }
}
