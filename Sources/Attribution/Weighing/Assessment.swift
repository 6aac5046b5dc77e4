import Evidence

/// What evidence alone says: the code, how sure that is, and what else it could be.
struct Assessment: Sendable {
  var code: VerdictCode
  /// Probability of the code's cause, below the ceiling.
  var confidence: Double
  /// Probability of the code itself: at most its cause's.
  var codeConfidence: Double
  /// Every code's share of the probability, most first, by its number in `WeightIndex`.
  var numbered: [(code: Int, share: Double)]

  /// The same by name.
  var shares: [(code: VerdictCode, share: Double)] {
    numbered.map { (WeightIndex.shared.codes[$0.code], $0.share) }
  }
}
