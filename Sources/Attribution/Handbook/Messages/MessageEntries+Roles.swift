extension MessageEntries {
  /// Pages of tools and roles.
  static let roles: [HandbookEntry] = [
    row(
      "port test", "a test of the port failed: TCP 3389 is not reached",
      """
      Test-NetConnection, telnet, portqry and the like make one TCP connection. False or failed: nothing answered or the port is closed. A ping that succeeds beside it shows that the host is up, so either Remote Desktop does not listen or a firewall drops the port. Refused at once speaks for not listening, a wait of 20 s for a firewall.
      """,
      fixes: [
        CommonFix.enableRemoteDesktop, CommonFix.firewallRule, CommonFix.pathFirewall,
        CommonFix.portOwner,
      ],
      seeAlso: ["mstsc 0x204", "server.port_closed", "network.syn_unanswered", "subject firewall"]),
    row(
      "gateway service down", "the RD Gateway service does not run",
      """
      The service TSGateway did not start or crashed; nobody gets through the gateway. It needs IIS, RPC over HTTP, the network policy server on the host, and a certificate.
      """,
      fixes: [
        Fix("Start what it needs, then the service.", command: "Get-Service TSGateway, W3SVC, IAS"),
        CommonFix.updateBoth,
      ],
      seeAlso: ["subject gateway", "subject NPS", "subject updates"]),
    row(
      "credentials twice", "the user must enter name and password twice",
      """
      The client asks, then the server's own window asks again: NLA is off or not used, a policy always prompts, saved credentials may not be delegated, a broker or gateway asks for its own, or the host was locked by another.
      """,
      fixes: [CommonFix.enableNLA, CommonFix.delegationPolicy],
      seeAlso: ["subject saved credentials", "subject NLA", "mstsc 0xD09"]),
    row(
      "port listening", "a list of ports: something listens on 3389",
      """
      The host listens on the port: Remote Desktop, or another program that took it (the process number tells). If clients do not reach it, a firewall on the host or the path is between, or they use another address or port; 127.0.0.1 alone serves nobody outside.
      """,
      fixes: [CommonFix.portOwner, CommonFix.firewallRule, CommonFix.pathFirewall],
      seeAlso: ["network.syn_unanswered", "subject firewall"]),
    row(
      "slow logon", "the logon waits for a part of Windows",
      """
      Group policy, the profile service or another part that the logon waits for takes long: domain controller, shares, printers or scripts not reached, a slow disk, an overloaded host. The connection stands; a client may give up meanwhile.
      """,
      fixes: [CommonFix.domainController, CommonFix.serverLoad, CommonFix.stuckSessions],
      seeAlso: ["subject profile", "subject stuck connecting", "server.unresponsive"]),
    row(
      "RemoteApp program", "the RemoteApp program is not published or not found",
      """
      The host does not know the program that the .rdp file names: it is not in the collection's list, was renamed or moved, or the broker sent the user to a host without it. The connection itself works.
      """,
      fixes: [
        Fix("Publish the program on every host of the collection, then load the .rdp file anew.")
      ],
      seeAlso: ["subject broker", "subject deployment", "mstsc 0x2000002"]),
    row(
      "workspace", "no workspace, feed or resources",
      """
      The client found no list of desktops and programs for the account: wrong account or address, nothing assigned to it, the address record for e-mail discovery missing, or the feed (RD Web, Azure) not reached. No session was tried.
      """,
      fixes: [
        Fix(
          "Sign in to the web portal with the same account: what is missing there is not assigned."),
        Fix("Subscribe by the feed's address instead of the e-mail address."),
      ],
      seeAlso: ["AVD ConnectionFailedUserNotAuthorized", "subject Entra", "subject deployment"]),
    row(
      "smart card certificate", "no usable certificate on the smart card",
      """
      The card or its reader gave no certificate for the logon: card not seated, driver or redirection missing, certificate expired, without Smart Card Logon usage, or its issuer not known to the domain controller.
      """,
      fixes: [CommonFix.smartCard],
      seeAlso: ["mstsc 0x10A", "mstsc 0x30A", "mstsc 0x1C07"]),
    row(
      "rdp file", "warning about an .rdp file or its publisher",
      """
      The client warns since the file is not signed, or signed by somebody unknown to it; newer updates of Windows warn at every unsigned file. It is no failure of the connection. Files that came by mail may be phishing: they redirect drives and clipboard to a stranger.
      """,
      fixes: [
        Fix(
          "Sign the file with a certificate that the clients trust, and name its thumbprint in the policy of trusted .rdp publishers.",
          command: "rdpsign /sha256 THUMBPRINT FILE.rdp"),
        Fix("Or type the server's name into the client instead of opening the file."),
      ],
      seeAlso: ["subject certificate"]),
  ]
}
