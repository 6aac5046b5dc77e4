import CaptureReader

/// Which sessions a tunnel's end counts for.
enum TunnelEvents {
  /// A session that goes through a tunnel ends at once, or is given up within this time.
  private static let span = TimeSpan.seconds(60)
  /// A session goes on without a line of its log for this long.
  private static let longest = TimeSpan.seconds(86_400)

  /// A gateway names whose tunnel it was; a client's own log is that of the client's host.
  static func attach(_ events: [LogEvent], to sessions: inout [LogSession]) {
    let ends = events.filter { $0.kind == .linkDown }
    guard !ends.isEmpty else { return }
    for index in sessions.indices where !sessions[index].isHostOnly {
      let session = sessions[index]
      let near = ends.filter { event in
        let gap = session.last.since(event.time)
        return gap <= span && gap >= TimeSpan.zero - .seconds(5) && isOf(event, session)
          && !session.hostEvents.contains(event)
      }
      sessions[index].hostEvents += near.suffix(4)
      // A log that tells of the begin alone: the first end of the client's own tunnel ends it.
      guard near.isEmpty, !session.events.contains(where: \.isEnd),
        let end = ends.first(where: {
          $0.time > session.last && $0.time.since(session.last) <= longest
            && $0.client != nil && $0.client?.address == session.client?.address
        })
      else { continue }
      sessions[index].add(end)
      sessions[index].hostEvents.append(end)
    }
  }

  private static func isOf(_ event: LogEvent, _ session: LogSession) -> Bool {
    guard event.client != nil || event.user != nil else { return true }
    if let address = event.client?.address, let own = session.client?.address {
      return address == own
    }
    guard let user = event.user, let own = session.user else { return false }
    return plain(user) == plain(own)
  }

  /// The account's name without its domain.
  private static func plain(_ user: String) -> String {
    let name = user.split(separator: "\\").last.map(String.init) ?? user
    return (name.split(separator: "@").first.map(String.init) ?? name).lowercased()
  }
}
