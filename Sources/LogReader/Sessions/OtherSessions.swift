import CaptureReader

/// Sessions of programs whose records need little to be told apart.
enum OtherSessions {
  static func sessions(of events: [LogProgram: [LogEvent]]) -> [LogSession] {
    guacd(events[.guacd] ?? [])
      + sequence(events[.gnomeRemoteDesktop] ?? [], .gnomeRemoteDesktop)
      + sequence(events[.weston] ?? [], .weston)
      + runs(events[.rdesktop] ?? [], .rdesktop)
      + single(events[.mstsc] ?? [], .mstsc, at: .client)
      + single(events[.connectionManager] ?? [], .connectionManager, at: .client)
      + firewall(events[.firewall] ?? [])
      + virtualDesktop(events[.virtualDesktop] ?? [])
  }

  /// guacd has a process for each connection; it is the client of the RDP server.
  private static func guacd(_ events: [LogEvent]) -> [LogSession] {
    var order: [String] = []
    var byProcess: [String: LogSession] = [:]
    for event in events {
      let key = "\(event.reference.input) \(event.process ?? 0)"
      if byProcess[key] == nil {
        order.append(key)
        byProcess[key] = LogSession(.guacd, at: .client, identity: "process \(event.process ?? 0)")
      }
      byProcess[key]?.add(event)
    }
    let sessions = order.compactMap { byProcess[$0] }
    // The parent only says that a client comes; the client's own process has the session.
    let isParent: (LogSession) -> Bool = { $0.events.allSatisfy { $0.key == "guacd.client" } }
    let children = sessions.filter { !isParent($0) }
    return children.isEmpty ? sessions : children
  }

  /// One connection after the other: an end closes it.
  private static func sequence(_ events: [LogEvent], _ program: LogProgram) -> [LogSession] {
    var sessions: [LogSession] = []
    var current: LogSession?
    for event in events {
      if event.kind == .serviceStarted { continue }
      if event.kind == .serviceStopped {
        guard var ended = current else { continue }
        ended.add(event)
        sessions.append(ended)
        current = nil
        continue
      }
      let begins = event.kind == .connectionAccepted || event.key == "weston.client"
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
        event.kind != .sessionConnected, !last.events.contains(where: \.isEnd)
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

  private static func single(
    _ events: [LogEvent], _ program: LogProgram, at point: LogSession.Point
  ) -> [LogSession] {
    events.map { event in
      LogSession(program, at: point, identity: "record \(event.reference.frame)", events: [event])
    }
  }

  /// Repeats of a connection attempt within this time are one.
  private static let repeatSpan = TimeSpan.seconds(60)
  /// So few drops were picked by hand: each of them is meant.
  private static let fewDrops = 32
  private static let desktopPorts: Set<Int> = [3389, 3387, 3392]

  /// Drops by client and server; those on Remote Desktop's ports alone, where there are any.
  private static func firewall(_ events: [LogEvent]) -> [LogSession] {
    let all = events.filter { $0.kind != .firewallAllowed }
    let desktop = all.filter { $0.server?.port.map(desktopPorts.contains) ?? false }
    var sessions: [LogSession] = []
    var latest: [String: Int] = [:]
    for event in desktop.isEmpty || all.count <= fewDrops ? all : desktop {
      let key =
        "\(event.client?.address ?? "") \(event.server?.address ?? "") \(event.server?.port ?? 0)"
      if let known = latest[key], event.time.since(sessions[known].last) <= repeatSpan {
        sessions[known].add(event)
        continue
      }
      latest[key] = sessions.count
      sessions.append(
        LogSession(
          .firewall, at: .between, identity: "record \(event.reference.frame)", events: [event]))
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
