import Evidence

/// Headline and advice by the log record that decided: what it says happened, told of the machine that it
/// speaks of.
enum ToldAdvice {
  typealias Advice = SessionAdvice.Advice

  static func advice(
    for verdict: VerdictCode, facts: SessionFacts, evidence: [Evidence]
  ) -> Advice? {
    guard !facts.logs.isEmpty,
      let record = DecidingRecord(for: verdict, facts: facts, evidence: evidence)
    else { return nil }
    return path(record) ?? host(record) ?? reason(record) ?? program(record) ?? account(record)
      ?? gateway(record) ?? handshake(record)
  }

  static let nothing = "Nothing to do."
}
