import Analysis
import Evidence
import Foundation
import Support
import Testing

@testable import Attribution

/// The labelled recordings of real stacks with injected faults, as a whole.
@Suite(
  "Lab recordings",
  .enabled(if: Recordings.shared("lab") != nil, "the lab's recordings are not here"))
struct LabRecordingTests {
  @Test("are judged right, and confidences mean what they say")
  func accuracy() throws {
    let folder = try #require(Recordings.shared("lab"))
    let text = try String(contentsOf: folder.appending(path: "truth.tsv"), encoding: .utf8)
    let labels = try LabelTable(parsing: text).labels
    let captures = LabelledCaptures(labels, options: AnalysisOptions()) { file in
      folder.appending(path: file).path
    }
    #expect(labels.count > 200)
    #expect(captures.unreadable.isEmpty)
    let evaluation = Evaluation(captures.graded)
    for miss in evaluation.misses { print(Self.line(miss)) }
    #expect(evaluation.count == labels.count)
    #expect(evaluation.causeAccuracy >= 0.97)
    #expect(evaluation.codeAccuracy >= 0.90)
    #expect(evaluation.macroF1 >= 0.95)
    #expect(evaluation.confidentlyWrong.isEmpty)
    #expect(evaluation.calibration.expectedError <= 0.05)
    let fit = try #require(CalibrationFit(captures.graded))
    #expect(fit.crossValidated.expectedError <= 0.05)
  }

  /// Other stacks, middleboxes, endings and ways to capture, and sessions rebuilt from reports.
  @Test(
    "so are those of other stacks, and sessions rebuilt from reports",
    .enabled(if: Recordings.shared("lab2") != nil && Recordings.shared("field") != nil),
    arguments: [("lab2", 400, 0.97), ("field", 9, 0.99)])
  func outsideTheLab(set: String, count: Int, share: Double) throws {
    let folder = try #require(Recordings.shared(set))
    let text = try String(contentsOf: folder.appending(path: "truth.tsv"), encoding: .utf8)
    let labels = try LabelTable(parsing: text).labels
    let captures = LabelledCaptures(labels, options: AnalysisOptions()) { file in
      folder.appending(path: file).path
    }
    #expect(labels.count >= count)
    let evaluation = Evaluation(captures.graded)
    for miss in evaluation.misses { print(Self.line(miss)) }
    #expect(evaluation.causeAccuracy >= share)
    #expect(evaluation.confidentlyWrong.isEmpty)
  }

  private static func line(_ miss: GradedVerdict) -> String {
    let given = miss.verdict.map { "\($0.code.rawValue) \($0.confidence)" } ?? "no session"
    let evidence = miss.verdict?.evidence.map(\.evidence.code.rawValue).joined(separator: " ") ?? ""
    return "\(miss.label.file): \(miss.label.cause.rawValue), given \(given) [\(evidence)]"
  }
}
