public import Evidence
import RDPProtocol
import TCPStreams

/// Weighs a session's evidence into a verdict.
///
/// Every code starts at its prior, each observation adds its log-odds times its strength, and the
/// codes share the probability by the exponential of their sums (a multinomial logit). So one proof
/// outweighs any number of weak hints, and two proofs of different things lower each other.
public enum Judge {
  /// Below this share the best cause is named only as an alternative.
  static let reportingThreshold = 0.5

  public static func verdict(for facts: SessionFacts) -> Verdict {
    verdict(for: facts, evidence: RuleBook.evidence(in: facts))
  }

  static func verdict(for facts: SessionFacts, evidence: [Evidence]) -> Verdict {
    let assessment = assessment(of: evidence)
    let code = assessment.code
    let endedBy = Self.endedBy(facts, code: code)
    let advice = TLSAdvice.advice(for: code, facts: facts)
    return Verdict(
      code: code, confidence: assessment.confidence,
      summary: advice?.summary ?? VerdictText.summary(of: code),
      nextAction: advice?.nextAction ?? VerdictText.nextAction(for: code),
      alternatives: alternatives(assessment.shares, to: code),
      settledBy: MissingData.wishes(code, facts: facts, confidence: assessment.confidence),
      phase: facts.phase, endedBy: endedBy,
      degraded: facts.isDegraded && code.cause != .network,
      evidence: weighed(evidence, for: code))
  }

  /// The best cause and its best code, or none where no cause has half of the probability.
  static func assessment(
    of evidence: [Evidence], by calibration: Calibration = .current
  ) -> Assessment {
    let shares = probabilities(of: evidence, temperature: calibration.temperature)
    let causes = Dictionary(grouping: shares, by: { $0.code.cause })
      .mapValues { $0.reduce(0) { $0 + $1.share } }
      .sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
    let best = causes.first.map { (cause: $0.key, share: $0.value) } ?? (.undetermined, 1)
    let isWeak = best.cause != .undetermined && best.share < reportingThreshold
    let code = isWeak ? nil : shares.first { $0.code.cause == best.cause }?.code
    let share = isWeak ? 1 - best.share : best.share
    // Undetermined names no cause that could be right: it never claims more than even odds.
    let isUndetermined = isWeak || best.cause == .undetermined
    let limit = isUndetermined ? reportingThreshold : calibration.ceiling
    return Assessment(
      code: code ?? VerdictCode("undetermined.conflicting"), confidence: min(limit, share),
      shares: shares)
  }

  static func probabilities(
    of evidence: [Evidence], temperature: Double = Calibration.current.temperature
  ) -> [(code: VerdictCode, share: Double)] {
    var sums = WeightTable.priors
    // In one order whatever order the evidence came in: sums of floating-point numbers depend on it.
    for item in evidence.sorted(by: { ($0.code, $0.strength) < ($1.code, $1.strength) }) {
      for (code, weight) in WeightTable.table[item.code] ?? [] {
        sums[code, default: 0] += weight * item.strength
      }
    }
    let highest = sums.values.max() ?? 0
    let powers = sums.map { (code: $0.key, power: exponential(($0.value - highest) / temperature)) }
      .sorted { ($0.power, $1.code) > ($1.power, $0.code) }
    let total = powers.reduce(0) { $0 + $1.power }
    return powers.map { (VerdictCode($0.code), $0.power / total) }
  }

  private static func alternatives(
    _ shares: [(code: VerdictCode, share: Double)], to code: VerdictCode
  ) -> [Verdict.Alternative] {
    shares.filter { $0.code != code && $0.share >= 0.01 }.prefix(4)
      .map { Verdict.Alternative(code: $0.code, confidence: $0.share) }
  }

  /// Evidence by its bearing on the verdict: for it, against it (for another cause), or context.
  private static func weighed(_ evidence: [Evidence], for code: VerdictCode) -> [WeighedEvidence] {
    evidence.map { item in
      let weights = WeightTable.table[item.code] ?? []
      let isOwn = { (weight: (code: String, weight: Double)) in
        VerdictCode(weight.code).cause == code.cause
      }
      let own = weights.filter(isOwn).map(\.weight).max() ?? 0
      let others = weights.filter { !isOwn($0) }.map(\.weight).max() ?? 0
      let bearing: WeighedEvidence.Bearing =
        if own > 0, own >= others { .supports } else if others > 0 || own < 0 { .against } else {
          .context
        }
      let weight = (bearing == .supports ? own : bearing == .against ? min(own, -others) : 0)
      return WeighedEvidence(evidence: item, bearing: bearing, weight: weight * item.strength)
    }.sorted { abs($0.weight) > abs($1.weight) }
  }

  /// Who ended the session: who refused or took leave in words, else the first FIN or RST; the path
  /// where that failed before it.
  private static func endedBy(_ facts: SessionFacts, code: VerdictCode) -> EndedBy {
    let trace = facts.trace
    var side: Side?
    switch code.cause {
    case .network: return .path
    case .negotiation:
      if case .failure? = trace.confirm?.value { side = .server }
    case .tls: side = facts.causalAlerts.first?.side
    case .credssp: side = trace.credssp.refusal != nil ? .server : nil
    case .clean, .server, .client, .protocol, .undetermined:
      side = facts.phase == .active ? facts.decidingUltimatum?.side : nil
    }
    guard let side = side ?? facts.goodbye?.side else {
      return facts.isEstablished && facts.connection.firstGoodbye == nil ? .nobody : .unknown
    }
    return side == .client ? .client : .server
  }
}
