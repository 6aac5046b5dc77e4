extension MessageEntries {
  /// Dialogs that give no reason: what is known, what is not, and the next witness.
  static let dialogs: [HandbookEntry] = [
    row(
      "session ended", "the session has ended; the dialog does not say why",
      """
      Known: the client was connected and was told, or noticed, that the session is over. Not known from this text: who ended it. In order of likelihood: the network or a sleeping host (the text then adds "network connectivity problems"), a limit or policy of the server (idle, time), another client that took the session over, an administrator, a restart of the server.
      """,
      confirm: [
        "The dialog's details: error code and extended error code; \"See details\" shows them.",
        Check.sessionManager, Check.clientLog, Check.resetFilter,
      ],
      fixes: [
        Fix(
          "Read LocalSessionManager event 40 of that second: its reason tells network, limit, takeover and administrator apart.",
          command: """
            Get-WinEvent -FilterHashtable @{LogName='Microsoft-Windows-TerminalServices-LocalSessionManager/Operational';Id=40,24,39} -MaxEvents 10 | Format-List
            """), CommonFix.captureBothEnds,
      ],
      seeAlso: [
        "event 40", "event 1026", "network.path_outage", "extended 0x3", "extended 0x5",
        "mstsc 0x3",
      ]),
    row(
      "connection lost", "the connection was lost; the dialog does not say why",
      """
      Known: a session ran and its connection broke without a goodbye. Not known: where. In order of likelihood: the client's own link (Wi-Fi, VPN, sleep), the path between, a firewall that forgot an idle connection, a server that went away or slept.
      """,
      confirm: [
        Check.otherSessions, Check.coreTimeout, Check.clientLog, Check.resetFilter,
      ],
      fixes: [CommonFix.clientLink, CommonFix.captureBothEnds, CommonFix.keepAlive],
      seeAlso: [
        "network.path_outage", "network.idle_timeout", "server.terminated", "subject network",
        "mstsc 0x904/0x0",
      ]),
    row(
      "cannot connect", "the client could not connect; the dialog does not say why",
      """
      Known: no session came about. Not known: at which step. In order of likelihood: the host is off, asleep or not reachable (name, VPN, firewall), Remote Desktop is off or its service hangs, TLS or the logon failed. The code under "details" decides; without it a capture of one attempt does.
      """,
      confirm: [Check.port, Check.listener, Check.clientLog, Check.resetFilter],
      fixes: [
        CommonFix.dns, CommonFix.hostAwake, CommonFix.enableRemoteDesktop, CommonFix.firewallRule,
        CommonFix.serverLog,
      ],
      seeAlso: ["mstsc 0x204", "mstsc 0x104", "subject internal error", "subject firewall"]),
    row(
      "security error", "because of a security error the client could not connect",
      """
      Client and server did not agree on security, or the client could not read what the server sent for it. In order of likelihood: the server's certificate or its stored copy is damaged or untrusted, encryption level, FIPS or security layer do not fit, an old client meets a new server, a damaged licence store on the client. The number behind it (0x406, 0x506, 0x606, 0x706, 0x906, 0xA06) narrows it down.
      """,
      confirm: [
        "rdpwhy on a capture of the attempt: phase and who closed.", Check.schannel,
        Check.certificateDates, Check.clientLog,
      ],
      fixes: [
        CommonFix.updateClient, CommonFix.renewCertificate, CommonFix.securityLayer,
        CommonFix.licenseStore,
      ],
      seeAlso: [
        "subject certificate", "subject security layer", "mstsc 0x406", "mstsc 0x606",
        "mstsc 0x706",
      ]),
    row(
      "session table", "a list of sessions (qwinsta, query user): how to read it",
      """
      Active: somebody works in it. Disc: disconnected, its programs go on and it holds its place. Listen (rdp-tcp, 65536): the server accepts connections; without this line nobody can connect. Conn or Down for long: it hangs. The table alone is no fault.
      """,
      confirm: [
        "qwinsta /server:HOST, twice within a minute: a state other than Active, Disc or Listen that stays is stuck.",
        Check.sessionManager,
      ],
      fixes: [CommonFix.stuckSessions, CommonFix.sessionLimits],
      seeAlso: ["subject stuck sessions", "subject session limits", "subject remote desktop off"]),
    row(
      "ping answered", "the host answers a ping, and Remote Desktop does not work",
      """
      The host is on, awake and reachable, so name, route and sleep are not the reason. What is left, in order: a firewall on the host or on the path that lets ICMP through and not TCP 3389; Remote Desktop is off, its service stopped or on another port; TLS or the logon fails behind an open port.
      """,
      confirm: [Check.port, Check.listener, "rdpwhy on a capture of one attempt."],
      fixes: [
        CommonFix.firewallRule, CommonFix.enableRemoteDesktop, CommonFix.portOwner,
        CommonFix.pathFirewall, CommonFix.restartService,
      ],
      seeAlso: [
        "network.syn_unanswered", "server.port_closed", "subject firewall",
        "subject remote desktop off", "mstsc 0x204",
      ]),
  ]
}
