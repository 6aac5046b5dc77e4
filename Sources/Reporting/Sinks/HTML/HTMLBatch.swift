import CaptureReader
public import Foundation
import Mustache

/// The page of a batch: what its sessions have in common, and the worst of them, from their records
/// alone and in bounded memory.
public struct HTMLBatch {
  /// Sessions kept of each kind of end, the first of each.
  private static let kept = 400

  private let templates: HTMLTemplates
  private let tool: Tool
  private var summary = Summary()
  private var worst: [SessionFate: [StoredRecord]] = [:]

  public init(tool: Tool) throws {
    templates = try HTMLTemplates()
    self.tool = tool
  }

  public mutating func add(session: StoredRecord) {
    summary.add(session: session)
    let fate = SessionEnd(session).fate
    if worst[fate, default: []].count < Self.kept { worst[fate, default: []].append(session) }
  }

  public mutating func add(input: StoredRecord) { summary.add(input: input) }

  public func page() -> Data {
    let fleet = HTMLFleet(summary, tool: tool)
    let records = SessionFate.allCases.flatMap { worst[$0] ?? [] }
    var page = Markup()
    HTMLFrame.begin(&page, filters: Set(worst.keys))
    page.element("h1", fleet.title)
    fleet.writeFirstSteps(&page)
    let all = summary.total.sessions
    page.element(
      "p",
      "\(records.count) of \(Quantity.count(all, "session")) in a line each, worst first"
        + (all > records.count ? "; of each kind the first \(Self.kept)." : "."))
    fleet.write(&page)
    HTMLFrame.beginList(&page)
    for record in records { HTMLLine(record).write(&page) }
    HTMLFrame.endList(&page)
    page.close("main")
    let text =
      templates.head.render(HTMLTemplates.Title(fleet.title)) + page.text
      + templates.foot.render(HTMLTemplates.Title(HTMLFrame.foot(tool)))
    return Data(text.utf8)
  }
}
