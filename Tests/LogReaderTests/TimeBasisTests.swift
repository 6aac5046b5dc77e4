import CaptureReader
import Testing

@testable import LogReader

/// What the times of a session rest on is part of the session.
@Suite("Assumed times") struct TimeBasisTests {
  private static let reference = Timestamp(nanoseconds: 1_796_000_000_000_000_000)

  @Test("a zone that the log does not name")
  func zone() throws {
    let session = try #require(
      try LogText.sessions("[20260118-10:00:01] [ERROR] login failed for user eva\n").first)
    #expect(session.timeBasis?.zone == "UTC")
    #expect(session.timeBasis?.day == nil)
    #expect(session.timeBasis?.sentences.contains { $0.contains("--log-zone") } == true)
  }

  @Test("a zone that the user named is no guess")
  func givenZone() throws {
    let options = LogOptions(zone: LogZone("+02:00"))
    let text = "[20260118-10:00:01] [ERROR] login failed for user eva\n"
    let session = try #require(try LogText.sessions(text, options: options).first)
    #expect(session.timeBasis?.isZoneGiven == true)
    #expect(session.timeBasis?.brief == nil)
  }

  @Test("a date that the log does not name")
  func date() throws {
    let text =
      "[10:00:01:115] [10:20] [ERROR][com.freerdp.core] - ERRINFO_IDLE_TIMEOUT [0x00010003]\n"
    let options = LogOptions(reference: Self.reference)
    let session = try #require(try LogText.sessions(text, options: options).first)
    #expect(session.timeBasis?.day == "2026-11-30")
  }

  @Test("no time at all, and none invented")
  func untimed() throws {
    let text = "[ERROR][com.freerdp.core] - ERRINFO_IDLE_TIMEOUT [0x00010003]\n"
    let session = try #require(
      try LogText.sessions(text, options: LogOptions(reference: Self.reference)).first)
    #expect(session.timeBasis?.isUntimed == true)
    #expect(session.timeBasis?.sentences == ["The record has no time."])
  }

  @Test("records with their zone need nothing")
  func known() throws {
    let session = try #require(try LogText.sessions(WindowsEvents.session(21, 1)).first)
    #expect(session.timeBasis == nil)
  }

  @Test("stamps without a zone take the one that another copy of the record shows")
  func sharedZone() throws {
    let local = """
      Log Name:      Microsoft-Windows-TerminalServices-LocalSessionManager/Operational
      Source:        Microsoft-Windows-TerminalServices-LocalSessionManager
      Date:          18/01/2026 12:00:07
      Event ID:      24
      Description:
      Remote Desktop Services: Session has been disconnected: CORP\\eva Session ID: 2 10.0.0.5


      """
    let contents = try LogText.contents(local + WindowsEvents.reason("5", 7))
    #expect(Set(contents.events.map(\.time)).count == 1)
    #expect(contents.clock.assumptions.contains { $0.contains("+02:00") })
  }

  @Test("a record without a time is no begin")
  func mixed() throws {
    let source = LogEvent.Source(.freeRDP)
    let at: (Int64) -> ItemReference = {
      ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: $0))
    }
    let session = LogSession(
      .freeRDP, at: .client, identity: "one",
      events: [
        LogEvent(.phaseReached, key: "a", at: at(0), source: source),
        LogEvent(.phaseReached, key: "b", at: at(5_000_000_000), source: source),
      ])
    #expect(session.first.nanoseconds == 5_000_000_000)
    #expect(session.duration == .zero)
  }
}
