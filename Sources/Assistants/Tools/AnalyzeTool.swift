import Evidence
import Foundation
import Reporting

/// `analyze`: verdicts with their evidence.
struct AnalyzeTool: AssistantTool {
  private static let mostListed: Int64 = 100
  private static let listed = 10

  let name = "analyze"
  let title = "Why Remote Desktop sessions dropped"
  let description = """
    Reads packet captures (pcap, pcapng, .etl, compressed, in archives) and logs (.evtx, FreeRDP, xrdp, \
    guacd, …) and says for each Remote Desktop (RDP) session why it ended: a cause with a calibrated \
    probability, the evidence for and against with frame numbers, and the next step. Worst sessions come \
    first. Trust the confidence: below 0.5 or with cause "undetermined" say that the data does not decide.
    """
  let output = OutputSchema.answer

  var parameters: [ToolParameter] {
    CaptureArguments.parameters + [
      ToolParameter(
        "causes", "only sessions of these causes", .words(Cause.allCases.map(\.rawValue))),
      ToolParameter(
        "limit", "sessions in the answer (\(Self.listed))", .integer(1...Self.mostListed)),
      ToolParameter("offset", "sessions passed over, the worst first (0)", .integer(0...1_000_000)),
    ]
  }

  func call(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) -> ToolResult {
    let report = try CaptureArguments(arguments, call).report(call)
    let answer = AnalysisAnswer(
      report, causes: Set(arguments.texts("causes").compactMap(Cause.init(rawValue:))),
      offset: arguments.integer("offset") ?? 0, limit: arguments.integer("limit") ?? Self.listed)
    var text = Data()
    do {
      try ReportFormat.text.write(report) { piece throws(LongEnough) in
        text += piece
        if text.count > ToolResult.longestText { throw LongEnough() }
      }
    } catch {
      // A text of thousands of sessions is not made to its end.
    }
    return ToolResult(
      records: Array(answer.json()), text: String(decoding: text, as: UTF8.self))
  }

  private struct LongEnough: Error {}
}

/// `summary`: many sessions in numbers.
struct SummaryTool: AssistantTool {
  let name = "summary"
  let title = "What many sessions have in common"
  let description = """
    Sums up the sessions of captures and logs: by cause, server, client network and hour, and since when \
    more of them dropped. Use it first where there are many files, then analyze the worst.
    """
  let output = OutputSchema.summary
  let parameters = CaptureArguments.parameters

  func call(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) -> ToolResult {
    let report = try CaptureArguments(arguments, call).report(call)
    let document = SummaryDocument(Summary(report), tool: call.program)
    return ToolResult(
      records: Array(document.compact()),
      text: SummaryText(style: TerminalStyle()).text(of: document))
  }
}
