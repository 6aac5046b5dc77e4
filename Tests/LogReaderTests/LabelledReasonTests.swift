import CaptureReader
import Testing

@testable import LogReader

/// Disconnect reasons of Microsoft's client as connection managers and scripts print them.
@Suite("Disconnect reasons under any label") struct LabelledReasonTests {
  @Test(
    "the number counts, whatever stands before it",
    arguments: [
      ("RDP session to ts01 closed, error code 3335", 3335),
      ("rdp client ended with reason 0xd07", 3335),
      ("RDP connection to srv01: disconnect, extended 0, code=3335", 3335),
      ("WARN Remote Desktop session \"ts01\" disconnected. Reason: 2308 (0x904)", 2308),
      ("RDP-Verbindung zu ts01 getrennt. Fehlercode: 516", 516),
      ("Connexion RDP à ts01 déconnectée, code 2055", 2055),
      ("RDP Host: OnRdpClientDisconnected exit with error code 2055", 2055),
      ("Devolutions RDP: Disconnected (ErrorCode=2825, ExtendedErrorCode=0)", 2825),
    ] as [(String, UInt32)])
  func labels(_ line: String, _ value: UInt32) throws {
    let events = try LogText.contents("2026-03-10 10:00:00 \(line)\n").events
    #expect(events.map(\.code?.value) == [value])
  }

  @Test(
    "other numbers are none",
    arguments: [
      "RDP session to ts01 closed, port 3389, error code 2308-7",
      "guacd: RDP connection closed, status code 516",
      "RDP gateway: HTTP request failed, code 516",
      "RDP session ended after 516 s",
      "RDP session ended, reason 2",
      "RDP session ended, event reason 516",
    ])
  func others(_ line: String) {
    let text = Array(line.lowercased().utf8)[...]
    #expect(PlainStatus.code(in: Array(line.utf8)[...], text) == nil)
  }

  @Test(
    "a dialog's title may be marked, or have the server's name beside it",
    arguments: [
      ("Remote Desktop Connection", true), ("## Remote Desktop Connection", true),
      ("> **Remotedesktopverbindung**", true), ("ts01 - Remote Desktop Connection", true),
      ("Remote Desktop Connection - ts-01.corp", true), ("[Remote Desktop Disconnected]", true),
      ("the Remote Desktop Connection fails", false), ("Remote Desktop Connection fails", false),
    ])
  func titles(_ line: String, _ isTitle: Bool) {
    #expect(DialogSentence.isTitle(Array(line.utf8)[...]) == isTitle)
  }

  @Test("a certificate that the client warned of before it left was refused")
  func certificate() throws {
    let lines = [
      "[ERROR][com.freerdp.crypto] - [tls_print_certificate_error]: @    WARNING: REMOTE HOST "
        + "IDENTIFICATION HAS CHANGED!     @",
      "[ERROR][com.freerdp.core] - [transport_connect_tls]: ERRCONNECT_TLS_CONNECT_FAILED [0x00020008]",
    ]
    let text = lines.map { "[10:11:12:100] [5:00000006] \($0)\n" }.joined()
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.findingCodes.contains("log.certificate_refused"))
    #expect(!session.findingCodes.contains("log.tls_failed"))
  }
}
