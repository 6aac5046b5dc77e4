import CaptureReader
import Evidence
import RDPProtocol
import Testing

@testable import Correlation

@Suite("Sessions of the same moment") struct SharedMomentsTests {
  private typealias Sample = FactsSample

  private static func session(
    from start: Int64, to end: Int64, client: UInt32, server: UInt32, port: UInt16 = 50_000,
    phase: Phase = .active, end how: FactsSample.End
  ) -> SessionFacts {
    Sample.session(
      from: start, to: end, client: Sample.client(client, port: port),
      server: Sample.server(server), phase: phase, end: how)
  }

  private static func others(_ sessions: [SessionFacts]) -> Bystanders {
    var notes = Array(repeating: SessionNotes(), count: sessions.count)
    SharedMoments.note(sessions.map { SessionOutline($0) }, in: &notes)
    return notes[0].bystanders ?? Bystanders()
  }

  @Test("clients that carried on, and others that were lost at that time, are counted")
  func server() {
    let carriedOn = (2...13).map {
      Self.session(from: 0, to: 900, client: $0, server: 1, end: .none)
    }
    let lost = Self.session(from: 100, to: 600, client: 1, server: 1, end: .serverFIN)
    let counted = Self.others([lost] + carriedOn)
    #expect(counted.serverSurvived == 12)
    #expect(counted.serverDropped == 0)
    let alike = Self.session(from: 0, to: 610, client: 20, server: 1, end: .serverFIN)
    #expect(Self.others([lost, alike]).serverDropped == 1)
    let later = Self.session(from: 0, to: 700, client: 20, server: 1, end: .serverFIN)
    #expect(Self.others([lost, later]).serverDropped == 0)
  }

  @Test("the client's other servers are counted apart, and a second capture of a session is not")
  func client() {
    let lost = Self.session(from: 100, to: 600, client: 1, server: 1, end: .outage)
    let other = Self.session(from: 0, to: 601, client: 1, server: 2, end: .outage)
    let counted = Self.others([lost, other, other])
    #expect(counted.clientDropped == 1)
    #expect(counted.serverDropped == 0)
  }

  @Test("sessions of the same client with the same server say nothing")
  func pair() {
    let lost = Self.session(from: 100, to: 600, client: 1, server: 1, end: .serverFIN)
    let second = Self.session(
      from: 0, to: 900, client: 1, server: 1, port: 50_001, end: .none)
    #expect(Self.others([lost, second]) == Bystanders())
  }

  @Test(
    "a connection that never came up was not lost at the same time", arguments: [Phase.tcp, .x224])
  func neverUp(phase: Phase) {
    let lost = Self.session(from: 100, to: 600, client: 1, server: 1, end: .serverFIN)
    let refused = Self.session(
      from: 600, to: 601, client: 20, server: 1, phase: phase, end: .serverFIN)
    #expect(Self.others([lost, refused]).serverDropped == 0)
  }
}
