import CaptureReader

/// Connections of programs whose form is not known: by addresses where lines name them, else one after the
/// other.
enum PlainSessions {
  /// Lines that are further apart belong to different connections.
  private static let gap = TimeSpan.seconds(600)
  /// A session that is up may go on without a line for this long.
  private static let longest = TimeSpan.seconds(86_400)
  /// Connections that lines are looked up in.
  private static let remembered = 32

  static func sessions(of events: [LogEvent]) -> [LogSession] {
    var sessions: [LogSession] = []
    for event in events {
      if let known = owner(of: event, sessions) {
        sessions[known].add(event)
      } else {
        sessions.append(
          LogSession(
            event.source.program, at: .client, identity: "connection \(sessions.count + 1)",
            events: [event]))
      }
    }
    return sessions
  }

  /// The end of what goes on: a log that tells when a connection begins tells so of the next one too.
  private static func isEndOfOpen(_ event: LogEvent, _ session: LogSession) -> Bool {
    guard session.has(.attemptBegins), !session.events.contains(where: \.isEnd) else {
      return false
    }
    switch event.kind {
    case .connectionEnded, .transportError, .userClosed, .sessionLoggedOff, .sessionDisconnected,
      .limitReached, .sessionTakenOver, .backendFailed:
      return true
    default: return false
    }
  }

  private static func owner(of event: LogEvent, _ sessions: [LogSession]) -> Int? {
    let near = sessions.indices.suffix(remembered)
    if let client = event.client, client.port != nil {
      if let exact = near.last(where: { sessions[$0].client == client }) { return exact }
    }
    if let name = event.activity {
      if let exact = near.last(where: { index in
        sessions[index].inputs == [event.reference.input]
          && sessions[index].events.contains { $0.activity == name }
      }) {
        return exact
      }
      // Another connection has the name of its own.
      if let last = near.last, sessions[last].events.contains(where: { $0.activity != nil }) {
        return nil
      }
    }
    guard let last = near.last else { return nil }
    let session = sessions[last]
    // What ended a try before the session came up is no end of it.
    let up = session.events.lastIndex { $0.kind == .sessionConnected }
    let isUp = up.map { !session.events[$0...].contains(where: \.isEnd) } ?? false
    guard session.inputs == [event.reference.input],
      event.time.since(session.last)
        <= (isUp && event.kind != .attemptBegins || isEndOfOpen(event, session) ? longest : gap)
    else { return nil }
    if let client = event.client, let own = session.client,
      client.address != own.address || client.port != nil && own.port != nil && client != own
    {
      return nil
    }
    if event.kind == .attemptBegins, session.events.contains(where: \.isEnd) { return nil }
    return last
  }
}
