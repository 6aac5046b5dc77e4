extension EvidenceEntries {
  static let credSSP: [HandbookEntry] = [
    .evidence(
      "credssp.refused_by_error_code", "the server sent a logon error code",
      """
      After the client's logon message the server sent a message as short as an error code (15 \
      or 16 bytes) and closed. With keys the code itself is in the report. That \
      Windows servers use exactly this size is reported, not verified.
      """,
      confirm: [Check.failedLogon, Check.decrypted],
      fixes: [CommonFix.retypeCredentials],
      seeAlso: ["credssp.logon_failure", "credssp.account_restricted", "NTSTATUS 0xC000006D"]),
    .evidence(
      "credssp.refused_by_alert", "the server refused the logon by a TLS alert",
      """
      After the client's logon message the server sent a TLS alert. Older servers and CredSSP \
      versions refuse like this; alert 49 means wrong credentials, 80 often an expired password.
      """,
      confirm: [Check.failedLogon, Check.alertEvents], fixes: [CommonFix.retypeCredentials],
      seeAlso: ["TLS alert 49", "TLS alert 80", "credssp.logon_failure"]),
    .evidence(
      "credssp.refused_by_close", "the server closed after the logon message",
      """
      The server closed right after the client's logon message without an error code. Some \
      servers refuse wrong credentials like this; a crash looks the same.
      """,
      confirm: [Check.failedLogon, "The server's own log for that second."],
      fixes: [CommonFix.retypeCredentials, CommonFix.serverLog],
      seeAlso: ["credssp.logon_failure", "credssp.server_dropped"]),
    .evidence(
      "credssp.client_left_after_challenge", "the client left after the server's challenge",
      """
      The client closed after the server's first logon message and never sent credentials: too \
      old a CredSSP version, no credentials, a policy, or a user who cancelled.
      """,
      confirm: [
        Check.oracleEvent, "The same step on every try points to policy, a single one to the user.",
      ],
      fixes: [CommonFix.patchCredSSP],
      seeAlso: ["credssp.encryption_oracle", "credssp.client_withdrew"]),
    .evidence(
      "credssp.client_left_after_public_key", "the client left after the server's key proof",
      """
      The client closed after the server had proved its key and before sending the credentials. \
      Either the proof failed (a device between), or mstsc paused for a question and comes back \
      on a new connection.
      """,
      confirm: [
        """
        A new connection of the same client within minutes that succeeds means a question to the \
        user.
        """, "Client error 0x80090346 means a failed proof.",
      ],
      seeAlso: ["credssp.server_identity", "clean.probe"]),
    .evidence(
      "credssp.stalled", "no answer to a logon message",
      """
      A logon message was acknowledged by TCP and not answered for 5 s or more. The server is at \
      work on it or waits for a domain controller.
      """,
      confirm: ["nltest /sc_verify:DOMAIN on the server."], fixes: [CommonFix.domainController],
      seeAlso: ["NTSTATUS 0xC000005E"]),
    .evidence(
      "credssp.succeeded", "the logon succeeded",
      """
      The sizes and turns of the encrypted records show that NLA completed and the session setup \
      began. Speaks against every cause in TLS or the logon.
      """,
      confirm: [
        """
        Records of 12 and 8 bytes (plaintext) of the client after its longest one, answered by 11.
        """, "Security event 4624 with logon type 3 on the server.",
      ],
      seeAlso: ["credssp.logon_failure", "clean.auth_only"]),
  ]
}
