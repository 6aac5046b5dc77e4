extension WindowsEventEntries {
  /// Other events of the System log and of network logs.
  static let systemMore: [HandbookEntry] = [
    row(
      41, "Kernel-Power: restarted without shutting down; LocalSessionManager: arbitration",
      """
      In the System log: the host restarted without a clean shutdown (crash, power loss, reset), and every session ended. In LocalSessionManager: session arbitration begins, information only.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      1006, "TermService: many incomplete connections",
      """
      Many connections were opened and not finished: a scan of the port or a guessing of passwords. The service slows down or refuses while it lasts.
      """, log: "System", fixes: [RoleFix.exposure],
      seeAlso: ["clean.probe", "event 4625", "event 140"]),
    row(
      1056, "TermService: new self-signed certificate",
      """
      The server made itself a new certificate; clients that remember the old one warn once.
      """, log: "System", fixes: [], seeAlso: ["subject certificate"]),
    row(
      1057, "TermService: no self-signed certificate",
      """
      The server could not make its certificate; TLS then fails.
      """, log: "System", fixes: [CommonFix.certificateServices, CommonFix.renewCertificate],
      seeAlso: ["negotiation.ssl_cert_not_on_server"]),
    row(
      1058, "TermService: certificate not replaced",
      """
      The expired self-signed certificate could not be replaced.
      """, log: "System", fixes: [CommonFix.renewCertificate], seeAlso: ["tls.certificate_expired"]),
    row(
      1067, "TermService: SPN not registered",
      """
      TERMSRV/HOST could not be registered; Kerberos fails, NTLM may serve.
      """, log: "System", fixes: [], seeAlso: ["credssp.client_withdrew"]),
    row(
      36872, "Schannel: no default certificate",
      """
      The server has no suitable certificate; TLS clients are refused.
      """, log: "System", fixes: [CommonFix.certificateServices, CommonFix.renewCertificate],
      seeAlso: ["negotiation.ssl_cert_not_on_server"]),
    row(
      36876, "Schannel: peer certificate invalid",
      """
      The server's certificate did not pass the client's check.
      """, log: "System", fixes: [CommonFix.trustCertificate, CommonFix.connectByName],
      seeAlso: ["tls.certificate_rejected"]),
    row(
      36880, "Schannel: handshake succeeded",
      """
      TLS came up; protocol and cipher suite stand in the event. Needs EventLogging = 7.
      """, log: "System", fixes: [], seeAlso: ["clean.running"]),
    row(
      36881, "Schannel: peer certificate expired",
      """
      The server's certificate has expired, or a clock is wrong.
      """, log: "System", fixes: [CommonFix.renewCertificate], seeAlso: ["tls.certificate_expired"]),
    row(
      36882, "Schannel: untrusted authority",
      """
      The client does not trust who issued the server's certificate; a self-signed one always causes it.
      """, log: "System", fixes: [CommonFix.trustCertificate, CommonFix.connectByName],
      seeAlso: ["tls.certificate_rejected"]),
    row(
      36883, "Schannel: certificate revoked",
      """
      The server's certificate was revoked.
      """, log: "System", fixes: [CommonFix.trustCertificate, CommonFix.connectByName],
      seeAlso: ["tls.certificate_rejected"]),
    row(
      36884, "Schannel: certificate name mismatch",
      """
      The certificate carries another name than the one connected to.
      """, log: "System", fixes: [CommonFix.trustCertificate, CommonFix.connectByName],
      seeAlso: ["tls.certificate_rejected"]),
    row(
      36886, "Schannel: no default server credential",
      """
      No certificate is set for the system's default; usual on hosts that serve no TLS of their own.
      """, log: "System", fixes: [CommonFix.certificateServices, CommonFix.renewCertificate],
      seeAlso: ["negotiation.ssl_cert_not_on_server"]),
    row(
      6037, "LsaSrv: local name not resolved as local",
      """
      A program authenticated to a name of this host that the host does not know as its own.
      """, log: "System", fixes: [], seeAlso: ["credssp.logon_failure"]),
    row(
      6038, "LsaSrv: NTLM in use",
      """
      NTLM is used instead of Kerberos. Information only.
      """, log: "System", fixes: [], seeAlso: ["event 40960"]),
    row(
      40960, "LsaSrv: authentication failed against the authority",
      """
      The security package met an error with the target named: domain controller not reached, clock, name.
      """, log: "System", fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
    row(
      40961, "LsaSrv: no secured connection",
      """
      No secured connection with the target named could be made, no protocol was available.
      """, log: "System", fixes: [CommonFix.domainController], seeAlso: ["credssp.server_dropped"]),
    row(
      1, "Power-Troubleshooter: woke up",
      """
      The host returned from sleep; SleepTime and WakeTime frame the time it was not reachable.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      27, "Network adapter: link down",
      """
      The adapter lost its link (e1rexpress, e1dexpress, e2fexpress): cable, switch, power saving.
      """, log: "System", fixes: [CommonFix.adapterPower], seeAlso: ["subject adapter power saving"]
    ),
    row(
      105, "Kernel-Power: power source changed",
      """
      The host changed between mains and battery; other sleep times may now apply.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      107, "Kernel-Power: resumed",
      """
      The host resumed from sleep.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      109, "Kernel-Power: shutdown begins",
      """
      The kernel power manager began to shut the host down.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      172, "Kernel-Power: connectivity in standby",
      """
      Whether the host stays connected in standby.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      187, "Kernel-Power: sleep asked for by a program",
      """
      A program asked for sleep; the event names it.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      506, "Kernel-Power: entering modern standby",
      """
      The host went into modern standby; remote sessions end or freeze.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      507, "Kernel-Power: leaving modern standby",
      """
      The host left modern standby.
      """, log: "System", fixes: [CommonFix.hostAwake, CommonFix.wakeOnLAN],
      seeAlso: ["network.syn_unanswered"]),
    row(
      1001, "BugCheck: restarted after a crash; DHCP client: no address",
      """
      The host restarted after a bug check. For DHCP-Client 1001, no address was got.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      1074, "User32: restart or shutdown asked for",
      """
      A user or program asked for the restart; the event names both.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      6005, "EventLog: started",
      """
      The event log started: the host booted.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      6006, "EventLog: stopped",
      """
      The event log stopped: the host was shut down in order.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      6008, "EventLog: unexpected shutdown",
      """
      The last shutdown was unexpected: crash, power loss or reset. Every session ended with it.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      7031, "Service Control Manager: a service ended unexpectedly",
      """
      A service crashed and is restarted. For TermService or UmRdpService, all sessions dropped.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      7034, "Service Control Manager: a service ended unexpectedly",
      """
      A service crashed. For TermService or UmRdpService, all sessions dropped.
      """, log: "System", fixes: [CommonFix.restartReason], seeAlso: ["server.terminated"]),
    row(
      7036, "Service Control Manager: a service changed state",
      """
      A service started or stopped. For TermService, no connection is accepted while it is stopped.
      """, log: "System", fixes: [CommonFix.enableRemoteDesktop], seeAlso: ["server.port_closed"]),
    row(
      7040, "Service Control Manager: start type changed",
      """
      Somebody changed how a service starts.
      """, log: "System", fixes: [CommonFix.enableRemoteDesktop], seeAlso: ["server.port_closed"]),
    row(
      7021, "Wireless driver (Netwtw): connection lost",
      """
      The wireless driver lost or changed its connection.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      10317, "NDIS or wireless driver: miniport event",
      """
      The network driver reports an event, often a reset of the adapter.
      """, log: "System", fixes: [CommonFix.adapterPower], seeAlso: ["subject adapter power saving"]
    ),
    row(
      10400, "NDIS: adapter reset",
      """
      Windows reset the network adapter, because it hung. Sessions stand still for seconds.
      """, log: "System", fixes: [CommonFix.adapterPower], seeAlso: ["subject adapter power saving"]
    ),
    row(
      4199, "Tcpip: address conflict",
      """
      Another host uses the same address: connections break at random.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      4201, "Tcpip: adapter connected",
      """
      The adapter has a link again.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      4202, "Tcpip: adapter disconnected",
      """
      The adapter lost its link.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      4227, "Tcpip: ports used up",
      """
      The host ran out of local ports for new connections.
      """, log: "System", fixes: [], seeAlso: ["client.terminated"]),
    row(
      10000, "NetworkProfile: network connected",
      """
      A network was connected; with another profile other firewall rules apply.
      """, log: "System", fixes: [], seeAlso: ["subject firewall"]),
    row(
      10001, "NetworkProfile: network disconnected",
      """
      A network was disconnected.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      8001, "WLAN-AutoConfig: connected",
      """
      The wireless network was joined. Information only.
      """, log: "System", fixes: [], seeAlso: ["event 8003"]),
    row(
      8003, "WLAN-AutoConfig: disconnected",
      """
      The wireless network was left; Reason says why.
      """, log: "System", fixes: [CommonFix.clientLink], seeAlso: ["network.path_outage"]),
    row(
      11004, "WLAN-AutoConfig: security stopped",
      """
      Wireless security stopped, with the connection.
      """, log: "System", fixes: [], seeAlso: ["event 8003"]),
    row(
      12013, "WLAN-AutoConfig: authentication failed",
      """
      The 802.1X authentication of the wireless network failed.
      """, log: "System", fixes: [], seeAlso: ["event 8003"]),
    row(
      19, "WindowsUpdateClient: update installed",
      """
      An update was installed; compare with the time of the first failure.
      """, log: "System", fixes: [], seeAlso: ["credssp.encryption_oracle"]),
    row(
      1000, "Application Error: a program crashed",
      """
      A program ended with a fault; the event names it and the module. For mstsc.exe the client died, for svchost.exe_TermService the server.
      """, log: "Application", fixes: [CommonFix.updateBoth], seeAlso: ["client.terminated"]),
    row(
      1002, "Application Hang: a program stopped responding",
      """
      A program was ended because it no longer answered.
      """, log: "Application", fixes: [CommonFix.updateBoth], seeAlso: ["client.unresponsive"]),
  ]
}
