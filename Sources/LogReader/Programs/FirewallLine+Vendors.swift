/// Lines of firewalls that are known by the names or the places of their fields.
extension FirewallLine {
  /// Ports on which a filter's line is about Remote Desktop; higher ones that end in the same digits are
  /// those that people choose for it.
  static func isDesktop(port: Int) -> Bool {
    [3389, 3387, 3392].contains(port) || port > 10_000 && String(port).hasSuffix("3389")
      || port > 10_000 && String(port).hasPrefix("3389")
  }

  /// Palo Alto: `1,2026/11/28 14:22:07,serial,TRAFFIC,end,…`, a hundred fields in a fixed order.
  init?(paloAlto line: LineBytes) {
    guard let traffic = line.range(of: ",TRAFFIC,") else { return nil }
    let fields = line.prefix(4_096).split(separator: 0x2c, omittingEmptySubsequences: false)
    guard
      let type = fields.firstIndex(where: {
        $0.startIndex > traffic.lowerBound && $0.elementsEqual("TRAFFIC".utf8)
      }), type >= 3, fields.count > type + 28
    else { return nil }
    // Counted from the type's own place: what stands before the log's first field is the carrier's.
    let field: (Int) -> LineBytes = { fields[type + $0 - 3] }
    guard let sourcePort = field(24).leadingNumber, let targetPort = field(25).leadingNumber,
      MessageItems.isAddress(field(7).text), MessageItems.isAddress(field(8).text)
    else { return nil }
    source = LogEndpoint(address: field(7).text, port: sourcePort)
    target = LogEndpoint(address: field(8).text, port: targetPort)
    user = field(12).isEmpty ? nil : field(12).text.shortened(128)
    let subtype = field(4).text
    let reason = fields.count > type + 43 ? field(46).text : ""
    switch (subtype, reason) {
    case ("drop", _), ("deny", _), (_, "policy-deny"), (_, "threat"): action = "drop"
    case ("start", _): action = "accept"
    case (_, "tcp-rst-from-server"): action = "server-rst"
    case (_, "tcp-rst-from-client"): action = "client-rst"
    case (_, "aged-out"):
      // Nothing came back: the attempt itself was not answered.
      let isUnanswered = fields.count > type + 42 && field(45).leadingNumber == 0
      action = isUnanswered ? "syn-timeout" : "timeout"
    default: action = "closed"
    }
    seconds = fields.count > type + 33 ? field(36).leadingNumber : nil
    bytes = fields.count > type + 28 ? field(31).leadingNumber : nil
    takeStamp(field(6))
  }

  /// A line of a filter whose form is not known: two addresses, a port of Remote Desktop, and a word for
  /// what was done.
  init?(words line: LineBytes) {
    guard line.count < 8_192, Self.hasDesktopPort(line) else { return nil }
    let tokens = Self.tokens(line)
    guard let action = Self.action(tokens) ?? Self.ruleAction(line), let ends = Self.ends(tokens)
    else { return nil }
    (source, target) = ends
    self.action = action
    guard source.port.map(Self.isDesktop) == true || target.port.map(Self.isDesktop) == true else {
      return nil
    }
    if action == "closed" { self.action = Self.closing(line.text.lowercased()) }
    let lower = line.text.lowercased()
    // A filter that drops what is left of a connection says why it had given it up.
    if action == "drop",
      ["connection timed out", "idle timeout", "session timeout"].contains(where: {
        lower.contains($0)
      })
    {
      self.action = "timeout"
    } else if action == "drop", Self.isStray(lower) {
      self.action = Self.stray
    }
    seconds = Self.named(["duration", "elapsed", "elapsed-time"], tokens)?.leadingNumber
    if let thousandths = Self.named(["cdur", "duration_ms"], tokens)?.leadingNumber {
      seconds = thousandths / 1_000
    } else if let long = seconds, long > Self.longestSeconds {
      seconds = long / 1_000
    }
    // Who tells how long it lasted tells of the end.
    if action == "accept", seconds ?? 0 > 0 { self.action = "closed" }
    user = Self.named(
      ["user_name", "suser", "usrname", "src_user", "username", "usr", "user"], tokens)?.text
      .shortened(128)
    bytes = Self.named(["recv_bytes", "rcvdbyte", "bytes_received"], tokens)?.leadingNumber
    if let stamp = Self.value(" time=", line), stamp.utf8.count > 12, let own = Self.stamp(stamp) {
      time = own
      timeText = stamp
    } else if let pair = Self.datedPair(line) {
      time = pair.time
      timeText = pair.text
    } else {
      takeStamp(line)
    }
  }

  /// A duration of more seconds, ten days, counts thousandths of them.
  private static let longestSeconds = 864_000

  private static func stamp(_ text: String) -> CivilTime? {
    var cursor = LineCursor(Array(text.utf8)[...])
    return CivilTime.iso(&cursor)
  }

  /// Such a line that stands for itself: a filter's has a stamp, a row of a table of connections has none.
  static func ofWords(_ line: LineBytes) -> FirewallLine? {
    if let form = ofForm(line) { return form }
    // The kernel's own log has the time since its start.
    if let filter = FirewallLine(netfilter: line), filter.isOfDesktop { return filter }
    guard let found = FirewallLine(words: line), found.time != nil else { return nil }
    return found
  }

  /// RouterOS logs a rule's packets without a word for what was done, but for the rule's own prefix.
  private static func ruleAction(_ line: LineBytes) -> String? {
    // Meraki numbers what its rule did: `pattern: 1 tcp && (dst port 3389)`.
    if let pattern = line.after(" pattern: "), let number = pattern.firstWord.leadingNumber {
      return number == 1 ? "drop" : number == 0 ? "accept" : nil
    }
    guard line.has("proto TCP ("), line.has("->") else { return nil }
    let front = line.before("proto TCP").text.lowercased()
    if ["drop", "block", "deny", "reject"].contains(where: { front.contains($0) }) {
      return "drop"
    }
    return line.has("proto TCP (SYN)") ? "accept" : nil
  }

  /// One of its ends is a port of Remote Desktop.
  var isOfDesktop: Bool {
    source.port.map(Self.isDesktop) == true || target.port.map(Self.isDesktop) == true
  }

  private static let plainPort: Needle = "3389"

  static func hasDesktopPort(_ line: LineBytes) -> Bool {
    line.has(plainPort) || line.has("3387") || line.has("3392")
  }

  /// A word of a line, and whether the next is its value.
  struct Token {
    var text: LineBytes
    var isKey: Bool
  }

  private static let separators: Set<UInt8> = Set(" \t,;\"'[](){}|<>=".utf8)
  private static let trailing: Set<UInt8> = Set(":-.".utf8)
  private static let mostTokens = 160

  private static func tokens(_ line: LineBytes) -> [Token] {
    var tokens: [Token] = []
    var start = line.startIndex
    for place in line.indices + [line.endIndex] {
      let isEnd = place == line.endIndex || separators.contains(line[place])
      guard isEnd else { continue }
      var word = line[start..<place]
      start = place + 1
      let isAssigned = place < line.endIndex && line[place] == UInt8(ascii: "=")
      // `src:"10.0.0.5"`
      let isLabel =
        word.last == UInt8(ascii: ":") && word.count > 1 && place < line.endIndex
        && line[place] == UInt8(ascii: "\"")
      while let last = word.last, trailing.contains(last) {
        word = word.dropLast()
      }
      if word.isEmpty { continue }
      tokens.append(Token(text: word, isKey: isAssigned || isLabel))
      if tokens.count >= mostTokens { break }
    }
    return tokens
  }

  private static func named(_ names: Set<String>, _ tokens: [Token]) -> LineBytes? {
    for (token, next) in zip(tokens, tokens.dropFirst()) where token.isKey && !next.isKey {
      if names.contains(token.text.text.lowercased()) { return next.text }
    }
    return nil
  }

  private static let sourceNames: Set<String> = [
    "src", "srcip", "src_ip", "source", "sourceip", "source_ip", "source-address", "saddr",
    "sourceaddress", "srcaddr", "id.orig_h",
  ]
  private static let targetNames: Set<String> = [
    "dst", "dstip", "dst_ip", "dest", "destination", "destinationip", "destination_ip", "daddr",
    "destination-address", "destaddress", "destinationaddress", "dstaddr", "dest_ip", "id.resp_h",
  ]
  private static let sourcePortNames: Set<String> = [
    "spt", "sport", "s_port", "srcport", "src_port", "sourceport", "source_port", "source-port",
  ]
  private static let targetPortNames: Set<String> = [
    "dpt", "dport", "d_port", "dstport", "dst_port", "destport", "dest_port", "destinationport",
    "destination_port", "destination-port", "service",
  ]

  private static func ends(_ tokens: [Token]) -> (source: LogEndpoint, target: LogEndpoint)? {
    if let source = named(sourceNames, tokens).flatMap(endpoint),
      let target = named(targetNames, tokens).flatMap(endpoint)
    {
      return (
        LogEndpoint(
          address: source.address,
          port: source.port ?? named(sourcePortNames, tokens)?.leadingNumber),
        LogEndpoint(
          address: target.address,
          port: target.port ?? named(targetPortNames, tokens)?.leadingNumber)
      )
    }
    return placed(tokens)
  }

  /// `address port address port`, or both addresses before both ports.
  private static func placed(
    _ tokens: [Token]
  ) -> (source: LogEndpoint, target: LogEndpoint)? {
    var ends: [LogEndpoint] = []
    var ports: [Int] = []
    for token in tokens where !token.isKey {
      if let found = endpoint(token.text) {
        if ends.count == 2 { break }
        ends.append(found)
      } else if !ends.isEmpty, (2...5).contains(token.text.count),
        token.text.allSatisfy(\.isDigit), let port = token.text.leadingNumber
      {
        let isPaired = ends.count == 1 && ends[0].port == nil
        if isPaired { ends[0].port = port } else { ports.append(port) }
      }
    }
    guard ends.count == 2, ends[0].address != ends[1].address else { return nil }
    if ends[0].port == nil, ends[1].port == nil {
      guard ports.count >= 2 else {
        if let port = ports.first { ends[1].port = port }
        return (ends[0], ends[1])
      }
      (ends[0].port, ends[1].port) = (ports[0], ports[1])
    } else if ends[1].port == nil {
      ends[1].port = ports.first
    }
    return (ends[0], ends[1])
  }

  /// `10.0.0.5`, `10.0.0.5:50123`, `10.0.0.5/50123`, with what an interface adds behind it.
  static func endpoint(_ word: LineBytes) -> LogEndpoint? {
    let host = word.prefix { $0.isDigit || $0 == 0x2e }
    guard host.count >= 7, MessageItems.isAddress(host.text), !host.elementsEqual("0.0.0.0".utf8)
    else { return nil }
    let rest = word[host.endIndex...]
    let isPort = rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: "/")
    return LogEndpoint(address: host.text, port: isPort ? rest.dropFirst().leadingNumber : nil)
  }

  /// Words for what was done, the more exact first.
  private static let actions: [(action: String, words: Set<String>)] = [
    ("server-rst", ["tcp-rst-from-server", "server-rst", "reset-server", "rsts", "rstr"]),
    ("client-rst", ["tcp-rst-from-client", "client-rst", "reset-client", "rsto"]),
    ("syn-timeout", ["syn-timeout", "s0"]),
    ("refused", ["rej"]),
    ("timeout", ["aged-out", "timeout", "timed-out", "idle-timeout", "expired"]),
    (
      "drop",
      [
        "block", "blocked", "drop", "dropped", "deny", "denied", "reject", "rejected", "discard",
        "discarded", "blockieren", "bloqué", "refusé", "blocco", "заблокирован",
      ]
    ),
    ("closed", ["closed", "close", "teardown", "fin", "sf", "tcp-fin", "ip_flow_end"]),
    (
      "accept",
      [
        "allow", "allowed", "accept", "accepted", "pass", "passed", "permit", "permitted", "opened",
        "ip_flow_start",
      ]
    ),
  ]

  private static func action(_ tokens: [Token]) -> String? {
    let words = Set(tokens.filter { !$0.isKey }.map { $0.text.text.lowercased() })
    return actions.first { !$0.words.isDisjoint(with: words) }?.action
  }

  /// A stamp in the line's front, where it has none yet.
  mutating func takeStamp(_ line: LineBytes) {
    guard time == nil, let stamp = FreeRDPText.stamp(of: line) else { return }
    time = stamp.time
    timeText = stamp.text.text
  }

  /// Client and server by their ports, whichever of them sent what the line is about.
  var directed: FirewallLine {
    guard let from = source.port, Self.isDesktop(port: from),
      target.port.map({ !Self.isDesktop(port: $0) }) ?? true
    else { return self }
    var line = self
    (line.source, line.target) = (target, source)
    if action == "client-rst" { line.action = "server-rst" }
    return line
  }

  /// The connection had come up for people to work in: it lasted and carried a desktop's data.
  var carriedDesktop: Bool {
    guard let bytes else { return (seconds ?? 0) >= 120 }
    return (seconds ?? 0) >= 30 && bytes >= 100_000
  }
}
