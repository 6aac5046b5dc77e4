import CaptureReader
import Evidence
import LogReader
import PacketDecode
import RDPProtocol
import Testing

@testable import Correlation

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
}
