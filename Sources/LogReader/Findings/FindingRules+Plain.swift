/// What lines of unknown programs say: the name of a status is proof, words are not.
extension FindingRules {
  /// A status named in an unknown line is believed nearly as if its own program had logged it.
  private static let namedStrength = 0.85

  private static let wordStrength = 0.8

  static func addPlain(
    _ event: LogEvent, of session: LogSession, to list: inout FindingList
  ) {
    if let code = event.code {
      let found: (code: String, words: String)? =
        switch code.system {
        case .ntStatus: LogonStatus.finding(ntStatus: code.value)
        case .hresult: LogonStatus.finding(hresult: code.value)
        case .negotiation: ReasonCodes.finding(negotiation: code.value)
        default: nil
        }
      if let found {
        list.add(found.code, strength: namedStrength, "\(found.words) (\(code.text))", [event])
        return
      }
    }
    // What failed first is why the rest did.
    if list.findings.contains(where: { $0.code != "log.words_ended" }) { return }
    if event.kind == .tlsFailed, let found = event.text.flatMap(TLSWords.finding) {
      list.add(found.code, strength: 0.6, found.words, [event])
      return
    }
    if event.key == "plain.connect_timeout" {
      list.add(
        "log.connect_timeout", strength: wordStrength,
        "a line of the program says that the attempt to connect was not answered", [event])
      return
    }
    guard let row = plainRows.first(where: { "plain.\($0.key)" == event.key }) else { return }
    if row.key == "ended", !list.findings.isEmpty { return }
    list.add(row.finding, "a line of the program says: \(row.words)", [event])
  }

  private static let plainRows: [(key: String, finding: String, words: String)] = [
    ("negotiation", "log.words_negotiation", "the negotiation failed"),
    ("licence", "log.words_licence", "licensing failed"),
    ("certificate", "log.words_certificate", "a certificate was refused"),
    ("tls", "log.words_tls", "TLS failed"),
    ("logon", "log.words_logon", "the log-on was refused"),
    ("idle", "log.words_idle", "a limit of idle time was reached"),
    ("refused", "log.words_refused", "the connection was refused"),
    ("unreachable", "log.words_unreachable", "the host cannot be reached"),
    ("name", "log.words_name", "the name was not found"),
    ("reset", "log.words_reset", "the connection was reset"),
    ("timeout", "log.words_timeout", "something timed out"),
    ("broken", "log.words_reset", "the connection was gone"),
    ("protocol", "log.words_protocol", "a message could not be read"),
    ("user", "log.words_user", "the user ended it"),
    ("ended", "log.words_ended", "the connection ended"),
  ]
}
