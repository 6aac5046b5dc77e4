// MARK: TLS, CredSSP and accounts

extension CommonFix {
  static let securityLayer = Fix(
    """
    Set the security layer to SSL (2), or to Negotiate (1) while old clients must still get in: \
    GPO Computer Configuration > Administrative \
    Templates > Windows Components > Remote Desktop Services > Remote Desktop Session Host > \
    Security > Require use of specific security layer for remote (RDP) connections.
    """,
    command: """
      reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services" /v \
      SecurityLayer /t REG_DWORD /d 2 /f
      """,
    risk: "Clients that cannot do TLS are refused.")
  static let securityLayerNegotiate = Fix(
    """
    Set the server's security layer to Negotiate, so that both kinds of client get in: the same \
    GPO, value 1.
    """,
    command: """
      reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services" /v \
      SecurityLayer /t REG_DWORD /d 1 /f
      """,
    risk: """
      Clients without TLS then fall back to RDP security, which does not authenticate the server.
      """,
    lowersSecurity: true,
    saferAlternative: "Enable TLS in the client and leave the server at SSL (2).")
  static let securityLayerRDP = Fix(
    """
    As a test only, set the security layer to RDP (value 0) and back to 2 afterwards: if the \
    session then works, the fault is in TLS.
    """,
    command: """
      reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services" /v \
      SecurityLayer /t REG_DWORD /d 0 /f
      """,
    risk: "RDP security does not authenticate the server and uses RC4: high risk of interception.",
    lowersSecurity: true,
    saferAlternative: """
      Leave TLS on and read the TLS alert and the Schannel events of both hosts; a capture shows \
      the failing step.
      """)
  static let enableNLA = Fix(
    """
    Switch NLA on in the client: enablecredsspsupport:i:1 in the .rdp file, or /sec:nla with \
    FreeRDP; update clients that do not know it.
    """)
  static let withoutNLA = Fix(
    """
    As a test only, and for minutes, let the server accept connections without NLA, then switch \
    it back on: if the session then works, the fault is in CredSSP or the logon, not in TLS or \
    the network.
    """,
    command: """
      reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp" \
      /v UserAuthentication /t REG_DWORD /d 0 /f
      """,
    risk: """
      Anyone who reaches the port reaches the logon screen without authenticating, and passwords \
      are typed on a host that has not been authenticated. Restore with /d 1.
      """,
    lowersSecurity: true,
    saferAlternative: """
      Keep NLA on and test with a second account and a second, patched client; Security event 4625 \
      and LsaSrv 6041 name the cause without switching anything off.
      """)
  static let patchCredSSP = Fix(
    """
    Install the CredSSP updates (CVE-2018-0886; every cumulative update since May 2018 has them) \
    on client and server and restart both. Look at the end that has not been updated: the server \
    if this client refuses, the client if the server refuses.
    """,
    command: "Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 5")
  static let oraclePolicy = Fix(
    """
    Check the policy on the refusing host: Computer Configuration > Administrative Templates > \
    System > Credentials Delegation > Encryption Oracle Remediation. AllowEncryptionOracle 0 = \
    Force Updated Clients, 1 = Mitigated, 2 = Vulnerable.
    """,
    command: """
      reg query \
      HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters /v \
      AllowEncryptionOracle
      """)
  static let oracleVulnerable = Fix(
    """
    Only to reach a server in order to patch it: set AllowEncryptionOracle to 2 on this one \
    client, restart it, patch the server, then remove the value at once.
    """,
    command: """
      reg add \
      HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters /v \
      AllowEncryptionOracle /t REG_DWORD /d 2 /f
      """,
    risk: """
      Re-opens CVE-2018-0886: an attacker on the path can relay the logon and run code on the \
      server.
      """,
    lowersSecurity: true,
    saferAlternative: """
      Patch the server from its console, by remote management, or by the hypervisor, without \
      touching the client.
      """)
  static let renewCertificate = Fix(
    """
    Renew the server's certificate: certlm.msc > Remote Desktop > Certificates, delete the bad \
    one, then restart the service; a self-signed one is made anew. With an own CA, issue a new \
    one with Server Authentication usage.
    """,
    command: "Restart-Service TermService -Force",
    risk: """
      The restart ends every session on this server at once: announce it, or do it after hours. \
      Clients that pinned the old certificate ask again.
      """)
  static let certificateServices = Fix(
    """
    Check that the services that make and read the certificate run: SessionEnv, CertPropSvc, \
    KeyIso, CryptSvc.
    """,
    command: "Get-Service SessionEnv,CertPropSvc,KeyIso,CryptSvc,TermService")
  static let certificateBinding = Fix(
    """
    Compare the bound thumbprint with the certificate store; if the bound certificate is gone, \
    remove the value and restart the host (not on an RD Connection Broker).
    """,
    command: """
      reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal \
      Server\\WinStations\\RDP-Tcp" /v SSLCertificateSHA1Hash
      """)
  static let privateKey = Fix(
    """
    Check the rights on the private key: the file f686aace6942fb7f7ceb231212eef4a4* in \
    MachineKeys needs read for NETWORK SERVICE and full control for SYSTEM.
    """,
    command: """
      icacls \
      C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\f686aace6942fb7f7ceb231212eef4a4*
      """)
  static let trustCertificate = Fix(
    """
    Give the server a certificate from a CA the client trusts, or deploy the CA certificate to \
    the clients.
    """,
    command: "certutil -addstore Root ca.cer",
    risk: "Clients then trust every certificate that CA issues; deploy only your own CA.")
  static let connectByName = Fix(
    "Connect by the name that stands in the certificate, not by address or alias.",
    command: "mstsc /v:HOST.DOMAIN")
  static let acceptCertificate = Fix(
    """
    Accept the certificate warning for one connection, after comparing the thumbprint with the \
    server's.
    """,
    risk: "Accepting unseen permits a machine in the middle to read the session and the password.",
    lowersSecurity: true,
    saferAlternative:
      "Deploy the server's certificate or CA to the client, so that no warning appears.")
  static let fixClock = Fix(
    "Set the clock of the host that is wrong.", command: "w32tm /resync")
  static let enableTLS12 = Fix(
    """
    Enable TLS 1.2 on the older host, update it, and restart: Enabled = 1, DisabledByDefault = 0 \
    (shown for Server; the same under Client).
    """,
    command: """
      reg add \
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS \
      1.2\\Server" /v Enabled /t REG_DWORD /d 1 /f; reg add \
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS \
      1.2\\Server" /v DisabledByDefault /t REG_DWORD /d 0 /f
      """,
    risk: "Needs a restart of the host.")
  static let oldTLS = Fix(
    """
    Only for an old device that cannot be updated: enable TLS 1.0 or 1.1 on the other side for \
    the time it takes to replace it.
    """,
    command: """
      reg add \
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS \
      1.0\\Server" /v Enabled /t REG_DWORD /d 1 /f
      """,
    risk: "TLS 1.0 and 1.1 are broken; every other client of this host may be downgraded to them.",
    lowersSecurity: true,
    saferAlternative: """
      Update the old side to TLS 1.2, or put an up-to-date RD Gateway or jump host between.
      """)
  static let cipherSuites = Fix(
    "Enable an ECDHE-GCM suite that both sides know, on the side that lacks it.",
    command: "Enable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
  static let cipherPolicy = Fix(
    """
    Review the policy Computer Configuration > Administrative Templates > Network > SSL \
    Configuration Settings > SSL Cipher Suite Order; set it to Not configured to return to the \
    system's own order (it writes Functions under SSL\\00010002).
    """,
    command: """
      reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002 /v \
      Functions
      """,
    risk: """
      Not configured may bring back suites your policy had excluded; add the missing suite to the \
      list instead where the policy is meant.
      """)
  static let retypeCredentials = Fix(
    """
    Type the user name with its authority (DOMAIN\\user, .\\user for a local account, \
    AzureAD\\user) and the password anew, after deleting the saved one.
    """,
    command: "cmdkey /delete:TERMSRV/HOST")
  static let accountState = Fix(
    """
    Look at the account: locked, disabled, expired, logon hours, workstation list; correct what \
    blocks it.
    """,
    command: "net user NAME /domain")
  static let unlock = Fix(
    """
    Find the source of the bad attempts first (Security event 4740 on the domain controller \
    names the host), then unlock the account.
    """,
    command: "Unlock-ADAccount NAME")
  static let changePassword = Fix(
    """
    Change the password elsewhere, because NLA cannot: at a local logon, with Ctrl+Alt+Del on a \
    domain member, or on the RD Web password page.
    """,
    command: "net user NAME /domain")
  static let remoteDesktopUsers = Fix(
    """
    Put the user into the group Remote Desktop Users of the server, and check the rights "Allow \
    log on through Remote Desktop Services" and "Access this computer from the network" and \
    their Deny twins (secpol.msc).
    """,
    command: "net localgroup \"Remote Desktop Users\" DOMAIN\\NAME /add",
    risk: "The user may then log on to this host; add only who should.")
  static let domainController = Fix(
    "Check that the server reaches a domain controller: DNS, VPN, time, Netlogon.",
    command: "nltest /sc_verify:DOMAIN")
  static let kerberosName = Fix(
    """
    Connect by the full host name, so that Kerberos can be used, and check that the name \
    TERMSRV/HOST is registered on the right account.
    """,
    command: "setspn -Q TERMSRV/HOST")
  static let kerberosAllow = Fix(
    """
    If NTLM is blocked on purpose, repair Kerberos rather than the block: reachable domain \
    controller, correct time, host name instead of address.
    """,
    command: "klist get TERMSRV/HOST")
  static let ntlmBlocked = Fix(
    """
    Connect by the server's full name instead of its address, so that Kerberos is used. If only \
    NTLM is left, except the server from the policy "Network security: Restrict NTLM"; its log \
    NTLM/Operational names what was blocked.
    """,
    command: "klist get TERMSRV/HOST")
  static let delegationPolicy = Fix(
    """
    Check the client policy Computer Configuration > Administrative Templates > System > \
    Credentials Delegation: the lists for fresh and saved credentials must contain TERMSRV/HOST.
    """,
    command: "gpresult /H report.html")
  static let smartCard = Fix(
    "Check the card and its certificate in a local session: PIN, validity, chain, reader driver.",
    command: "certutil -scinfo")
}
