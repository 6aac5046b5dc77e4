import Evidence
import Mustache

/// Sessions for a browser: one file without scripts and without anything to load.
public struct HTMLReport {
  /// Sessions told in full, and rows of the table.
  private static let stories = 200
  private static let rows = 5_000

  private let templates: HTMLTemplates

  public init() throws { templates = try HTMLTemplates() }

  /// Hands the report over piece by piece; an error of `output` ends the writing.
  public func write(_ report: Report, to output: (String) throws -> Void) throws {
    let order = SessionOrder.groups(report.analysed).flatMap { $0 }
    try output(templates.head.render(Head(report)))
    for (place, index) in order.prefix(Self.rows).enumerated() {
      let anchor = place < Self.stories ? place + 1 : nil
      try output(templates.row.render(HTMLRowView(report.session(at: index), anchor: anchor)))
    }
    if !order.isEmpty { try output("</tbody>\n</table></div>\n") }
    for (place, index) in order.prefix(Self.stories).enumerated() {
      try output(
        templates.story.render(HTMLStoryView(report.session(at: index), anchor: place + 1)))
    }
    try output(templates.foot.render(HTMLLine(text: Self.foot(report, sessions: order.count))))
  }

  private static func foot(_ report: Report, sessions: Int) -> String {
    var parts = ["\(report.tool.name) \(report.tool.version)", "times in UTC"]
    if sessions > rows { parts.append("\(sessions - rows) connections not listed") }
    if sessions > stories { parts.append("\(sessions - stories) sessions not told in full") }
    return parts.joined(separator: " · ")
  }

  /// What the first part reads.
  private struct Head {
    let title: String
    let totals: String
    let warnings: [HTMLLine]
    let changes: [HTMLLine]
    let hasSessions: Bool

    init(_ report: Report) {
      let summary = report.summary
      let causes = summary.byCause.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      let count = Quantity.count(summary.sessions, "session")
      title = "\(count): \(causes)"
      totals = "\(title) · \(SummaryLines.inputs(summary))"
      let messages = InputMessages(report)
      warnings = (messages.failures + messages.notes).prefix(50).map {
        HTMLLine(text: HTMLText.plain($0))
      }
      changes = SummaryDocument(Summary(report), tool: report.tool).changes.prefix(5).map {
        HTMLLine(text: HTMLText.plain(ChangeText.sentence($0)))
      }
      hasSessions = summary.sessions > 0
    }
  }
}
