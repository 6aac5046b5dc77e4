import CaptureReader
import Testing

@testable import LogReader

@Suite("Sessions of xrdp's logs") struct XRDPSessionsTests {
  private static func accepted(_ address: String, _ port: Int, _ second: Int = 10) -> String {
    "[20261128-10:00:\(second)] [INFO ] Socket 11: AF_INET6 connection received from ::ffff:\(address) port \(port)\n"
  }

  private static let gone = """
    [20261128-10:00:30] [ERROR] xrdp_iso_send: trans_write_copy_s failed
    [20261128-10:00:30] [ERROR] Sending [ITU T.125] DisconnectProviderUltimatum failed

    """

  @Test("a health check leaves seven error lines and is no session")
  func healthCheck() throws {
    let text =
      Self.accepted("10.0.0.9", 1) + """
        [20261128-10:00:10] [ERROR] libxrdp_force_read: header read error
        [20261128-10:00:10] [ERROR] [ITU-T X.224] Connection Sequence: CR-TPDU (Connection Request) failed
        [20261128-10:00:10] [ERROR] xrdp_sec_incoming: xrdp_iso_incoming failed
        [20261128-10:00:10] [ERROR] xrdp_rdp_incoming: xrdp_sec_incoming failed
        [20261128-10:00:10] [ERROR] xrdp_process_main_loop: libxrdp_process_incoming failed
        [20261128-10:00:10] [ERROR] xrdp_iso_send: trans_write_copy_s failed
        [20261128-10:00:10] [ERROR] Sending [ITU T.125] DisconnectProviderUltimatum failed
        """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.isProbe)
    #expect(session.findingCodes == ["log.probe"])
  }

  @Test("the first line of the cascade has the cause")
  func cascade() throws {
    let text =
      Self.accepted("10.0.0.9", 1) + """
        [20261128-10:00:10] [INFO ] Security protocol: configured [SSL], requested [SSL|RDP], selected [SSL]
        [20261128-10:00:10] [ERROR] SSL_accept: Failure in SSL library (protocol error?)
        [20261128-10:00:10] [ERROR] SSL: error:0A000102:SSL routines::unsupported protocol
        [20261128-10:00:10] [ERROR] trans_set_tls_mode: ssl_tls_accept failed
        [20261128-10:00:10] [ERROR] xrdp_sec_incoming: trans_set_tls_mode failed
        """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.tls_version"])
    #expect(session.findings.first?.references.map(\.frame) == [4])
  }

  @Test("an orderly end at ERROR level stays clean")
  func cleanEnd() throws {
    let text = Self.accepted("10.0.0.9", 1) + Self.up("10.0.0.9", 1) + Self.gone
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.client_gone"])
    #expect(session.client == LogEndpoint(address: "10.0.0.9", port: 1))
    #expect(session.user == "jdoe" && session.clientHost == "PC")
  }

  private static func up(_ address: String, _ port: Int, _ second: Int = 11) -> String {
    """
    [20261128-10:00:\(second)] [INFO ] Security protocol: configured [SSL], requested [SSL|RDP], selected [SSL]
    [20261128-10:00:\(second)] [INFO ] Connected client computer name: PC
    [20261128-10:00:\(second + 1)] [INFO ] TLS connection established from ::ffff:\(address) port \(port): TLSv1.3 with cipher X
    [20261128-10:00:\(second + 1)] [INFO ] xrdp_wm_log_msg: login successful for user jdoe on display 10
    [20261128-10:00:\(second + 1)] [INFO ] login successful for user jdoe on display 10
    [20261128-10:00:\(second + 2)] [INFO ] connected ok

    """
  }

  @Test("MaxSessions is the cause of the refused log-on, told by the session manager")
  func limit() throws {
    let server =
      Self.accepted("10.0.0.9", 7) + """
        [20261128-10:00:11] [INFO ] TLS connection established from ::ffff:10.0.0.9 port 7: TLSv1.3 with cipher X
        [20261128-10:00:12] [INFO ] login failed for user mmeier
        """
    let manager = """
      [20261128-10:00:12] [INFO ] ++ created session (access granted): username mmeier, ip ::ffff:10.0.0.9:7 - socket: 11
      [20261128-10:00:12] [ERROR] max concurrent session limit exceeded. login for user mmeier denied
      """
    let session = try #require(try LogText.sessions(server, manager).first)
    #expect(session.findingCodes.contains("log.limit_reached"))
    #expect(session.findings.first { $0.code == "log.logon_refused" }?.strength ?? 0 < 0.5)
  }

  @Test("interleaved connections are told apart by process id")
  func interleaved() throws {
    let text = """
      Nov 28 07:52:29 TS01 xrdp[1]: [INFO ] Socket 11: AF_INET6 connection received from ::ffff:10.0.0.1 port 11
      Nov 28 07:52:29 TS01 xrdp[2]: [INFO ] Connected client computer name: ONE
      Nov 28 07:52:29 TS01 xrdp[1]: [INFO ] Socket 11: AF_INET6 connection received from ::ffff:10.0.0.2 port 22
      Nov 28 07:52:29 TS01 xrdp[3]: [INFO ] Connected client computer name: TWO
      Nov 28 07:52:30 TS01 xrdp[3]: [INFO ] login failed for user rpatel
      Nov 28 07:52:30 TS01 xrdp[2]: [INFO ] login successful for user jdoe on display 10
      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.clientHost) == ["ONE", "TWO"])
    #expect(sessions.map(\.user) == ["jdoe", "rpatel"])
    #expect(sessions.last?.findingCodes.contains("log.logon_refused") == true)
  }

  @Test("an end that could be several connections' is marked as assumed")
  func assumed() throws {
    let text =
      Self.accepted("10.0.0.1", 1) + Self.up("10.0.0.1", 1) + Self.accepted("10.0.0.2", 2, 14)
      + Self.up("10.0.0.2", 2, 15) + Self.gone
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 2)
    #expect(
      sessions.allSatisfy {
        $0.events.contains { $0.kind == .connectionEnded && $0.isOwnerAssumed }
      })
  }

  @Test("an error before a connection's TLS came up is of the one that began beside it")
  func earlyEndBeside() throws {
    let text =
      Self.accepted("10.0.0.9", 1) + Self.accepted("10.0.0.9", 2) + """
        [20261128-10:00:10] [ERROR] SSL_read: Failure in SSL library (protocol error?)
        [20261128-10:00:10] [ERROR] libxrdp_force_read: header read error
        [20261128-10:00:10] [ERROR] Processing [ITU-T T.125] Connect-Initial failed

        """ + Self.up("10.0.0.9", 2)
    let sessions = try LogText.sessions(text)
    #expect(sessions.map(\.client?.port) == [1, 2])
    #expect(sessions.map { $0.events.contains(where: \.isEnd) } == [true, false])
    #expect(sessions.map(\.phase) == [.x224, .active])
    #expect(sessions.last?.clientHost == "PC" && sessions.last?.isOpen == true)
  }

  @Test("an end that could be any of many connections' is none's", arguments: [16, 17])
  func manyOpen(count: Int) throws {
    let text = (1...count).map { Self.accepted("10.0.0.9", $0, 10) + Self.up("10.0.0.9", $0) }
    let sessions = try LogText.sessions(text.joined() + Self.gone)
    #expect(sessions.count == count)
    #expect(sessions.allSatisfy { $0.isOpen == (count > 16) })
  }

  @Test("a restart while a session is open ended it")
  func restart() throws {
    let text =
      Self.accepted("10.0.0.1", 1) + Self.up("10.0.0.1", 1)
      + "[20261128-10:00:40] [INFO ] starting xrdp with pid 6646\n"
    #expect(try LogText.sessions(text).first?.findingCodes == ["log.service_stopped"])
  }
}
