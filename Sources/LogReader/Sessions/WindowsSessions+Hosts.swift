import CaptureReader

/// What happened to the hosts, and which sessions it counts for.
extension WindowsSessions {
  /// What happened to the host so long after the last record may have ended the session.
  private static let hostSpan = TimeSpan.seconds(60)

  private static let hostKinds: Set<LogEventKind> = [
    .hostSlept, .hostWoke, .hostStopping, .hostStarted, .hostCrashed, .linkDown, .linkUp,
    .resourcesLow, .updateInstalled, .certificateProblem,
  ]

  /// It happened to the host or its service, and belongs to whichever session ran then.
  func isOfHost(_ event: LogEvent) -> Bool {
    if Self.hostKinds.contains(event.kind) { return true }
    // Without a client no record says whose connection it was.
    if event.client == nil, event.kind == .licensingFailed { return true }
    switch event.key.prefix(while: { $0 != "." }) {
    case "schannel", "scm", "application", "winlogon": return true
    default: return event.key == "rcm.259"
    }
  }

  mutating func attachHostEvents() {
    guard !hostEvents.isEmpty else { return }
    if all.isEmpty { return hostAlone() }
    let isOneHost = isOneHost
    // In the order of time, as all events are taken.
    for index in all.indices {
      let session = all[index]
      // Records without a time stand beside nothing.
      if session.last.nanoseconds == 0 { continue }
      let hasBegin = session.events.contains { $0.isBegin }
      let before = hasBegin ? TimeSpan.seconds(1) : Self.hostSpan
      let from = session.first.advanced(by: TimeSpan.zero - before)
      let to = session.last.advanced(by: Self.hostSpan)
      let near = hostEvents[place(of: from)...].prefix { $0.time <= to }.suffix(256).filter {
        isOwn($0, session, isOneHost)
      }
      all[index].hostEvents = Array(near.suffix(64))
      if let end = laterEnd(of: session, isOneHost), !near.contains(end) {
        all[index].hostEvents.append(end)
        all[index].last = max(session.last, end.time)
      }
    }
  }

  /// How much later a crash may come that is the end of a session of which no other is logged.
  private static let openSpan = TimeSpan.seconds(7 * 86_400)

  /// What ended a session that the log leaves open: the crash of its host, its service or its program. Only
  /// logs that would tell another end count.
  private func laterEnd(of session: LogSession, _ isOneHost: Bool) -> LogEvent? {
    guard
      session.events.contains(where: {
        ($0.kind == .sessionConnected || $0.kind == .sessionReconnected)
          && ($0.key.hasPrefix("lsm.") || $0.key.hasPrefix("rdpclient."))
          || $0.key == "rdpclient.1027"
      }), !session.events.contains(where: \.isEnd)
    else { return nil }
    let limit = session.last.advanced(by: Self.openSpan)
    return hostEvents[place(of: session.last)...].prefix { $0.time <= limit }.first { event in
      let isEnd =
        switch event.kind {
        case .hostCrashed: true
        case .serviceStopped: session.point == .server
        case .clientInterrupted: session.point == .client
        default: false
        }
      return isEnd && isOwn(event, session, isOneHost)
    }
  }

  /// Whether all that is read can be one host's: one name at most, and not both ends of connections.
  private var isOneHost: Bool {
    var names = Set(all.compactMap { $0.computer?.lowercased() })
    for event in hostEvents {
      if names.count > 1 { return false }
      if let name = event.source.computer { names.insert(name.lowercased()) }
    }
    let isBothEnds =
      all.contains { $0.point == .client } && all.contains { $0.point != .client }
    return names.count <= 1 && !isBothEnds
  }

  /// What happened to a host counts for its own sessions: those of the same computer, else of the same
  /// log, else where nothing speaks of another host.
  private func isOwn(_ event: LogEvent, _ session: LogSession, _ isOneHost: Bool) -> Bool {
    if let name = event.source.computer, let own = session.computer {
      return name.lowercased() == own.lowercased()
    }
    return isOneHost || session.inputs.contains(event.reference.input)
  }

  /// The first host event at a time or after it.
  private func place(of time: Timestamp) -> Int {
    var low = 0
    var high = hostEvents.count
    while low < high {
      let middle = (low + high) / 2
      if hostEvents[middle].time < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A log without a connection still tells what would have ended one.
  private mutating func hostAlone() {
    var computers: [String: [LogEvent]] = [:]
    for event in hostEvents { computers[place(event), default: []].append(event) }
    for (computer, events) in computers.sorted(by: { $0.key < $1.key }) {
      var session = LogSession(.windows, at: .host, identity: "host \(computer)")
      for event in events { session.add(event, limit: limits.eventsOfSession) }
      session.hostEvents = Array(events.suffix(256))
      session.isHostOnly = true
      session.isOpen = false
      all.append(session)
    }
  }
}
