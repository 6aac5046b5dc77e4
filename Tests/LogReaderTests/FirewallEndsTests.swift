import CaptureReader
import Support
import Testing

@testable import LogReader

/// What filters, flow logs and proxies say of an end: whose it was, how long it had lasted, how many there are.
@Suite("Ends of connections in logs of filters") struct FirewallEndsTests {
  @Test("Juniper names the end that sent the reset, the time and the user")
  func juniper() throws {
    let text = """
      Oct 14 07:58:03 srx RT_FLOW: RT_FLOW_SESSION_CREATE: session created 10.8.4.21/51644->10.9.7.30/3389 0x0 ms-rdp 10.8.4.21/51644->10.9.7.30/3389 0x0 N/A N/A N/A N/A 6 p A B 60124 jdoe(N/A) st0.4 UNKNOWN
      Oct 14 08:31:17 srx RT_FLOW: RT_FLOW_SESSION_CLOSE: session closed TCP SERVER RST: 10.8.4.21/51644->10.9.7.30/3389 0x0 ms-rdp 10.8.4.21/51644->10.9.7.30/3389 0x0 N/A N/A N/A N/A 6 p A B 60124 18331(2204118) 22910(19118332) 1994 UNKNOWN UNKNOWN jdoe(N/A) st0.4
      Oct 14 10:02:44 srx RT_FLOW: RT_FLOW_SESSION_CLOSE: session closed idle Timeout: 10.8.4.21/51702->10.9.7.30/3389 0x0 ms-rdp 10.8.4.21/51702->10.9.7.30/3389 0x0 N/A N/A N/A N/A 6 p A B 60391 20411(2601190) 24002(20114203) 5474 UNKNOWN UNKNOWN jdoe(N/A) st0.4

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 2)
    #expect(
      sessions.map { $0.findingCodes.first } == [
        "log.firewall_server_reset", "log.firewall_timeout",
      ])
    #expect(sessions.allSatisfy { $0.user == "jdoe" && $0.phase == .active })
    #expect(sessions.last?.duration == .seconds(5474))
    #expect(sessions.first?.duration == .seconds(1994))
  }

  @Test("an end that sends on minutes after the filter's close had not closed the connection")
  func lateLife() throws {
    let line = { (time: String, rest: String) in
      "timestamp=\"2026-02-24T\(time)+0100\" log_type=\"Firewall\" protocol=\"TCP\" "
        + "src_ip=\"10.1.5.7\" dst_ip=\"10.1.9.3\" src_port=52200 dst_port=3389 \(rest)\n"
    }
    let end = line(
      "08:30:14",
      "log_component=\"Firewall Rule\" log_subtype=\"Allowed\" duration=4021 con_event=\"Stop\" status=\"Allow\""
    )
    let drop = "log_component=\"Invalid Traffic\" log_subtype=\"Denied\" status=\"Deny\""
    let late = try #require(
      try LogText.sessions(end + line("08:33:51", drop) + line("08:33:52", drop)).first)
    #expect(late.findingCodes == ["log.firewall_timeout"])
    #expect(late.findings.first?.strength ?? 1 < 1)
    #expect(late.duration == .seconds(4021))
    // What is still on its way, or sent again, comes sooner.
    let rest = try #require(try LogText.sessions(end + line("08:30:40", drop)).first)
    #expect(rest.findingCodes == ["log.firewall_closed"])
  }

  @Test("a packet amid a connection that the filter does not know is no refused attempt")
  func stray() throws {
    let point = { (time: String, action: String, rest: String) in
      "<134>1 2026-03-16T\(time)Z gw CheckPoint 14830 - [action:\"\(action)\"; dst:\"10.4.0.2\"; "
        + "\(rest)proto:\"6\"; s_port:\"50602\"; service:\"3389\"; src:\"10.9.3.8\"]\n"
    }
    let begin = point("15:10:02", "Accept", "")
    let drop = point("17:55:41", "Drop", "message_info:\"First packet isn't SYN\"; ")
    let known = try LogText.sessions(begin + drop)
    #expect(known.map(\.findingCodes) == [["log.firewall_timeout"]])
    #expect(known.first?.phase == .active)
    #expect(known.first?.findings.first?.strength == 0.75)
    let alone = try LogText.sessions(drop)
    #expect(alone.map(\.findingCodes) == [["log.firewall_timeout"]])
    #expect(alone.first?.findings.first?.strength == 0.6)
    // A drop without a word of it is a refused attempt.
    let refused = try LogText.sessions(point("17:55:41", "Drop", ""))
    #expect(refused.first?.findingCodes == ["log.firewall_dropped"])
  }

  @Test("what still comes for a connection that the filter closed belongs to it, behind NAT too")
  func strayAfterEnd() throws {
    let sessions = try LogText.sessions(
      """
      Jun 11 2026 08:00:41 asa : %ASA-6-302013: Built inbound TCP connection 88 for outside:203.0.113.4/51622 (203.0.113.4/51622) to inside:10.1.8.2/3389 (192.0.2.8/3389)
      Jun 11 2026 10:12:19 asa : %ASA-6-302014: Teardown TCP connection 88 for outside:203.0.113.4/51622 to inside:10.1.8.2/3389 duration 2:11:38 bytes 30911822 Connection timeout
      Jun 11 2026 10:14:40 asa : %ASA-6-106015: Deny TCP (no connection) from 203.0.113.4/51622 to 192.0.2.8/3389 flags ACK  on interface outside

      """)
    #expect(sessions.map(\.findingCodes) == [["log.firewall_timeout"]])
    #expect(sessions.first?.findings.first?.strength == 1)
  }

  @Test("a proxy's reset is the one whose address stands behind the arrow")
  func forwarder() throws {
    let text = """
      time="2026-02-20T18:22:07+01:00" level=debug msg="Handling connection from 203.0.113.3:53310 to 10.1.1.60:3389"
      time="2026-02-20T18:22:10+01:00" level=error msg="Error while connecting to backend: dial tcp 10.1.1.60:3389: connect: no route to host"
      time="2026-02-20T18:25:31+01:00" level=debug msg="Handling connection from 203.0.113.3:53322 to 10.1.1.60:3389"
      time="2026-02-20T18:58:12+01:00" level=error msg="Error during connection: readfrom tcp 172.18.0.5:35684->10.1.1.60:3389: read tcp 172.18.0.5:3389->203.0.113.3:53322: read: connection reset by peer"

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 2)
    #expect(
      sessions.map { $0.findingCodes.first } == ["log.unreachable", "log.firewall_client_reset"])
    #expect(sessions.last?.server?.address == "10.1.1.60")
    #expect(sessions.last?.phase == .active)
  }

  @Test("nginx's stream: a line of the request and one of the error are one connection")
  func stream() throws {
    let text = """
      203.0.113.18 [21/May/2026:09:14:02 +0800] TCP 200 8812034 912230 1903.417 "10.0.0.21:3389" 912230 8812034 0.001
      203.0.113.18 [21/May/2026:09:46:31 +0800] TCP 502 0 0 10.003 "10.0.0.22:3389" 0 0 -
      2026/05/21 09:46:31 [error] 20311#20311: *3342 upstream timed out (110: Connection timed out) while connecting to upstream, client: 203.0.113.18, server: 0.0.0.0:13390, upstream: "10.0.0.22:3389", bytes from/to client:0/0

      """
    let options = LogOptions(zone: LogZone("+08:00"))
    let sessions = try LogText.sessions(text, options: options)
    #expect(sessions.count == 2)
    #expect(sessions.contains { $0.duration >= .seconds(1903) && $0.phase == .active })
    #expect(sessions.contains { $0.findingCodes.contains("log.connect_timeout") })
  }

  @Test("forms without a word for it, of flow logs and gateways")
  func forms() throws {
    let rows: [(String, String)] = [
      (
        "2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1795862725 1795862785 REJECT OK\n",
        "log.firewall_dropped"
      ),
      (
        "Feb 03 2026 18:40:11: %ASA-4-106023: Deny tcp src outside:203.0.113.23/52110 dst inside:10.8.1.5/3389 by access-group \"a\" [0x0, 0x0]\n",
        "log.firewall_dropped"
      ),
      (
        "<134> 06/21/2026:12:44:10 GMT ns 0-PPE-1 : default SSLVPN TCPCONNSTAT 11 0 : Context jdoe@203.0.113.14 - SessionId: 3 - User jdoe - Source 203.0.113.14:50822 - Destination 10.8.4.15:3389 - Duration 00:46:07 - Total_bytes_send 1\n",
        "log.firewall_closed"
      ),
    ]
    for (line, code) in rows {
      let sessions = try LogText.sessions(line)
      #expect(sessions.count == 1, "\(line)")
      #expect(sessions.first?.findingCodes.contains(code) == true, "\(line)")
      #expect(sessions.first?.first.nanoseconds != 0, "\(line)")
    }
  }

  @Test("what a filter drops of a connection that it has forgotten is no attempt")
  func remains() throws {
    let text = """
      Jun 14 2026 10:04:44 fw : %ASA-6-302014: Teardown TCP connection 7 for outside:203.0.113.7/50122 to inside:10.10.20.5/3389 duration 2:02:33 bytes 9122331 Conn-timeout
      Jun 14 2026 10:06:30 fw : %ASA-4-106023: Deny tcp src outside:203.0.113.7/50122 dst inside:10.10.20.5/3389 by access-group "a" [0x0, 0x0]

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.first == "log.firewall_timeout")
  }

  @Test("connections that were only let through are gathered where they are many")
  func many() throws {
    var text = ""
    for number in 0..<2_000 {
      let client = "10.\(number / 250).\(number % 250).9"
      text += "2026-11-28 10:00:00 app INFO accepted \(client):\(50_000 + number) 10.200.0.1:3389\n"
    }
    #expect(try LogText.sessions(text).count == 1)
    let few = text.split(separator: "\n").prefix(3).joined(separator: "\n")
    #expect(try LogText.sessions(few).count == 3)
  }

  @Test("records that are several events count once")
  func counted() throws {
    let line =
      "date=2026-02-13 time=08:14:55 tz=\"+0100\" srcip=10.1.1.9 srcport=52814 dstip=10.2.2.12 dstport=3389 action=\"server-rst\" duration=4000 rcvdbyte=9000000\n"
    let summary = try LogText.contents(line).summary
    #expect(summary.records == 1 && summary.understood == 1)
  }
}
