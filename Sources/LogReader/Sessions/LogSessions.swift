import CaptureReader

/// Builds the sessions that logs tell; logs of one host are read together.
public enum LogSessions {
  /// Sessions by time, the newest `limits.sessions` at most, and how many older ones each input has
  /// beyond them.
  public struct Told {
    public var sessions: [LogSession]
    public var leftOut: [Int: Int]
  }

  /// - Returns: by time; the newest `limits.sessions` at most.
  public static func sessions(
    of contents: [LogContents], limits: LogLimits = LogLimits()
  ) -> [LogSession] {
    told(of: contents, limits: limits).sessions
  }

  public static func told(of contents: [LogContents], limits: LogLimits = LogLimits()) -> Told {
    var sessions: [LogSession] = []
    var leftOut: [Int: Int] = [:]
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
    for log in contents {
      guard let built = log.built else { continue }
      sessions += built.sessions
      if built.leftOut > 0 { leftOut[log.input, default: 0] += built.leftOut }
    }
    let tunnels = byProgram[.tunnel] ?? []
    // A client's own log has what happened to its host; a gateway's names whose tunnel it was.
    let ofHost = tunnels.filter { $0.client == nil && $0.user == nil }
    sessions += WindowsSessions.sessions(
      of: (byProgram[.windows] ?? []) + ofHost, limits: limits, leftOut: &leftOut)
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
    forget(&sessions, beyond: limits.sessions, &leftOut)
    return Told(sessions: sessions.map { $0.based(on: contents) }, leftOut: leftOut)
  }

  /// The oldest sessions make room, and are counted. What a host tells of itself is no session.
  static func forget(
    _ sessions: inout [LogSession], beyond most: Int, _ leftOut: inout [Int: Int]
  ) {
    var excess = sessions.count { !$0.isHostOnly } - most
    guard excess > 0 else { return }
    sessions.removeAll { session in
      guard excess > 0, !session.isHostOnly else { return false }
      excess -= 1
      if let input = session.inputs.first { leftOut[input, default: 0] += 1 }
      return true
    }
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
