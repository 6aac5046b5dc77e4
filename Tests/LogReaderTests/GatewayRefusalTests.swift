import CaptureReader
import Testing

@testable import LogReader

@Suite("What a server's state and a gateway's refusal are in logs") struct GatewayRefusalTests {
  @Test(
    "a log-on that was refused in a function of the gateway is the gateway's",
    arguments: [
      "[ERROR][com.freerdp.core] - [rdg_establish_data_connection]: ERRCONNECT_ACCESS_DENIED [0x00020016]",
      "[ERROR][com.freerdp.core] - [arm_handle_request]: ERRCONNECT_LOGON_FAILURE [0x00020014]",
      "[ERROR][com.freerdp.core] - rpc_client_recv_pdu:freerdp_set_last_error_ex ERRCONNECT_LOGON_FAILURE [0x00020014]",
      "[ERROR][com.freerdp.core] - [wst_connect]: ERRCONNECT_ACCOUNT_LOCKED_OUT [0x00020018]",
      "[WARN][com.freerdp.core.gateway.http] - [http_response_log_error_status_]: Unexpected HTTP status: "
        + "HTTP_STATUS_DENIED [401]",
      "[WARN][com.freerdp.core.gateway.http] - [http_response_log_error_status_]: Unexpected HTTP status: "
        + "HTTP_STATUS_FORBIDDEN [403]",
    ])
  func refusals(_ line: String) throws {
    let text = "[08:02:31:423] [9920:00002b10] \(line)\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.gateway_denied"))
    #expect(!session.findingCodes.contains("log.access_denied"))
    #expect(!session.findingCodes.contains("log.logon_refused"))
  }

  @Test(
    "what failed on the way to the gateway, or at the desktop, is no refusal of the gateway",
    arguments: [
      "[rdg_establish_data_connection]: ERRCONNECT_CONNECT_FAILED [0x00020006]",
      "[nla_recv_pdu]: ERRCONNECT_LOGON_FAILURE [0x00020014]",
    ])
  func others(_ line: String) throws {
    let text = "[08:02:31:423] [9920:00002b10] [ERROR][com.freerdp.core] - \(line)\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(!session.findingCodes.contains("log.gateway_denied"))
  }

  private static func journal(_ lines: [String]) -> String {
    lines.enumerated().map {
      "Aug 02 08:0\($0):11 nuc gnome-remote-desktop-daemon[1450]: \($1)\n"
    }.joined()
  }

  @Test("a server that starts and stops without a client has no session")
  func idleServer() throws {
    let lines = [
      "RDP TLS certificate and key not yet configured properly", "RDP server started",
      "RDP server stopped",
    ]
    #expect(try LogText.sessions(Self.journal(lines)).isEmpty)
    #expect(try LogText.sessions(Self.journal(Array(lines.dropFirst()))).isEmpty)
    // A client that comes meanwhile is one.
    let client = "[RDP] Network or intentional disconnect, stopping session"
    #expect(
      try LogText.sessions(Self.journal(Array(lines.prefix(2)) + [client, lines[2]])).count == 1)
  }
}
