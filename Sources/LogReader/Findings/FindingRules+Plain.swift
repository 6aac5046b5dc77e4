import CaptureReader

/// What lines of unknown programs say: the name of a status is proof, words are not.
extension FindingRules {
  /// A status named in an unknown line is believed nearly as if its own program had logged it.
  private static let namedStrength = 0.85

  private static let wordStrength = 0.8
  /// Nothing answers an attempt to connect that fails later than this; a closed port answers at once.
  private static let answerSpan = TimeSpan.seconds(5)

  static func addPlain(
    _ event: LogEvent, of session: LogSession, to list: inout FindingList
  ) {
    if event.key == "plain.connected" {
      // What failed before was a step of a connection that came up all the same.
      for code in list.findings.map(\.code) { list.remove(code) }
      return
    }
    // What failed first is why the rest did.
    let isExplained = list.findings.contains { $0.code != "log.words_ended" }
    if event.code != nil, addCode(event, of: session, isExplained, to: &list) { return }
    if isExplained { return }
    if event.kind == .tlsFailed, let found = event.text.flatMap(TLSWords.finding) {
      list.add(found.code, strength: 0.6, found.words, [event])
      return
    }
    if event.key == "plain.connect_timeout" || isUnansweredConnect(event, session) {
      list.add(
        "log.connect_timeout", strength: wordStrength,
        "a line of the program says that the attempt to connect was not answered", [event])
      return
    }
    if event.key == "plain.reset", let side = resetSide(event) {
      list.add(side.finding, strength: wordStrength, side.words, [event])
      return
    }
    guard let row = plainRows.first(where: { "plain.\($0.key)" == event.key }) else { return }
    if row.key == "ended", !list.findings.isEmpty { return }
    list.add(
      row.finding, strength: row.strength, "a line of the program says: \(row.words)", [event])
  }

  /// Plain words among a known program's lines, where its rules know no reason: the first after the session came up
  /// last, as what failed before that was no end.
  static func addWords(of session: LogSession, to list: inout FindingList) {
    guard session.program != .firewall,
      list.findings.allSatisfy({ LogWeights.table[$0.code]?.isEmpty == true })
    else { return }
    let up = session.events.lastIndex { $0.kind == .sessionConnected } ?? session.events.startIndex
    for event in session.events[up...] where event.key.hasPrefix("plain.") {
      addPlain(event, of: session, to: &list)
    }
  }

  /// `read tcp OWN->PEER: read: connection reset by peer`: the peer whose reset it was stands behind the arrow.
  private static func resetSide(_ event: LogEvent) -> (finding: String, words: String)? {
    guard let text = event.text, let arrow = Array(text.utf8)[...].range(of: "->") else {
      return nil
    }
    let bytes = Array(text.utf8)[...]
    let port: (LineBytes) -> Int? = { end in
      let word = end.split(whereSeparator: { $0 == 0x20 || $0 == 0x3a }).last
      return word?.leadingNumber
    }
    let peer = bytes[arrow.upperBound...].firstWord
    let own = bytes[..<arrow.lowerBound].suffix(64)
    if let target = port(peer.prefix { $0 != 0x2c }), FirewallLine.isDesktop(port: target) {
      return ("log.firewall_server_reset", "the server's end reset the connection")
    }
    if let listener = port(own), FirewallLine.isDesktop(port: listener) {
      return ("log.firewall_client_reset", "the client's end reset the connection")
    }
    return nil
  }

  /// A time-out of a connection that nothing shows to have come about.
  private static func isUnansweredConnect(_ event: LogEvent, _ session: LogSession) -> Bool {
    guard event.key == "plain.timeout", session.phase < .x224, let text = event.text?.lowercased()
    else { return false }
    return [
      "connection timed out", "connect timeout", "connection timeout", "os error 110",
      "etimedout", "os error 10060",
    ].contains { text.contains($0) }
  }

  /// A number that has one meaning; false where it has none.
  private static func addCode(
    _ event: LogEvent, of session: LogSession, _ isExplained: Bool, to list: inout FindingList
  ) -> Bool {
    guard let code = event.code else { return false }
    let found: (code: String, words: String)?
    switch code.system {
    case .ntStatus: found = LogonStatus.finding(ntStatus: code.value)
    case .hresult: found = LogonStatus.finding(hresult: code.value)
    case .negotiation: found = ReasonCodes.finding(negotiation: code.value)
    case .freeRDP: found = freeRDP(event, code.value, session)
    case .disconnectReason:
      if !isExplained { clientCode(event, session, &list) }
      return true
    default: found = nil
    }
    guard let found else { return false }
    list.add(found.code, strength: namedStrength, "\(found.words) (\(code.text))", [event])
    return true
  }

  private static func freeRDP(
    _ event: LogEvent, _ value: UInt32, _ session: LogSession
  ) -> (code: String, words: String)? {
    switch value {
    case 0x2_0004, 0x2_0005: ("log.name_not_found", "the server's name was not found")
    case 0x2_0006:
      event.time.since(session.first) >= answerSpan
        ? ("log.connect_timeout", "nothing answered the attempt to connect")
        : ("log.connect_failed", "no TCP connection came about")
    case 0x2_0008: ("log.tls_failed", "the TLS handshake failed")
    case 0x2_000b: ("log.user_closed", "the user closed the client")
    case 0x2_000c: ("log.negotiation_refused", "no common security protocol")
    case 0x2_000d: ("log.transport_error", "the connection was lost")
    default: LogonStatus.finding(freeRDP: value)
    }
  }

  private struct PlainRow {
    let key: String
    let finding: String
    let words: String
    let strength: Double

    init(_ key: String, _ finding: String, _ words: String, strength: Double = 1) {
      self.key = key
      self.finding = finding
      self.words = words
      self.strength = strength
    }
  }

  private static let plainRows: [PlainRow] = [
    PlainRow("negotiation", "log.words_negotiation", "the negotiation failed"),
    PlainRow("licence", "log.words_licence", "licensing failed"),
    PlainRow("certificate", "log.words_certificate", "a certificate was refused"),
    PlainRow("tls", "log.words_tls", "TLS failed"),
    PlainRow("policy", "log.access_denied", "a policy blocked the sign-in", strength: 0.45),
    PlainRow("key", "log.server_key", "the certificate or key cannot be used", strength: 0.6),
    PlainRow("account", "log.account_restricted", "the account is restricted", strength: 0.42),
    PlainRow("password", "log.password_expired", "the password is expired", strength: 0.42),
    PlainRow("logon", "log.words_logon", "the log-on was refused"),
    PlainRow("right", "log.access_denied", "access is denied", strength: 0.36),
    PlainRow("taken_over", "log.taken_over", "another took the session over", strength: 0.45),
    PlainRow(
      "administrator", "log.admin_disconnect", "an administrator ended it", strength: 0.45),
    PlainRow("limit", "log.limit_reached", "a limit was reached", strength: 0.4),
    PlainRow(
      "idle_relay", "log.firewall_timeout", "a relay on the way gave it up as idle", strength: 0.45),
    PlainRow("idle", "log.words_idle", "a limit of idle time was reached"),
    PlainRow("refused", "log.words_refused", "the connection was refused"),
    PlainRow("unreachable", "log.words_unreachable", "the host cannot be reached"),
    PlainRow("name", "log.words_name", "the name was not found"),
    PlainRow("reset", "log.words_reset", "the connection was reset"),
    PlainRow("timeout", "log.words_timeout", "something timed out"),
    PlainRow("broken", "log.words_reset", "the connection was gone"),
    PlainRow("protocol", "log.words_protocol", "a message could not be read"),
    PlainRow("crash", "log.client_crashed", "the program crashed", strength: 0.5),
    PlainRow("failed", "log.connect_failed", "no connection came about", strength: 0.8),
    PlainRow("user", "log.words_user", "the user ended it"),
    PlainRow("client_end", "log.client_closed", "the client's end closed it", strength: 0.8),
    PlainRow("desktop_crash", "log.backend_failed", "the desktop crashed", strength: 0.45),
    PlainRow("logoff", "log.logged_off", "the session was logged off", strength: 0.55),
    PlainRow("ended", "log.words_ended", "the connection ended"),
  ]
}
