import Analysis
import Attribution
import Evidence
public import Foundation

/// An evaluation for machines.
public struct EvaluationRecord: Sendable {
  private let report: EvaluationReport

  public init(_ report: EvaluationReport) { self.report = report }

  /// Indented JSON.
  public func json() -> Data { EvaluationFields.record.document(report) }
}

enum EvaluationFields {
  static let schema = "rdpwhy/evaluation/1"

  static let record = Record<EvaluationReport>(
    "evaluation", "verdicts against labels, as `rdpwhy evaluate` counts them", totals + parts)

  private static let totals: [Field<EvaluationReport>] = [
    Field("schema", "form of the document", as: .constant(schema)) { _ in schema },
    .toolVersion(),
    Field("sessions", "labelled sessions") { $0.evaluation.count },
    Field("scenarios", "scenarios that they come from") { $0.evaluation.scenarios },
    Field("cause_right", "sessions whose cause is right") { $0.evaluation.causeRight },
    Field("cause_accuracy", "their share", as: .share) { $0.evaluation.causeAccuracy },
    Field("code_labelled", "sessions whose label names a code") { $0.evaluation.codeLabelled },
    Field("code_right", "of these, with the right code") { $0.evaluation.codeRight },
    Field("code_accuracy", "their share", as: .share) { $0.evaluation.codeAccuracy },
    Field("macro_f1", "mean F1 of the causes", as: .share) { $0.evaluation.macroF1 },
    Field("degraded_labelled", "sessions whose label says whether the path was sick") {
      $0.evaluation.degradedLabelled
    },
    Field("degraded_right", "of these, judged so") { $0.evaluation.degradedRight },
    Field("abstentions", "undetermined verdicts") { $0.evaluation.abstentions },
    Field("confidently_wrong", "wrong verdicts of 0.9 and more") {
      $0.evaluation.confidentlyWrong.count
    },
  ]

  private static let parts: [Field<EvaluationReport>] = [
    Field("causes", "one for each cause that is labelled or given", list: score) {
      $0.evaluation.scores
    },
    Field("confusion", "labelled cause, then given cause, to number of sessions") {
      CountTable(
        rows: $0.evaluation.confusion.reduce(into: [:]) { table, row in
          table[row.key.rawValue] = row.value.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
        })
    },
    Field("calibration", "how far confidences are right", one: calibration) {
      $0.evaluation.calibration
    },
    Field("code_calibration", "how far the codes' own confidences are right", one: calibration) {
      $0.evaluation.codeCalibration
    },
    Field("fit", "a new calibration, where it was asked for", optional: fit) { $0.fit },
    Field("misses", "verdicts that are wrong", list: miss) { $0.evaluation.misses },
    Field("unreadable", "captures that could not be read") { $0.unreadable.map(\.name) },
  ]

  private static let score = Record<CauseScore>(
    "cause_score", "how often a cause was found",
    [
      Field("cause", "the cause") { $0.cause },
      Field("labelled", "sessions whose label is this cause") { $0.labelled },
      Field("given", "sessions that were given this cause") { $0.given },
      Field("right", "sessions where both agree") { $0.right },
      Field("precision", "share of the given that is right", as: .share) { $0.precision },
      Field("recall", "share of the labelled that was found", as: .share) { $0.recall },
      Field("f1", "harmonic mean of precision and recall", as: .share) { $0.f1 },
    ])

  private static let calibration = Record<CalibrationScore>(
    "calibration", "how far confidences are right",
    [
      Field("brier", "Brier score") { $0.brier },
      Field("log_loss", "mean logarithmic loss") { $0.logLoss },
      Field("expected_error", "mean distance between confidence and share of right verdicts") {
        $0.expectedError
      },
      Field("bins", "ten bins of equal width, those without verdicts left out", list: bin) {
        $0.bins
      },
    ])

  private static let bin = Record<CalibrationScore.Bin>(
    "calibration_bin", "verdicts of similar confidence",
    [
      Field("from", "confidences from here", as: .share) { $0.from },
      Field("to", "up to here", as: .share) { $0.to },
      Field("count", "verdicts") { $0.count },
      Field("mean_confidence", "mean of their confidences", as: .share) { $0.meanConfidence },
      Field("share_right", "share of right ones", as: .share) { $0.shareRight },
    ])

  private static let fit = Record<CalibrationFit>(
    "calibration_fit", "a calibration fitted to the labels",
    [
      Field("temperature", "what log-odds are divided by") { $0.calibration.temperature },
      Field("ceiling", "the highest confidence") { $0.calibration.ceiling },
      Field("folds", "scenarios that were left out, one at a time") { $0.folds },
      Field("gain", "log loss saved against the calibration in use") { $0.gain },
      Field("gain_error", "the standard error of that") { $0.gainError },
      Field("cross_validated", "each scenario by a fit on the others", one: calibration) {
        $0.crossValidated
      },
      Field("code_cross_validated", "the same for the codes' own confidences", one: calibration) {
        $0.codeCrossValidated
      },
    ])

  private static let miss = Record<GradedVerdict>(
    "miss", "a verdict that its label contradicts",
    [
      Field("file", "the capture") { $0.label.file },
      Field("wanted_causes", "causes that the label accepts, its own first") {
        [$0.label.cause.rawValue] + $0.label.also.map(\.rawValue).sorted()
      },
      Field("wanted_code", "pattern of codes that it accepts") { $0.label.codePattern },
      Field("code", "the code that was given; null without such a session") {
        $0.verdict?.code.rawValue
      },
      Field("confidence", "its confidence", as: .share) { $0.verdict?.confidence },
      Field("evidence", "what it rests on", list: weight) { $0.verdict?.evidence ?? [] },
      Field("alternatives", "other verdicts", list: alternative) {
        $0.verdict?.alternatives ?? []
      },
    ])

  private static let weight = Record<WeighedEvidence>(
    "miss_evidence", "an observation that a wrong verdict rests on",
    [
      Field("code", "what was observed", as: .openWord(pattern: nil)) { $0.evidence.code.rawValue },
      Field("bearing", "whether it supports the verdict, is against it, or context") { $0.bearing },
      Field("weight", "how much, natural log-odds") { $0.weight },
      Field("summary", "the observation in a sentence") { $0.evidence.summary },
    ])

  private static let alternative = Record<Verdict.Alternative>(
    "miss_alternative", "another verdict that the evidence allows",
    [
      Field("code", "why it may have ended") { $0.code },
      Field("confidence", "probability that this code is right", as: .share) { $0.confidence },
    ])
}

/// Numbers by two words.
struct CountTable: FieldValue {
  var rows: [String: [String: Int]]

  static var fieldKind: FieldKind { .countTable }

  func write(to json: inout JSONBytes) {
    json.object(rows) { row, json in row.write(to: &json) }
  }
}
