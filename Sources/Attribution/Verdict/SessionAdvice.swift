import CaptureReader
import Evidence
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
    if !facts.logs.isEmpty {
      if let advice = StatementAdvice.attack(evidence) { return advice }
      if let advice = LinuxAdvice.advice(for: code, facts: facts) { return advice }
    }
    if code == .credsspLogonFailure { return refused() }
    if let advice = StatementAdvice.advice(for: code, facts: facts, evidence: evidence) {
      return advice
    }
    guard let wire = facts.wire else { return silentLog(code, evidence) }
    if let advice = EvidenceAdvice.advice(for: code, facts: wire, evidence: evidence) {
      return advice
    }
    if let advice = TLSAdvice.advice(for: code, facts: wire) {
      return Advice(summary: advice.summary, nextAction: advice.nextAction)
    }
    if code.cause == .clean, wire.isDegraded { return sickPath(wire) }
    if code == .networkSYNUnanswered { return unanswered(wire) }
    return nil
  }

  /// A log from which no cause can be read.
  private static func silentLog(_ code: VerdictCode, _ evidence: [Evidence]) -> Advice? {
    guard code == .undeterminedConflicting,
      !evidence.contains(where: EvidenceAdvice.speaksForACause)
    else { return nil }
    return Advice(
      summary: "The log does not say how or why the session ended.",
      nextAction:
        "Add the log of the other end, and the server's other logs of that time; rdpwhy names beside "
        + "each input what is missing.")
  }

  /// Without keys a locked account looks like a wrong password, and each further try may lock it.
  private static func refused() -> Advice {
    Advice(
      nextAction: VerdictText.nextAction(for: .credsspLogonFailure)
        + " Look first whether the account is locked: each further wrong try counts toward its "
        + "lock-out, or prolongs it.")
  }

  /// A session that ended as intended over a path that did not do well.
  private static func sickPath(_ wire: WireFacts) -> Advice {
    var signs: [String] = []
    let loss = wire.worstLoss.isFinite ? Int((min(max(wire.worstLoss, 0), 1) * 100).rounded()) : 0
    if loss > 0 { signs.append("lost \(loss) % of the packets") }
    if let outage = wire.longestOutage?.length, outage >= .seconds(1) {
      signs.append("stood still for \(outage.text)")
    }
    let what = signs.isEmpty ? "was slow and unsteady" : signs.joined(separator: " and ")
    return Advice(
      nextAction:
        "The end itself needs nothing, but the path \(what): look for the cause before it "
        + "drops a session (rdpwhy explain network.loss).")
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
