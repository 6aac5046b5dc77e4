import CaptureReader
import Testing

@testable import LogReader

@Suite("Sessions of FreeRDP's logs") struct FreeRDPSessionsTests {
  private static let front = "[10:46:42:777] [23753:23758] "

  @Test(
    "the line that names the reason decides",
    arguments: [
      (
        "[ERROR][com.freerdp.core] - freerdp_abort_connect:freerdp_set_last_error_ex ERRCONNECT_CONNECT_CANCELLED [0x0002000B]",
        "log.user_closed"
      ),
      (
        "[WARN][com.freerdp.core.nla] - SPNEGO received NTSTATUS: STATUS_ACCOUNT_LOCKED_OUT [0xC0000234] from server",
        "log.account_restricted"
      ),
      (
        "[ERROR][com.freerdp.core.transport] - BIO_read returned a system error 110: Connection timed out",
        "log.transport_timeout"
      ),
      (
        "[ERROR][com.freerdp.core.transport] - BIO_read returned a system error 104: Connection reset by peer",
        "log.transport_reset"
      ),
      (
        "[WARN][com.freerdp.core.nego] - Error: HYBRID_REQUIRED_BY_SERVER", "log.nla_required"
      ),
      (
        "[ERROR][com.freerdp.crypto] - certificate not trusted, aborting.",
        "log.certificate_refused"
      ),
      (
        "[ERROR][com.freerdp.core.transport] - BIO_read returned an error: error:0A000119:SSL routines::decryption failed or bad record mac",
        "log.tls_bad_record"
      ),
      (
        "[INFO][com.freerdp.core] - ERRINFO_IDLE_TIMEOUT (0x00000003):The idle session limit",
        "log.idle_limit"
      ),
      // Misnamed: it stands for TLS alert 80, not for a password.
      (
        "[ERROR][com.freerdp.core] - freerdp_set_last_error ERRCONNECT_PASSWORD_CERTAINLY_EXPIRED [0x0002000F]",
        "log.tls_internal_alert"
      ),
    ])
  func decides(line: String, code: String) throws {
    let session = try #require(try LogText.sessions(Self.front + line + "\n").first)
    #expect(session.findingCodes.contains(code))
    #expect(session.findings.first?.references.first?.frame == 1)
  }

  @Test("a reconnect begins a session of its own")
  func reconnect() throws {
    let text = """
      [15:18:19:101] [48830:48831] [INFO][com.freerdp.gdi] - Local framebuffer format  X
      [15:20:39:072] [48830:48831] [ERROR][com.freerdp.core.transport] - BIO_read returned a system error 110: Connection timed out
      [15:20:39:072] [48830:48831] [INFO][com.freerdp.client.common] - Network disconnect!
      [15:20:39:072] [48830:48831] [INFO][com.freerdp.client.common] - Attempting reconnect (1 of 2)
      [15:20:41:975] [48830:48831] [INFO][com.freerdp.gdi] - Local framebuffer format  X
      [15:21:41:975] [48830:48830] [ERROR][com.freerdp.core] - freerdp_abort_connect:x ERRCONNECT_CONNECT_CANCELLED [0x0002000B]
      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 2)
    #expect(sessions.first?.findingCodes == ["log.transport_timeout"])
    #expect(sessions.last?.isReconnect == true)
    #expect(sessions.last?.findingCodes.contains("log.user_closed") == true)
  }

  @Test("several processes and days in one file are several sessions")
  func processes() throws {
    let text = """
      [00:46:34:755] [81809:81810] [INFO][com.freerdp.core] - ERRINFO_CLOSE_STACK_ON_DRIVER_FAILURE (0x00000011):The
      [01:41:19:368] [2062:2112] [ERROR][com.freerdp.core.transport] - BIO_read returned a system error 104: Connection
      [07:34:12:431] [36937:36938] [ERROR][com.freerdp.core.transport] - BIO_read returned a system error 110: Connection
      """
    let codes = try LogText.sessions(text).map(\.findingCodes)
    #expect(codes == [["log.server_error"], ["log.transport_reset"], ["log.transport_timeout"]])
  }

  @Test("a log that just ends says nothing")
  func justEnds() throws {
    let text =
      "[10:46:56:628] [25062:25091] [INFO][com.freerdp.gdi] - Local framebuffer format  X\n"
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.isOpen && session.findingCodes == ["log.ends_open"])
  }

  @Test(
    "a handshake without an answer is not one that was refused", arguments: [(1, false), (9, true)])
  func stalled(seconds: Int, isLate: Bool) throws {
    let text = """
      [11:45:40:100] [1:2] [INFO][com.freerdp.crypto] - creating directory x
      [11:45:4\(seconds):200] [1:2] [ERROR][com.freerdp.core] - transport_connect_tls:x ERRCONNECT_TLS_CONNECT_FAILED [0x00020008]
      """
    let codes = try #require(try LogText.sessions(text).first).findingCodes
    #expect(codes == [isLate ? "log.tls_stalled" : "log.tls_failed"])
  }

  @Test("a server's threads are its connections")
  func serverThreads() throws {
    let text = """
      [10:45:24:194] [19101:19101] [INFO][com.freerdp.core.listener] - Listening on [192.168.156.66]:3390
      [10:45:25:098] [19101:19217] [INFO][com.freerdp.core.connection] - Client Security: NLA:1 TLS:1 RDP:0
      [10:45:25:098] [19101:19217] [ERROR][com.winpr.sspi.NTLM] - Message Integrity Check (MIC) verification failed!
      [10:45:26:098] [19101:19218] [INFO][com.freerdp.core.connection] - Client Security: NLA:1 TLS:1 RDP:0
      [10:45:26:329] [19101:19218] [INFO][com.freerdp.client.shadow] - Client from 10.210.146.131 is activated (192x144@32)
      """
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 2 && sessions.allSatisfy { $0.point == .server })
    #expect(sessions.first?.findingCodes.contains("log.logon_refused") == true)
    #expect(sessions.last?.client == LogEndpoint(address: "10.210.146.131"))
    #expect(sessions.last?.server?.port == 3_390)
  }
}
