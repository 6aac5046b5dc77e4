public import Evidence

/// How good a set of verdicts is, by labels.
public struct Evaluation: Sendable {
  /// From here on a wrong verdict is a confident one.
  public static let confident = 0.9

  public var graded: [GradedVerdict]
  /// One row per cause that is labelled or given, in the vocabulary's order.
  public var scores: [CauseScore]
  /// Labelled cause, then counted cause, to number of sessions.
  public var confusion: [Cause: [Cause: Int]]
  /// Of the probability that the cause is right.
  public var calibration: CalibrationScore
  /// Of the probability that the code is right, where the label names codes.
  public var codeCalibration: CalibrationScore

  public init(_ graded: [GradedVerdict]) {
    self.graded = graded
    confusion = graded.reduce(into: [:]) { table, item in
      table[item.label.cause, default: [:]][item.countedCause, default: 0] += 1
    }
    scores = CauseScore.scores(of: confusion)
    calibration = CalibrationScore(
      graded.compactMap { item in
        item.verdict.map { Claim(confidence: $0.confidence, isRight: item.isCauseRight) }
      })
    codeCalibration = CalibrationScore(
      graded.compactMap { item in
        guard let verdict = item.verdict, let isRight = item.isCodeRight else { return nil }
        return Claim(confidence: verdict.codeConfidence, isRight: isRight)
      })
  }

  public var count: Int { graded.count }
  public var scenarios: Int { Set(graded.map(\.label.scenario)).count }
  public var causeRight: Int { graded.count(where: \.isCauseRight) }
  public var codeLabelled: Int { graded.count { $0.isCodeRight != nil } }
  public var codeRight: Int { graded.count { $0.isCodeRight == true } }
  public var degradedLabelled: Int { graded.count { $0.isDegradedRight != nil } }
  public var degradedRight: Int { graded.count { $0.isDegradedRight == true } }

  public var causeAccuracy: Double { Self.share(causeRight, of: count) }
  public var codeAccuracy: Double { Self.share(codeRight, of: codeLabelled) }

  /// Mean F1 of the causes that are labelled; abstentions lower their recall.
  public var macroF1: Double {
    let labelled = scores.filter { $0.labelled > 0 }
    return labelled.isEmpty ? 0 : labelled.reduce(0) { $0 + $1.f1 } / Double(labelled.count)
  }

  /// Sessions left undetermined, or not found, though the label names a cause.
  public var abstentions: Int {
    graded.count { $0.countedCause == .undetermined && $0.label.cause != .undetermined }
  }

  /// Wrong causes that were given with great confidence.
  public var confidentlyWrong: [GradedVerdict] {
    graded.filter { !$0.isCauseRight && ($0.verdict?.confidence ?? 0) >= Self.confident }
  }

  /// Sessions with a wrong cause or a wrong code, in the order of the labels.
  public var misses: [GradedVerdict] {
    graded.filter { !$0.isCauseRight || $0.isCodeRight == false }
  }

  static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}
