/// A probability that was named, and whether what it was named for came true.
public struct Claim: Sendable, Hashable {
  public var confidence: Double
  public var isRight: Bool

  public init(confidence: Double, isRight: Bool) {
    self.confidence = confidence
    self.isRight = isRight
  }
}

/// Whether confidences mean what they say.
public struct CalibrationScore: Sendable {
  /// Mean square of the difference between confidence and outcome (Brier 1950).
  public var brier: Double
  /// Mean of the negative natural logarithm of the probability given to the outcome.
  public var logLoss: Double
  /// Mean distance between confidence and share of right verdicts over the bins, by their size.
  public var expectedError: Double
  /// Ten bins of equal width, those without verdicts left out.
  public var bins: [Bin]

  public struct Bin: Sendable, Hashable {
    /// Confidences from here (included)…
    public var from: Double
    /// …to here (included in the last bin only).
    public var to: Double
    public var count: Int
    public var meanConfidence: Double
    public var shareRight: Double
  }

  public static let binCount = 10

  public init(_ claims: [Claim]) {
    let total = Double(max(1, claims.count))
    brier = claims.reduce(0) { $0 + Self.squareError($1) } / total
    logLoss = claims.reduce(0) { $0 + Self.loss($1) } / total
    let members = Dictionary(grouping: claims) { claim in
      min(Self.binCount - 1, max(0, Int(claim.confidence * Double(Self.binCount))))
    }
    bins = members.sorted { $0.key < $1.key }.map { index, claims in
      Bin(
        from: Double(index) / Double(Self.binCount), to: Double(index + 1) / Double(Self.binCount),
        count: claims.count,
        meanConfidence: claims.reduce(0) { $0 + $1.confidence } / Double(claims.count),
        shareRight: Double(claims.count(where: \.isRight)) / Double(claims.count))
    }
    expectedError = bins.reduce(0) { sum, bin in
      sum + abs(bin.meanConfidence - bin.shareRight) * Double(bin.count) / total
    }
  }

  static func squareError(_ claim: Claim) -> Double {
    let error = claim.confidence - (claim.isRight ? 1 : 0)
    return error * error
  }

  /// Finite for certainty that was wrong.
  static func loss(_ claim: Claim) -> Double {
    let given = claim.isRight ? claim.confidence : 1 - claim.confidence
    return -logarithm(max(given, 1e-6))
  }
}
