/// Windows events that tell most about an RDP connection, by event id.
enum WindowsEventEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    remoteDesktop + system + security + clientMore + coreMore + sessionsMore + connectionsMore
    + rare
    + systemMore + securityMore + gatewayEvents + roles + rolesMore + host + listener

  static func row(
    _ number: UInt32, _ source: String, _ meaning: String, log: String, fixes: [Fix] = [],
    seeAlso: [String]
  ) -> HandbookEntry {
    .numbered(
      .windowsEvent, number, code: "event \(number)", names: [], title: source, meaning,
      confirm: [
        """
        Get-WinEvent -FilterHashtable @{LogName='\(log)';Id=\(number)} -MaxEvents 10 | Format-List
        """
      ],
      fixes: fixes, seeAlso: seeAlso)
  }

  static let client = "Microsoft-Windows-TerminalServices-RDPClient/Operational"
  static let core = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational"
  static let sessions = "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
  static let gateway = "Microsoft-Windows-TerminalServices-Gateway/Operational"
  static let connections =
    "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational"

  private static let remoteDesktop: [HandbookEntry] = [
    row(
      1024, "RDP client: connecting", "The client begins to connect; Value holds the server.",
      log: client, seeAlso: ["event 1026"]),
    row(
      1026, "RDP client: disconnected",
      "The client was disconnected; Value holds the mstsc error code in decimal.", log: client,
      seeAlso: ["mstsc 0x904"]),
    row(
      226, "RDP client and RdpCoreTS: state error",
      """
      A state machine failed; the names of the states and the error code tell where. On the server \
      0x80070040 means that the peer closed, 0x80070079 that no acknowledgement came; on the \
      client TcpEventConnectionTimeout means that no TCP connection was made.
      """, log: core, seeAlso: ["network.loss", "server.closed"]),
    row(
      131, "RdpCoreTS: connection accepted",
      """
      The server accepted a connection; ClientIP holds address and port, which join it with a \
      capture.
      """, log: core, seeAlso: ["tcp.syn_unanswered"]),
    row(
      103, "RdpCoreTS: disconnect reason",
      """
      The reason as a number: 1 to 12 as Set Error Info. 14 was seen whenever the peer closed or \
      timed out, also after mstsc's first probing connection; it is not documented.
      """, log: core, seeAlso: ["clean.probe", "error info 0x05"]),
    row(
      139, "RdpCoreTS: security layer failed",
      "TLS or CredSSP failed on the server; ResultCode holds the error (SEC_E).", log: core,
      seeAlso: ["credssp.server_dropped", "SEC_E 0x80090304"]),
    row(
      140, "RdpCoreTS: wrong user name or password",
      """
      The logon failed. Reported to be written only if the user does not exist (not verified); for \
      existing users see Security 4625.
      """, log: core, fixes: [CommonFix.retypeCredentials],
      seeAlso: ["credssp.logon_failure", "event 4625"]),
    row(
      142, "RdpCoreTS: socket read failed",
      """
      Reading failed: error 64 means that the peer closed or reset, 121 that it fell silent.
      """, log: core, seeAlso: ["event 143"]),
    row(
      143, "RdpCoreTS: socket write failed",
      """
      Sending failed: error 121 means that no acknowledgement came (network), 64 that the peer \
      closed or reset.
      """, log: core, seeAlso: ["network.loss", "network.path_outage"]),
    row(
      97, "RdpCoreTS: error in the protocol stream",
      "A component could not read what the client sent.", log: core, seeAlso: ["protocol.malformed"]
    ),
    row(
      24, "LocalSessionManager: session disconnected",
      "A session was disconnected; event 40 beside it holds the reason.", log: sessions,
      seeAlso: ["event 40"]),
    row(
      25, "LocalSessionManager: session reconnected",
      "A session was reconnected; Address tells from where.", log: sessions,
      seeAlso: ["error info 0x05"]),
    row(
      39, "LocalSessionManager: disconnected by a session",
      "A session disconnected another, or itself if both numbers are equal.", log: sessions,
      seeAlso: ["server.disconnected"]),
    row(
      40, "LocalSessionManager: reason of a disconnection",
      """
      Reason is the extended error code: 0 no information (window closed or network lost), 3 idle \
      limit, 4 time limit, 5 other connection, 11 the user, 12 sign-out. A very large number \
      (3489660929 = 0xD0000001) says only that the server's own side of the connection failed: \
      the gateway or a driver; look at other users at that second and at recent updates.
      """, log: sessions, seeAlso: ["extended 0x0", "extended 0x5", "server.disconnected"]),
    row(
      1149, "RemoteConnectionManager: authentication passed",
      "The network logon passed; it is no proof of a session.", log: connections,
      seeAlso: ["credssp.client_left_after_credentials"]),
    row(
      261, "RemoteConnectionManager: listener received a connection",
      "A TCP connection reached the listener.", log: connections, seeAlso: ["tcp.syn_unanswered"]),
  ]

  private static let system: [HandbookEntry] = [
    row(
      50, "TermDD: error in the protocol stream",
      "The server could not read or decrypt the client's data and disconnected it.", log: "System",
      fixes: [CommonFix.updateBoth], seeAlso: ["protocol.malformed", "protocol.mac_error"]),
    row(
      56, "TermDD: error in the security layer",
      """
      TLS or CredSSP failed, or the network broke; the event's binary data holds an NTSTATUS (its \
      place, offset 0x28, is reported, not verified).
      """, log: "System", seeAlso: ["NTSTATUS 0xC00000B5", "credssp.server_dropped"]),
    row(
      36870, "Schannel: private key not accessible",
      "The server cannot read the private key of its certificate.", log: "System",
      fixes: [CommonFix.privateKey, CommonFix.renewCertificate],
      seeAlso: ["tls.closed_on_client_hello", "negotiation.ssl_cert_not_on_server"]),
    row(
      36871, "Schannel: no credential",
      """
      TLS could not be set up; error state 10013 means that no protocol or cipher is enabled.
      """, log: "System", fixes: [CommonFix.enableTLS12, CommonFix.cipherSuites],
      seeAlso: ["tls.version_mismatch"]),
    row(
      36874, "Schannel: no common cipher suite",
      "Client and server have no cipher suite in common.", log: "System",
      fixes: [CommonFix.cipherSuites], seeAlso: ["tls.cipher_mismatch"]),
    row(
      36887, "Schannel: alert received", "The peer sent a TLS alert; the number is in the event.",
      log: "System", seeAlso: ["tls.alert"]),
    row(
      36888, "Schannel: alert generated",
      """
      This host sent a TLS alert; the number is in the event. Error state 1203 means bytes that \
      are not TLS, 1205 no common cipher (reported, not verified).
      """, log: "System", seeAlso: ["tls.alert", "undetermined.not_rdp"]),
    row(
      6041, "LsaSrv: Encryption Oracle Remediation",
      """
      CredSSP found no version that policy permits; the event names the server and the version it \
      offered.
      """, log: "System", fixes: [CommonFix.patchCredSSP, CommonFix.oraclePolicy],
      seeAlso: ["credssp.encryption_oracle"]),
    row(
      42, "Kernel-Power: going to sleep; LocalSessionManager: end of arbitration",
      "Of Kernel-Power: the host is entering sleep. Of LocalSessionManager: it decided between two sessions of one user, as at the desk and remote; one of them is disconnected then.",
      log: "System, or \(sessions)",
      fixes: [CommonFix.hostAwake],
      seeAlso: ["network.syn_unanswered", "subject session limits", "extended 0x5"]),
  ]

  private static let security: [HandbookEntry] = [
    row(
      4624, "Security: logon succeeded",
      "Logon type 3 is the NLA stage, 10 the session, 7 a reconnection.", log: "Security",
      seeAlso: ["credssp.client_left_after_credentials"]),
    row(
      4625, "Security: logon failed",
      "Status and Sub Status say why, as NTSTATUS; logon type 3 is the NLA stage.", log: "Security",
      fixes: [Fix("Look up the sub status.", command: "rdpwhy explain NUMBER")],
      seeAlso: ["credssp.logon_failure", "NTSTATUS 0xC000006A"]),
    row(
      4740, "Security: account locked",
      "An account was locked; the event names the computer the attempts came from.",
      log: "Security", fixes: [CommonFix.unlock], seeAlso: ["NTSTATUS 0xC0000234"]),
    row(
      4779, "Security: session disconnected",
      """
      A session was disconnected from its desktop; ClientAddress tells from where it was used.
      """, log: "Security", seeAlso: ["event 40"]),
    row(
      4825, "Security: denied access to Remote Desktop",
      "The user authenticated but is not allowed to log on through Remote Desktop.",
      log: "Security", fixes: [CommonFix.remoteDesktopUsers], seeAlso: ["credssp.access_denied"]),
    row(
      5152, "Security: packet dropped by the firewall",
      "The Windows firewall dropped a packet; auditing must be on.", log: "Security",
      fixes: [CommonFix.firewallRule], seeAlso: ["network.syn_unanswered"]),
    row(
      5157, "Security: connection blocked by the firewall",
      "The Windows firewall blocked a connection; auditing must be on.", log: "Security",
      fixes: [CommonFix.firewallRule], seeAlso: ["network.syn_unanswered"]),
  ]
}
