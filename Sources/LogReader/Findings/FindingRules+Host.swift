import CaptureReader

/// What the host itself tells near the end: sleep, restarts, adapters, services, memory.
extension FindingRules {
  /// The end has to follow within this time to be blamed on the host.
  private static let hostSpan = TimeSpan.seconds(60)

  /// What lasts, lasts until its opposite: a host that slept until the end was noticed.
  private static func isNearEnd(_ event: LogEvent, _ session: LogSession) -> Bool {
    let gap = session.last.since(event.time)
    guard gap > hostSpan, event.kind == .hostSlept else {
      return gap <= hostSpan && gap >= TimeSpan.zero - hostSpan
    }
    let woke = session.hostEvents.first { $0.kind == .hostWoke && $0.time >= event.time }
    return woke.map { session.last.since($0.time) <= hostSpan } ?? false
  }

  static func addHost(of session: LogSession, to list: inout FindingList) {
    let isClient = session.point == .client
    for event in session.hostEvents {
      guard session.isHostOnly || isNearEnd(event, session) else { continue }
      switch event.kind {
      case .hostSlept:
        list.add(
          isClient ? "log.client_slept" : "log.host_slept", "the host went to sleep", [event])
      case .hostStopping:
        list.add(
          isClient ? "log.client_stopped" : "log.host_stopped",
          "the host was shut down or restarted", [event])
      case .hostCrashed:
        list.add(
          isClient ? "log.client_stopped" : "log.host_crashed", "the host crashed or lost power",
          [event])
      case .linkDown where event.key == "vpn.down":
        // A log that tells of the begin alone: it may have ended before the tunnel did.
        let isAssumed = session.events.contains(event)
        list.add(
          "log.tunnel_down", strength: isAssumed ? 0.45 : 1, "the VPN tunnel under it went down",
          [event])
      case .linkDown: list.add("log.link_down", linkWords(event, isClient), [event])
      case .clientInterrupted where isClient || session.isHostOnly:
        list.add("log.client_crashed", "the client program crashed", [event])
      case .serviceStopped:
        list.add("log.service_stopped", "the Remote Desktop service stopped", [event])
      case .backendFailed where event.key == "application.profile":
        guard isOfLogon(event, session) else { break }
        list.add(
          "log.backend_failed", "Windows could not load the user's profile", [event])
      case .backendFailed:
        list.add(
          "log.backend_failed", "a program behind the desktop crashed\(named(event))", [event])
      case .licensingFailed: list.add("log.licensing", "licensing failed", [event])
      case .resourcesLow:
        list.add("log.resources_low", "the host ran out of memory or ports", [event])
      case .certificateProblem where session.isKeyOfEnd(event):
        list.add(
          "log.server_key", strength: 0.8,
          "in the second of the end the server could not use the private key of its certificate",
          [event])
        // What RdpCoreTS says of the same end has the same reason.
        list.remove("log.security_failed")
        list.remove("log.tls_failed")
      case .certificateProblem:
        list.add("log.certificate_problem", "the server's certificate or key has trouble", [event])
      case .tlsFailed where session.phase <= .tls || session.isHostOnly:
        tls(event, session, &list)
      default: break
      }
    }
  }

  /// Windows loads the profile so soon after the log-on; a failure then is this session's.
  private static func isOfLogon(_ event: LogEvent, _ session: LogSession) -> Bool {
    let gap = event.time.since(session.first)
    return !session.isHostOnly && session.point == .server && gap >= TimeSpan.zero - .seconds(2)
      && gap <= hostSpan
  }

  private static func linkWords(_ event: LogEvent, _ isClient: Bool) -> String {
    let whose = isClient ? "the client's" : "the host's"
    switch event.key {
    case "ndis.10400": return "\(whose) network adapter hung and was reset\(named(event))"
    case "ndis.10317": return "\(whose) network adapter was stopped\(named(event))"
    case "tcpip.4199": return "another machine has the host's IP address"
    case "rasclient.20226": return "the VPN or dial-up connection was lost\(named(event))"
    default: return "the network adapter lost its link\(named(event))"
    }
  }

  private static func named(_ event: LogEvent) -> String { event.text.map { ": \($0)" } ?? "" }
}

extension LogSession {
  /// Schannel could not use the key just when the connection was dropped before it had a session.
  func isKeyOfEnd(_ event: LogEvent) -> Bool {
    let gap = last.since(event.time)
    return event.key == "schannel.36870" && !isHostOnly && point == .server && phase <= .tls
      && gap <= .seconds(2) && gap >= TimeSpan.zero - .seconds(2)
  }

  var hasKeyTrouble: Bool { hostEvents.contains(where: isKeyOfEnd) }
}
