extension SubjectEntries {
  /// Roles around the session host, Entra ID, profiles.
  static let roles: [HandbookEntry] = [
    row(
      "broker", "Remote Desktop Connection Broker",
      names: [
        "connection broker", "RD Connection Broker", "session broker", "Tssdis", "broker",
        "Session Broker Computers", "session directory",
      ],
      """
      The broker knows which session host holds a user's session and sends clients there. Where its services or its database do not run, or a host is not in its group Session Broker Computers, hosts cannot join, users get a new session instead of their own, or nobody is let in.
      """,
      confirm: [
        "On the broker: events 802, 901, 902 in \(WindowsEventEntries.broker) and Admin.",
        "On the session host: events 1280, 1296, 1306 of SessionBroker-Client.",
        "rdpwhy on a capture: clean.redirected where the broker sends the client on.",
      ],
      fixes: [RoleFix.brokerServices, RoleFix.brokerComputers],
      seeAlso: ["event 802", "event 901", "event 1280", "clean.redirected", "subject deployment"]),
    row(
      "NPS", "Network Policy Server (RADIUS) behind the gateway; multifactor extension",
      names: [
        "NPS", "network policy server", "RADIUS", "NPS extension", "MFA extension", "IAS",
        "Message-Authenticator", "network policy",
      ],
      """
      The gateway's connection policies are asked of a network policy server. Its event 6273 holds the reason: 7 or 8 unknown domain or user, 9 or 21 an extension (multifactor) dropped or refused it, 16 wrong password, 33 the password must change, 34 disabled, 35 expired, 36 locked, 37 not at this hour, 48 or 49 no policy matches, 65 the account's dial-in setting, 66 a method that the policy does not allow. Without any event the request did not arrive, or was discarded (secret, Message-Authenticator).
      """,
      confirm: [
        "Security events 6272, 6273, 6274 on the NPS at that second.",
        "On the gateway: event 201 with 23003, and the settings of its central CAP store.",
        "With the multifactor extension: logs AuthZ, AuthN of AzureMfa on the NPS.",
      ],
      fixes: [
        RoleFix.networkPolicy,
        Fix(
          "If users were let in before the multifactor extension or an update came: check its certificate and settings, and that gateway and NPS both know Message-Authenticator."
        ),
      ],
      seeAlso: ["subject gateway", "event 201", "event 6273", "mstsc 0x300001C"]),
    row(
      "Entra", "Entra ID (Azure AD): joined hosts, work accounts, roles, multifactor",
      names: [
        "Entra", "Entra ID", "Azure AD joined", "Entra joined", "AADSTS", "enablerdsaadauth",
        "targetisaadjoined", "Virtual Machine User Login", "conditional access",
      ],
      """
      A host joined to Entra ID takes work accounts only if the account is let in (group Remote Desktop Users, or in Azure the role Virtual Machine User Login), if the client can prove the account (itself joined or registered in the same tenant, or by web sign-in), and if no multifactor or conditional access rule stands in the way. The server then says "credentials did not work", "sign-in method isn't allowed" or "account is configured to prevent you"; the password may be right.
      """,
      confirm: [
        "Sign-in logs in Entra: the row of that second names the rule or AADSTS code.",
        "On client and host: dsregcmd /status.",
        Check.failedLogon,
      ],
      fixes: [
        Fix(
          "Sign in as AzureAD\\NAME@DOMAIN, or turn on web sign-in in the connection.",
          command: "enablerdsaadauth:i:1 in the .rdp file"),
        Fix(
          "In Azure give the user the role Virtual Machine User Login on the host; elsewhere add the user on the host.",
          command: "net localgroup \"Remote Desktop Users\" /add \"AzureAD\\NAME@DOMAIN\""),
        Fix(
          "Exclude the app Azure Windows VM Sign-In from rules that demand multifactor where the client cannot do it (no web sign-in), and use conditional access instead of per-user multifactor.",
          risk:
            "Sign-ins to these hosts are then without a second factor, unless web sign-in is used.",
          lowersSecurity: true, saferAlternative: "Use web sign-in, which can do multifactor."),
      ],
      seeAlso: ["credssp.access_denied", "credssp.logon_failure", "subject password"]),
    row(
      "profile", "user profile: not loaded, temporary, FSLogix, profile disk",
      names: [
        "user profile", "user profile service", "temporary profile", "FSLogix", "profile disk",
        "user profile disk", "UPD", "roaming profile", "profile container", "ProfileList",
      ],
      """
      The connection and the logon were right; Windows could not load the user's profile, and ends the session, or gives a temporary or empty one. Reasons: the share or disk is not reached, full, or not permitted; another host or a stuck session holds it (FSLogix: in use, error 32 or 33); a damaged registry file; two keys for one user in ProfileList; permissions of the default profile.
      """,
      confirm: [
        "Application log of the session host: events 1500 to 1515 of User Profiles Service.",
        "FSLogix: C:\\ProgramData\\FSLogix\\Logs\\Profile, the line with ERROR and its status.",
        "The same user on another host, another user on this host.",
      ],
      fixes: [RoleFix.profileFolder, RoleFix.profileList, CommonFix.stuckSessions],
      seeAlso: ["event 1500", "event 1511", "subject stuck sessions", "subject black screen"]),
    row(
      "deployment", "the deployment of Remote Desktop Services: Server Manager, PowerShell",
      names: [
        "RDS deployment", "remote desktop services deployment", "Get-RDServer", "RDMS",
        "Remote Desktop Management",
      ],
      """
      The tools ask the broker about the deployment. "Does not exist" means that this server or pool is not the broker's, or that its management service does not run; failed validation means that PowerShell remoting does not reach a server, a restart is pending, or the account is no administrator there. Sessions may run all the same.
      """,
      confirm: ["Get-Service RDMS, Tssdis on the broker.", "Test-WSMan HOST for each server."],
      fixes: [
        Fix(
          "Name the broker, with an account that administers all servers of the deployment.",
          command: "Get-RDServer -ConnectionBroker HOST"),
        RoleFix.brokerServices,
        Fix(
          "Make PowerShell remoting reach each server, and restart those that wait for it.",
          command: "winrm quickconfig"),
      ],
      seeAlso: ["subject broker"]),
    row(
      "bastion", "Azure Bastion in front of a virtual machine",
      names: ["bastion", "Azure Bastion"],
      """
      The browser speaks to Bastion, Bastion speaks RDP to the machine from the subnet AzureBastionSubnet. A failure is either on the first way (browser, proxy, WebSocket, the user's rights) or on the second (rules of the subnets, the machine itself, its NLA and account).
      """,
      confirm: [
        "Whether another machine of the same network works through the same Bastion.",
        "rdpwhy on a capture inside the machine: does the RDP connection of Bastion arrive?",
      ],
      fixes: [
        Fix(
          "Check the security rules of AzureBastionSubnet (443 in from the internet, 443 from GatewayManager, 3389 out to the network) and of the machine's subnet."
        ), CommonFix.enableRemoteDesktop,
      ],
      seeAlso: ["subject firewall", "subject inspection"]),
    row(
      "web client", "Remote Desktop web client (HTML5) and its WebSocket",
      names: [
        "web client", "HTML5 client", "RD Web client", "WebSocket closed", "WebSocket 1006",
        "rdwebclient",
      ],
      """
      The web client runs RDP inside a WebSocket to the gateway. Code 1006 means that it closed without a reason: the gateway's name or certificate does not fit, port 443 of the gateway is not what the browser reaches, a proxy or inspection breaks WebSockets, or the gateway closed. X509_NAME_print_ex or UnknownError: the certificate given to the web client package is not that of broker or gateway, or has no subject.
      """,
      confirm: [
        "The browser's console (F12) at that second; \"capture support information\" in its About.",
        "Whether mstsc through the same gateway works: if so, certificate or WebSocket of the web client.",
        "On the gateway: \(WindowsEventEntries.gateway).",
      ],
      fixes: [
        Fix(
          "Give the web client the certificate of the broker anew and publish it.",
          command:
            "Import-RDWebClientBrokerCert PATH; Publish-RDWebClientPackage -Type Production -Latest"
        ),
        Fix("Let the gateway answer on port 443 under the name in its certificate."),
        CommonFix.exemptInspection,
      ],
      seeAlso: ["subject gateway", "subject certificate", "subject inspection"]),
    row(
      "shadowing", "shadowing: watching or controlling another session",
      names: ["shadow", "shadowing", "shadow session", "mstsc /shadow", "remote control session"],
      """
      mstsc /shadow needs the policy "Set rules for remote control" on the server, its firewall rules (RPC, SMB), an administrator's account, and the user's consent unless the policy waives it. "Not configured to allow" is that policy, "denied" the right or the user, "version does not support" another edition.
      """,
      confirm: [
        "Events 20503 to 20507 of RemoteConnectionManager on the server.",
        "query session /server:HOST",
      ],
      fixes: [
        Fix(
          "Set the policy Computer Configuration > Windows Components > Remote Desktop Services > Session Host > Connections > Set rules for remote control, then gpupdate.",
          command: "mstsc /shadow:ID /v:HOST /control"),
        Fix(
          "Enable the firewall rules of the group Remote Desktop, Remote Desktop - Shadow among them."
        ),
      ],
      seeAlso: ["event 20503", "event 20504"]),
    row(
      "updates", "drops since an update of Windows: known faults",
      names: [
        "since update", "after update", "Windows update", "known issue", "24H2", "patch tuesday",
      ],
      """
      Some updates broke Remote Desktop and later ones mended it: Windows 11 24H2 against hosts of Server 2016 or older fell after 65 s with UDP (from January 2025, mended by KB5053656); sessions to Server 2025 froze after KB5051987 (mended by KB5055523), to 24H2 as well (KB5052093); gateways with RPC over HTTP dropped after the updates of July 2024 (mended in August). Whether an update is at fault shows the date of the first failure.
      """,
      confirm: [
        "Get-HotFix | Sort-Object InstalledOn on both ends, beside the date of the first failure.",
        "rdpwhy on a capture: the same number of seconds in each session speaks for a timer.",
      ],
      fixes: [
        CommonFix.updateBoth, CommonFix.disableUDP,
        Fix("Read the release health page of that version for the update's known issues."),
      ],
      seeAlso: ["subject UDP", "subject freezes", "subject encryption oracle"]),
  ]
}
