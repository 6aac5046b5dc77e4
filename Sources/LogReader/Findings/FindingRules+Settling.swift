import CaptureReader

/// What findings of one session mean together.
extension FindingRules {
  /// xrdp's line of the security protocols: TLS was asked for, standard RDP security was chosen.
  private static func offersNoTLS(_ event: LogEvent) -> Bool {
    guard let text = event.text else { return false }
    return text.contains("requested [SSL") && text.contains("selected [RDP]")
  }

  static func settle(_ session: LogSession, _ list: inout FindingList) {
    // A filter drops what is left of a connection whose tunnel is gone.
    if list.has("log.tunnel_down") { list.remove("log.firewall_timeout") }
    // A line of the reset, and one of the end.
    if list.has("log.firewall_server_reset") || list.has("log.firewall_client_reset")
      || list.has("log.firewall_timeout")
    {
      list.remove("log.firewall_closed")
    }
    // Who restarts the host ends its sessions first.
    if list.has("log.host_stopped") {
      list.remove("log.admin_disconnect")
      list.remove("log.service_stopped")
    }
    // What follows in xrdp from a desktop elsewhere that could not be reached.
    if session.has(key: "xrdp.proxy_failed") { list.remove("log.backend_failed") }
    // The more exact reason stands for the general one.
    if list.has("log.access_denied") || list.has("log.limit_reached")
      || list.has("log.backend_failed")
    {
      list.weaken("log.logon_refused", to: 0.3)
    }
    if list.findings.contains(where: {
      $0.code.hasPrefix("log.negotiation_") || $0.code == "log.nla_required"
    }),
      list.findings.contains(where: {
        $0.code != "log.negotiation_refused"
          && ($0.code.hasPrefix("log.negotiation_") || $0.code == "log.nla_required")
      })
    {
      list.remove("log.negotiation_refused")
    }
    let exact = list.findings.contains {
      $0.code.hasPrefix("log.tls_") && $0.code != "log.tls_failed" && $0.code != "log.tls_stalled"
        || $0.code.hasPrefix("log.certificate_ref") || $0.code == "log.certificate_expired"
    }
    if exact {
      list.remove("log.tls_failed")
      list.remove("log.tls_stalled")
    }
    if list.has("log.transport_timeout") {
      list.remove("log.peer_gone")
      list.remove("log.connection_gone")
    }
    if list.findings.contains(where: {
      $0.code == "log.logon_refused" || $0.code == "log.account_restricted"
    }) {
      list.remove("log.peer_gone")
      list.remove("log.authentication_failed")
    }
    if session.has(.certificateProblem), session.phase <= .x224,
      session.events.contains(where: \.isEnd),
      session.events.contains(where: { $0.text?.contains("selected []") ?? false })
    {
      list.add(
        "log.server_key", "the server cannot use its certificate or key and offers no TLS",
        session.events.filter { $0.kind == .certificateProblem })
    }
    // What was cut before is why NLA did not succeed.
    if let failed = session.events.firstIndex(where: { $0.key == "freerdp.nla_failed" }),
      !session.events[..<failed].contains(where: {
        $0.kind == .transportError || $0.kind == .peerClosed
      }),
      !list.findings.contains(where: { LogWeights.isFailure($0.code) })
    {
      list.remove("log.client_gone")
      list.add(
        "log.nla_failed", "NLA did not succeed; the log does not say how",
        session.events.filter { $0.key == "freerdp.nla_failed" })
    }
    let isUnanswered =
      list.has("log.client_left_connecting")
      || session.phase <= .x224 && session.events.contains(where: \.isEnd)
    if isUnanswered, session.has(.certificateProblem),
      session.events.contains(where: { $0.kind == .securityChosen && offersNoTLS($0) })
    {
      list.remove("log.client_left_connecting")
      list.add(
        "log.tls_not_offered",
        "the server cannot use its key and offers no TLS, which the client had asked for",
        session.events.filter { $0.kind == .certificateProblem || $0.kind == .securityChosen })
    }
    if session.isProbe {
      list.remove("log.client_left_connecting")
      list.remove("log.transport_reset_at_server")
      list.remove("log.peer_gone")
      list.remove("log.connection_gone")
      list.add(
        "log.probe",
        session.isFollowed
          ? "a short connection before the client's real one"
          : "a health check or scan: it never asked for a session", Array(session.events.prefix(2)))
    }
    if session.attackSize > 0 {
      session.isProbe
        ? list.add(
          "log.port_scan", "one of \(session.attackSize) connections that ask for nothing: a scan",
          [])
        : list.add(
          "log.password_attack", "one of \(session.attackSize) refused attempts: a password attack",
          [])
    }
    settleLogon(session, &list)
    settleGateway(&list)
    settleNegotiation(session, &list)
    settleEnds(session, &list)
    if session.isOpen && !list.has("log.auth_only") || list.findings.isEmpty {
      list.add(
        "log.ends_open", "the log tells no end of this connection", Array(session.events.suffix(1)))
    }
  }

  private static let gatewayCodes = [
    "log.gateway_denied", "log.gateway_http", "log.gateway_failed",
  ]

  /// What the gateway refused never came to the desktop: the client's last error speaks of neither.
  static func settleGateway(_ list: inout FindingList) {
    guard gatewayCodes.contains(where: { list.has($0) }) else { return }
    if list.has("log.gateway_denied") || list.has("log.gateway_http") {
      list.remove("log.gateway_failed")
    }
    for code in ["log.negotiation_refused", "log.authentication_failed", "log.logon_refused"] {
      list.remove(code)
    }
  }

  /// Lines that FreeRDP writes whenever the negotiation came to no end, whatever ended it.
  private static let generalFailures: Set<String> = [
    "freerdp.negotiation", "freerdp.negotiation_failed", "freerdp.server_negotiation",
  ]

  /// What only a connection has whose negotiation came to an end.
  private static let laterKinds: Set<LogEventKind> = [
    .errorInfo, .sessionConnected, .licensingFailed, .reconnectAttempt,
  ]

  /// A refusal after which the connection went on was one step of a client that offers less and less.
  private static func settleFallback(_ session: LogSession, _ list: inout FindingList) {
    guard session.program == .freeRDP, session.point == .client,
      let refusal = session.events.lastIndex(where: { $0.kind == .negotiationRefused })
    else { return }
    let goesOn = session.events[refusal...].contains {
      laterKinds.contains($0.kind) || isLoss($0)
    }
    // Who reconnects had agreed with this server a moment before.
    guard goesOn || session.isReconnect else { return }
    list.remove("log.nla_required")
    for code in list.findings.map(\.code) where code.hasPrefix("log.negotiation_") {
      list.remove(code)
    }
    if !goesOn {
      list.add(
        "log.reconnect_failed", "coming back to the session failed before it was negotiated",
        [session.events[refusal]])
    }
  }

  /// Failures that FreeRDP's general lines on the negotiation follow from.
  private static let causes: Set<LogEventKind> = [
    .tlsFailed, .certificateRefused, .nameNotFound, .connectFailed, .logonRefused,
    .authorizationDenied,
  ]

  /// A user who mistyped and came in after all was not refused.
  static func settleLogon(_ session: LogSession, _ list: inout FindingList) {
    guard session.program == .xrdp || session.program == .sesman,
      let refused = session.events.lastIndex(where: { $0.kind == .logonRefused }),
      session.events[refused...].contains(where: { $0.kind == .logonSucceeded })
    else { return }
    list.remove("log.logon_refused")
  }

  /// A negotiation that was cut is not one that was refused.
  static func settleNegotiation(_ session: LogSession, _ list: inout FindingList) {
    settleFallback(session, &list)
    guard list.has("log.negotiation_refused"), session.program == .freeRDP, session.point == .client
    else { return }
    let refusals = session.events.filter { $0.kind == .negotiationRefused }
    guard let first = refusals.first, refusals.allSatisfy({ generalFailures.contains($0.key) })
    else { return }
    // What failed before is why no protocol was agreed.
    if let place = session.events.firstIndex(of: first),
      session.events[..<place].contains(where: { causes.contains($0.kind) })
    {
      list.remove("log.negotiation_refused")
      return
    }
    // The same client had a session a moment before: the security protocols agree.
    let lost = session.events.first { Self.isLoss($0) && $0.time <= first.time }
    if lost != nil || session.isReconnect {
      list.remove("log.negotiation_refused")
      if let lost, list.findings.isEmpty {
        list.add(
          "log.transport_error",
          "the running session lost its connection; the log does not say how",
          [lost])
      }
      list.add(
        "log.reconnect_failed", "coming back to the session failed before it was negotiated",
        Array(refusals.prefix(4)))
      return
    }
    guard
      let cut = session.events.last(where: {
        ($0.kind == .transportError || $0.kind == .peerClosed) && $0.time <= first.time
      })
    else { return }
    list.remove("log.negotiation_refused")
    list.add(
      "log.negotiation_cut",
      "the connection was cut during the negotiation, before the other side had answered it",
      [cut, first])
  }

  /// A running session of FreeRDP's client is gone.
  private static func isLoss(_ event: LogEvent) -> Bool {
    event.key == "freerdp.network_disconnect" || event.key == "freerdp.check_fds"
  }

  private static let connectCodes: Set<String> = [
    "log.connect_failed", "log.connect_timeout", "log.refused", "log.unreachable",
    "log.name_not_found", "log.tls_failed", "log.tls_stalled", "log.transport_broken",
  ]

  /// What failed before the desktop was there was a try on the way to it.
  private static func settleTries(_ session: LogSession, _ list: inout FindingList) {
    guard session.point == .client,
      let up = session.events.lastIndex(where: { $0.kind == .sessionConnected }),
      let upAt = session.events.firstIndex(where: {
        $0.kind == .sessionConnected && $0.time == session.events[up].time
      })
    else { return }
    let before = Set(session.events[..<upAt].map(\.reference))
    for finding in list.findings where connectCodes.contains(finding.code) {
      if !finding.references.isEmpty, finding.references.allSatisfy({ before.contains($0) }) {
        list.remove(finding.code)
      }
    }
  }

  private static let lostCodes = [
    "log.peer_gone", "log.transport_error", "log.transport_reset", "log.transport_timeout",
    "log.transport_reset_at_server", "log.connection_gone",
  ]

  /// A desktop that lives no longer than this did not start.
  private static let shortLife = TimeSpan.seconds(5)

  /// guacd gives up sooner, and says so, what does not come up.
  private static let connectingSpan = TimeSpan.seconds(120)

  /// The server refused the user with a notice inside the session and logged it off.
  private static let noticeSpan = TimeSpan.seconds(30)

  static func settleEnds(_ session: LogSession, _ list: inout FindingList) {
    settleTries(session, &list)
    if list.has("log.logged_off"),
      let notice = session.events.first(where: {
        $0.key == "freerdp.logon_info" && $0.text?.contains("LOGON_FAILED") == true
      }), session.last.since(notice.time) <= noticeSpan
    {
      list.remove("log.logged_off")
      list.add(
        "log.logon_notice",
        "the server refused the user with a notice and logged the session off", [notice])
    }
    if let lost = session.events.first(where: Self.isLoss),
      list.findings.allSatisfy({ LogWeights.table[$0.code]?.isEmpty == true })
    {
      list.add(
        "log.transport_error", "the running session lost its connection; the log does not say how",
        [lost])
    }
    if let ended = session.events.last(where: { $0.key.hasPrefix("sesman.terminated") }),
      let began = session.events.last(where: {
        $0.kind == .logonSucceeded && $0.source.program == .sesman && $0.time <= ended.time
      }), began.time.nanoseconds != 0,
      ended.time.since(began.time) <= shortLife, list.has("log.logged_off"),
      !list.has("log.backend_failed")
    {
      list.remove("log.logged_off")
      list.add(
        "log.desktop_short", "the desktop ended by itself within seconds of its start",
        [began, ended])
    }
    settleShortDesktop(session, &list)
    // Records of one end: the one that says how it came about stands for the one that does not.
    if lostCodes.contains(where: { list.has($0) }) { list.remove("log.session_disconnected") }
    if let left = session.events.last(where: { $0.key.hasPrefix("guacd.left") }),
      !list.findings.contains(where: { LogWeights.table[$0.code]?.isEmpty == false })
    {
      list.add(
        session.phase >= .active || left.time.since(session.first) > connectingSpan
          ? "log.browser_left" : "log.browser_left_connecting",
        "the user's browser left the connection, and nothing before it failed", [left])
    }
  }

  /// A user who logs off does not do so at once: a failed profile, a start program or a script may have.
  private static func settleShortDesktop(_ session: LogSession, _ list: inout FindingList) {
    guard list.has("log.logged_off"), !list.has("log.backend_failed"),
      let on = session.events.last(where: { $0.key == "lsm.21" }),
      let off = session.events.last(where: { $0.key == "lsm.23" }), off.time >= on.time,
      on.time.nanoseconds != 0,
      off.time.since(on.time) <= .seconds(10), !session.has(key: "security.4647")
    else { return }
    list.remove("log.logged_off")
    list.add(
      "log.logged_off", strength: 0.5, "the session was logged off within seconds of its log-on",
      [on, off])
  }
}
