import CaptureReader

/// Which server had trouble when: the bigger the square, the more sessions dropped or failed.
struct HeatMap {
  private static let rowHeight = 58.0
  private static let mostServers = 12
  /// The side of the biggest square.
  private static let square = 24.0

  let bins: TimeBins
  private let rows: [(name: String, counts: [Int])]
  private let most: Int
  /// Servers with trouble that are not drawn.
  private let further: Int

  /// Nil where there is one server, or one hour, or no trouble.
  init?(_ servers: [String: GroupCounts]) {
    let failing = servers.filter { $0.value.total.failures > 0 }
      .sorted { one, other in
        (other.value.total.drops, other.value.total.failures, one.key)
          < (one.value.total.drops, one.value.total.failures, other.key)
      }
    let worst = failing.prefix(Self.mostServers)
    further = failing.count - worst.count
    guard let bins = TimeBins(worst.flatMap(\.value.hours.keys), most: 48) else { return nil }
    self.bins = bins
    rows = worst.map { name, counts in
      var row = Array(repeating: 0, count: bins.count)
      for (hour, count) in counts.hours {
        if let place = bins.place(of: hour) {
          row[place] = row[place].addingSaturating(count.failures)
        }
      }
      return (name, row)
    }
    most = max(1, rows.flatMap(\.counts).max() ?? 1)
  }

  var chart: Chart {
    let left = 8.0
    let step = (TimeScale.right - left) / Double(max(1, bins.count))
    let size = min(step - 1, Self.square)
    var svg = Markup()
    for (index, row) in rows.enumerated() {
      let top = Double(index) * Self.rowHeight + 4
      svg.label(row.name, "say long", x: left, y: top + 14)
      let middle = top + 18 + Self.square / 2
      svg.line("grid", from: (left, middle), to: (TimeScale.right, middle))
      for (place, count) in row.counts.enumerated() where count > 0 {
        let side = max(3, (Double(count) / Double(most)).squareRoot() * size)
        let x = left + (Double(place) + 0.5) * step
        svg.box(
          "cell", x: x - side / 2, y: middle - side / 2, width: side, height: side,
          title: "\(bins.text(place)): \(count)")
        svg.label("\(count)", "tick", x: x, y: middle + size / 2 + 13, anchor: .middle)
      }
    }
    let bottom = Double(rows.count) * Self.rowHeight + 6
    svg.line("axis", from: (left, bottom), to: (TimeScale.right, bottom))
    for (place, text, anchor) in ends {
      svg.label(text, "tick", x: left + Double(place) * step, y: bottom + 24, anchor: anchor)
    }
    return Chart(
      title: "Servers over time"
        + (further > 0 ? ", the worst \(rows.count) of \(rows.count + further)" : ""),
      description: description, height: bottom + 36, drawing: svg)
  }

  private var ends: [(place: Int, text: String, anchor: Markup.Anchor)] {
    [
      (0, bins.text(0), .start), (bins.count / 2, bins.text(bins.count / 2), .middle),
      (bins.count, bins.text(bins.count), .end),
    ].filter { place, _, anchor in anchor != .middle || bins.count > 2 && place > 0 }
  }

  private var description: String {
    rows.map { row in
      let total = row.counts.reduce(0) { $0.addingSaturating($1) }
      let worst = row.counts.indices.max { row.counts[$0] < row.counts[$1] } ?? 0
      return "\(row.name): \(total), most at \(bins.text(worst))"
    }.joined(separator: "; ")
  }
}
