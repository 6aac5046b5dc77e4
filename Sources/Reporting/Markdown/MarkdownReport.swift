import Attribution
import Evidence

/// Sessions for a ticket (CommonMark with tables): each with its verdict, the next step, the
/// evidence with frames; then all connections in a table.
public struct MarkdownReport {
  /// Sessions told in full, and rows of the table.
  private static let stories = 20
  private static let rows = 500

  /// Tells every session, also the clean ones.
  private let showsAll: Bool

  public init(showsAll: Bool = false) { self.showsAll = showsAll }

  /// Hands the report over piece by piece; an error of `output` ends the writing.
  public func write(_ report: Report, to output: (String) throws -> Void) rethrows {
    try output(head(report))
    let order = SessionOrder.groups(report.analysed).flatMap { $0 }
    var told = 0
    for index in order where showsAll || told < Self.stories {
      let session = report.session(at: index)
      guard showsAll || session.verdict.cause != .clean || session.degraded else { continue }
      try output(story(of: session, namesInputs: report.inputs.count > 1))
      told += 1
    }
    guard order.count > 0 else { return }
    try output(
      "\n## Connections\n\n| Start (UTC) | Client | Server | Duration | Verdict | |\n"
        + "| --- | --- | --- | ---: | --- | --- |\n")
    for index in order.prefix(Self.rows) { try output(row(of: report.session(at: index))) }
    if order.count > Self.rows { try output("\nand \(order.count - Self.rows) more\n") }
  }

  private func head(_ report: Report) -> String {
    let summary = report.summary
    let causes = summary.byCause.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    var text = "# RDP sessions\n\n**\(Quantity.count(summary.sessions, "session"))**"
    if !causes.isEmpty {
      text += ": " + causes.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }
    text += "; \(SummaryLines.inputs(summary)).\n"
    for line in InputMessages(report).failures {
      text += "\n- " + MarkdownText.escape(line) + "\n"
    }
    return text
  }

  /// One session's section.
  func story(of session: SessionRecord, namesInputs: Bool) -> String {
    let words = SessionWords(session: session)
    var text = "\n## \(words.symbol) \(MarkdownText.escape(words.client)) → "
    text += MarkdownText.escape(words.server) + "\n\n"
    text += MarkdownText.escape(session.verdict.summary) + "\n\n"
    let confidence = words.confidence.map { " (\($0))" } ?? ""
    text += line("Verdict", MarkdownText.code(session.verdict.code) + confidence)
    text += line("When", "\(words.moment), for \(words.length)")
    text += line("Where", MarkdownText.escape(words.end))
    for (label, value) in words.names { text += line(label, MarkdownText.code(value)) }
    if namesInputs {
      text += line("Input", session.inputs.map { MarkdownText.code($0) }.joined(separator: ", "))
    }
    if session.degraded || session.verdict.cause == .network {
      for (direction, what) in words.path {
        text += line("Path \(direction)", MarkdownText.escape(what))
      }
    }
    text += line("Wireshark", MarkdownText.code(words.displayFilter, limit: 300))
    if !session.verdict.nextAction.isEmpty {
      text += "\n**Next:** " + MarkdownText.escape(session.verdict.nextAction) + "\n"
    }
    text += evidence(of: session, words)
    if !words.alternatives.isEmpty {
      let list = words.alternatives.map { "\(MarkdownText.code($0.code)) \($0.probability)" }
      text += "\nAlso possible: " + list.joined(separator: ", ") + "\n"
    }
    if !session.verdict.settledBy.isEmpty {
      text += "\nWhat would settle it:\n\n"
      for need in session.verdict.settledBy { text += "- \(MarkdownText.escape(need))\n" }
    }
    return text
  }

  private func evidence(of session: SessionRecord, _ words: SessionWords) -> String {
    guard !session.evidence.isEmpty else { return "" }
    var text = "\n| Evidence | | Frames | Code |\n| --- | --- | --- | --- |\n"
    for item in session.evidence {
      let bearing =
        switch item.bearing {
        case .supports: "for"
        case .against: "against"
        case .context: "context"
        }
      text += "| \(bearing) | \(MarkdownText.escape(item.summary))"
      text += " | \(MarkdownText.escape(words.frames(of: item, mark: "") ?? ""))"
      text += " | \(MarkdownText.code(item.code)) |\n"
    }
    return text
  }

  private func row(of session: SessionRecord) -> String {
    let words = SessionWords(session: session)
    let cells = [
      SessionStory.moment(session.ts), MarkdownText.escape(words.client),
      MarkdownText.escape(words.server), words.length, MarkdownText.code(session.verdict.code),
      words.confidence ?? "",
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func line(_ label: String, _ value: String) -> String { "- **\(label):** \(value)\n" }
}
