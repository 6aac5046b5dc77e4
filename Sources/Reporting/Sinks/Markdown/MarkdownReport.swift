import Analysis
import Attribution
import CaptureReader
import Evidence
public import Foundation

/// Sessions for a ticket (CommonMark with tables): each with its verdict, the next step, the
/// evidence with frames; then all connections in a table.
public struct MarkdownReport: ReportSink {
  /// Sessions shown in full, and rows of the table.
  private static let stories = 20
  private static let rows = 500

  /// Shows every session, also the clean ones.
  private let showsAll: Bool
  private var namesInputs = false
  private var reproduction = ""
  private var shown = 0
  private var count = 0
  /// What was told to do, and what is needed.
  private var actions: Set<String> = []
  private var needs: Set<[String]> = []
  /// The rows of the table, which follows the sessions.
  private var table = ""

  private let zone: ReportZone?

  public init(showsAll: Bool = false, zone: ReportZone? = nil) {
    self.showsAll = showsAll
    self.zone = zone
  }

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  var order: ReportOrder { .severity }

  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    namesInputs = report.inputs.count > 1
    reproduction = TracedInputs(report.inputs).markdown(report.tool)
    output.append(head(report))
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    count += 1
    if count <= Self.rows { table += row(of: session) }
    guard showsAll || shown < Self.stories,
      showsAll || session.verdict.cause != .clean || session.verdict.degraded
    else { return }
    // What did not decide its story follows from what did: it has its line in the table.
    let decides = session.story.map { $0.story.deciding == session.index } ?? true
    guard showsAll || decides else { return }
    output.append(story(of: session, namesInputs: namesInputs))
    actions.insert(session.verdict.nextAction)
    needs.insert(session.verdict.settledBy)
    shown += 1
  }

  mutating func finish(into output: inout ByteBuffer) {
    defer { output.append(reproduction) }
    // A table of one line says what stands above it.
    guard count > 1 || count > shown else { return }
    output.append(
      "\n## Connections\n\n| Start (UTC) | Client | Server | Duration | Verdict | |\n"
        + "| --- | --- | --- | ---: | --- | --- |\n")
    output.append(table)
    if count > Self.rows { output.append("\nand \(count - Self.rows) more\n") }
  }

  private func head(_ report: Report) -> String {
    let summary = report.summary
    var text = "# RDP sessions\n\n**\(Quantity.count(summary.sessions, "session"))**"
    let fates = FateWords.line(summary.byFate)
    if !fates.isEmpty { text += ": " + fates }
    text += "; \(SummaryLines.inputs(summary)).\n"
    for line in InputMessages(report).failures {
      text += "\n- " + MarkdownText.escape(line) + "\n"
    }
    return text
  }

  /// One session's section: the answer, what to do, the facts, the evidence, and how to see it again.
  func story(of session: SessionView, namesInputs: Bool) -> String {
    let words = SessionWords(session, zone: zone)
    var text = "\n## \(words.symbol) \(MarkdownText.escape(words.title))\n"
    let action = session.verdict.nextAction
    if !action.isEmpty {
      let isToldAbove = !showsAll && actions.contains(action) && action.count > Self.shortAction
      text += "\n**Do:** "
      text +=
        isToldAbove
        ? "as said above for " + MarkdownText.code(session.verdict.code.rawValue) + "\n"
        : MarkdownText.advice(action)
    }
    if let story = session.story {
      text += "\n**One user's story:** "
      text += MarkdownText.escape(StoryWords.sentence(story.story, deciding: story.deciding)) + "\n"
    }
    for caveat in words.caveats { text += "\n**Note:** \(MarkdownText.escape(caveat))\n" }
    text += "\n| Fact | |\n| --- | --- |\n"
    text += line("Verdict", MarkdownText.code(session.verdict.code.rawValue))
    text += line("What it was", MarkdownText.escape(words.course))
    text += line("Client", MarkdownText.escape(words.client))
    text += line("Server", MarkdownText.escape(words.server))
    if let user = words.user { text += line("User", MarkdownText.code(user)) }
    text += line("When", MarkdownText.escape(words.span))
    if words.fate == .dropped, words.isDated {
      text += line("Lost", MarkdownText.escape(words.clock(words.eventTime)))
    }
    for (label, value) in words.names where label != "Cookie" || words.user == nil {
      text += line(label, MarkdownText.code(value))
    }
    if namesInputs {
      let legend = words.legend.map { "\($0.letter) = \(MarkdownText.code($0.name))" }
      text += line(
        "Input",
        (legend.isEmpty ? words.inputs.map { MarkdownText.code($0) } : legend)
          .joined(separator: ", "))
    }
    if let clocks = words.clocks { text += line("Clocks", MarkdownText.escape(clocks)) }
    if words.isAboutPath {
      for (direction, what) in words.path {
        text += line("Path \(direction)", MarkdownText.escape(what))
      }
    }
    for part in words.parts { text += line("Path", MarkdownText.escape(part)) }
    text += evidence(of: session, words)
    if !words.alternatives.isEmpty {
      let list =
        words.alternatives.map { "\(MarkdownText.code($0.code)) \($0.probability)" }
        + (words.openShare.map { ["open \($0)"] } ?? [])
      text += "\nAlso possible: " + list.joined(separator: ", ") + "\n"
    }
    if !showsAll, needs.contains(session.verdict.settledBy) {
      text += session.verdict.settledBy.isEmpty ? "" : "\nWhat would settle it: as said above.\n"
    } else if !session.verdict.settledBy.isEmpty {
      text += "\nWhat would settle it:\n\n"
      for need in session.verdict.settledBy { text += "- \(MarkdownText.escape(need))\n" }
    }
    return text + reproduction(words)
  }

  /// How somebody else sees the same.
  private func reproduction(_ words: SessionWords) -> String {
    var lines: [String] = []
    if !words.inputs.isEmpty {
      let files = words.inputs.prefix(Self.filesNamed).map(Self.quoted).joined(separator: " ")
      let command = "rdpwhy --session \(words.session.session.uid) \(files)"
      lines.append(MarkdownText.code(command, limit: 600))
    }
    if let filter = words.displayFilter {
      lines.append("Wireshark: " + MarkdownText.code(filter, limit: 300))
    }
    guard !lines.isEmpty else { return "" }
    return "\n**To see it again:**\n\n" + lines.map { "- \($0)\n" }.joined()
  }

  private static let filesNamed = 4
  /// A step as short as this is told each time.
  private static let shortAction = 60

  /// A word as a shell takes it.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x2B...0x3A, 0x40...0x5A, 0x5F, 0x61...0x7A: true
      default: false
      }
    }
    return isPlain && !name.hasPrefix("-") ? name : "'" + name.replacing("'", with: "'\\''") + "'"
  }

  private func evidence(of session: SessionView, _ words: SessionWords) -> String {
    guard !session.verdict.evidence.isEmpty else { return "" }
    var text = "\n| Evidence | | Where | Code |\n| --- | --- | --- | --- |\n"
    for item in session.verdict.evidence {
      text += "| \(item.bearing.title) | \(MarkdownText.escape(item.evidence.summary))"
      text += " | \(MarkdownText.escape(words.frames(of: item, mark: "") ?? ""))"
      text += " | \(MarkdownText.code(item.evidence.code.rawValue)) |\n"
    }
    return text
  }

  private func row(of session: SessionView) -> String {
    let words = SessionWords(session)
    let cells = [
      words.start, MarkdownText.escape(words.client),
      MarkdownText.escape(words.server), words.length,
      MarkdownText.code(session.verdict.code.rawValue),
      words.confidence ?? "",
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func line(_ label: String, _ value: String) -> String { "| \(label) | \(value) |\n" }
}
