import CaptureReader

/// Connections of Remote Desktop as packet filters and proxies tell them, by client, server and port.
struct FirewallSessions {
  private var sessions: [LogSession] = []
  /// Newest refused attempt of a client at a server.
  private var refused: [String: Int] = [:]
  private var open: [String: Int] = [:]
  /// Open connections by the client's address and port, whoever it believes to talk to, and by server.
  private var openOfClient: [String: Int] = [:]
  private var openOfServer: [String: Int] = [:]
  private var ended: [String: Int] = [:]
  /// The same by the client's address and port, behind a filter that translates the server's.
  private var endedOfClient: [String: Int] = [:]

  /// Repeats of a connection attempt within this time are one.
  private static let repeatSpan = TimeSpan.seconds(60)
  /// A filter drops what is left of a connection that it has forgotten.
  private static let remainsSpan = TimeSpan.seconds(600)
  /// A client's port is not used again, as a rule, while its old connection's packets still come.
  private static let straySpan = TimeSpan.seconds(3_600)
  /// Two lines of one end are no further apart.
  private static let endSpan = TimeSpan.seconds(2)
  /// Who is let through and works on has logged on after this time.
  private static let workSpan = TimeSpan.seconds(120)
  /// Connections without an end that one client may have at one server, and one log in all, each for itself.
  private static let mostOpenOfPair = 4
  private static let mostOpen = 64

  static func sessions(of events: [LogEvent]) -> [LogSession] {
    var builder = Self()
    for event in events where isDesktop(event) { builder.take(event) }
    return gathered(builder.sessions)
  }

  private struct Names {
    var pair: String
    var flow: String
    var client: String?
    var server: String

    init(_ event: LogEvent) {
      server = "\(event.server?.address ?? "") \(event.server?.port ?? 0)"
      pair = "\(event.client?.address ?? "") \(server)"
      flow = "\(pair) \(event.client?.port ?? 0)"
      client = event.client.flatMap { end in end.port.map { "\(end.address) \($0)" } }
    }
  }

  private mutating func take(_ event: LogEvent) {
    let names = Names(event)
    switch event.kind {
    case .transportError where event.text == FirewallLine.stray:
      if let known = ended[names.flow] ?? names.client.flatMap({ endedOfClient[$0] }),
        event.time.since(sessions[known].last) <= Self.straySpan
      {
        return noteLife(event, known)
      }
      if let known = opened(event, names) { return end(event, of: known, names) }
      noteEnd(of: sessions.count, names)
    case .firewallDropped, .connectFailed:
      if names.client != nil, let known = ended[names.flow],
        event.time.since(sessions[known].last) <= Self.remainsSpan
      {
        return noteLife(event, known)
      }
      if event.kind == .connectFailed {
        if let known = opened(event, names) { return end(event, of: known, names) }
        // Proxies write a line of the request and one of the error.
        if let known = ended[names.flow], event.time.since(sessions[known].last) <= Self.endSpan {
          sessions[known].add(event)
          return
        }
      }
      if let known = refused[names.pair],
        event.time.since(sessions[known].last) <= Self.repeatSpan
      {
        sessions[known].add(event)
        return
      }
      refused[names.pair] = sessions.count
    case .firewallAllowed, .phaseReached, .sessionConnected:
      // The line of an end that another line told before: what it says of the begin is that connection's.
      if event.key == "firewall.began", names.client != nil, let known = ended[names.flow],
        event.time <= sessions[known].last
      {
        sessions[known].add(event)
        return
      }
      // A line of the end repeats when the connection began.
      if let known = open[names.flow] {
        if event.kind == .sessionConnected { sessions[known].add(event) }
        return
      }
      open[names.flow] = sessions.count
      if let client = names.client { openOfClient[client] = sessions.count }
      openOfServer[names.server] = sessions.count
    default:
      if let known = opened(event, names) { return end(event, of: known, names) }
      if let known = ended[names.flow], event.time.since(sessions[known].last) <= Self.endSpan {
        sessions[known].add(event)
        return
      }
      noteEnd(of: sessions.count, names)
    }
    sessions.append(
      LogSession(
        .firewall, at: .between, identity: "record \(event.reference.frame)", events: [event]))
    mark(event, sessions.count - 1)
  }

  /// An end that has closed a connection is silent after this time.
  private static let closingSpan = TimeSpan.seconds(120)

  /// Who sends on long after the filter closed a connection had not closed it.
  private mutating func noteLife(_ event: LogEvent, _ known: Int) {
    let last = sessions[known].last
    guard event.kind == .firewallDropped || event.text == FirewallLine.stray,
      event.time.since(last) >= Self.closingSpan, !sessions[known].has(.consequence)
    else { return }
    var life = event
    life.kind = .consequence
    sessions[known].add(life)
    sessions[known].last = last
  }

  /// The open connection that a line of an end is about: proxies name only one of its ends in some lines.
  private func opened(_ event: LogEvent, _ names: Names) -> Int? {
    if let known = open[names.flow] { return known }
    let known =
      event.client == nil ? openOfServer[names.server] : names.client.flatMap { openOfClient[$0] }
    guard let known, !sessions[known].events.contains(where: \.isEnd) else { return nil }
    return known
  }

  private mutating func end(_ event: LogEvent, of known: Int, _ names: Names) {
    sessions[known].add(event)
    mark(event, known)
    noteEnd(of: known, names)
    open[names.flow] = nil
    if let client = names.client, openOfClient[client] == known { openOfClient[client] = nil }
    if openOfServer[names.server] == known { openOfServer[names.server] = nil }
  }

  private mutating func noteEnd(of known: Int, _ names: Names) {
    ended[names.flow] = known
    if let client = names.client { endedOfClient[client] = known }
  }

  /// An end that comes late, or that a filter gives for idleness, is a running session's.
  private mutating func mark(_ event: LogEvent, _ known: Int) {
    guard event.kind == .transportError || event.kind == .connectionEnded else { return }
    let isOfRunning = event.text == "timeout" || event.text == FirewallLine.stray
    if isOfRunning || event.time.since(sessions[known].first) >= Self.workSpan,
      sessions[known].phase < .active
    {
      sessions[known].phase = .active
    }
  }

  private static func isDesktop(_ event: LogEvent) -> Bool {
    guard let port = event.server?.port else { return true }
    return FirewallLine.isDesktop(port: port)
  }

  // MARK: Many without an end

  /// Connections of which a log tells only that they were let through say nothing one by one where they are
  /// many: they are gathered by client and server, and by server alone where there are still too many.
  private static func gathered(_ sessions: [LogSession]) -> [LogSession] {
    let isBare: (LogSession) -> Bool = { $0.events.allSatisfy { $0.kind == .firewallAllowed } }
    let byPair = gathered(sessions, isBare, most: mostOpenOfPair) {
      "\($0.inputs) \($0.client?.address ?? "") \($0.server?.address ?? "") \($0.server?.port ?? 0)"
    }
    guard byPair.count(where: isBare) > mostOpen else { return byPair }
    return gathered(byPair, isBare, most: 0) {
      "\($0.inputs) \($0.server?.address ?? "") \($0.server?.port ?? 0)"
    }
  }

  private static func gathered(
    _ sessions: [LogSession], _ isBare: (LogSession) -> Bool, most: Int,
    by name: (LogSession) -> String
  ) -> [LogSession] {
    var groups: [String: [Int]] = [:]
    for index in sessions.indices where isBare(sessions[index]) {
      groups[name(sessions[index]), default: []].append(index)
    }
    var left: Set<Int> = []
    var result = sessions
    for indices in groups.values where indices.count > max(1, most) {
      guard let first = indices.first else { continue }
      for index in indices.dropFirst() {
        for event in sessions[index].events { result[first].add(event) }
        left.insert(index)
      }
      let clients = Set(indices.map { sessions[$0].client?.address })
      result[first].identity = "\(indices.count) connections"
      result[first].client?.port = nil
      if clients.count > 1 { result[first].client = nil }
    }
    return result.indices.filter { !left.contains($0) }.map { result[$0] }
  }
}
