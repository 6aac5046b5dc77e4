extension MessageEntries {
  /// Messages of libraries, gateways and programs beside the servers.
  static let programs: [HandbookEntry] = [
    row(
      "not TLS", "TLS: the other end answered with something else than TLS",
      """
      The first bytes that came back were no TLS record ("wrong version number", "http request", "packet length too long"). In order of likelihood: another program listens on the port (a web server, a proxy's error page), the server speaks RDP security without TLS, the address is a proxy; seldom a TLS version that one side does not know.
      """,
      confirm: [
        "rdpwhy on a capture: protocol.malformed, or what answered.", Check.listener,
        Check.negotiationFilter,
      ],
      fixes: [CommonFix.portOwner, CommonFix.securityLayer, CommonFix.enableTLS12],
      seeAlso: ["protocol.malformed", "subject TLS versions", "subject security layer"]),
    row(
      "FreeRDP step", "FreeRDP: names of functions in which the connection failed",
      """
      These lines say at which step FreeRDP noticed the end, not why: transport_* and BIO_* the connection, nego_* the security negotiation, tls_* TLS, nla_* the logon, mcs_* and gcc_* the session setup, license_* licences, rdp_recv_* and fastpath_* the running session. The decisive line is the first error above them.
      """,
      confirm: [
        "The first [ERROR] line of the attempt, and an ERRCONNECT or ERRINFO name.",
        "rdpwhy on this log, or on a capture of the attempt.",
      ],
      fixes: [
        Fix(
          "Run it again with more lines.", command: "xfreerdp /v:HOST /u:NAME /log-level:DEBUG")
      ],
      seeAlso: ["ERRCONNECT_CONNECT_TRANSPORT_FAILED", "server.closed", "network.path_outage"]),
    row(
      "FreeRDP logon", "FreeRDP: the logon (NLA) did not get through",
      """
      FreeRDP failed while it logged on (CredSSP). The line does not say why. In order of likelihood: wrong user name, domain or password (an NTSTATUS or ERRCONNECT name follows then), the server closed during the logon, Kerberos found no domain controller, CredSSP versions do not fit.
      """,
      confirm: ["An NTSTATUS or ERRCONNECT name in the lines beside it.", Check.failedLogon],
      fixes: [CommonFix.retypeCredentials, CommonFix.serverLog],
      seeAlso: ["credssp.logon_failure", "credssp.server_dropped", "subject NLA"]),
    row(
      "client display", "the client cannot open a window",
      """
      The program found no display (DISPLAY or WAYLAND_DISPLAY is not set, or access is refused). Nothing was sent to the server; it is no fault of the connection.
      """,
      confirm: ["echo $DISPLAY $WAYLAND_DISPLAY", "xhost, in the desktop session"],
      fixes: [
        Fix(
          "Start it inside a desktop session of the same user, or give it a display.",
          command: "DISPLAY=:0 xfreerdp /v:HOST")
      ],
      seeAlso: ["ERRCONNECT_PRE_CONNECT_FAILED"]),
    row(
      "guacd home", "guacd: the home directory is not writable",
      """
      FreeRDP inside guacd stores certificates in the home directory of guacd's user. Where it may not write there, it does not accept certificates and the connection ends, often as "wrong security type".
      """,
      confirm: ["The user and home of the guacd process: ps -o user= -C guacd; getent passwd USER"],
      fixes: [
        Fix(
          "Give guacd's user a home directory it may write to, and restart guacd.",
          command: "usermod -d /var/lib/guacd USER; install -d -o USER /var/lib/guacd")
      ],
      seeAlso: ["message guacd wrong security", "subject certificate"]),
    row(
      "xrdp incoming", "xrdp: somebody connected and did not speak RDP",
      """
      The connection ended, or was no RDP, before the first request was complete. By far most often a port scan, a health check or a probe; also a client that was closed at once. A line without a user who complains is none.
      """,
      confirm: [
        "The address in the line before: a monitoring host or a stranger.",
        "The client's message at that second.",
      ],
      fixes: [
        Fix("Let only known networks reach the port."),
        CommonFix.serverLog,
      ],
      seeAlso: ["clean.probe", "undetermined.not_rdp", "message xrdp TLS accept"]),
    row(
      "xrdp session ended", "xrdp: the desktop of the session ended",
      """
      The window manager (startwm.sh) exited, so sesman ended the session. After minutes or hours it was a log out. Within seconds of the logon the desktop failed: a broken session script, the same user logged on at the console, a missing desktop package.
      """,
      confirm: [
        "The time between \"session started\" and this line.",
        "~/.xsession-errors and ~/.xorgxrdp.N.log of the user.",
      ],
      fixes: [
        Fix(
          "Log out at the console, test with a new user, and start the desktop in ~/.xsession by name."
        )
      ],
      seeAlso: ["message xrdp no X server", "subject black screen", "clean.server_closed"]),
    row(
      "gateway HTTP", "the gateway's web side did not answer as a gateway",
      """
      FreeRDP or another client reached a web server in place of, or before, the gateway. 404: no gateway under this address (RDG or RPC not installed, a mail server answers). 407: a web proxy wants a sign-in. 3xx: a sign-in page or load balancer redirects. 5xx: the gateway service or what stands before it is down. No status at all: something between closed the connection. The RDP server was not reached, so its security settings are not the reason.
      """,
      confirm: [
        "The HTTP status and the Server line in the same log.",
        "curl -vk https://GATEWAY/remoteDesktopGateway/ answers 401 where a gateway stands.",
      ],
      fixes: [
        Fix(
          "Check the gateway's name, and try the other transport.",
          command: "xfreerdp /v:HOST /gateway:g:GATEWAY,u:NAME,type:http"),
        Fix("Let the gateway's owner look at IIS and the service TSGateway at that second."),
      ],
      seeAlso: ["subject gateway", "credssp.gateway_refused", "carrier.authentication_refused"]),
    row(
      "AVD agent", "Azure Virtual Desktop: the session host's agent is not in order",
      """
      The agent registers the session host and keeps it available. EXPIRED_MACHINE_TOKEN or INVALID_REGISTRATION_TOKEN: its token is too old, register again. NAME_ALREADY_REGISTERED: the host is still in the pool. InstallMsi, DownloadMsi or SxS stack: an update failed. Broker or endpoint not reached: firewall, proxy or DNS. "Needs assistance", "Unavailable": a health check failed; its name is in the host's details. Users then see "no available resources".
      """,
      confirm: [
        "Application log of the session host, source WVD-Agent (3277 and neighbours), and RDAgentBootLoader.",
        "qwinsta on the session host lists rdp-sxs.",
      ],
      fixes: [
        Fix("Generate a registration key, then uninstall and reinstall agent and boot loader."),
        Fix(
          "Check that the required addresses are reached.",
          command: "WVDAgentUrlTool.exe"),
      ],
      seeAlso: [
        "AVD ConnectionFailedNoHealthyRdshAvailable",
        "AVD ConnectionFailedReverseConnectStackMissing", "mstsc 0x3000046",
      ]),
  ]

  /// Messages of web clients and of programs beside the session.
  static let webPrograms: [HandbookEntry] = [
    row(
      "guacd browser", "Guacamole: the browser's side went away",
      """
      guacd lost the user's browser, not the RDP server: the tab was closed or slept, the browser's network failed, or a proxy before Guacamole cut the websocket (its read timeout).
      """,
      confirm: [
        "The proxy's error log of that second.",
        "Drops after a fixed time, as 60 seconds, are the proxy's timeout.",
      ],
      fixes: [
        Fix(
          "Let the proxy keep websockets open and unbuffered.",
          command: "proxy_read_timeout 3600s; proxy_buffering off;")
      ],
      seeAlso: ["client.terminated", "Guacamole 776"]),
    row(
      "logon info", "logon information of the server: a note, not the end",
      """
      The server tells the client what happens at the logon. SESSION_CONTINUE: it goes on. BUMP_OPTIONS and RECONNECT_OPTIONS: another session of the user or another user is there, and the user chooses. NO_PERMISSION and DISCONNECT_REFUSED: refused, or the other user said no. FAILED_BAD_PASSWORD and FAILED_UPDATE_PASSWORD: the password in the logon screen was wrong or must be changed.
      """,
      confirm: ["What follows in the log; the session goes on unless an error does."],
      fixes: [CommonFix.nothing], seeAlso: ["subject password", "subject session limits"]),
    row(
      "OpenSSL legacy", "the client's OpenSSL lacks old algorithms (MD4, RC4)",
      """
      NTLM needs MD4, standard RDP security RC4; OpenSSL 3 has them in its legacy provider only. Without it NTLM logons fail, as with a wrong password; Kerberos still works.
      """,
      confirm: ["openssl list -providers"],
      fixes: [
        Fix(
          "Install the legacy provider, or a FreeRDP built with its own MD4 (WITH_INTERNAL_MD4).")
      ],
      seeAlso: ["subject Kerberos", "credssp.logon_failure"]),
    row(
      "connection file", "the client cannot read the connection file (.rdp)",
      """
      The file is missing, damaged, or an argument was taken for its name. Nothing was sent to the server.
      """,
      confirm: ["The path in the message; open the file in an editor."],
      fixes: [
        Fix("Start mstsc without the file, or save the file anew.", command: "mstsc /v:HOST")
      ],
      seeAlso: ["subject client crash"]),
    row(
      "guacd internal", "Guacamole: guacd failed or is not running",
      """
      The web application reached no working guacd (port 4822), or guacd failed while it set the connection up. The RDP server may never have been asked.
      """,
      confirm: ["systemctl status guacd; journalctl -u guacd", "ss -ltn | grep 4822"],
      fixes: [
        Fix(
          "Start guacd, and use the same version for guacd and web application.",
          command: "systemctl restart guacd")
      ],
      seeAlso: ["message guacd unreachable", "message guacd home"]),
    row(
      "web client", "the web client lost or did not get its websocket",
      """
      The browser reaches the gateway by a websocket (wss, port 443). Code 1006 means that it was cut or refused without a goodbye: a proxy that does not know websockets, another port than 443, a gateway certificate that the browser or client does not accept (also "X509_NAME_print_ex", UnknownError(46)), or a gateway without the HTTP transport.
      """,
      confirm: [
        "The browser's network view: the status of wss://GATEWAY/remoteDesktopGateway.",
        "The gateway's certificate: a name in its subject and in its alternative names.",
      ],
      fixes: [
        Fix(
          "Put the gateway's present certificate into the web client, and publish it on port 443.",
          command: "Import-RDWebClientBrokerCert PATH")
      ],
      seeAlso: ["subject gateway", "subject certificate"]),
    row(
      "xrdp noise", "xrdp: a line that by itself is no failure",
      """
      "Listening socket is in wrong state" is written by a child that leaves the listener after it took a connection. "scp_process_msg failed" beside "trans_check_wait_objs failed" only closes a finished request. Lines about chansrv concern clipboard, drives and sound only; picture and keyboard go on without it.
      """,
      fixes: [CommonFix.nothing], seeAlso: ["message xrdp no X server"]),
    row(
      "port taken", "the service cannot listen: its port is taken or its address is wrong",
      """
      The service could not bind its port (3389, 3350, 5910 and up). Another program or an old process holds it, or the address in its settings is not one of this host. Clients are refused until it listens.
      """,
      confirm: ["ss -ltnp | grep -E '3389|3350' (Linux); netstat -ano | findstr 3389 (Windows)"],
      fixes: [
        Fix("End the other program or give one of them another port, then restart the service."),
        CommonFix.portOwner,
      ],
      seeAlso: ["server.port_closed", "errno 98", "message xrdp sesman"]),
    row(
      "port open", "the port answers: TCP 3389 is reached",
      """
      The test made a TCP connection, so name, route and firewall are in order and something listens. What fails now fails later: security negotiation, TLS, logon or licence, or another program owns the port.
      """,
      confirm: ["rdpwhy on a capture of one attempt: the phase in which it ends.", Check.listener],
      fixes: [CommonFix.portOwner, CommonFix.serverLog],
      seeAlso: ["server.closed", "tls.closed_on_client_hello", "credssp.server_dropped"]),
  ]

  /// Statuses of the Guacamole protocol, as the browser and guacd's `error` instruction show them.
  static let guacamole: [HandbookEntry] = [
    status(
      512, "SERVER_ERROR", "server error", "guacd failed inside; its log says why."),
    status(
      513, "SERVER_BUSY", "busy", "guacd or the server is busy."),
    status(
      514, "UPSTREAM_TIMEOUT", "upstream timeout", "The RDP server did not answer guacd in time."),
    status(
      515, "UPSTREAM_ERROR", "upstream error", "The RDP server answered with an error or closed."),
    status(
      516, "RESOURCE_NOT_FOUND", "not found", "What was asked for does not exist."),
    status(
      517, "RESOURCE_CONFLICT", "conflict", "What was asked for is in use."),
    status(
      518, "RESOURCE_CLOSED", "closed", "What was asked for is closed."),
    status(
      519, "UPSTREAM_NOT_FOUND", "upstream not found",
      "The RDP server was not found or not reached; also a refused security type."),
    status(
      520, "UPSTREAM_UNAVAILABLE", "upstream unavailable", "The RDP server refused the connection."),
    status(
      521, "SESSION_CONFLICT", "session conflict", "Another connection took the session over."),
    status(
      522, "SESSION_TIMEOUT", "session timeout", "The session was idle for too long."),
    status(
      523, "SESSION_CLOSED", "session closed",
      "The session was closed by the server, an administrator or a logoff."),
    status(
      768, "CLIENT_BAD_REQUEST", "bad request", "The parameters of the connection are not valid."),
    status(
      769, "CLIENT_UNAUTHORIZED", "unauthorized", "User name or password were refused."),
    status(
      771, "CLIENT_FORBIDDEN", "forbidden", "The user has no permission for this connection."),
    status(
      776, "CLIENT_TIMEOUT", "client timeout",
      "The browser did not answer in time: its network or a sleeping tab."),
    status(
      781, "CLIENT_OVERRUN", "client overrun", "The browser sent more than was allowed."),
    status(
      783, "CLIENT_BAD_TYPE", "wrong type", "The browser sent data of an unexpected type."),
    status(
      797, "CLIENT_TOO_MANY", "too many", "The user has too many connections open."),
  ]

  private static func status(
    _ number: UInt32, _ name: String, _ title: String, _ meaning: String
  ) -> HandbookEntry {
    .numbered(
      .message, number, code: "Guacamole \(number)",
      names: [name], title: title, meaning,
      confirm: ["guacd's log of that second: the line before the disconnect names the reason."],
      fixes: [CommonFix.serverLog], seeAlso: ["message guacd unreachable", "server.closed"])
  }
}
