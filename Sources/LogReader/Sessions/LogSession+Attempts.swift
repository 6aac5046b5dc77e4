extension LogSession {
  /// FreeRDP's client tries a connection that failed early a second time, by itself and without a word:
  /// only its error appears twice. The session as one part for each of these connections.
  public var attempts: [LogSession] {
    guard program == .freeRDP, point == .client, phase < .active else { return [self] }
    var parts: [[LogEvent]] = [[]]
    var failed: Set<String> = []
    var isOver = false
    for event in events {
      if isOver, failed.contains(event.key) || event.kind == .attemptBegins {
        parts.append([])
        isOver = false
        failed = []
      }
      // What follows the error that ends an attempt belongs to it until the same begins anew.
      isOver = isOver || event.key == "freerdp.transport_failed"
      if event.isEnd { failed.insert(event.key) }
      parts[parts.count - 1].append(event)
    }
    guard parts.count > 1, parts.count <= 8 else { return [self] }
    return parts.map(part)
  }

  /// The same session with only some of its events.
  private func part(_ events: [LogEvent]) -> LogSession {
    var part = LogSession(program, at: point, identity: identity, events: events)
    part.client = part.client ?? client
    part.server = part.server ?? server
    part.user = part.user ?? user
    part.clientHost = part.clientHost ?? clientHost
    part.computer = computer
    part.hostEvents = hostEvents
    part.isReconnect = isReconnect
    part.isOpen = !events.contains(where: \.isEnd)
    part.secondChange = secondChange
    part.timeBasis = timeBasis
    return part
  }

  /// The session with another part of it behind its events.
  public func joined(with other: LogSession) -> LogSession {
    var whole = self
    for event in other.events { whole.add(event) }
    whole.isOpen = !whole.events.contains(where: \.isEnd)
    return whole
  }
}
