import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence

@Suite("Rules of CredSSP") struct CredSSPRulesTests {
  @Test(
    "yield and stay silent",
    arguments: refusals + unasked + statuses + versions + withdrawals + stalls)
  func judge(_ item: RuleCase) { item.check() }

  private static func refused(
    at stage: CredSSPStage, by how: CredSSPRefusalKind
  ) -> SessionScript {
    SessionScript.nla(stage).changed { script in
      script.refused(how, at: 300)
      script.fin(.server, at: 301)
    }
  }

  private static func status(_ code: NTStatus) -> SessionScript {
    SessionScript.nla(.authenticate).changed {
      var inside = DecryptedTrace()
      inside.credssp.errorCode = Seen(code, SessionScript.at(200))
      $0.trace.decrypted = inside
    }
  }

  private static func versions(
    client: Int, server: Int, _ end: (inout SessionScript) -> Void
  ) -> SessionScript {
    SessionScript.nla(.challenge).changed { script in
      var inside = DecryptedTrace()
      inside.credssp.version = PerSide(client: client, server: server)
      script.trace.decrypted = inside
      end(&script)
    }
  }

  static let versions: [RuleCase] = [
    .yields(
      "credssp.old_server_version", "version 2, and the client leaves",
      versions(client: 6, server: 2) { $0.inference.credssp.clientLeft = SessionScript.at(300) }),
    .silent(
      "credssp.old_server_version", "version 6, and the client leaves",
      versions(client: 6, server: 6) { $0.inference.credssp.clientLeft = SessionScript.at(300) }),
    .silent("credssp.old_server_version", "nobody leaves", versions(client: 6, server: 2) { _ in }),
    .yields(
      "credssp.old_client_version", "version 4, and the server ends it",
      versions(client: 4, server: 6) { $0.refused(.closed, at: 300) }),
    .silent(
      "credssp.old_client_version", "version 6, and the server ends it",
      versions(client: 6, server: 6) { $0.refused(.closed, at: 300) }),
  ]

  /// A log-on after a redirection, with its result.
  private static func redirected(_ result: UInt32) -> SessionScript {
    SessionScript.tls(finished: true, nla: false).changed { script in
      var decrypted = DecryptedTrace()
      decrypted.redirectedResult = Seen(result, SessionScript.at(300))
      script.trace.decrypted = decrypted
    }
  }

  static let unasked: [RuleCase] = [
    .yields(
      "credssp.closed_on_first_token", "an alert, and no proof was sent",
      .nla(.challenge).changed { $0.refused(.alert, at: 300) }),
    .silent(
      "credssp.refused_by_alert", "an alert, and no proof was sent",
      .nla(.challenge).changed { $0.refused(.alert, at: 300) }),
    .yields(
      "credssp.refused_by_alert", "an alert, and bytes of the client are missing",
      .nla(.challenge).changed {
        $0.refused(.alert, at: 300)
        $0.connection.sent.client.missedBytes = 600
      }),
  ]

  /// Numbers of [MS-ERREF] 2.3.1.
  static let statuses: [RuleCase] = [
    .yields("credssp.code_logon_failure", "STATUS_LOGON_FAILURE", status(0xC000_006D)),
    .yields("credssp.code_account_restricted", "STATUS_ACCOUNT_LOCKED_OUT", status(0xC000_0234)),
    .yields("credssp.code_password_expired", "STATUS_PASSWORD_MUST_CHANGE", status(0xC000_0224)),
    .yields("credssp.code_access_denied", "STATUS_LOGON_TYPE_NOT_GRANTED", status(0xC000_015B)),
    .yields("credssp.code_other", "SEC_E_UNSUPPORTED_FUNCTION", status(0x8009_0302)),
    .silent("credssp.code_other", "success", status(0)),
    .yields("credssp.code_logon_failure", "RDSTLS: logon failure", redirected(0x52E)),
    .yields("credssp.code_account_restricted", "RDSTLS: locked out", redirected(0x775)),
    .yields("credssp.code_password_expired", "RDSTLS: expired", redirected(0x532)),
    .yields("credssp.code_access_denied", "Entra ID: not authorized", redirected(0x8007_0005)),
    .yields("credssp.code_logon_failure", "Entra ID: logon failure", redirected(0xD000_006D)),
    .silent("credssp.code_other", "RDSTLS: success", redirected(0)),
    .yields(
      "credssp.kerberos_error", "clock skew",
      status(0xC000_0133).changed {
        $0.trace.decrypted?.credssp.kerberosError = Seen(37, SessionScript.at(290))
      }),
    .silent("credssp.kerberos_error", "none", status(0xC000_0133)),
    .silent("credssp.code_logon_failure", "no keys", .nla(.authenticate)),
  ]

  static let refusals: [RuleCase] = [
    .yields(
      "credssp.refused_by_error_code", "errorCode for the password proof",
      refused(at: .authenticate, by: .errorCode)),
    .yields(
      "credssp.refused_by_alert", "alert for the password proof",
      refused(at: .authenticate, by: .alert)),
    .yields(
      "credssp.refused_by_close", "FIN for the password proof",
      refused(at: .authenticate, by: .closed)),
    .yields(
      "credssp.refused_by_close", "RST for the password proof",
      refused(at: .authenticate, by: .reset)),
    .yields(
      "credssp.first_token_refused", "errorCode for the first token",
      refused(at: .negotiate, by: .errorCode)),
    .yields(
      "credssp.closed_on_first_token", "FIN for the first token",
      refused(at: .negotiate, by: .closed)),
    .yields(
      "credssp.server_left_after_public_key", "FIN after pubKeyAuth",
      refused(at: .publicKeyReply, by: .closed)),
    .yields(
      "credssp.closed_after_credentials", "FIN after the credentials",
      refused(at: .credentials, by: .closed)),
    .yields(
      "credssp.early_authorization_denied", "the result says no",
      refused(at: .earlyAuthorization, by: .earlyAuthorization)),
    .silent(
      "credssp.refused_by_close", "a session came of it", refused(at: .passed, by: .closed)),
    .silent(
      "credssp.refused_by_close", "no NLA was agreed",
      refused(at: .authenticate, by: .closed).changed { $0.inference.credssp.expected = false }),
    .silent("credssp.refused_by_close", "the client left", left(at: .authenticate, after: 200)),
  ]

  /// The client leaves so many milliseconds after the last message.
  private static func left(
    at stage: CredSSPStage, after milliseconds: Int64
  ) -> SessionScript {
    SessionScript.nla(stage).changed { script in
      script.clientLeft(at: 90 + Int64(stage.rawValue) * 10 + milliseconds)
    }
  }

  static let withdrawals: [RuleCase] = [
    .yields(
      "credssp.client_left_waiting", "200 ms after its first token",
      left(at: .negotiate, after: 200)),
    .yields(
      "credssp.client_left_waiting", "200 ms after its password proof",
      left(at: .authenticate, after: 200)),
    .silent(
      "credssp.client_left_waiting", "ten seconds after: the server hangs",
      left(at: .authenticate, after: 10_000)),
    .yields(
      "credssp.client_left_after_challenge", "no AUTHENTICATE", left(at: .challenge, after: 3000)),
    .silent(
      "credssp.client_left_after_challenge", "the server refused",
      left(at: .challenge, after: 3000).changed { $0.refused(.closed, at: 3111) }),
    .yields(
      "credssp.client_left_after_public_key", "no credentials",
      left(at: .publicKeyReply, after: 3)),
    .yields(
      "credssp.client_left_after_credentials", "nothing after the credentials",
      left(at: .credentials, after: 3)),
    .yields(
      "credssp.early_authorization_denied", "at once after the result",
      left(at: .earlyAuthorization, after: 20)),
    .silent(
      "credssp.early_authorization_denied", "the user waits five seconds and leaves",
      left(at: .earlyAuthorization, after: 5000)),
    .yields(
      "credssp.client_left_after_credentials", "the user waits five seconds and leaves",
      left(at: .earlyAuthorization, after: 5000)),
    .silent("credssp.client_left_after_credentials", "a session came of it", .active()),
  ]

  @Test("who only checks credentials does not stay")
  func stayed() {
    func strength(_ milliseconds: Int64) -> Double? {
      Self.left(at: .credentials, after: milliseconds).evidence
        .first { $0.code == .credsspClientLeftAfterCredentials }?.strength
    }
    #expect(strength(300) == 1)
    #expect(strength(12_000) == 0.4)
  }

  static let stalls: [RuleCase] = [
    .yields("credssp.stalled", "twenty seconds after the password proof", .nla(.authenticate)),
    .silent("credssp.stalled", "it is the client's turn", .nla(.challenge)),
    .silent("credssp.stalled", "three seconds", .nla(.authenticate, lasting: 3000)),
    .silent(
      "credssp.stalled", "the path failed",
      SessionScript.nla(.authenticate).changed {
        $0.unanswered(.client, from: 120, to: 20_000, attempts: 5)
      }),
    .silent(
      "credssp.stalled", "the server's TCP is not heard either",
      SessionScript.nla(.authenticate).changed {
        $0.connection.sent.server.lastPacket = SessionScript.at(110)
      }),
  ]
}
