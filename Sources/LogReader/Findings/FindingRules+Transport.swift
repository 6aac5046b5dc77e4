import CaptureReader

/// Ends as reading, writing and TLS see them; which side noticed and how far the connection was decide
/// what they mean.
extension FindingRules {
  /// A handshake that fails later than this was not refused but left without an answer.
  private static let stallSpan = TimeSpan.seconds(4)
  /// A TCP connection that fails later than this got no answer; a closed port answers at once.
  private static let answerSpan = TimeSpan.seconds(5)

  /// A desktop elsewhere that xrdp gives up sooner than this was refused, not without an answer.
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
      case FirewallLine.stray:
        list.add(
          "log.firewall_timeout", strength: session.events.count > 1 ? 0.75 : 0.6,
          "the filter dropped a packet amid a connection that it did not know: it had given it up as "
            + "idle, or it was restarted, or sees one direction only", [event])
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

  static func tls(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
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
      // The client prints what is wrong with a certificate before it asks its user.
      let doubted = session.events.filter {
        $0.kind == .certificateProblem && $0.key.hasPrefix("freerdp.certificate")
      }
      if let doubt = doubted.last, !session.has(key: "freerdp.handshake"),
        !session.has(.certificateRefused)
      {
        list.add(
          "log.certificate_refused", strength: 0.6,
          "the client warned of the certificate, and left", [doubt, event])
        return
      }
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
    if event.source.program == .firewall,
      let late = session.events.first(where: {
        $0.kind == .consequence && $0.time > event.time
      })
    {
      list.add(
        "log.firewall_timeout", strength: 0.75,
        "an end of the connection still sent minutes after the filter had closed it: the filter had "
          + "given it up", [event, late])
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
}
