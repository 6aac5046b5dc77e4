/// A line of a packet filter: Windows Firewall, FortiGate, or event 5152 as a quoted list.
struct FirewallLine {
  var time: CivilTime?
  var timeText = ""
  var action: String
  var source: LogEndpoint
  var target: LogEndpoint
  var user: String?
  /// How long the connection had lasted, where the line tells.
  var seconds: Int?
  /// What it had carried.
  var bytes: Int?

  static func isWindowsHeader(_ line: LineBytes) -> Bool {
    line.starts("#Software: Microsoft Windows Firewall")
      || line.starts("#Fields: date time action protocol")
  }

  /// `date time action protocol src-ip dst-ip src-port dst-port size …`.
  init?(windows line: LineBytes) {
    var cursor = LineCursor(line)
    guard let time = CivilTime.iso(&cursor) else { return nil }
    timeText = line[line.startIndex..<cursor.rest.startIndex].text
    cursor.skipBlanks()
    let words = cursor.rest.split(separator: UInt8(ascii: " ")).prefix(8).map(\.text)
    guard words.count >= 6, ["DROP", "ALLOW", "OPEN", "CLOSE"].contains(words[0]),
      words[1] == "TCP",
      let sourcePort = Int(words[4]), let targetPort = Int(words[5])
    else { return nil }
    self.time = time
    action = words[0]
    source = LogEndpoint(address: words[2], port: sourcePort)
    target = LogEndpoint(address: words[3], port: targetPort)
  }

  /// `srcip=… srcport=… dstip=… dstport=… action="…"`.
  init?(keyValue line: LineBytes) {
    guard let sourceAddress = Self.value("srcip=", line),
      let targetAddress = Self.value("dstip=", line),
      let targetPort = Self.value("dstport=", line).flatMap({ Int($0) }),
      let action = Self.value("action=", line)
    else { return nil }
    // Nothing came back: no time-out of an idle connection.
    let isUnanswered = action == "timeout" && Self.value("rcvdpkt=", line) == "0"
    self.action = isUnanswered ? "syn-timeout" : action.lowercased()
    source = LogEndpoint(
      address: sourceAddress, port: Self.value("srcport=", line).flatMap { Int($0) })
    target = LogEndpoint(address: targetAddress, port: targetPort)
    user = Self.value(" user=", line)
    seconds = Self.value("duration=", line).flatMap { Int($0) }
    bytes = Self.value("rcvdbyte=", line).flatMap { Int($0) }
    if let date = Self.value("date=", line), let clock = Self.value("time=", line) {
      timeText = "\(date) \(clock)"
      var cursor = LineCursor(Array("\(timeText)\(Self.value("tz=", line) ?? "")".utf8)[...])
      time = CivilTime.iso(&cursor)
    }
  }

  private static let netfilterMark: Needle = " DPT="

  /// `[UFW BLOCK] IN=eth0 OUT= … SRC=… DST=… PROTO=TCP SPT=… DPT=…`, a rule's log of Linux.
  init?(netfilter line: LineBytes) {
    guard line.has(Self.netfilterMark), line.has("PROTO=TCP"),
      let sourceAddress = Self.value(" SRC=", line),
      let targetAddress = Self.value(" DST=", line),
      let targetPort = Self.value(" DPT=", line).flatMap({ Int($0) })
    else { return nil }
    let front = line.before("IN=").text.uppercased()
    let isDropped = ["BLOCK", "DROP", "REJECT", "DENY"].contains { front.contains($0) }
    // Without SYN it is a packet amid a connection; Linux lets those through that it knows.
    let isStray = line.has(" ACK ") && !line.has(" SYN ")
    // A rule that only logs names flags of the packet: its reset or its end.
    action =
      if isDropped {
        isStray ? Self.stray : "drop"
      } else {
        line.has(" RST ") ? "client-rst" : line.has(" FIN ") ? "closed" : "accept"
      }
    source = LogEndpoint(
      address: sourceAddress, port: Self.value(" SPT=", line).flatMap { Int($0) })
    target = LogEndpoint(address: targetAddress, port: targetPort)
  }

  /// pfSense: `4,,,1000000103,igb0,match,block,in,4,…,tcp,52,198.51.100.24,203.0.113.10,51822,3389,…`.
  init?(filterLog line: LineBytes) {
    let fields = line.prefix(1_024).split(separator: 0x2c, omittingEmptySubsequences: false)
    guard fields.count > 21, fields[5].elementsEqual("match".utf8), fields[8].first == 0x34,
      fields[16].elementsEqual("tcp".utf8), let sourcePort = fields[20].leadingNumber,
      let targetPort = fields[21].leadingNumber
    else { return nil }
    action = fields[6].text
    source = LogEndpoint(address: fields[18].text, port: sourcePort)
    target = LogEndpoint(address: fields[19].text, port: targetPort)
  }

  /// Cisco ASA: `%ASA-6-302014: Teardown TCP connection 7 for outside:A/P to inside:B/Q duration … SYN
  /// Timeout`, `%ASA-4-106023: Deny tcp src outside:A/P dst inside:B/Q by access-group …`.
  init?(appliance line: LineBytes) {
    guard
      let front = Self.appliances.lazy.compactMap({ line.after($0)?.after(": ") }).first
    else { return nil }
    if let built = front.after("Built inbound TCP connection ") {
      guard let from = built.after(" for "), let to = from.after(" to "),
        let source = Self.slashed(from), let target = Self.slashed(to)
      else { return nil }
      (self.source, self.target, action) = (source, target, "accept")
      takeStamp(line)
      return
    }
    let isTeardown = front.starts("Teardown TCP")
    guard isTeardown || front.starts("Deny tcp") else { return nil }
    guard let from = front.after(isTeardown ? " for " : " src "),
      let to = from.after(isTeardown ? " to " : " dst "), let source = Self.slashed(from),
      let target = Self.slashed(to)
    else { return nil }
    (self.source, self.target) = (source, target)
    if !isTeardown {
      action = "deny"
    } else if to.has("SYN Timeout") {
      action = "syn-timeout"
    } else if to.has("Conn-timeout") || to.has("Connection timeout") || to.has("dle Timeout")
      || to.has("dle timeout")
    {
      action = "timeout"
    } else if to.has("Reset-I") {
      action = "server-rst"
    } else if to.has("Reset-O") {
      action = "client-rst"
    } else {
      action = "closed"
    }
    if isTeardown { seconds = to.after(" duration ").flatMap(Self.duration) }
    bytes = to.after(" bytes ")?.leadingNumber
    takeStamp(line)
  }

  private static let appliances: [Needle] = ["%ASA-", "%FTD-", "%PIX-", "%FWSM-"]

  /// `2:02:33`
  static func duration(_ text: LineBytes) -> Int? {
    let parts = text.firstWord.split(separator: 0x3a).map(\.leadingNumber)
    guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2],
      hours < 100_000, minutes < 60, seconds < 60
    else { return nil }
    return hours * 3_600 + minutes * 60 + seconds
  }

  /// `outside:203.0.113.77/51288`
  private static func slashed(_ text: LineBytes) -> LogEndpoint? {
    let word = text.firstWord
    guard let colon = word.firstIndex(of: 0x3a), let slash = word.lastIndex(of: 0x2f), slash > colon
    else { return nil }
    return LogEndpoint(
      address: word[(colon + 1)..<slash].text, port: word[(slash + 1)...].leadingNumber)
  }

  /// HAProxy: `A:P [date] front back/server 1/-1/4003 0 sC …`; the two letters say who ended it and when.
  init?(proxy line: LineBytes) {
    let words = line.prefix(1_024).split(separator: 0x20)
    guard words.count >= 7, words[1].first == 0x5b, words[4].contains(0x2f), words[6].count == 2,
      words[2...3].contains(where: { $0.text.lowercased().contains("rdp") || $0.has("3389") }),
      let client = LogEndpoint(parsing: words[0].text)
    else { return nil }
    source = client
    target = LogEndpoint(address: words[3].text.shortened(80))
    action =
      switch words[6].text {
      case "sC": "syn-timeout"
      case "SC": "refused"
      case "cD", "sD": "timeout"
      case "SD": "server-rst"
      case "CD", "CC": "client-rst"
      default: "closed"
      }
  }

  /// A line of a packet filter or proxy behind the front of syslog.
  ///
  /// - Parameter whole: the line with its front, where fields stand in what RFC 5424 calls its data.
  init?(behind program: ProgramLine, _ whole: LineBytes) {
    let found: FirewallLine? =
      if program.tag.elementsEqual("filterlog".utf8) {
        FirewallLine(filterLog: program.message)
      } else if program.tag.elementsEqual("haproxy".utf8) {
        FirewallLine(proxy: program.message)
      } else {
        FirewallLine(netfilter: program.message) ?? FirewallLine(keyValue: program.message)
          ?? FirewallLine(appliance: whole) ?? FirewallLine(paloAlto: whole)
          ?? FirewallLine.ofForm(whole)
          ?? FirewallLine(words: whole).flatMap { Self.isService(program.tag) ? nil : $0 }
      }
    guard let found else { return nil }
    self = found.at(program)
  }

  /// Services that write of addresses, ports and refusals of their own.
  private static func isService(_ tag: LineBytes) -> Bool {
    let name = tag.text.lowercased()
    return ["sshd", "nginx", "httpd", "apache", "postfix", "dovecot", "mysqld", "named", "vnc"]
      .contains { name.contains($0) }
  }

  /// With the stamp of the line that carried it, where it has none of its own.
  func at(_ carrier: ProgramLine) -> FirewallLine {
    guard time == nil else { return self }
    var line = self
    line.time = carrier.time
    line.timeText = carrier.timeText.text
    return line
  }

  static func value(_ key: Needle, _ line: LineBytes) -> String? {
    guard let rest = line.after(key) else { return nil }
    if rest.first == UInt8(ascii: "\"") {
      return rest.dropFirst().before("\"").text.shortened(80)
    }
    return rest.firstWord.text.shortened(80)
  }

  /// `"Source Address: …","Source Port: …","Destination Address: …"`.
  init?(quoted line: LineBytes) {
    guard let source = line.after("Source Address:"),
      let target = line.after("Destination Address:"),
      let port = line.after("Destination Port:")?.withoutBlanks.leadingNumber
    else { return nil }
    let end: (LineBytes) -> String = { bytes in
      bytes.withoutBlanks.prefix {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") && $0 > 0x20
      }.text
    }
    action = "drop"
    self.source = LogEndpoint(
      address: end(source), port: line.after("Source Port:")?.withoutBlanks.leadingNumber)
    self.target = LogEndpoint(address: end(target), port: port)
  }

  /// It dropped a packet amid a connection, for it knows none (any more).
  static let stray = "stray"

  private static let strayWords = [
    "first packet isn", "packet isn't syn", "not a syn", "non-syn", "no connection)",
    "could not associate packet", "no session matched", "out of state", "out-of-state",
    "unknown session", "no matching session", "no matching connection", "non_syn",
  ]

  /// - Parameter line: of a filter that dropped something, in lower case.
  static func isStray(_ line: String) -> Bool {
    strayWords.contains { line.contains($0) }
  }

  /// What the filter did, as an event's kind; nil for what says nothing.
  var kind: LogEventKind? {
    switch action.lowercased() {
    case "drop", "deny", "blocked", "block", "dropped", "reject": .firewallDropped
    case "syn-timeout", "refused", "unreachable": .connectFailed
    case "timeout", Self.stray: .transportError
    case "client-rst", "server-rst": .transportError
    case "closed", "close": .connectionEnded
    case "allow", "accept", "pass", "open": .firewallAllowed
    default: nil
    }
  }
}
