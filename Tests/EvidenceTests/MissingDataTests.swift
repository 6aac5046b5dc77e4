import CaptureReader
import LogReader
import Testing

@testable import Attribution
@testable import Evidence

/// What is asked for was not given, fits the server, and bears on the open question.
@Suite("What would settle it") struct MissingDataTests {
  private static let place = ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 1_000))

  private func log(
    _ program: LogProgram, at point: LogSession.Point, _ keys: String...
  ) -> SessionFacts {
    let events = keys.map {
      LogEvent(.phaseReached, key: $0, at: Self.place, source: LogEvent.Source(program))
    }
    return SessionFacts(
      LogFacts(LogSession(program, at: point, identity: "session", events: events)))
  }

  private func wishes(
    _ code: String, _ facts: SessionFacts, evidence: [String] = []
  ) -> [String] {
    MissingData.wishes(
      VerdictCode(code), facts: facts,
      evidence: evidence.map { Evidence(EvidenceCode($0), "", frames: []) }, confidence: 0.5)
  }

  @Test("of logs the next log comes before a capture, and none that was given")
  func logs() throws {
    let security = wishes("undetermined.conflicting", log(.windows, at: .server, "security.4779"))
    #expect(security.first?.contains("LocalSessionManager") == true)
    let manager = wishes("undetermined.conflicting", log(.windows, at: .server, "lsm.24"))
    #expect(manager.first?.contains("RdpCoreTS") == true)
    #expect(!manager.contains { $0.contains("LocalSessionManager log") })
    let xrdp = wishes("undetermined.conflicting", log(.xrdp, at: .server, "xrdp.accepted"))
    #expect(xrdp.first?.contains("xrdp-sesman.log") == true)
    #expect(!xrdp.contains { $0.contains("LocalSessionManager") })
    for list in [security, manager, xrdp] { #expect(list.last?.contains("capture") == true) }
  }

  @Test("event 24 alone is not said to mean the user")
  func disconnection() throws {
    let wish = try #require(
      wishes("undetermined.conflicting", SessionFacts(SessionScript.active().facts)).first {
        $0.contains("LocalSessionManager")
      })
    #expect(wish.contains("24 alone says nothing"))
  }

  @Test("a running session asks for no key log that tells passwords apart")
  func keys() {
    let active = wishes("client.terminated", SessionFacts(SessionScript.active().facts))
    #expect(!active.contains { $0.contains("key log") })
    #expect(active.contains { $0.contains("client's own logs") })
  }

  @Test("where a timer closed it, the relay's log decides")
  func relay() {
    let wishes = wishes(
      "server.terminated", SessionFacts(SessionScript.active().facts),
      evidence: ["server.closed_by_timer"])
    #expect(wishes.contains { $0.contains("haproxy") })
  }
}
