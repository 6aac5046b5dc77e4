import Attribution
import CaptureReader
import Evidence
import PacketDecode
import TCPStreams
import Testing

@testable import Analysis
@testable import Correlation
@testable import RDPProtocol

@Suite("User stories") struct UserStoryTests {
  private static let other = Endpoint(address: IPAddress(v4: 0x0A01_0204), port: 3389)

  /// A connection of the sample client; times are seconds from the start.
  private static func connection(
    _ code: String, at start: Int64, lasting length: Int64, desktop: Bool = false, port: UInt16,
    server: Endpoint = Sample.server, token: String? = nil,
    offers: SecurityProtocols = [.hybrid]
  ) -> SessionReport {
    var record = Sample.connection(
      client: Endpoint(address: Sample.client.address, port: port), server: server,
      begins: start * 1000, lasts: length * 1000)
    record.sent.client.lastPacket = record.last
    if code.hasPrefix("server.") {
      record.sent.server.fin = record.last
    } else if code != "network.path_outage" {
      record.sent.client.fin = record.last
    }
    var trace = ProtocolTrace()
    trace.request = Seen(
      ConnectionRequest(routingToken: token, requestedProtocols: offers), record.first)
    if desktop { trace.mcs.active = record.first }
    return Sample.session(Sample.verdict(code), connection: record, trace: trace)
  }

  private static func stories(_ sessions: [SessionReport]) -> (
    [UserStory], [SessionReport]
  ) {
    var grouped = sessions
    for (number, members) in StoryGrouping.stories(of: sessions.map(\.facts)).enumerated() {
      AttemptRoles.place(members, as: number + 1, of: &grouped)
    }
    return (UserStory.stories(of: grouped), grouped)
  }

  @Test("one drop, three reconnect tries, then success after 14 s")
  func reconnection() {
    let (stories, sessions) = Self.stories([
      Self.connection("network.path_outage", at: 0, lasting: 60, desktop: true, port: 1001),
      Self.connection("network.syn_unanswered", at: 61, lasting: 3, port: 1002),
      Self.connection("network.syn_unanswered", at: 65, lasting: 3, port: 1003),
      Self.connection("network.syn_unanswered", at: 69, lasting: 4, port: 1004),
      Self.connection("clean.client_closed", at: 74, lasting: 600, desktop: true, port: 1005),
    ])
    #expect(stories.count == 1)
    #expect(
      stories.first?.summary
        == "one drop (network.path_outage), 3 reconnect tries (network.syn_unanswered), "
        + "then success after 14 s")
    #expect(stories.first?.outcome == .recovered)
    #expect(stories.first?.deciding == 0)
    #expect(sessions.map(\.attempt.role) == [.dropped, .try, .try, .try, .success])
  }

  @Test("a wrong password and then the right one")
  func password() {
    let (stories, _) = Self.stories([
      Self.connection("credssp.logon_failure", at: 0, lasting: 1, port: 1001),
      Self.connection("clean.client_closed", at: 9, lasting: 60, desktop: true, port: 1002),
    ])
    #expect(stories.first?.outcome == .recovered)
    #expect(stories.first?.deciding == 0)
    #expect(
      stories.first?.summary == "one try (credssp.logon_failure), then success after 8 s")
  }

  @Test("a refusal with NLA decides a story whose client then tries without")
  func withoutNLA() {
    let (stories, _) = Self.stories([
      Self.connection(
        "credssp.server_dropped", at: 0, lasting: 1, port: 1001, offers: [.ssl, .hybrid]),
      Self.connection(
        "negotiation.hybrid_required", at: 2, lasting: 1, port: 1002, offers: [.ssl]),
    ])
    #expect(stories.first?.outcome == .failed)
    #expect(stories.first?.deciding == 0)
  }

  @Test("a probe and its session are one story that worked")
  func probe() {
    let (stories, sessions) = Self.stories([
      Self.connection("clean.probe", at: 0, lasting: 1, port: 1001),
      Self.connection("clean.client_closed", at: 3, lasting: 60, desktop: true, port: 1002),
    ])
    #expect(stories.count == 1)
    #expect(stories.first?.outcome == .worked)
    #expect(stories.first?.deciding == 1)
    #expect(sessions.map(\.attempt.role) == [.probe, .success])
  }

  @Test("a session that is never regained is lost by its drop, not by the tries after it")
  func lost() {
    let (stories, _) = Self.stories([
      Self.connection("server.terminated", at: 0, lasting: 60, desktop: true, port: 1001),
      Self.connection("server.port_closed", at: 62, lasting: 1, port: 1002),
    ])
    #expect(stories.first?.outcome == .lost)
    #expect(stories.first?.deciding == 0)
  }

  @Test("a broker's session and the one it led to are one story")
  func redirection() {
    let (stories, sessions) = Self.stories([
      Self.connection("clean.client_closed", at: 0, lasting: 2, desktop: true, port: 1001),
      Self.connection(
        "clean.client_closed", at: 4, lasting: 600, desktop: true, port: 1002, server: Self.other,
        token: "msts=1.2.3"),
    ])
    #expect(stories.count == 1)
    #expect(stories.first?.outcome == .worked)
    #expect(sessions.map(\.attempt.role) == [.redirected, .success])
  }
}
