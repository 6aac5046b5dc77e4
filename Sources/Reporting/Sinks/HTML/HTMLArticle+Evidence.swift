import Analysis
import Attribution
import CaptureReader
import Evidence
import LogReader
import TCPStreams

extension HTMLArticle {
  /// Records of logs listed, the last ones.
  private static let logEvents = 20

  private var verdict: Verdict { _read { yield session.verdict } }

  /// For and against, each with its frames and a filter that shows them.
  func writeEvidence(_ page: inout Markup) {
    for bearing in [WeighedEvidence.Bearing.supports, .against, .context] {
      let items = verdict.evidence.filter { $0.bearing == bearing }
      guard !items.isEmpty else { continue }
      page.element("table", ["class": "stack"]) { table in
        table.element("caption", Self.caption(bearing))
        table.element("thead") { head in
          head.element("tr") { row in
            for title in ["What was seen", place, "Code"] {
              row.element("th", ["scope": "col"], title)
            }
          }
        }
        table.element("tbody") { body in
          for item in items { write(item, &body) }
        }
      }
    }
    guard !verdict.settledBy.isEmpty else { return }
    page.element("h3", "What would settle it")
    page.element("ul") { list in
      for need in verdict.settledBy { list.element("li", need) }
    }
  }

  /// What the column of references is called.
  private var place: String {
    let kinds = Set(session.verdict.evidence.map(\.evidence.kind))
    return kinds == [.log] ? "Records" : kinds.contains(.log) ? "Frames and records" : "Frames"
  }

  private static func caption(_ bearing: WeighedEvidence.Bearing) -> String {
    switch bearing {
    case .supports: "Evidence for it"
    case .against: "Evidence against it"
    case .context: "Also seen"
    }
  }

  private func write(_ item: WeighedEvidence, _ body: inout Markup) {
    body.element("tr", ["class": item.bearing.rawValue]) { row in
      row.element("td", ["class": "wrap"], item.evidence.summary)
      row.element("td") { cell in
        cell.add(words.frames(of: item) ?? "")
        for filter in words.frameFilters(of: item) {
          cell.empty("br")
          cell.element("code", filter)
        }
      }
      row.element("td") { $0.element("code", item.evidence.code.rawValue) }
    }
  }

  /// The cause and the code with the probability of each, and what it could be instead.
  func writeProbabilities(_ page: inout Markup) {
    let rows = words.probabilities
    guard !rows.isEmpty else { return }
    page.element("table") { table in
      table.element("caption", "How sure")
      table.element("thead") { head in
        head.element("tr") { row in
          row.element("th", ["scope": "col"], "What it is")
          row.element("th", ["scope": "col", "class": "n"], "Probability")
        }
      }
      table.element("tbody") { body in
        for entry in rows {
          body.element("tr") { row in
            row.element("td", ["class": "wrap"], entry.what)
            row.element("td", ["class": "n"], entry.probability)
          }
        }
      }
    }
  }

  func writeDetails(_ page: inout Markup) {
    var entries = words.names.map { ($0.label, $0.value) }
    entries += words.path.map { ("Path \($0.direction)", $0.what) }
    entries += words.parts.map { ("Path", $0) }
    entries.append(("Inputs", words.inputs.joined(separator: ", ")))
    for witness in WitnessView.views(of: session.witnesses, session.names).prefix(8) {
      guard let clock = witness.clock else { continue }
      entries.append(
        (
          "Clock of \(witness.kind.rawValue)",
          "\(Quantity.decimal(clock.offset.seconds, digits: 3)) s ahead, within"
            + " \(Quantity.decimal(clock.error.seconds, digits: 3)) s; its times above are corrected"
        ))
    }
    let events = session.session.facts.logs.flatMap(\.session.events)
      .filter { $0.kind != .consequence && $0.kind != .phaseReached }
    for event in events.suffix(Self.logEvents) {
      entries.append(
        (
          "Log, \(SessionWords.second(event.reference.time.rfc3339)) UTC",
          "\(event.source.program.rawValue): \(LogWords.meaning(of: event)); the log wrote "
            + event.timeText
        ))
    }
    if let communityID = session.communityID { entries.append(("Community ID", communityID)) }
    entries.append(("Session", session.session.uid))
    page.element("details") { details in
      // Records of logs are no packets.
      let isCaptured = session.wire != nil
      details.element(
        "summary", isCaptured ? "Details, and how to see it in Wireshark" : "Details")
      details.element("dl") { list in
        for (label, value) in entries {
          list.element("dt", label)
          list.element("dd", value)
        }
        guard isCaptured, let filter = words.displayFilter else { return }
        list.element("dt", "Wireshark filter")
        list.element("dd") { $0.element("code", filter) }
      }
    }
  }
}
