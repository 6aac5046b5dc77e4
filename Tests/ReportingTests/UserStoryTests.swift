import Attribution
import CaptureReader
import Evidence
import PacketDecode
import TCPStreams
import Testing

@testable import Analysis
@testable import RDPProtocol

@Suite("User stories") struct UserStoryTests {
  private static let other = Endpoint(address: IPAddress(v4: 0x0A01_0204), port: 3389)

  /// A connection of the sample client; times are seconds from the start.
  private static func connection(
    _ code: String, at start: Int64, lasting length: Int64, desktop: Bool = false, port: UInt16,
    server: Endpoint = Sample.server, token: String? = nil
  ) -> SessionReport {
    var record = Sample.connection(
      client: Endpoint(address: Sample.client.address, port: port), server: server,
      begins: start * 1000, lasts: length * 1000)
    record.sent.client.lastPacket = record.last
    if code != "network.path_outage" { record.sent.client.fin = record.last }
    var trace = ProtocolTrace()
    trace.request = Seen(
      ConnectionRequest(routingToken: token, requestedProtocols: [.hybrid]), record.first)
    if desktop { trace.mcs.active = record.first }
    return Sample.session(Sample.verdict(code), connection: record, trace: trace)
  }

  private static func stories(_ sessions: [SessionReport]) -> (
    [UserStory], [SessionReport]
  ) {
    var grouped = sessions
    _ = AttemptGrouping.group(&grouped, after: 0)
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

  @Test("sessions side by side are stories of their own")
  func parallel() {
    let (stories, sessions) = Self.stories([
      Self.connection("clean.client_closed", at: 0, lasting: 300, desktop: true, port: 1001),
      Self.connection("network.path_outage", at: 50, lasting: 60, desktop: true, port: 1002),
    ])
    #expect(stories.count == 2)
    #expect(sessions.map(\.attempt.role) == [.single, .single])
  }

  @Test("a session after one that ended as intended is a new story; so is one after a long pause")
  func separate() {
    let (stories, _) = Self.stories([
      Self.connection("clean.client_closed", at: 0, lasting: 60, desktop: true, port: 1001),
      Self.connection("credssp.logon_failure", at: 70, lasting: 1, port: 1002),
      Self.connection("credssp.logon_failure", at: 400, lasting: 1, port: 1003),
    ])
    #expect(stories.count == 3)
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

  @Test("ten thousand sessions behind one address are grouped")
  func many() {
    let sessions = (0..<10_000).map { index in
      Self.connection(
        "clean.client_closed", at: Int64(index), lasting: 3000, desktop: true,
        port: UInt16(index + 1000))
    }
    #expect(Self.stories(sessions).0.count == 10_000)
  }
}

@Suite("Sessions of the same moment") struct BystanderTests {
  /// A session of another client or server; times are seconds from the start.
  private static func session(
    _ code: String, from start: Int64, to end: Int64, client: UInt32, server: UInt32
  ) -> SessionReport {
    var record = Sample.connection(
      client: Endpoint(address: IPAddress(v4: 0x0A00_0000 + client), port: 50_000),
      server: Endpoint(address: IPAddress(v4: 0x0A01_0000 + server), port: 3389),
      begins: start * 1000, lasts: (end - start) * 1000)
    record.sent.server.fin = record.last
    var trace = ProtocolTrace()
    trace.mcs.active = record.first
    return Sample.session(Sample.verdict(code), connection: record, trace: trace)
  }

  private static func others(_ sessions: [SessionReport]) -> Bystanders {
    var counted = sessions
    BystanderCount.note(in: &counted)
    return counted[0].wire?.surroundings.bystanders ?? Bystanders()
  }

  @Test("clients that carried on, and others that were lost at that moment, are counted")
  func server() {
    let carriedOn = (2...13).map {
      Self.session("clean.running", from: 0, to: 900, client: $0, server: 1)
    }
    let lost = Self.session("server.terminated", from: 100, to: 600, client: 1, server: 1)
    let counted = Self.others([lost] + carriedOn)
    #expect(counted.serverSurvived == 12)
    #expect(counted.serverDropped == 0)
    let alike = Self.session("server.terminated", from: 0, to: 610, client: 20, server: 1)
    #expect(Self.others([lost, alike]).serverDropped == 1)
    let later = Self.session("server.terminated", from: 0, to: 700, client: 20, server: 1)
    #expect(Self.others([lost, later]).serverDropped == 0)
  }

  @Test("the client's other servers are counted apart, and a second capture of a session is not")
  func client() {
    let lost = Self.session("network.path_outage", from: 100, to: 600, client: 1, server: 1)
    let other = Self.session("network.path_outage", from: 0, to: 601, client: 1, server: 2)
    let counted = Self.others([lost, other, other])
    #expect(counted.clientDropped == 1)
    #expect(counted.serverDropped == 0)
  }

  @Test("sessions of the same client with the same server say nothing")
  func pair() {
    let lost = Self.session("server.terminated", from: 100, to: 600, client: 1, server: 1)
    var second = Self.session("clean.running", from: 0, to: 900, client: 1, server: 1)
    second.wire?.connection.client.port = 50_001
    #expect(Self.others([lost, second]) == Bystanders())
  }
}
