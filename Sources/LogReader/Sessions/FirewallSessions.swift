import CaptureReader

/// Connections of Remote Desktop as packet filters and proxies tell them, by client, server and port.
enum FirewallSessions {
  /// Repeats of a connection attempt within this time are one.
  private static let repeatSpan = TimeSpan.seconds(60)

  static func sessions(of events: [LogEvent]) -> [LogSession] {
    var sessions: [LogSession] = []
    var refused: [String: Int] = [:]
    var open: [String: Int] = [:]
    for event in events where isDesktop(event) {
      let pair =
        "\(event.client?.address ?? "") \(event.server?.address ?? "") \(event.server?.port ?? 0)"
      let flow = "\(pair) \(event.client?.port ?? 0)"
      switch event.kind {
      case .firewallDropped, .connectFailed:
        if event.kind == .connectFailed, let known = open[flow] {
          sessions[known].add(event)
          open[flow] = nil
          continue
        }
        if let known = refused[pair], event.time.since(sessions[known].last) <= repeatSpan {
          sessions[known].add(event)
          continue
        }
        refused[pair] = sessions.count
      case .firewallAllowed, .phaseReached, .sessionConnected:
        // A line of the end repeats when the connection began.
        if open[flow] != nil {
          if event.kind == .sessionConnected, let known = open[flow] { sessions[known].add(event) }
          continue
        }
        open[flow] = sessions.count
      default:
        if let known = open[flow] {
          sessions[known].add(event)
          open[flow] = nil
          continue
        }
      }
      sessions.append(
        LogSession(
          .firewall, at: .between, identity: "record \(event.reference.frame)", events: [event]))
    }
    return sessions
  }

  private static func isDesktop(_ event: LogEvent) -> Bool {
    guard let port = event.server?.port else { return true }
    return FirewallLine.isDesktop(port: port)
  }
}
