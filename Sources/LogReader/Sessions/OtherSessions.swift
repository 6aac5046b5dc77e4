import CaptureReader

/// Sessions of programs whose records need little to be told apart.
enum OtherSessions {
  /// - Parameter known: inputs that have sessions of a known program already.
  static func sessions(
    of events: [LogProgram: [LogEvent]], known: Set<Int> = []
  ) -> [LogSession] {
    GuacdSessions.sessions(events[.guacd] ?? [])
      + sequence(events[.gnomeRemoteDesktop] ?? [], .gnomeRemoteDesktop)
      + sequence(events[.weston] ?? [], .weston)
      + runs(events[.rdesktop] ?? [], .rdesktop)
      + dialogs(events[.mstsc] ?? [])
      + single(events[.connectionManager] ?? [], .connectionManager, at: .client)
      + FirewallSessions.sessions(of: events[.firewall] ?? [])
      + virtualDesktop(events[.virtualDesktop] ?? [])
      + PlainSessions.sessions(of: unknown(events, known))
  }

  /// Lines of programs that are not known, of logs that no known program tells its connections in.
  private static func unknown(
    _ events: [LogProgram: [LogEvent]], _ built: Set<Int>
  ) -> [LogEvent] {
    guard let all = events[.other] else { return [] }
    let known = built.union(
      events.lazy.filter { $0.key != .other }.flatMap { $0.value.lazy.map(\.reference.input) })
    return all.filter { !known.contains($0.reference.input) }
  }

  /// Each log, and each computer in it, tells its own connections.
  private static func sequence(_ events: [LogEvent], _ program: LogProgram) -> [LogSession] {
    var order: [String] = []
    var byHost: [String: [LogEvent]] = [:]
    for event in events {
      let key = "\(event.reference.input) \(event.source.computer ?? "")"
      if byHost[key] == nil { order.append(key) }
      byHost[key, default: []].append(event)
    }
    return order.flatMap { sequence(ofHost: byHost[$0] ?? [], program) }
  }

  /// One connection after the other: an end closes it.
  private static func sequence(ofHost events: [LogEvent], _ program: LogProgram) -> [LogSession] {
    var sessions: [LogSession] = []
    var current: LogSession?
    for event in events {
      if event.kind == .serviceStarted {
        // What the server lacked until then was nobody's connection.
        if current?.events.allSatisfy({ $0.kind == .certificateProblem }) ?? false { current = nil }
        continue
      }
      if event.key == "system.desktop_crash", current == nil { continue }
      if event.kind == .serviceStopped {
        guard var ended = current else { continue }
        ended.add(event)
        sessions.append(ended)
        current = nil
        continue
      }
      // Another client, which never came to a session: the record has its own name.
      if event.key == "grd.handover" {
        sessions.append(
          LogSession(
            program, at: .server, identity: "connection \(sessions.count + 1)", events: [event]))
        continue
      }
      if let ended = current, isOver(ended, at: event.time) {
        sessions.append(ended)
        current = nil
      }
      let begins =
        event.kind == .connectionAccepted || event.key == "weston.client"
        || event.key == "weston.peer"
      if begins, let ended = current, ended.events.contains(where: \.isEnd) {
        sessions.append(ended)
        current = nil
      }
      var session =
        current ?? LogSession(program, at: .server, identity: "connection \(sessions.count + 1)")
      session.add(event)
      current = session
    }
    if let current { sessions.append(current) }
    return sessions
  }

  /// A client that says when it is connected and why it ended, one run after the other.
  private static func runs(_ events: [LogEvent], _ program: LogProgram) -> [LogSession] {
    var sessions: [LogSession] = []
    for event in events {
      if let last = sessions.last, last.inputs == [event.reference.input],
        event.kind != .sessionConnected,
        event.kind == .consequence || !last.events.contains(where: \.isEnd)
      {
        sessions[sessions.count - 1].add(event)
      } else {
        sessions.append(
          LogSession(
            program, at: .client, identity: "run \(sessions.count + 1)", events: [event]))
      }
    }
    return sessions
  }

  /// Lines of one end stand this close together.
  private static let endSpan = TimeSpan.seconds(1)

  private static func isOver(_ session: LogSession, at time: Timestamp) -> Bool {
    session.events.contains { $0.key == "grd.ended" && time.since($0.time) > endSpan }
  }

  private static func single(
    _ events: [LogEvent], _ program: LogProgram, at point: LogSession.Point
  ) -> [LogSession] {
    events.map { event in
      LogSession(program, at: point, identity: "record \(event.reference.frame)", events: [event])
    }
  }

  /// A dialog's sentence and its codes stand together.
  private static let dialogLines = 12

  private static func dialogs(_ events: [LogEvent]) -> [LogSession] {
    var sessions: [LogSession] = []
    for event in events {
      if let last = sessions.last?.events.last, last.key != event.key,
        last.reference.input == event.reference.input,
        (0...dialogLines).contains(event.reference.frame - last.reference.frame)
      {
        sessions[sessions.count - 1].add(event)
      } else {
        sessions += single([event], .mstsc, at: .client)
      }
    }
    return sessions
  }

  private static func virtualDesktop(_ events: [LogEvent]) -> [LogSession] {
    var sessions: [LogSession] = []
    var byActivity: [String: Int] = [:]
    for event in events {
      if let activity = event.activity, let known = byActivity[activity] {
        sessions[known].add(event)
        continue
      }
      if let activity = event.activity { byActivity[activity] = sessions.count }
      sessions.append(
        LogSession(
          .virtualDesktop, at: .gateway,
          identity: event.activity ?? "record \(event.reference.frame)",
          events: [event]))
    }
    return sessions
  }
}
