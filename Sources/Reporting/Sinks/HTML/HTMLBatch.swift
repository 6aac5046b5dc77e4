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
  private var steps = FirstSteps()
  private var worst: [SessionFate: [StoredRecord]] = [:]
  /// Connections of stories that another one decides.
  private var parts = 0

  public init(tool: Tool) throws {
    templates = try HTMLTemplates()
    self.tool = tool
  }

  public mutating func add(session: StoredRecord) {
    summary.add(session: session)
    steps.add(session)
    let fate = SessionEnd(session).fate
    // Tries that another connection of their story decides are told by that one.
    let decides = session["attempt.story.decided_by"].text
    if let decides, decides != session["uid"].text {
      parts = parts.addingSaturating(1)
      return
    }
    if worst[fate, default: []].count < Self.kept { worst[fate, default: []].append(session) }
  }

  public mutating func add(input: StoredRecord) { summary.add(input: input) }

  public func page() -> Data {
    let fleet = HTMLFleet(summary, tool: tool)
    let records = SessionFate.allCases.flatMap { worst[$0] ?? [] }
    var page = Markup()
    HTMLFrame.begin(&page, filters: Set(worst.keys))
    page.element("h1", fleet.title)
    steps.write(&page)
    let all = summary.total.sessions
    page.element(
      "p",
      "\(records.count) of \(Quantity.count(all, "session")) in a line each, worst first"
        + (parts > 0 ? ", each story by the connection that decides it" : "")
        + (all > records.count + parts ? "; of each kind the first \(Self.kept)." : "."))
    fleet.write(&page)
    HTMLFrame.beginList(&page, title: "The sessions")
    for record in records { HTMLLine(record).write(&page) }
    HTMLFrame.endList(&page)
    page.close("main")
    let text =
      templates.head.render(HTMLTemplates.Title(fleet.title)) + page.text
      + templates.foot.render(HTMLTemplates.Title(HTMLFrame.foot(tool)))
    return Data(text.utf8)
  }
}
