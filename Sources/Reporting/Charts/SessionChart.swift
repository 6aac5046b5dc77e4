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
  /// What is drawn that a reader may not know, in the order in which it was drawn.
  var signs: [Sign] = []

  /// Something that the drawing shows.
  enum Sign: CaseIterable {
    case sides, roundTrip, slow, outage, gap, unseen, vanished, events

    var words: String {
      switch self {
      case .sides: "Plain bars: the client; hatched bars: the server."
      case .roundTrip:
        "Round trip: each bar from the shortest to the longest of its stretch, in it thick the p50 and"
          + " dotted the p95; the line through all is the usual shortest."
      case .slow: "!: even the shortest round trip was twice the usual."
      case .outage: "Frames: time without an answer to data."
      case .gap: "Shaded: the capture lacks packets of that time."
      case .unseen: "Dashed frames: not captured at all."
      case .vanished: "Crosses: packets that left one point and never came to the other."
      case .events: "◆ FIN, ✖ RST, ▲ alert, ● error, ▤ log."
      }
    }
  }

  mutating func note(_ sign: Sign) {
    if !signs.contains(sign) { signs.append(sign) }
  }

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
    let signs = Sign.allCases.filter(chart.signs.contains)
    return Chart(
      title: "The session over time", description: chart.description, height: chart.y,
      drawing: chart.svg,
      legend: (signs.map(\.words) + [chart.files].compactMap(\.self)).joined(separator: " "))
  }

  /// What the letters before frames and records stand for.
  private var files: String? {
    events.isEmpty ? nil : SessionWords(session).lettersExplained
  }

  private mutating func draw() {
    let top = y
    let series = wire?.connection.series
    let loss = loss
    if loss != nil { y += Self.markHeight }
    let others = others
    let place = others.isEmpty ? nil : Self.place(of: witness?.point)
    drawPhases()
    if let series {
      drawBytes(series, at: place)
      drawRoundTrips(series)
      drawMarks(series, at: place)
      drawHeard(series, of: wire, at: place)
    }
    drawPath()
    for other in others {
      drawBytes(other.series, at: other.place)
      drawMarks(other.series, at: other.place)
      drawHeard(other.series, of: other.wire, at: other.place)
    }
    drawUDP()
    drawEvents()
    // What lies behind the lanes is known when they are drawn.
    let lanes = svg
    svg = Markup()
    svg.hatch(named: name)
    if let series { drawGaps(series, top: top + Self.titleHeight) }
    if let loss { drawLoss(at: loss, top: top) }
    scale.drawAxis(
      &svg, top: top + Self.titleHeight, bottom: y,
      title: "time before the end (\(SessionWords(session).end(atSecond: true)) UTC)")
    svg.append(lanes)
    y += TimeScale.axisHeight
  }

  /// When the session was lost, where that was before its last packet.
  private var loss: Timestamp? {
    let words = SessionWords(session)
    let time = words.eventTime
    guard words.fate == .dropped, words.isDated, time > scale.start,
      scale.length - time.since(scale.start).seconds > scale.length / 100
    else { return nil }
    return time
  }

  private mutating func drawLoss(at time: Timestamp, top: Double) {
    let x = scale.x(time)
    let isLate = x > TimeScale.width / 2
    svg.line("arrow bad", from: (x, top + 4), to: (x, y))
    svg.label(
      "lost at \(SessionWords(session).clock(time))", "say strong", x: x + (isLate ? -6 : 6),
      y: top + 14, anchor: isLate ? .end : .start)
  }

  /// The capture that the lanes show first.
  private var witness: Witness? {
    session.session.facts.witnesses.first { witness in
      guard case .capture(let wire) = witness.observation else { return false }
      return wire.connection.first == self.wire?.connection.first
    }
  }

  /// What another capture of the session saw, in the session's own time.
  struct OtherPoint {
    let place: String
    let wire: WireFacts
    let series: ConnectionSeries
  }

  /// Captures of other points, as far as they fit.
  private var others: [OtherPoint] {
    session.session.facts.witnesses.compactMap { witness -> OtherPoint? in
      guard case .capture(let wire) = witness.observation,
        wire.connection.first != self.wire?.connection.first,
        var series = wire.connection.series
      else { return nil }
      if let clock = witness.clock {
        series.start = series.start.advanced(by: .zero - clock.offset - clock.zone)
      }
      return OtherPoint(place: Self.place(of: witness.point), wire: wire, series: series)
    }.prefix(Self.othersDrawn).map(\.self)
  }

  private static let othersDrawn = 2

  private static func place(of point: Witness.Point?) -> String {
    switch point {
    case .client: "At the client's end"
    case .server: "At the server's end"
    case .between: "Between"
    case .gateway: "At the gateway"
    case nil: "In the other capture"
    }
  }

  /// Shades the stretches of which the capture lacks what was sent.
  private mutating func drawGaps(_ series: ConnectionSeries, top: Double) {
    let (client, server) = (series.courses.client.missedBytes, series.courses.server.missedBytes)
    let isMissed = (0..<max(client.count, server.count)).map { index in
      (client.indices.contains(index) && client[index] > 0)
        || (server.indices.contains(index) && server[index] > 0)
    }
    var start: Int?
    for index in 0...isMissed.count {
      let isIn = isMissed.indices.contains(index) && isMissed[index]
      if isIn, start == nil { start = index }
      guard !isIn, let first = start else { continue }
      let from = range(first, of: series).from
      svg.box(
        "gap", x: from, y: top, width: range(index - 1, of: series).to - from, height: y - top,
        title: "the capture lacks packets of this time")
      note(.gap)
      start = nil
    }
  }

  static let titleHeight = 26.0
  private static let markHeight = 20.0
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
