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
  /// Confidence is never certainty: one verdict in fifty rests on what no packet shows.
  static let ceiling = 0.98
  /// Scale of the log-odds; fitted on the labelled recordings (Docs/accuracy.md).
  static let temperature = 1.0

  public static func verdict(for facts: SessionFacts) -> Verdict {
    verdict(for: facts, evidence: RuleBook.evidence(in: facts))
  }

  static func verdict(for facts: SessionFacts, evidence: [Evidence]) -> Verdict {
    let shares = probabilities(of: evidence)
    let causes = Dictionary(grouping: shares, by: { $0.code.cause })
      .mapValues { $0.reduce(0) { $0 + $1.share } }
      .sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
    let best = causes.first.map { ($0.key, $0.value) } ?? (.undetermined, 1)
    let isWeak = best.0 != .undetermined && best.1 < reportingThreshold
    let code =
      isWeak
      ? VerdictCode("undetermined.conflicting")
      : shares.first { $0.code.cause == best.0 }?.code ?? VerdictCode("undetermined.conflicting")
    let confidence = isWeak ? 1 - best.1 : best.1
    let endedBy = Self.endedBy(facts, code: code)
    return Verdict(
      code: code, confidence: min(ceiling, confidence),
      summary: VerdictText.summary(of: code, facts: facts, endedBy: endedBy),
      nextAction: VerdictText.nextAction(for: code),
      alternatives: alternatives(shares, to: code),
      settledBy: VerdictText.settledBy(code, facts: facts, confidence: confidence),
      phase: facts.phase, endedBy: endedBy,
      degraded: facts.isDegraded && code.cause != .network,
      evidence: weighed(evidence, for: code))
  }

  static func probabilities(of evidence: [Evidence]) -> [(code: VerdictCode, share: Double)] {
    var sums = WeightTable.priors
    for item in evidence {
      for (code, weight) in WeightTable.table[item.code] ?? [] {
        sums[code, default: 0] += weight * item.strength
      }
    }
    let highest = sums.values.max() ?? 0
    let powers = sums.mapValues { exponential(($0 - highest) / temperature) }
    let total = powers.values.reduce(0, +)
    return powers.map { (VerdictCode($0.key), $0.value / total) }
      .sorted { ($0.1, $1.0.rawValue) > ($1.1, $0.0.rawValue) }
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
      let own = weights.filter { VerdictCode($0.code).cause == code.cause }.map(\.weight).max() ?? 0
      let others =
        weights.filter { VerdictCode($0.code).cause != code.cause }.map(\.weight).max() ?? 0
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
      return facts.isEstablished ? .nobody : .unknown
    }
    return side == .client ? .client : .server
  }
}
