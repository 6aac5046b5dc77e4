import RDPProtocol

/// NTSTATUS values that end an RDP logon ([MS-ERREF] 2.3.1).
enum NTStatusEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    logon + authority + smartCard + other + transport

  static func row(
    _ status: NTStatus, _ meaning: String, fixes: [Fix], seeAlso: [String]
  ) -> HandbookEntry {
    let number = status.rawValue
    let name = status.name ?? ""
    return .numbered(
      .ntStatus, number, code: "NTSTATUS 0x\(number.hexadecimal(width: 8))",
      names: [name], title: name, meaning,
      confirm: [Check.failedLogon, Check.decrypted], fixes: fixes, seeAlso: seeAlso)
  }

  private static let restricted = ["credssp.account_restricted"]

  private static let logon: [HandbookEntry] = [
    row(
      0xC000_006D, "Wrong user name or password. The sub status in event 4625 tells which.",
      fixes: [CommonFix.retypeCredentials, CommonFix.accountState],
      seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC000006A", "NTSTATUS 0xC0000064"]),
    row(
      0xC000_006A, "The user exists, the password is wrong.",
      fixes: [CommonFix.retypeCredentials], seeAlso: ["credssp.logon_failure"]),
    row(
      0xC000_0064,
      """
      The account does not exist on the authority that was asked; often the domain before the \
      name is missing or wrong.
      """,
      fixes: [CommonFix.retypeCredentials], seeAlso: ["credssp.logon_failure", "event 140"]),
    row(
      0xC000_006B, "The new password holds what a password may not hold.",
      fixes: [CommonFix.changePassword], seeAlso: ["credssp.password_expired"]),
    row(
      0xC000_006E,
      """
      The account is right but restricted: empty password, policy, or a member of Protected \
      Users without Kerberos.
      """,
      fixes: [
        Fix("Set a password if it is empty.", command: "net user NAME *"),
        CommonFix.kerberosName, CommonFix.accountState,
      ], seeAlso: restricted),
    row(
      0xC000_006F, "Outside the hours in which this account may log on.",
      fixes: [
        Fix(
          "Change the logon hours of the account, or log on within them.",
          command: "net user NAME /domain")
      ],
      seeAlso: restricted),
    row(
      0xC000_0070,
      """
      The account may only log on to or from listed computers ("Log On To"), and with NTLM the \
      client must be in the list.
      """,
      fixes: [
        Fix(
          "Add the client to the account's list of workstations.",
          command: "Get-ADUser NAME -Properties LogonWorkstations")
      ],
      seeAlso: restricted),
    row(
      0xC000_0071, "The password has expired; NLA cannot change it.",
      fixes: [CommonFix.changePassword], seeAlso: ["credssp.password_expired"]),
    row(
      0xC000_0224, "The password must be changed at the first logon; NLA cannot change it.",
      fixes: [CommonFix.changePassword], seeAlso: ["credssp.password_expired"]),
    row(
      0xC000_0072, "The account is disabled.",
      fixes: [Fix("Enable the account if the user may have it.", command: "Enable-ADAccount NAME")],
      seeAlso: restricted),
    row(
      0xC000_0193, "The account has expired.",
      fixes: [
        Fix(
          "Extend the account if the user may have it.",
          command: "Set-ADAccountExpiration NAME -DateTime DATE")
      ],
      seeAlso: restricted),
    row(
      0xC000_0234, "The account is locked after too many bad passwords.",
      fixes: [CommonFix.unlock], seeAlso: restricted),
    row(
      0xC000_015B,
      """
      The account lacks the right to log on in this way, over the network or through Remote \
      Desktop.
      """,
      fixes: [CommonFix.remoteDesktopUsers],
      seeAlso: ["credssp.account_restricted", "credssp.access_denied"]),
    row(
      0xC000_0022,
      """
      Not permitted: missing right, or Restricted Admin mode asked of a server that does not \
      allow it.
      """,
      fixes: [
        CommonFix.remoteDesktopUsers,
        Fix(
          "Only where Restricted Admin is wanted: allow it on the server.",
          command: """
            reg add HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableRestrictedAdmin /t \
            REG_DWORD /d 0 /f
            """,
          risk: "Password hashes of administrators become enough to log on.",
          lowersSecurity: true,
          saferAlternative: "Use Remote Credential Guard: mstsc /remoteGuard."),
      ], seeAlso: ["credssp.access_denied"]),
  ]

  private static let stalled = ["credssp.stalled"]

  private static let authority: [HandbookEntry] = [
    row(
      0xC000_005E, "The server reached no domain controller.",
      fixes: [CommonFix.domainController], seeAlso: stalled),
    row(
      0xC000_0190, "The trust between the server and its domain failed.",
      fixes: [repairChannel, CommonFix.domainController], seeAlso: stalled),
    row(
      0xC000_018C, "The trust to the user's domain failed.",
      fixes: [
        Fix(
          "Verify the trust between the two domains.",
          command: "netdom trust DOMAIN /domain:OTHER /verify"),
        CommonFix.domainController,
      ], seeAlso: stalled),
    row(
      0xC000_018D, "The server's secure channel to its domain is broken.",
      fixes: [repairChannel], seeAlso: stalled),
    row(
      0xC000_0199, "A computer account was used where a user account is needed.",
      fixes: [CommonFix.retypeCredentials, repairChannel], seeAlso: ["credssp.logon_failure"]),
    row(
      0xC000_00DF,
      """
      The domain that was named does not exist, or cannot be found from the server. Often the part \
      before the user name is misspelt.
      """,
      fixes: [CommonFix.retypeCredentials, CommonFix.domainController],
      seeAlso: ["credssp.logon_failure"]),
    row(
      0xC000_0233, "No domain controller was found for the user's domain.",
      fixes: [CommonFix.domainController], seeAlso: stalled),
    row(
      0xC000_018A, "This computer keeps no password of its own for the domain: it is not joined.",
      fixes: [repairChannel], seeAlso: stalled),
    row(
      0xC000_018B, "The domain has no account for this computer: deleted, renamed, or double.",
      fixes: [repairChannel], seeAlso: stalled),
    row(
      0xC000_0192, "The Netlogon service of the server does not run.",
      fixes: [Fix("Start the service.", command: "Start-Service Netlogon")], seeAlso: stalled),
    row(
      0xC000_0133, "The clocks of server and domain controller differ by more than five minutes.",
      fixes: [CommonFix.fixClock], seeAlso: stalled),
    row(
      0xC000_0413,
      "Selective authentication on the trust: this user may not authenticate to this server.",
      fixes: [Fix("Grant the user \"Allowed to authenticate\" on the server's computer object.")],
      seeAlso: ["credssp.access_denied"]),
  ]

  /// Statuses of the transport, which TermDD's events carry in their data.
  private static let transport: [HandbookEntry] = [
    named(
      0xC000_0184, "STATUS_INVALID_DEVICE_STATE",
      "The server wrote to a connection that was broken already; it follows from the end.",
      seeAlso: ["event 56", "network.path_outage", "client.terminated"]),
    named(
      0xC000_020C, "STATUS_CONNECTION_DISCONNECTED", "The connection was closed by the peer.",
      seeAlso: ["event 56", "client.terminated"]),
    named(
      0xC000_020D, "STATUS_CONNECTION_RESET",
      "The connection was reset by the peer or on the path.",
      seeAlso: ["event 56", "network.reset_injected", "client.terminated"]),
    named(
      0xC000_0241, "STATUS_CONNECTION_ABORTED", "This host gave the connection up.",
      seeAlso: ["event 56", "network.path_outage"]),
    named(
      0xC000_023D, "STATUS_HOST_UNREACHABLE", "No way to the host.",
      seeAlso: ["network.unreachable"]),
    named(
      0xC000_014B, "STATUS_PIPE_BROKEN", "The other end had closed.",
      seeAlso: ["client.terminated"]),
  ]

  private static func named(
    _ number: UInt32, _ name: String, _ meaning: String, seeAlso: [String]
  ) -> HandbookEntry {
    .numbered(
      .ntStatus, number, code: "NTSTATUS 0x\(number.hexadecimal(width: 8))", names: [name],
      title: name, meaning, confirm: [Check.coreTimeout, Check.corePeerClosed],
      fixes: [CommonFix.clientLink, CommonFix.captureBothEnds], seeAlso: seeAlso)
  }

  private static let repairChannel = Fix(
    "Repair the server's secure channel.",
    command: "Test-ComputerSecureChannel -Repair -Credential DOMAIN\\ADMIN")

  private static let other: [HandbookEntry] = [
    row(
      0xC000_00BB,
      """
      The server does not support what was asked: a CredSSP version that its policy forbids, or \
      NTLM where NTLM is blocked.
      """,
      fixes: [CommonFix.patchCredSSP, CommonFix.oraclePolicy, CommonFix.kerberosAllow],
      seeAlso: ["credssp.encryption_oracle"]),
    row(
      0xC000_035B,
      """
      The logon is bound to another TLS connection than the server's: TLS interception, or LAN \
      Manager levels that do not fit.
      """,
      fixes: [CommonFix.whoInterferes, CommonFix.connectByName, CommonFix.exemptInspection],
      seeAlso: ["credssp.server_identity", "tls.intercepted"]),
    row(
      0xC000_0388, "A fall back from Kerberos to NTLM was attempted and blocked.",
      fixes: [CommonFix.kerberosName, CommonFix.kerberosAllow], seeAlso: ["credssp.client_withdrew"]
    ),
    row(
      0xC000_0418, "NTLM is blocked by policy, and Kerberos could not be used.",
      fixes: [CommonFix.kerberosName, CommonFix.ntlmBlocked],
      seeAlso: ["credssp.client_withdrew", "subject Kerberos"]),
    row(
      0xC000_00DC, "The logon server is in a state that does not allow this.",
      fixes: [CommonFix.domainController, CommonFix.serverLog],
      seeAlso: ["credssp.server_dropped"]),
    row(
      0xC000_009A, "The server lacks memory or other resources.",
      fixes: [CommonFix.serverLoad], seeAlso: ["server.unresponsive"]),
    row(
      0xC000_00B5,
      "The transfer timed out. TermDD event 56 carries it as D00000B5 when the peer fell silent.",
      fixes: [CommonFix.clientLink, CommonFix.findHop],
      seeAlso: ["network.path_outage", "event 56"]),
    row(
      0x0000_0000, "Success; no error.", fixes: [CommonFix.nothing],
      seeAlso: ["credssp.client_left_after_credentials"]),
  ]
}
