import Analysis
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

    public init(style: TerminalStyle, showsAll: Bool = false) {
      self.style = style
      self.showsAll = showsAll
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

  public init(_ options: Options) { self.options = options }

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  var order: ReportOrder { .severity }

  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    self.report = report
    guard report.sessions.isEmpty else { return }
    var layout = TextLayout(style: options.style)
    EmptyFinding(inputs: report.inputs).write(to: &layout)
    output.append(layout.text)
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
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
    output.append(layout.text)
  }

  private mutating func beginGroup(
    _ number: Int?, with session: SessionView, _ layout: inout TextLayout
  ) {
    let isBrief = !options.showsAll && shown >= options.fullStories
    let story = session.story?.story
    if !isBrief, let story {
      StoryHeading(story: story, sessions: session.found.sessions).write(to: &layout)
    }
    group = Group(number: number, story: story, isBrief: isBrief, last: session.index)
  }

  private func endGroup(_ layout: inout TextLayout) {
    guard let group, let story = group.story, !group.isBrief, !options.showsAll else { return }
    if story.deciding != group.last { layout.blankLine() }
  }

  private mutating func write(_ session: SessionView, _ layout: inout TextLayout) {
    guard let group, let report else { return }
    let words = SessionStory(session, namesInputs: report.inputs.count > 1)
    // The session that decides the story is shown in full; the others get a line each.
    let isPart = group.story.map { $0.deciding != session.index } ?? false
    guard !group.isBrief, !isPart || options.showsAll else { return words.writeLine(to: &layout) }
    if words.isToldShort, !options.showsAll {
      words.writeShort(to: &layout)
    } else {
      words.write(to: &layout)
    }
    layout.blankLine()
    shown += 1
  }
}

extension SessionStory {
  /// A good end needs no reasons.
  var isToldShort: Bool { words.tone == .good }
}
