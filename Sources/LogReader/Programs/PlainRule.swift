/// What words of a line mean, in lower case; all of one of the groups have to stand in it.
struct PlainRule: Sendable {
  let key: String
  let kind: LogEventKind
  let meaning: String
  let groups: [[Needle]]
  /// Words with which it is something else.
  let exceptions: [Needle]
  let code: LogCode?

  init(
    _ key: String, is kind: LogEventKind, _ meaning: String, code: LogCode? = nil,
    unless exceptions: [Needle] = [], _ groups: [[Needle]]
  ) {
    self.key = "plain.\(key)"
    self.kind = kind
    self.meaning = meaning
    self.code = code
    self.exceptions = exceptions
    self.groups = groups
  }

  func matches(_ text: LineBytes) -> Bool {
    groups.contains { $0.allSatisfy { text.has($0) } }
      && !exceptions.contains { text.has($0) }
  }

  /// The more exact first; what only begins a connection last.
  static let all: [PlainRule] = refusals + limits + transport + ends + beginnings

  private static let refusals: [PlainRule] = [
    PlainRule(
      "standard_only", is: .negotiationRefused, "The server allows standard RDP security only",
      code: LogCode(.negotiation, 2, name: "SSL_NOT_ALLOWED_BY_SERVER"),
      [
        ["only use standard rdp security"], ["ssl_not_allowed_by_server"],
        ["only support", "standard rdp security"], ["standard rdp security only"],
      ]),
    PlainRule(
      "nla_required", is: .negotiationRefused, "The server demands NLA",
      code: LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER"),
      [
        ["hybrid_required_by_server"], ["requires", "network level authentication"],
        ["requires nla"], ["nla is required"], ["nla required"], ["enforces nla"],
      ]),
    PlainRule(
      "negotiation", is: .negotiationRefused, "Client and server found no common security protocol",
      [
        ["negotiat", "fail"], ["negotiat", "refused"], ["no common security"],
        ["negotiat", "reject"], ["no supported security"], ["unsupported security"],
        ["wrong security type"], ["security protocol", "unsupported"],
        ["security protocol", "not supported"], ["neg_failure"], ["failurecode ="],
      ]),
    PlainRule(
      "licence", is: .licensingFailed, "Licensing failed",
      [
        ["licens", "fail"], ["licens", "error"], ["licens", "invalid"], ["licence", "fail"],
        ["license", "denied"], ["no licen", "available"], ["licens", "reject"],
        ["licens", "timed out"],
      ]),
    PlainRule(
      "policy", is: .authorizationDenied, "A policy of the sign-in blocked the user",
      [
        ["blocked by conditional access"], ["conditional access", "block"],
        ["rejected by policy"], ["denied by policy"], ["blocked by policy"],
      ]),
    PlainRule(
      "key", is: .certificateProblem, "The server's certificate or key cannot be used",
      [
        ["failed to access", "certificate"], ["certificate file", "fail"],
        ["certificate", "cannot be read"], ["failed to load", "certificate"],
        ["private key", "fail"], ["failed to load", "private key"], ["no certificate configured"],
        ["could not load", "certificate"],
      ]),
    PlainRule(
      "certificate", is: .certificateRefused, "A certificate was refused",
      unless: ["ignor", "accepted", "skip", "disabled"],
      [
        ["certificate", "not trusted"], ["certificate", "untrusted"], ["certificate", "expired"],
        ["certificate", "verify failed"], ["certificate", "verification failed"],
        ["certificate", "rejected"], ["certificate", "self-signed"],
        ["certificate", "unknown authority"], ["certificate", "not valid"],
        ["certificate", "mismatch"], ["certificate", "refused"], ["certificate", "not match"],
        ["self signed certificate"], ["x509: "], ["unknown ca"],
      ]),
    PlainRule(
      "tls", is: .tlsFailed, "TLS failed",
      unless: ["close notify", "close_notify"],
      [
        ["tls", "alert"], ["ssl", "alert"], ["tls", "handshake", "fail"],
        ["ssl", "handshake", "fail"], ["tls", "handshake", "error"], ["bad record mac"],
        ["ssl routines"], ["no shared cipher"], ["tls error"], ["ssl error"], ["tls failed"],
        ["tls negotiation error"], ["_tls fail"], ["fail during tls"], ["sslexception"],
        ["wrong version number"],
        ["tls handshake: "], ["tls handshake eof"],
      ]),
    PlainRule(
      "account", is: .logonRefused, "The account is locked, disabled or expired",
      [
        ["account", "locked"], ["account", "disabled"], ["account", "expired"],
        ["account", "restrict"], ["logon hours"],
      ]),
    PlainRule(
      "password", is: .logonRefused, "The password is expired or must be changed",
      [["password", "expired"], ["must change", "password"], ["change", "password", "first"]]),
    PlainRule(
      "logon", is: .logonRefused, "The log-on was refused",
      [
        ["wrong password"], ["invalid credential"], ["bad credential"], ["logon fail"],
        ["login fail"], ["log-on fail"], ["authentication fail"], ["invalid username or password"],
        ["incorrect password"], ["credssp", "denied"], ["credssp", "fail"], ["nla", "fail"],
        ["failed to authenticate"], ["authentication", "rejected"], ["auth failed"],
        ["logon", "denied"], ["login", "denied"], ["bad password"], ["unknown user"],
        ["credentials", "rejected"], ["credentials", "invalid"], ["credentials", "incorrect"],
        ["incorrect credentials"], ["wrong credentials"], ["login incorrect"], ["logon_failure"],
        ["logon", "refused"], ["login", "rejected"], ["authentication error"],
        ["authentication was refused"], ["authentication", "unsuccessful"],
      ]),
    PlainRule(
      "right", is: .authorizationDenied, "The user may not use Remote Desktop",
      [
        ["not authorized"], ["not authorised"], ["access is denied"], ["access denied"],
        ["not allowed to log"], ["insufficient privileges"], ["not a member of"],
        ["saml expired"], ["reauthentication required"],
      ]),
  ]

  /// Ends that somebody or something decided.
  private static let limits: [PlainRule] = [
    PlainRule(
      "taken_over", is: .sessionTakenOver, "Another connection took the session over",
      [
        ["another user", "connect"], ["by another connection"], ["by other connection"],
        ["session", "taken over"], ["replaced by a new"], ["replaced by another"],
        ["logged on from another"], ["logged in from another"], ["by_otherconnection"],
      ]),
    PlainRule(
      "administrator", is: .sessionDisconnected, "An administrator ended the session",
      [
        ["terminated by admin"], ["killed by admin"], ["closed by admin"], ["ended by admin"],
        ["disconnected by admin"], ["by an administrator"], ["by the administrator"],
        ["administrator", "disconnected the"],
      ]),
    PlainRule(
      "limit", is: .limitReached, "A limit of sessions or of their time was reached",
      [
        ["session time limit"], ["session limit"], ["maximum session"], ["max session"],
        ["time limit", "reached"], ["time limit", "exceeded"], ["too many", "session"],
        ["maximum number of", "session"], ["maximum number of", "connection"],
        ["due to", "expiration"], ["session expired"], ["session has expired"],
      ]),
    PlainRule(
      "connect_timeout", is: .connectFailed, "Nothing answered the attempt to connect",
      [
        ["dial tcp", "timeout"], ["dial tcp", "timed out"], ["while connecting", "timed out"],
        ["connect to", "timed out"], ["failed to connect", "timed out"],
        ["connect failed", "timed out"], ["could not connect", "timed out"],
        ["error connecting", "timed out"], ["connection failed", "timed out"],
        ["unable to connect", "timed out"], ["unable to connect", "timeout"],
        ["connecting", "timeout"], ["did not properly respond"], ["connect timed out"],
        ["setup_timeout"], ["connect error", "timed out"], ["connect", "deadline has elapsed"],
        ["open server timeout"], ["dial", "deadline exceeded"],
      ]),
    PlainRule(
      "idle_relay", is: .transportError,
      "A relay on the way gave the connection up because nothing went through it",
      ["tunnel", "brk_", "broker", "connector", "port forward", "sessionid: "].flatMap {
        [["inactivity", $0], ["idle", "timeout", $0], ["idle", "timed out", $0]]
      }.map { $0.map { Needle($0) } }),
    PlainRule(
      "idle", is: .limitReached, "A limit of idle time was reached",
      unless: ["set to", "configured", "disabled", "idle_timeout=", "idle-timeout=", "timeout ="],
      [
        ["idle", "timeout"], ["idle", "limit"], ["idle", "disconnect"], ["inactivity"],
        ["idle for"], ["session", "idle", "closed"],
      ]),
  ]

  private static let transport: [PlainRule] = [
    PlainRule(
      "refused", is: .connectFailed, "The port is closed",
      [
        ["connection refused"], ["econnrefused"], ["actively refused"], ["rdp port closed"],
        ["port is closed"], ["port closed"], ["connectionrefused"],
      ]),
    PlainRule(
      "unreachable", is: .connectFailed, "The host cannot be reached",
      [
        ["no route to host"], ["host unreachable"], ["network is unreachable"], ["ehostunreach"],
        ["host is unreachable"], ["network unreachable"], ["hostunreachable"], ["host is down"],
      ]),
    PlainRule(
      "name", is: .nameNotFound, "The server's name was not found",
      [
        ["no such host"], ["name or service not known"], ["enotfound"], ["name resolution"],
        ["could not resolve"], ["unable to resolve"], ["getaddrinfo", "fail"],
        ["nodename nor servname"], ["failed to resolve"], ["cannot resolve"],
        ["failed to lookup address"], ["unknown host"], ["unknownhost"], ["host not found"],
        ["no address associated"], ["nxdomain"], ["eai_again"], ["dns lookup", "fail"],
      ]),
    PlainRule(
      "reset", is: .transportError, "The connection was reset",
      [
        ["connection reset"], ["econnreset"], ["forcibly closed"], ["reset by peer"],
        ["connection was reset"], ["connectionreset"],
      ]),
    PlainRule(
      "timeout", is: .transportError, "Something was waited for in vain",
      [
        ["timed out"], ["i/o timeout"], ["etimedout"], ["deadline exceeded"],
        ["connection timeout"], ["connect timeout"], ["read timeout"], ["timeout expired"],
        ["keepalive", "fail"], ["keep-alive", "fail"], ["ping timeout"], ["heartbeat", "timeout"],
        ["heartbeat", "missed"], ["stopped responding"], ["is not responding"],
        ["timeout while"], ["timeout waiting"], ["deadline has elapsed"], ["timedout"],
      ]),
    PlainRule(
      "broken", is: .transportError, "The connection was gone when data was sent",
      [
        ["broken pipe"], ["epipe"], ["connection aborted"], ["brokenpipe"],
        ["connection was aborted"], ["connectionaborted"],
      ]),
    PlainRule(
      "protocol", is: .protocolError, "One side could not read what the other sent",
      [
        ["failed", "decode"], ["error", "decode"], ["invalid pdu"], ["unexpected pdu"],
        ["unexpected message"], ["not enough bytes"], ["invalid message"], ["malformed"],
        ["parse error"], ["protocol error"], ["unexpected", " pdu"], ["bad pdu"], ["unknown pdu"],
        ["invalid packet"], ["decrypt", "fail"], ["fail", "parse"], ["invaliddata"],
        ["error during read", "header"], ["failed to process", "packet"],
        ["failed to process", "pdu"], ["value mismatch"], ["value_mismatch"], ["during read of"],
      ]),
    PlainRule(
      "crash", is: .clientInterrupted, "The program crashed",
      [
        ["panic:"], ["segmentation fault"], ["sigsegv"], ["core dumped"], ["unhandled exception"],
        ["panicked at"], ["fatal exception"], ["access violation"], ["double free"],
      ]),
    PlainRule(
      "failed", is: .connectFailed, "No connection came about, for a reason that is not told",
      [
        ["unable to connect"], ["could not connect"], ["cannot connect"], ["failed to connect"],
        ["connect failed"], ["not reachable"], ["can't connect"], ["connection attempt failed"],
        ["connection to", " failed"], ["setup err "], ["setup fail"], ["targetnotconnected"],
      ]),
  ]

  private static let ends: [PlainRule] = [
    PlainRule(
      "user", is: .userClosed, "The user ended the session",
      [
        ["closed by user"], ["user closed"], ["user disconnected"], ["disconnected by user"],
        ["user logged off"], ["user requested", "disconnect"], ["client disconnected by user"],
        ["cancelled by user"], ["canceled by user"], ["by the user"], ["user initiated"],
        ["window closed"], ["closed the window"], ["user logged out"], ["user cancel"],
        ["client requested", "disconnect"], ["browser closed"], ["tab closed"], ["user quit"],
        ["user logout"], ["terminate signal received"],
      ]),
    PlainRule(
      "desktop_crash", is: .backendFailed, "The program that draws the desktop crashed",
      [
        ["gnome shell crashed"], ["gnome-shell", "segfault at"], ["(gnome-shell)", "dumped core"],
        ["org.gnome.shell", "code=dumped"], ["kwin_", "code=dumped"],
      ]),
    PlainRule(
      "client_end", is: .connectionEnded, "The client's end closed the connection",
      [
        ["closed from client"], ["closed by client"], ["closed by the client"],
        ["client closed the connection"], ["client closed connection"],
      ]),
    PlainRule(
      "logoff", is: .sessionLoggedOff, "The session was logged off",
      [["logged off"], ["logged out"], ["session logoff"], ["logoff by"], ["log off initiated"]]),
    PlainRule(
      "ended", is: .connectionEnded, "The connection ended",
      [
        ["unexpected eof"], ["connection lost"], ["connection closed"], ["connection was closed"],
        ["closed by"], ["session ended"], ["session closed"], ["session terminated"],
        ["disconnected"], ["server disconnect"], ["connection ended"], ["session destr"],
        ["connection terminated"], ["session finished"], ["connection has been closed"],
        ["end of file"], [": eof"], ["lost connection"], ["closing connection"],
        ["connection is closed"], ["streaming finished"], ["closed from"], ["conn gone"],
        ["disconnection detected"], ["session disconnection"], ["target disconnection"],
        ["ended ", " session"],
      ]),
  ]

  private static let beginnings: [PlainRule] = [
    PlainRule(
      "connected", is: .sessionConnected, "The session is up",
      [
        ["session established"], ["active stage"], ["session is active"], ["logged on"],
        ["rdp: connected"], ["session opened"], ["login success"], ["logon success"],
        ["login complete"], ["session connected"], ["desktop ready"], ["connected successfully"],
        ["streaming starting"], ["connection success"], ["reconnection successful"],
      ]),
    PlainRule(
      "begins", is: .attemptBegins, "A connection begins",
      [
        ["connecting to"], ["connect_begin"], ["new connection"], ["new rdp session"],
        ["tcp connected from"], ["accepted connection"], ["connection accepted"],
        ["connection from"], ["new rdp connection"], ["info:", "connect to "],
        ["new tcp connection"],
        ["tcp redirection"], ["connecting remote session"], ["opening connection"],
        ["starting connection"], ["session started"], ["starting session"], ["new session"],
        ["session created"], ["client connected"], ["handling connection"],
        ["connection established"], ["connected to "], ["connection request"],
        ["client handshake"], ["connection to", "established"], ["started ", " session"],
        ["connection opened"],
      ]),
    PlainRule(
      "step", is: .phaseReached, "A step of a connection, with its ends",
      [["establish tls for"], ["rdp connection failed"], ["rdp session failed"]]),
  ]
}
