import Analysis
import CaptureReader
import Foundation
import Reporting

/// `inspect`: whether a verdict can rest on a capture.
struct InspectTool: AssistantTool {
  let name = "inspect"
  let title = "What captures are, and whether they are fit for a verdict"
  let description = """
    Says what captures hold (format, time, interfaces, drops, shortened or doubled packets, RDP sessions) \
    and whether a verdict can rest on them, with what to capture otherwise. Use it where analyze finds \
    nothing, or is undetermined.
    """
  let output = OutputSchema.inspection
  let parameters = CaptureArguments.parameters.filter { $0.name != "series" }

  func call(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) -> ToolResult {
    let captures = try CaptureArguments(arguments, call)
    call.begin(bytes: captures.bytes)
    let opener = SourceOpener(
      limits: captures.options.resources.limits, monitor: call.monitor, digests: InputDigests())
    var inspections: [CaptureInspection] = []
    for source in captures.series.flatMap(\.members).map(\.source) {
      if call.monitor.isCancelled { break }
      inspections.append(
        CaptureInspection(source, options: captures.options, opener: opener))
    }
    let report = InspectionReport(inspections)
    let text = InspectionText(style: TerminalStyle()).text(of: report)
    guard report.outcome != .nothing else {
      throw ToolFailure("Nothing could be read.\n" + text)
    }
    return ToolResult(
      records: Array(InspectionRecord(report, tool: call.program).compact()), text: text)
  }
}
