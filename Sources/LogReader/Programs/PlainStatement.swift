/// A line of a program whose form is not known: it speaks of Remote Desktop and says, in words or by the
/// name of a code, what happened to a connection.
///
/// Words prove little: what is found here weighs less than what a known program logs.
struct PlainStatement {
  let rule: PlainRule
  /// A name of a status stands in the line.
  var code: LogCode?
  var client: LogEndpoint?
  var server: LogEndpoint?
  var user: String?
  var time: CivilTime?
  var timeText = ""

  private static let longestLine = 4_096

  /// - Parameter isAmidRemoteDesktop: lines close by speak of Remote Desktop.
  init?(_ line: LineBytes, isAmidRemoteDesktop: Bool) {
    guard line.count >= 12, line.count < Self.longestLine else { return nil }
    let text = Array(line.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 })[...]
    guard isAmidRemoteDesktop || PlainWords.speaksOfRemoteDesktop(line, text),
      !PlainWords.isOtherService(text)
    else { return nil }
    let status = PlainStatus.code(in: line)
    guard let rule = status?.rule ?? PlainRule.all.first(where: { $0.matches(text) }) else {
      return nil
    }
    self.rule = rule
    code = status?.code ?? rule.code
    if let stamp = FreeRDPText.stamp(of: line) {
      time = stamp.time
      timeText = stamp.text.text.shortened(60)
    }
    takeEnds(line)
  }

  private static let separators: Set<UInt8> = Set(" \t,;\"'[](){}<>=|".utf8)
  /// Names of fields that hold the client's address without a port, and the account.
  private static let clientNames: [Needle] = [
    "client-ip:", "client_ip=", "client_ip:", "clientip=", "peer_addr=", "remote_addr=", "client=",
    "client: ", "source_ip=", "src_ip=",
  ]
  private static let userNames: [Needle] = [
    " user=", " username=", " user_name=", " user:", " login=", " account=",
  ]

  /// Addresses with a port: the one of Remote Desktop is the server, a high one the client.
  private mutating func takeEnds(_ line: LineBytes) {
    for word in line.split(whereSeparator: { Self.separators.contains($0) }).prefix(120) {
      guard let colon = word.lastIndex(of: 0x3a), colon > word.startIndex,
        let port = word[(colon + 1)...].leadingNumber, word[(colon + 1)...].count <= 5,
        (1...65_535).contains(port)
      else { continue }
      // `tcp://host:3389`, `desktop-addr:10.0.0.10:3389`
      var host = word[word.startIndex..<colon]
      if let scheme = host.after("://") { host = scheme }
      if let label = host.lastIndex(of: 0x3a) { host = host[(label + 1)...] }
      guard host.count >= 3, host.count < 128, !host.contains(0x2f) else { continue }
      let found = LogEndpoint(address: host.text, port: port)
      if FirewallLine.isDesktop(port: port) {
        server = server ?? found
      } else if port >= 1_024, MessageItems.isAddress(host.text) {
        client = client ?? found
      }
    }
    if client == nil {
      for name in Self.clientNames {
        guard let value = Self.value(name, line), MessageItems.isAddress(value) else { continue }
        client = LogEndpoint(address: value)
        break
      }
    }
    user = Self.userNames.lazy.compactMap { Self.value($0, line) }.first
  }

  private static func value(_ name: Needle, _ line: LineBytes) -> String? {
    guard var rest = line.after(name) else { return nil }
    if rest.first == 0x22 || rest.first == 0x27 { rest = rest.dropFirst() }
    let word = rest.prefix { !separators.contains($0) }
    return word.isEmpty || word.count > 128 || word.elementsEqual("-".utf8) ? nil : word.text
  }
}

/// What words of a line mean, in lower case; all of one of the groups have to stand in it.
struct PlainRule: Sendable {
  let key: String
  let kind: LogEventKind
  let meaning: String
  let groups: [[Needle]]
  let code: LogCode?

  init(
    _ key: String, is kind: LogEventKind, _ meaning: String, code: LogCode? = nil,
    _ groups: [[Needle]]
  ) {
    self.key = "plain.\(key)"
    self.kind = kind
    self.meaning = meaning
    self.code = code
    self.groups = groups
  }

  func matches(_ text: LineBytes) -> Bool {
    groups.contains { $0.allSatisfy { text.has($0) } }
  }

  /// The more exact first; what only begins a connection last.
  static let all: [PlainRule] = refusals + transport + ends + beginnings

  private static let refusals: [PlainRule] = [
    PlainRule(
      "standard_only", is: .negotiationRefused, "The server allows standard RDP security only",
      code: LogCode(.negotiation, 2, name: "SSL_NOT_ALLOWED_BY_SERVER"),
      [
        ["only use standard rdp security"], ["ssl_not_allowed_by_server"],
        ["only support", "standard rdp security"],
      ]),
    PlainRule(
      "nla_required", is: .negotiationRefused, "The server demands NLA",
      code: LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER"),
      [["hybrid_required_by_server"], ["requires", "network level authentication"]]),
    PlainRule(
      "negotiation", is: .negotiationRefused, "Client and server found no common security protocol",
      [
        ["negotiat", "fail"], ["negotiat", "refused"], ["no common security"],
        ["security protocol", "unsupported"], ["security protocol", "not supported"],
        ["neg_failure"], ["failurecode ="],
      ]),
    PlainRule(
      "licence", is: .licensingFailed, "Licensing failed",
      [
        ["licens", "fail"], ["licens", "error"], ["licens", "invalid"], ["licence", "fail"],
        ["license", "denied"], ["no licen", "available"],
      ]),
    PlainRule(
      "certificate", is: .certificateRefused, "A certificate was refused",
      [
        ["certificate", "not trusted"], ["certificate", "untrusted"], ["certificate", "expired"],
        ["certificate", "verify failed"], ["certificate", "verification failed"],
        ["certificate", "rejected"], ["certificate", "self-signed"],
        ["certificate", "unknown authority"],
      ]),
    PlainRule(
      "tls", is: .tlsFailed, "TLS failed",
      [
        ["tls", "alert"], ["ssl", "alert"], ["tls", "handshake", "fail"],
        ["ssl", "handshake", "fail"], ["tls", "handshake", "error"], ["bad record mac"],
        ["ssl routines"], ["no shared cipher"],
      ]),
    PlainRule(
      "logon", is: .logonRefused, "The log-on was refused",
      [
        ["wrong password"], ["invalid credential"], ["bad credential"], ["logon fail"],
        ["login fail"], ["log-on fail"], ["authentication fail"], ["invalid username or password"],
        ["incorrect password"], ["credssp", "denied"], ["credssp", "fail"], ["nla", "fail"],
      ]),
  ]

  private static let transport: [PlainRule] = [
    PlainRule(
      "connect_timeout", is: .connectFailed, "Nothing answered the attempt to connect",
      [
        ["dial tcp", "timeout"], ["dial tcp", "timed out"], ["while connecting", "timed out"],
        ["connect to", "timed out"], ["failed to connect", "timed out"],
        ["connect failed", "timed out"], ["could not connect", "timed out"],
        ["error connecting", "timed out"], ["connection failed", "timed out"],
      ]),
    PlainRule(
      "idle", is: .limitReached, "A limit of idle time was reached",
      [["idle", "timeout"], ["idle", "limit"], ["idle", "disconnect"], ["inactivity"]]),
    PlainRule(
      "refused", is: .connectFailed, "The port is closed",
      [["connection refused"], ["econnrefused"], ["actively refused"], ["rdp port closed"]]),
    PlainRule(
      "unreachable", is: .connectFailed, "The host cannot be reached",
      [["no route to host"], ["host unreachable"], ["network is unreachable"], ["ehostunreach"]]),
    PlainRule(
      "name", is: .nameNotFound, "The server's name was not found",
      [
        ["no such host"], ["name or service not known"], ["enotfound"], ["name resolution"],
        ["could not resolve"], ["unable to resolve"], ["getaddrinfo", "fail"],
        ["nodename nor servname"],
      ]),
    PlainRule(
      "reset", is: .transportError, "The connection was reset",
      [["connection reset"], ["econnreset"], ["forcibly closed"], ["reset by peer"]]),
    PlainRule(
      "timeout", is: .transportError, "Something was waited for in vain",
      [
        ["timed out"], ["i/o timeout"], ["etimedout"], ["deadline exceeded"],
        ["connection timeout"], ["connect timeout"], ["read timeout"], ["timeout expired"],
      ]),
    PlainRule(
      "broken", is: .transportError, "The connection was gone when data was sent",
      [["broken pipe"], ["epipe"], ["connection aborted"]]),
    PlainRule(
      "protocol", is: .protocolError, "One side could not read what the other sent",
      [
        ["failed", "decode"], ["error", "decode"], ["invalid pdu"], ["unexpected pdu"],
        ["unexpected message"], ["not enough bytes"], ["invalid message"], ["malformed"],
        ["parse error"], ["protocol error"],
      ]),
  ]

  private static let ends: [PlainRule] = [
    PlainRule(
      "user", is: .userClosed, "The user ended the session",
      [
        ["closed by user"], ["user closed"], ["user disconnected"], ["disconnected by user"],
        ["user logged off"], ["user requested", "disconnect"], ["client disconnected by user"],
      ]),
    PlainRule(
      "ended", is: .connectionEnded, "The connection ended",
      [
        ["unexpected eof"], ["connection lost"], ["connection closed"], ["connection was closed"],
        ["closed by"], ["session ended"], ["session closed"], ["session terminated"],
        ["disconnected"], ["server disconnect"], ["connection ended"], ["session destr"],
      ]),
  ]

  private static let beginnings: [PlainRule] = [
    PlainRule(
      "connected", is: .sessionConnected, "The session is up",
      [
        ["session established"], ["active stage"], ["session is active"], ["logged on"],
        ["rdp: connected"],
      ]),
    PlainRule(
      "begins", is: .attemptBegins, "A connection begins",
      [
        ["connecting to"], ["connect_begin"], ["new connection"], ["new rdp session"],
        ["tcp connected from"], ["accepted connection"], ["connection accepted"],
        ["connection from"], ["new rdp connection"], ["info:", "connect to "],
        ["new tcp connection"],
        ["tcp redirection"],
      ]),
    PlainRule(
      "step", is: .phaseReached, "A step of a connection, with its ends",
      [["establish tls for"], ["rdp connection failed"], ["rdp session failed"]]),
  ]
}

/// Names of statuses that programs print beside their own words.
enum PlainStatus {
  private static let names: [(name: Needle, system: LogCode.System, value: UInt32)] = [
    ("STATUS_LOGON_FAILURE", .ntStatus, 0xc000_006d),
    ("STATUS_WRONG_PASSWORD", .ntStatus, 0xc000_006a),
    ("STATUS_NO_SUCH_USER", .ntStatus, 0xc000_0064),
    ("STATUS_ACCOUNT_LOCKED_OUT", .ntStatus, 0xc000_0234),
    ("STATUS_ACCOUNT_DISABLED", .ntStatus, 0xc000_0072),
    ("STATUS_ACCOUNT_EXPIRED", .ntStatus, 0xc000_0193),
    ("STATUS_ACCOUNT_RESTRICTION", .ntStatus, 0xc000_006e),
    ("STATUS_PASSWORD_EXPIRED", .ntStatus, 0xc000_0071),
    ("STATUS_PASSWORD_MUST_CHANGE", .ntStatus, 0xc000_0224),
    ("STATUS_LOGON_TYPE_NOT_GRANTED", .ntStatus, 0xc000_015b),
    ("STATUS_NO_LOGON_SERVERS", .ntStatus, 0xc000_005e),
    ("SEC_E_LOGON_DENIED", .hresult, 0x8009_030c),
    ("SEC_E_NO_CREDENTIALS", .hresult, 0x8009_030e),
    ("SEC_E_MESSAGE_ALTERED", .hresult, 0x8009_030f),
    ("SEC_E_ALGORITHM_MISMATCH", .hresult, 0x8009_0331),
    ("SEC_E_CERT_EXPIRED", .hresult, 0x8009_0328),
    ("SEC_E_UNTRUSTED_ROOT", .hresult, 0x8009_0325),
  ]

  private static let logon = PlainRule(
    "status", is: .logonRefused, "The log-on was refused with this status", [])

  private static let negotiation = PlainRule(
    "negotiation_code", is: .negotiationRefused, "The negotiation was refused with this code", [])

  static func code(in line: LineBytes) -> (rule: PlainRule, code: LogCode)? {
    if let found = names.first(where: { line.has($0.name) }) {
      return (logon, LogCode(found.system, found.value, name: found.name.text))
    }
    if let digits = line.after("failureCode = ") ?? line.after("failureCode="),
      let value = digits.leadingNumber, (1...6).contains(value)
    {
      return (negotiation, LogCode(.negotiation, UInt32(clamping: value)))
    }
    guard let digits = line.after("0x") ?? line.after("0X") else { return nil }
    guard digits.prefix(8).count == 8, let value = digits.prefix(8).leadingHexadecimal,
      digits.dropFirst(8).first?.hexadecimalDigit == nil
    else { return nil }
    let number = UInt32(truncatingIfNeeded: value)
    if LogonStatus.finding(ntStatus: number) != nil { return (logon, LogCode(.ntStatus, number)) }
    if LogonStatus.finding(hresult: number) != nil { return (logon, LogCode(.hresult, number)) }
    return nil
  }

  static var rules: [PlainRule] { [logon, negotiation] }

  /// The names, for documentation.
  static var pattern: String { names.map(\.name.text).joined(separator: "; ") }
}

/// Words by which a line is known to be about Remote Desktop, or about another service.
enum PlainWords {
  /// Words of Remote Desktop that no other service has.
  private static let sure: [Needle] = [
    "credssp", "remote desktop", "remotedesktop", "ironrdp", "pyrdp", "aardwolf", "rdp_client",
    "rdpclient", "rdp client", "rdp server", "rdp session", "rdp connection", "x.224", "x224",
    "ms-wbt-server", "[rdp", "rdp]", "rdpproxy", "rdpgw", "mitm.connections", "on port 3389",
    "rdpy", "rdp:", "rdp-", "freerdp", "mstsc", "guacamole", "node-rdp", "node_rdp", "rdp connect",
  ]
  private static let port: Needle = ":3389"
  private static let upper: Needle = "RDP"

  /// `:3389` behind a host and before no further digit: accounts of telephones are such numbers too.
  private static func hasPort(_ text: LineBytes) -> Bool {
    guard let found = text.range(of: port) else { return false }
    let after = found.upperBound < text.endIndex ? text[found.upperBound] : 0x20
    return !after.isDigit && after != UInt8(ascii: "@") && !text.has("sip:")
  }

  static func speaksOfRemoteDesktop(_ line: LineBytes, _ text: LineBytes) -> Bool {
    if hasPort(text) || sure.contains(where: { text.has($0) }) { return true }
    guard let found = line.range(of: upper) else { return false }
    let isLetter: (UInt8) -> Bool = { (0x41...0x5a).contains($0 & 0xdf) }
    let before = found.lowerBound > line.startIndex ? line[found.lowerBound - 1] : 0x20
    let after = found.upperBound < line.endIndex ? line[found.upperBound] : 0x20
    return !isLetter(before) && !isLetter(after)
  }

  /// Services whose logs hold such words as users, paths and ports.
  private static let services: [Needle] = [
    "sshd", "rfb", "vnc", "http/1.", "http/2", "nginx", "apache2", "postfix", "smtp", "dovecot",
    "mysqld", "mysql", "mariadb", "postgres", "mssql", "sqlserver", "sql server", "vsftpd",
    "squid", "named[", "cron[", "sudo:", "samba", "smbd", "kernel:", "dhcp", "openvpn", "subject:",
    "fail2ban", "invalid user", "spice", "sip:", "sips:", "pjsip", "asterisk", "freeswitch",
    "kamailio", "opensips",
  ]

  private static let levels: [Needle] = [
    "ERROR", "ERR ", "WARN", "INFO", "DEBUG", "FATAL", "[E]", "[W]", "[I]", "[*]", "[-]", "[!]",
  ]

  /// A logger's level: prose has none.
  static func hasLevel(_ line: LineBytes) -> Bool {
    let front = line.prefix(64)
    return levels.contains { front.has($0) }
  }

  static func isOtherService(_ text: LineBytes) -> Bool { services.contains { text.has($0) } }
}
