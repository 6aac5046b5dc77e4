import Analysis
import Evidence

/// The default output: one short story per session, worst first, and a line that sums up.
public struct TextReport {
  public struct Options: Sendable {
    public var style: TerminalStyle
    /// Sessions told in full before the others get a line each.
    public var fullStories = 20
    /// Tells every session in full.
    public var showsAll = false

    public init(style: TerminalStyle, showsAll: Bool = false) {
      self.style = style
      self.showsAll = showsAll
    }
  }

  private let options: Options

  public init(_ options: Options) { self.options = options }

  /// Hands the report over piece by piece; an error of `output` ends the writing.
  public func write(_ report: Report, to output: (String) throws -> Void) rethrows {
    guard !report.analysed.isEmpty else {
      var layout = TextLayout(style: options.style)
      EmptyFinding(inputs: report.inputs).write(to: &layout)
      return try output(layout.text)
    }
    var told = 0
    var isAfterLine = false
    for group in SessionOrder.groups(report.analysed) {
      var layout = TextLayout(style: options.style)
      let isBrief = !options.showsAll && told >= options.fullStories
      let userStory = group.first.flatMap { report.stories[report.analysed[$0].attempt.group] }
      if !isBrief, let userStory {
        StoryHeading(story: userStory, sessions: report.analysed).write(to: &layout)
      }
      for index in group {
        let story = SessionStory(
          session: report.session(at: index), namesInputs: report.inputs.count > 1)
        if isBrief {
          story.writeLine(to: &layout)
        } else if let userStory, !options.showsAll, userStory.deciding != index {
          // The story's verdict is told by the session it rests on; the others get a line each.
          story.writeLine(to: &layout)
        } else {
          if story.isToldShort, !options.showsAll {
            story.writeShort(to: &layout)
          } else {
            story.write(to: &layout)
          }
          layout.blankLine()
          told += 1
        }
      }
      if !isBrief, let last = group.last, let userStory, userStory.deciding != last,
        !options.showsAll
      {
        layout.blankLine()
      }
      isAfterLine = isBrief
      try output(layout.text)
    }
    var layout = TextLayout(style: options.style)
    if isAfterLine { layout.blankLine() }
    SummaryLines(report: report).write(to: &layout)
    try output(layout.text)
  }
}

extension SessionStory {
  /// A good end needs no reasons.
  var isToldShort: Bool { session.verdict.cause == .clean && !session.degraded }
}
