import Evidence

/// All of a verdict that follows from the evidence alone: the same for every session that shows the same.
final class Judgement: Sendable {
  /// How a piece of evidence bears on the code, by its place among the evidence.
  struct Bearing {
    var place: Int
    var bearing: WeighedEvidence.Bearing
    var weight: Double
  }

  let assessment: Assessment
  let alternatives: [Verdict.Alternative]
  /// Strongest first.
  let bearings: [Bearing]
  /// What the catalogue says of the code.
  let texts: VerdictText.Texts

  init(of evidence: [Evidence]) {
    assessment = Judge.assessment(of: evidence)
    alternatives = Judge.alternatives(assessment.numbered, to: assessment.code)
    bearings = Judge.bearings(of: evidence, on: assessment.code)
    texts = VerdictText.texts(of: assessment.code)
  }
}
