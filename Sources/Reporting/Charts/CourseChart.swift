import CaptureReader

/// How many sessions dropped and failed in each stretch of time, or at each hour of the day.
struct CourseChart {
  struct Column {
    var dropped = 0
    var failed = 0
    var all = 0

    mutating func add(_ counts: SessionCounts) {
      dropped = dropped.addingSaturating(counts.drops)
      failed = failed.addingSaturating(counts.failures - counts.drops)
      all = all.addingSaturating(counts.sessions)
    }
  }

  private static let (top, bottom) = (16.0, 150.0)

  let title: String
  let columns: [Column]
  /// Texts below some of the columns, by their places.
  let ticks: [(place: Int, text: String)]
  let axis: String
  /// No other drawing of the page has it.
  let name: String

  var chart: Chart {
    let most = max(1, columns.map { $0.dropped.addingSaturating($0.failed) }.max() ?? 1)
    let step = (TimeScale.right - TimeScale.left) / Double(max(1, columns.count))
    let place = { (count: Int) in
      Double(count) / Double(most) * (Self.bottom - Self.top)
    }
    var svg = Markup()
    svg.hatch(named: name)
    for (count, y) in [(most, Self.top), (0, Self.bottom)] {
      svg.line("grid", from: (TimeScale.left, y), to: (TimeScale.right, y))
      svg.label("\(count)", "tick", x: TimeScale.left - 8, y: y + 5, anchor: .end)
    }
    for (index, column) in columns.enumerated() {
      let x = TimeScale.left + Double(index) * step
      let width = max(1, step - 1.5)
      let dropped = place(column.dropped)
      let failed = place(column.failed)
      if column.dropped > 0 {
        svg.box("bar client", x: x, y: Self.bottom - dropped, width: width, height: dropped)
      }
      if column.failed > 0 {
        svg.box(
          "bar server", x: x, y: Self.bottom - dropped - failed, width: width, height: failed,
          fill: "url(#\(name)h)")
      }
    }
    svg.line("axis", from: (TimeScale.left, Self.bottom), to: (TimeScale.right, Self.bottom))
    for tick in ticks {
      let x = TimeScale.left + (Double(tick.place) + 0.5) * step
      let anchor: Markup.Anchor =
        x > TimeScale.right - 60 ? .end : x < TimeScale.left + 60 ? .start : .middle
      svg.label(tick.text, "tick", x: x, y: Self.bottom + 24, anchor: anchor)
    }
    svg.label(
      axis, "tick", x: (TimeScale.left + TimeScale.right) / 2, y: Self.bottom + 50, anchor: .middle)
    return Chart(
      title: title, description: description, height: Self.bottom + TimeScale.axisHeight,
      drawing: svg)
  }

  private var description: String {
    let worst = columns.enumerated().max {
      ($0.element.dropped, $0.element.failed) < ($1.element.dropped, $1.element.failed)
    }
    guard let worst else { return "" }
    return "\(columns.count) columns; the highest is the \(worst.offset + 1)th with"
      + " \(worst.element.dropped) dropped and \(worst.element.failed) failed of"
      + " \(worst.element.all)."
  }
}
