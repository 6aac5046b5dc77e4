import Attribution
import Foundation
import Reporting

/// `explain`: the handbook.
struct ExplainTool: AssistantTool {
  private static let mostPages = 5

  let name = "explain"
  let title = "What an error code or message means"
  let description = """
    Looks up a code or message in an offline handbook: mstsc's codes (0x904 0x7), NTSTATUS, Winsock, TLS \
    alerts, Kerberos, gateways, event numbers, messages of programs in several languages, the verdicts \
    and pieces of evidence of analyze. Says what it means, how to confirm it and what to do; fixes that \
    lower security are marked.
    """
  let output = OutputSchema.explanation
  let parameters = [
    ToolParameter(
      "code", "a code or name, the words of a message, or a whole line of a log", .text,
      isRequired: true)
  ]

  func call(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) -> ToolResult {
    let words = arguments.text("code") ?? ""
    var answer = Handbook.answer(to: [words])
    answer.pages = Array(answer.pages.prefix(Self.mostPages))
    guard !answer.pages.isEmpty else {
      let near = answer.nearest.map { "\($0.code) (\($0.title)): \($0.firstAdvice)" }
      let nearest = near.isEmpty ? Handbook.suggestions(for: words) : near
      throw ToolFailure(
        "No page on this."
          + (nearest.isEmpty ? "" : " The nearest are \(nearest.joined(separator: ", ")).")
          + " The number in the message, the event's source and id, or the whole line helps most.")
    }
    return ToolResult(
      records: Array(ExplanationRecord(answer).compact()),
      text: ExplanationText(style: TerminalStyle()).answer(answer))
  }
}
