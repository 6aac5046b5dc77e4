public import Analysis
public import Attribution

/// An evaluation as it is shown: scores, the fit where it was asked for, and what could not be read.
public struct EvaluationReport: Sendable {
  public var evaluation: Evaluation
  /// nil where no fit was asked for, or the labels have fewer than two scenarios.
  public var fit: CalibrationFit?
  public var unreadable: [InputReport]

  public init(_ captures: LabelledCaptures, fits: Bool) {
    evaluation = Evaluation(captures.graded)
    fit = fits ? CalibrationFit(captures.graded) : nil
    unreadable = captures.unreadable
  }

  public var outcome: Outcome {
    if evaluation.count == 0 { return .nothing }
    return unreadable.isEmpty ? .analysed : .partial
  }
}
