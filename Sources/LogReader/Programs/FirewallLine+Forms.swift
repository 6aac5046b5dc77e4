/// Lines of firewalls, flow logs and forwarding proxies that are known by their form.
extension FirewallLine {
  /// A line of one of these forms that is about a port of Remote Desktop.
  static func ofForm(_ line: LineBytes) -> FirewallLine? {
    guard line.count < 8_192, hasDesktopPort(line) else { return nil }
    var found =
      juniper(line) ?? cloudFlow(line) ?? streamAccess(line) ?? streamError(line)
      ?? forwarder(line) ?? netScaler(line) ?? tracked(line)
    found?.takeStamp(line)
    guard let found, found.isOfDesktop else { return nil }
    return found
  }

  private init(_ action: String, _ source: LogEndpoint?, _ target: LogEndpoint) {
    self.action = action
    self.source = source ?? LogEndpoint(address: "")
    self.target = target
  }

  /// conntrack: `[1741947703.880914] [DESTROY] tcp 6 ESTABLISHED src=A dst=B sport=P dport=Q …`; the first of its
  /// two directions is the opener's.
  private static func tracked(_ line: LineBytes) -> FirewallLine? {
    guard line.has(" tcp "),
      let state = ["[NEW]", "[UPDATE]", "[DESTROY]"].first(where: { line.has(Needle($0)) }),
      let source = value("src=", line).flatMap({ endpoint(Array($0.utf8)[...]) }),
      let target = value("dst=", line).flatMap({ endpoint(Array($0.utf8)[...]) }),
      let from = value("sport=", line).flatMap({ Int($0) }),
      let to = value("dport=", line).flatMap({ Int($0) })
    else { return nil }
    let action: String
    switch state {
    case "[NEW]": action = "accept"
    case "[UPDATE]": action = line.has(" FIN_WAIT ") ? "closed" : "step"
    default:
      // Forgotten while it was up, or while nobody had answered: no packet ended it.
      action =
        line.has(" ESTABLISHED ")
        ? "timeout"
        : line.has(" SYN_SENT ") || line.has("[UNREPLIED]") ? "syn-timeout" : "closed"
    }
    var found = FirewallLine(
      action, LogEndpoint(address: source.address, port: from),
      LogEndpoint(address: target.address, port: to))
    found.seconds = value("delta-time=", line).flatMap { Int($0) }
    if let stamp = line.after("["),
      let time = stamp.leadingNumber.flatMap({ CivilTime(secondsSinceEpoch: $0) })
    {
      found.time = time
      found.timeText = stamp.before("]").text.shortened(40)
    }
    return found
  }

  private static let flowMark: Needle = "RT_FLOW_SESSION_"

  /// Juniper: `RT_FLOW_SESSION_CLOSE: session closed TCP SERVER RST: A/P->B/Q … packets(bytes) packets(bytes)
  /// seconds … user(roles)`.
  private static func juniper(_ line: LineBytes) -> FirewallLine? {
    guard let rest = line.after(flowMark) else { return nil }
    let words = rest.split(separator: 0x20).prefix(60)
    guard let pair = words.first(where: { $0.has("->") }),
      let source = endpoint(pair.before("->")), let target = pair.after("->").flatMap(endpoint)
    else { return nil }
    let action: String
    if rest.starts("CREATE") {
      action = "accept"
    } else if rest.starts("DENY") {
      action = "deny"
    } else {
      action = closing(rest.prefix(120).text.lowercased())
    }
    var found = FirewallLine(action, source, target)
    for index in words.indices.dropLast(2)
    where isCounted(words[index]) && isCounted(words[index + 1]) {
      found.bytes = words[index + 1].after("(")?.leadingNumber
      found.seconds = words[index + 2].leadingNumber
      break
    }
    found.user = words.dropFirst().first { word in
      guard let open = word.firstIndex(of: 0x28), word.last == 0x29, open > word.startIndex else {
        return false
      }
      return !word[word.startIndex].isDigit
    }.map { $0.before("(").text.shortened(128) }
    return found
  }

  /// `18331(2204118)`
  private static func isCounted(_ word: LineBytes) -> Bool {
    guard word.first?.isDigit == true, word.last == 0x29, let inner = word.between("(", ")") else {
      return false
    }
    return !inner.isEmpty && inner.allSatisfy(\.isDigit)
  }

  /// A firewall's words for how a connection ended, in lower case.
  static func closing(_ words: String) -> String {
    if words.contains("server rst") || words.contains("rst from server") { return "server-rst" }
    if words.contains("client rst") || words.contains("rst from client") { return "client-rst" }
    if words.contains("idle timeout") || words.contains("aged out") { return "timeout" }
    return "closed"
  }

  /// Amazon's flow log: `2 account eni-… A B P Q 6 packets bytes start end ACCEPT OK`.
  private static func cloudFlow(_ line: LineBytes) -> FirewallLine? {
    let words = line.prefix(400).split(separator: 0x20)
    guard words.count >= 14, words[2].starts("eni-"), words[7].elementsEqual("6".utf8),
      let source = endpoint(words[3]), let target = endpoint(words[4]),
      let start = words[10].leadingNumber, let time = CivilTime(secondsSinceEpoch: start)
    else { return nil }
    let isDropped = words[12].elementsEqual("REJECT".utf8)
    guard isDropped || words[12].elementsEqual("ACCEPT".utf8) else { return nil }
    var found = FirewallLine(
      isDropped ? "drop" : "accept",
      LogEndpoint(address: source.address, port: words[5].leadingNumber),
      LogEndpoint(address: target.address, port: words[6].leadingNumber))
    found.time = time
    found.timeText = words[10].text
    return found
  }

  /// nginx's stream: `A [28/Nov/2026:14:02:11 +0100] TCP 200 sent received seconds "B:3389" …`, written at
  /// the end.
  private static func streamAccess(_ line: LineBytes) -> FirewallLine? {
    guard let rest = line.after("] TCP "), let source = endpoint(line.firstWord) else { return nil }
    let words = rest.split(separator: 0x20).prefix(8)
    guard words.count >= 4, words[words.startIndex].count == 3,
      let status = words[words.startIndex].leadingNumber,
      let target = rest.between("\"", "\"").flatMap(endpoint)
    else { return nil }
    let seconds = words[words.startIndex + 3].leadingNumber
    let action =
      switch status {
      case 502: seconds ?? 0 >= 3 ? "syn-timeout" : "refused"
      case 403: "deny"
      default: "closed"
      }
    var found = FirewallLine(action, source, target)
    found.seconds = seconds
    found.bytes = words[words.startIndex + 1].leadingNumber
    return found
  }

  /// nginx's stream: `recv() failed (104: …) while proxying and reading from upstream, client: A, …,
  /// upstream: "B:3389"`.
  private static func streamError(_ line: LineBytes) -> FirewallLine? {
    guard let target = line.between("upstream: \"", "\"").flatMap(endpoint),
      let source = line.between("client: ", ",").flatMap(endpoint)
    else { return nil }
    let action: String
    if line.has("while connecting to upstream") {
      action =
        line.has("refused") ? "refused" : line.has("timed out") ? "syn-timeout" : "unreachable"
    } else if line.has("reset by peer") {
      action = line.has(" upstream, client") ? "server-rst" : "client-rst"
    } else if line.has("timed out") {
      action = "timeout"
    } else {
      return nil
    }
    return FirewallLine(action, source, target)
  }

  /// Forwarders written in Go: `Handling connection from A to B`, `Error while connecting to backend: dial tcp
  /// B: …`, `Error during connection: readfrom tcp X->B: read tcp L->R: read: connection reset by peer`.
  private static func forwarder(_ line: LineBytes) -> FirewallLine? {
    if let rest = line.after("andling connection from "), let source = endpoint(rest.firstWord),
      let target = rest.after(" to ").flatMap({ endpoint($0.firstWord) })
    {
      return FirewallLine("accept", source, target)
    }
    if let rest = line.after("connecting to backend: dial tcp "), let target = endpoint(rest) {
      let action =
        rest.has("refused")
        ? "refused" : rest.has("timeout") || rest.has("timed out") ? "syn-timeout" : "unreachable"
      return FirewallLine(action, nil, target)
    }
    guard line.has("reset by peer"), line.has("rror during connection") else { return nil }
    // The end that is named behind the arrow sent the reset.
    guard let pair = line.after(": read tcp ")?.firstWord ?? line.after("write tcp ")?.firstWord,
      let near = endpoint(pair.before("->")), let far = pair.after("->").flatMap(endpoint)
    else { return nil }
    if far.port.map(isDesktop) == true { return FirewallLine("server-rst", nil, far) }
    guard near.port.map(isDesktop) == true else { return nil }
    let server = line.after("readfrom tcp ").flatMap { $0.firstWord.after("->") }.flatMap(endpoint)
    return FirewallLine("client-rst", far, server ?? near)
  }

  /// NetScaler: `SSLVPN TCPCONNSTAT … - User name - … - Source A:P - Destination B:3389 - … Duration 00:46:07`.
  private static func netScaler(_ line: LineBytes) -> FirewallLine? {
    guard line.has(" TCPCONNSTAT "),
      let source = line.after("- Source ").flatMap({ endpoint($0.firstWord) }),
      let target = line.after("- Destination ").flatMap({ endpoint($0.firstWord) })
    else { return nil }
    var found = FirewallLine("closed", source, target)
    found.user = line.after("- User ")?.firstWord.text.shortened(128)
    found.seconds = line.after("- Duration ").flatMap(duration)
    return found
  }
}
