import Evidence
import LogReader

/// TLS and security layers that failed, as a log tells it: there may have been no alert at all.
extension ToldAdvice {
  static func handshake(_ record: DecidingRecord) -> Advice? {
    if record.verdict == .negotiationRefused, !record.hasPackets,
      record.has("guacd.refused") || record.has("guacd.ended"), record.text?.contains("?") == true
    {
      return question
    }
    guard !record.hasPackets, record.verdict == .tlsAlert else { return nil }
    let code =
      record.number(.hresult).map { " (0x\(String($0, radix: 16, uppercase: true)))" } ?? ""
    if let alert = record.number(.tlsAlert) {
      return Advice(
        summary: "The TLS handshake was broken off with alert \(alert).",
        nextAction:
          "`rdpwhy explain tls alert \(alert)` says what the alert means; read the TLS error of "
          + "the side that sent it, at that second.")
    }
    return Advice(
      summary: record.code == "log.security_failed" || record.code == "log.client_security_error"
        ? "The security layer (TLS or NLA) failed\(code)." : "The TLS handshake failed\(code).",
      nextAction: errors(record))
  }

  /// What guacd asks, it does not know.
  private static let question = Advice(
    summary: "guacd got no session, and asks whether the security protocol is the wrong one.",
    nextAction:
      "Set the connection's `security` to nla, then tls, then rdp, one at a time. Where none "
      + "helps it is not the protocol: see whether the desktop's port answers from guacd's host, "
      + "whether guacd's user can write its home directory (certificates), and what the desktop's "
      + "own log says of that second (Windows System log, source Schannel; xrdp "
      + "/var/log/xrdp.log).")

  /// Where the TLS errors of the witness, and of the other end, stand.
  private static func errors(_ record: DecidingRecord) -> String {
    let other =
      record.isClients
      ? "Then the server's of that second: Windows System log, source Schannel (36870, 36871, "
        + "36874, "
        + "36888); xrdp /var/log/xrdp.log." : "Then the client's own log of that second."
    switch record.session.program {
    case .freeRDP:
      return
        "Run the client once more with /log-level:DEBUG: its lines before this one name versions, "
        + "suites and the certificate's check. \(other)"
    case .windows:
      return
        "Read the System log of the machine that wrote the record, source Schannel, at that "
        + "second: it has the error's own name. \(other)"
    default:
      return "Read the lines before the record: the TLS library's own words stand there. \(other)"
    }
  }
}
