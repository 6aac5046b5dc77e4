import LogReader
import Testing

@testable import LogReader

/// Tunnels under sessions, and logs that hold no Remote Desktop.
@Suite("Tunnels and other logs") struct TunnelTests {
  private static func traffic(_ user: String) -> String {
    """
    date=2026-11-04 time=11:52:40 tz="+0100" type="event" subtype="vpn" action="tunnel-down" tunnelip=10.9.0.5 user="\(user)"
    date=2026-11-04 time=11:52:41 tz="+0100" type="traffic" srcip=10.9.0.5 srcport=50123 dstip=10.0.0.9 dstport=3389 action="timeout" user="\(user)" duration=2774 rcvdbyte=19611233 rcvdpkt=210

    """
  }

  @Test("a time-out beside the end of the user's tunnel is the tunnel's")
  func tunnelBesideTimeout() throws {
    let session = try #require(try LogText.sessions(Self.traffic("eva")).first)
    #expect(session.findingCodes == ["log.tunnel_down"])
    let other = Self.traffic("eva").replacing("tunnelip=10.9.0.5", with: "tunnelip=10.9.0.6")
    let stranger = try #require(try LogText.sessions(other).first)
    #expect(stranger.findingCodes == ["log.firewall_timeout"])
  }

  static let clients: [(String, String)] = [
    (
      "OpenVPN",
      "2026-11-04 09:00:00 OpenVPN 2.6.5 built on Jun 13 2026\n"
        + "2026-11-04 09:00:02 Initialization Sequence Completed\n"
        + "2026-11-04 09:10:00 SIGUSR1[soft,ping-restart] received, process restarting\n"
    ),
    (
      "WireGuard",
      "2026-11-04 09:00:00.102: [TUN] [hq] Interface up\n"
        + "2026-11-04 09:00:02.102: [TUN] [hq] Receiving handshake response from peer 1 (192.0.2.1:51820)\n"
        + "2026-11-04 09:10:00.102: [TUN] [hq] Retrying handshake with peer 1 (192.0.2.1:51820) because we stopped hearing back after 15 seconds\n"
    ),
    (
      "openconnect",
      "[2026-11-04T09:00:00Z INFO  openconnect::ffi] ESP session established with server\n"
        + "[2026-11-04T09:10:00Z WARN  openconnect::ffi] Cookie is no longer valid, ending session\n"
    ),
  ]

  @Test("a VPN client's log tells when its tunnel went down", arguments: clients)
  func clientsLog(form: (String, String)) throws {
    let log = try LogText.contents(form.1)
    #expect(log.format == .tunnel)
    let sessions = LogSessions.sessions(of: [log])
    #expect(sessions.map(\.isHostOnly) == [true])
    #expect(sessions.first?.findingCodes == ["log.tunnel_down"])
    #expect(log.events.last?.kind == .linkDown)
  }

  @Test("a session of the same minute ended with its tunnel, a later one did not")
  func tunnelBesideSession() throws {
    let line = { (minute: String) in
      "2026-11-04 09:\(minute):12 DROP TCP 10.0.0.5 10.0.0.9 50123 3389 52 S 1 0 64240 - - - RECEIVE\n"
    }
    let near = try LogText.sessions(Self.clients[0].1, line("10")).filter { !$0.isHostOnly }
    #expect(near.first?.findingCodes.contains("log.tunnel_down") == true)
    let far = try LogText.sessions(Self.clients[0].1, line("20")).filter { !$0.isHostOnly }
    #expect(far.first?.findingCodes == ["log.firewall_dropped"])
  }

  static let others: [(LogFormat?, String)] = [
    (
      .webRequests,
      String(
        repeating: "192.0.2.7 - - [04/Nov/2026:14:02:11 +0100] \"GET / HTTP/1.1\" 200 612\n",
        count: 4)
    ),
    (
      .other,
      String(repeating: "2026-11-04 14:02:11.10 Logon  Login failed for user 'sa'.\n", count: 4)
    ),
    (nil, "Dear all,\nthe server was restarted on Monday.\nYours\n"),
    (
      nil,
      String(
        repeating: "2026-11-04 14:02:11.1 IP 10.0.0.5.50123 > 10.0.0.9.3389: Flags [S]\n", count: 4)
    ),
  ]

  @Test("a log of something else is called a log", arguments: others)
  func otherLogs(form: (LogFormat?, String)) throws {
    #expect(LogRecognition.format(of: Array(form.1.utf8)) == form.0)
    if form.0 != nil { #expect(try LogText.sessions(form.1).isEmpty) }
  }
}
