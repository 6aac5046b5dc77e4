import Analysis
import CaptureReader
import Evidence
import Foundation
import Reporting

/// Analyses one series of a plan.
struct SeriesRun {
  let plan: SeriesPlan
  let options: AnalysisOptions
  let tool: Tool
  let opener: SourceOpener

  func result() throws -> SeriesResult {
    let report = Report(analysis(), tool: tool)
    var lines: [UInt8] = []
    try JSONReport(.lines).write(report) { lines += $0 }
    let groups = report.groups
    return SeriesResult(
      head: SeriesHead(
        series: plan.series, files: report.inputs.count, filesFailed: report.summary.inputsFailed,
        filesPartial: report.summary.inputsPartial, bytes: plan.bytes,
        sessions: report.summary.sessions, firstGroup: groups > 0 ? 1 : 0, groups: groups,
        byCause: report.summary.byCause),
      lines: lines)
  }

  private func analysis() -> AnalysisReport {
    if plan.files.count == 1, let file = plan.files.first, let problem = file.archiveProblem {
      return AnalysisReport(
        unreadable: CaptureError(file: file.name, code: .cannotRead(reason: problem)))
    }
    return CaptureAnalyzer.analyze([plan.captures], options: options, opener: opener)
  }
}
