import Analysis
import Attribution
import CaptureReader
import Evidence
public import Foundation
import Mustache

/// Sessions for a browser: one file without scripts and without anything to load. One session is a page
/// of its own; of many the first part says what they have in common.
public struct HTMLReport: ReportSink {
  /// Sessions told in full, and lines of the list below them.
  private static let full = 40
  private static let lines = 5_000
  private static let warnings = 20
  private static let notes = 100

  private let templates: HTMLTemplates
  private let zone: ReportZone?
  private var report: Report?
  /// Sessions told in full, and those with a line in the list.
  private var told = 0
  private var listed = 0
  private var story: Int?

  public init(zone: ReportZone? = nil) throws {
    templates = try HTMLTemplates()
    self.zone = zone
  }

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  var order: ReportOrder { .severity }

  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    self.report = report
    var page = Markup()
    let title: String
    if report.sessions.count == 1, let session = report.views.first(where: { _ in true }) {
      title = SessionWords(session).answer
      output.append(templates.head.render(HTMLTemplates.Title(title)))
      page.open("main")
    } else {
      let fleet = HTMLFleet(Summary(report), tool: report.tool, zone: zone)
      title = report.sessions.isEmpty ? "No RDP session was found" : fleet.title
      output.append(templates.head.render(HTMLTemplates.Title(title)))
      let isMany = Self.stories(report) > HTMLFrame.few
      HTMLFrame.begin(
        &page, filters: report.sessions.count > 1 ? Set(report.summary.byFate.keys) : [],
        isMany: isMany)
      page.element("h1", title)
      if !report.sessions.isEmpty {
        var steps = FirstSteps()
        for view in report.views { steps.add(view.stored()) }
        steps.write(&page)
        page.element("p", Self.extent(report))
        if isMany { HTMLFrame.notePaper(&page) }
        fleet.write(&page)
      }
    }
    let messages = InputMessages(report)
    for message in (messages.failures + messages.crowded).prefix(Self.warnings) {
      page.element("p", ["class": "note"], message)
    }
    output.append(page.text)
  }

  /// What is to be said of inputs that were read stands below the answers.
  private func writeNotes(of report: Report, _ page: inout Markup) {
    let notes = InputMessages(report).notes
    guard !notes.isEmpty else { return }
    page.element("details", ["class": "notes"]) { details in
      details.element("summary", "About the inputs: \(Quantity.count(notes.count, "note"))")
      details.element("ul") { list in
        for note in notes.prefix(Self.notes) { list.element("li", note) }
        if notes.count > Self.notes {
          list.element("li", "and \(notes.count - Self.notes) more in the JSON output")
        }
      }
    }
  }

  /// What is told in full, said before anything of it.
  private static func extent(_ report: Report) -> String {
    let stories = stories(report)
    let of = stories < report.sessions.count ? ", each by the connection that decides it" : ""
    guard stories > full else { return "All are told in full below, worst first\(of)." }
    let rest = min(stories - full, lines)
    let beyond = stories - full - rest
    return "The worst \(full) are told in full below\(of), \(rest) more in a line each"
      + (beyond > 0 ? "; \(beyond) are only counted." : ".")
  }

  private static func stories(_ report: Report) -> Int {
    report.sessions.count - report.stories.values.reduce(0) { $0 + $1.members.count - 1 }
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    guard let report else { return }
    var page = Markup()
    // What did not decide its story follows from what did, and has a line.
    let isPart = session.story.map { $0.story.deciding != session.index } ?? false
    if listed == 0, told < Self.full || isPart && session.session.attempt.group == story {
      // Connections of one story follow each other below its sentence.
      let group = session.session.attempt.size > 1 ? session.session.attempt.group : nil
      if let group, group != story, let view = session.story, report.sessions.count > 1 {
        page.element("p", ["class": "next"]) { line in
          line.element("b", "One user's story: ")
          line.add(StoryWords.sentence(view.story, deciding: view.deciding))
        }
      }
      story = group
      if isPart {
        HTMLLine(session.stored(), zone: zone).write(&page)
      } else {
        told += 1
        HTMLArticle(
          session, number: told, isAlone: report.sessions.count == 1, zone: zone
        ).write(&page)
      }
    } else {
      if listed == 0 { HTMLFrame.beginList(&page) }
      listed += 1
      if listed <= Self.lines { HTMLLine(session.stored(), zone: zone).write(&page) }
    }
    output.append(page.text)
  }

  mutating func finish(into output: inout ByteBuffer) {
    guard let report else { return }
    var page = Markup()
    if listed > 0 { HTMLFrame.endList(&page) }
    writeNotes(of: report, &page)
    TracedInputs(report.inputs).write(&page, report.tool)
    page.close("main")
    output.append(page.text)
    output.append(templates.foot.render(HTMLTemplates.Title(HTMLFrame.foot(report.tool))))
  }
}

/// What stands around the sessions of a page.
enum HTMLFrame {
  /// Marks for the filter, its links, and the beginning of the page's main part.
  ///
  /// - Parameter isMany: on paper only the worst are told in full.
  static func begin(_ page: inout Markup, filters: Set<SessionFate>, isMany: Bool = false) {
    let shown = SessionFate.allCases.filter { filters.contains($0) }
    for fate in shown { page.element("span", ["id": "only-\(fate.rawValue)"], "") }
    if shown.count > 1 {
      page.element("nav", ["aria-label": "Show only"]) { links in
        links.element("a", ["href": "#all"], "all sessions")
        for fate in shown {
          links.element("a", ["href": "#only-\(fate.rawValue)"], "only \(fate.title)")
        }
      }
    }
    page.open("main", isMany ? ["id": "all", "class": "many"] : ["id": "all"])
  }

  /// Stories that are printed whole.
  static let few = 12

  static func notePaper(_ page: inout Markup) {
    page.element(
      "p", ["class": "paper when"],
      "On paper the worst two have their drawings and evidence, the next ones the answer and the facts,"
        + " and the list a line for each: this page in a browser has all of it.")
  }

  static func beginList(_ page: inout Markup, title: String = "The others") {
    page.element("h2", title)
    page.open("section", ["class": "list", "aria-label": title])
  }

  static func endList(_ page: inout Markup) { page.close("section") }

  static func foot(_ tool: Tool) -> String { "\(tool.name) \(tool.version) · times in UTC" }
}
