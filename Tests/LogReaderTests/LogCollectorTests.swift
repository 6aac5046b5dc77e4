import CaptureReader
import Testing

@testable import LogReader

@Suite("What is kept of a long log") struct LogCollectorTests {
  private static func event(_ number: Int, from address: String) -> LogEvent {
    var event = LogEvent(
      .logonRefused, key: "security.4625",
      at: ItemReference(input: 0, frame: number, time: Timestamp(nanoseconds: Int64(number))),
      source: LogEvent.Source(.windows))
    event.client = LogEndpoint(address: address)
    return event
  }

  @Test("of a client that repeats itself the first and the newest events are kept, others all")
  func repeaters() {
    var options = LogOptions()
    options.limits.events = 2_000
    var log = LogCollector(input: 0, options: options)
    for number in 0..<10_000 {
      log.add(
        Self.event(number, from: number % 1_000 == 7 ? "10.0.0.\(number / 1_000)" : "192.0.2.1"))
    }
    #expect(log.events.count <= 2_000)
    #expect(log.events.first?.reference.frame == 0)
    #expect(log.events.last?.reference.frame == 9_999)
    #expect(log.events.filter { $0.client?.address.hasPrefix("10.") == true }.count == 10)
    #expect(log.summary.understood == 10_000)
    #expect(log.summary.eventsLeftOut + log.events.count == 10_000)
  }

  @Test("where nobody repeats himself the newest events are kept")
  func crowd() {
    var options = LogOptions()
    options.limits.events = 1_000
    var log = LogCollector(input: 0, options: options)
    for number in 0..<3_300 { log.add(Self.event(number, from: "10.0.0.\(number)")) }
    #expect(log.events.count <= 1_000 && log.events.count >= 500)
    #expect(log.events.last?.reference.frame == 3_299)
    #expect(log.summary.eventsLeftOut + log.events.count == 3_300)
    #expect(log.hasLeftOutOldest)
  }

  @Test("a log that has its newest events first keeps those")
  func newestFirst() {
    var options = LogOptions()
    options.limits.events = 1_000
    var log = LogCollector(input: 0, options: options)
    for number in (1...3_000).reversed() { log.add(Self.event(number, from: "10.0.0.\(number)")) }
    #expect(log.events.first?.reference.frame == 3_000)
    #expect(log.events.count == 1_000)
    #expect(!log.hasLeftOutOldest)
  }

  @Test("an event that is changed leaves its copies as they are")
  func copies() {
    let first = Self.event(1, from: "10.0.0.1")
    var second = first
    second.user = "eva"
    second.source.computer = "PC1"
    #expect(first.user == nil && first.source.computer == nil)
    #expect(second.user == "eva" && second.source.computer == "PC1")
  }

  @Test("what was left out is said")
  func note() throws {
    var options = LogOptions()
    options.limits.events = 10
    let line = "[20261128-10:48:36] [INFO ] AUTHFAIL: user=a ip=10.0.0.5 time=1\n"
    let log = try LogText.contents(String(repeating: line, count: 20), options: options)
    #expect(log.summary.notes.contains { $0.hasPrefix("10 of 20 understood events were left out") })
  }
}
