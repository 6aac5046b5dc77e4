extension WindowsEventEntries {
  /// Other events of the Security log.
  static let securityMore: [HandbookEntry] = [
    row(
      4634, "Security: logoff",
      """
      A logon session ended.
      """, log: "Security", fixes: [], seeAlso: ["clean.server_closed"]),
    row(
      4647, "Security: the user logged off",
      """
      The user asked for the logoff.
      """, log: "Security", fixes: [], seeAlso: ["clean.server_closed"]),
    row(
      4648, "Security: logon with explicit credentials",
      """
      On the client: credentials were sent to the server named (TERMSRV/HOST).
      """, log: "Security", fixes: [], seeAlso: ["event 4624"]),
    row(
      4767, "Security: account unlocked",
      """
      Somebody unlocked the account.
      """, log: "Security", fixes: [], seeAlso: ["event 4740"]),
    row(
      4768, "Security: Kerberos ticket asked for",
      """
      A ticket was asked for; the result code says whether it was given.
      """, log: "Security", fixes: [], seeAlso: ["Kerberos 6"]),
    row(
      4769, "Security: Kerberos service ticket",
      """
      A service ticket was asked for; the failure code says whether it was given.
      """, log: "Security", fixes: [], seeAlso: ["Kerberos 7"]),
    row(
      4771, "Security: Kerberos pre-authentication failed",
      """
      Failure code 0x18 is a wrong password, 0x12 a blocked account, 0x17 an expired password, 0x25 the clock.
      """, log: "Security", fixes: [], seeAlso: ["Kerberos 24"]),
    row(
      4776, "Security: NTLM checked",
      """
      The domain controller checked a password; the error code is an NTSTATUS.
      """, log: "Security", fixes: [], seeAlso: ["NTSTATUS 0xC000006A"]),
    row(
      4778, "Security: session reconnected",
      """
      A session was reconnected; ClientAddress says from where.
      """, log: "Security", fixes: [], seeAlso: ["event 25"]),
    row(
      5156, "Security: connection allowed by the firewall",
      """
      The filtering platform allowed the connection. Information only.
      """, log: "Security", fixes: [], seeAlso: ["event 5157"]),
  ]
}
