public import Evidence

/// A labelled session with the verdict that was given.
public struct GradedVerdict: Sendable {
  public var label: Label
  /// nil where the capture holds no such session.
  public var verdict: Verdict?

  public init(label: Label, verdict: Verdict?) {
    self.label = label
    self.verdict = verdict
  }

  public var isCauseRight: Bool { verdict.map { label.accepts($0.cause) } ?? false }

  /// nil where the label names no code.
  public var isCodeRight: Bool? {
    guard let verdict else { return label.codePattern == nil ? nil : false }
    return label.accepts(verdict.code)
  }

  /// nil where the label does not say, and where the path itself is the cause: then the word adds
  /// nothing, and verdicts do not carry it.
  public var isDegradedRight: Bool? {
    guard let isDegraded = label.isDegraded, let verdict, verdict.cause != .network,
      label.cause != .network
    else { return nil }
    return verdict.degraded == isDegraded
  }

  /// The cause given; an accepted other cause counts as the labelled one, a missing session as
  /// undetermined.
  public var countedCause: Cause {
    guard let verdict else { return .undetermined }
    return label.accepts(verdict.cause) ? label.cause : verdict.cause
  }
}
