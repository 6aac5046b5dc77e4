/// What error numbers of several systems mean alike.
struct SystemErrorMeaning: Sendable {
  let title: String
  let text: String
  let confirm: [String]
  let fixes: [Explanation.Fix]
  let seeAlso: [String]
}

extension SystemErrorMeaning {
  static let reset = SystemErrorMeaning(
    title: "the peer reset the connection",
    text: """
      The other end, or a device in its name, answered with a TCP reset: the program there ended, does not know the connection any more, or a firewall cut it. The number alone does not say which.
      """,
    confirm: [Check.resetFilter, Check.bothEnds],
    fixes: [CommonFix.serverLog, CommonFix.captureBothEnds, CommonFix.idleTimer],
    seeAlso: ["server.terminated", "network.reset_injected", "network.idle_timeout"])

  static let timeout = SystemErrorMeaning(
    title: "no answer in time",
    text: """
      Nothing came back in the time allowed: for a new connection nothing answers, in a running session the path or the host fell silent. This speaks for the network or a sleeping host, not for the logon.
      """,
    confirm: [Check.port, Check.coreTimeout, Check.bothEnds],
    fixes: [CommonFix.clientLink, CommonFix.hostAwake, CommonFix.pathFirewall],
    seeAlso: ["network.path_outage", "network.syn_unanswered", "network.loss"])

  static let refused = SystemErrorMeaning(
    title: "the host refuses connections to this port",
    text: """
      The host is reachable and nothing listens on the port, or a firewall rejects with a reset.
      """,
    confirm: [Check.listener, Check.port],
    fixes: [CommonFix.enableRemoteDesktop, CommonFix.portOwner],
    seeAlso: ["server.port_closed", "tcp.syn_refused"])

  static let aborted = SystemErrorMeaning(
    title: "this host gave the connection up",
    text: """
      The own system ended the connection: its repeats stayed unanswered, the adapter or address changed, or local software (VPN, security program) closed it.
      """,
    confirm: [Check.resetFilter, Check.bothEnds],
    fixes: [CommonFix.clientLink, CommonFix.adapterPower, CommonFix.clientSecuritySoftware],
    seeAlso: ["network.path_outage", "client.terminated"])

  static let hostUnreachable = SystemErrorMeaning(
    title: "no way to the host",
    text: """
      A router or the own system reports that the host cannot be reached: wrong route, VPN down, host off.
      """,
    confirm: [Check.port], fixes: [CommonFix.hostAwake, CommonFix.dns, CommonFix.pathFirewall],
    seeAlso: ["network.unreachable", "tcp.icmp_unreachable"])

  static let networkUnreachable = SystemErrorMeaning(
    title: "no way to the network",
    text: """
      There is no route to the server's network: the own link or VPN is down, or the route is missing.
      """,
    confirm: [Check.port], fixes: [CommonFix.clientLink], seeAlso: ["network.unreachable"])

  static let portUnreachable = SystemErrorMeaning(
    title: "the port cannot be reached",
    text: """
      The host answered that the port is not served, or a firewall says so.
      """,
    confirm: [Check.listener], fixes: [CommonFix.enableRemoteDesktop],
    seeAlso: ["server.port_closed", "network.unreachable"])

  static let networkReset = SystemErrorMeaning(
    title: "keep-alive found the connection dead",
    text: """
      Keep-alive packets got no answer, so the system gave the connection up: the path failed or a device on it forgot the connection.
      """,
    confirm: [Check.bothEnds, Check.coreTimeout],
    fixes: [CommonFix.keepAlive, CommonFix.idleTimer],
    seeAlso: ["network.path_outage", "network.idle_timeout"])

  static let notConnected = SystemErrorMeaning(
    title: "the connection was closed already",
    text: """
      A program used a connection that was already closed. It follows from the end and does not explain it; look at the lines before.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.serverLog], seeAlso: ["server.closed"])

  static let closed = SystemErrorMeaning(
    title: "the other end had closed",
    text: """
      The program wrote to or read from a connection that the peer had closed. It follows from the end and does not explain it: the first FIN or RST does.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.serverLog],
    seeAlso: ["server.closed", "server.terminated", "clean.client_closed"])

  static let eof = SystemErrorMeaning(
    title: "the peer closed in order",
    text: """
      System error 0 in a FreeRDP log means that the peer ended the stream (FIN) and no error occurred. Why it did so stands in the peer's log.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.serverLog],
    seeAlso: ["server.closed", "server.terminated", "ERRCONNECT_CONNECT_TRANSPORT_FAILED"])

  static let io = SystemErrorMeaning(
    title: "input or output failed",
    text: """
      A read or write failed below the program; on a socket it follows from the end of the connection.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.serverLog], seeAlso: ["server.closed"])

  static let again = SystemErrorMeaning(
    title: "not ready yet",
    text: """
      Not a failure: nothing was ready, and the program tries again. Alone it explains nothing.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.serverLog], seeAlso: ["server.unresponsive"])

  static let tooBig = SystemErrorMeaning(
    title: "the packet is larger than the path allows",
    text: """
      A datagram did not fit the path's MTU.
      """,
    confirm: [Check.bothEnds], fixes: [CommonFix.findMTU, CommonFix.clampMSS],
    seeAlso: ["network.pmtu_blackhole"])

  static let forbidden = SystemErrorMeaning(
    title: "a rule forbids the connection",
    text: """
      A local firewall, security program or policy forbids the socket, or another program holds the port exclusively.
      """,
    confirm: [Check.port], fixes: [CommonFix.firewallRule, CommonFix.portOwner],
    seeAlso: ["network.unreachable"])

  static let inUse = SystemErrorMeaning(
    title: "the port is taken",
    text: """
      Another program listens on the port already, or the system has run out of ports.
      """,
    confirm: [Check.listener], fixes: [CommonFix.portOwner], seeAlso: ["server.port_closed"])

  static let badAddress = SystemErrorMeaning(
    title: "the address is not this host's",
    text: """
      The address does not exist on this host, or is no address to connect to.
      """,
    confirm: [Check.port], fixes: [CommonFix.dns], seeAlso: ["network.unreachable"])

  static let resources = SystemErrorMeaning(
    title: "not enough memory or buffers",
    text: """
      The host lacked memory or buffers for the connection.
      """,
    confirm: [Check.otherSessions], fixes: [CommonFix.serverLoad, CommonFix.restartService],
    seeAlso: ["server.unresponsive"])

  static let nameUnknown = SystemErrorMeaning(
    title: "the name was not found",
    text: """
      The server's name could not be resolved: misspelt, wrong suffix, DNS server not reached (VPN down).
      """,
    confirm: ["Resolve-DnsName HOST"], fixes: [CommonFix.dns], seeAlso: ["mstsc 0x104"])

  static let notFoundPath = SystemErrorMeaning(
    title: "the host's name or share was not found",
    text: """
      The host was not found in the network: name, VPN or firewall.
      """,
    confirm: [Check.port], fixes: [CommonFix.dns, CommonFix.pathFirewall],
    seeAlso: ["network.unreachable"])

  static let denied = SystemErrorMeaning(
    title: "access is denied",
    text: """
      The account was recognised and lacks a right, or a file or key may not be read by the service. For a logon it is the right to use Remote Desktop.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.remoteDesktopUsers],
    seeAlso: ["credssp.access_denied", "NTSTATUS 0xC0000022"])

  static let rpc = SystemErrorMeaning(
    title: "the remote procedure call service was not reached",
    text: """
      A management call to the server (TermService, licensing, broker, domain controller) failed: service stopped, or TCP 135 and the dynamic ports are filtered. It says nothing of port 3389.
      """,
    confirm: [Check.listener], fixes: [CommonFix.restartService, CommonFix.pathFirewall],
    seeAlso: ["server.unresponsive"])

  static let state = SystemErrorMeaning(
    title: "not possible in this state",
    text: """
      A step came when the connection was no longer in the state for it; with RDP_SEC it means that the security layer failed in mid-session. Look at the events just before.
      """,
    confirm: [Check.corePeerClosed], fixes: [CommonFix.serverLog],
    seeAlso: ["event 226", "server.closed"])

  static let notFoundElement = SystemErrorMeaning(
    title: "element not found",
    text: """
      What was asked for does not exist; alone it explains nothing.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.serverLog], seeAlso: [])

  static let parameter = SystemErrorMeaning(
    title: "wrong parameter",
    text: """
      A call got a value it cannot use; alone it explains nothing of a session.
      """,
    confirm: [Check.resetFilter], fixes: [CommonFix.updateClient], seeAlso: [])

  static let unsupported = SystemErrorMeaning(
    title: "not supported",
    text: """
      The request is not supported; in a logon often an authentication package that is switched off (NTLM blocked).
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.kerberosAllow],
    seeAlso: ["credssp.client_withdrew"])

  static let cancelled = SystemErrorMeaning(
    title: "cancelled by the user",
    text: """
      The user cancelled the dialog.
      """,
    confirm: [Check.clientLog], fixes: [CommonFix.nothing], seeAlso: ["credssp.client_withdrew"])

  static let password = SystemErrorMeaning(
    title: "wrong user name or password",
    text: """
      The logon was refused: wrong user name or password, or the wrong authority before the name. Further tries can lock the account.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.retypeCredentials, CommonFix.accountState],
    seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC000006D"])

  static let noUser = SystemErrorMeaning(
    title: "no such user",
    text: """
      The account does not exist where it was looked for; often the domain before the name is missing.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.retypeCredentials],
    seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC0000064"])

  static let restricted = SystemErrorMeaning(
    title: "the account may not log on now",
    text: """
      The account exists and is disabled, expired, or limited to other hours or computers.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.accountState],
    seeAlso: ["credssp.account_restricted"])

  static let expiredPassword = SystemErrorMeaning(
    title: "the password must be changed",
    text: """
      The password has expired or must be changed before the first logon; NLA cannot do it.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.changePassword],
    seeAlso: ["credssp.password_expired"])

  static let locked = SystemErrorMeaning(
    title: "the account is locked",
    text: """
      Too many wrong passwords locked the account. Do not try again before it is unlocked: each try can prolong the lock.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.unlock],
    seeAlso: ["credssp.account_restricted", "NTSTATUS 0xC0000234"])

  static let logonType = SystemErrorMeaning(
    title: "the user lacks the right to log on this way",
    text: """
      The credentials are right; the right to log on through Remote Desktop Services (or over the network, for NLA) is missing or denied on this host.
      """,
    confirm: [Check.failedLogon], fixes: [CommonFix.remoteDesktopUsers],
    seeAlso: ["credssp.access_denied"])

  static let authority = SystemErrorMeaning(
    title: "no domain controller could check the logon",
    text: """
      The server, or the client, found no domain controller that could check the account: VPN, DNS, broken trust.
      """,
    confirm: ["nltest /dsgetdc:DOMAIN"], fixes: [CommonFix.domainController],
    seeAlso: ["credssp.server_dropped", "NTSTATUS 0xC000005E"])

  static let clock = SystemErrorMeaning(
    title: "the clocks differ too much",
    text: """
      Kerberos allows five minutes between the clocks.
      """,
    confirm: [Check.clock], fixes: [CommonFix.fixClock], seeAlso: ["Kerberos 37"])

  static let targetName = SystemErrorMeaning(
    title: "the server is not the account the ticket was made for",
    text: """
      The name TERMSRV/HOST is missing, double or on another account, or the name leads to another host than the one that is meant.
      """,
    confirm: ["setspn -Q TERMSRV/HOST"], fixes: [CommonFix.kerberosName, CommonFix.dns],
    seeAlso: ["SEC_E 0x80090322", "subject Kerberos"])

  static let logonSession = SystemErrorMeaning(
    title: "there is no such logon session",
    text: """
      The logon that the request speaks of is over, or credentials may not be kept: Credential Guard or policy keeps them from being saved or passed on. While a certificate is bound, the private key is missing.
      """,
    confirm: [Check.clientLog],
    fixes: [CommonFix.retypeCredentials, CommonFix.delegationPolicy, CommonFix.privateKey],
    seeAlso: ["subject saved credentials", "subject certificate"])

  static let unspecified = SystemErrorMeaning(
    title: "a failure without a reason",
    text: """
      Says only that something failed or was given up. In event 226 the names of the states tell \
      where: TcpStateConnectingTransport means that no TCP connection was made, \
      TsSslStateHandshakeInProgress that TLS failed; TsSslEventInvalidState is noise of an ordinary \
      close.
      """,
    confirm: [Check.clientLog, Check.resetFilter], fixes: [CommonFix.captureBothEnds],
    seeAlso: ["event 226"])
}
