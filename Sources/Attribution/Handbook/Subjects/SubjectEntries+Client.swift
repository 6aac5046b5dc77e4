extension SubjectEntries {
  /// What goes wrong in the client itself.
  static let client: [HandbookEntry] = [
    row(
      "saved credentials", "saved credentials, Credential Guard, delegation policy",
      names: [
        "saved credentials", "save password", "saved password", "credential manager",
        "Credential Guard", "Remote Credential Guard", "stored credentials", "cmdkey",
        "delegation policy", "gespeicherte Anmeldeinformationen", "0xF08",
      ],
      """
      The client may not use the saved password: its delegation policy allows it only for servers whose identity it can prove, Credential Guard forbids saved passwords that need NTLM, or the server wants them typed anew.
      """,
      confirm: [
        "Type the password instead of using the saved one: if that works, the policy is the reason.",
        "msinfo32 on the client: Virtualization-based security services running (Credential Guard).",
      ],
      fixes: [
        CommonFix.kerberosName, CommonFix.delegationPolicy, CommonFix.retypeCredentials,
        Fix(
          "Connect with Remote Credential Guard, which sends no password at all.",
          command: "mstsc /remoteGuard /v:HOST"),
      ],
      seeAlso: ["mstsc 0x1607", "mstsc 0x1707", "mstsc 0x2107", "credssp.client_withdrew"]),
    row(
      "stuck connecting", "the client stands still while connecting",
      names: [
        "stuck connecting", "configuring remote session", "securing remote connection",
        "initiating remote connection", "estimating connection quality", "hangs at connecting",
        "stuck at connecting",
      ],
      """
      The words of the client's window say how far it got: initiating (TCP, gateway), securing (TLS and logon), estimating the quality or configuring the session (logged on, setting up). A stop at securing is a certificate, TLS, MTU or domain controller fault, or a server that does not answer; a stop at configuring is the server's session or UDP.
      """,
      confirm: [
        "rdpwhy on a capture of the attempt: the phase in which it stands still, and who owes the answer.",
        Check.coreTimeout,
      ],
      fixes: [
        CommonFix.stuckSessions, CommonFix.findMTU, CommonFix.disableUDP, CommonFix.serverLoad,
      ],
      seeAlso: [
        "server.unresponsive", "network.pmtu_blackhole", "credssp.stalled",
        "subject stuck sessions",
      ]),
    row(
      "client crash", "the client program stopped or crashed",
      names: [
        "mstsc crash", "mstsc crashes", "client crash",
        "Remote Desktop Connection has stopped working",
        "RDP client crashes", "Windows App crashes",
      ],
      """
      The client program ended by itself: a graphics driver, a plug-in (printer, smart card, audio), a damaged saved setting or the program. The server sees a connection that went away.
      """,
      confirm: [
        "Application log of the client: event 1000 names the faulting module.",
        "rdpwhy on a capture: client.terminated.",
      ],
      fixes: [
        CommonFix.updateClient,
        Fix(
          "Test without redirected printers, drives, smart cards and audio, and with bitmap caching off; then add one after the other."
        ), CommonFix.clientSecuritySoftware,
      ],
      seeAlso: ["client.terminated", "event 1000"]),
    row(
      "one client", "only one client, program or user is affected; others stay",
      names: [
        "only one client", "one client only", "one user only", "other clients work",
        "only on this computer", "works on another computer",
      ],
      """
      The server and its line carry the others at the same time. What is left is what this client has for itself: its program and version, its Wi-Fi or home line, its VPN and security software, its graphics driver, or this user's session and profile. Where one program drops and another of the same machine stays, it is the program or its settings.
      """,
      confirm: [
        "Change one thing at a time: another program on the same machine, the same program on another machine, another user on this machine, a cable instead of Wi-Fi.",
        "rdpwhy on captures of a client that drops and of one that stays: who ends the session, and what its path loses.",
      ],
      fixes: [
        CommonFix.updateClient,
        Fix(
          "In a connection manager or another program, set the connection as mstsc has it: RDP version, NLA, UDP, bitmap caching, resize without a reconnect."
        ), CommonFix.clientLink, CommonFix.clientSecuritySoftware,
        Fix(
          "Where it follows the user instead of the machine: sign the user's session out, and test a fresh profile."
        ),
      ],
      seeAlso: [
        "subject client crash", "subject network", "subject profile", "subject stuck sessions",
      ]),
  ]
}
