import CaptureReader

extension LogSession {
  /// What the log says about the end, in the order of its records.
  public var findings: [LogFinding] {
    var list = FindingList()
    for event in events {
      if event.source.program != .other, event.key.hasPrefix("plain.") { continue }
      if event.source.program == .other {
        FindingRules.addPlain(event, of: self, to: &list)
      } else {
        FindingRules.add(event, of: self, to: &list)
      }
    }
    FindingRules.addWords(of: self, to: &list)
    FindingRules.addHost(of: self, to: &list)
    FindingRules.settle(self, &list)
    return list.findings
  }
}

/// From events to findings.
enum FindingRules {
  static func add(_ event: LogEvent, of session: LogSession, to list: inout FindingList) {
    switch event.kind {
    case .userClosed: userClosed(event, session, &list)
    case .clientInterrupted where session.phase < .active:
      list.add(
        "log.client_killed", "a signal ended the client before the desktop was there", [event])
    case .clientInterrupted:
      list.add("log.client_interrupted", "a signal ended the client program", [event])
    case .logonSucceeded where event.key == "freerdp.auth_only":
      list.add("log.auth_only", "the client tested a log-on, which passed", [event])
    case .errorInfo: reason(event, session, &list)
    case .sessionDisconnected: disconnected(event, session, &list)
    case .sessionLoggedOff: list.add("log.logged_off", "the session was logged off", [event])
    case .sessionTakenOver:
      list.add("log.taken_over", "another session or connection took over", [event])
    case .logonRefused where event.key == "ironrdp.identity":
      list.add("log.policy", strength: 0.7, "the client had no user name to send", [event])
    case .logonRefused: logon(event, session, &list)
    case .authorizationDenied
    where event.key.hasPrefix("gateway.") || event.key.hasPrefix("freerdp.gateway")
      || event.key == "mstsc.gateway_policy":
      list.add("log.gateway_denied", gatewayRefusal(event), [event])
    case .authorizationDenied:
      list.add("log.access_denied", "the user may not use Remote Desktop", [event])
    case .limitReached:
      list.add("log.limit_reached", "a limit of sessions or time was reached", [event])
    case .backendFailed where event.key == "grd.handover":
      list.add(
        "log.handover_aborted", "a redirected client did not come to the user's session in time",
        [event])
    case .backendFailed
    where event.key.hasPrefix("broker.") || event.source.program == .virtualDesktop:
      list.add(
        "log.broker_failed", "the connection broker could not place the user's session", [event])
    case .backendFailed where event.key == "mstsc.profile":
      list.add("log.backend_failed", "Windows could not load the user's profile", [event])
    case .backendFailed:
      list.add(
        "log.backend_failed", "the program behind the desktop did not start or answer", [event])
    case .licensingFailed: list.add("log.licensing", "licensing failed", [event])
    case .negotiationRefused where isQuestion(event):
      let isAny = offersAll(session)
      list.add(
        "log.negotiation_refused", strength: isAny ? 0.28 : 0.4,
        "guacd asks whether the security protocol is wrong\(isAny ? ", although all were offered" : ""): "
          + "it asks so after other failures too",
        [event])
    case .negotiationRefused: negotiation(event, &list)
    case .certificateRefused:
      list.add(
        event.text == "expired" ? "log.certificate_expired" : "log.certificate_refused",
        "the client refused the server's certificate", [event])
    case .policyRefused:
      list.add(
        event.key == "freerdp.public_key" ? "log.server_identity" : "log.encryption_oracle",
        event.key == "freerdp.public_key"
          ? "the server could not prove that it owns its TLS key"
          : "CredSSP's oracle remediation forbids the connection", [event])
    case .firewallDropped:
      list.add("log.firewall_dropped", "a packet filter dropped the connection", [event])
    case .protocolError: protocolError(event, &list)
    case .sessionStuck:
      list.add("log.session_stuck", "a part of the session does not answer", [event])
    case .reconnectAttempt: list.add("log.reconnected", "the client reconnected by itself", [event])
    case .serviceStopped where event.key == "system.crash" && session.program == .guacd:
      // It is the client of the desktop.
      list.add("log.client_crashed", "guacd, the client of the desktop, crashed", [event])
    case .serviceStopped:
      if session.isHostOnly { return }
      list.add(
        "log.service_stopped", "the server program was stopped or restarted while the session ran",
        [event])
    case .clientCode: clientCode(event, session, &list)
    default: addTransport(event, of: session, to: &list)
    }
  }

  /// What FreeRDP's client logs when a connection is gone; its own abort follows as if the user had closed.
  private static let lossKeys: Set<String> = [
    "freerdp.transport_failed", "freerdp.check_fds", "freerdp.activation_wait",
  ]

  private static func comesBefore(
    _ one: LogEvent, _ other: LogEvent, _ session: LogSession
  ) -> Bool {
    guard let first = session.events.firstIndex(of: one),
      let second = session.events.firstIndex(of: other)
    else { return false }
    return first < second
  }

  private static func userClosed(
    _ event: LogEvent, _ session: LogSession, _ list: inout FindingList
  ) {
    // What failed before is why the user closed.
    let isAfterFailure =
      list.findings.contains { LogWeights.isFailure($0.code) }
      || session.events.contains { lossKeys.contains($0.key) && comesBefore($0, event, session) }
    list.add(
      isAfterFailure ? "log.user_gave_up" : "log.user_closed",
      strength: session.phase == .active || session.isReconnect ? 1 : 0.8,
      "the user closed the client", [event])
  }

  static func reason(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
    guard let code = event.code, let found = ReasonCodes.finding(errorInfo: code.value) else {
      return
    }
    list.add(found.code, "\(found.words) (\(code.text))", [event])
  }

  private static func disconnected(
    _ event: LogEvent, _ session: LogSession, _ list: inout FindingList
  ) {
    guard let code = event.code else {
      switch event.key {
      case "gateway.303":
        list.add(
          "log.gateway_ended", "the gateway's part ended; this form of the record names no error",
          [event])
      case "lsm.39":
        list.add(
          "log.user_disconnected", "the session disconnected itself: the user chose Disconnect",
          [event])
      case "guacd.ended":
        list.add("log.server_disconnected", event.text ?? "the server ended the session", [event])
      default: list.add("log.session_disconnected", "the session was disconnected", [event])
      }
      return
    }
    switch code.system {
    case .errorInfo: reason(event, session, &list)
    case .rdpCoreReason:
      if code.value >= 0x100 {
        // Set Error Info of the graphics and of protocol errors.
        reason(event, session, &list)
      } else if code.value >= 13 {
        list.add("log.connection_gone", "the server noticed that the connection was gone", [event])
      } else {
        reason(event, session, &list)
      }
    case .disconnectReason: clientCode(event, session, &list)
    case .hresult: addTransport(code, of: event, in: session, to: &list)
    case .win32:
      code.value == 1226 || code.value == 0
        ? list.add(
          "log.gateway_closed", "the gateway reports an orderly end (\(code.value))", [event])
        : list.add(
          "log.gateway_error", "the gateway ended the connection with error \(code.text)", [event])
    default: break
    }
  }

  private static func gatewayRefusal(_ event: LogEvent) -> String {
    let code = event.code.flatMap { $0.value == 0 ? nil : " (\($0.text))" } ?? ""
    switch event.key {
    case "gateway.301", "freerdp.gateway_resource":
      return "the gateway's resource policy denies the resource\(code)"
    case "gateway.6273":
      return "the gateway's policy server denies the user\(event.text.map { ": \($0)" } ?? "")"
    case "gateway.http", "freerdp.gateway_status": return "the gateway refused the log-on\(code)"
    default: return "the gateway's connection policy denies the user\(code)"
    }
  }

  /// Windows gives an attempt to connect up after 21 seconds without an answer; a closed port answers
  /// within two or three.
  private static let synSpan = TimeSpan.seconds(18)

  static func clientCode(
    _ event: LogEvent, _ session: LogSession, _ list: inout FindingList
  ) {
    guard let code = event.code else { return }
    if code.value == 516, session.has(.attemptBegins),
      event.time.since(session.first) >= synSpan,
      event.time.since(session.first) <= TimeSpan.seconds(120)
    {
      let seconds = event.time.since(session.first).nanoseconds / 1_000_000_000
      list.add(
        "log.connect_timeout",
        "nothing answered the attempt to connect for \(seconds) s (\(code.text))", [event])
      return
    }
    let found = ReasonCodes.finding(disconnectReason: code.value)
    list.add(found.code, "the client's disconnect reason is \(code.text): \(found.words)", [event])
    // The extended code is the server's Set Error Info, where it is not the 7 that goes with a closed
    // socket.
    if let digits = event.text.flatMap({
      Array($0.utf8)[...].after("extended error code ")?.leadingHexadecimal
    }) {
      let extended = UInt32(truncatingIfNeeded: digits)
      if !(code.value == 2308 && extended == 7),
        let reason = ReasonCodes.finding(errorInfo: extended)
      {
        list.add(reason.code, strength: 0.8, "the extended code says: \(reason.words)", [event])
      }
    }
  }

  private static func logon(_ event: LogEvent, _ session: LogSession, _ list: inout FindingList) {
    let found: (code: String, words: String)? =
      switch event.code?.system {
      case .ntStatus?: LogonStatus.finding(ntStatus: event.code?.value ?? 0)
      case .freeRDP?: LogonStatus.finding(freeRDP: event.code?.value ?? 0)
      case .hresult?: LogonStatus.finding(hresult: event.code?.value ?? 0)
      case .virtualDesktop?: LogonStatus.finding(symbol: event.code?.name ?? "")
      default: ("log.logon_refused", "the user name or password is not right")
      }
    let who = event.user.map { " for \($0)" } ?? ""
    if let code = event.code, code.system == .hresult, code.value >> 16 == 0x8007 {
      list.add(
        "log.no_authority", strength: 0.55,
        "the log-on\(who) failed by an error of the server's own (\(code.text)), not by a wrong "
          + "password", [event])
      return
    }
    guard let found else {
      let number = event.code.map { " (\($0.text))" } ?? ""
      list.add("log.authentication_failed", "the log-on failed\(who)\(number)", [event])
      return
    }
    list.add(found.code, "the log-on was refused\(who): \(found.words)", [event])
  }

  /// guacd puts a question mark behind it: it writes the same for whatever ended the connection early.
  private static func isQuestion(_ event: LogEvent) -> Bool {
    (event.key == "guacd.refused" || event.key == "guacd.ended")
      && event.text?.contains("refused connection (wrong security type?)") == true
  }

  /// The client offered every security protocol.
  private static func offersAll(_ session: LogSession) -> Bool {
    session.events.contains {
      $0.key == "guacd.security" && $0.text?.contains("ANY") == true
    }
  }

  private static func negotiation(_ event: LogEvent, _ list: inout FindingList) {
    if event.key.hasPrefix("grd.capabilities") || event.key == "krdp.capabilities" {
      list.add(
        "log.client_lacks", event.text ?? "the client lacks what the server demands", [event])
      return
    }
    if event.key.hasPrefix("freerdp.gateway") || event.key == "gateway.http"
      || event.key == "mstsc.gateway"
    {
      let code = event.code.map { "HTTP status \($0.text)" } ?? "an answer that could not be used"
      list.add(
        event.code == nil ? "log.gateway_failed" : "log.gateway_http",
        "the gateway answered with \(code)", [event])
      return
    }
    guard let code = event.code else {
      list.add(
        "log.negotiation_refused", "client and server found no common security protocol", [event])
      return
    }
    let found = ReasonCodes.finding(negotiation: code.value)
    list.add(found.code, "the negotiation was refused: \(found.words)", [event])
  }

  private static func protocolError(_ event: LogEvent, _ list: inout FindingList) {
    if event.key == "rdpclient.1033" || event.key == "rdpclient.1404"
      || event.key.hasPrefix("freerdp.update") || event.key == "freerdp.orders"
    {
      list.add("log.client_graphics", "the client could not decode the server's graphics", [event])
      return
    }
    if event.key.hasPrefix("xrdp.mac") || event.key == "mstsc.encryption" {
      list.add("log.mac_error", "a message was damaged or not decrypted", [event])
      return
    }
    guard event.code?.system == .ntStatus, let status = event.code?.value else {
      if event.key.hasPrefix("termdd.") {
        list.add(
          "log.security_layer_error",
          event.text.map { "the protocol component \($0) could not read what came" }
            ?? "the security layer met an error; this form of the record names no status", [event])
        return
      }
      list.add("log.protocol_error", "one side could not read what the other sent", [event])
      return
    }
    switch status {
    case 0xc000_00b5, 0xc000_020c:
      list.add(
        "log.transport_timeout", "the security layer saw a time-out (\(event.code?.text ?? ""))",
        [event])
    case 0xc00a_0032, 0xc00a_0006:
      // Scanners, clients that just go and damaged streams leave the same status.
      list.add(
        "log.security_layer_error", strength: 1,
        "the security layer could not read what came (\(event.code?.text ?? ""))", [event])
    case 0xc000_006d, 0xc000_006a, 0xc000_0234, 0xc000_0072:
      if let found = LogonStatus.finding(ntStatus: status) {
        list.add(found.code, found.words, [event])
      }
    default:
      list.add(
        "log.security_layer_error", "the security layer met an error (\(event.code?.text ?? ""))",
        [event])
    }
  }
}
