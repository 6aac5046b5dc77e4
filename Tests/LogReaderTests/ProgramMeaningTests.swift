import CaptureReader
import Testing

@testable import LogReader

/// What lines of programs mean beside each other.
@Suite("Meaning of programs' lines") struct ProgramMeaningTests {
  private static func xrdp(_ address: String, start: String, end: String) -> String {
    """
    [20260118-\(start)] [INFO ] starting xrdp with pid 77
    [20260118-\(start)] [INFO ] Socket 11: AF_INET6 connection received from ::ffff:\(address) port 50000
    [20260118-\(start)] [INFO ] Security protocol: configured [SSL], requested [SSL|RDP], selected [SSL]
    [20260118-\(start)] [INFO ] TLS connection established from ::ffff:\(address) port 50000: TLSv1.3 with cipher X
    [20260118-\(start)] [INFO ] connected ok
    [20260118-\(end)] [ERROR] xrdp_iso_send: trans_write_copy_s failed
    [20260118-\(end)] [ERROR] Sending [ITU T.125] DisconnectProviderUltimatum failed

    """
  }

  @Test("a start of xrdp in one host's log ends no session of another's")
  func twoHosts() throws {
    // The first log's session is still open where the second host's service starts.
    let open = Self.xrdp("10.0.0.5", start: "10:00:00", end: "10:00:12")
      .split(separator: "\n").dropLast(2).joined(separator: "\n")
    let other = Self.xrdp("10.0.9.9", start: "10:50:00", end: "10:51:00")
    let found = try LogText.sessions(open, other)
    #expect(found.map(\.isOpen) == [true, false])
    #expect(found.allSatisfy { !$0.findingCodes.contains("log.service_stopped") })
  }

  @Test("the session manager's log belongs to the server whose users it has")
  func managerOfTwo() throws {
    let server = { (address: String, user: String) in
      Self.xrdp(address, start: "10:00:00", end: "10:05:00").replacing(
        "[INFO ] connected ok",
        with: "[INFO ] login failed for user \(user)")
    }
    let manager = """
      [20260118-10:00:00] [ERROR] max concurrent session limit exceeded. login for user mia denied

      """
    let found = try LogText.sessions(server("10.0.0.5", "eva"), server("10.0.9.9", "mia"), manager)
    #expect(found.count == 2)
    #expect(
      found.filter { $0.findingCodes.contains("log.limit_reached") }.map { $0.client?.address }
        == ["10.0.9.9"])
  }

  @Test("a client that asks for the end closed by itself")
  func disconnectRequest() throws {
    let text = """
      [20260118-10:00:30] [DEBUG] [pid:14 tid:1] Recieved disconnection request
      [20260118-10:00:30] [ERROR] [pid:14 tid:1] xrdp_sec_recv: xrdp_mcs_recv failed
      [20260118-10:00:30] [ERROR] [pid:14 tid:1] Sending [ITU T.125] DisconnectProviderUltimatum failed
      """
    let found = try #require(try LogText.sessions(text).first)
    #expect(!found.isProbe && found.findingCodes.first == "log.user_closed")
  }

  @Test("a desktop that ends within seconds did not end as usual")
  func shortDesktop() throws {
    func text(_ end: String) -> String {
      """
      [20260118-10:00:00] [INFO ] ++ created session (access granted): username eva, ip 10.0.0.5:50000 - socket: 12
      [20260118-\(end)] [INFO ] ++ terminated session:  username eva, display :10.0, session_pid 9, ip 10.0.0.5:50000 - socket: 12

      """
    }
    #expect(try LogText.sessions(text("10:00:03")).first?.findingCodes == ["log.desktop_short"])
    #expect(try LogText.sessions(text("11:00:03")).first?.findingCodes == ["log.logged_off"])
  }

  @Test("a client's log of a lost connection is no server's probe")
  func clientLost() throws {
    let text = """
      [10:00:00:265] [71:72] [INFO][com.freerdp.client.x11] - Network disconnect!
      [10:00:00:265] [71:72] [ERROR][com.freerdp.client.x11] - Failed to check FreeRDP file descriptor
      """
    let found = try #require(try LogText.sessions(text).first)
    #expect(found.point == .client && !found.isProbe && found.phase == .active)
    #expect(found.findingCodes == ["log.transport_error"])
  }

  @Test("a negotiation that was cut was not refused")
  func cutNegotiation() throws {
    let refused = """
      [10:00:01:268] [41:42] [ERROR][com.freerdp.core.nego] - Protocol Security Negotiation Failure
      [10:00:01:268] [41:42] [ERROR][com.freerdp.core] - freerdp_set_last_error ERRCONNECT_SECURITY_NEGO_CONNECT_FAILED [0x2000C]

      """
    let cut =
      "[10:00:01:263] [41:42] [ERROR][com.freerdp.core.transport] - BIO_should_retry returned a system error 32: Broken pipe\n"
    #expect(try LogText.sessions(refused).first?.findingCodes == ["log.negotiation_refused"])
    let codes = try #require(try LogText.sessions(cut + refused).first).findingCodes
    #expect(codes.contains("log.negotiation_cut") && !codes.contains("log.negotiation_refused"))
  }

  @Test(
    "what the gateway answers is the gateway's",
    arguments: [
      ("gateway.rpc] - error! Status Code: 401", "log.gateway_denied"),
      ("gateway.rpc] - error! Status Code: 404", "log.gateway_http"),
      ("gateway.http] - http_response_recv: Retries exceeded", "log.gateway_failed"),
      ("gateway.tsg] - status: E_PROXY_RAP_ACCESSDENIED (0x800759DA)", "log.gateway_denied"),
    ])
  func gateway(line: String, code: String) throws {
    let text = """
      [10:00:01:260] [41:42] [ERROR][com.freerdp.core.\(line)
      [10:00:01:268] [41:42] [ERROR][com.freerdp.core] - freerdp_set_last_error ERRCONNECT_SECURITY_NEGO_CONNECT_FAILED [0x2000C]
      """
    #expect(try LogText.sessions(text).first?.findingCodes == [code])
  }

  @Test("guacd: the parent's lines and another protocol's connection are no sessions")
  func guacd() throws {
    let text = """
      guacd[6]: INFO: Creating new client for protocol "vnc"
      guacd[6]: INFO: Connection ID is "$v"
      guacd[40]: INFO: User "@1" joined connection "$v" (1 users now present)
      guacd[6]: INFO: Creating new client for protocol "rdp"
      guacd[6]: INFO: Connection ID is "$r"
      guacd[50]: INFO: Security mode: NLA
      guacd[50]: INFO: User "@2" joined connection "$r" (1 users now present)
      guacd[50]: INFO: RDPDR user logged on
      guacd[50]: INFO: User "@2" disconnected (0 users remain)
      guacd[50]: INFO: Last user of connection "$r" disconnected
      guacd[6]: INFO: Connection "$r" removed.
      """
    let found = try LogText.sessions(text)
    #expect(found.map(\.identity) == ["process 50"])
    #expect(found.first?.findingCodes == ["log.browser_left"])
  }

  @Test("the server's graphics that failed are the server's")
  func graphics() throws {
    let text =
      "[10:00:00:265] [71:72] [INFO][com.freerdp.core] - ERRINFO_GRAPHICS_SUBSYSTEM_FAILED (0x0000112F):The graphics subsystem failed.\n"
    #expect(try LogText.sessions(text).first?.findingCodes == ["log.server_error"])
  }

  @Test("a reason that is only named again is the reason")
  func repeatedReason() throws {
    let text =
      "[10:00:00:265] [71:72] [ERROR][com.freerdp.core.peer] - [rdp_set_error_info]: Trying to set error code ERRINFO_LOGOFF_BY_USER, but ERRINFO_LOGOFF_BY_USER already set!\n"
    #expect(try LogText.sessions(text).first?.findingCodes == ["log.logged_off"])
  }

  @Test("updates that the client cannot read are told as that")
  func updates() throws {
    let text = """
      [10:00:00:225] [71:72] [ERROR][com.freerdp.core.update] - [0x01] PatBlt - update_read_dstblt_order() failed
      [10:00:00:225] [71:72] [ERROR][com.freerdp.core.fastpath] - fastpath_recv_update_data() fail
      """
    let found = try #require(try LogText.sessions(text).first)
    #expect(found.phase == .active && found.findingCodes == ["log.client_graphics"])
  }

  @Test("a process that names its port late has its earlier lines at that port")
  func lateOwner() throws {
    let text = """
      Jan 18 10:00:43 ts xrdp[12]: (12)(1)[INFO ] Socket 12: AF_INET connection received from 10.0.0.5 port 4741
      Jan 18 10:00:44 ts xrdp[12]: (12)(1)[INFO ] Socket 12: AF_INET connection received from 10.0.0.5 port 4742
      Jan 18 10:00:44 ts xrdp[29]: (29)(1)[INFO ] connected client computer name: PC
      Jan 18 10:00:44 ts xrdp[29]: (29)(1)[INFO ] TLS connection established from 10.0.0.5 port 4742: TLSv1.2 with cipher X
      """
    let found = try LogText.sessions(text)
    #expect(found.map { $0.client?.port } == [4_741, 4_742])
    #expect(found.map(\.phase) == [.tcp, .mcs] && found.map(\.clientHost) == [nil, "PC"])
  }

  @Test("GNOME: a redirected client that never came is none of the sessions before and after it")
  func handover() throws {
    func line(_ second: Int, _ words: String) -> String {
      "Jan 18 10:00:\(second) pc gnome-remote-desktop-daemon[545]: \(words)\n"
    }
    let text =
      line(18, "[RDP] Network or intentional disconnect, stopping session")
      + line(29, "[DaemonSystem] Aborting handover, removing remote client with remote id /c/1")
      + line(40, "[RDP] Sending server redirection")
      + line(52, "[RDP] Network or intentional disconnect, stopping session")
    let found = try LogText.sessions(text)
    #expect(found.map(\.duration) == [.zero, .zero, .seconds(12)])
    #expect(
      found.map { $0.findingCodes.contains("log.handover_aborted") } == [false, true, false])
  }
}
