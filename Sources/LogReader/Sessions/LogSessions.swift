import CaptureReader

/// Builds the sessions that logs tell; logs of one host are read together.
public enum LogSessions {
  /// - Returns: by time; the newest `limits.sessions` at most.
  public static func sessions(
    of contents: [LogContents], limits: LogLimits = LogLimits()
  ) -> [LogSession] {
    var sessions: [LogSession] = []
    var byProgram: [LogProgram: [LogEvent]] = [:]
    for log in contents {
      for event in log.events { byProgram[event.source.program, default: []].append(event) }
    }
    for log in contents {
      let events = log.events.filter { $0.source.program == .freeRDP }
      if events.isEmpty { continue }
      sessions += FreeRDPSessions.sessions(of: events).map { session in
        var session = session
        session.secondChange = log.clock.secondChange
        return session
      }
    }
    let (hosts, copies) = XRDPHosts.hosts(
      of: (byProgram[.xrdp] ?? []) + (byProgram[.sesman] ?? []))
    sessions += hosts.flatMap { XRDPSessions.sessions(of: $0) }.map { session in
      var session = session
      for copy in copies where session.client.map({ copy.clients.contains($0) }) ?? false {
        if !session.inputs.contains(copy.input) {
          session.inputs = (session.inputs + [copy.input]).sorted()
        }
      }
      return session
    }
    sessions += contents.flatMap { $0.built?.sessions ?? [] }
    let tunnels = byProgram[.tunnel] ?? []
    // A client's own log has what happened to its host; a gateway's names whose tunnel it was.
    let ofHost = tunnels.filter { $0.client == nil && $0.user == nil }
    sessions += WindowsSessions.sessions(
      of: (byProgram[.windows] ?? []) + ofHost, limits: limits)
    sessions += OtherSessions.sessions(
      of: byProgram, known: Set(contents.lazy.filter { $0.built != nil }.map(\.input)))
    TunnelEvents.attach(tunnels, to: &sessions)
    for index in sessions.indices where !sessions[index].isHostOnly {
      sessions[index].isOpen = !sessions[index].events.contains(where: \.isEnd)
    }
    Neighbours.mark(&sessions)
    sessions.sort {
      ($0.first, $0.inputs.first ?? 0, $0.identity) < ($1.first, $1.inputs.first ?? 0, $1.identity)
    }
    return sessions.suffix(limits.sessions).map { $0.based(on: contents) }
  }
}

extension LogEvent {
  /// A connection, or what a log tells of it first, begins with it.
  var isBegin: Bool {
    switch kind {
    case .connectionAccepted, .attemptBegins, .sessionConnected, .sessionReconnected,
      .logonSucceeded:
      true
    default: false
    }
  }

  /// It says that the connection is over, or why.
  var isEnd: Bool {
    switch kind {
    case .connectFailed, .nameNotFound, .negotiationRefused, .tlsFailed, .certificateRefused,
      .authorizationDenied, .sessionDisconnected, .sessionLoggedOff, .errorInfo,
      .userClosed, .clientInterrupted, .transportError, .peerClosed, .connectionEnded,
      .licensingFailed, .limitReached, .reconnectFailed, .sessionTakenOver, .clientCode,
      .serviceStopped, .hostStopping, .hostCrashed, .firewallDropped, .policyRefused:
      true
    // xrdp goes on after a refused log-on; the others end with it.
    case .logonRefused: source.program != .xrdp && source.program != .sesman
    case .protocolError: true
    case .consequence: key != "sesman.pam"
    default: false
    }
  }
}
