import Attribution
import Evidence

extension EvaluationRecord {
  public struct Score: Codable, Sendable {
    public var cause: String
    public var labelled: Int
    public var given: Int
    public var right: Int
    public var precision: Double
    public var recall: Double
    public var f1: Double

    init(_ score: CauseScore) {
      cause = score.cause.rawValue
      labelled = score.labelled
      given = score.given
      right = score.right
      precision = score.precision
      recall = score.recall
      f1 = score.f1
    }
  }

  public struct Calibration: Codable, Sendable {
    public var brier: Double
    public var logLoss: Double
    public var expectedError: Double
    public var bins: [Bin]

    public struct Bin: Codable, Sendable {
      public var from: Double
      public var to: Double
      public var count: Int
      public var meanConfidence: Double
      public var shareRight: Double

      enum CodingKeys: String, CodingKey {
        case from, to, count
        case meanConfidence = "mean_confidence"
        case shareRight = "share_right"
      }
    }

    init(_ score: CalibrationScore) {
      brier = score.brier
      logLoss = score.logLoss
      expectedError = score.expectedError
      bins = score.bins.map { bin in
        Bin(
          from: bin.from, to: bin.to, count: bin.count, meanConfidence: bin.meanConfidence,
          shareRight: bin.shareRight)
      }
    }

    enum CodingKeys: String, CodingKey {
      case brier, bins
      case logLoss = "log_loss"
      case expectedError = "expected_error"
    }
  }

  public struct Fit: Codable, Sendable {
    public var temperature: Double
    public var ceiling: Double
    public var folds: Int
    public var gain: Double
    public var gainError: Double
    /// Each scenario by a fit on the others.
    public var crossValidated: Calibration

    init(_ fit: CalibrationFit) {
      temperature = fit.calibration.temperature
      ceiling = fit.calibration.ceiling
      folds = fit.folds
      gain = fit.gain
      gainError = fit.gainError
      crossValidated = Calibration(fit.crossValidated)
    }

    enum CodingKeys: String, CodingKey {
      case temperature, ceiling, folds, gain
      case gainError = "gain_error"
      case crossValidated = "cross_validated"
    }
  }

  public struct Miss: Codable, Sendable {
    public var file: String
    public var wantedCauses: [String]
    @ExplicitNull public var wantedCode: String?
    @ExplicitNull public var code: String?
    @ExplicitNull public var confidence: Double?
    public var evidence: [Weight]
    public var alternatives: [Alternative]

    public struct Weight: Codable, Sendable {
      public var code: String
      public var bearing: String
      public var weight: Double
      public var summary: String
    }

    public struct Alternative: Codable, Sendable {
      public var code: String
      public var confidence: Double
    }

    init(_ graded: GradedVerdict) {
      let label = graded.label
      file = label.file
      wantedCauses =
        [label.cause.rawValue] + label.also.map(\.rawValue).sorted()
      _wantedCode = ExplicitNull(wrappedValue: label.codePattern)
      _code = ExplicitNull(wrappedValue: graded.verdict?.code.rawValue)
      _confidence = ExplicitNull(wrappedValue: graded.verdict?.confidence)
      evidence = (graded.verdict?.evidence ?? []).map { item in
        Weight(
          code: item.evidence.code.rawValue, bearing: item.bearing.rawValue, weight: item.weight,
          summary: item.evidence.summary)
      }
      alternatives = (graded.verdict?.alternatives ?? []).map {
        Alternative(code: $0.code.rawValue, confidence: $0.confidence)
      }
    }

    enum CodingKeys: String, CodingKey {
      case file, code, confidence, evidence, alternatives
      case wantedCauses = "wanted_causes"
      case wantedCode = "wanted_code"
    }
  }
}
