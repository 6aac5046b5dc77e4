import CaptureReader
import LogReader
import Testing

@testable import LogReader

/// Diagnostics of Azure: checkpoints, rare codes, Bastion; and the web server of a gateway.
@Suite("Cloud services and gateways") struct VirtualDesktopTests {
  @Test("a checkpoint names the client's reason in its parameters")
  func checkpoints() throws {
    let sessions = try LogText.sessions(
      """
      [{"TimeGenerated":"2026-05-17T06:41:10.8Z","Name":"TransportConnected","CorrelationId":"a1","ActivityType":"Connection","UserName":"eva@example","Parameters":"{}"},
      {"TimeGenerated":"2026-05-17T06:42:26.1Z","Name":"OnClientDisconnected","CorrelationId":"a1","ActivityType":"Connection","UserName":"eva@example","Parameters":"{\\"disconnectCode\\":\\"2055\\",\\"disconnectCodeSymbolic\\":\\"PasswordInvalid\\"}"}]

      """)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes == ["log.logon_refused"])
  }

  @Test("a code that has no name here is not left out")
  func unknownCode() throws {
    let sessions = try LogText.sessions(
      """
      {"TimeGenerated":"2026-05-17T06:41:10Z","CodeSymbolic":"SomethingNew","Code":"-1","CorrelationId":"a2","UserName":"eva@example"}

      """)
    #expect(sessions.count == 1)
  }

  @Test("Azure Bastion opens and ends a connection by its tunnel")
  func bastion() throws {
    let row: (String, String) -> String = { operation, time in
      "{\"time\":\"\(time)\",\"category\":\"BastionAuditLogs\",\"operationName\":\"Microsoft.Network/BastionHost/\(operation)\",\"properties\":{\"userName\":\"eva\",\"clientIpAddress\":\"192.0.2.7\",\"protocol\":\"rdp\",\"targetVMIPAddress\":\"10.0.0.9\",\"tunnelId\":\"t1\"}}\n"
    }
    let sessions = try LogText.sessions(
      row("connect", "2026-09-28T13:44:08Z") + row("disconnect", "2026-09-28T14:02:51Z"))
    #expect(sessions.count == 1)
    #expect(sessions.first?.duration == .seconds(1_123))
    #expect(sessions.first?.server?.address == "10.0.0.9")
  }

  @Test("a gateway's web server: the steps of a log-on are no refusal, its last is")
  func web() throws {
    let sessions = try LogText.sessions(
      """
      #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
      2026-03-02 07:30:11 10.1.1.15 RDG_OUT_DATA /remoteDesktopGateway/ - 443 - 192.0.2.3 MS-RDGateway/1.0 - 401 2 5 15
      2026-03-02 07:30:11 10.1.1.15 RDG_OUT_DATA /remoteDesktopGateway/ - 443 CORP\\eva 192.0.2.3 MS-RDGateway/1.0 - 401 1 2148074252 31
      2026-03-02 07:30:24 10.1.1.15 RDG_OUT_DATA /remoteDesktopGateway/ - 443 CORP\\eva 192.0.2.3 MS-RDGateway/1.0 - 401 1 2148074252 15

      """)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes == ["log.gateway_denied"])
    #expect(sessions.first?.user == "CORP\\eva")
  }

  @Test("a name that was not found has a code of its own")
  func name() {
    #expect(
      LogWeights.table["log.name_not_found"]?.first?.code == "network.name_not_found")
  }
}
