/// The Windows client's error codes (disconnect reasons of its ActiveX control).
enum DisconnectReasonEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    plain + lookup + network + security + sslErrors + protocolErrors + rare + [gateway]

  static func code(_ number: UInt32) -> String { "mstsc 0x\(number.hexadecimal())" }

  static func row(
    _ number: UInt32, _ name: String, _ meaning: String, confirm: [String], fixes: [Fix],
    seeAlso: [String] = [], names: [String] = []
  ) -> HandbookEntry {
    .numbered(
      .disconnectReason, number, code: code(number), names: [name] + names, title: name,
      meaning, confirm: confirm, fixes: fixes, seeAlso: seeAlso)
  }

  private static let plain: [HandbookEntry] = [
    row(
      0, "NoInfo", "The client gives no reason.",
      confirm: [Check.sessionManager, Check.resetFilter], fixes: [CommonFix.serverLog]),
    row(
      1, "LocalNotError",
      "The client was closed locally: the user closed the window or the program. Not an error.",
      confirm: ["A disconnect ultimatum (9 bytes of plaintext) of the client, then its FIN."],
      fixes: [CommonFix.nothing], seeAlso: ["clean.client_closed"]),
    row(
      2, "RemoteByUser",
      "The session was ended on the server by the user: disconnect or sign out inside the session.",
      confirm: [
        "The server closes after a disconnect ultimatum; Set Error Info 0x0B or 0x0C.",
        Check.sessionManager,
      ],
      fixes: [CommonFix.nothing], seeAlso: ["clean.server_closed", "error info 0x0B"]),
    row(
      3, "ByServer",
      """
      The server ended the session: administrator, limit, policy. The extended error code, if \
      any, says more. On Mac, iOS and Android clients 0x3 means the same (reported, not \
      verified).
      """,
      confirm: [
        """
        The server closes first, after Set Error Info or a disconnect ultimatum with reason 1.
        """, Check.sessionManager,
      ],
      fixes: [
        Fix("Look up the extended error code, and event 40 on the server."),
        CommonFix.sessionLimits,
      ],
      seeAlso: ["server.disconnected", "extended 0x7", "event 40"]),
    row(
      4, "SocketError",
      """
      Shown by Mac, iOS and Android clients: a network-class error without detail (reported, not \
      verified). Often the server reset the connection during or right after TLS.
      """,
      confirm: [Check.resetFilter, "An xrdp server logs SSL_accept: I/O error at that second."],
      fixes: [
        Fix("See in a capture who ended the connection, and at which step."), CommonFix.serverLog,
        CommonFix.clientLink,
      ],
      seeAlso: ["tls.closed_on_client_hello", "server.closed", "mstsc 0x904"]),
  ]

  private static let lookup: [HandbookEntry] = [
    (
      0x104, "DNSLookupFailed",
      " On mobile and Mac clients: name or host not reached (reported, not verified)."
    ),
    (0x208, "HostNotFound", ""), (0x508, "DNSLookupFailed2", ""),
    (0x604, "GetHostByNameFailed", ""),
  ].map { number, name, note in
    row(
      number, name,
      "The server's name could not be resolved, so no connection was tried." + note,
      confirm: [
        "DNS queries for the name without a usable answer, and no SYN.",
        "Resolve-DnsName HOST on the client.",
      ],
      fixes: [
        CommonFix.dns,
        Fix(
          """
          Connect the VPN if the name is only known inside, and check the client's DNS servers.
          """, command: "ipconfig /all"),
      ])
  }

  private static let network: [HandbookEntry] = [
    row(
      0x108, "ConnectionTimedOut",
      """
      No connection in time: nobody answered the SYN, or the TCP connection was made and the \
      server then said nothing.
      """,
      confirm: [
        """
        SYN unanswered: host or firewall. Connection request or ClientHello acknowledged without \
        an answer: the server.
        """, Check.port,
      ],
      fixes: [CommonFix.hostAwake, CommonFix.firewallRule, CommonFix.stuckSessions],
      seeAlso: ["network.syn_unanswered", "server.unresponsive"]),
    row(
      0x204, "SocketConnectFailed",
      """
      The TCP connection to the server could not be made. The code does not say whether it was \
      refused, unanswered or unreachable; the packets do. On Mac, iOS and Android clients 0x204 \
      means the same (reported, not verified).
      """,
      confirm: [
        """
        SYN then RST: port closed. SYN repeated for about 21 s: no answer. ICMP: unreachable.
        """, Check.port,
      ],
      fixes: [
        CommonFix.hostAwake, CommonFix.enableRemoteDesktop, CommonFix.firewallRule,
        CommonFix.pathFirewall,
      ],
      seeAlso: ["network.syn_unanswered", "server.port_closed", "network.unreachable"]),
    row(
      0x304, "WinsockSendFailed",
      """
      The client could not send any more: the connection had been reset, or its data was not \
      acknowledged for too long.
      """,
      confirm: [Check.resetFilter, "Retransmissions at doubling intervals before the end."],
      fixes: [CommonFix.clientLink, CommonFix.findHop, CommonFix.adapterPower],
      seeAlso: ["network.path_outage", "network.loss", "server.reset_mid_session"]),
    row(
      0x308, "InvalidIPAddr", "The address given is not a valid one.",
      confirm: ["The address in the .rdp file or command line."], fixes: [CommonFix.dns]),
    row(
      0x404, "SocketRecvFailed",
      "The client's connection was reset while it waited for data.",
      confirm: [Check.resetFilter, "TTL of the reset against the server's other packets."],
      fixes: [
        Fix(
          """
          See who sent the reset: the server's log if it did, the firewalls on the path if not.
          """),
        CommonFix.captureBothEnds,
      ],
      seeAlso: ["network.reset_injected", "server.terminated", "server.closed"]),
    row(
      0x704, "TimeoutOccurred",
      "The server fell silent after the connection was made.",
      confirm: [
        """
        Client data acknowledged without an answer: the server. Not acknowledged: the path.
        """
      ],
      fixes: [CommonFix.serverLoad, CommonFix.stuckSessions, CommonFix.findHop],
      seeAlso: ["server.unresponsive", "network.path_outage"]),
    row(
      0x804, "InvalidIP", "The server's address was not usable.",
      confirm: ["Resolve-DnsName HOST on the client."], fixes: [CommonFix.dns]),
    row(
      0x904, "SocketClosed (AtClientWinsockFDCLOSE)",
      """
      The client's socket was closed from outside: a FIN or a reset arrived. The code alone says \
      neither who did it nor why; network, TLS, logon and server faults all end like this. Only \
      the packets and the server's log tell.
      """,
      confirm: [
        Check.resetFilter, "How far the connection got: negotiation, TLS, logon, session.",
        Check.clientLog, Check.coreTimeout,
      ],
      fixes: [
        Fix(
          """
          Capture the next failure and let rdpwhy analyse it: the phase and the sender of the \
          close name the cause.
          """, command: "rdpwhy capture.pcapng"),
        CommonFix.serverLog, CommonFix.clientLink, CommonFix.certificateServices,
        CommonFix.stuckSessions,
      ],
      seeAlso: [
        "mstsc 0x904/0x7", "network.loss", "network.path_outage", "tls.closed_on_client_hello",
        "credssp.server_dropped", "server.closed",
      ],
      names: ["AtClientWinsockFDCLOSE", "SocketClosed"]),
  ]

  private static let security: [HandbookEntry] =
    [
      (0x106, "OutOfMemory"), (0x206, "OutOfMemory2"), (0x306, "OutOfMemory3"),
    ].map { number, name in
      row(
        number, name, "The client ran out of memory.",
        confirm: ["Memory use of the client at that time; nothing in the packets."],
        fixes: [
          Fix("Close programs or restart the client; use a smaller screen or fewer monitors.")
        ])
    } + [
      row(
        0x406, "InvalidSecurityData", "Data of RDP's own encryption (no TLS) was not valid.",
        confirm: ["The server selected RDP security (protocol 0)."],
        fixes: [CommonFix.securityLayer, CommonFix.updateBoth], seeAlso: ["protocol.mac_error"]),
      row(
        0x408, "InternalError", "An internal error of the client.",
        confirm: [Check.clientLog, Check.resetFilter], fixes: [CommonFix.updateClient]),
      row(
        0x506, "InvalidEncryption",
        "Client and server do not agree on the encryption method of RDP's own security.",
        confirm: ["The encryption method in the server's security data, if not under TLS."],
        fixes: [CommonFix.securityLayer, CommonFix.updateBoth]),
      row(
        0x606, "InvalidServerSecurityInfo",
        "The security data the server sent in the connection setup could not be used.",
        confirm: ["The server's MCS Connect Response, if not under TLS."],
        fixes: [CommonFix.securityLayer, CommonFix.renewCertificate]),
      row(
        0x608, "TimerError", "The client could not set a timer.",
        confirm: [Check.clientLog], fixes: [CommonFix.updateClient]),
      row(
        0x706, "ServerCertificateUnpackErr",
        """
        The certificate of RDP's own security in the server's connection response could not be \
        read. Reported for old xrdp servers.
        """,
        confirm: [
          """
          The server selected RDP security (protocol 0) and sent an MCS Connect Response before \
          the close.
          """
        ],
        fixes: [CommonFix.securityLayer, CommonFix.updateBoth]),
      row(
        0x808, "LicensingFailed",
        "The licensing exchange failed.",
        confirm: [
          "The connection ends after the logon, in the licensing phase.",
          "RemoteConnectionManager and licensing events on the server.",
        ],
        fixes: [CommonFix.licensing, CommonFix.licenseStore], seeAlso: ["server.disconnected"]),
      row(
        0x906, "InternalSecurityError", "An internal error in the client's security layer.",
        confirm: [Check.schannel, "A TLS alert before the close."],
        fixes: [CommonFix.certificateServices, CommonFix.renewCertificate, CommonFix.updateBoth],
        seeAlso: ["tls.alert", "tls.certificate_rejected"]),
      row(
        0x908, "LicensingTimeout", "The licensing exchange took too long.",
        confirm: ["Silence of the server in the licensing phase."], fixes: [CommonFix.licensing]),
      row(
        0xA06, "InternalSecurityError2", "An internal error in the client's security layer.",
        confirm: [Check.schannel, "A TLS alert before the close."],
        fixes: [CommonFix.certificateServices, CommonFix.renewCertificate, CommonFix.updateBoth],
        seeAlso: ["tls.alert"]),
      row(
        0xB06, "EncryptionError", "The client could not encrypt data to send.",
        confirm: [Check.clientLog], fixes: [CommonFix.updateClient]),
      row(
        0xB08, "Disconnected TLS session of an old server",
        """
        Seen when sessions to Windows Server 2003 over TLS are disconnected (reported, not \
        verified).
        """,
        confirm: [Check.resetFilter], fixes: [CommonFix.updateBoth]),
      row(
        0xB09, "NLA required",
        "The server requires NLA and the client cannot do it (reported, not verified).",
        confirm: [Check.negotiationFilter], fixes: [CommonFix.enableNLA, CommonFix.updateClient],
        seeAlso: ["negotiation.hybrid_required", "negotiation failure 5"]),
      row(
        0xC06, "DecryptionError",
        "The client could not decrypt data: it was damaged on the way, or the keys do not fit.",
        confirm: ["TLS alert 20 (bad_record_mac).", Check.bothEnds],
        fixes: [CommonFix.adapterOffload, CommonFix.interfaceErrors, CommonFix.updateBoth],
        seeAlso: ["tls.bad_record", "protocol.mac_error"]),
    ]

  /// RD Gateway errors of the client begin at 50331648.
  private static let gateway = HandbookEntry(
    explanation: Explanation(
      code: "mstsc 0x300xxxx", family: .disconnectReason, title: "RD Gateway error",
      meaning:
        """
        Codes from 0x3000000 (50331648) on come from the RD Gateway part of the client: the \
        gateway was not reached, did not authorise the user, or could not reach the host. Codes up \
        to 0x3000050 have pages of their own; what the others mean is reported, not verified.
        """,
      confirm: [
        "TCP 443 to the gateway: does the connection open, does TLS complete?",
        "Gateway log TerminalServices-Gateway/Operational: 200, 302, 303, 304.",
      ],
      fixes: [
        Fix(
          "Test the gateway itself: name, certificate and port 443 from this client.",
          command: "Test-NetConnection GATEWAY -Port 443"),
        Fix(
          """
          Check the gateway's connection and resource authorisation policies for this user and \
          host.
          """),
        Fix(
          """
          If only a mobile client fails with 0x300005F, try the host's address instead of its name \
          (one report; not verified).
          """),
      ],
      seeAlso: ["mstsc 0x104"]),
    numbers: 0x300_0000...0x300_FFFF, names: ["RDGateway"])
}
