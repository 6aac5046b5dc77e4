import Attribution
import Evidence

/// An evaluation for people.
public struct EvaluationText {
  private let style: TerminalStyle

  public init(style: TerminalStyle) { self.style = style }

  public func text(of report: EvaluationReport) -> String {
    let evaluation = report.evaluation
    var layout = TextLayout(style: style)
    writeTotals(evaluation, to: &layout)
    heading("Causes", &layout)
    writeScores(evaluation, to: &layout)
    heading("Labelled (rows) and given (columns)", &layout)
    writeConfusion(evaluation, to: &layout)
    heading("Confidence", &layout)
    writeCalibration(evaluation.calibration, to: &layout)
    heading("Confidence of the code", &layout)
    writeCalibration(evaluation.codeCalibration, to: &layout)
    if let fit = report.fit {
      heading("Fit", &layout)
      writeFit(fit, to: &layout)
    }
    if !evaluation.misses.isEmpty {
      heading("Misses", &layout)
      for miss in evaluation.misses { EvaluationMiss(miss).write(to: &layout) }
    }
    return layout.text
  }

  private func writeTotals(_ evaluation: Evaluation, to layout: inout TextLayout) {
    layout.add([
      TextPiece(Quantity.count(evaluation.count, "labelled session"), .strong),
      TextPiece("in " + Quantity.count(evaluation.scenarios, "scenario")),
    ])
    let rows: [(String, String)] = [
      ("cause right", Self.share(evaluation.causeRight, of: evaluation.count)),
      ("code right", Self.share(evaluation.codeRight, of: evaluation.codeLabelled)),
      ("macro-F1", Self.number(evaluation.macroF1)),
      ("degraded agrees", Self.share(evaluation.degradedRight, of: evaluation.degradedLabelled)),
      ("abstained", "\(evaluation.abstentions)"),
      ("wrong with 0.9 or more", "\(evaluation.confidentlyWrong.count)"),
    ]
    for (name, value) in rows { layout.addRow([(name, -24), (value, 0)]) }
  }

  private func writeScores(_ evaluation: Evaluation, to layout: inout TextLayout) {
    layout.addRow([
      ("cause", -14), ("labelled", 9), ("given", 7), ("right", 7), ("precision", 11), ("recall", 8),
      ("F1", 8),
    ])
    for score in evaluation.scores {
      layout.addRow([
        (score.cause.rawValue, -14), ("\(score.labelled)", 9), ("\(score.given)", 7),
        ("\(score.right)", 7), (Self.number(score.precision), 11), (Self.number(score.recall), 8),
        (Self.number(score.f1), 8),
      ])
    }
  }

  private func writeConfusion(_ evaluation: Evaluation, to layout: inout TextLayout) {
    let causes = evaluation.scores.map(\.cause)
    layout.addRow([("", -14)] + causes.map { (String($0.rawValue.prefix(6)), 7) })
    for labelled in causes {
      guard let row = evaluation.confusion[labelled] else { continue }
      layout.addRow(
        [(labelled.rawValue, -14)] + causes.map { (row[$0].map(String.init) ?? "-", 7) })
    }
  }

  private func writeCalibration(_ score: CalibrationScore, to layout: inout TextLayout) {
    layout.addRow([("bin", -14), ("verdicts", 9), ("mean", 9), ("right", 9)])
    for bin in score.bins {
      layout.addRow([
        ("\(Self.number(bin.from, digits: 1))…\(Self.number(bin.to, digits: 1))", -14),
        ("\(bin.count)", 9), (Self.number(bin.meanConfidence), 9), (Self.number(bin.shareRight), 9),
      ])
    }
    layout.add([.sentence(Self.line(score))], first: 2, rest: 2)
  }

  private func writeFit(_ fit: CalibrationFit, to layout: inout TextLayout) {
    let lines = [
      "temperature \(Self.number(fit.calibration.temperature)), ceiling "
        + "\(Self.number(fit.calibration.ceiling)) (in use: "
        + "\(Self.number(Calibration.current.temperature)), "
        + "\(Self.number(Calibration.current.ceiling)))",
      "gain in log loss over the calibration in use "
        + "\(Self.number(fit.gain, digits: 2)) ± \(Self.number(fit.gainError, digits: 2)) in all",
      "left out one of \(fit.folds) scenarios at a time (temperatures "
        + "\(Self.number(fit.temperatures.lowerBound)) to "
        + "\(Self.number(fit.temperatures.upperBound))): \(Self.line(fit.crossValidated))",
      "of the codes: \(Self.line(fit.codeCrossValidated))",
    ]
    for line in lines { layout.add([.sentence(line)], first: 2, rest: 4) }
  }

  private func heading(_ title: String, _ layout: inout TextLayout) {
    layout.blankLine()
    layout.add([TextPiece(title, .strong)])
  }

  private static func line(_ score: CalibrationScore) -> String {
    "Brier score \(number(score.brier, digits: 4)), log loss \(number(score.logLoss, digits: 4)), "
      + "expected calibration error \(number(score.expectedError, digits: 4))"
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "not labelled" }
    return "\(part) of \(whole) (\(Quantity.percent(Double(part) / Double(whole))))"
  }

  static func number(_ value: Double, digits: Int = 3) -> String {
    Quantity.decimal(value, digits: digits)
  }
}

extension TextLayout {
  /// A line of a table; a negative width sets a cell to the left.
  mutating func addRow(_ cells: [(text: String, width: Int)]) {
    let line = cells.map { cell in
      let padding = String(repeating: "\u{A0}", count: max(0, abs(cell.width) - cell.text.count))
      return cell.width < 0 ? cell.text + padding : padding + cell.text
    }
    .joined().replacing(" ", with: "\u{A0}")
    add([.sentence(line)], first: 2, rest: 2)
  }
}
