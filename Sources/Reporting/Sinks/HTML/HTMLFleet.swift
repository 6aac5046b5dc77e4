import Attribution
import CaptureReader
import Evidence

/// What many sessions have in common, drawn: by cause, server, client network, hour and day.
struct HTMLFleet {
  private static let rows = 10
  private static let changes = 10

  let summary: Summary
  let document: SummaryDocument
  /// The reader's clock.
  private let zone: ReportZone?

  init(_ summary: Summary, tool: Tool, zone: ReportZone? = nil) {
    self.zone = zone
    self.summary = summary.pruned()
    document = SummaryDocument(summary, tool: tool)
  }

  /// `1225 sessions: 3 dropped (0.2 %), …`.
  var title: String {
    Quantity.count(document.sessions, "session") + ": "
      + FateWords.parts(of: document).joined(separator: ", ")
  }

  func write(_ page: inout Markup) {
    if let first = document.firstTime, let last = document.lastTime {
      page.element(
        "p", ["class": "when"],
        "begun \(SessionWords.second(first)) to \(SessionWords.second(last)) UTC"
          + local(first, last) + " · "
          + "\(Quantity.count(document.inputs.total, "input")), \(document.inputs.failed) unreadable,"
          + " \(document.inputs.partial) incomplete")
    }
    for change in document.changes.prefix(Self.changes) {
      page.element("p", ["class": "note"], ChangeText.sentence(change))
    }
    let charts = charts
    guard !charts.isEmpty else { return }
    page.element("details", ["open": "open"]) { details in
      details.element("summary", "Where and when")
      for (index, chart) in charts.enumerated() {
        details.element("figure") { figure in
          figure.element("h3", chart.title)
          chart.write(&figure, named: "f\(index)")
        }
      }
      details.element(
        "p", ["class": "when"],
        "Dropped, plain: had come up and was lost. Failed, hatched: log-ons and connections that never"
          + " came up. The bigger a square, the more of both.")
    }
  }

  /// The same by the reader's clock.
  private func local(_ first: String, _ last: String) -> String {
    guard let zone, let start = Timestamp(rfc3339: first), let end = Timestamp(rfc3339: last) else {
      return ""
    }
    return " (\(SessionWords.range(zone.clock(start), zone.clock(end))) \(zone.name))"
  }

  private var charts: [Chart] {
    var charts: [Chart] = []
    let codes = document.byCode.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let failing = summary.causes.filter { $0.value.failures > 0 }
      .sorted {
        ($1.value.drops, $1.value.failures, $0.key) < ($0.value.drops, $0.value.failures, $1.key)
      }
    let causes = failing.map { cause, counts in
      let code = codes.first { $0.key.hasPrefix(cause + ".") }?.key
      return row(code.map { "\(cause), mostly \($0)" } ?? cause, counts)
    }
    add("By cause", causes, "fb0", &charts)
    add("By server", rows(document.servers), "fb1", &charts)
    add("By client network", rows(document.clientNetworks), "fb2", &charts)
    if let sites = document.sites { add("By client site", rows(sites), "fb3", &charts) }
    charts += courses
    if let map = HeatMap(summary.servers.values) { charts.append(map.chart) }
    return charts
  }

  private func add(
    _ title: String, _ rows: [BarChart.Row], _ name: String, _ charts: inout [Chart]
  ) {
    // Bars of one each say nothing that the list below does not.
    guard rows.contains(where: { $0.dropped.addingSaturating($0.failed) > 1 }) else { return }
    charts.append(BarChart(title: title, rows: rows, name: name).chart)
  }

  private func row(_ name: String, _ counts: SessionCounts) -> BarChart.Row {
    BarChart.Row(
      name: name, dropped: counts.drops, failed: counts.failures - counts.drops,
      all: counts.sessions)
  }

  private func rows(_ list: GroupList) -> [BarChart.Row] {
    // What happened once is in the list below.
    list.worst.filter { $0.failures > 1 }.prefix(Self.rows).map { group in
      BarChart.Row(
        name: group.mainCode.map { "\(group.name), mostly \($0)" } ?? group.name,
        dropped: group.drops, failed: group.failures - group.drops, all: group.sessions)
    }
  }

  /// Over the whole time, and over the hours of a day.
  private var courses: [Chart] {
    let hours = summary.hours.values.compactMap { key, counts in
      Int(key).map { (hour: $0, counts: counts.total) }
    }
    guard summary.total.failures > 0, let bins = TimeBins(hours.map(\.hour)) else { return [] }
    var columns = Array(repeating: CourseChart.Column(), count: bins.count)
    var day = Array(repeating: CourseChart.Column(), count: 24)
    for (hour, counts) in hours {
      if let place = bins.place(of: hour) { columns[place].add(counts) }
      day[(hour % 24 + 24) % 24].add(counts)
    }
    let places = Set([0, bins.count / 2, bins.count - 1]).sorted()
    return [
      CourseChart(
        title: "Over time, by \(bins.unit)", columns: columns,
        ticks: places.map { ($0, bins.text($0)) }, axis: "when sessions ended (UTC)", name: "fc0"
      ).chart,
      CourseChart(
        title: "Over the day", columns: day,
        ticks: stride(from: 0, to: 24, by: 4).map { ($0, "\($0):00") },
        axis: "hour of the day (UTC)", name: "fc1"
      ).chart,
    ]
  }
}
