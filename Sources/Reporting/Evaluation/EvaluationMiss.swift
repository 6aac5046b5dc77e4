import Attribution
import Evidence
import RDPProtocol

/// A miss with what led to it.
struct EvaluationMiss {
  let graded: GradedVerdict

  init(_ graded: GradedVerdict) { self.graded = graded }

  /// What the label wants: `network|server (network\..*)`.
  var wanted: String {
    let label = graded.label
    let causes = ([label.cause] + label.also.sorted { $0.rawValue < $1.rawValue }).map(\.rawValue)
    return causes.joined(separator: "|") + (label.codePattern.map { " (\($0))" } ?? "")
  }

  func write(to layout: inout TextLayout) {
    layout.add([TextPiece(graded.label.file, .strong)], first: 2, rest: 4)
    layout.add(label: "Want", [.sentence(wanted)], indent: 4, hang: 2)
    guard let verdict = graded.verdict else {
      layout.add(label: "Given", [TextPiece("the capture holds no such session")], indent: 4)
      return
    }
    let confidence = EvaluationText.number(verdict.confidence)
    layout.add(
      label: "Given",
      [.sentence("\(verdict.code.rawValue) \(confidence), phase \(verdict.phase.rawValue)")],
      indent: 4, hang: 2)
    for item in verdict.evidence {
      let weight = EvaluationText.number(item.weight, digits: 1)
      layout.add(
        [.sentence("\(weight) \(item.evidence.code.rawValue): \(item.evidence.summary)")], first: 6,
        rest: 10
      )
    }
    let others = verdict.alternatives.map {
      "\($0.code.rawValue) \(EvaluationText.number($0.confidence))"
    }
    if !others.isEmpty {
      layout.add([.sentence("or " + others.joined(separator: ", "))], first: 6, rest: 9)
    }
  }
}
