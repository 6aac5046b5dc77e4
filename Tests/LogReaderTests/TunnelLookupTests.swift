import CaptureReader
import Testing

@testable import LogReader

@Suite("Which sessions a tunnel's end counts for") struct TunnelLookupTests {
  private static func end(_ second: Int, _ frame: Int, address: String? = nil, user: String? = nil)
    -> LogEvent
  {
    var event = LogEvent(
      .linkDown, key: "vpn.down",
      at: ItemReference(
        input: 0, frame: frame, time: Timestamp(nanoseconds: Int64(second) * 1_000_000_000)),
      source: LogEvent.Source(.tunnel))
    event.client = address.map { LogEndpoint(address: $0) }
    event.user = user
    return event
  }

  private static func session(_ second: Int, address: String? = nil, user: String? = nil)
    -> LogSession
  {
    var event = LogEvent(
      .transportError, key: "firewall.timeout",
      at: ItemReference(
        input: 1, frame: 1, time: Timestamp(nanoseconds: Int64(second) * 1_000_000_000)),
      source: LogEvent.Source(.firewall))
    event.client = address.map { LogEndpoint(address: $0, port: 50_123) }
    event.user = user
    return LogSession(.firewall, at: .between, identity: "session", events: [event])
  }

  @Test("an address decides where both name one, else the user's name without its domain")
  func names() {
    let ends = [
      Self.end(100, 1, address: "10.0.0.5", user: "eva"), Self.end(100, 2, user: "CORP\\Eva"),
      Self.end(100, 3),
    ]
    var sessions = [
      Self.session(110, address: "10.0.0.5"), Self.session(110, address: "10.0.0.6", user: "eva"),
      Self.session(110, user: "eva@corp.example"), Self.session(110), Self.session(161),
      Self.session(95), Self.session(94),
    ]
    TunnelEvents.attach(ends, to: &sessions)
    #expect(
      sessions.map { $0.hostEvents.map(\.reference.frame) }
        == [[1, 3], [2, 3], [1, 2, 3], [3], [], [3], []])
  }

  @Test("the first later end of the client's own tunnel ends what its log leaves open")
  func open() {
    var begin = Self.session(100, address: "10.0.0.5")
    var accepted = begin.events[0]
    accepted.kind = .firewallAllowed
    begin = LogSession(.firewall, at: .between, identity: "open", events: [accepted])
    var sessions = [begin]
    TunnelEvents.attach(
      [
        Self.end(50_000, 2, address: "10.0.0.5"), Self.end(900, 1, address: "10.0.0.5"),
        Self.end(200, 3, address: "10.0.0.6"),
      ], to: &sessions)
    #expect(sessions[0].last.nanoseconds == 900_000_000_000)
    #expect(sessions[0].hostEvents.map(\.reference.frame) == [1])
  }

  @Test("many sessions beside many ends", .timeLimit(.minutes(60)))
  func many() {
    let ends = (0..<30_000).map { Self.end($0 * 100, $0, user: "user\($0)") }
    var sessions = (0..<30_000).map { Self.session($0 * 100 + 10, user: "user\($0)") }
    TunnelEvents.attach(ends, to: &sessions)
    #expect(sessions.allSatisfy { $0.hostEvents.count == 1 })
  }
}
