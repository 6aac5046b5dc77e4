public import Analysis
import CaptureReader
public import Foundation
import Mustache

/// The page of a batch: what its sessions have in common, the worst of them in full, and others in a
/// line each, in bounded memory.
public struct HTMLBatch {
  /// Sessions kept of each kind of end, the first of each.
  private static let kept = 400
  /// Sessions told in full: some five printed pages each.
  private static let full = 12

  private struct Kept {
    var record: StoredRecord
    /// Where its facts are found again; nil where there are none.
    var place: Int?
  }

  private let templates: HTMLTemplates
  private let tool: Tool
  private let zone: ReportZone?
  private var summary = Summary()
  private var steps = FirstSteps()
  private var traced = TracedInputs()
  private var worst: [SessionFate: [Kept]] = [:]
  /// Connections of stories that another one decides.
  private var parts = 0
  private var articles: [Markup] = []
  private var told: Set<Int> = []

  /// - Parameter zone: the reader's clock.
  public init(tool: Tool, zone: ReportZone? = nil) throws {
    templates = try HTMLTemplates()
    self.tool = tool
    self.zone = zone
  }

  /// - Parameter place: where the session's facts are found again.
  public mutating func add(session: StoredRecord, place: Int? = nil) {
    summary.add(session: session)
    steps.add(session)
    let fate = SessionEnd(session).fate
    // Tries that another connection of their story decides are told by that one.
    let decides = session["attempt.story.decided_by"].text
    if let decides, decides != session["uid"].text {
      parts = parts.addingSaturating(1)
      return
    }
    if worst[fate, default: []].count < Self.kept {
      worst[fate, default: []].append(Kept(record: session, place: place))
    }
  }

  public mutating func add(input: StoredRecord) {
    summary.add(input: input)
    traced.add(input)
  }

  /// Places of the sessions that are to be told in full, the worst first.
  public var wanted: [Int] {
    let all = SessionFate.allCases.filter { $0.isFailure || $0 == .undetermined }
      .flatMap { worst[$0] ?? [] }
    return Array(all.compactMap(\.place).prefix(Self.full))
  }

  /// Tells one of them in full.
  ///
  /// - Parameters:
  ///   - story: all sessions of its story.
  ///   - names: of the inputs that references name by index.
  ///   - index: which of the story's sessions is meant.
  public mutating func add(
    inFull place: Int, story: [SessionReport], names: [Int: String], index: Int
  ) {
    guard story.indices.contains(index), told.insert(place).inserted else { return }
    let found = FoundSessions(story, names: InputNames(byIndex: names))
    var page = Markup()
    HTMLArticle(
      SessionView(found, at: index), number: articles.count + 1, isAlone: false, zone: zone
    ).write(&page)
    articles.append(page)
  }

  public func page() -> Data {
    let fleet = HTMLFleet(summary, tool: tool, zone: zone)
    let records = SessionFate.allCases.flatMap { worst[$0] ?? [] }
      .filter { !($0.place.map(told.contains) ?? false) }
    var page = Markup()
    let isMany = records.count + articles.count > HTMLFrame.few
    HTMLFrame.begin(&page, filters: Set(worst.keys), isMany: isMany)
    page.element("h1", fleet.title)
    steps.write(&page)
    page.element("p", extent(lines: records.count))
    if isMany { HTMLFrame.notePaper(&page) }
    fleet.write(&page)
    for article in articles { page.append(article) }
    if !records.isEmpty {
      HTMLFrame.beginList(&page, title: articles.isEmpty ? "The sessions" : "The others")
      for kept in records { HTMLLine(kept.record, zone: zone).write(&page) }
      HTMLFrame.endList(&page)
    }
    traced.write(&page, tool)
    page.close("main")
    let text =
      templates.head.render(HTMLTemplates.Title(fleet.title)) + page.text
      + templates.foot.render(HTMLTemplates.Title(HTMLFrame.foot(tool)))
    return Data(text.utf8)
  }

  /// What is told in full, what in a line, and what is only counted.
  private func extent(lines: Int) -> String {
    let all = summary.total.sessions
    let of = parts > 0 ? ", each story by the connection that decides it" : ""
    let beyond = all > lines + articles.count + parts
    let limit = beyond ? "; of each kind the first \(Self.kept)." : "."
    guard !articles.isEmpty else {
      return "\(lines) of \(Quantity.count(all, "session")) in a line each, worst first\(of)"
        + limit
    }
    return "The worst \(articles.count) of \(Quantity.count(all, "session")) are told in full below"
      + "\(of), \(lines) more in a line each\(limit)"
  }
}
