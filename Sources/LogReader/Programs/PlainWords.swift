/// Words by which a line is known to be about Remote Desktop, or about another service.
enum PlainWords {
  /// Words of Remote Desktop that no other service has.
  private static let sure: [Needle] = [
    "credssp", "remote desktop", "remotedesktop", "ironrdp", "pyrdp", "aardwolf", "rdp_client",
    "rdpclient", "rdp client", "rdp server", "rdp session", "rdp connection", "x.224", "x224",
    "ms-wbt-server", "[rdp", "rdp]", "rdpproxy", "rdpgw", "mitm.connections", "on port 3389",
    "rdpy", "rdp:", "rdp-", "freerdp", "type rdp", "myrtille", "vrdp", "port=3389", "port 3389",
    "port:3389",
    "azure virtual desktop", "windows virtual desktop", "xorgxrdp", "rdpclientcon",
    "protocol=rdp", "protocol\":\"rdp", "proto=rdp", "type=rdp", "rdp/", "(rdp)", " rdp ",
    "\"rdp\"", "cc240507", "mstsc", "guacamole", "node-rdp", "node_rdp", "rdp connect",
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
    "kamailio", "opensips", "devtools", "dbg-server", "server1.conn",
  ]

  private static let levels: [Needle] = [
    "Verbose:", "Information:", "Warning:", "Error:", "ERROR", "ERR ", "WARN", "INFO", "DEBUG",
    "FATAL", "[E]", "[W]", "[I]", "[*]", "[-]", "[!]",
  ]

  /// A logger's level: prose has none.
  static func hasLevel(_ line: LineBytes) -> Bool {
    let front = line.prefix(64)
    return levels.contains { front.has($0) }
  }

  /// Heads of mails and notes look like a function's name before its message.
  private static let heads: Set<String> = [
    "note", "hi", "hello", "re", "subject", "from", "to", "date", "cc", "edit", "update", "ps",
    "question", "answer", "problem", "solution", "http", "https", "thanks", "environment",
  ]

  /// `transport_read_layer: …`, `Error: …`: what a program prints without a stamp.
  static func looksLikeOutput(_ line: LineBytes) -> Bool {
    let word = line.withoutBlanks.firstWord
    // The hours since the program's start: no time of day.
    if word.count >= 8, word.allSatisfy({ $0.isDigit || $0 == 0x3a || $0 == 0x2e }),
      word.count(where: { $0 == 0x3a }) == 2
    {
      return true
    }
    // `[RDP][10.0.0.5] message`
    if word.starts("[RDP]") { return true }
    guard word.last == UInt8(ascii: ":"), word.count >= 4, word.count < 64,
      line.count > word.count + 4
    else { return false }
    return !heads.contains(word.dropLast().text.lowercased())
      && word.dropLast().allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") }
  }

  static func isOtherService(_ text: LineBytes) -> Bool { services.contains { text.has($0) } }
}
