import Testing

@testable import LogReader

/// Lines of programs in forms that people paste: of other languages, other programs' logs, without fronts.
@Suite("Pasted lines of programs") struct PastedLinesTests {
  static let lines: [(String, String, String)] = [
    (
      "GLib's front",
      "(remmina:3120): remmina-DEBUG **: 14:02:12.881: [RDP] libfreerdp returned code is 00020014\n",
      "log.logon_refused"
    ),
    (
      "a program of its own",
      "[10:43:34.521 34060|14400 E] App.Log - x ERRCONNECT_DNS_NAME_NOT_FOUND [0x00020005]\n",
      "log.name_not_found"
    ),
    (
      "the library's words",
      "[16:03:21:001] [777:00000309] [ERROR][com.freerdp.crypto] - [handshake]: BIO_do_handshake failed\n"
        + "[16:03:21:001] [777:00000309] [ERROR][com.freerdp.crypto] - [print]: error:0A000102:SSL routines::unsupported protocol\n",
      "log.tls_version"
    ),
    (
      "guacd behind a container's stamp",
      "2025-06-01T11:02:03.123456789Z guacd[22]: INFO:\tSecurity mode: NLA\n"
        + "2025-06-01T11:02:04.123456789Z guacd[22]: ERROR:\tDisconnected by other connection\n",
      "log.taken_over"
    ),
    (
      "a desktop that ends at once, in Chinese",
      "4月 16 19:13:09 arch xrdp-sesman[52901]: [WARN ] Window manager (pid 52902, display 10) exited quickly (0 secs). This could indicate a problem\n",
      "log.backend_failed"
    ),
    (
      "1Remote",
      "2021-04-08T17:53:30.5561592+02:00[ThreadId:1]\t\tDebug\t\tRDP Host: OnDisconnected, disconnectReason = 516, x\n",
      "log.client_connect_failed"
    ),
    (
      "RDCMan", "Disconnected from srv-22 [Error 2308: Remote Desktop disconnected]\n",
      "log.client_socket_closed"
    ),
    (
      "mRemoteNG",
      "2023-05-04 10:12:33,345 [1] WARN  Logger - Protocol Event Disconnected. Host: \"srv01\"; Protocol: \"RDP\" Message: \"Because of a protocol error 3334, this session will be disconnected.\"\n",
      "log.client_protocol_error"
    ),
    (
      "a graphical server that demands more",
      "Jul 06 17:31:55 desk gnome-remote-de[11]: [RDP] Client did not advertise support for the Graphics Pipeline, closing connection\n"
        + "Jul 06 17:31:55 desk gnome-remote-de[11]: [RDP] Network or intentional disconnect, stopping session\n",
      "log.client_lacks"
    ),
    (
      "Linux's packet filter",
      "Nov 28 07:52:28 gate kernel: [12.1] [UFW BLOCK] IN=eth0 OUT= MAC=0 SRC=10.0.0.5 DST=10.0.0.9 LEN=60 PROTO=TCP SPT=50123 DPT=3389 SYN\n"
        + String(repeating: "Nov 28 07:52:29 gate cron[1]: run\n", count: 5),
      "log.firewall_dropped"
    ),
    (
      "another logger's front",
      "2024-08-20 08:00:11.1307|DEBUG|[08:00:11:115] [10228:00002144] [ERROR][com.freerdp.core] - [set]: ERRINFO_IDLE_TIMEOUT [0x00010003]\n",
      "log.idle_limit"
    ),
    (
      "no front", "[ERROR][com.freerdp.core] - ERRINFO_IDLE_TIMEOUT [0x00010003]\n",
      "log.idle_limit"
    ),
    (
      "a viewer of containers",
      "2020-05-15 09:24:31 | stderr | [09:24:31:115] [10:20] [ERROR][com.freerdp.core] - ERRINFO_IDLE_TIMEOUT [0x00010003]\n",
      "log.idle_limit"
    ),
    (
      "a machine without a name",
      "Jul 26 18:06:22  xrdp-sesman[16373]: (16373)(140701777787328)[WARN ] Window manager (pid 1, display 10) exited quickly (0 secs).\n",
      "log.backend_failed"
    ),
    (
      "pfSense",
      "Aug  3 08:59:01 filterlog[57218]: 4,,,1000000103,igb0,match,block,in,4,0x0,,113,54321,0,DF,6,tcp,52,198.51.100.24,203.0.113.10,51822,3389,0,S,1,,64240,,mss\n",
      "log.firewall_dropped"
    ),
    (
      "Cisco ASA",
      "%ASA-6-302014: Teardown TCP connection 7 for outside:203.0.113.78/50021 to inside:10.1.1.2/3389 duration 1:00:04 bytes 8112031 Conn-timeout\n",
      "log.firewall_timeout"
    ),
    (
      "HAProxy",
      "Jun  3 08:13:10 lb1 haproxy[2211]: 192.0.2.56:50388 [03/Jun/2024:07:13:09.951] ft_rdp bk_rdp/srv02 2/1/3600214 948211 cD 3/2/1/0/0 0/0\n",
      "log.firewall_timeout"
    ),
  ]

  @Test("each has its reason", arguments: lines)
  func reads(line: (String, String, String)) throws {
    #expect(LogRecognition.format(of: Array(line.1.utf8)) != nil)
    let sessions = try LogText.sessions(line.1)
    #expect(sessions.contains { $0.findingCodes.contains(line.2) })
  }

  @Test(
    "numbers of other texts are no dialog's",
    arguments: [
      "Security ID:\t\tS-1-0-0\nLogon ID:\t\t0x0\nStatus:\t\t0xC000006D\n",
      "Exception code: 0xc0000005\nFault offset: 0x0000000000016f3c\nFaulting process id: 0x5a4\n",
      "Error code: 0x80070005\n",
    ])
  func noDialog(text: String) throws {
    #expect(LogRecognition.format(of: Array(text.utf8)) == nil)
  }

  @Test(
    "a dialog's codes are known in the client's languages",
    arguments: [
      "Error code: 0x904\nExtended error code: 0x7\n",
      "Fehlercode: 0x904\nErweiterter Fehlercode: 0x7\n",
      "Code d'erreur : 0x904\n", "Código de error: 0x904\n", "エラー コード: 0x904\n", "错误代码: 0x904\n",
      "Код ошибки: 0x904\n", "Kod błędu: 0x904\n", "Codice errore: 0x904\n", "Foutcode: 0x904\n",
    ])
  func dialog(text: String) throws {
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.findingCodes) == [["log.client_socket_closed"]])
  }

  @Test("a state of Azure Virtual Desktop's connections is a session")
  func virtualDesktop() throws {
    let sessions = try LogText.sessions(
      "TimeGenerated [UTC],CorrelationId,State,UserName,ClientOS,SessionHostName\n"
        + "\"11/3/2025, 10:32:11.480 AM\",a-1,Started,anna@corp.example,Windows,sh-0\n"
        + "\"11/3/2025, 10:32:15.480 AM\",a-1,Connected,anna@corp.example,Windows,sh-0\n"
        + "\"11/3/2025, 11:32:15.480 AM\",a-1,Completed,anna@corp.example,Windows,sh-0\n")
    #expect(sessions.count == 1)
    #expect(sessions.first?.phase == .active)
    #expect(sessions.first?.isOpen == false)
  }

  @Test("lines of Remote Desktop that come late in a system's log are read")
  func late() throws {
    let others = String(repeating: "Nov 28 07:52:28 host1 cron[1]: something else\n", count: 3_000)
    let log = try LogText.contents(
      others
        + "Nov 28 08:00:00 host1 xrdp[7]: [INFO ] Socket 12: AF_INET6 connection received from ::ffff:10.0.0.5 port 50123\n"
    )
    #expect(log.format == .syslog)
    #expect(log.events.map(\.key) == ["xrdp.accepted"])
    #expect(log.summary.passed == 3_000)
  }

  @Test("process ids are a host's own: hosts in one log are read apart")
  func hosts() throws {
    func lines(_ host: String, _ address: String, _ message: String) -> String {
      "Nov 20 08:00:00 \(host) xrdp[500]: [INFO ] Socket 12: AF_INET6 connection received from ::ffff:\(address) port 1001\n"
        + "Nov 20 08:00:03 \(host) xrdp[500]: [INFO ] \(message)\n"
    }
    let sessions = try LogText.sessions(
      lines("host1", "10.0.0.1", "login successful for user anna on display 10")
        + lines("host2", "10.0.0.2", "login failed for user bob"))
    #expect(sessions.count == 2)
    #expect(sessions.first { $0.client?.address == "10.0.0.1" }?.user == "anna")
    #expect(
      sessions.first { $0.client?.address == "10.0.0.2" }?.findingCodes.first
        == "log.logon_refused")
  }

  @Test("the Security log's message on one line, and without its event")
  func securityLine() throws {
    let message =
      "An account failed to log on.    Subject:   Security ID:  S-1-5-18   Account Name:  TS01$   "
      + "Account Domain:  CORP   Logon ID:  0x3e7    Logon Type:   10    Account For Which Logon Failed:   "
      + "Security ID:  S-1-0-0   Account Name:  carson   Account Domain:  CORP    Failure Information:   "
      + "Failure Reason:  x   Status:   0xc000006d   Sub Status:  0xc000006a    Network Information:   "
      + "Workstation Name: PC1   Source Network Address: 192.168.1.36   Source Port:  0"
    let items = SecurityMessage.items(of: message, 4625)
    let value: (String) -> String? = { name in items.first { $0.name == name }?.value }
    #expect(value("LogonType") == "10")
    #expect(value("TargetUserName") == "carson")
    #expect(value("SubStatus") == "0xc000006a")
    let sessions = try LogText.sessions(
      "A session was disconnected from a Window Station.\n\nSubject:\n\tAccount Name:\t\tanna\n"
        + "\tAccount Domain:\t\tCORP\n\tLogon ID:\t\t0x1\n\nSession:\n\tSession Name:\t\tRDP-Tcp#9\n\n"
        + "Additional Information:\n\tClient Name:\t\tPC1\n\tClient Address:\t\t10.0.0.5\n")
    #expect(sessions.first?.client?.address == "10.0.0.5")
  }

  @Test("a file that was emptied under its program begins with zeros")
  func zeros() throws {
    let bytes =
      Array(repeating: UInt8(0), count: 300)
      + Array("[20261128-10:48:36] [INFO ] starting xrdp with pid 31358\n".utf8)
    #expect(LogRecognition.format(of: bytes) == .xrdp)
    #expect(try LogText.contents(bytes).events.count == 1)
  }

  @Test(
    "months are known in the languages of machines",
    arguments: [
      ("Nov", 11), ("Mär", 3), ("févr.", 2), ("juil.", 7), ("juin", 6), ("dic", 12), ("Okt", 10),
      ("11月", 11),
      ("November", 11), ("март", 0), ("Monday", 0), ("", 0),
    ])
  func months(word: (String, Int)) {
    #expect((MonthNames.month(Array(word.0.utf8)[...]) ?? 0) == word.1)
  }

  @Test(
    "stamps that name their month",
    arguments: [
      "Mon Nov 03 10:32:11 2025", "Nov 3, 2025 @ 10:32:11.480",
      "Monday, November 3, 2025 10:32:11 AM",
      "03-Nov-2025 10:32:11", "3 Nov 2025 10:32:11",
    ])
  func named(text: String) throws {
    let stamp = try #require(CivilTime.local(Array(text.utf8)[...], dayFirst: nil))
    #expect([stamp.year, stamp.month, stamp.day] == [2_025, 11, 3])
    #expect(stamp.secondsOfDay == 37_931)
  }
}
