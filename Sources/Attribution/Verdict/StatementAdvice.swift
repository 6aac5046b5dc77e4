import Evidence
import LogReader
import RDPProtocol

/// What to do where the server, or a log, names a reason that its verdict's page only lists.
enum StatementAdvice {
  static func advice(
    for code: VerdictCode, facts: SessionFacts, evidence: [Evidence]
  ) -> SessionAdvice.Advice? {
    if !facts.logs.isEmpty, let advice = table[decisive(for: code, of: evidence)] {
      return advice
    }
    guard code == .serverDisconnected else { return nil }
    if evidence.contains(where: { licensing.contains($0.code) && $0.strength > 0 }) {
      return table["log.licensing"]
    }
    if facts.wire == nil {
      return SessionAdvice.Advice(
        nextAction:
          "Read the records named above, and the server's other logs of that second: Windows "
          + "LocalSessionManager event 40 and RdpCoreTS, xrdp /var/log/xrdp-sesman.log.")
    }
    if let reason = facts.wire?.trace.mcs.errorInfo?.value {
      return SessionAdvice.Advice(
        nextAction: "Look up what the server gave as its reason: rdpwhy explain error info "
          + "\(reason.hexadecimal).")
    }
    return SessionAdvice.Advice(
      nextAction:
        "The server gave its reason where this capture cannot read it. Read it in the server's log "
        + "of that second: Windows LocalSessionManager event 40 and RdpCoreTS, xrdp "
        + "/var/log/xrdp-sesman.log; or capture once more with a TLS key log.")
  }

  /// Somebody tries passwords: nobody is to type one again.
  static func attack(_ evidence: [Evidence]) -> SessionAdvice.Advice? {
    guard evidence.contains(where: { $0.code.rawValue == "log.password_attack" && $0.strength > 0 })
    else { return nil }
    return SessionAdvice.Advice(
      summary: "Many log-ons were refused within a short time: somebody tries passwords.",
      nextAction:
        "Take the port off the internet (VPN or RD Gateway in front of it), block the addresses, and "
        + "look for a log-on of theirs that succeeded (Windows Security 4624, xrdp "
        + "xrdp-sesman.log).")
  }

  private static let licensing: Set<EvidenceCode> = [.rdpLicensingEnded, .rdpLicensingError]

  /// The log's finding that speaks most for the verdict; empty where none does.
  private static func decisive(for code: VerdictCode, of evidence: [Evidence]) -> String {
    var best = (code: "", weight: 0.0)
    for item in evidence {
      let weights = LogWeights.table[item.code.rawValue] ?? []
      let weight = weights.first { $0.code == code.rawValue }?.weight ?? 0
      if weight * item.strength > best.weight {
        best = (item.code.rawValue, weight * item.strength)
      }
    }
    return best.code
  }

  private static func row(
    _ code: String, _ summary: String, _ action: String
  ) -> (String, SessionAdvice.Advice) {
    (code, SessionAdvice.Advice(summary: summary, nextAction: action))
  }

  static let reasons: [String] = (sessionRows + pathRows).map(\.0)

  private static let table: [String: SessionAdvice.Advice] = Dictionary(
    uniqueKeysWithValues: sessionRows + pathRows)

  private static let sessionRows: [(String, SessionAdvice.Advice)] = [
    row(
      "log.taken_over", "Another connection took the session over.",
      "Ask who connected to the same account at that time: a second device of the user, or a "
        + "colleague (Windows: LocalSessionManager event 25 names the address). If two people must "
        + "work at once, give each an account of their own."),
    row(
      "log.admin_disconnect", "An administrator, or a program on the server, ended the session.",
      "Ask the administrator who ended it, and look for scheduled tasks and scripts that log "
        + "sessions off (tsdiscon, logoff, rwinsta)."),
    row(
      "log.idle_limit", "The server's limit of idle time ended the session.",
      "Raise or switch off the limit of idle time if users need more: Windows policy Session Time "
        + "Limits (MaxIdleTime), xrdp IdleTimeLimit in /etc/xrdp/sesman.ini."),
    row(
      "log.time_limit", "The server's limit of session time ended the session.",
      "Raise or switch off the limit of session time if users need more: Windows policy Session "
        + "Time Limits (MaxConnectionTime)."),
    row(
      "log.limit_reached", "A limit of the server, of sessions or of their time, was reached.",
      "End old sessions or raise the limit: xrdp MaxSessions in /etc/xrdp/sesman.ini, Windows policy "
        + "Limit number of connections and Session Time Limits (gpresult /H report.html)."),
    row(
      "log.licensing", "The server could not or would not give the client a licence.",
      "Check the session host's licensing: a reachable licence server, the right mode, free "
        + "licences (Windows: lsdiag.msc). If one client alone is refused, let it fetch a new "
        + "licence: delete HKLM\\SOFTWARE\\Microsoft\\MSLicensing and start it once as "
        + "administrator."),
    row(
      "log.out_of_memory", "The server says that it ran out of memory.",
      "Look at the server's memory and at what took it at that minute; move sessions away or add "
        + "memory."),
    row(
      "log.backend_failed", "The program behind the desktop did not start, or does not answer.",
      "Look at the desktop's start on the server: xrdp /var/log/xrdp-sesman.log, the user's "
        + "~/.xsession-errors and ~/.xorgxrdp.*.log, and whether the user is logged on at the "
        + "console too."),
    row(
      "log.service_stopped", "The server program was stopped, restarted or crashed.",
      "Find out who or what stopped it at that time: an update, an administrator, a crash "
        + "(Windows: System log 7031, 7034, 7036; Linux: journalctl -u xrdp -u xrdp-sesman)."),
  ]

  private static let pathRows: [(String, SessionAdvice.Advice)] = [
    row(
      "log.name_not_found", "The server's name was not found.",
      "Check the name, and which DNS server the client asks (nslookup NAME): a name of a company's "
        + "network is known only inside it or over the VPN. Try the address instead of the name."),
    row(
      "log.firewall_dropped", "A packet filter dropped the connection.",
      "Find the rule that drops it, on the device that wrote the log, and allow the server's RDP port "
        + "from this client's network (Windows: the Remote Desktop rules of wf.msc; a port of one's own "
        + "needs a rule of its own)."),
  ]
}
