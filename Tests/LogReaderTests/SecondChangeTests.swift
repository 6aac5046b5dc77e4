import CaptureReader
import Testing

@testable import LogReader

@Suite("Milliseconds of another counter") struct SecondChangeTests {
  private static func stamp(_ second: Int, _ millisecond: Int) -> CivilTime {
    var stamp = CivilTime()
    stamp.second = second
    stamp.nanosecond = millisecond * 1_000_000
    return stamp
  }

  @Test("two lines of one second exclude what lies between them")
  func excludes() throws {
    var tracker = SecondChangeTracker()
    for (second, millisecond) in [(37, 100), (37, 951), (37, 45), (38, 147)] {
      tracker.note(Self.stamp(second, millisecond))
    }
    let change = try #require(tracker.change)
    #expect(change.candidates(every: 1).allSatisfy { (43...103).contains($0) })
    #expect(change.candidates(every: 1).contains(70))
  }

  @Test("nothing is known of a log without two lines of one second")
  func unknown() {
    var tracker = SecondChangeTracker()
    #expect(tracker.change == .anywhere)
    tracker.note(Self.stamp(1, 10))
    tracker.note(Self.stamp(2, 900))
    #expect(tracker.change == .anywhere)
  }

  @Test("a line that stands a little too late does not turn the circle round")
  func late() {
    var tracker = SecondChangeTracker()
    tracker.note(Self.stamp(1, 500))
    tracker.note(Self.stamp(1, 498))
    #expect(tracker.change == .anywhere)
  }

  @Test("any lines, and any stored runs, give candidates on the circle", arguments: 0..<20)
  func hostile(seed: Int) {
    var random = SeededRandomNumbers(state: UInt64(seed) &+ 1)
    var tracker = SecondChangeTracker()
    for _ in 0..<200 {
      tracker.note(
        Self.stamp(Int.random(in: 0..<3, using: &random), Int.random(in: 0..<1_000, using: &random))
      )
    }
    let stored = SecondChange(runs: [
      .init(first: .min, count: .max), .init(first: .max, count: .min),
    ])
    for change in [tracker.change ?? .anywhere, stored] {
      #expect(change.candidates(every: 7).allSatisfy { (0..<1_000).contains($0) })
      #expect(!change.candidates(every: 2_000).isEmpty)
    }
  }

  @Test("FreeRDP's second try is told by its error that comes again")
  func attempts() throws {
    func event(_ key: String, _ line: Int, _ kind: LogEventKind) -> LogEvent {
      LogEvent(
        kind, key: key,
        at: ItemReference(input: 0, frame: line, time: Timestamp(nanoseconds: Int64(line))),
        source: .init(.freeRDP))
    }
    let lines: [(String, LogEventKind)] = [
      ("freerdp.first_line", .phaseReached), ("freerdp.peer_closed", .peerClosed),
      ("freerdp.transport_failed", .consequence), ("freerdp.peer_closed", .peerClosed),
      ("freerdp.transport_failed", .consequence), ("freerdp.post_connect", .consequence),
    ]
    let events = lines.enumerated().map { event($1.0, $0 + 1, $1.1) }
    let whole = LogSession(.freeRDP, at: .client, identity: "process 1", events: events)
    #expect(whole.attempts.map(\.events.count) == [3, 3])
    #expect(whole.attempts[0].joined(with: whole.attempts[1]).events == events)
    var came = whole
    came.phase = .active
    #expect(came.attempts.count == 1)
  }
}

private struct SeededRandomNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
