import Analysis
import Attribution
import Evidence

/// The report's last lines: counts by cause, and of what was read.
struct SummaryLines {
  let report: Report

  func write(to layout: inout TextLayout) {
    let summary = report.summary
    layout.add(
      [
        TextPiece("\(Quantity.count(summary.sessions, "session")):", .strong),
        .sentence(FateWords.line(summary.byFate)),
        TextPiece("· \(Self.inputs(summary))"),
      ], rest: 2)
    if let code = worstCode {
      layout.add([TextPiece("More on a code: rdpwhy explain \(code)", .faint)], rest: 2)
    }
  }

  /// `2 inputs (1 unreadable), 412 packets`.
  static func inputs(_ summary: SummaryRecord) -> String {
    var marks: [String] = []
    if summary.inputsFailed > 0 { marks.append("\(summary.inputsFailed) unreadable") }
    if summary.inputsPartial > 0 { marks.append("\(summary.inputsPartial) incomplete") }
    let quality = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    let inputs = Quantity.count(summary.inputs, "input") + quality
    // Logs have none.
    return summary.packets == 0 ? inputs : "\(inputs), \(Quantity.count(summary.packets, "packet"))"
  }

  /// The most frequent code of the worst fate. What follows from another connection of its story does
  /// not count: its cause is that one.
  private var worstCode: String? {
    var counts: [Int: [String: Int]] = [:]
    for index in report.sessions.indices {
      let session = report.sessions[index]
      if let story = report.stories[session.attempt.group], story.deciding != index,
        session.attempt.size > 1
      {
        continue
      }
      let fate = SessionFate(code: session.verdict.code, phase: session.verdict.phase)
      guard fate.isFailure || fate == .undetermined else { continue }
      let rank = SessionFate.allCases.firstIndex(of: fate) ?? 0
      counts[rank, default: [:]][session.verdict.code.rawValue, default: 0] += 1
    }
    guard let worst = counts.min(by: { $0.key < $1.key })?.value else { return nil }
    return worst.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
  }
}
