import Analysis
import CaptureReader
import Evidence
import Foundation
import Reporting

/// Observes one series of a plan: the map of a batch.
struct SeriesRun {
  let plan: SeriesPlan
  let options: AnalysisOptions
  let opener: SourceOpener

  func observation() -> Observation {
    let firstInput = plan.firstInput ?? 0
    if plan.files.count == 1, let file = plan.files.first, let problem = file.archiveProblem {
      var seen = Observation()
      seen.inputs = [
        InputReport(
          unreadable: CaptureError(file: file.name, code: .cannotRead(reason: problem)))
      ]
      return seen
    }
    if let pipe = plan.files.lazy.compactMap({ PlannedFile.pipeFailure($0.storedPath) }).first {
      var seen = Observation()
      seen.inputs = plan.files.map { file in
        var failure = pipe
        failure.file = file.name
        return InputReport(unreadable: failure)
      }
      return seen
    }
    if plan.isLog {
      return Observation.facts(
        ofLogs: plan.files.map(\.source), firstInput: firstInput,
        reference: plan.reference.map { Timestamp(nanoseconds: $0) }, options: options,
        opener: opener)
    }
    var options = options
    options.keepsTrails = plan.captureCount ?? 1 > 1
    return CaptureAnalyzer.observation(
      of: plan.captures, firstInput: firstInput, options: options, opener: opener)
  }

  /// What is said of inputs that were still being written to.
  static let changing = InputReport.InputNote(
    code: "changed_while_read",
    message: "was written to while it was read; a later run looks at it again")

  func parts(of seen: Observation) -> ObservationParts {
    ObservationParts(
      seen, series: plan.series, isLog: plan.isLog, firstInput: plan.firstInput ?? 0,
      bytes: plan.bytes)
  }
}
