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
    if code == .serverDisconnected || code == .serverClosed,
      evidence.contains(where: { licensing.contains($0.code) && $0.strength > 0 })
    {
      return table["log.licensing"]
    }
    guard code == .serverDisconnected else { return nil }
    if facts.wire == nil {
      return SessionAdvice.Advice(
        nextAction:
          "Read the records named above, and the server's other logs of that second: Windows "
          + "LocalSessionManager event 40 and RdpCoreTS, xrdp /var/log/xrdp-sesman.log.")
    }
    if let reason = facts.wire?.trace.mcs.errorInfo?.value {
      return SessionAdvice.Advice(
        nextAction:
          "The server gave \(reason.hexadecimal) as its reason, which stands in no list of RDP. Read "
          + "the server's own log of that second.")
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
        "Take the port off the internet (VPN or RD Gateway in front of it), block the addresses, "
        + "and look for a log-on of theirs that succeeded (Windows Security 4624, xrdp "
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
      "log.licensing", "The server could not or would not give the client a licence.",
      "Check the session host's licensing: a reachable licence server, the right mode, free "
        + "licences (Windows: lsdiag.msc). If one client alone is refused, let it fetch a new "
        + "licence: delete HKLM\\SOFTWARE\\Microsoft\\MSLicensing and start it once as "
        + "administrator."),
    row(
      "log.out_of_memory", "The server says that it ran out of memory.",
      "Look at the server's memory and at what took it at that minute; move sessions away or add "
        + "memory."),
  ]

  private static let pathRows: [(String, SessionAdvice.Advice)] = [
    row(
      "log.name_not_found", "The server's name was not found.",
      "Check the name, and which DNS server the client asks: a name of a company's network is "
        + "known only inside it or over the VPN. Try the address instead of the name. `nslookup "
        + "NAME`")
  ]
}
