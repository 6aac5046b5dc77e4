extension DisconnectReasonEntries {
  /// Codes of the client's own table of texts that are met less often.
  static let rare: [HandbookEntry] = [
    row(
      0x107, "Reason 263",
      """
      Seen in event 1026 where a connection ended without an error, as mstsc's first, probing \
      connection does (reported, not verified).
      """,
      confirm: ["A second connection of the same client within seconds.", Check.clientLog],
      fixes: [CommonFix.nothing], seeAlso: ["event 1026", "clean.probe"]),
    row(
      0x516, "Another user is signed in",
      """
      Shown by apps for phones, tablets and Macs; no list of its meanings is published. Reported where the host let nobody in: another user is signed in at it, an old session of the same user hangs, or the number of sessions is used up.
      """,
      confirm: ["On the host: quser lists who is signed in, and in what state.", Check.clientLog],
      fixes: [
        Fix("Sign the other or forgotten session out, then connect again.", command: "quser"),
        Fix("Restart the host where nobody is signed in and it stays."),
      ],
      seeAlso: ["message another user", "subject stuck sessions", "subject session limits"]),
    row(
      0x2407, "Account may not sign in remotely",
      """
      Shown by apps for Macs, phones and tablets: the host refused the sign-in. The account is not allowed to sign in remotely (group Remote Desktop Users, or a denying right), or name and password were refused.
      """,
      confirm: [Check.failedLogon],
      fixes: [
        Fix(
          "Add the account on the host.",
          command: "net localgroup \"Remote Desktop Users\" /add NAME"),
        CommonFix.retypeCredentials,
      ],
      seeAlso: ["subject remote desktop right", "credssp.access_denied", "subject password"]),
    row(
      0x607, "Certificate not the one expected",
      """
      An authentication error whose code has no published name. Reported with brokers, gateways \
      and RemoteApp where the server's certificate is not the one that the .rdp file, the broker \
      or the collection names, and after a certificate was renewed on one of several hosts.
      """,
      confirm: [Check.certificateDates, Check.schannel],
      fixes: [
        CommonFix.certificateBinding,
        Fix("Bind the same certificate in all roles of the deployment, then publish anew."),
        CommonFix.connectByName,
      ],
      seeAlso: ["subject certificate", "tls.certificate_rejected", "mstsc 0x907"]),
    row(
      0x10A, "Smart card service not running", "The client's smart card service does not run.",
      confirm: ["Get-Service SCardSvr"], fixes: [CommonFix.smartCard],
      names: ["SCARD_E_NO_SERVICE"]),
    row(
      0x20A, "No smart card reader", "No smart card reader was found on the client.",
      confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
      names: ["SCARD_E_NO_READERS_AVAILABLE"]),
    row(
      0x30A, "No smart card", "There is no card in the reader.", confirm: ["certutil -scinfo"],
      fixes: [CommonFix.smartCard], names: ["SCARD_E_NO_SMARTCARD"]),
    row(
      0x40A, "Smart card subsystem", "The client's smart card subsystem failed.",
      confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard]),
    row(
      0x2104, "Protocol or certificate error of a Mac client",
      """
      Shown by Mac clients where the server closed during TLS or the session setup; with xrdp often \
      an outdated certificate (reported, not verified).
      """,
      confirm: [Check.resetFilter, "The server's log of that second."],
      fixes: [CommonFix.renewCertificate, CommonFix.updateBoth], seeAlso: ["mstsc 0x904"]),
    row(
      0x708, "Console session in progress",
      "The client has a console session on that computer already.", confirm: [Check.clientLog],
      fixes: [CommonFix.stuckSessions]),
    row(
      0xB04, "Connection prevented",
      "The connection was made and an error prevented the session; the code does not say which.",
      confirm: [Check.resetFilter, Check.clientLog], fixes: [CommonFix.serverLog],
      seeAlso: ["server.closed", "mstsc 0x904"]),
    row(
      0xD09, "Always prompt for password",
      """
      The client's policy wants the password typed in its own dialog, and the server cannot take \
      credentials from it (no CredSSP).
      """,
      confirm: [Check.negotiationFilter, "gpresult /H report.html"],
      fixes: [CommonFix.enableNLA, CommonFix.updateBoth], seeAlso: ["subject NLA"]),
    row(
      0xE06, "FIPS not supported",
      "The server demands FIPS encryption, which the client does not support.",
      confirm: [Check.negotiationFilter], fixes: [CommonFix.updateClient],
      seeAlso: ["extended 0x8"]),
    row(
      0xE08, "Reconnection failed", "The client did not get back to its session.",
      confirm: [Check.sessionManager], fixes: [CommonFix.serverLog],
      seeAlso: ["subject auto-reconnect"]),
    row(
      0xE09, "Restricted Admin not supported",
      """
      The client asked for Restricted Admin mode, which the server does not allow or does not \
      know.
      """,
      confirm: [
        "reg query HKLM\\System\\CurrentControlSet\\Control\\Lsa /v DisableRestrictedAdmin"
      ],
      fixes: [
        Fix(
          "Connect with Remote Credential Guard instead, or allow Restricted Admin on the server.",
          command: "mstsc /remoteGuard /v:HOST")
      ], seeAlso: ["credssp.access_denied"]),
    row(
      0xF08, "Credentials may not be sent",
      "The client's policy does not let it send credentials to this server.",
      confirm: ["gpresult /H report.html"], fixes: [CommonFix.delegationPolicy],
      seeAlso: ["mstsc 0x1607", "subject saved credentials"]),
    row(
      0x1007, "Outside the logon hours", "The account may not log on at this time.",
      confirm: [Check.failedLogon], fixes: [CommonFix.accountState],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC000006F"]),
    row(
      0x1008, "Out of video resources", "The client ran short of video memory or other resources.",
      confirm: ["Memory and graphics use of the client at that time."],
      fixes: [
        Fix("Close programs or restart the client; use a smaller screen or fewer monitors."),
        CommonFix.graphics,
      ]),
    row(
      0x1107, "Not from this computer", "The account may only log on from certain computers.",
      confirm: [Check.failedLogon], fixes: [CommonFix.accountState],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC0000070"]),
    row(
      0x1108, "Reconnection or session not possible",
      """
      The client could not set up or restore the session; connection managers show it as 4360. \
      Reported where one program holds very many sessions (out of window or graphics handles) and \
      where a reconnection failed.
      """,
      confirm: [
        Check.clientLog, "Try mstsc alone: if that works, the manager ran out of resources.",
      ],
      fixes: [Fix("Close sessions or restart the connection manager, then connect anew.")],
      seeAlso: ["mstsc 0x1008", "subject auto-reconnect"]),
    row(
      0x1307, "Type of logon not allowed",
      "The account may not log on in this way (network or interactive).",
      confirm: [Check.failedLogon], fixes: [CommonFix.remoteDesktopUsers],
      seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC000015B"]),
    row(
      0x1407, "User2User required",
      "Kerberos User2User is required, and the client did not use it.",
      confirm: [Check.failedLogon], fixes: [CommonFix.kerberosName, CommonFix.domainController],
      seeAlso: ["subject Kerberos"]),
    row(
      0x1D07, "Clocks differ",
      "The clocks of client and server differ too much to check the server's identity.",
      confirm: [Check.clock], fixes: [CommonFix.fixClock],
      seeAlso: ["Kerberos 37", "tls.certificate_expired"]),
    row(
      0x2507, "RemoteApp not reconnected",
      "The client did not get back to its RemoteApp programs; start them anew.",
      confirm: [Check.sessionManager], fixes: [CommonFix.serverLog],
      seeAlso: ["subject auto-reconnect"]),
    row(
      0x2604, "Versions do not match", "Client and server have versions that do not fit.",
      confirm: ["winver on both hosts"], fixes: [CommonFix.updateClient]),
    row(
      0x200_0001, "RemoteApp not reconnected",
      "The client did not get back to the remote program; start it anew.",
      confirm: [Check.sessionManager], fixes: [CommonFix.serverLog],
      seeAlso: ["subject auto-reconnect"]),
    row(
      0x200_0002, "No RemoteApp",
      "The server does not support RemoteApp, or the program is not published.",
      confirm: ["Get-RDRemoteApp on the connection broker"],
      fixes: [Fix("Connect to the whole desktop, or publish the program on a session host.")]),
  ]
}
