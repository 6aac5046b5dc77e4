import CaptureReader
import Testing

@testable import LogReader

/// What records of Windows mean beside each other.
@Suite("Meaning of Windows events") struct WindowsMeaningTests {
  private typealias W = WindowsEvents

  @Test(
    "a reason that is an HRESULT is what the transport met, not what the server decided",
    arguments: [
      ("2147942521", "log.transport_timeout"), ("0x80070079", "log.transport_timeout"),
      ("2147942464", "log.peer_gone"), ("2147942454", "log.transport_error"),
      ("2147943636", "log.transport_error"), ("2147947414", "log.transport_error"),
    ])
  func transportReason(reason: String, code: String) throws {
    let text = W.session(21, 0) + W.session(24, 900) + W.reason(reason, 900)
    let found = try #require(try LogText.sessions(text).first)
    #expect(found.findingCodes.contains(code))
    #expect(!found.findingCodes.contains("log.error_info"))
  }

  @Test("an accepted connection without any end is no probe")
  func openConnection() throws {
    let text = W.event(
      W.core, 131, 0, activity: "a", ("ConnType", "TCP"), ("ClientIP", "192.0.2.7:50000"))
    let found = try #require(try LogText.sessions(text).first)
    #expect(!found.isProbe && found.findingCodes == ["log.ends_open"])
  }

  @Test("who comes back begins another session, and each has its own end")
  func comesBack() throws {
    let text =
      W.session(21, 0) + W.reason("2147942464", 600) + W.session(24, 600) + W.session(25, 611)
      + W.session(23, 1_800) + W.reason("12", 1_800) + W.session(24, 1_800)
    let found = try LogText.sessions(text)
    #expect(found.map(\.duration) == [.seconds(600), .seconds(1_189)])
    #expect(found.first?.findingCodes.contains("log.peer_gone") == true)
    #expect(found.first?.findingCodes.contains("log.logged_off") == false)
    #expect(found.last?.findingCodes.contains("log.logged_off") == true)
  }

  @Test("a log-off hours after the connection was lost is not its end")
  func lateLogOff() throws {
    let text =
      W.session(21, 0) + W.reason("0", 136) + W.session(24, 136) + W.session(23, 7_200)
    let found = try LogText.sessions(text)
    #expect(found.count == 1 && found.first?.duration == .seconds(136))
    #expect(found.first?.findingCodes == ["log.session_disconnected"])
  }

  @Test("a log-off beside its disconnection is one end")
  func logOff() throws {
    let text = W.session(21, 0) + W.session(23, 60) + W.session(24, 61) + W.reason("12", 61)
    let found = try LogText.sessions(text)
    #expect(found.count == 1 && found.first?.findingCodes.contains("log.logged_off") == true)
  }

  @Test("a session station that is reconnected is another session")
  func station() throws {
    func event(_ id: Int, _ second: Int) -> String {
      W.event(
        W.security, id, second, ("AccountName", "eva"), ("AccountDomain", "CORP"),
        ("LogonID", "0x5"), ("SessionName", "RDP-Tcp#1"), ("ClientName", "PC"),
        ("ClientAddress", "10.0.0.5"))
    }
    let found = try LogText.sessions(event(4778, 0) + event(4779, 60) + event(4778, 90))
    #expect(found.map(\.isOpen) == [false, true])
    #expect(found.allSatisfy { $0.phase == .active })
  }

  @Test("both services' records of one end are one session, though one names no client")
  func twoServices() throws {
    let text =
      W.event(
        W.core, 226, 500, activity: "a", ("StateTransition", "RDP_TCP"), ("EventName", "Event_X"),
        ("ErrorCode", "0x80070040")) + W.reason("2147942464", 501)
    let found = try LogText.sessions(text)
    #expect(found.count == 1 && found.first?.findingCodes.contains("log.peer_gone") == true)
  }

  @Test("the UDP transport of a copy without ActivityID belongs to its connection")
  func udpOfText() throws {
    func copy(_ id: Int, _ second: Int, _ words: String) -> String {
      """
      Log Name:      Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational
      Source:        \(W.core)
      Date:          2026-01-18T10:00:0\(second).000
      Event ID:      \(id)
      Computer:      TS01
      Description:
      \(words)


      """
    }
    let text =
      copy(131, 1, "The server accepted a new TCP connection from client 10.0.0.5:50000.")
      + copy(131, 2, "The server accepted a new UDP connection from client 10.0.0.5:50001.")
      + copy(102, 9, "The server has terminated main RDP connection with the client.")
    let found = try LogText.sessions(text)
    #expect(found.count == 1 && found.first?.client?.port == 50_000)
  }

  @Test(
    "a gateway's policy is the gateway's refusal",
    arguments: [(201, "23003"), (301, "23002")])
  func gatewayPolicy(id: Int, error: String) throws {
    let text = W.event(
      W.gateway, id, 0, ("Username", "CORP\\eva"), ("IpAddress", "192.0.2.7"),
      ("Resource", "pc.corp"), ("ErrorCode", error))
    #expect(try LogText.sessions(text).first?.findingCodes == ["log.gateway_denied"])
  }

  @Test("the gateway that cannot reach a resource names it")
  func gatewayTarget() throws {
    let text = W.event(
      W.gateway, 304, 30, ("Username", "CORP\\eva"), ("IpAddress", "192.0.2.7"),
      ("Resource", "pc.corp"), ("ErrorCode", "23005"))
    let finding = try #require(try LogText.sessions(text).first?.findings.first)
    #expect(finding.code == "log.gateway_target" && finding.summary.contains("pc.corp"))
  }

  @Test("the side channel of a gateway's connection is no session")
  func sideChannel() throws {
    func event(_ id: Int, _ second: Int, _ transport: String, _ error: String) -> String {
      W.event(
        W.gateway, id, second, ("Username", "CORP\\eva"), ("IpAddress", "192.0.2.7"),
        ("Resource", "pc.corp"), ("ConnectionProtocol", transport), ("ErrorCode", error))
    }
    let text =
      event(302, 0, "HTTP", "0") + event(302, 1, "UDP", "0") + event(303, 60, "UDP", "1226")
      + event(303, 61, "HTTP", "1226")
    let found = try LogText.sessions(text)
    #expect(found.map(\.duration) == [.seconds(61)])
    #expect(found.first?.findingCodes == ["log.gateway_closed"])
  }

  @Test("TermDD 56 without a status, or with one that scanners leave too, decides nothing")
  func termDD() throws {
    let bare = W.event("TermDD", 56, 0, ("", "\\Device\\Termdd"), ("", "10.0.0.5"))
    #expect(try LogText.sessions(bare).first?.findingCodes == ["log.security_layer_error"])
  }
}

/// What happened to the host, and whose host it was.
@Suite("Meaning of a host's events") struct HostMeaningTests {
  private typealias W = WindowsEvents

  private static func ended(_ second: Int, computer: String = "TS01") -> String {
    W.event(
      W.local, 21, 0, computer: computer, ("User", "CORP\\eva"), ("SessionID", "2"),
      ("Address", "10.0.0.5"))
      + W.event(
        W.local, 24, second, computer: computer, ("User", "CORP\\eva"), ("SessionID", "2"),
        ("Address", "10.0.0.5"))
  }

  @Test("a host that slept until just before the end was noticed explains it")
  func longSleep() throws {
    func power(_ id: Int, _ second: Int) -> String {
      W.event("Microsoft-Windows-Kernel-Power", id, second)
    }
    let slept = try LogText.sessions(Self.ended(3_000) + power(42, 600) + power(107, 2_995))
    #expect(slept.first?.findingCodes.contains("log.host_slept") == true)
    let early = try LogText.sessions(Self.ended(3_000) + power(42, 600) + power(107, 900))
    #expect(early.first?.findingCodes.contains("log.host_slept") == false)
  }

  @Test("what happened to one computer ends no session of another")
  func otherHost() throws {
    let stop = W.event("User32", 1074, 899, computer: "PC-7", ("param1", "x"))
    let found = try LogText.sessions(Self.ended(900), stop)
    #expect(found.first { !$0.isHostOnly }?.findingCodes == ["log.session_disconnected"])
  }

  @Test(
    "the service's crash is told by the message where the record has no data",
    arguments: [
      ("Service Control Manager", 7031, "The Remote Desktop Services service terminated.", true),
      ("Service Control Manager", 7034, "Dienst \"Remotedesktopdienste\" wurde beendet.", true),
      (
        "Service Control Manager", 7034,
        "The Remote Desktop Services UserMode Port Redirector service terminated.", false
      ),
      ("Application Error", 1000, "Faulting application name: svchost.exe_TermService", true),
      ("Application Error", 1000, "Faulting application name: notepad.exe", false),
    ])
  func crash(provider: String, id: Int, message: String, counts: Bool) throws {
    let text = """
      Log Name:      System
      Source:        \(provider)
      Date:          2026-01-18T10:15:00.000
      Event ID:      \(id)
      Computer:      TS01
      Description:
      \(message)

      """
    let found = try LogText.sessions(Self.ended(900), text)
    #expect(
      found.first { !$0.isHostOnly }?.findingCodes.contains("log.service_stopped") == counts)
  }

  @Test("a broker that finds no host is the server's side")
  func broker() throws {
    let text =
      W.event(
        "Microsoft-Windows-TerminalServices-SessionBroker", 802, 1, ("param1", "CORP\\eva"))
      + W.event(
        "Microsoft-Windows-TerminalServices-SessionBroker-Client", 1306, 1, ("param1", "CORP\\eva"))
    let found = try LogText.sessions(text)
    #expect(found.count == 1 && found.first?.findingCodes.first == "log.broker_failed")
    #expect(found.first?.user == "CORP\\eva")
  }
}
