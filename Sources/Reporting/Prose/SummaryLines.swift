import Evidence

/// The report's last lines: counts by cause, and of what was read.
struct SummaryLines {
  let report: Report

  func write(to layout: inout TextLayout) {
    let summary = report.summary
    let causes = Cause.allCases.compactMap { cause -> (Cause, Int)? in
      summary.byCause[cause.rawValue].map { (cause, $0) }
    }
    .sorted { lhs, rhs in
      // Good ends last; the others by number, and as the vocabulary lists them.
      (lhs.0 == .clean ? 1 : 0, -lhs.1) < (rhs.0 == .clean ? 1 : 0, -rhs.1)
    }
    let list = causes.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ")
    layout.add(
      [
        TextPiece("\(Quantity.count(summary.sessions, "session")):", .strong), TextPiece(list),
        TextPiece("· \(Self.inputs(summary))"),
      ], rest: 2)
    if let worst = causes.first, worst.0 != .clean, let code = worstCode(of: worst.0) {
      layout.add([TextPiece("More on a code: rdpwhy explain \(code)", .faint)], rest: 2)
    }
  }

  /// `2 inputs (1 unreadable), 412 packets`.
  static func inputs(_ summary: SummaryRecord) -> String {
    var marks: [String] = []
    if summary.inputsFailed > 0 { marks.append("\(summary.inputsFailed) unreadable") }
    if summary.inputsPartial > 0 { marks.append("\(summary.inputsPartial) incomplete") }
    let quality = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    return Quantity.count(summary.inputs, "input") + quality + ", "
      + Quantity.count(summary.packets, "packet")
  }

  private func worstCode(of cause: Cause) -> String? {
    report.summary.byCode.filter { $0.key.hasPrefix(cause.rawValue + ".") }
      .min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key
  }
}
