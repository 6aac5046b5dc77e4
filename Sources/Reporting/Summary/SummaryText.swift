import Evidence

/// A summary for people.
public struct SummaryText {
  /// Rows shown of a list; the JSON output has more.
  private static let rows = 10
  private static let hourRows = 48
  private static let changeRows = 10
  private static let barColumns = 20
  /// Columns of names at least; the code stands on the row whole.
  private static let leastName = 16

  private let style: TerminalStyle

  public init(style: TerminalStyle) { self.style = style }

  public func text(of summary: SummaryDocument) -> String {
    var layout = TextLayout(style: style)
    writeTotals(summary, to: &layout)
    writeChanges(summary.changes, to: &layout)
    writeCodes(summary, to: &layout)
    write(summary.servers, titled: "Servers", to: &layout)
    write(summary.clientNetworks, titled: "Client networks", to: &layout)
    if let sites = summary.sites { write(sites, titled: "Client sites", to: &layout) }
    writeHours(summary.hours, to: &layout)
    if summary.files.count > 1 { write(summary.files, titled: "Files", to: &layout) }
    return layout.text
  }

  private func writeTotals(_ summary: SummaryDocument, to layout: inout TextLayout) {
    let parts = FateWords.parts(of: summary)
    layout.add(
      [
        TextPiece("\(Quantity.count(summary.sessions, "session")):", .strong),
        .sentence(parts.joined(separator: ", ")),
      ], rest: 2)
    if let first = summary.firstTime, let last = summary.lastTime {
      layout.add(
        [
          TextPiece(
            "begun \(SessionWords.second(first)) to \(SessionWords.second(last)) UTC", .faint)
        ], first: 2, rest: 2)
    }
    let inputs = summary.inputs
    var marks: [String] = []
    if inputs.failed > 0 { marks.append("\(inputs.failed) unreadable") }
    if inputs.partial > 0 { marks.append("\(inputs.partial) incomplete") }
    if inputs.crowded > 0 { marks.append("\(inputs.crowded) with sessions left out for memory") }
    let quality = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    layout.add(
      [
        TextPiece(
          Quantity.count(inputs.total, "input") + quality + ", "
            + Quantity.count(inputs.packets, "packet"), .faint)
      ], first: 2, rest: 2)
  }

  private func writeChanges(_ changes: [ChangeRecord], to layout: inout TextLayout) {
    guard !changes.isEmpty else { return }
    heading("Changes", &layout)
    for change in changes.prefix(Self.changeRows) {
      layout.add(
        [TextPiece("!", .warning), .sentence(ChangeText.sentence(change))], first: 2, rest: 4)
    }
    more(changes.count - Self.changeRows, &layout)
  }

  private func writeCodes(_ summary: SummaryDocument, to layout: inout TextLayout) {
    guard !summary.byCode.isEmpty else { return }
    heading("Verdicts", &layout)
    let codes = summary.byCode.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    for (code, count) in codes { layout.addRow([("\(count)", 8), ("  \(code)", 0)]) }
  }

  private func write(_ list: GroupList, titled title: String, to layout: inout TextLayout) {
    guard list.worst.contains(where: { $0.failures > 0 }) else { return }
    let all = list.complete ? "\(list.count)" : "more than \(list.count), a sample"
    heading(
      "\(title) (\(all)), most drops first: dropped and failed of all, with the most frequent code",
      &layout)
    let shown = list.worst.prefix(Self.rows).filter { $0.failures > 0 }
    let names = NameColumn(shown.map(\.name))
    let codes = shown.compactMap { $0.mainCode?.count }.max() ?? 0
    // Two columns before the row, thirty for its numbers, two before the code.
    let room = style.width - 34 - codes
    let width = min(max(names.longest, Self.leastName), max(room, Self.leastName))
    if let folder = names.folder {
      layout.add([TextPiece("in \(folder)", .faint)], first: 2, rest: 4)
    }
    for (group, name) in zip(shown, names.names) {
      let code = group.mainCode ?? ""
      let short = NameColumn.shortened(name, to: width, sign: style.usesUnicode ? "…" : "~")
      let row = [
        (short, -width), ("\(group.drops)", 6), (" + \(group.failures - group.drops)", -7),
        (" of \(group.sessions)", -9), (Quantity.percent(group.failureShare), 8),
      ]
      // A code that would be broken has a line of its own.
      if room >= Self.leastName {
        layout.addRow(row + [("  \(code)", 0)])
      } else {
        layout.addRow(row)
        layout.add([TextPiece(code)], first: 6, rest: 8)
      }
    }
    more(list.worst.count { $0.failures > 0 } - shown.count, &layout)
  }

  private func writeHours(_ hours: [HourRecord], to layout: inout TextLayout) {
    guard hours.count > 1, let most = hours.map(\.failures).max(), most > 0 else { return }
    heading("Hours (UTC) in which sessions ended: dropped and failed of all", &layout)
    for hour in hours.suffix(Self.hourRows) {
      // In the order of magnitude of the text's other numbers, so no overflow.
      let bar = Int((Double(hour.failures) / Double(most) * Double(Self.barColumns)).rounded(.up))
      let sign = style.usesUnicode ? "█" : "#"
      layout.addRow([
        (String(SessionWords.second(hour.ts).prefix(16)), -18), ("\(hour.drops)", 7),
        (" + \(hour.failures - hour.drops)", -7),
        (" of \(hour.sessions)", -10), ("  " + String(repeating: sign, count: bar), 0),
      ])
    }
    more(hours.count - Self.hourRows, &layout)
  }

  private func heading(_ title: String, _ layout: inout TextLayout) {
    layout.blankLine()
    layout.add([TextPiece(title, .strong)])
  }

  private func more(_ count: Int, _ layout: inout TextLayout) {
    guard count > 0 else { return }
    layout.add([TextPiece("and \(count) more in the JSON output", .faint)], first: 2, rest: 2)
  }
}
