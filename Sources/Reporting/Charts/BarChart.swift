import CaptureReader

/// Bars side by side with their names: what dropped plain, what failed otherwise hatched.
struct BarChart {
  struct Row {
    let name: String
    let dropped: Int
    let failed: Int
    /// What the two are of.
    let all: Int
  }

  private static let rowHeight = 46.0

  let title: String
  let rows: [Row]
  /// No other drawing of the page has it.
  let name: String

  var chart: Chart {
    let most = Double(max(1, rows.map { $0.dropped.addingSaturating($0.failed) }.max() ?? 1))
    let full = (TimeScale.right - 8) * 0.45
    var svg = Markup()
    svg.hatch(named: name)
    for (index, row) in rows.enumerated() {
      let top = Double(index) * Self.rowHeight + 6
      svg.label(row.name, "say long", x: 8, y: top + 15)
      let dropped = Double(row.dropped) / most * full
      let failed = Double(row.failed) / most * full
      if row.dropped > 0 {
        svg.box("bar client", x: 8, y: top + 21, width: dropped, height: 16)
      }
      if row.failed > 0 {
        svg.box(
          "bar server", x: 8 + dropped, y: top + 21, width: failed, height: 16,
          fill: "url(#\(name)h)")
      }
      svg.label(Self.text(row), "tick", x: dropped + failed + 16, y: top + 34)
    }
    return Chart(
      title: title,
      description: rows.map { "\($0.name): \(Self.text($0))" }.joined(separator: "; "),
      height: Double(rows.count) * Self.rowHeight + 10, drawing: svg)
  }

  private static func text(_ row: Row) -> String {
    let parts = [(row.dropped, "dropped"), (row.failed, "failed")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }
    return "\(parts.joined(separator: ", ")) of \(row.all)"
  }
}

extension Markup {
  /// A pattern of stripes for what colour alone would tell apart.
  mutating func hatch(named name: String) {
    element("defs") { defs in
      defs.element(
        "pattern",
        [
          "id": "\(name)h", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
          "patternTransform": "rotate(45)",
        ]
      ) { $0.empty("rect", ["class": "stripe", "width": "3", "height": "6"]) }
    }
  }
}
