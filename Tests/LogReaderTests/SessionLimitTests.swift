import CaptureReader
import Testing

@testable import LogReader

@Suite("More sessions than are told") struct SessionLimitTests {
  private static func windows(_ count: Int) -> String {
    (0..<count).map { number in
      let (minute, address) = (10 + number, "10.0.0.\(number + 1)")
      return """
        <Event><System><Provider Name='Microsoft-Windows-TerminalServices-LocalSessionManager'/>\
        <EventID>21</EventID><TimeCreated SystemTime='2026-11-10T08:\(minute):00Z'/></System>\
        <UserData><EventXML><User>C\\u</User><SessionID>\(number + 2)</SessionID>\
        <Address>\(address)</Address></EventXML></UserData></Event>
        """
    }.joined(separator: "\n")
  }

  private static func freeRDP(_ count: Int) -> String {
    (0..<count).map {
      "[08:\(10 + $0):00:000] [\(100 + $0):\(100 + $0)] [ERROR][com.freerdp.core] - freerdp_tcp_connect:"
        + "freerdp_set_last_error_ex ERRCONNECT_CONNECT_FAILED [0x00020006]\n"
    }.joined()
  }

  private static func told(_ texts: [String], _ most: Int) throws -> LogSessions.Told {
    var limits = LogLimits()
    limits.sessions = most
    return LogSessions.told(
      of: try texts.enumerated().map { try LogText.contents($1, input: $0) }, limits: limits)
  }

  @Test("the newest are told, and those left out are counted", arguments: [true, false])
  func newest(_ isWindows: Bool) throws {
    let log = isWindows ? Self.windows : Self.freeRDP
    let whole = try Self.told([log(12)], 50)
    #expect(whole.sessions.count == 12 && whole.leftOut.isEmpty)
    let part = try Self.told([log(12)], 5)
    #expect(part.sessions == Array(whole.sessions.suffix(5)) && part.leftOut == [0: 7])
  }

  @Test("each input has its own count")
  func inputs() throws {
    let part = try Self.told([Self.windows(12), Self.freeRDP(3)], 5)
    #expect(part.sessions.count == 5)
    #expect(part.leftOut.values.reduce(0, +) == 10)
  }

  @Test("what a host tells of itself is no session and is kept")
  func hosts() {
    var host = LogSession(.windows, at: .host, identity: "host")
    host.isHostOnly = true
    let session = LogSession(.windows, at: .server, identity: "a")
    var sessions = [host, session, session]
    var leftOut: [Int: Int] = [:]
    LogSessions.forget(&sessions, beyond: 1, &leftOut)
    #expect(sessions.map(\.isHostOnly) == [true, false])
  }

  @Test("a run that was asked to end tells fewer")
  func hastened() {
    #expect(LogLimits().hastened.sessions < LogLimits().sessions)
    var few = LogLimits()
    few.sessions = 3
    #expect(few.hastened.sessions == 3)
  }
}
