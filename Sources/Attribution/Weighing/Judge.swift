public import Evidence
import RDPProtocol
import TCPStreams

/// Weighs a session's evidence into a verdict.
///
/// Every code starts at its prior, each observation adds its log-odds times its strength, and the
/// causes share the probability by the exponentials of their codes' sums (a multinomial logit). So one
/// proof outweighs any number of weak hints, and two proofs of different things lower each other. Within a
/// cause its codes share that cause's probability in the same way, by a temperature of their own.
public enum Judge {
  /// Below this share the best cause is named only as an alternative.
  static let reportingThreshold = 0.5

  public static func verdict(for facts: SessionFacts) -> Verdict {
    verdict(for: facts, evidence: RuleBook.evidence(in: facts))
  }

  /// - Parameter known: what was assessed of the same run.
  public static func verdict(for facts: SessionFacts, recalling known: Assessments) -> Verdict {
    let evidence = RuleBook.evidence(in: facts)
    return verdict(for: facts, evidence: evidence, known.judgement(of: evidence))
  }

  static func verdict(for facts: SessionFacts, evidence: [Evidence]) -> Verdict {
    verdict(for: facts, evidence: evidence, Judgement(of: evidence))
  }

  private static func verdict(
    for facts: SessionFacts, evidence: [Evidence], _ judgement: Judgement
  ) -> Verdict {
    let wire = facts.wire
    let assessment = judgement.assessment
    let code = assessment.code
    let isDegraded = wire?.isDegraded == true
    let advice = SessionAdvice.advice(
      for: code, facts: facts, evidence: evidence, isDegraded: isDegraded)
    return Verdict(
      code: code, confidence: assessment.confidence, codeConfidence: assessment.codeConfidence,
      summary: advice?.summary ?? judgement.texts.summary,
      nextAction: advice.map { KnownNames.fill($0.nextAction, from: facts) }
        ?? judgement.texts.nextAction(from: facts),
      alternatives: judgement.alternatives,
      settledBy: MissingData.wishes(
        code, facts: facts, evidence: evidence, confidence: assessment.confidence),
      phase: wire?.phase ?? facts.phase,
      endedBy: wire.map { endedBy($0, code: code) } ?? endedBy(code),
      degraded: isDegraded,
      evidence: judgement.bearings.map { bearing in
        WeighedEvidence(
          evidence: EvidenceWords.told(evidence[bearing.place], for: code),
          bearing: bearing.bearing, weight: bearing.weight)
      })
  }

  /// The best cause and its best code, or none where no cause has half of the probability.
  static func assessment(
    of evidence: [Evidence], by calibration: Calibration = .current
  ) -> Assessment {
    let table = WeightIndex.shared
    let shares = numbered(evidence, by: calibration)
    let best = bestCause(of: shares)
    let isWeak = best.cause != .undetermined && best.share < reportingThreshold
    let place = Cause.allCases.firstIndex(of: best.cause) ?? 0
    let first = isWeak ? nil : shares.first { table.causes[$0.code] == place }
    let chosen = first.map { (code: table.codes[$0.code], share: $0.share) }
    let share = isWeak ? 1 - best.share : best.share
    // Undetermined names no cause that could be right: it never claims more than even odds. That
    // something else than RDP was spoken is a finding.
    let isUndetermined =
      isWeak || best.cause == .undetermined && chosen?.code != .undeterminedNotRDP
    let limit = isUndetermined ? reportingThreshold : calibration.ceiling
    let confidence = min(limit, share)
    return Assessment(
      code: chosen?.code ?? .undeterminedConflicting, confidence: confidence,
      codeConfidence: min(confidence, chosen?.share ?? confidence), numbered: shares)
  }

  /// The cause whose codes have most of the probability together, and how much.
  private static func bestCause(
    of shares: [(code: Int, share: Double)]
  ) -> (cause: Cause, share: Double) {
    let places = WeightIndex.shared.causes
    let causes = Cause.allCases
    var sums = Array(repeatElement(0.0, count: causes.count))
    var isNamed = Array(repeatElement(false, count: causes.count))
    for (code, share) in shares {
      sums[places[code]] += share
      isNamed[places[code]] = true
    }
    var best: Int?
    for place in causes.indices where isNamed[place] {
      if let known = best {
        // Of equal ones the first by name.
        guard
          sums[place] > sums[known]
            || sums[place] == sums[known] && causes[place].rawValue < causes[known].rawValue
        else { continue }
      }
      best = place
    }
    return best.map { (causes[$0], sums[$0]) } ?? (.undetermined, 1)
  }

  static func probabilities(
    of evidence: [Evidence], by calibration: Calibration = .current
  ) -> [(code: VerdictCode, share: Double)] {
    numbered(evidence, by: calibration).map { (WeightIndex.shared.codes[$0.code], $0.share) }
  }

  private static func numbered(
    _ evidence: [Evidence], by calibration: Calibration
  ) -> [(code: Int, share: Double)] {
    let table = WeightIndex.shared
    // By the codes' numbers; nothing speaks of most.
    var sums = table.priors
    // In one order whatever order the evidence came in: sums of floating-point numbers depend on it.
    var items = evidence.map { (code: $0.code, strength: $0.strength) }
    if items.count > 1 { items.sort { ($0.code, $0.strength) < ($1.code, $1.strength) } }
    for item in items {
      for (code, weight) in table.weights(of: item.code) {
        sums[code] = (sums[code].isNaN ? 0 : sums[code]) + weight * item.strength
      }
    }
    var powers: [(code: Int, power: Double)] = []
    powers.reserveCapacity(table.expected.count + 16)
    var highest = -Double.infinity
    for code in sums.indices where !sums[code].isNaN {
      powers.append((code, sums[code]))
      highest = max(highest, sums[code])
    }
    for place in powers.indices {
      powers[place].power = exponential(
        (powers[place].power - highest) / calibration.temperature)
    }
    sharpen(&powers, by: calibration.codeTemperature)
    powers.sort { ($0.power, $1.code) > ($1.power, $0.code) }
    let total = powers.reduce(0) { $0 + $1.power }
    return powers.map { ($0.code, $0.power / total) }
  }

  /// Shares what the codes of each cause have together out among them by the codes' temperature.
  private static func sharpen(_ powers: inout [(code: Int, power: Double)], by temperature: Double)
  {
    let causes = WeightIndex.shared.causes
    let credssp = Cause.allCases.firstIndex(of: .credssp)
    var start = 0
    // Codes are in the order of their names, so those of a cause follow one another.
    while start < powers.count {
      let cause = causes[powers[start].code]
      let end =
        powers[start...].firstIndex { causes[$0.code] != cause } ?? powers.endIndex
      let total = powers[start..<end].reduce(0) { $0 + $1.power }
      // What is hardly possible is not told apart.
      if end - start > 1, total >= leastTold {
        let own = cause == credssp ? max(temperature, refusals) : temperature
        for index in start..<end {
          powers[index].power = exponential(logarithm(powers[index].power / total) / own)
        }
        let sharpened = powers[start..<end].reduce(0) { $0 + $1.power }
        for index in start..<end { powers[index].power *= total / sharpened }
      }
      start = end
    }
  }

  /// A wrong password and a locked account look the same without keys, in the recordings that this was
  /// fitted on as well: their labels accept either, so they do not show how sure one may be.
  private static let refusals = 0.8

  /// A cause's part, against the likeliest code's, from which on its codes are told apart.
  private static let leastTold = 1e-3

  static func alternatives(
    _ shares: [(code: Int, share: Double)], to code: VerdictCode
  ) -> [Verdict.Alternative] {
    let codes = WeightIndex.shared.codes
    return shares.lazy.filter { $0.share >= 0.01 && codes[$0.code] != code }.prefix(4)
      .map { Verdict.Alternative(code: codes[$0.code], confidence: $0.share) }
  }

  /// Evidence by its bearing on the verdict: for it, against it (for another cause), or context.
  static func bearings(of evidence: [Evidence], on code: VerdictCode) -> [Judgement.Bearing] {
    let table = WeightIndex.shared
    let cause = Cause.allCases.firstIndex(of: code.cause)
    var all = evidence.indices.map { place in
      let item = evidence[place]
      if EvidenceWords.isSilentOnCauses(item, code) {
        return Judgement.Bearing(place: place, bearing: .context, weight: 0)
      }
      let (own, others) = strongest(of: table.weights(of: item.code), for: cause)
      return bearing(of: item, at: place, own: own, others: others)
    }
    all.sort { abs($0.weight) > abs($1.weight) }
    return all
  }

  /// The largest weight for the cause at `place`, and for another one.
  private static func strongest(
    of weights: WeightIndex.Weights, for place: Int?
  ) -> (own: Double, others: Double) {
    let causes = WeightIndex.shared.causes
    var own: Double?
    var others: Double?
    for (number, weight) in weights {
      if causes[number] == place {
        own = max(own ?? weight, weight)
      } else {
        others = max(others ?? weight, weight)
      }
    }
    return (own ?? 0, others ?? 0)
  }

  /// - Parameters:
  ///   - own: the most that it says for a code of the verdict's cause.
  ///   - others: the most that it says for a code of another.
  private static func bearing(
    of item: Evidence, at place: Int, own: Double, others: Double
  ) -> Judgement.Bearing {
    let bearing: WeighedEvidence.Bearing =
      if own > 0, own >= others { .supports } else if others > 0 || own < 0 { .against } else {
        .context
      }
    let weight = (bearing == .supports ? own : bearing == .against ? min(own, -others) : 0)
    return Judgement.Bearing(place: place, bearing: bearing, weight: weight * item.strength)
  }

  /// Who ended a session that no capture shows, as the verdict says it.
  private static func endedBy(_ code: VerdictCode) -> EndedBy {
    switch code.cause {
    case .network: .path
    case .negotiation, .credssp, .server: .server
    case .client: .client
    case .clean:
      switch code {
      case .cleanServerClosed: .server
      case .cleanRunning: .nobody
      default: .client
      }
    case .tls, .protocol, .undetermined: .unknown
    }
  }

  /// Who ended the session: who refused or took leave in words, else the first FIN or RST; the path
  /// where that failed before it.
  private static func endedBy(_ facts: WireFacts, code: VerdictCode) -> EndedBy {
    var side: Side?
    switch code.cause {
    case .network: return .path
    case .negotiation:
      if case .failure? = facts.trace.confirm?.value { side = .server }
    case .tls: side = facts.causalAlerts.first?.side
    case .credssp: side = facts.credssp.refusal != nil ? .server : nil
    case .clean, .server, .client, .protocol, .undetermined:
      side = facts.phase == .active ? facts.decidingUltimatum?.side : nil
    }
    guard let side = side ?? facts.goodbye?.side ?? facts.unseenClose?.side else {
      return facts.isEstablished && facts.connection.firstGoodbye == nil ? .nobody : .unknown
    }
    return side == .client ? .client : .server
  }
}
