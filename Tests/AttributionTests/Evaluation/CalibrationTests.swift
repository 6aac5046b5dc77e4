import Evidence
import Testing

@testable import Attribution

@Suite("Calibration") struct CalibrationTests {
  static let four = CalibrationScore([
    Claim(confidence: 0.9, isRight: true), Claim(confidence: 0.9, isRight: true),
    Claim(confidence: 0.8, isRight: false), Claim(confidence: 0.6, isRight: true),
  ])

  @Test("takes the mean square of what was missed")
  func brier() {
    #expect(abs(Self.four.brier - (0.01 + 0.01 + 0.64 + 0.16) / 4) < 1e-12)
  }

  @Test("takes the mean logarithm of what was given to the outcome")
  func logLoss() {
    // -(2 ln 0.9 + ln 0.2 + ln 0.6) / 4
    #expect(abs(Self.four.logLoss - 0.582_746) < 1e-5)
  }

  @Test("weighs each bin's gap by its size")
  func expectedError() {
    #expect(abs(Self.four.expectedError - (2 * 0.1 + 0.8 + 0.4) / 4) < 1e-12)
    #expect(Self.four.bins.map(\.count) == [1, 1, 2])
    #expect(Self.four.bins.map(\.shareRight) == [1, 0, 1])
    #expect(Self.four.bins.map(\.from) == [0.6, 0.8, 0.9])
  }

  @Test("is perfect where confidence is the share of right verdicts")
  func perfect() {
    let claims = (0..<10).map { Claim(confidence: 0.8, isRight: $0 < 8) }
    #expect(CalibrationScore(claims).expectedError < 1e-12)
    #expect(abs(CalibrationScore(claims).brier - 0.16) < 1e-12)
  }

  @Test("keeps certainty in the last bin, and finite where it was wrong")
  func certainty() {
    let score = CalibrationScore([Claim(confidence: 1, isRight: false)])
    #expect(score.bins.map(\.to) == [1])
    #expect(score.expectedError == 1)
    #expect(score.logLoss.isFinite && score.logLoss > 10)
  }

  /// Sessions that end with the client's bare FIN, of which `right` of ten have that label.
  private static func graded(right: Int) -> [GradedVerdict] {
    (0..<10).map { index in
      let label = Grading.label(index < right ? .clean : .client, scenario: "s\(index)")
      return Grading.graded(
        label, "clean.client_closed", evidence: ["client.fin_mid_session"])
    }
  }

  @Test("fits doubt where verdicts are often wrong, and boldness where they are right")
  func fitFollowsTheLabels() throws {
    let doubtful = try #require(CalibrationFit(Self.graded(right: 5)))
    let bold = try #require(CalibrationFit(Self.graded(right: 10)))
    #expect(doubtful.calibration.temperature > 1)
    #expect(bold.calibration.temperature < 1)
    #expect(doubtful.gain > 0)
    #expect(bold.gain > 0)
    #expect(bold.calibration.ceiling <= CalibrationFit.highestCeiling)
    #expect(doubtful.folds == 10)
  }

  @Test("scores each scenario by a fit that has not seen it")
  func foldsAreLeftOut() throws {
    // Two scenarios of wrong verdicts among eight right ones: their own folds know of one only.
    let fit = try #require(CalibrationFit(Self.graded(right: 8)))
    #expect(fit.temperatures.lowerBound < fit.temperatures.upperBound)
    #expect(fit.crossValidated.logLoss > fit.current.logLoss - fit.gain / 10)
    #expect(fit.crossValidated.bins.reduce(0) { $0 + $1.count } == 10)
  }

  @Test("does not fit one scenario alone")
  func oneScenario() {
    let label = Grading.label(.clean, scenario: "only")
    #expect(CalibrationFit([Grading.graded(label, "clean.running")]) == nil)
    #expect(CalibrationFit([]) == nil)
  }

  @Test("takes the standard error of a sum")
  func standardError() {
    #expect(CalibrationFit.standardErrorOfSum([1, 3]) == 2)
    #expect(CalibrationFit.standardErrorOfSum([5, 5, 5]) == 0)
    #expect(CalibrationFit.standardErrorOfSum([1]) == 0)
  }
}
