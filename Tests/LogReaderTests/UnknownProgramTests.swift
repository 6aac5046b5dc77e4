import CaptureReader
import Testing

@testable import LogReader

/// What general words mean among lines that are about Remote Desktop, and where they mean nothing.
@Suite("General words of programs that are not known") struct UnknownProgramTests {
  static let meanings: [(String, String)] = [
    ("failed to dial: connection timed out", "log.connect_timeout"),
    ("connect error: the connected party did not properly respond", "log.connect_timeout"),
    ("connect: no route to host", "log.words_unreachable"),
    ("failed to lookup address information", "log.words_name"),
    (
      "read failed: An existing connection was forcibly closed by the remote host",
      "log.words_reset"
    ),
    ("the account has been locked out", "log.account_restricted"),
    ("the user's password has expired", "log.password_expired"),
    ("session replaced by another connection", "log.taken_over"),
    ("session disconnected by administrator", "log.admin_disconnect"),
    ("session time limit exceeded", "log.limit_reached"),
    ("user idle for 30 minutes, closing session", "log.words_idle"),
    ("thread 'main' panicked at src/main.rs:7", "log.client_crashed"),
    ("certificate mismatch: TS01", "log.words_certificate"),
    ("window closed by the user", "log.words_user"),
    ("OnDisconnected reason=264", "log.client_timeout"),
    ("client ended, exit code 131092", "log.logon_refused"),
    ("got 5.error,16.Session conflict.,3.521;", "log.taken_over"),
  ]

  @Test("count where the line is about Remote Desktop", arguments: meanings)
  func meaning(row: (String, String)) throws {
    let text = "2026-11-28 10:00:00 ERROR rdpclient: \(row.0)\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains(row.1), "\(session.findingCodes)")
  }

  @Test("count for nothing elsewhere", arguments: meanings)
  func elsewhere(row: (String, String)) {
    let text = "2026-11-28 10:00:00 ERROR backup: \(row.0)\n"
    #expect(LogRecognition.format(of: Array(text.utf8)) != .program)
  }

  @Test("are weaker than a name that has one meaning")
  func strength() throws {
    for row in Self.meanings.prefix(14) {
      let text = "2026-11-28 10:00:00 ERROR rdpclient: \(row.0)\n"
      for finding in try LogText.sessions(text).flatMap(\.findings) {
        let most = (LogWeights.table[finding.code] ?? []).map { $0.weight * finding.strength }.max()
        #expect((most ?? 0) <= 4.6, "\(row.0)")
      }
    }
  }

  @Test("what failed before the session came up was a step on the way")
  func comesUp() throws {
    let text = """
      2026-11-28 10:00:00 WARN rdpclient: TLS handshake failed, trying again
      2026-11-28 10:00:01 INFO rdpclient: session established
      2026-11-28 10:30:00 ERROR rdpclient: connection reset by peer

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.words_reset"])
  }

  @Test("the first failure of a connection is why the rest failed")
  func firstFailure() throws {
    let text = """
      2026-11-28 10:00:00 ERROR rdpclient: connection refused
      2026-11-28 10:00:00 ERROR rdpclient: TLS handshake failed
      2026-11-28 10:00:00 INFO rdpclient: session closed by user

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.words_refused"])
  }

  @Test("lines with the name of a connection belong to it, however they are mixed")
  func connections() throws {
    let (one, two) = (
      "0b7a61f2-6e1c-4b0e-9d57-2a1f10b2c3d4", "5c1d22a3-0f9e-4f7a-8b1e-77aa10b2c3d5"
    )
    let text = """
      2026-11-28 10:00:00 INFO broker - Connecting remote session \(one), type RDP, server 192.0.2.7:8431, user eva
      2026-11-28 10:00:01 INFO broker - Connecting remote session \(two), type RDP, server 192.0.2.8:8431, user ida
      2026-11-28 10:00:20 INFO broker - Disconnected remote session \(one), exit code 131078
      2026-11-28 10:10:20 INFO broker - Disconnected remote session \(two), exit code 131083

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.user) == ["eva", "ida"])
    #expect(sessions.map { $0.server?.address } == ["192.0.2.7", "192.0.2.8"])
    #expect(sessions.first?.findingCodes == ["log.connect_timeout"])
    #expect(sessions.last?.findingCodes == ["log.user_closed"])
  }

  @Test("an errno that FreeRDP prints behind its own error says which")
  func errorNumber() throws {
    let text = """
      [ERROR][com.freerdp.core] - [get_next_addrinfo]: ERRCONNECT_CONNECT_FAILED [0x00020006]
      [ERROR][com.freerdp.core] - [freerdp_host_connect]: unable to connect to 192.0.2.7: Connection refused [111]

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.refused"))
  }

  @Test("a cut connection is why NLA failed, and no client that lacks something")
  func cutDuringLogon() throws {
    let front = "Mar 19 12:04:05 host gnome-remote-desktop-daemon[912]: "
    let text =
      front
      + "[12:04:05:24] [912:000016c8] [ERROR][com.freerdp.core.transport] - [transport_read_layer]: "
      + "BIO_read returned a system error 104: Connection reset by peer\n" + front
      + "[12:04:05:24] [912:000016c8] [ERROR][com.freerdp.core.transport] - [transport_accept_nla]: client authentication failure\n"
      + front + "Unable to check file descriptor, closing connection\n"
    let codes = try LogText.sessions(text).flatMap(\.findingCodes)
    #expect(codes == ["log.transport_reset_at_server"])
  }

  @Test("the crash of a server's program ends the connection that it had")
  func crash() throws {
    let text = """
      Nov 28 14:02:17 host krdpserver[4112]: New client connected
      Nov 28 14:02:19 host kernel: krdpserver[4112]: segfault at 18 ip 00007f rsp 00007f error 4 in libfreerdp3.so

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.service_stopped"))
    let other =
      "Nov 28 14:02:19 host kernel: cron[4112]: segfault at 18 ip 00007f rsp 00007f error 4\n"
    #expect(try LogText.sessions(other + other + other + other + other + other).isEmpty)
  }

  @Test("each client of Weston is a connection")
  func weston() throws {
    let text = """
      [23:52:11.102] RDP backend: xf_peer_activate: Client: eva, Hostname: LAPTOP-7
      [23:52:14.006] unable to checkDescriptor for 0x55a9d1f0e8a0
      [23:52:14.210] RDP backend: xf_peer_activate: Client: eva, Hostname: LAPTOP-7
      [23:52:17.040] unable to checkDescriptor for 0x55a9d1f1b120

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.clientHost) == ["LAPTOP-7", "LAPTOP-7"])
    #expect(sessions.allSatisfy { $0.findingCodes == ["log.peer_gone"] })
  }

  @Test("what a filter says of other ports is not kept")
  func otherPorts() throws {
    let line =
      "Nov 28 10:00:00 gw kernel: [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.7 DST=192.0.2.4 PROTO=TCP SPT=50123 DPT="
    let contents = try LogText.contents(
      (0..<50).map { _ in line + "445 WINDOW=1024 SYN\n" }.joined() + line
        + "3389 WINDOW=1024 SYN\n")
    #expect(contents.events.count == 1)
  }

  @Test("one log in two forms is read once, by the form that knows its zone")
  func copies() throws {
    let body = [
      ("Socket 12: AF_INET6 connection received from ::ffff:192.0.2.9 port 52172", 11),
      ("Security protocol: configured [SSL|RDP], requested [SSL], selected [SSL]", 11),
      ("connected client computer name: PC7", 12), ("xrdp_iso_send: trans_write_copy_s failed", 40),
    ]
    let own = body.map { "[20261128-08:52:\($0.1)] [INFO ] \($0.0)\n" }.joined()
    let journal = body.map { "2026-11-28T07:52:\($0.1)+00:00 host xrdp[77]: [INFO ] \($0.0)\n" }
      .joined()
    let sessions = try LogText.sessions(own, journal)
    #expect(sessions.count == 1)
    #expect(sessions.first?.inputs == [0, 1])
    #expect(sessions.first?.duration == .seconds(29))
    #expect(sessions.first?.findingCodes.contains("log.service_stopped") == false)
    #expect(sessions.first?.first.nanoseconds ?? 0 > 0)
  }
}

/// Forms of gateways and filters that say in their own way what happened.
@Suite("Gateways and filters in forms of their own") struct GatewayFormTests {
  @Test("the end whose reset it was stands behind the arrow")
  func arrow() throws {
    let front = "2026/10/02 10:43:28 rdpgw: Error reading from local conn read tcp "
    let server = try LogText.sessions(
      front + "172.20.0.4:40888->192.0.2.12:3389: read: connection reset by peer\n")
    #expect(server.flatMap(\.findingCodes) == ["log.firewall_server_reset"])
    let client = try LogText.sessions(
      front + "172.20.0.4:3389->192.0.2.12:40888: read: connection reset by peer\n")
    #expect(client.flatMap(\.findingCodes) == ["log.firewall_client_reset"])
  }

  @Test("members of objects inside of the record are the record's")
  func nested() throws {
    let text = """
      {"type":"error","data":{"op":"proxy","data":{"endpoint_tcp_address":"192.0.2.5","endpoint_tcp_port":3389,"msg":"dial: connection refused"}},"time":"2026-10-25T15:58:08.140113224Z"}

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.words_refused"])
    #expect(session.server?.address == "192.0.2.5")
  }

  @Test(
    "a tracked connection that is forgotten while it is up was idle; one that nobody answered was not"
  )
  func tracked() throws {
    let ends = "src=192.0.2.6 dst=192.0.2.20 sport=50922 dport=3389"
    let back = "src=192.0.2.20 dst=192.0.2.6 sport=3389 dport=50922"
    let idle = try LogText.sessions(
      "[1741940461.114213]\t    [NEW] tcp      6 120 SYN_SENT \(ends) [UNREPLIED] \(back)\n"
        + "[1741947703.880914]\t[DESTROY] tcp      6 ESTABLISHED \(ends) packets=4 bytes=392011 \(back) [ASSURED] delta-time=7242\n"
    )
    #expect(idle.count == 1)
    #expect(idle.first?.findingCodes.contains("log.firewall_timeout") == true)
    let unanswered = try LogText.sessions(
      "[1741940461.114213]\t    [NEW] tcp      6 120 SYN_SENT \(ends) [UNREPLIED] \(back)\n"
        + "[1741940581.880914]\t[DESTROY] tcp      6 SYN_SENT \(ends) [UNREPLIED] \(back)\n")
    #expect(unanswered.flatMap(\.findingCodes).contains("log.connect_timeout"))
  }

  @Test("a filter that drops the rest of a connection says that it had timed out")
  func timedOut() throws {
    let front = "Jan 29 08:44:51 192.0.2.1 id=firewall time=\"2025-01-29 08:44:51 UTC\" "
    let ends = "src=192.0.2.31:51822:X4 dst=192.0.2.40:3389:X0 proto=tcp/3389 "
    let sessions = try LogText.sessions(
      front + "msg=\"TCP connection dropped\" \(ends) note=\"TCP connection timed out\"\n" + front
        + "msg=\"Connection Closed\" usr=\"CORP\\eva\" \(ends) sent=412211 rcvd=9120044 cdur=2677000\n"
    )
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains("log.firewall_timeout") == true)
    #expect(sessions.first?.user == "CORP\\eva")
    #expect(sessions.first?.last == Timestamp(nanoseconds: 1_738_140_291_000_000_000))
  }

  @Test("tries that failed on the way to a desktop are not its end")
  func tries() throws {
    let front = "[ERROR][com.freerdp.core] - "
    let text = """
      [09:07:10:990] [25746:25747] [INFO][com.freerdp.gdi] - Local framebuffer format  PIXEL_FORMAT_BGRX32
      [09:08:05:088] [25746:25747] \(front)freerdp_check_fds() failed - 0
      [09:08:05:088] [25746:25747] [INFO][com.freerdp.client.x11] - Network disconnect!
      [09:08:05:088] [25746:25747] [INFO][com.freerdp.client.x11] - Attempting reconnect (1 of 20)
      [09:08:05:092] [25746:25747] \(front)freerdp_tcp_connect:freerdp_set_last_error ERRCONNECT_CONNECT_FAILED [0x00020006]
      [09:08:15:731] [25746:25747] [INFO][com.freerdp.gdi] - Local framebuffer format  PIXEL_FORMAT_BGRX32
      [09:08:16:731] [25746:25747] [ERROR][com.freerdp.channels.rdpgfx.client] - rdpgfx_recv_pdu failed with error 1359!

      """
    let codes = try #require(try LogText.sessions(text).last).findingCodes
    #expect(codes.contains("log.client_graphics"))
    #expect(!codes.contains("log.connect_failed") && !codes.contains("log.connect_timeout"))
  }

  @Test("an export with date and time apart, and the number before its source")
  func apartStamps() throws {
    let text =
      "Information\t2/6/2025\t3:12:41 PM\t40\tMicrosoft-Windows-TerminalServices-LocalSessionManager\tNone\tSYSTEM\tTS02\t"
      + "Session 9 has been disconnected, reason code 3\n"
      + "Information\t2/6/2025\t3:12:31 PM\t1149\tMicrosoft-Windows-TerminalServices-RemoteConnectionManager\tNone\tNETWORK SERVICE\tTS02\t"
      + "Remote Desktop Services: User authentication succeeded:   User: eva Domain: CORP Source Network Address: 192.0.2.40\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.user == "CORP\\eva")
    #expect(session.client?.address == "192.0.2.40")
    #expect(session.findingCodes.contains("log.idle_limit"))
  }
}
