import CaptureReader
import Testing

@testable import LogReader

/// Tunnels, brokers and gateways that carry Remote Desktop, and what their logs say of it.
@Suite("Relays of Remote Desktop") struct RelayTests {
  private static let forwarding =
    "$ aws ssm start-session --target i-0abc1234 --parameters portNumber=3389,localPortNumber=56789\n\n"
  private static let tunnel = "$ gcloud compute start-iap-tunnel win1 3389 --zone=europe-west3-a\n"

  static let outputs: [(String, String)] = [
    (
      forwarding + "Connection accepted for session [jdoe-0abc]\n"
        + "Connection to destination port failed.\n",
      "log.connect_failed"
    ),
    (
      forwarding
        + "SessionId: jdoe-0abc : Your session timed out due to inactivity (20 minutes).\n",
      "log.firewall_timeout"
    ),
    (tunnel + "ERROR: Error while connecting [4033: 'not authorized'].\n", "log.access_denied"),
    (
      tunnel + "ERROR: Error while connecting [4003: 'failed to connect to backend'].\n",
      "log.connect_failed"
    ),
    (
      "$ boundary connect rdp -target-id ttcp_1\nError dialing: context deadline exceeded\n",
      "log.connect_timeout"
    ),
  ]

  @Test("what a command prints that leads to Remote Desktop's port is about it", arguments: outputs)
  func output(row: (String, String)) throws {
    let session = try #require(try LogText.sessions(row.0).first)
    #expect(session.findingCodes.contains(row.1), "\(session.findingCodes)")
  }

  @Test("the output of other commands is no log of Remote Desktop")
  func others() {
    for command in ["$ aws ssm start-session --target i-0a", "$ ssh admin@web1", "$ cat 3389.txt"] {
      let text = "\(command)\nConnection to destination port failed.\n"
      #expect(LogRecognition.format(of: Array(text.utf8)) == nil, "\(command)")
    }
  }

  private static func broker(_ reason: String) -> String {
    """
    {"LogTimestamp": "Wed Jun  5 09:45:00 2024","Username": "eva","ServicePort": 3389,"ClientPublicIP": \
    "203.0.113.7","ConnectionStatus": "close","InternalReason": "\(reason)","ServerIP": "10.0.0.8"}

    """
  }

  static let reasons: [(String, String)] = [
    ("BRK_MT_TERMINATED_IDLE_TIMEOUT", "log.firewall_timeout"),
    ("BRK_MT_CLOSED_FROM_CLIENT", "log.client_closed"),
    ("BRK_MT_CLOSED_FROM_ASSISTANT", "log.words_ended"),
    ("MT_CLOSED_TLS_CONN_GONE_CLIENT_CLOSED", "log.words_ended"),
    ("AST_MT_SETUP_ERR_OPEN_SERVER_TIMEOUT", "log.connect_timeout"),
    ("AST_MT_SETUP_ERR_OPEN_SERVER_CONN", "log.connect_failed"),
    ("BRK_MT_SETUP_FAIL_REJECTED_BY_POLICY", "log.access_denied"),
    ("BRK_MT_SETUP_FAIL_SAML_EXPIRED", "log.access_denied"),
  ]

  @Test("the name of a status is read as words", arguments: reasons)
  func status(row: (String, String)) throws {
    let session = try #require(try LogText.sessions(Self.broker(row.0)).first)
    #expect(session.findingCodes == [row.1])
  }

  @Test("a relay that gives an idle connection up is the path, not the server")
  func idle() {
    #expect(LogWeights.table["log.firewall_timeout"]?.first?.code == "network.idle_timeout")
  }

  @Test("a relay names both ends without their ports, and the session by a name of its own")
  func ends() throws {
    let text = """
      2024-06-05 09:00:00 relay: Started web-RDP session "7f2e11aa" from 203.0.113.7 to 10.0.0.20
      2024-06-05 09:00:09 relay: Started web-RDP session "8a00c1d2" from 203.0.113.8 to 10.0.0.21
      2024-06-05 09:30:00 relay: Ended web-RDP session "7f2e11aa" from 203.0.113.7 to 10.0.0.20, 1800 second(s)

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.client?.address) == ["203.0.113.7", "203.0.113.8"])
    #expect(sessions.map(\.server?.address) == ["10.0.0.20", "10.0.0.21"])
    #expect(sessions.map(\.isOpen) == [false, true])
  }

  private static let profile = "tmm1[18520]: 0149:5: /Common/ap_rdp:Common:"

  @Test("an access gateway's lines belong together by the session's number, however far apart")
  func gateway() throws {
    let text = """
      Jun  5 09:00:00 big notice \(Self.profile)1a2b3c4d: New session from client IP 203.0.113.7 at VIP 10.0.0.5
      Jun  5 09:00:03 big notice \(Self.profile)99ffcc00: New session from client IP 203.0.113.9 at VIP 10.0.0.5
      Jun  5 09:31:09 big notice \(Self.profile)1a2b3c4d: Session deleted due to user logout request.

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.client?.address) == ["203.0.113.7", "203.0.113.9"])
    #expect(sessions.first?.findingCodes == ["log.words_user"])
  }

  @Test("stamps that count from a program's start are dated by the line of the start")
  func uptime() throws {
    let text = """
      00:00:00.500000 Log opened 2024-06-05T08:59:00.500000000Z
      00:01:00.100100 VRDP: Connection opened (IPv4): 192.168.1.5
      00:01:00.302000 VRDP: Logon: PC1 (192.168.1.5) build 2600. User: [eva] Domain: [] Screen: 0
      30:10:00.302000 VRDP: Connection closed: 192.168.1.5

      """
    let sessions = try LogText.sessions(text)
    let session = try #require(sessions.first)
    let noon = CivilTime.days(2024, 6, 5) * 86_400 + 9 * 3_600
    #expect(session.first.nanoseconds == noon * 1_000_000_000 + 100_100_000)
    #expect(session.client?.address == "192.168.1.5")
  }
}

/// Filters and tunnels of security appliances.
@Suite("Meraki's appliances") struct MerakiTests {
  private static func flow(_ kind: String, _ rest: String) -> String {
    "<134>1 1717578000.774247467 MX84 \(kind) src=10.1.1.5 dst=10.2.2.10 protocol=tcp sport=50123"
      + " dport=3389 \(rest)\n"
  }

  static let forms: [(String, String)] = [
    (flow("flows", "pattern: deny all"), "log.firewall_dropped"),
    (flow("firewall", "pattern: 1 tcp && (dst port 3389)"), "log.firewall_dropped"),
    (flow("ip_flow_start", "") + flow("ip_flow_end", ""), "log.firewall_closed"),
    (flow("firewall", "pattern: 0 tcp"), "log.ends_open"),
  ]

  @Test("number or name what their rules did; the time is seconds since 1970", arguments: forms)
  func rule(form: (String, String)) throws {
    let session = try #require(try LogText.sessions(form.0).first)
    #expect(session.findingCodes.contains(form.1), "\(session.findingCodes)")
    #expect(session.first.nanoseconds == 1_717_578_000_774_247_467)
  }

  @Test("the end of the client's VPN ends what went through it, and may not be the reason")
  func tunnel() throws {
    let text = """
      1717578000.1 MX84 events client_vpn_connect user id 'eva@a.example' local ip 10.9.0.5 connected from 203.0.113.7
      1717578020.774 MX84 flows src=10.9.0.5 dst=10.2.2.10 protocol=tcp sport=50123 dport=3389 pattern: allow all
      1717580467.774 MX84 events client_vpn_disconnect user id 'eva@a.example' local ip 10.9.0.5 connected from 203.0.113.7

      """
    let session = try #require(try LogText.sessions(text).first { !$0.isHostOnly })
    let finding = try #require(session.findings.first { $0.code == "log.tunnel_down" })
    #expect(finding.strength < 0.5)
    let stranger = text.replacing(
      "disconnect user id 'eva@a.example' local ip 10.9.0.5",
      with: "disconnect user id 'bob' local ip 10.9.0.6")
    let open = try #require(try LogText.sessions(stranger).first { !$0.isHostOnly })
    #expect(!open.findingCodes.contains("log.tunnel_down"))
  }

  @Test("compact dates are stamps of programs that are not known, too")
  func compactDate() throws {
    let session = try #require(
      try LogText.sessions("20261128-14:35:04 ERROR rdpclient: connection refused\n").first)
    #expect(session.first.nanoseconds != 0)
  }
}

/// A desktop's crash under a server of Remote Desktop.
@Suite("A desktop that crashes") struct DesktopCrashTests {
  private static let crash = """
    Jun 05 09:30:00 ws1 gnome-shell[1320]: GNOME Shell crashed with signal 11
    Jun 05 09:30:00 ws1 systemd[1290]: org.gnome.Shell@wayland.service: Main process exited, code=dumped, status=11/SEGV

    """

  @Test("is why the session of xrdp was logged off")
  func xrdp() throws {
    let front = """
      Jun 05 09:00:00 ws1 xrdp[77]: [INFO ] Socket 12: AF_INET6 connection received from ::ffff:10.0.0.5 port 50123
      Jun 05 09:00:01 ws1 xrdp[78]: [INFO ] TLS connection established from ::ffff:10.0.0.5 port 50123: TLSv1.3
      Jun 05 09:00:02 ws1 xrdp-sesman[70]: [INFO ] ++ created session (access granted): username eva, ip ::ffff:10.0.0.5:50123 - socket: 12

      """
    let end =
      "Jun 05 09:30:01 ws1 xrdp-sesman[70]: [INFO ] ++ terminated session:  username eva, display :10.0, session_pid 90, ip ::ffff:10.0.0.5:50123 - socket: 12\n"
    let session = try #require(try LogText.sessions(front + Self.crash + end).first)
    #expect(session.findingCodes.first == "log.backend_failed", "\(session.findingCodes)")
    let calm = try #require(try LogText.sessions(front + end).first)
    #expect(!calm.findingCodes.contains("log.backend_failed"))
  }

  @Test("is why GNOME's session ended")
  func gnome() throws {
    let front =
      "Jun 05 09:00:02 ws1 gnome-remote-de[2201]: [09:00:02:123] [2201:2210] [INFO][com.freerdp.core.peer] - Client Security: NLA:1 TLS:1 RDP:0\n"
    let end =
      "Jun 05 09:30:01 ws1 gnome-remote-de[2201]: [RDP] Network or intentional disconnect, stopping session\n"
    let session = try #require(try LogText.sessions(front + Self.crash + end).first)
    #expect(session.findingCodes == ["log.backend_failed"])
    #expect(LogRecognition.format(of: Array(Self.crash.utf8)) == nil)
  }
}

/// What further programs print, and what it means.
@Suite("Words of further programs") struct FurtherWordsTests {
  static let meanings: [(String, String)] = [
    (
      "[414726.523555] [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.53 DST=192.0.2.155 PROTO=TCP SPT=50359 DPT=3389 SYN",
      "log.firewall_dropped"
    ),
    ("Failed to connect, CredSSP required by server.", "log.nla_required"),
    (
      "2026-02-11T18:40:12Z ERROR rustconn: IronRDP failed: Credssp(\"Got empty identity\")",
      "log.policy"
    ),
    (
      "ProtocolError: Failure code:2 (see https://msdn.microsoft.com/en-us/library/cc240507.aspx)",
      "log.negotiation_ssl_not_allowed"
    ),
    (
      #"{"name":"node-rdpjs","msg":"constant value mismatch 1 != 28271","time":"2021-10-20T05:55:01.114Z"}"#,
      "log.words_protocol"
    ),
    ("Aug 22 10:15:02 px01 rdpproxy: ERR (7/7) -- enable_client_tls fail", "log.words_tls"),
  ]

  @Test("are understood", arguments: meanings)
  func meaning(row: (String, String)) throws {
    let session = try #require(try LogText.sessions(row.0 + "\n").first)
    #expect(session.findingCodes.contains(row.1), "\(session.findingCodes)")
  }

  @Test("a client that came back names its server and leaves no reason for what went before")
  func comesBack() throws {
    let lost =
      "[RDP][192.168.122.19] network disconnection detected, initiating reconnection attempt\n"
    let back = "[RDP][192.168.122.19] reconnection successful.\n"
    let session = try #require(try LogText.sessions(back + lost + back).first)
    #expect(session.server?.address == "192.168.122.19")
    #expect(!session.findingCodes.contains("log.words_ended"))
    let gone = try #require(try LogText.sessions(back + lost + back + lost).last)
    #expect(gone.findingCodes.contains("log.words_ended"))
  }

  @Test("guacd's question is no answer, least of all where every protocol was offered")
  func guess() throws {
    let refusal = "guacd[44]: ERROR:\tRDP server closed/refused connection: "
    let strength = { (mode: String, words: String) in
      let text = "guacd[44]: INFO:\tSecurity mode: \(mode)\n\(refusal)\(words)\n"
      let session = try #require(try LogText.sessions(text).first)
      return try #require(session.findings.first { $0.code == "log.negotiation_refused" }).strength
    }
    let question = "Server refused connection (wrong security type?)"
    let any = try strength("Negotiate (ANY)", question)
    let one = try strength("NLA", question)
    #expect(any < one && one < 0.5)
    #expect(try strength("NLA", "Security negotiation failed (wrong security type?)") == 1)
  }
}
