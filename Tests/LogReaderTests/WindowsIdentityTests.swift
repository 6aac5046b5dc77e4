import CaptureReader
import Testing

@testable import LogReader

/// Who is who in Windows' records, and whose record it is.
@Suite("Who is who in Windows events") struct WindowsIdentityTests {
  private typealias W = WindowsEvents

  @Test("the workstation of a remote log-on is the server itself", arguments: ["10", "3"])
  func workstation(type: String) throws {
    let text =
      W.event(
        W.core, 131, 0, activity: "a", ("ConnType", "TCP"), ("ClientIP", "10.0.0.5:50000"))
      + W.event(
        W.security, 4625, 1, ("TargetUserName", "eva"), ("LogonType", type),
        ("WorkstationName", "NAMED"), ("SubStatus", "0xc000006a"), ("IpAddress", "10.0.0.5"))
    let found = try LogText.sessions(text)
    #expect(found.count == 1)
    #expect(found.first?.clientHost == (type == "3" ? "NAMED" : nil))
  }

  @Test("a station without a log-on id is ended by its user and address")
  func station() throws {
    let data: [(String, String)] = [
      ("AccountName", "eva"), ("SessionName", "RDP-Tcp#4"), ("ClientName", "LT-EVA"),
      ("ClientAddress", "10.0.0.5"),
    ]
    let text =
      W.event(W.security, 4778, 0, data[0], data[1], data[2], data[3])
      + W.event(W.security, 4779, 3_600, data[0], data[1], data[2], data[3])
    let found = try LogText.sessions(text)
    #expect(found.map(\.duration) == [.seconds(3_600)])
    #expect(found.first?.clientHost == "LT-EVA")
  }

  @Test("a reason belongs to the session that the arbitration gave the user")
  func arbitration() throws {
    let text =
      W.event(W.remote, 1149, 0, ("Param1", "eva"), ("Param2", "CORP"), ("Param3", "10.0.0.5"))
      + W.event(W.local, 41, 2, ("User", "CORP\\eva"), ("SessionID", "7"))
      + W.reason("5", 900, number: "7")
    let found = try LogText.sessions(text)
    #expect(found.count == 1)
    #expect(found.first?.findingCodes.contains("log.taken_over") == true)
  }

  @Test("the reason of who was replaced is the former connection's, whichever record is first")
  func takeOver() throws {
    let orders = [
      W.reason("5", 900) + W.session(25, 900), W.session(25, 900) + W.reason("5", 900),
    ]
    for order in orders {
      let found = try LogText.sessions(W.session(21, 0) + order)
      #expect(found.count == 2)
      #expect(found.first?.findingCodes.contains("log.taken_over") == true)
      #expect(found.last?.findingCodes.contains("log.taken_over") == false)
    }
  }

  @Test(
    "records that were cut before their session's number, newest first, are no sessions of their own"
  )
  func cutRecords() throws {
    let rows = [
      "12/02/2026 22:14:09             40 Information      Session 3 has been disconnected, reason code 5",
      "12/02/2026 22:14:09             25 Information      Remote Desktop Services: Session reconnection succeeded:...",
      "12/02/2026 22:13:44             24 Information      Remote Desktop Services: Session has been disconnected:...",
      "12/02/2026 22:13:44             40 Information      Session 3 has been disconnected, reason code 0",
      "12/02/2026 19:50:30             21 Information      Remote Desktop Services: Session logon succeeded:...",
    ]
    let text =
      "   ProviderName: Microsoft-Windows-TerminalServices-LocalSessionManager\n\n"
      + "TimeCreated                     Id LevelDisplayName Message\n"
      + "-----------                     -- ---------------- -------\n"
      + rows.joined(separator: "\n") + "\n"
    #expect(try LogText.sessions(text).count == 2)
  }

  @Test("of one second of a text that is newest first the last line is the first")
  func newestFirst() throws {
    let events = [(9, 20), (8, 10), (7, 10), (6, 0)].map { frame, second in
      LogEvent(
        .phaseReached, key: "x",
        at: ItemReference(
          input: 0, frame: 10 - frame, time: Timestamp(nanoseconds: Int64(second) * 1_000_000_000)),
        source: LogEvent.Source(.windows))
    }
    var clock = ClockReader(LogOptions())
    let ordered = LogOrder.sorted(events, clock: &clock)
    #expect(ordered.map(\.reference.frame) == [4, 3, 2, 1])
  }

  @Test("the security layer's refused log-on is a log-on", arguments: ["0x8009030c", "0x80090326"])
  func securityLayer(code: String) throws {
    let text =
      W.event(
        W.core, 131, 0, activity: "a", ("ConnType", "TCP"), ("ClientIP", "10.0.0.5:50000"))
      + W.event(W.core, 139, 1, activity: "a", ("ResultCode", code))
    let found = try #require(try LogText.sessions(text).first)
    #expect(found.has(.logonRefused) == (code == "0x8009030c"))
    #expect(found.has(.tlsFailed) == (code != "0x8009030c"))
  }

  @Test("a refused CredSSP version names the server, and the client is who logs it")
  func credSSP() throws {
    let text = W.event("LsaSrv", 6041, 0, computer: "PC-3", ("TargetName", "TERMSRV/srv-1"))
    let found = try #require(try LogText.sessions(text).first)
    #expect(found.server?.address == "srv-1" && found.clientHost == "PC-3")
    #expect(found.point == .client)
  }

  @Test("a policy server's refusal counts where the policy is the gateway's")
  func policyServer() throws {
    let text = { (policy: String) in
      W.event(
        W.security, 6273, 0, ("SubjectUserName", "eva"), ("SubjectDomainName", "CORP"),
        ("SubjectMachineName", "PC-3"), ("ProxyPolicyName", policy), ("Reason", "no dial-in"))
    }
    let found = try #require(try LogText.sessions(text("TS GATEWAY AUTHORIZATION POLICY")).first)
    #expect(found.findingCodes == ["log.gateway_denied"])
    #expect(found.user == "CORP\\eva" && found.clientHost == "PC-3")
    #expect(try LogText.sessions(text("Secure Wireless")).isEmpty)
  }

  @Test("an adapter that was reset did not lose its cable")
  func adapter() throws {
    let text =
      W.session(21, 0)
      + W.event("Microsoft-Windows-NDIS", 10_400, 890, ("IfDescr", "Adapter 1"))
      + W.session(24, 900)
    let found = try #require(try LogText.sessions(text).first?.findings)
    let words = found.first { $0.code == "log.link_down" }?.summary
    #expect(words == "the host's network adapter hung and was reset: Adapter 1")
  }

  @Test("records of QRadar's collector and of Chainsaw are events")
  func carriers() throws {
    let collector =
      "<13>Feb 10 09:00:00 ts01 AgentDevice=WindowsLog\tAgentLogFile=Security\tSource=Microsoft-Windows-Security-Auditing\tComputer=TS01\tEventID=4825\tEventIDCode=4825\tTimeGenerated=1770714000\tMessage=A user was denied the access to Remote Desktop. Subject:  User Name: eva\n"
    let log = try LogText.contents(collector)
    #expect(log.events.map(\.key) == ["security.4825"])
    #expect(log.events.first?.time == Timestamp(nanoseconds: 1_770_714_000_000_000_000))
    let chainsaw =
      #"[{"group":"Sigma","kind":"individual","document":{"kind":"evtx","path":"a","data":{"Event":{"System":{"Provider_attributes":{"Name":"Microsoft-Windows-TerminalServices-LocalSessionManager"},"EventID":24,"TimeCreated_attributes":{"SystemTime":"2026-01-18T10:00:00Z"},"Computer":"TS01"},"UserData":{"EventXML":{"User":"CORP\\eva","SessionID":2,"Address":"10.0.0.5"}}}}}}]"#
    #expect(try LogText.contents(chainsaw + "\n").events.map(\.key) == ["lsm.24"])
  }
}
