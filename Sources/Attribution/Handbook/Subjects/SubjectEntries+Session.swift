extension SubjectEntries {
  /// What users see of a session.
  static let session: [HandbookEntry] = [
    row(
      "stuck sessions", "stuck sessions: qwinsta and rwinsta",
      names: [
        "stuck session", "stuck sessions", "qwinsta", "rwinsta", "query session", "reset session",
        "query user", "quser", "logoff", "hung session", "session hangs", "disconnected session",
        "zombie session",
      ],
      """
      A session on the server does not finish its logon or logoff. The next connection of that user gets through the logon and then ends, or stays black.
      """,
      confirm: [
        """
        qwinsta /server:HOST lists the sessions with their state; a session long in Conn, Down or Init hangs.
        """,
        """
        LocalSessionManager events 36, 37, 43 and 44.
        """,
      ],
      fixes: [
        CommonFix.stuckSessions,
        CommonFix.restartService,
        CommonFix.serverLoad,
      ], seeAlso: ["server.unresponsive", "server.disconnected", "event 40"]),
    row(
      "licensing", "licensing of the session host",
      names: [
        "licensing", "license", "licence", "CAL", "RDS CAL", "RD Licensing",
        "licensing grace period", "MSLicensing", "no licenses available", "Lizenz",
        "licence bureau à distance", "licencia",
      ],
      """
      A session host hands out licences. Without a licence server after the grace period of 120 days, or with a damaged client licence, connections are refused.
      """,
      confirm: [
        """
        lsdiag.msc on the server (RD Licensing Diagnoser).
        """,
        """
        rdpwhy on a capture: rdp.licensing_error, server.disconnected.
        """,
      ],
      fixes: [
        CommonFix.licensing,
        CommonFix.licenseStore,
      ], seeAlso: ["rdp.licensing_error", "mstsc 0x808", "extended 0x101"]),
    row(
      "black screen", "black screen after the logon",
      names: [
        "black screen", "blank screen", "black screen after login", "schwarzer Bildschirm",
        "écran noir", "pantalla negra", "黒い画面", "white screen", "blue screen only",
      ],
      """
      The logon went through and no picture comes: the shell hangs, the session is stuck, the graphics driver fails, or large packets vanish on the path (MTU).
      """,
      confirm: [
        """
        rdpwhy on a capture: phase active with data means the server draws; network.pmtu_blackhole means the picture is lost on the way.
        """,
        """
        Ctrl+Alt+End in the session: if the menu comes, only the shell hangs.
        """,
        """
        qwinsta /server:HOST: state of the session.
        """,
      ],
      fixes: [
        Fix(
          """
          Press Ctrl+Alt+End, open Task Manager and start explorer.exe.
          """),
        CommonFix.stuckSessions,
        CommonFix.findMTU,
        CommonFix.graphics,
        CommonFix.disableUDP,
      ], seeAlso: ["subject stuck sessions", "subject MTU", "mstsc 0x112F"]),
    row(
      "freezes", "the picture freezes, then goes on",
      names: [
        "freeze", "freezes", "frozen", "hangs", "RDP freezes", "stutter", "lag", "session freezes",
        "screen freezes", "hängt", "eingefroren", "se congela", "lent",
      ],
      """
      The session stands still for seconds and goes on, or reconnects. Either packets are lost (both sides repeat), the UDP side channel stalls, or the server is overloaded.
      """,
      confirm: [
        """
        rdpwhy on a capture: degraded, outages and repeats in the health of each direction; no loss and a silent server means the host.
        """,
        Check.coreTimeout,
      ],
      fixes: [
        CommonFix.clientLink,
        CommonFix.disableUDP,
        CommonFix.adapterPower,
        CommonFix.serverLoad,
      ], seeAlso: ["network.loss", "network.path_outage", "server.unresponsive"]),
    row(
      "internal error", "an internal error has occurred",
      names: [
        "internal error", "an internal error has occurred", "interner Fehler",
        "une erreur interne s'est produite", "error interno", "内部エラー",
      ],
      """
      The client's text for failures it has no words for. Often the server closed during TLS or NLA (certificate service, TLS versions, port owned by another program), the server is overloaded, or a saved setting does not fit. The code behind it (extended error code, event 1026) says more.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: the phase in which it ended, and who ended it.
        """,
        Check.clientLog,
        Check.schannel,
      ],
      fixes: [
        CommonFix.portOwner,
        CommonFix.certificateServices,
        CommonFix.enableTLS12,
        CommonFix.serverLog,
        CommonFix.updateBoth,
      ], seeAlso: ["mstsc 0x904", "mstsc 0x4", "tls.alert", "server.closed"]),
    row(
      "protocol error", "because of a protocol error, the session was disconnected",
      names: [
        "protocol error", "Protokollfehler", "erreur de protocole", "error de protocolo",
        "プロトコル エラー",
      ],
      """
      One side received what it could not read as RDP: graphics driver or codec, a damaged record, memory, another program on the port, or a device that changes data. A number behind it (0x112F, 0x1104, 0xD06) narrows it down.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: protocol.malformed, tls.bad_record or rdp.framing_error.
        """,
        Check.clientLog,
      ],
      fixes: [
        CommonFix.graphics,
        CommonFix.updateBoth,
        CommonFix.portOwner,
        CommonFix.adapterOffload,
      ], seeAlso: ["protocol.malformed", "mstsc 0x112F", "mstsc 0x1104", "event 50"]),
    row(
      "session limits", "limits: number of connections, idle and session time",
      names: [
        "session limit", "session limits", "maximum connections", "too many connections",
        "connection limit", "limit number of connections", "MaxIdleTime", "MaxDisconnectionTime",
        "MaxConnectionTime", "fResetBroken", "MaxInstanceCount", "max connections",
        "idle session limit", "another user connected", "two users",
      ],
      """
      The server ends sessions by rule: idle time, total time, one session for each user, number of connections. A desktop Windows allows one session at a time.
      """,
      confirm: [
        """
        LocalSessionManager event 40: reason 3 idle, 4 time, 5 replaced, 7 denied.
        """,
        """
        gpresult /H report.html
        """,
      ],
      fixes: [
        CommonFix.sessionLimits
      ], seeAlso: ["server.disconnected", "extended 0x3", "extended 0x5"]),
    row(
      "auto-reconnect", "automatic reconnection",
      names: [
        "auto-reconnect", "autoreconnect", "reconnecting", "automatic reconnection",
        "attempting to reconnect", "autoreconnection enabled",
      ],
      """
      After a broken connection the client reconnects with a cookie, without asking for the password. It hides most network drops; the code that is shown belongs to the last attempt.
      """,
      confirm: [
        """
        rdpwhy tells the story of all attempts: the first drop holds the cause.
        """,
        """
        Client events 1024, 1026 and 226 in a row.
        """,
      ],
      fixes: [
        CommonFix.clientLink,
        CommonFix.findHop,
      ], seeAlso: ["rdp.reconnect_refused", "network.path_outage"]),
    row(
      "graphics", "graphics: driver, H.264/AVC, RemoteFX",
      names: [
        "graphics driver", "GPU", "H.264", "AVC444", "RemoteFX", "hardware encoding",
        "display driver", "0x112F graphics",
      ],
      """
      The server's graphics driver or encoder fails, and the session ends with 0x112F or a black screen.
      """,
      confirm: [
        """
        System log of the server: display driver events (4101).
        """,
        """
        mstsc 0x112F at the client.
        """,
      ],
      fixes: [
        CommonFix.graphics,
        CommonFix.updateBoth,
      ], seeAlso: ["mstsc 0x112F", "error info 0x112F"]),
    row(
      "0x904", "error code 0x904, extended error code 0x7: the causes",
      names: ["0x904 causes", "why 0x904", "0x904/0x7"],
      """
      The code only says that the socket closed. Known causes: unstable network, certificate mismatch, TLS that cannot complete, a device that interferes with TLS, loss right after the TCP handshake, CredSSP patch mismatch, a sleeping host, firewall rules, stuck sessions, the security layer set to RDP, NLA trouble, power saving of the network adapter. Packets tell them apart.
      """,
      confirm: [
        """
        rdpwhy on a capture of the drop names the cause.
        """,
        Check.clientLog,
      ],
      fixes: [
        CommonFix.captureBothEnds,
        CommonFix.clientLink,
        CommonFix.hostAwake,
        CommonFix.patchCredSSP,
        CommonFix.renewCertificate,
        CommonFix.stuckSessions,
      ],
      seeAlso: [
        "mstsc 0x904/0x7", "subject network", "subject certificate", "subject TLS versions",
        "subject inspection", "subject encryption oracle", "subject sleep", "subject firewall",
        "subject stuck sessions", "subject security layer", "subject NLA",
        "subject adapter power saving",
      ]),
  ]
}
