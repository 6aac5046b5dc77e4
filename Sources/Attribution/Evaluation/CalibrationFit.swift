import Evidence

/// The calibration that fits labelled sessions best, and how well such a fit does on scenarios that
/// it has not seen.
///
/// Log loss is minimised over a grid of temperatures and ceilings. Each scenario in turn is left out,
/// the rest fitted, and the scenario's confidences taken with that fit: their scores are what to
/// expect elsewhere. Ceilings go no higher than `highestCeiling`, since recordings made for the
/// purpose hold fewer surprises than life.
public struct CalibrationFit: Sendable {
  public var calibration: Calibration
  /// Of the calibration in use now, on the same sessions.
  public var current: CalibrationScore
  /// Of each scenario, fitted on the others.
  public var crossValidated: CalibrationScore
  /// The same of the codes' own confidences, where labels name codes.
  public var codeCrossValidated: CalibrationScore
  /// How much log loss, summed over all sessions, the fit saves against the calibration in use, and
  /// the standard error of that sum over the scenarios. Within one error, leave what is in use: a
  /// bolder temperature would follow the luck of these labels.
  public var gain: Double
  public var gainError: Double
  /// Lowest and highest temperature over the folds.
  public var temperatures: ClosedRange<Double>
  public var folds: Int

  static let highestCeiling = 0.99

  /// Temperatures 0.5…6 in steps of 5 %, ceilings 0.91…0.99 in steps of 0.01.
  static let grid: [Calibration] = {
    let temperatures = sequence(first: 0.5) { $0 * 1.05 }.prefix { $0 <= 6 }
    let ceilings = (0...8).map { highestCeiling - Double($0) / 100 }
    return temperatures.flatMap { temperature in
      ceilings.map { Calibration(temperature: temperature, ceiling: $0) }
    }
  }()

  /// nil for fewer than two scenarios: nothing could be left out.
  public init?(_ graded: [GradedVerdict]) {
    let cases = graded.compactMap { item in
      item.verdict.map { (label: item.label, evidence: $0.evidence.map(\.evidence)) }
    }
    let scenarios = Array(Set(cases.map(\.label.scenario))).sorted()
    guard scenarios.count > 1 else { return nil }
    let folds = Dictionary(uniqueKeysWithValues: scenarios.enumerated().map { ($1, $0) })
    // Claims and loss of every point of the grid, the loss by scenario.
    let claims = Self.grid.map { point in
      cases.map { Judge.assessment(of: $0.evidence, by: point).claim(for: $0.label) }
    }
    let losses = claims.map { row in
      zip(cases, row).reduce(into: [Double](repeating: 0, count: scenarios.count)) { sums, item in
        sums[folds[item.0.label.scenario] ?? 0] += CalibrationScore.loss(item.1)
      }
    }
    let totals = losses.map { $0.reduce(0, +) }
    func best(leavingOut fold: Int?) -> Int {
      Self.grid.indices.min { lhs, rhs in
        totals[lhs] - (fold.map { losses[lhs][$0] } ?? 0)
          < totals[rhs] - (fold.map { losses[rhs][$0] } ?? 0)
      } ?? 0
    }
    let fitted = scenarios.indices.map { best(leavingOut: $0) }
    let chosen = best(leavingOut: nil)
    calibration = Self.grid[chosen]
    let now = cases.map { Judge.assessment(of: $0.evidence).claim(for: $0.label) }
    current = CalibrationScore(now)
    var gains = losses[chosen].map { -$0 }
    for (item, claim) in zip(cases, now) {
      gains[folds[item.label.scenario] ?? 0] += CalibrationScore.loss(claim)
    }
    gain = gains.reduce(0, +)
    gainError = Self.standardErrorOfSum(gains)
    crossValidated = CalibrationScore(
      cases.indices.map { claims[fitted[folds[cases[$0].label.scenario] ?? 0]][$0] })
    codeCrossValidated = CalibrationScore(
      cases.compactMap { item in
        let point = Self.grid[fitted[folds[item.label.scenario] ?? 0]]
        let assessment = Judge.assessment(of: item.evidence, by: point)
        return item.label.accepts(assessment.code).map {
          Claim(confidence: assessment.codeConfidence, isRight: $0)
        }
      })
    let used = fitted.map { Self.grid[$0].temperature }
    temperatures = (used.min() ?? 1)...(used.max() ?? 1)
    self.folds = scenarios.count
  }

  /// Square root of the number of values times their sample deviation.
  static func standardErrorOfSum(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1) * Double(values.count)).squareRoot()
  }
}

extension Assessment {
  func claim(for label: Label) -> Claim {
    Claim(confidence: confidence, isRight: label.accepts(code.cause))
  }
}
