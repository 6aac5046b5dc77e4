import CaptureReader

/// Sessions of FreeRDP's programs in one log: a client's by process, a server's by process and thread.
enum FreeRDPSessions {
  private static let serverKeys: Set<String> = [
    "freerdp.listening", "freerdp.client_security", "freerdp.activated", "freerdp.peer_ended",
    "freerdp.server_demands", "freerdp.accepted", "freerdp.message_integrity",
    "freerdp.nego_failed", "freerdp.negotiated",
  ]

  /// Lines that a client alone writes; both check descriptors.
  private static let clientKeys: Set<String> = [
    "freerdp.network_disconnect", "freerdp.reconnect", "freerdp.reconnect_failed",
    "freerdp.user_closed", "freerdp.attempt", "freerdp.certificate_refused",
    "freerdp.certificate_denied", "freerdp.desktop", "freerdp.check_fds",
  ]

  static func sessions(of events: [LogEvent]) -> [LogSession] {
    var order: [Int] = []
    var byProcess: [Int: [LogEvent]] = [:]
    for event in events {
      let process = event.process ?? -1
      if byProcess[process] == nil { order.append(process) }
      byProcess[process, default: []].append(event)
    }
    return order.flatMap { process -> [LogSession] in
      let own = byProcess[process] ?? []
      let isServer =
        own.contains { serverKeys.contains($0.key) }
        && !own.contains { clientKeys.contains($0.key) }
      return isServer ? server(own, process) : client(own, process)
    }
  }

  /// Each connection to a server has a thread of its own; the listener's is the main one.
  private static func server(_ events: [LogEvent], _ process: Int) -> [LogSession] {
    var order: [Int] = []
    var byThread: [Int: LogSession] = [:]
    var listening: LogEndpoint?
    for event in events {
      if event.key == "freerdp.listening" { listening = listening ?? event.server }
      if event.key == "freerdp.listening" || event.key == "freerdp.first_line" { continue }
      let thread = event.thread ?? -1
      if byThread[thread] == nil {
        order.append(thread)
        byThread[thread] = LogSession(
          .freeRDP, at: .server, identity: "process \(process) thread \(thread)")
      }
      byThread[thread]?.add(event)
    }
    return order.compactMap { thread in
      guard var session = byThread[thread] else { return nil }
      if session.server == nil { session.server = listening }
      return session
    }
  }

  /// A client that reconnects begins another session of the same user story.
  private static func client(_ events: [LogEvent], _ process: Int) -> [LogSession] {
    var sessions: [LogSession] = []
    var current = LogSession(.freeRDP, at: .client, identity: "process \(process)")
    for event in events {
      // A first try that failed is not repeated: what reconnects had been connected.
      if event.kind == .reconnectAttempt, current.phase == .active || !current.isReconnect,
        current.events.contains(where: \.isEnd)
      {
        sessions.append(current)
        current = LogSession(
          .freeRDP, at: .client, identity: "process \(process) reconnect \(sessions.count)")
        current.isReconnect = true
        current.server = sessions.first?.server
      }
      current.add(event)
    }
    if !current.events.isEmpty { sessions.append(current) }
    return sessions
  }
}
