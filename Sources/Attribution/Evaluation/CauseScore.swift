public import Evidence

/// Precision and recall of one cause.
public struct CauseScore: Sendable, Hashable {
  public var cause: Cause
  /// Sessions whose label is this cause.
  public var labelled: Int
  /// Sessions that were given this cause.
  public var given: Int
  /// Sessions where both agree.
  public var right: Int

  /// Of those given, the share that is right; 0 where none was given.
  public var precision: Double { Evaluation.share(right, of: given) }
  /// Of those labelled, the share that was found; 0 where none is labelled.
  public var recall: Double { Evaluation.share(right, of: labelled) }
  /// Harmonic mean of precision and recall.
  public var f1: Double { Evaluation.share(2 * right, of: given + labelled) }

  static func scores(of confusion: [Cause: [Cause: Int]]) -> [CauseScore] {
    Cause.allCases.compactMap { cause in
      let labelled = confusion[cause]?.values.reduce(0, +) ?? 0
      let given = confusion.values.reduce(0) { $0 + ($1[cause] ?? 0) }
      guard labelled + given > 0 else { return nil }
      return CauseScore(
        cause: cause, labelled: labelled, given: given, right: confusion[cause]?[cause] ?? 0)
    }
  }
}
