import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// The whole course of a session over one axis of time that ends with its last packet: phases, bytes,
/// round trip, what went wrong, who was heard, and what ended it.
struct SessionChart {
  let session: SessionView
  let wire: WireFacts?
  let scale: TimeScale
  /// Names of patterns are of one drawing.
  let name: String
  var svg = Markup()
  /// Where the next lane begins.
  var y = 4.0

  init(_ session: SessionView, named name: String) {
    self.session = session
    self.name = name
    wire = session.wire
    let identity = session.identity
    scale = TimeScale(from: identity.start, to: max(identity.start, identity.end))
  }

  /// - Parameter named: no other drawing of the page has it.
  static func chart(of session: SessionView, named name: String) -> Chart {
    var chart = SessionChart(session, named: name)
    chart.draw()
    return Chart(
      title: "The session over time", description: chart.description, height: chart.y,
      drawing: chart.svg)
  }

  private mutating func draw() {
    svg.hatch(named: name)
    let top = y
    drawPhases()
    if let series = wire?.connection.series {
      drawBytes(series)
      drawRoundTrips(series)
      drawMarks(series)
      drawHeard(series)
    }
    drawUDP()
    drawPath()
    drawEvents()
    scale.drawAxis(
      &svg, top: top + Self.titleHeight, bottom: y,
      title: "time before the end (\(SessionWords(session).end(atSecond: true)) UTC)")
    y += TimeScale.axisHeight
  }

  static let titleHeight = 26.0
  /// What stands between two lanes.
  private static let gap = 12.0

  /// The pattern for what the server does, where colour does not tell.
  var hatched: String { "url(#\(name)h)" }

  /// A lane's title; gives the place below it.
  mutating func beginLane(_ title: String) -> Double {
    svg.label(title, "name long", x: 8, y: y + 17)
    return y + Self.titleHeight
  }

  mutating func endLane(at bottom: Double) { y = bottom + Self.gap }

  mutating func drawMargin(_ content: String, at y: Double) {
    svg.label(content, "tick", x: TimeScale.left - 8, y: y, anchor: .end)
  }

  /// Where a stretch of the series begins and ends.
  func range(_ index: Int, of series: ConnectionSeries) -> (from: Double, to: Double) {
    let start = series.start.since(scale.start).seconds
    let length = series.length.seconds
    return (scale.x(start + Double(index) * length), scale.x(start + Double(index + 1) * length))
  }

  private var description: String {
    let words = SessionWords(session)
    var parts: [String] = []
    if let wire {
      let names = PhaseView.phases(of: wire).map(\.phase.rawValue)
      parts.append("Phases: " + names.joined(separator: ", "))
    }
    parts += words.path.map { "\($0.direction): \($0.what)" }
    parts += events.suffix(8).map {
      "\(TimeScale.text(beforeEnd: scale.length - $0.time)): \($0.text)"
    }
    return parts.joined(separator: ". ")
  }
}
