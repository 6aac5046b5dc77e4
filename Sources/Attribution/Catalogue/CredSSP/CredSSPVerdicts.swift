import Evidence

extension Catalogue {
  static let credSSPVerdicts: [VerdictEntry] = [
    logonFailure, accountRestricted, passwordExpired, encryptionOracle, clientWithdrew,
    accessDenied, serverDropped, serverIdentity, stalled, gatewayRefused,
  ]

  private static let logonFailure = VerdictEntry(
    .credsspLogonFailure,
    summary:
      "The server refused the log-on: wrong user name or password, or the account may not log on.",
    title: "wrong user name or password",
    """
    Network and TLS were fine; the server refused the user name or password. A saved old \
    password and a missing or wrong domain before the user name are the usual causes. Without \
    keys the exact reason is not visible: a locked or disabled account looks the same.
    """,
    confirm: [
      Check.failedLogon,
      """
      Sub Status 0xC000006A is a wrong password, 0xC0000064 an unknown user, 0xC0000234 a locked \
      account.
      """,
      Check.decrypted,
      "On a domain controller: 4776 (NTLM) or 4771 (Kerberos, 0x18 = wrong password).",
    ],
    fixes: [
      CommonFix.retypeCredentials, CommonFix.accountState, CommonFix.unlock,
      CommonFix.domainController, CommonFix.withoutNLA,
    ],
    seeAlso: [
      "NTSTATUS 0xC000006D", "NTSTATUS 0xC000006A", "NTSTATUS 0xC0000064",
      "credssp.account_restricted", "credssp.refused_by_error_code", "mstsc 0x807",
    ])

  private static let accountRestricted = VerdictEntry(
    .credsspAccountRestricted,
    summary: "The server refused the log-on of this account.",
    title: "the account may not be used like this",
    """
    The password may be right, but the account is locked, disabled, expired, outside its logon \
    hours, limited to other computers, has an empty password, or may not log on in this way.
    """,
    confirm: [
      Check.failedLogon,
      """
      Sub Status: C0000234 locked, C0000072 disabled, C0000193 expired, C000006F hours, C0000070 \
      workstation, C000006E restriction, C000015B logon type.
      """,
      "net user NAME /domain shows the account's state and hours.",
    ],
    fixes: [
      CommonFix.accountState, CommonFix.unlock, CommonFix.remoteDesktopUsers,
      Fix(
        """
        If the password is empty, set one; Windows refuses empty passwords over the network on \
        purpose.
        """, command: "net user NAME *"),
    ],
    seeAlso: [
      "NTSTATUS 0xC0000234", "NTSTATUS 0xC0000072", "NTSTATUS 0xC0000193",
      "NTSTATUS 0xC000006F", "NTSTATUS 0xC0000070", "NTSTATUS 0xC000006E",
      "NTSTATUS 0xC000015B",
    ])

  private static let passwordExpired = VerdictEntry(
    .credsspPasswordExpired,
    summary: "The server refused the log-on: the password has expired.",
    title: "the password has expired or must be changed",
    """
    The password was right but has expired, or must be changed at the first logon. NLA has no \
    way to change it, so the server refuses.
    """,
    confirm: [
      Check.failedLogon,
      """
      Sub Status C0000071 (expired) or C0000224 (must change); in TLS an alert 80 after the \
      logon message often means this.
      """,
      "net user NAME /domain, line \"Password expires\".",
    ],
    fixes: [
      CommonFix.changePassword,
      Fix(
        """
        Let an administrator set a new password without the mark "must change at next logon".
        """, command: "Set-ADUser NAME -ChangePasswordAtLogon $false"),
      CommonFix.withoutNLA,
    ],
    seeAlso: [
      "NTSTATUS 0xC0000071", "NTSTATUS 0xC0000224", "TLS alert 80", "mstsc 0xF07",
      "mstsc 0x1207",
    ])

  private static let encryptionOracle = VerdictEntry(
    .credsspEncryptionOracle,
    summary: "Client and server disagree on the CredSSP version (Encryption Oracle Remediation).",
    title: "CredSSP patch levels do not fit",
    """
    One side has the CredSSP update of 2018 and refuses the other, which does not (Encryption \
    Oracle Remediation). Usually the client is patched and the server is not; the client then \
    leaves right after the server's first answer.
    """,
    confirm: [
      Check.oracleEvent,
      """
      In the capture: one message each way inside TLS, then the client closes, the same on every \
      try, and no event 4625 on the server.
      """,
      """
      mstsc says "The function requested is not supported" and names CredSSP encryption oracle \
      remediation.
      """,
      """
      If the server refuses an unpatched client, the exact step in the packets is reported, not \
      verified.
      """,
    ],
    fixes: [
      CommonFix.patchCredSSP, CommonFix.oraclePolicy, CommonFix.oracleVulnerable,
      CommonFix.withoutNLA,
    ],
    seeAlso: [
      "credssp.client_left_after_challenge", "credssp.client_withdrew", "NTSTATUS 0xC00000BB",
      "event 6041",
    ])

  private static let clientWithdrew = VerdictEntry(
    .credsspClientWithdrew,
    summary: "The client broke off NLA: cancelled, no credentials, or it did not trust the server.",
    title: "the client broke off the logon",
    """
    The client itself stopped during the logon. Reasons: the user cancelled, no credentials were \
    available, a client policy forbids sending them, or the CredSSP version of the server is too \
    old for the client. The packets alone do not separate these.
    """,
    confirm: [
      """
      The client's FIN or RST comes after the server's challenge, before the user's credentials \
      went out.
      """,
      Check.oracleEvent,
      """
      Client message: 0x1607 or 0x1707 points to the delegation policy; no message at all to the \
      user.
      """,
      """
      A new connection of the same client within minutes that succeeds means that the user was \
      only asked something.
      """,
    ],
    fixes: [
      Fix(
        """
        Ask whether the user closed the password or certificate question; if so, connect again. Before \
        anybody accepts a certificate that has changed, compare its thumbprint with the server's own.
        """),
      CommonFix.patchCredSSP, CommonFix.delegationPolicy, CommonFix.retypeCredentials,
      CommonFix.kerberosName, CommonFix.oracleVulnerable,
    ],
    seeAlso: [
      "credssp.encryption_oracle", "credssp.client_left_after_challenge", "mstsc 0x1607",
      "mstsc 0x1707", "clean.probe",
    ])

  private static let accessDenied = VerdictEntry(
    .credsspAccessDenied,
    summary: "The log-on was right, but the user may not use Remote Desktop on this server.",
    title: "authenticated, but not allowed to log on",
    """
    User name and password are right; the user lacks the right to log on through Remote Desktop \
    on this server.
    """,
    confirm: [
      "Security event 4825 on the server: denied access to Remote Desktop.",
      """
      CredSSP completes, the server sends one record of four bytes (the authorization result) \
      and the connection ends without any MCS traffic.
      """,
      Check.decrypted,
    ],
    fixes: [
      CommonFix.remoteDesktopUsers,
      Fix(
        """
        If Restricted Admin mode is used, the user must be an administrator of the server and the \
        server must allow the mode; otherwise connect without it or with Remote Credential Guard.
        """, command: "mstsc /remoteGuard /v:HOST"),
    ],
    seeAlso: ["NTSTATUS 0xC0000022", "error info 0x09", "event 4825", "ERRCONNECT_ACCESS_DENIED"],
    names: ["AUTHZ_ACCESS_DENIED"])

  private static let serverDropped = VerdictEntry(
    .credsspServerDropped,
    summary: "The server broke NLA off.",
    title: "the server closed during the logon without a reason",
    """
    The server ended the connection in the middle of the logon, and the packets do not say why. \
    A refused password can look like this with servers that do not send the error code, and so \
    does a logon service that crashes.
    """,
    confirm: [
      """
      Which message was the last: after the client's third message it is most often a refused \
      logon, earlier a server fault.
      """,
      Check.failedLogon,
      """
      Server log RdpCoreTS: 139 carries the security error; 140 appears for a user that does not \
      exist (reported, not verified).
      """,
      "For xrdp, GNOME and FreeRDP servers, the server's own log.",
    ],
    fixes: [
      CommonFix.serverLog, CommonFix.retypeCredentials, CommonFix.domainController,
      CommonFix.patchCredSSP, CommonFix.withoutNLA,
    ],
    seeAlso: [
      "credssp.refused_by_close", "credssp.logon_failure", "event 139",
      "ERRCONNECT_CONNECT_TRANSPORT_FAILED",
    ])

  private static let serverIdentity = VerdictEntry(
    .credsspServerIdentity,
    summary: "The client broke NLA off when the server could not prove its identity.",
    title: "the client could not verify the server's key",
    """
    NLA proves that the TLS certificate and the logon server belong together, and that proof \
    failed (pubKeyAuth). Either a TLS-inspecting device or an attacker sits between, or client \
    and server use settings that do not fit.
    """,
    confirm: [
      "The client closes right after the server's fourth message and never sends the credentials.",
      "Client error 0x80090346 or NTSTATUS 0xC000035B.",
      "The certificate fingerprint in the capture against the server's own.",
    ],
    fixes: [
      CommonFix.whoInterferes,
      Fix(
        """
        Set LmCompatibilityLevel to 3 or higher on both ends (GPO Security Options > Network \
        security: LAN Manager authentication level).
        """,
        command: "reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v LmCompatibilityLevel"),
      CommonFix.patchCredSSP, CommonFix.exemptInspection,
    ],
    seeAlso: [
      "tls.intercepted", "NTSTATUS 0xC000035B", "SEC_E 0x80090346",
      "credssp.client_left_after_public_key",
    ])

  private static let stalled = VerdictEntry(
    .credsspStalled,
    summary: "NLA came to a stop: the server never answered.",
    title: "the logon got no answer",
    """
    The client's logon message arrived and was acknowledged, but the server did not answer for \
    so long that one side gave up. CredSSP has no timer of its own: the server waits for a \
    domain controller, or its logon service hangs.
    """,
    confirm: [
      """
      The client's message is acknowledged by TCP and no record of the server follows for 5 s or \
      more.
      """,
      "Server System log: Netlogon 5719, LsaSrv 40960 and 40961.",
      "nltest /sc_verify:DOMAIN on the server takes long or fails.",
    ],
    fixes: [
      CommonFix.domainController, CommonFix.serverLoad, CommonFix.kerberosName,
      CommonFix.restartService,
    ],
    seeAlso: ["NTSTATUS 0xC000005E", "SEC_E 0x80090311", "server.unresponsive"])

  private static let gatewayRefused = VerdictEntry(
    .credsspGatewayRefused,
    summary: "The gateway refused the user's sign-in.",
    title: "the gateway refused the user's sign-in",
    """
    The client reached the Remote Desktop Gateway and the gateway did not accept the user: HTTP \
    401 after the whole authentication, or 403. The words behind the number name the reason, as \
    \"User Account Restricted\" (0xC000006E). The RDP server itself was not asked.
    """,
    confirm: [
      "The HTTP status in the evidence, read in the clear or with keys.",
      "Security event 4625 on the gateway for that second, with its Sub Status.",
      "TerminalServices-Gateway 301 (connection policy), 201 (authorized): whether it got so far.",
    ],
    fixes: [
      Fix(
        """
        Sign in to the gateway with an account that may: right name and password, not locked, \
        in the groups of its connection policy (CAP).
        """),
      Fix(
        """
        For members of Protected Users and where NTLM is off: give clients Kerberos through the \
        gateway's KDC proxy (/KdcProxy), whose HTTP 503 means that it is not set up.
        """),
    ],
    seeAlso: ["carrier.authentication_refused", "NTSTATUS 0xC000006E", "credssp.logon_failure"])
}
