import Analysis
import Attribution
import CaptureReader
import Evidence
public import Foundation

/// The default output: one short story per session, worst first, and a line that sums up.
public struct TextReport: ReportSink {
  public struct Options: Sendable {
    public var style: TerminalStyle
    /// Sessions shown in full before the others get a line each.
    public var fullStories = 20
    /// Shows every session in full.
    public var showsAll = false
    /// The reader's clock.
    public var zone: ReportZone?

    public init(style: TerminalStyle, showsAll: Bool = false, zone: ReportZone? = nil) {
      self.style = style
      self.showsAll = showsAll
      self.zone = zone
    }
  }

  /// A session that stands alone, or those of one user story.
  private struct Group {
    /// Nil for a session that stands alone.
    let number: Int?
    let story: UserStory?
    /// Has one line for each session.
    let isBrief: Bool
    /// Index of its last session so far.
    var last: Int
  }

  private let options: Options
  private var report: Report?
  private var group: Group?
  private var shown = 0
  /// Sessions that are told together, by the first of them, and the others.
  private var alike: [Int: AlikeSessions] = [:]
  private var toldElsewhere: Set<Int> = []
  /// What was told to do, and what is needed.
  private var actions: Set<String> = []
  private var needs: Set<[String]> = []

  public init(_ options: Options) { self.options = options }

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  var order: ReportOrder { .severity }

  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    self.report = report
    var layout = TextLayout(style: options.style)
    for message in InputMessages(report).broken {
      layout.add([TextPiece("!", .warning), .sentence(message)], rest: 2)
    }
    if report.sessions.isEmpty {
      EmptyFinding(inputs: report.inputs).write(to: &layout)
    } else if !options.showsAll {
      for bundle in AlikeSessions.bundles(of: report) {
        guard let first = bundle.members.first else { continue }
        alike[first] = bundle
        toldElsewhere.formUnion(bundle.members.dropFirst())
      }
    }
    output.append(layout.text)
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    if toldElsewhere.contains(session.index) { return }
    var layout = TextLayout(style: options.style)
    let attempt = session.session.attempt
    let number = attempt.size > 1 ? attempt.group : nil
    if group == nil || number == nil || group?.number != number {
      endGroup(&layout)
      beginGroup(number, with: session, &layout)
    }
    group?.last = session.index
    write(session, &layout)
    output.append(layout.text)
  }

  mutating func finish(into output: inout ByteBuffer) {
    guard let report, let group else { return }
    var layout = TextLayout(style: options.style)
    endGroup(&layout)
    if group.isBrief { layout.blankLine() }
    SummaryLines(report: report).write(to: &layout)
    TracedInputs(report.inputs).write(to: &layout, report.tool)
    output.append(layout.text)
  }

  private mutating func beginGroup(
    _ number: Int?, with session: SessionView, _ layout: inout TextLayout
  ) {
    let isBrief = !options.showsAll && shown >= options.fullStories
    let story = session.story?.story
    if !isBrief, let story {
      StoryHeading(
        story: story, sessions: session.found.sessions,
        who: SessionWords(SessionView(session.found, at: story.deciding)).who
      ).write(to: &layout)
    }
    group = Group(number: number, story: story, isBrief: isBrief, last: session.index)
  }

  private func endGroup(_ layout: inout TextLayout) {
    guard let group, let story = group.story, !group.isBrief, !options.showsAll else { return }
    if story.deciding != group.last { layout.blankLine() }
  }

  private mutating func write(_ session: SessionView, _ layout: inout TextLayout) {
    guard let group, let report else { return }
    if let bundle = alike[session.index], !group.isBrief {
      bundle.write(to: &layout, zone: options.zone)
      layout.blankLine()
      note(session.verdict)
      shown += 1
      return
    }
    var words = SessionStory(session, namesInputs: report.inputs.count > 1, zone: options.zone)
    words.tellsAll = options.showsAll
    // The session that decides the story is shown in full; the others get a line each.
    let isPart = group.story.map { $0.deciding != session.index } ?? false
    guard !group.isBrief, !isPart || options.showsAll else {
      words.writeLine(to: &layout)
      // Those like it have no line of their own turn.
      if let bundle = alike[session.index] {
        bundle.writeLines(to: &layout, from: 1, zone: options.zone)
      }
      return
    }
    words.repeatsAction = !options.showsAll && actions.contains(session.verdict.nextAction)
    words.repeatsNeed = !options.showsAll && needs.contains(session.verdict.settledBy)
    note(session.verdict)
    if words.isToldShort, !options.showsAll {
      words.writeShort(to: &layout)
    } else {
      words.write(to: &layout)
    }
    layout.blankLine()
    shown += 1
  }

  private static let shortAction = 60

  /// What was told once need not be told again, unless it is as short as saying so.
  private mutating func note(_ verdict: Verdict) {
    if verdict.nextAction.utf8.count > Self.shortAction { actions.insert(verdict.nextAction) }
    if !verdict.settledBy.isEmpty { needs.insert(verdict.settledBy) }
  }
}

extension SessionStory {
  /// A good end needs no reasons.
  var isToldShort: Bool {
    switch words.tone {
    case .good: true
    // Something else on the port is a question still.
    case .neutral: words.fate != .notRDP
    case .warning, .bad: false
    }
  }
}
