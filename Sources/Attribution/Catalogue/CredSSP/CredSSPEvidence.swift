import Evidence

extension Catalogue {
  static let credSSPEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .credsspKerberosError,
      // What follows decides: many are answered by another try.
      weights: [],
      "Kerberos answered with an error",
      """
      A Kerberos error stood in the server's token, read with the session's keys. Clock skew (37), \
      a server name that is not registered (7) or registered to another account (41), and a \
      revoked account (18) end log-ons; others are answered by another try or by NTLM.
      """,
      confirm: [
        "37: w32tm /stripchart on both ends. 7 and 41: setspn -Q TERMSRV/HOST.",
        "The System log of the server, source Security-Kerberos or LsaSrv, at that second.",
      ],
      seeAlso: ["credssp.server_dropped", "credssp.account_restricted"]),
    EvidenceEntry(
      .credsspRefusedByErrorCode,
      weights: [
        (.credsspLogonFailure, 9.8), (.credsspAccountRestricted, 7), (.credsspPasswordExpired, 5.5),
        (.credsspServerDropped, 4),
      ],
      "the server sent a logon error code",
      """
      After the client's logon message the server sent a message as short as an error code (15 \
      or 16 bytes) and closed. With keys the code itself is in the report. That Windows servers \
      use exactly this size is reported, not verified.
      """,
      confirm: [Check.failedLogon, Check.decrypted],
      fixes: [CommonFix.retypeCredentials],
      seeAlso: ["credssp.logon_failure", "credssp.account_restricted", "NTSTATUS 0xC000006D"]),
    EvidenceEntry(
      .credsspCodeLogonFailure,
      // Read, not inferred: proof beside which the sizes count little.
      weights: [(.credsspLogonFailure, 12)],
      "the server said: wrong user name or password",
      """
      Read with the keys: the errorCode of the server's TSRequest is that of a failed logon.
      """,
      confirm: [Check.failedLogon],
      seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC000006D"]),
    EvidenceEntry(
      .credsspCodeAccountRestricted,
      weights: [(.credsspAccountRestricted, 13)],
      "the server said: the account is restricted",
      """
      Read with the keys: the errorCode says that the account is locked, disabled, expired, or not \
      allowed at this hour or from this computer.
      """,
      confirm: [Check.failedLogon],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC0000234"]),
    EvidenceEntry(
      .credsspCodePasswordExpired,
      weights: [(.credsspPasswordExpired, 14)],
      "the server said: the password has expired",
      """
      Read with the keys: the errorCode says that the password has expired or must be changed first.
      """,
      confirm: [Check.failedLogon],
      seeAlso: ["credssp.password_expired", "NTSTATUS 0xC0000071"]),
    EvidenceEntry(
      .credsspCodeAccessDenied,
      weights: [(.credsspAccessDenied, 15)],
      "the server said: not allowed to use Remote Desktop",
      """
      Read with the keys: the errorCode or the Early User Authorization Result denies the access; \
      the password was right.
      """,
      confirm: [Check.failedLogon],
      seeAlso: ["credssp.access_denied", "NTSTATUS 0xC000015B"]),
    EvidenceEntry(
      .credsspCodeOther,
      weights: [(.credsspServerDropped, 14)],
      "the server said why it broke NLA off",
      """
      Read with the keys: the errorCode is not about the account. Its number tells what the server \
      could not do; rdpwhy explain knows the common ones.
      """,
      confirm: [Check.failedLogon],
      seeAlso: ["credssp.server_dropped"]),
    EvidenceEntry(
      .credsspOldServerVersion,
      weights: [(.credsspEncryptionOracle, 5)],
      "the server speaks an old CredSSP, and the client left",
      """
      Read with the keys: the server offers a CredSSP version below 5, so it lacks the updates of \
      2018. Clients that have them are forbidden to go on with such a server.
      """,
      confirm: [Check.oracleEvent],
      fixes: [CommonFix.patchCredSSP],
      seeAlso: ["credssp.encryption_oracle"]),
    EvidenceEntry(
      .credsspOldClientVersion,
      weights: [(.credsspEncryptionOracle, 4)],
      "the client speaks an old CredSSP, and the server ended",
      """
      Read with the keys: the client offers a CredSSP version below 5, so it lacks the updates of \
      2018. Servers set to Force Updated Clients refuse it.
      """,
      confirm: [Check.oracleEvent],
      fixes: [CommonFix.patchCredSSP],
      seeAlso: ["credssp.encryption_oracle"]),
    EvidenceEntry(
      .credsspRefusedByAlert,
      weights: [
        (.credsspLogonFailure, 9.3), (.credsspAccountRestricted, 6), (.credsspServerDropped, 5),
      ],
      "the server refused the logon by a TLS alert",
      """
      After the client's logon message the server sent a TLS alert. Older servers and CredSSP \
      versions refuse like this; alert 49 means wrong credentials, 80 often an expired password.
      """,
      confirm: [Check.failedLogon, Check.alertEvents],
      fixes: [CommonFix.retypeCredentials],
      seeAlso: ["TLS alert 49", "TLS alert 80", "credssp.logon_failure"]),
    EvidenceEntry(
      .credsspRefusedByClose,
      weights: [
        (.credsspLogonFailure, 7.6), (.credsspServerDropped, 6.2), (.credsspAccountRestricted, 4.5),
        (.serverClosed, 2.5), (.networkResetInjected, 1),
      ],
      "the server closed after the logon message",
      """
      The server closed right after the client's logon message without an error code. Some \
      servers refuse wrong credentials like this; a crash looks the same.
      """,
      confirm: [
        Check.failedLogon,
        "The server's own log for that second.",
      ],
      fixes: [CommonFix.retypeCredentials, CommonFix.serverLog],
      seeAlso: ["credssp.logon_failure", "credssp.server_dropped"]),
    EvidenceEntry(
      .credsspFirstTokenRefused,
      weights: [(.credsspServerDropped, 8.5), (.credsspAccessDenied, 5)],
      "the server refused the first logon token",
      """
      The server answered the client's very first logon message with an error or an alert, \
      before any password was tried: no common authentication package, a broken trust, or a \
      policy.
      """,
      confirm: [
        Check.failedLogon,
        "Whether the client used NTLM or Kerberos, and which of them the server allows.",
      ],
      fixes: [CommonFix.kerberosName, CommonFix.domainController],
      seeAlso: ["credssp.server_dropped", "credssp.access_denied"]),
    EvidenceEntry(
      .credsspClosedOnFirstToken,
      weights: [(.credsspServerDropped, 6.5), (.serverClosed, 4), (.networkResetInjected, 1)],
      "the server closed on the first logon token",
      """
      The server closed on the client's first logon message without an answer: its logon service \
      failed or refuses this kind of logon.
      """,
      confirm: [
        Check.failedLogon,
        "The server's own log for that second.",
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["credssp.server_dropped", "server.closed"]),
    EvidenceEntry(
      .credsspEarlyAuthorizationDenied,
      weights: [(.credsspAccessDenied, 8.5)],
      "logged on, but not allowed to use Remote Desktop",
      """
      The logon went through, and the Early User Authorization Result was followed by the end: \
      the user lacks the right to log on by Remote Desktop.
      """,
      confirm: [
        "Members of the group Remote Desktop Users on the server.",
        Check.failedLogon,
      ],
      fixes: [CommonFix.remoteDesktopUsers],
      seeAlso: ["credssp.access_denied", "NTSTATUS 0xC000015B"]),
    EvidenceEntry(
      .credsspServerLeftAfterPublicKey,
      weights: [(.credsspServerDropped, 6), (.serverClosed, 4)],
      "the server left after its key proof",
      """
      The server accepted the password, proved its key, and closed before it had the \
      credentials.
      """,
      confirm: [
        "The server's own log for that second."
      ],
      fixes: [CommonFix.serverLog],
      seeAlso: ["credssp.server_dropped", "server.closed"]),
    EvidenceEntry(
      .credsspClosedAfterCredentials,
      weights: [(.serverClosed, 6), (.credsspAccessDenied, 4)],
      "the server left after it had the credentials",
      "NLA was complete and the server closed before the session setup began.",
      confirm: [
        "The server's own log for that second.",
        Check.sessionManager,
      ],
      fixes: [CommonFix.serverLog, CommonFix.remoteDesktopUsers],
      seeAlso: ["server.closed", "credssp.access_denied"]),
    EvidenceEntry(
      .credsspClientLeftSlowServer,
      weights: [(.credsspStalled, 7), (.credsspClientWithdrew, 6), (.serverUnresponsive, 2.5)],
      "the client left a server that took seconds for each answer",
      """
      The client closed before the server answered its logon message. The server's answers before had taken \
      seconds, too: the client's patience for the whole connection was over. A slow domain controller, name \
      resolution or a busy server makes logons so slow.
      """,
      confirm: [
        "How long the server's earlier answers took.",
        "nltest /dsgetdc:DOMAIN and its time on the server.",
      ],
      seeAlso: ["credssp.stalled", "credssp.client_withdrew"]),
    EvidenceEntry(
      .credsspClientLeftWaiting,
      weights: [(.credsspClientWithdrew, 6), (.clientTerminated, 2)],
      "the client left before the server answered",
      """
      The client closed soon after its own logon message, before an answer came: the user \
      cancelled, or the program ended.
      """,
      confirm: [
        "Whether the user pressed cancel at that time."
      ],
      seeAlso: ["credssp.client_withdrew", "credssp.stalled"]),
    EvidenceEntry(
      .credsspClientLeftAfterChallenge,
      weights: [(.credsspClientWithdrew, 8), (.credsspEncryptionOracle, 6.5), (.cleanProbe, 2)],
      "the client left after the server's challenge",
      """
      The client closed after the server's first logon message and never sent credentials: too \
      old a CredSSP version, no credentials, a policy, or a user who cancelled.
      """,
      confirm: [
        Check.oracleEvent,
        "The same step on every try points to policy, a single one to the user.",
      ],
      fixes: [CommonFix.patchCredSSP],
      seeAlso: ["credssp.encryption_oracle", "credssp.client_withdrew"]),
    EvidenceEntry(
      .credsspClientLeftAfterPublicKey,
      weights: [
        (.credsspClientWithdrew, 7.5), (.credsspServerIdentity, 7), (.credsspEncryptionOracle, 5),
        (.cleanProbe, 2),
      ],
      "the client left after the server's key proof",
      """
      The client closed after the server had proved its key and before sending the credentials. \
      Either the proof failed (a device between), or mstsc paused for a question and comes back \
      on a new connection.
      """,
      confirm: [
        """
        A new connection of the same client within minutes that succeeds means a question to the \
        user.
        """,
        "Client error 0x80090346 means a failed proof.",
      ],
      seeAlso: ["credssp.server_identity", "clean.probe"]),
    EvidenceEntry(
      .credsspClientLeftAfterCredentials,
      weights: [(.cleanAuthOnly, 8), (.clientTerminated, 2)],
      "the client left after a complete logon",
      "NLA went through and the client closed without going on: it only checked the credentials.",
      confirm: [
        "Security event 4624 with logon type 3 on the server."
      ],
      seeAlso: ["clean.auth_only"]),
    EvidenceEntry(
      .credsspStalled,
      weights: [(.credsspStalled, 8), (.serverUnresponsive, 5)],
      "no answer to a logon message",
      """
      A logon message was acknowledged by TCP and not answered for 4 s or more. The server is at \
      work on it or waits for a domain controller.
      """,
      confirm: [
        "nltest /sc_verify:DOMAIN on the server."
      ],
      fixes: [CommonFix.domainController],
      seeAlso: ["NTSTATUS 0xC000005E"]),
  ]
}
