import CaptureReader
import Testing

@testable import LogReader

/// Ends that other records tell than those of the session.
@Suite("Ends of sessions that their own records leave open") struct LaterEndTests {
  @Test("a crash of the host ends a session that is left open")
  func hostCrash() throws {
    let crash = WindowsEvents.event("Microsoft-Windows-Kernel-Power", 41, 3_000)
    let session = try #require(
      try LogText.sessions(WindowsEvents.session(21, 1) + crash).first { !$0.isHostOnly })
    #expect(session.findingCodes.contains("log.host_crashed"))
    #expect(session.duration == .seconds(2_999))
  }

  @Test("a session that had ended is not ended by it")
  func endedBefore() throws {
    let crash = WindowsEvents.event("Microsoft-Windows-Kernel-Power", 41, 3_000)
    let session = try #require(
      try LogText.sessions(
        WindowsEvents.session(21, 1) + WindowsEvents.reason("11", 60) + crash
      ).first { !$0.isHostOnly })
    #expect(!session.findingCodes.contains("log.host_crashed"))
  }

  @Test(
    "a client that gave up after Windows' time-out got no answer; one that was refused at once may have"
  )
  func synTimeout() throws {
    let provider = "Microsoft-Windows-TerminalServices-ClientActiveXCore"
    let attempt: (Int) throws -> [String] = { seconds in
      try LogText.sessions(
        WindowsEvents.event(provider, 1024, 1, ("Name", "Server Name"), ("Value", "ts01"))
          + WindowsEvents.event(provider, 1026, 1 + seconds, ("Name", "Reason"), ("Value", "516"))
      ).flatMap(\.findingCodes)
    }
    #expect(try attempt(21) == ["log.connect_timeout"])
    #expect(try attempt(2) == ["log.client_connect_failed"])
  }

  @Test("the gateway's administrator is who disconnected")
  func gatewayAdministrator() throws {
    let data = [("Username", "CORP\\eva"), ("IpAddress", "192.0.2.3"), ("Resource", "ts01.corp")]
    let sessions = try LogText.sessions(
      WindowsEvents.event(WindowsEvents.gateway, 302, 1, data[0], data[1], data[2])
        + WindowsEvents.event(WindowsEvents.gateway, 202, 60, data[0], data[1], data[2]))
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains("log.admin_disconnect") == true)
  }
}
