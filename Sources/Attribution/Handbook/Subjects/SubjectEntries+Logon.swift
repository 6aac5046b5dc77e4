extension SubjectEntries {
  /// TLS, NLA, accounts.
  static let logon: [HandbookEntry] = [
    row(
      "NLA", "Network Level Authentication (NLA, CredSSP)",
      names: [
        "NLA", "network level authentication", "network level auth", "CredSSP", "require NLA",
        "disable NLA",
        "UserAuthentication", "enablecredsspsupport", "Netzwerkauthentifizierung",
        "authentification au niveau du réseau", "autenticación a nivel de red", "ネットワーク レベル認証",
      ],
      """
      With NLA the user is authenticated inside TLS before a session is made. A failure here is about name, password, account, right, policy or patch level, or about the domain controller, not about the network. The error "NLA is required" means that the client did not offer it.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: phase credssp, and the verdict names what was refused (credssp.*).
        """,
        Check.failedLogon,
        Check.oracleEvent,
      ],
      fixes: [
        CommonFix.enableNLA,
        CommonFix.retypeCredentials,
        CommonFix.patchCredSSP,
        CommonFix.domainController,
        CommonFix.withoutNLA,
      ],
      seeAlso: [
        "credssp.logon_failure", "credssp.encryption_oracle", "negotiation.hybrid_required",
        "mstsc 0xB09",
      ]),
    row(
      "encryption oracle", "CredSSP encryption oracle remediation (CVE-2018-0886)",
      names: [
        "CredSSP encryption oracle remediation", "encryption oracle",
        "encryption oracle remediation", "AllowEncryptionOracle", "CVE-2018-0886",
        "CredSSP updates", "patch mismatch", "CredSSP patch",
      ],
      """
      One end has the CredSSP updates of 2018 and refuses the other that lacks them. The client shows "This could be due to CredSSP encryption oracle remediation". Patch the older end; the policy is only a way to reach it.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: credssp.encryption_oracle, or a client that leaves after the server's challenge.
        """,
        Check.oracleEvent,
      ],
      fixes: [
        CommonFix.patchCredSSP,
        CommonFix.oraclePolicy,
        CommonFix.oracleVulnerable,
      ], seeAlso: ["credssp.encryption_oracle", "event 6041"]),
    row(
      "security layer", "security layer: RDP, Negotiate, SSL (TLS)",
      names: [
        "security layer", "SecurityLayer", "MinEncryptionLevel", "RDP security layer",
        "security layer RDP",
        "negotiate security layer",
      ],
      """
      The server's setting decides whether TLS is refused (RDP, 0), offered (Negotiate, 1) or demanded (SSL, 2). Set to RDP, clients that want TLS or NLA are refused, and the server is not authenticated. As a temporary test only, RDP (0) tells whether TLS is the fault; it lowers security and is undone by setting 2 again.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: negotiation.ssl_not_allowed or negotiation.ssl_required.
        """,
        """
        On the server: reg query \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\" /v SecurityLayer, and the same value under WinStations\\RDP-Tcp.
        """,
        Check.negotiationFilter,
      ],
      fixes: [
        CommonFix.securityLayer,
        CommonFix.securityLayerNegotiate,
        CommonFix.securityLayerRDP,
      ],
      seeAlso: ["negotiation.ssl_not_allowed", "negotiation.ssl_required", "negotiation failure 2"]),
    row(
      "certificate", "server certificate: mismatch, wrong name, expired, self-signed, untrusted",
      names: [
        "certificate", "certificate mismatch", "certificate name mismatch", "certificate expired",
        "expired certificate", "self-signed certificate", "self signed certificate",
        "untrusted certificate", "wrong certificate", "wrong name", "certificate wrong name",
        "certificate changed", "certificate error", "certificate warning",
        "certificate not trusted", "unexpected server certificate", "Zertifikat",
        "Zertifikat abgelaufen", "certificat", "certificado", "証明書",
      ],
      """
      The client checks the server's certificate: its dates, its name, and who issued it. A self-signed certificate, or one with another name, makes it warn; an expired or changed one can make it leave without a word, which mstsc shows as 0x904. Accepting a warning unseen is only a temporary step: it permits a machine in the middle to read the session.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: tls.certificate_expired, tls.certificate_rejected, and the certificate's name and dates.
        """,
        Check.certificateDates,
        Check.schannel,
      ],
      fixes: [
        CommonFix.renewCertificate,
        CommonFix.connectByName,
        CommonFix.trustCertificate,
        CommonFix.fixClock,
        CommonFix.acceptCertificate,
      ],
      seeAlso: [
        "tls.certificate_rejected", "tls.certificate_expired", "negotiation.ssl_cert_not_on_server",
        "TLS alert 48",
      ]),
    row(
      "TLS versions", "TLS versions and cipher suites",
      names: [
        "TLS versions", "TLS version", "TLS", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3", "old TLS",
        "cipher suites", "cipher suite", "SCHANNEL", "unsupported protocol", "TLS mismatch",
        "TLS handshake",
      ],
      """
      Client and server must share a TLS version and a cipher suite. An old server or client, or one with TLS 1.2 switched off, ends in an alert (40, 70, 71) or a close right after the ClientHello. Enable TLS 1.2 on the older end; to allow TLS 1.0 again is a temporary step that weakens all connections of that host, undone by setting Enabled to 0.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: tls.version_mismatch or tls.cipher_mismatch, with what the client offered.
        """,
        Check.schannel,
        Check.alertEvents,
      ],
      fixes: [
        CommonFix.enableTLS12,
        CommonFix.cipherSuites,
        CommonFix.cipherPolicy,
        CommonFix.oldTLS,
      ], seeAlso: ["tls.version_mismatch", "tls.cipher_mismatch", "tls.closed_on_client_hello"]),
    row(
      "inspection", "firewall, proxy or antivirus that inspects TLS",
      names: [
        "TLS inspection", "SSL inspection", "deep inspection", "SSL decryption",
        "network device interferes with TLS", "middlebox", "IPS",
      ],
      """
      A device or program on the way opens TLS, replaces the certificate, or cuts connections it does not like. NLA binds the logon to the server's own certificate, so it cannot pass an inspecting proxy.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: tls.intercepted, network.reset_injected or tls.closed_on_client_hello.
        """,
        """
        Compare the certificate's thumbprint at the client with the server's own.
        """,
        Check.bothEnds,
      ],
      fixes: [
        CommonFix.whoInterferes,
        CommonFix.exemptInspection,
      ], seeAlso: ["tls.intercepted", "network.reset_injected"]),
    row(
      "password", "password and account: wrong, expired, locked, disabled",
      names: [
        "wrong password", "bad password", "account locked", "locked out", "account disabled",
        "account lockout", "saved credentials", "credentials did not work", "Kennwort falsch",
        "Konto gesperrt",
      ],
      """
      The server refused the logon. Wrong names and passwords, expired passwords, locked, disabled or limited accounts look alike to most clients; the server's Security log tells them apart. Do not simply try again: each wrong password counts towards the lock.
      """,
      confirm: [
        Check.failedLogon,
        Check.decrypted,
      ],
      fixes: [
        Fix(
          "Read the sub status of event 4625 before any further try: it tells a wrong password (0xC000006A) from a locked account (0xC0000234)."
        ),
        CommonFix.retypeCredentials,
        CommonFix.accountState,
        CommonFix.unlock,
        CommonFix.changePassword,
      ],
      seeAlso: [
        "credssp.logon_failure", "credssp.account_restricted", "credssp.password_expired",
        "event 4625",
      ]),
    row(
      "Kerberos", "Kerberos, NTLM and domain controllers",
      names: ["Kerberos", "NTLM", "domain controller", "SPN", "NTLM blocked", "KDC"],
      """
      Inside NLA the client proves the password by Kerberos (by host name, with a domain controller in reach) or NTLM. Where NTLM is blocked, or the user is in Protected Users, a connection by address or without a reachable domain controller fails.
      """,
      confirm: [
        """
        "klist" on the client, and Security event 4624: Authentication Package.
        """,
        Check.failedLogon,
        Check.clock,
      ],
      fixes: [
        CommonFix.kerberosName,
        CommonFix.domainController,
        CommonFix.fixClock,
        CommonFix.kerberosAllow,
      ], seeAlso: ["credssp.kerberos_error", "Kerberos 7", "SEC_E 0x80090311"]),
    row(
      "remote desktop right", "the right to use Remote Desktop",
      names: [
        "Remote Desktop Users", "not authorized for remote login",
        "allow log on through Remote Desktop Services",
      ],
      """
      The credentials are right, and the user may not use Remote Desktop on this host: not in the group Remote Desktop Users, or the right is denied.
      """,
      confirm: [
        """
        On the server: Security event 4825 (denied access to Remote Desktop), or 4625 with status 0xC000015B.
        """,
        Check.decrypted,
      ],
      fixes: [
        CommonFix.remoteDesktopUsers
      ], seeAlso: ["credssp.access_denied", "event 4825"]),
  ]
}
