import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// What a verdict says to do, where the session's own facts ask for more, or for something else, than
/// its page does.
enum SessionAdvice {
  struct Advice {
    /// Nil where the verdict's own sentence stands.
    var summary: String?
    var nextAction: String
  }

  static func advice(
    for code: VerdictCode, facts: SessionFacts, evidence: [Evidence]
  ) -> Advice? {
    advice(
      for: code, facts: facts, evidence: evidence, isDegraded: facts.wire?.isDegraded == true)
  }

  /// - Parameter isDegraded: whether the path was sick, which is not cheap to see.
  static func advice(
    for code: VerdictCode, facts: SessionFacts, evidence: [Evidence],
    isDegraded: @autoclosure () -> Bool
  ) -> Advice? {
    if !facts.logs.isEmpty {
      if let advice = StatementAdvice.attack(evidence) { return advice }
      if let advice = ToldAdvice.advice(for: code, facts: facts, evidence: evidence) {
        return advice
      }
      if var advice = LinuxAdvice.advice(for: code, facts: facts) {
        if facts.wire == nil {
          advice.summary = LogOnlyText.advice(for: code, facts: facts, evidence: evidence)?.summary
        }
        return advice
      }
    }
    if code == .credsspLogonFailure { return refused(facts.logs.isEmpty ? facts.wire : nil) }
    let wire = facts.wire
    if let wire, let advice = StatedCodeAdvice.advice(for: code, wire: wire) { return advice }
    if let advice = StatementAdvice.advice(for: code, facts: facts, evidence: evidence) {
      return advice
    }
    guard let wire else {
      return silentLog(code, evidence)
        ?? LogOnlyText.advice(for: code, facts: facts, evidence: evidence)
    }
    if code == .cleanServerClosed, let advice = leave(wire) { return advice }
    if let advice = EvidenceAdvice.advice(for: code, facts: wire, evidence: evidence) {
      return advice
    }
    if let advice = TLSAdvice.advice(for: code, facts: wire) {
      return Advice(summary: advice.summary, nextAction: advice.nextAction)
    }
    if code.cause == .clean, isDegraded() { return sickPath(wire, facts.path) }
    if code == .networkSYNUnanswered { return unanswered(wire) }
    return nil
  }

  /// A log from which no cause can be read.
  private static func silentLog(_ code: VerdictCode, _ evidence: [Evidence]) -> Advice? {
    if code == .cleanProbe { return accepted }
    guard code == .undeterminedConflicting,
      !evidence.contains(where: EvidenceAdvice.speaksForACause)
    else { return nil }
    return Advice(
      summary: "The log does not say how or why the session ended.",
      nextAction:
        "Add the log that is named first under what would settle it: it is mostly there already.")
  }

  /// A record of an accepted connection does not show what it was for.
  private static let accepted = Advice(
    summary:
      "The log tells little more than that a connection was accepted: a health check, a scan, or "
      + "the first part of somebody's tries of passwords.",
    nextAction:
      "Nothing to do for a known monitor. Many of one address are a scan or tries of passwords: "
      + "look for 4625 and 4624 of that address in the server's Security log, and close the port "
      + "to it.")

  /// Without keys a locked account looks like a wrong password, and each further try may lock it.
  private static func refused(_ wire: WireFacts?) -> Advice {
    if let wire, let refusal = wire.credssp.refusal,
      wire.trace.decrypted?.credssp.errorCode == nil
    {
      return refusal == .errorCode ? hidden : unexplained
    }
    return Advice(
      nextAction: VerdictText.nextAction(for: .credsspLogonFailure)
        + " Look first whether the account is locked: each further wrong try counts toward its "
        + "lock-out, or prolongs it.")
  }

  /// The server gave its reason inside of TLS.
  private static let hidden = Advice(
    summary:
      "The server refused the log-on; its reason is encrypted: a wrong password, or an account "
      + "that is locked, disabled, expired or restricted.",
    nextAction:
      "Read the server's Security log of that second before anybody types the password again: "
      + "event 4625's sub-status says which it is (0xC000006A password, 0xC0000064 no such user, "
      + "0xC0000234 locked, 0xC0000072 disabled). Each further wrong try counts toward a "
      + "lock-out, or prolongs it.")

  private static let unexplained = Advice(
    summary:
      "The server refused the log-on and gave no reason: mostly a wrong password or a locked "
      + "account, but blocked NTLM, TLS inspection or a policy look the same.",
    nextAction:
      "Read the server's Security log of that second before anybody types the password again: "
      + "event 4625 means password or account, and its sub-status says which. No such event: NTLM "
      + "is blocked (log NTLM/Operational), or a device between breaks TLS open (compare the "
      + "certificate's thumbprint at the client with the server's own).")

  /// What is known of how the server came to end a session in order.
  private static func leave(_ wire: WireFacts) -> Advice? {
    if let error = wire.trace.mcs.errorInfo?.value, error == 0x0B || error == 0x0C {
      return Advice(
        summary: "The server ended the session as the user asked (log-off or disconnect).",
        nextAction: "Nothing to do.")
    }
    let life = wire.endTime.since(wire.connection.first.time)
    if life < shortLife {
      return Advice(
        summary:
          "The server ended the session \(life.text) after it began: mostly its desktop did not "
          + "start.",
        nextAction:
          "Nothing to do if the user logged off at once. If not, read how the desktop started on "
          + "the server: Windows Application log 4005 and 1000, xrdp-sesman.log and "
          + "~/.xsession-errors with xrdp.")
    }
    // A second connection of the same client that came up while this one was there.
    guard let next = wire.surroundings.next, next.start < wire.endTime, next.phase == .active,
      wire.endTime.since(next.start) < takeOver
    else { return nil }
    return Advice(
      summary:
        "The server ended the session in order, \(wire.endTime.since(next.start).text) after the "
        + "same client had connected once more: the new log-on probably took it over.",
      nextAction:
        "Ask who connected then. Event 40 of the server's LocalSessionManager log with reason 5 "
        + "means that the session was taken over, 25 names the address.")
  }

  /// Nobody logs on and off, and no limit is reached, within it.
  private static let shortLife = TimeSpan.seconds(10)

  /// A session that is taken over ends within this of the new connection.
  private static let takeOver = TimeSpan.seconds(10)

  /// A session that ended as intended over a path that did not do well.
  private static func sickPath(_ wire: WireFacts, _ path: PathFacts?) -> Advice {
    var signs: [String] = []
    if let path {
      // Two ends know which way it was, and how much.
      for (sent, way) in [(path.sent.client, "server"), (path.sent.server, "client")] {
        let loss = percent(sent.sent > 0 ? Double(sent.lost) / Double(sent.sent) : 0)
        if loss > 0 { signs.append("lost \(loss) % towards the \(way)") }
      }
    } else {
      let loss = percent(wire.shownLoss)
      if loss > 0 { signs.append("lost \(loss) % of the packets") }
    }
    if let outage = wire.longestOutage?.length, outage >= .seconds(1) {
      signs.append("stood still for \(outage.text)")
    }
    if signs.isEmpty, let advice = unsteady(wire) { return advice }
    let what = signs.isEmpty ? "was slow and unsteady" : signs.joined(separator: " and ")
    return Advice(
      nextAction:
        "The end itself needs nothing, but the path \(what): look for the cause before it "
        + "drops a session (`rdpwhy explain network.loss`).")
  }

  /// Nothing was lost: packets overtook one another.
  private static func unsteady(_ wire: WireFacts) -> Advice? {
    let late = Side.allCases.filter { wire.isShuffled($0) }.map { wire[$0].reordered }.max()
    guard let late else { return nil }
    return Advice(
      nextAction:
        "The end itself needs nothing, but packets overtook one another on the path (\(late)): "
        + "look for links that share the load packet by packet (bonding, SD-WAN, two uplinks).")
  }

  /// In tenths of a per cent, rounded: as the path's own row has it.
  private static func percent(_ share: Double) -> Double {
    share.isFinite ? (min(max(share, 0), 1) * 1000).rounded() / 10 : 0
  }

  /// A server that serves others, or answers a ping, at that moment does not sleep.
  private static func unanswered(_ wire: WireFacts) -> Advice? {
    let sign: String
    if wire.surroundings.bystanders.serverSurvived > 0 {
      sign = "its sessions with others went on"
    } else if wire.surroundings.pingReply != nil {
      sign = "it answered a ping"
    } else {
      return nil
    }
    return Advice(
      summary: "Nothing answers this client, although the server is up: \(sign).",
      nextAction:
        "Look for a filter that drops this client's requests: the server's firewall (event "
        + "5152 of its Security log, pfirewall.log), then those on the path.")
  }
}
