import Analysis
import Attribution
import Evidence
public import Foundation

/// An evaluation for machines (`rdpwhy/evaluation/1`).
public struct EvaluationRecord: Encodable, Sendable {
  public var schema = "rdpwhy/evaluation/1"
  public var sessions: Int
  public var scenarios: Int
  public var causeRight: Int
  public var causeAccuracy: Double
  public var codeLabelled: Int
  public var codeRight: Int
  public var codeAccuracy: Double
  public var macroF1: Double
  public var degradedLabelled: Int
  public var degradedRight: Int
  public var abstentions: Int
  public var confidentlyWrong: Int
  public var causes: [Score]
  /// Labelled cause, then given cause, to number of sessions.
  public var confusion: [String: [String: Int]]
  public var calibration: Calibration
  @ExplicitNull public var fit: Fit?
  public var misses: [Miss]
  public var unreadable: [String]

  public init(_ report: EvaluationReport) {
    let evaluation = report.evaluation
    sessions = evaluation.count
    scenarios = evaluation.scenarios
    causeRight = evaluation.causeRight
    causeAccuracy = evaluation.causeAccuracy
    codeLabelled = evaluation.codeLabelled
    codeRight = evaluation.codeRight
    codeAccuracy = evaluation.codeAccuracy
    macroF1 = evaluation.macroF1
    degradedLabelled = evaluation.degradedLabelled
    degradedRight = evaluation.degradedRight
    abstentions = evaluation.abstentions
    confidentlyWrong = evaluation.confidentlyWrong.count
    causes = evaluation.scores.map(Score.init)
    confusion = evaluation.confusion.reduce(into: [:]) { table, row in
      table[row.key.rawValue] = row.value.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
    }
    calibration = Calibration(evaluation.calibration)
    _fit = ExplicitNull(wrappedValue: report.fit.map(Fit.init))
    misses = evaluation.misses.map(Miss.init)
    unreadable = report.unreadable.map(\.name)
  }

  /// Indented JSON.
  public func json() throws -> Data { try JSONText(isIndented: true).line(self) }

  enum CodingKeys: String, CodingKey {
    case schema, sessions, scenarios, abstentions, causes, confusion, calibration, fit, misses
    case unreadable
    case causeRight = "cause_right"
    case causeAccuracy = "cause_accuracy"
    case codeLabelled = "code_labelled"
    case codeRight = "code_right"
    case codeAccuracy = "code_accuracy"
    case macroF1 = "macro_f1"
    case degradedLabelled = "degraded_labelled"
    case degradedRight = "degraded_right"
    case confidentlyWrong = "confidently_wrong"
  }
}
