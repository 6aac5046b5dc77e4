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
  /// What the program calls this connection: lines of one connection share it.
  var connection: String?
  var time: CivilTime?
  var timeText = ""

  private static let longestLine = 4_096

  /// - Parameter isAmidRemoteDesktop: lines close by speak of Remote Desktop.
  init?(_ line: LineBytes, isAmidRemoteDesktop: Bool) {
    guard line.count >= 12, line.count < Self.longestLine else { return nil }
    let statuses = Self.statuses(in: line)
    guard
      LineGate.plain.passes(line) || PlainStatus.mayStand(in: line)
        || statuses.contains(where: { LineGate.plain.passes($0) })
    else { return nil }
    let text = Array(line.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 })[...]
    guard isAmidRemoteDesktop || PlainWords.speaksOfRemoteDesktop(line, text),
      !PlainWords.isOtherService(text)
    else { return nil }
    let status = PlainStatus.code(in: line, text)
    guard
      let rule = status?.rule ?? PlainStatus.rule(in: text)
        ?? PlainRule.all.first(where: { $0.matches(text) })
        ?? PlainRule.all.first(where: { rule in statuses.contains { rule.matches($0) } })
    else {
      return nil
    }
    self.rule = rule
    code = status?.code ?? rule.code
    if let stamp = FreeRDPText.stamp(of: line) {
      time = stamp.time
      timeText = stamp.text.text.shortened(60)
    }
    connection = Self.connection(in: text)
    takeEnds(line, text)
  }

  private static let mostStatuses = 8

  /// `SETUP_ERR_OPEN_SERVER_TIMEOUT`: the name of a status is words too, each name for itself.
  private static func statuses(in line: LineBytes) -> [LineBytes] {
    guard line.contains(0x5f) else { return [] }
    let isOfName: (UInt8) -> Bool = { $0 == 0x5f || $0.isDigit || (0x41...0x5a).contains($0) }
    return line.split(whereSeparator: { !isOfName($0) })
      .filter { $0.count(where: { $0 == 0x5f }) >= 2 && $0.count < 80 }
      .prefix(mostStatuses)
      .map { name in Array(name.map { $0 == 0x5f ? 0x20 : $0 | 0x20 })[...] }
  }

  /// It says what failed, rather than that something begins or ended.
  var isFailure: Bool {
    switch rule.kind {
    case .connectionEnded, .attemptBegins, .sessionConnected, .phaseReached: false
    default: true
    }
  }

  private static let connectionNames: [Needle] = [
    "conn_id=", "connection_id=", "connid=", "session_id=", "sessionid=", "session=", "conn=",
    "\"session_id\":\"", "\"conn_id\":\"", " session \"", ":common:",
  ]
  private static let shortestName = 4

  /// A UUID, or the value of a field that names connections or sessions.
  private static func connection(in text: LineBytes) -> String? {
    for name in connectionNames {
      guard let value = value(name, text), value.utf8.count >= shortestName else { continue }
      return value.shortened(64)
    }
    for word in text.split(whereSeparator: { separators.contains($0) || $0 == 0x3a }).prefix(120)
    where word.count == 36 {
      let parts = word.split(separator: 0x2d, omittingEmptySubsequences: false).map(\.count)
      if parts == [8, 4, 4, 4, 12],
        word.allSatisfy({ $0 == 0x2d || $0.hexadecimalDigit != nil })
      {
        return word.text
      }
    }
    return nil
  }

  private static let separators: Set<UInt8> = Set(" \t,;\"'[](){}<>=|".utf8)
  /// Names of fields that hold the client's address without a port, and the account.
  private static let clientNames: [Needle] = [
    "client-ip:", "client_ip=", "client_ip:", "clientip=", "peer_addr=", "remote_addr=", "client=",
    "client: ", "source_ip=", "src_ip=", "client_tcp_address=", "clientpublicip=",
    " ipaddress=", "client_address=", "client ip ", "handshakerequest from ", "clientaddress=",
  ]
  private static let serverNames: [Needle] = [
    " host=", " endpoint_tcp_address=", " server_address=", " target_host=", " serverip=",
    " destination_host=", " desktop-name:", " target=", " hostname=", " target_ip=",
  ]
  private static let userNames: [Needle] = [
    " user: [", " user=", " username=", " user_name=", " user:", " login=", " account=", ", user ",
    " username:", " userprincipalname=",
  ]
  /// Words before an address that say whose it is.
  private static let serverWords: Set<String> = [
    "to", "server", "target", "host", "upstream", "backend", "destination", "dest", "dst", "remote",
    "addr", "desktop-addr", "rdp", "connecting", "port",
  ]

  /// Words before an address without a port.
  private static let clientWords: Set<String> = ["from", "client", "opened", "ipv4", "peer"]
  private static let placeWords: Set<String> = ["to", "server", "target", "destination", "rdp"]

  /// Addresses with a port: the one of Remote Desktop is the server, a high one the client.
  private mutating func takeEnds(_ line: LineBytes, _ text: LineBytes) {
    var before = ""
    var lone: (client: String?, server: String?) = (nil, nil)
    for word in line.split(whereSeparator: { Self.separators.contains($0) }).prefix(120) {
      defer {
        if word.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a }) {
          before = word.filter { $0 != 0x3a }[...].text.lowercased()
        }
      }
      if word.first?.isDigit == true, word.count >= 7, word.count <= 16 {
        let isClient = Self.clientWords.contains(before)
        if isClient || Self.placeWords.contains(before) {
          let end = word.last == 0x2e ? word.dropLast() : word
          if end.allSatisfy({ $0.isDigit || $0 == 0x2e }), MessageItems.isAddress(end.text) {
            if isClient { lone.client = lone.client ?? end.text }
            if !isClient { lone.server = lone.server ?? end.text }
          }
        }
      }
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
      } else if Self.serverWords.contains(before), port >= 80 {
        server = server ?? found
      } else if port >= 1_024, MessageItems.isAddress(host.text) {
        client = client ?? found
      }
    }
    if client == nil {
      for name in Self.clientNames {
        guard let value = Self.value(name, text), MessageItems.isAddress(value) else { continue }
        client = LogEndpoint(address: value)
        break
      }
    }
    if server == nil {
      for name in Self.serverNames {
        guard let value = Self.value(name, text), value.contains(".") else { continue }
        server = LogEndpoint(address: value)
        break
      }
    }
    if client == nil { client = lone.client.map { LogEndpoint(address: $0) } }
    if server == nil { server = lone.server.map { LogEndpoint(address: $0) } }
    user =
      Self.userNames.lazy.compactMap { name in
        // As it is written, found without regard to case.
        text.range(of: name).flatMap { found in
          Self.value(behind: line[(line.startIndex + found.upperBound - text.startIndex)...])
        }
      }.first
  }

  private static func value(_ name: Needle, _ line: LineBytes) -> String? {
    line.after(name).flatMap { value(behind: $0) }
  }

  private static func value(behind text: LineBytes) -> String? {
    var rest = text
    if rest.first == 0x22 || rest.first == 0x27 { rest = rest.dropFirst() }
    let word = rest.prefix { !separators.contains($0) }
    return word.isEmpty || word.count > 128 || word.elementsEqual("-".utf8) ? nil : word.text
  }
}
