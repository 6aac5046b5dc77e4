import CaptureReader
import Support
import Testing

@testable import LogReader

/// Causes that a record states, in places where others state something else.
@Suite("Causes that are stated") struct StatedCausesTests {
  @Test(
    "sentences of dialogs, below their title",
    arguments: [
      (
        "Remote Desktop Connection",
        "The remote session ended because the total logon time limit was reached.",
        "log.time_limit"
      ),
      (
        "Remotedesktopverbindung",
        "Die Remotesitzung wurde getrennt, da keine Remotedesktop-Lizenzserver verfügbar sind.",
        "log.licensing"
      ),
      (
        "Connexion Bureau à distance",
        "… car le serveur de passerelle Bureau à distance est temporairement indisponible.",
        "log.gateway_failed"
      ),
      (
        "Remote Desktop Connection",
        "Because of an error in data encryption, this session will end.", "log.mac_error"
      ),
    ])
  func dialogs(row: (String, String, String)) throws {
    let mail = "Hello,\n\n[Window Title]\n\(row.0)\n\n[Content]\n\(row.1)\n\n[OK]\n"
    let sessions = try LogText.sessions(mail)
    #expect(sessions.map(\.findingCodes).first?.contains(row.2) == true, "\(row.1)")
    #expect(LogRecognition.format(of: Array(mail.utf8)) == .mstscDialog)
    #expect(try LogText.contents("Hello,\n\(row.0)\n" + row.1 + "\n").events.count == 1)
  }

  @Test("an account of a telephone is no port")
  func telephone() throws {
    let line =
      "2026-11-28 10:00:01 WARN chan_sip: Registration from 'sip:3389@10.0.0.9:3389' failed for '203.0.113.9:5070' - Wrong password\n"
    #expect(((try? LogText.sessions(line)) ?? []).isEmpty)
  }

  @Test("xrdp as a proxy names both ends, and is no desktop that did not start")
  func proxy() throws {
    let text = """
      [20260817-11:10:24] [INFO ] loaded module 'libxrdpneutrinordp.so' ok, interface size 411376, version 4
      [20260817-11:12:31] [ERROR] NeutrinoRDP proxy connection: status [Failed], RDP client [10.1.1.82:52861], RDP server [10.1.3.20:3389], RDP server username [jdoe], xrdp pamusername [], xrdp process id [23641]
      [20260817-11:12:31] [INFO ] Error connecting to user session

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes == ["log.connect_timeout"])
    #expect(session.client?.port == 52_861 && session.server?.address == "10.1.3.20")
    #expect(session.user == "jdoe")
  }

  @Test("a gateway's limit of session time ends the connection that it had")
  func gatewayLimit() throws {
    let head = "Source:        Microsoft-Windows-TerminalServices-Gateway\n"
    let who = "The user \"CORP\\jdoe\", on client computer \"203.0.113.8\", "
    let text = """
      Log Name:      Microsoft-Windows-TerminalServices-Gateway/Operational
      \(head)Date:          6/3/2026 8:00:00 AM
      Event ID:      302
      Description:
      \(who)connected to resource "pc-7.example.org". Connection protocol used: "HTTP".

      Log Name:      Microsoft-Windows-TerminalServices-Gateway/Operational
      \(head)Date:          6/3/2026 4:00:00 PM
      Event ID:      307
      Description:
      \(who)disconnected from the following network resource: "pc-7.example.org" because the session exceeded the session timeout limit of "480" minutes.

      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes.contains("log.limit_reached") == true)
    #expect(sessions.first?.server?.address == "pc-7.example.org")
  }

  @Test("programs of others: a code of the negotiation, a connect that timed out, who and where")
  func programs() throws {
    let code = "2026/12/18 16:00:01 rdp connect: connection initiation: failureCode = 5\n"
    #expect(try LogText.sessions(code).first?.findingCodes.first == "log.nla_required")
    let text = """
      2026-06-02T06:40:11.208Z  INFO gateway::client: New TCP connection peer_addr=203.0.113.4:50122
      2026-06-02T06:40:11.265Z  INFO gateway::proxy: Starting plain TCP redirection application_protocol=rdp destination=tcp://srv.example.org:3389
      2026-06-02T06:40:21.270Z ERROR gateway::client: failed to connect error=couldn't connect to tcp://srv.example.org:3389: connection timed out (os error 110) peer_addr=203.0.113.4:50122

      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.connect_timeout"))
    #expect(session.server?.address == "srv.example.org")
    #expect(session.client?.address == "203.0.113.4")
  }
}
