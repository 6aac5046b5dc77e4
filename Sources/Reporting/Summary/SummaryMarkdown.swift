/// A summary for a ticket or a wiki.
public struct SummaryMarkdown {
  private static let rows = 20

  public init() {}

  public func text(of summary: SummaryDocument) -> String {
    var lines = ["# RDP sessions", ""]
    var totals = ["**\(Quantity.count(summary.sessions, "session"))**"]
    totals += FateWords.parts(of: summary)
    let inputs = summary.inputs
    totals.append(
      "\(Quantity.count(inputs.total, "input")) (\(inputs.failed) unreadable,"
        + " \(inputs.partial) incomplete"
        + (inputs.crowded > 0 ? ", \(inputs.crowded) with sessions left out for memory)" : ")"))
    lines.append(totals.joined(separator: ", ") + ".")
    if let first = summary.firstTime, let last = summary.lastTime {
      lines += [
        "", "Sessions begun \(SessionWords.second(first)) to \(SessionWords.second(last)) UTC.",
      ]
    }
    if !summary.changes.isEmpty {
      lines += ["", "## Changes", ""]
      lines += summary.changes.prefix(Self.rows).map {
        "- " + MarkdownText.escape(ChangeText.sentence($0))
      }
    }
    lines += codes(summary)
    lines += list(summary.servers, "Server", heading: "Servers, most drops first")
    lines += list(summary.clientNetworks, "Network", heading: "Client networks, most drops first")
    if let sites = summary.sites {
      lines += list(sites, "Site", heading: "Client sites, most drops first")
    }
    lines += hours(summary.hours)
    if summary.files.count > 1 {
      lines += list(summary.files, "File", heading: "Files, most drops first")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func codes(_ summary: SummaryDocument) -> [String] {
    guard !summary.byCode.isEmpty else { return [] }
    let codes = summary.byCode.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    return ["", "## Verdicts", "", "| Code | Sessions |", "| --- | ---: |"]
      + codes.map { "| \(MarkdownText.code($0.key)) | \($0.value) |" }
  }

  private func list(_ list: GroupList, _ column: String, heading: String) -> [String] {
    let shown = list.worst.filter { $0.failures > 0 }.prefix(Self.rows)
    guard !shown.isEmpty else { return [] }
    return [
      "", "## \(heading)", "", "| \(column) | Dropped | Failed | Sessions | Share | Mostly |",
      "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
      + shown.map { group in
        "| \(MarkdownText.code(group.name)) | \(group.drops)"
          + " | \(group.failures - group.drops) | \(group.sessions)"
          + " | \(Quantity.percent(group.failureShare)) | \(MarkdownText.code(group.mainCode ?? "")) |"
      }
  }

  private func hours(_ hours: [HourRecord]) -> [String] {
    guard hours.count > 1, hours.contains(where: { $0.failures > 0 }) else { return [] }
    return [
      "", "## Hours (UTC) in which sessions ended", "", "| Hour | Dropped | Failed | Sessions |",
      "| --- | ---: | ---: | ---: |",
    ]
      + hours.suffix(48).map {
        "| \(SessionWords.second($0.ts).prefix(16)) | \($0.drops)"
          + " | \($0.failures - $0.drops) | \($0.sessions) |"
      }
  }
}
