import CaptureReader
import Evidence
public import Foundation
import Mustache

/// Sessions for a browser: one file without scripts and without anything to load.
public struct HTMLReport: ReportSink {
  /// Sessions shown in full, and rows of the table.
  private static let stories = 200
  private static let rows = 5_000

  private let templates: HTMLTemplates
  private var report: Report?
  private var count = 0
  /// The sessions shown in full, which follow the table.
  private var articles = ""

  public init() throws { templates = try HTMLTemplates() }

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  var order: ReportOrder { .severity }

  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    self.report = report
    output.append(templates.head.render(Head(report)))
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    count += 1
    let anchor = count <= Self.stories ? count : nil
    if count <= Self.rows {
      output.append(templates.row.render(HTMLRowView(session, anchor: anchor)))
    }
    if let anchor { articles += templates.story.render(HTMLStoryView(session, anchor: anchor)) }
  }

  mutating func finish(into output: inout ByteBuffer) {
    guard let report else { return }
    if count > 0 { output.append("</tbody>\n</table></div>\n") }
    output.append(articles)
    output.append(templates.foot.render(HTMLLine(text: Self.foot(report, sessions: count))))
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
