import CaptureReader
import Testing

@testable import LogReader

/// Windows events on lines whose form nobody described: provider and number, or the sentence, tell what they are.
@Suite("Events of Windows in forms that are not known") struct EventSentenceTests {
  /// What stands around a session manager's record, whatever collector wrote it.
  static let fronts: [String] = [
    "2026-11-28 10:00:00 relay Microsoft-Windows-TerminalServices-LocalSessionManager: 40: ",
    "2026-11-28T10:00:00Z host1 CEF:0|Microsoft|Windows||Microsoft-Windows-TerminalServices-LocalSessionManager:40|40|Low| eventId=991 msg=",
    "2026 Nov 28 10:00:00 WinEvtLog: INFORMATION(40): Microsoft-Windows-TerminalServices-LocalSessionManager: ",
    "2026-11-28 10:00:00 provider=Microsoft-Windows-TerminalServices-LocalSessionManager EventID=40 message=",
    "28.11.2026 10:00:00 some note: ", "* 40 - ", "",
  ]

  @Test("are read whatever stands before them", arguments: fronts)
  func front(_ front: String) throws {
    let text = front + "Session 5 has been disconnected, reason code 11\n"
    #expect(LogRecognition.format(of: Array(text.utf8)) == .eventText)
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.user_disconnected"))
  }

  @Test("the number close to the provider counts, none of a stamp or an address")
  func number() throws {
    let record = try #require(
      EventSentence.record(
        Array(
          "2026-11-21 10:24:40 10.0.0.21 Microsoft-Windows-TerminalServices-LocalSessionManager/Operational 24 Remote user"
            .utf8)[...]))
    #expect(record.eventID == 24)
  }

  @Test(
    "neither a provider without a number nor words alone are an event",
    arguments: [
      "2026-11-28 10:00:00 open Microsoft-Windows-TerminalServices-LocalSessionManager/Operational and look there",
      "Get-WinEvent @{LogName='Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';Id=24,39,40}",
      "2026-11-28 10:00:00 a session has been disconnected, and nobody knows the reason",
      "2026-11-28 10:00:00 sshd: session 5 closed for user root, reason code 11",
    ])
  func nearMiss(_ line: String) {
    #expect(EventSentence.record(Array(line.utf8)[...]) == nil)
  }

  @Test("one line of an audit has its account, its address and its status")
  func audit() throws {
    let text =
      "2026 Nov 28 10:00:00 WinEvtLog: Security: AUDIT_FAILURE(4625): Microsoft-Windows-Security-Auditing: "
      + "An account failed to log on. Subject:  Security ID:  S-1-5-18  Account Name:  TS1$  Account Domain:  CORP"
      + "  Logon ID:  0x3e7  Logon Type:   10  Account For Which Logon Failed:  Security ID:  S-1-0-0"
      + "  Account Name:  eva  Account Domain:  CORP  Failure Information:  Failure Reason:  %%2313"
      + "  Status:   0xc000006d  Sub Status:  0xc0000064  Network Information:  Workstation Name: TS1"
      + "  Source Network Address: 192.0.2.44  Source Port:  2214\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.client?.address == "192.0.2.44")
    #expect(session.user == "CORP\\eva")
    #expect(session.findings.first?.summary.contains("no such user") == true)
  }

  @Test("an error of the package that checks log-ons is no wrong password")
  func foreignStatus() throws {
    let text = """
      An account failed to log on.

      Subject:
      	Security ID:		SYSTEM
      	Account Name:		PC$
      	Account Domain:		WORKGROUP
      	Logon ID:		0x3E7

      Logon Type:			10

      Account For Which Logon Failed:
      	Security ID:		NULL SID
      	Account Name:		eva
      	Account Domain:		PC

      Failure Information:
      	Failure Reason:		An Error occured during Logon.
      	Status:			0x80070057
      	Sub Status:		0x0

      Network Information:
      	Workstation Name:	-
      	Source Network Address:	192.0.2.44
      	Source Port:		0

      """
    let codes = try LogText.sessions(text).flatMap(\.findingCodes)
    #expect(codes.contains("log.no_authority"))
    #expect(!codes.contains("log.logon_refused") && !codes.contains("log.authentication_failed"))
  }

  @Test("the columns of a script's table, whose cells reach beyond their names")
  func alignedTable() throws {
    let text = """
      EventId Address      EventType  User          SessionId TimeCreated
      ------- -------      ---------  ----          --------- -----------
           24 192.0.2.53   DisConnect CORP\\petra    5         11.09.2026 16:20:37
           23              Logoff     CORP\\dusan    3         11.09.2026 10:15:12
           21 192.0.2.53   Logon      CORP\\petra    5         11.09.2026 8:03:26
           21 192.0.2.90   Logon      CORP\\dusan    3         11.09.2026 7:55:01

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.user) == ["CORP\\dusan", "CORP\\petra"])
    #expect(sessions.map { $0.client?.address } == ["192.0.2.90", "192.0.2.53"])
    #expect(sessions.first?.findingCodes == ["log.logged_off"])
  }

  @Test("a table whose stamps have blanks, whose messages have lines, and text behind it")
  func wrappedTable() throws {
    let text = """
      PS C:\\> Get-WinEvent -MaxEvents 3 | ft TimeCreated,Id,Message -Wrap

      TimeCreated           Id Message
      -----------           -- -------
      2/12/2026 10:09:21 AM 40 Session 5 has been disconnected, reason code 11
      2/12/2026 10:09:21 AM 24 Remote Desktop Services: Session has been disconnected:

                               User: CORP\\eva
                               Session ID: 5
                               Source Network Address: 192.0.2.60

      PS C:\\> type freerdp.txt
      [10:00:01:115] [10:20] [ERROR][com.freerdp.core] - [set]: ERRINFO_IDLE_TIMEOUT [0x00010003]

      """
    let sessions = try LogText.sessions(text)
    let session = try #require(sessions.first { $0.program == .windows })
    #expect(sessions.count { $0.program == .windows } == 1)
    #expect(session.user == "CORP\\eva")
    #expect(session.client?.address == "192.0.2.60")
    #expect(session.findingCodes.contains("log.user_disconnected"))
    #expect(sessions.contains { $0.findingCodes.contains("log.idle_limit") })
  }

  @Test("a number with a particle behind it is the session's")
  func particle() {
    let items = MessageItems.items(
      of: "세션 7의 연결이 끊어졌습니다. 이유 코드 5", "TerminalServices-LocalSessionManager", 40)
    #expect(items.first { $0.name == "Session" }?.value == "7")
    #expect(items.first { $0.name == "Reason" }?.value == "5")
  }

  @Test("the Security log of Windows before Vista")
  func formerWindows() throws {
    let front = "Event Type:\tSuccess Audit\nEvent Source:\tSecurity\nEvent ID:\t"
    let account = "Description:\n%\n \tUser Name:\teva\n \tDomain:\t\tCORP\n"
    let text =
      front + "683\nDate:\t\t4/22/2009\nTime:\t\t2:40:18 PM\nUser:\t\tCORP\\eva\nComputer:\tTS1\n"
      + account + " \tLogon ID:\t\t(0x0,0x3A5F1C2)\n \tSession Name:\tRDP-Tcp#22\n"
      + " \tClient Name:\tPC-7\n \tClient Address:\t192.0.2.58\n\n"
      + front + "529\nDate:\t\t4/22/2009\nTime:\t\t1:00:00 PM\nUser:\t\tSYSTEM\nComputer:\tTS1\n"
      + account + " \tLogon Type:\t10\n \tSource Network Address:\t192.0.2.59\n"
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 2)
    #expect(sessions.first?.findingCodes.contains("log.logon_refused") == true)
    #expect(sessions.last?.clientHost == "PC-7")
    #expect(sessions.last?.last == Timestamp(nanoseconds: 1_240_411_218_000_000_000))
  }

  @Test("a viewer that writes the message on the line of its name, and the time before the number")
  func messageOnItsLine() throws {
    let text = """
      ==================================================
      Event Time        : 2026-03-19 08:41:07.115
      Record ID         : 5518
      Event ID          : 40
      Level             : Information
      Channel           : Microsoft-Windows-TerminalServices-LocalSessionManager/Operational
      Provider          : Microsoft-Windows-TerminalServices-LocalSessionManager
      Description       : Session 3 has been disconnected, reason code 5
      Task              :
      Process ID        : 1396
      Thread ID         : 5812
      Computer          : WS-05
      ==================================================

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.taken_over"))
    #expect(session.events.first?.session == 3)
  }

  @Test("the half of the day before the hour")
  func halfOfDay() throws {
    let cases = [
      ("2026-08-31 오후 3:26:42", 15), ("2026-08-31 오전 12:26:42", 0), ("2026/8/31 下午 3:26:42", 15),
    ]
    for (text, hour) in cases {
      #expect(CivilTime.local(Array(text.utf8)[...], dayFirst: nil)?.hour == hour, "\(text)")
    }
  }

  @Test("a gateway's refusal names a way of authentication where others name a resource")
  func gatewayWithoutResource() throws {
    let text =
      "2026-11-28 10:00:00 Microsoft-Windows-TerminalServices-Gateway 201 The user \"CORP\\eva\", on client computer "
      + "\"192.0.2.50\", did not meet connection authorization policy requirements and was therefore not authorized to "
      + "access the RD Gateway server. The authentication method used was: \"NTLM\" and connection protocol used: "
      + "\"HTTP\". The following error occurred: \"23003\".\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.server == nil)
    #expect(session.client?.address == "192.0.2.50")
  }

  @Test("a crash is as late as the host was last seen")
  func lastSeen() throws {
    let text = """
      "TimeCreated","Id","ProviderName","MachineName","Message"
      "2/6/2026 10:19:31 AM","41","Microsoft-Windows-Kernel-Power","TS03","The system has rebooted without cleanly shutting down first."
      "2/6/2026 10:19:52 AM","6008","EventLog","TS03","The previous system shutdown at 10:16:44 AM on 2/6/2026 was unexpected."
      "2/6/2026 9:02:17 AM","21","Microsoft-Windows-TerminalServices-LocalSessionManager","TS03","Remote Desktop Services: Session logon succeeded: User: CORP\\eva Session ID: 2 Source Network Address: 192.0.2.8"

      """
    let session = try #require(try LogText.sessions(text).first { !$0.isHostOnly })
    #expect(session.last == Timestamp(nanoseconds: 1_770_373_004_000_000_000))
    #expect(session.findingCodes.contains("log.host_crashed"))
  }
}
