import Analysis
import ArgumentParser
import CaptureReader
import Reporting

/// What `rdpwhy inspect` was asked to do.
struct InspectRequest {
  let sources: [CaptureSource]
  let options: AnalysisOptions
  let format: InspectCommand.Format
  let color: ColorChoice

  init(_ typed: InspectCommand) throws {
    sources = try InputList(typed.inputs).sources
    options = try AnalysisOptions(typed.analysis.completed())
    format = typed.format
    color = typed.color
  }
}

extension InspectRequest {
  func perform() throws -> Outcome {
    let report = InspectionReport(
      sources.map { CaptureInspection($0, options: options) })
    let output = StandardOutput()
    switch format {
    case .text:
      output.finish(with: InspectionText(style: output.style(color)).text(of: report))
    case .json:
      output.finish(with: InspectionRecord(report, tool: .current).json())
    }
    return report.outcome
  }
}
