extension WindowsEventEntries {
  private static let brokerClient =
    "Microsoft-Windows-TerminalServices-SessionBroker-Client/Operational"

  /// Events of the Connection Broker, of licensing and of the session host's other parts.
  static let roles: [HandbookEntry] = [
    row(
      802, "Connection Broker: a request was refused",
      """
      The broker refused a call of a computer that may not use it (the host is not in its group Session Broker Computers), or could not serve a connection request; the text says which.
      """, log: broker, fixes: [RoleFix.brokerComputers, RoleFix.brokerServices],
      seeAlso: ["subject broker", "event 902"]),
    row(
      901, "Connection Broker: the service did not start, database",
      """
      The broker could not initialise its database (Windows Internal Database, or SQL Server with high availability), so it serves no connections.
      """, log: broker, fixes: [RoleFix.brokerServices], seeAlso: ["subject broker"]),
    row(
      902, "Connection Broker: the group Session Broker Computers is empty",
      """
      No session host may use the broker: its local group Session Broker Computers holds no computer.
      """, log: broker, fixes: [RoleFix.brokerComputers], seeAlso: ["subject broker", "event 802"]),
    row(
      1280, "Session host: could not join the Connection Broker",
      """
      The session host did not reach its broker or was refused; the HRESULT says why: 0x800706BA the broker's RPC is not reachable (off, firewall, name), 0x80070005 the host may not (group Session Broker Computers).
      """, log: brokerClient, fixes: [RoleFix.brokerServices, RoleFix.brokerComputers],
      seeAlso: ["subject broker", "Win32 1722"]),
    row(
      1296, "Session host: no redirection from the Connection Broker",
      """
      The session host asked the broker where the user's session is and got no answer: the broker is not ready, not reached, or knows no collection for this host.
      """, log: brokerClient, fixes: [RoleFix.brokerServices, RoleFix.brokerComputers],
      seeAlso: ["subject broker", "clean.redirected"]),
    row(
      1301, "Session host: redirection asked for or received",
      """
      The client was or is to be sent to another session host by the broker. Information only.
      """, log: brokerClient, fixes: [], seeAlso: ["clean.redirected", "subject broker"]),
    row(
      1306, "Session host: the user could not be redirected",
      """
      The broker's redirection of the user failed; the error stands in the event. "NULL" is often harmless: there was nothing to redirect.
      """, log: brokerClient, fixes: [RoleFix.brokerServices],
      seeAlso: ["subject broker", "clean.redirected"]),
    row(
      4609, "RD Virtualization Host agent; also COM+ Event System",
      """
      From the agent of a virtualization host: it could not prepare or hand over a virtual desktop. From COM+ Event System it has nothing to do with Remote Desktop.
      """, log: "Application", fixes: [RoleFix.brokerServices], seeAlso: ["subject broker"]),
    row(
      1012, "TermService: too many failed logons in one session",
      """
      The session was ended because the user or a guesser failed to log on too often.
      """, log: "System", fixes: [CommonFix.retypeCredentials, RoleFix.exposure],
      seeAlso: ["event 1006", "event 4625", "credssp.logon_failure"]),
    row(
      1041, "TermService: automatic reconnection refused",
      """
      The client offered the secret of its last session (the auto-reconnect cookie) and it was not accepted: the session had ended, or the cookie was old. It says nothing about the password; a full logon follows.
      """, log: "System", fixes: [], seeAlso: ["rdp.reconnect_refused", "subject auto-reconnect"]),
    row(
      1050, "TermService: the listener's security settings contradict each other",
      """
      Security layer and encryption level of the listener do not fit together (for example TLS with a level that needs RDP's own encryption).
      """, log: "System", fixes: [CommonFix.securityLayer], seeAlso: ["subject security layer"]),
    row(
      1064, "TermService: no certificate from the template",
      """
      The session host could not get the certificate of the template that a policy names; it stays with its self-signed one.
      """, log: "System", fixes: [CommonFix.renewCertificate, CommonFix.certificateServices],
      seeAlso: ["subject certificate", "event 1057"]),
    row(
      1068, "TermService: licensing mode not set",
      """
      The licensing mode is not set, and the days of grace run; after them users are refused.
      """, log: "System", fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      1069, "TermService: grace period over, licensing mode not set",
      """
      The licensing grace period is over and no licensing mode is set: users are refused.
      """, log: "System", fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      1128, "TermService: grace period over, no licence server",
      """
      The licensing grace period is over and no licence server with licences was found: users are refused.
      """, log: "System", fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      1130, "TermService: no licence server named",
      """
      No licence server is set on the session host; after the grace period users are refused.
      """, log: "System", fixes: [CommonFix.licensing], seeAlso: ["subject licensing"]),
    row(
      20498, "RemoteConnectionManager: the client took too long",
      """
      The connection was not completed in time: a slow path or server, a logon prompt left standing, or a probe.
      """, log: connections, fixes: [CommonFix.serverLoad, CommonFix.stuckSessions],
      seeAlso: ["server.unresponsive", "credssp.stalled", "clean.probe"]),
    row(
      4005, "Winlogon: the logon process ended unexpectedly",
      """
      The logon process of a session crashed: the user sees a black or closing window. A session host short of memory or desktop heap, a credential provider or a security program are usual reasons.
      """, log: "Application",
      fixes: [CommonFix.stuckSessions, CommonFix.serverLoad, CommonFix.updateBoth],
      seeAlso: ["subject black screen", "server.terminated"]),
    row(
      5719, "Netlogon: no secure session with a domain controller",
      """
      The host reached no domain controller of the domain; domain logons fail until it does. Right after the start of a host it is often only early.
      """, log: "System", fixes: [CommonFix.domainController],
      seeAlso: ["NTSTATUS 0xC000005E", "credssp.server_dropped"]),
  ]

  /// Gateway, network policies, profiles.
  static let rolesMore: [HandbookEntry] = [
    row(
      203, "RD Gateway: no more connections allowed",
      """
      The gateway has as many connections as its administrator allows (or as its edition can) and takes no more. The session host's own limits have nothing to do with it.
      """, log: gateway,
      fixes: [
        Fix(
          "In RD Gateway Manager, properties of the server, raise or lift the maximum of simultaneous connections; look for connections that nobody uses."
        )
      ], seeAlso: ["subject gateway", "mstsc 0x3000022"]),
    row(
      309, "RD Gateway: disconnected at reauthorisation",
      """
      At the end of the session time-out of its policy the gateway checked the user anew, and this failed; it ended the connection.
      """, log: gateway,
      fixes: [
        Fix(
          "Look at the time-out of the connection policy (silently reauthenticate) and whether the user still meets both policies."
        )
      ], seeAlso: ["subject gateway", "mstsc 0x3000039"]),
    row(
      312, "RD Gateway: outgoing half of a connection begun",
      """
      A client began the first of the two HTTP connections, not authenticated yet. Without 313 and 200 after it the client or a device between gave up. Alone information only.
      """, log: gateway, fixes: [], seeAlso: ["event 313", "subject gateway"]),
    row(
      313, "RD Gateway: incoming half of a connection begun",
      """
      The second of the two HTTP connections of a client. Information only.
      """, log: gateway, fixes: [], seeAlso: ["event 312", "subject gateway"]),
    row(
      6272, "NPS: access granted",
      """
      The network policy server let the user in; for a gateway its connection policy was met.
      """, log: "Security", fixes: [], seeAlso: ["subject NPS", "event 200"]),
    row(
      6273, "NPS: access refused",
      """
      The network policy server refused the user; the reason code says why (list on the page of NPS). At the gateway this is event 201, at the client 0x300001C.
      """, log: "Security", fixes: [RoleFix.networkPolicy], seeAlso: ["subject NPS", "event 201"]),
    row(
      6274, "NPS: request discarded",
      """
      The network policy server threw the request away: an extension (multifactor) failed, the request was damaged, or a Message-Authenticator is demanded and missing. The gateway waits in vain.
      """, log: "Security", fixes: [RoleFix.networkPolicy], seeAlso: ["subject NPS"]),
    profile(1500, "the profile could not be loaded; no logon"),
    profile(1502, "the stored profile could not be loaded"),
    profile(1505, "logged on with the default or a temporary profile"),
    profile(1508, "the profile's registry could not be loaded"),
    profile(1509, "a file could not be copied into the profile"),
    profile(1511, "temporary profile; changes are lost at the end"),
    profile(1515, "the damaged profile was set aside"),
    row(
      1530, "User Profiles: the registry was still in use at sign-out",
      """
      A program held the user's registry open; Windows closed it. A warning that is mostly harmless.
      """, log: "Application", fixes: [], seeAlso: ["subject profile"]),
  ]

  private static func profile(_ number: UInt32, _ what: String) -> HandbookEntry {
    row(
      number, "User Profiles: \(what)",
      """
      The logon itself was right; the user's profile is at fault, not the connection: \(what).
      """, log: "Application", fixes: [RoleFix.profileFolder, RoleFix.profileList],
      seeAlso: ["subject profile"])
  }
}
