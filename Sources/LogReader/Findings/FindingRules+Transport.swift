import CaptureReader

/// Ends as reading, writing and TLS see them; which side noticed and how far the connection was decide
/// what they mean.
extension FindingRules {
  /// A handshake that fails later than this was not refused but left without an answer.
  private static let stallSpan = TimeSpan.seconds(4)
  /// A TCP connection that fails later than this got no answer; a closed port answers at once.
  private static let answerSpan = TimeSpan.seconds(5)

  /// Linux gives an attempt to connect up after 127 seconds without an answer.
  private static let proxySpan = TimeSpan.seconds(60)

  static func addTransport(_ event: LogEvent, of session: LogSession, to list: inout FindingList) {
    switch event.kind {
    case .transportError: error(event, session, &list)
    case .peerClosed: closed(event, session, &list)
    case .tlsFailed: tls(event, session, &list)
    case .connectFailed: connectFailed(event, session, &list)
    case .nameNotFound: list.add("log.name_not_found", "the server's name was not found", [event])
    case .connectionEnded: ended(event, session, &list)
    case .reconnectFailed:
      list.add("log.reconnect_failed", "the client could not reconnect", [event])
    default: break
    }
  }

  private static func error(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
    switch event.source.program {
    case .virtualDesktop where event.key.hasPrefix("avd.reverse"):
      list.add("log.host_no_answer", "the session host did not connect back", [event])
      return
    case .virtualDesktop:
      list.add("log.transport_timeout", "\(event.code?.name ?? "the connection was lost")", [event])
      return
    case .guacd where event.key == "guacd.tunnel":
      list.add("log.browser_gone", "the tunnel to the browser broke", [event])
      return
    case .guacd where event.key == "guacd.timeout":
      list.add("log.browser_gone", "the browser did not answer any more", [event])
      return
    case .firewall:
      switch event.text {
      case "timeout":
        list.add("log.firewall_timeout", "a firewall forgot the idle connection", [event])
      case "client-rst":
        list.add("log.firewall_client_reset", "a reset of the client's end passed by", [event])
      case "server-rst":
        list.add("log.firewall_server_reset", "a reset of the server's end passed by", [event])
      default: break
      }
      return
    case .xrdp where event.key == "xrdp.read_reset" || event.key == "xrdp.handshake_closed":
      session.phase >= .mcs
        ? list.add("log.transport_reset_at_server", "the connection was reset", [event])
        : list.add(
          "log.client_left_connecting", "the client left while the connection came up", [event])
      return
    default: break
    }
    if event.key == "freerdp.activation_wait" || event.key == "freerdp.activation_timeout" {
      list.add(
        "log.activation_stalled", "the server did not finish the connection in the client's time",
        [event])
      return
    }
    guard let code = event.code else {
      list.add("log.transport_error", "reading or writing failed", [event])
      return
    }
    addTransport(code, of: event, in: session, to: &list)
  }

  /// What an error of reading or writing says, of whichever record that has one.
  static func addTransport(
    _ code: LogCode, of event: LogEvent, in session: LogSession, to list: inout FindingList
  ) {
    guard let found = ReasonCodes.finding(transport: code) else {
      list.add("log.transport_error", "reading or writing failed (\(code.text))", [event])
      return
    }
    let isServer = session.point == .server
    if isServer, found.code == "log.transport_reset" {
      list.add("log.transport_reset_at_server", "\(found.words) (\(code.text))", [event])
      return
    }
    list.add(found.code, "\(found.words) (\(code.text))", [event])
  }

  private static func closed(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
    // What was refused before is why the other side left.
    if list.findings.contains(where: { LogWeights.isFailure($0.code) }) { return }
    if event.source.program == .virtualDesktop {
      list.add(
        "log.client_left_connecting", "the client left while the connection came up", [event])
      return
    }
    switch (session.point, session.phase >= .active) {
    case (.server, true):
      list.add("log.client_closed", "the client closed the connection in order", [event])
    case (.server, false):
      list.add(
        "log.client_left_connecting", "the client left while the connection came up", [event])
    case (_, true):
      list.add(
        "log.server_closed_session", "the other side closed the running session in order", [event])
    case (_, false):
      list.add(
        "log.server_closed_connecting", "the other side closed while the connection came up",
        [event])
    }
  }

  private static func tls(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
    if event.code?.system == .tlsAlert, let alert = event.code?.value {
      let found = TLSWords.finding(alert: alert)
      list.add(found.code, "\(found.words) (alert \(alert))", [event])
      return
    }
    // Words about the farewell come after the end.
    if event.text.map(TLSWords.isOfFarewell) == true { return }
    if let text = event.text, let found = TLSWords.finding(text) {
      list.add(found.code, found.words, [event])
      return
    }
    if event.code?.system == .hresult, let code = event.code {
      if let found = LogonStatus.finding(hresult: code.value)
        ?? ReasonCodes.finding(transport: code)
      {
        list.add(found.code, "\(found.words) (\(code.text))", [event])
      } else {
        list.add("log.security_failed", "the security layer failed (\(code.text))", [event])
      }
      return
    }
    if event.key == "freerdp.tls_connect_failed" {
      let isLate = event.time.since(session.first) > stallSpan
      list.add(
        isLate ? "log.tls_stalled" : "log.tls_failed",
        isLate ? "the TLS handshake got no answer" : "the TLS handshake failed at once", [event])
      return
    }
    // `SSL_accept: Failure in SSL library`: the next line has the words.
    if event.key != "xrdp.handshake_failed" { list.add("log.tls_failed", "TLS failed", [event]) }
  }

  private static func connectFailed(
    _ event: LogEvent, _ session: LogSession, _ list: inout FindingList
  ) {
    if event.key == "gateway.304" || event.key == "freerdp.gateway_target" {
      let resource = event.server.map { " to \($0.address)" } ?? ""
      let code = event.code.flatMap { $0.value == 0 ? nil : " (\($0.text))" } ?? ""
      list.add(
        "log.gateway_target", "the gateway could not connect\(resource)\(code)", [event])
      return
    }
    if event.source.program == .virtualDesktop {
      list.add("log.broker_failed", event.text ?? "the broker found no session host", [event])
      return
    }
    if event.source.program == .firewall, event.text == "refused" {
      list.add("log.refused", "the port is closed", [event])
      return
    }
    if event.source.program == .firewall, event.text == "unreachable" {
      list.add("log.unreachable", "the host cannot be reached", [event])
      return
    }
    if event.code?.system == .errno, let code = event.code,
      let found = ReasonCodes.finding(transport: code)
    {
      found.code == "log.transport_timeout"
        ? list.add("log.connect_timeout", "nothing answered the attempt to connect", [event])
        : list.add(found.code, "\(found.words) (\(code.text))", [event])
      return
    }
    if event.key == "xrdp.proxy_failed", event.time.since(session.first) < proxySpan {
      list.add(
        "log.gateway_target", "xrdp could not connect to the desktop behind it", [event])
      return
    }
    let isLate =
      event.time.since(session.first) >= answerSpan
      || event.source.program == .firewall && event.text == "syn-timeout"
    list.add(
      isLate ? "log.connect_timeout" : "log.connect_failed",
      isLate ? "nothing answered the attempt to connect" : "no TCP connection came about", [event])
  }

  private static func ended(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
    if event.key.hasPrefix("guacd") {
      list.add("log.server_disconnected", event.text ?? "the server ended the session", [event])
      return
    }
    if event.key == "sysmon.5" {
      list.add(
        "log.client_program_ended", "the client program ended; the record does not say why", [event]
      )
      return
    }
    if event.key == "weston.gone" {
      list.add("log.peer_gone", "the connection to the client is gone", [event])
      return
    }
    if event.source.program == .firewall {
      list.add(
        "log.firewall_closed",
        "the connection was closed in order; the filter does not say by whom",
        [event])
      return
    }
    // RdpCoreTS 102 and FreeRDP's own farewell follow from what was logged before.
    guard event.source.program == .xrdp || event.source.program == .gnomeRemoteDesktop else {
      return
    }
    if list.findings.contains(where: { LogWeights.isFailure($0.code) }) { return }
    guard session.phase >= .tls || session.program == .gnomeRemoteDesktop else { return }
    list.add(
      "log.client_gone",
      strength: session.has(key: "xrdp.read_failed") ? 0.6 : event.isOwnerAssumed ? 0.9 : 1,
      "the client closed the session, or the connection broke: the log does not tell the two apart",
      [event])
  }

  // MARK: The host

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
      case .backendFailed:
        list.add(
          "log.backend_failed", "a program behind the desktop crashed\(named(event))", [event])
      case .licensingFailed: list.add("log.licensing", "licensing failed", [event])
      case .resourcesLow:
        list.add("log.resources_low", "the host ran out of memory or ports", [event])
      case .certificateProblem where isKeyOfEnd(event, session):
        list.add(
          "log.server_key", strength: 0.8,
          "in the second of the end the server could not use the private key of its certificate",
          [event])
      case .certificateProblem:
        list.add("log.certificate_problem", "the server's certificate or key has trouble", [event])
      case .tlsFailed where session.phase <= .tls || session.isHostOnly:
        tls(event, session, &list)
      default: break
      }
    }
  }

  /// Schannel could not use the key just when a connection was dropped before it had a session.
  private static func isKeyOfEnd(_ event: LogEvent, _ session: LogSession) -> Bool {
    let gap = session.last.since(event.time)
    return event.key == "schannel.36870" && !session.isHostOnly && session.point == .server
      && session.phase <= .tls && gap <= .seconds(2) && gap >= TimeSpan.zero - .seconds(2)
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

  // MARK: All together

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
}
