import Evidence
import Testing

@testable import Attribution

@Suite("Evaluation") struct EvaluationTests {
  /// Five sessions: two clean, of which one is called network; two network, of which one is left
  /// open; one server that may also be clean.
  static let five = Evaluation([
    Grading.graded(Grading.label(.clean, code: #"clean\..*"#), "clean.client_closed"),
    Grading.graded(Grading.label(.clean, code: #"clean\..*"#), "network.loss", confidence: 0.6),
    Grading.graded(Grading.label(.network, code: #"network\.loss"#), "network.path_outage"),
    Grading.graded(Grading.label(.network), "undetermined.conflicting", confidence: 0.7),
    Grading.graded(Grading.label(.server, also: [.clean]), "clean.server_closed"),
  ])

  @Test("counts right causes and codes, each where it is labelled")
  func counts() {
    #expect(Self.five.count == 5)
    #expect(Self.five.causeRight == 3)
    #expect(Self.five.causeAccuracy == 0.6)
    #expect(Self.five.codeLabelled == 3)
    #expect(Self.five.codeRight == 1)
    #expect(Self.five.codeAccuracy == 1.0 / 3)
    #expect(Self.five.abstentions == 1)
    #expect(Self.five.misses.count == 3)
  }

  @Test("scores each cause, an accepted other cause as the labelled one")
  func scores() throws {
    let scores = Dictionary(uniqueKeysWithValues: Self.five.scores.map { ($0.cause, $0) })
    #expect(Set(scores.keys) == [.clean, .network, .server, .undetermined])
    let clean = try #require(scores[.clean])
    #expect((clean.labelled, clean.given, clean.right) == (2, 1, 1))
    #expect((clean.precision, clean.recall) == (1, 0.5))
    #expect(abs(clean.f1 - 2.0 / 3) < 1e-12)
    let network = try #require(scores[.network])
    #expect((network.precision, network.recall, network.f1) == (0.5, 0.5, 0.5))
    #expect(scores[.server]?.f1 == 1)
    #expect(scores[.undetermined]?.recall == 0)
  }

  @Test("takes the mean F1 over the labelled causes")
  func macroF1() {
    #expect(abs(Self.five.macroF1 - (2.0 / 3 + 0.5 + 1) / 3) < 1e-12)
  }

  @Test("tabulates labelled against counted causes")
  func confusion() {
    #expect(Self.five.confusion[.clean] == [.clean: 1, .network: 1])
    #expect(Self.five.confusion[.network] == [.network: 1, .undetermined: 1])
    #expect(Self.five.confusion[.server] == [.server: 1])
  }

  @Test("finds wrong causes that were given with 0.9 and more")
  func confidentlyWrong() {
    #expect(Self.five.confidentlyWrong.isEmpty)
    let bold = Evaluation([
      Grading.graded(Grading.label(.network), "clean.running", confidence: 0.9),
      Grading.graded(Grading.label(.network), "clean.running", confidence: 0.89),
      Grading.graded(Grading.label(.network), "network.loss", confidence: 0.98),
    ])
    #expect(bold.confidentlyWrong.map { $0.verdict?.confidence } == [0.9])
  }

  @Test("counts a session that is not in its capture as open, without a confidence")
  func missingSession() {
    let evaluation = Evaluation([
      Grading.graded(Grading.label(.tls, code: #"tls\..*"#), nil),
      Grading.graded(Grading.label(.tls), "tls.alert", confidence: 1),
    ])
    #expect(evaluation.causeRight == 1)
    #expect(evaluation.codeRight == 0)
    #expect(evaluation.codeLabelled == 1)
    #expect(evaluation.abstentions == 1)
    #expect(evaluation.calibration.brier == 0)
  }

  @Test("compares the degraded mark where it is labelled and the path is not the cause")
  func degraded() {
    let evaluation = Evaluation([
      Grading.graded(Grading.label(.clean, degraded: true), "clean.running", degraded: true),
      Grading.graded(Grading.label(.tls, degraded: true), "tls.alert", degraded: false),
      Grading.graded(Grading.label(.network, degraded: true), "network.loss", degraded: false),
      Grading.graded(Grading.label(.server), "server.closed", degraded: true),
    ])
    #expect(evaluation.degradedLabelled == 2)
    #expect(evaluation.degradedRight == 1)
  }

  @Test("holds the code's own confidence against the codes that are labelled")
  func codeCalibration() {
    func graded(_ code: String, _ confidence: Double) -> GradedVerdict {
      var graded = Grading.graded(Grading.label(.network, code: #"network\.loss"#), code)
      graded.verdict?.codeConfidence = confidence
      return graded
    }
    let evaluation = Evaluation([
      graded("network.loss", 0.6), graded("network.path_outage", 0.8),
      Grading.graded(Grading.label(.network), "network.loss"),
    ])
    #expect(abs(evaluation.codeCalibration.brier - (0.16 + 0.64) / 2) < 1e-12)
    #expect(abs(evaluation.codeCalibration.expectedError - (0.4 + 0.8) / 2) < 1e-12)
    #expect(evaluation.calibration.bins.reduce(0) { $0 + $1.count } == 3)
  }

  @Test("has no accuracy without sessions, and no division by nothing")
  func empty() {
    let evaluation = Evaluation([])
    #expect(evaluation.causeAccuracy == 0)
    #expect(evaluation.macroF1 == 0)
    #expect(evaluation.calibration.brier == 0)
    #expect(evaluation.calibration.bins.isEmpty)
  }
}
