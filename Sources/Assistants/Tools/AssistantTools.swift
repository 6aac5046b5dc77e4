/// The tools that assistants have.
enum AssistantTools {
  static let all: [any AssistantTool] = [
    AnalyzeTool(), InspectTool(), ExplainTool(), SummaryTool(),
  ]
}
