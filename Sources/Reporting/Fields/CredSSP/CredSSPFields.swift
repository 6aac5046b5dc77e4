import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// How far network level authentication came.
enum CredSSPFields {
  static let record = Record<WireFacts>(
    "credssp", "how far network level authentication came",
    [
      Field("expected", "the session was to use it") { $0.credssp.expected },
      Field(
        "stage", "how far network level authentication came", columns: [.value]
      ) { $0.credssp.stage },
      Field("refusal", "how the server ended it", columns: [.value]) {
        $0.credssp.refusal
      },
      Field("refusal_frame", "the packet that ended it") { $0.credssp.refusalFrame },
      Field("client_left", "the client ended the exchange by itself here") {
        $0.credssp.clientLeft
      },
      Field("decrypted", "what was read with the session's keys", optional: decrypted) {
        $0.trace.decrypted?.credssp
      },
      Field("messages", "the exchange's records", list: message) { $0.credssp.messages },
    ], quiet: [QuietFields("refusal", "refusal_frame") { $0.isNotRefused }])

  private static let decrypted = Record<CredSSPTrace>(
    "decrypted", "what was read with the session's keys; never hashes or responses",
    [
      Field(
        "error_code", "NTSTATUS of the refusal, read with keys", as: .pattern("^0x[0-9A-F]+$"),
        columns: [.value]
      ) { $0.errorCodeText },
      Field("error_name", "its name", columns: [.value]) { $0.errorName },
      Field("client_version", "the client's CredSSP version", as: .integer) {
        $0.version.client
      },
      Field("server_version", "the server's CredSSP version", as: .integer) {
        $0.version.server
      },
      Field("mechanism", "NTLM, Kerberos, …, read with keys", columns: [.value]) {
        $0.mechanism
      },
      Field("user", "account, read with keys", columns: [.value]) { $0.account.user },
      Field("domain", "its domain", columns: [.value]) { $0.account.domain },
      Field("workstation", "the client's name for itself", columns: [.value]) {
        $0.account.workstation
      },
      Field("server_name", "the server's name for itself", columns: [.value]) { $0.serverName },
      Field("kerberos_error", "KRB-ERROR in the server's token") {
        $0.kerberosError?.value.rawValue
      },
      Field("kerberos_error_name", "its name") { $0.kerberosError?.value.name },
      Field("early_authorization", "Early User Authorization Result: 0 is success") {
        $0.earlyAuthorization?.value
      },
    ])

  private static let message = Record<CredSSPProgress.Message>(
    "credssp_message", "a record of the exchange",
    [
      Field("side", "who sent it") { $0.side },
      Field("plaintext_length", "its bytes without TLS's") { $0.plaintextLength },
      Field("frame", "its packet") { $0.frame },
    ])
}

extension CredSSPTrace {
  /// NTSTATUS of the refusal, hexadecimal.
  var errorCodeText: String? { errorCode?.value.hexadecimal }

  var errorName: String? {
    errorCode.flatMap {
      $0.value.name ?? Handbook.explanation(status: $0.value)?.title
    }
  }

  /// The server's name for itself.
  var serverName: String? { server.dnsComputer ?? server.netBIOSComputer }
}

extension WireFacts {
  fileprivate var isNotRefused: Bool { credssp.refusal == nil && credssp.refusalFrame == nil }

  /// The session was to use CredSSP, or showed a sign of it.
  var showsCredSSP: Bool { credssp.expected || credssp.stage != .notStarted }
}
