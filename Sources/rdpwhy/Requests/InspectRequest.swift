import Analysis
import ArgumentParser
import CaptureReader
import Reporting

/// What `rdpwhy inspect` was asked to do.
struct InspectRequest {
  private let inputs: InputList
  let options: AnalysisOptions
  let format: InspectCommand.Format
  let color: ColorChoice

  init(_ typed: InspectCommand) throws {
    inputs = try InputList(typed.inputs)
    options = try AnalysisOptions(typed.analysis.completed())
    format = typed.format
    color = typed.color
  }
}

extension InspectRequest {
  func perform() throws -> Outcome {
    var inputs = inputs
    let limits = options.resources.limits
    let sources = try inputs.series(mode: .each, limits: limits).flatMap(\.members).map(\.source)
    guard !sources.isEmpty else {
      Diagnostics.report("no captures and no logs in \(inputs.typed.joined(separator: ", "))")
      return .nothing
    }
    if inputs.foreign > 0 {
      Diagnostics.report("left out: \(inputs.foreign) files in folders that are no captures")
    }
    // An archive stays open for its next entry.
    let opener = SourceOpener(limits: limits, digests: InputDigests())
    let report = InspectionReport(
      sources.map { CaptureInspection($0, options: options, opener: opener) })
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
