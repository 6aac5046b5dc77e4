/// The tools that assistants have.
enum AssistantTools {
  static let reading: [any AssistantTool] = [
    AnalyzeTool(), InspectTool(), ExplainTool(), SummaryTool(),
  ]

  /// - Parameter mayWrite: a folder for captures was named.
  static func all(mayWrite: Bool) -> [any AssistantTool] {
    mayWrite ? reading + [CarveTool()] : reading
  }
}
