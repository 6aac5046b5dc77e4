import CaptureReader
import TCPStreams

/// The course of a session in three rows of equal columns that end with its last packet: round trip,
/// repeats, and who was heard.
struct Sparkline {
  /// Fewer columns show no course.
  private static let leastColumns = 8
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// Stands where there is nothing: a no-break space, so that columns stay in place.
  private static let nothing: Character = "\u{A0}"

  let series: ConnectionSeries

  init?(_ series: ConnectionSeries?) {
    guard let series, series.courses.client.packets.count >= Self.leastColumns else { return nil }
    self.series = series
  }

  func write(to layout: inout TextLayout) {
    let trips = roundTrips
    if let low = trips.compactMap(\.self).min(), let high = trips.compactMap(\.self).max() {
      row(
        "RTT", Self.line(trips), "\(Quantity.duration(low)) to \(Quantity.duration(high))", &layout)
    }
    let repeats = zip(series.courses.client.repeats, series.courses.server.repeats)
      .map { Int($0) + Int($1) }
    let total = repeats.reduce(0, +)
    if total > 0 {
      let line = Self.line(repeats.map { $0 > 0 ? Double($0) : nil })
      row("Again", line, "\(total) sent again", &layout)
    }
    row("Heard", heard, "", &layout)
    layout.add(
      label: "",
      [
        TextPiece(
          "one column is \(Quantity.duration(series.length.secondsRounded)); = both, > client only, < server only",
          .faint)
      ])
  }

  private func row(
    _ label: String, _ line: String, _ remark: String, _ layout: inout TextLayout
  ) {
    let remark = remark.isEmpty ? [] : [TextPiece(remark, .faint, gap: 2)]
    layout.add(label: label, [TextPiece(line)] + remark, hang: 2)
  }

  /// Both halves of the path; a half that was not measured in a column stands as it was before.
  private var roundTrips: [Double?] {
    var last: (orig: Double?, resp: Double?) = (nil, nil)
    let courses = series.courses
    return zip(courses.client.roundTrips, courses.server.roundTrips).map { orig, resp in
      guard orig != nil || resp != nil else { return nil }
      last = (orig?.secondsRounded ?? last.orig, resp?.secondsRounded ?? last.resp)
      return (last.orig ?? 0) + (last.resp ?? 0)
    }
  }

  private var heard: String {
    String(
      zip(series.courses.client.packets, series.courses.server.packets).map {
        orig, resp -> Character in
        switch (orig > 0, resp > 0) {
        case (true, true): "="
        case (true, false): ">"
        case (false, true): "<"
        case (false, false): Self.nothing
        }
      })
  }

  /// Bars from nothing to the largest value.
  private static func line(_ values: [Double?]) -> String {
    let largest = max(values.compactMap(\.self).max() ?? 0, .leastNonzeroMagnitude)
    return String(
      values.map { value in
        guard let value else { return nothing }
        let share = min(max(value / largest, 0), 1)
        return bars[min(bars.count - 1, Int(share * Double(bars.count)))]
      })
  }
}
