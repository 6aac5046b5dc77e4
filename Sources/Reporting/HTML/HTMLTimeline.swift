import Attribution
import CaptureReader
import RDPProtocol

/// A rectangle on the session's bar; the drawing is a thousand units wide.
struct HTMLBand {
  let kind: String
  let x: String
  let y: Int
  let width: String
  let height: Int
  let text: String
}

struct HTMLEvent {
  let kind: String
  let time: String
  let text: String
  let frame: String?
}

/// When what happened in a session: phases, outages, and the frames of its evidence.
struct HTMLTimeline {
  /// Events listed.
  private static let limit = 40

  let bands: [HTMLBand]
  let events: [HTMLEvent]

  init(_ session: SessionRecord) {
    let scale = Scale(session)
    var bands: [HTMLBand] = []
    var events: [(time: Double, event: HTMLEvent)] = []
    for (index, phase) in session.phases.enumerated() {
      guard let start = scale.offset(phase.start.ts) else { continue }
      let following = session.phases.dropFirst(index + 1).first
      let end = following.flatMap { scale.offset($0.start.ts) } ?? scale.length
      let text = phase.phase.rawValue + (phase.inferred ? " (inferred)" : "")
      bands.append(
        scale.band(index % 2 == 0 ? "even" : "odd", from: start, to: end, y: 10, height: 24, text))
      events.append(
        (
          start,
          HTMLEvent(
            kind: "phase", time: Self.time(start), text: "\(text) begins",
            frame: "#\(phase.start.frame)")
        ))
    }
    for health in [session.health?.orig, session.health?.resp].compactMap(\.self) {
      for outage in health.outages {
        guard let start = scale.offset(outage.start.ts) else { continue }
        bands.append(
          scale.band(
            "outage", from: start, to: start + outage.duration, y: 0, height: 10,
            "nothing came through for \(Quantity.duration(outage.duration))"))
      }
    }
    for evidence in session.evidence where evidence.bearing != .context {
      guard let first = evidence.frames.first, let start = scale.offset(first.ts) else { continue }
      bands.append(
        scale.band(
          "mark", from: start, to: start, y: 0, height: 34, HTMLText.plain(evidence.summary)))
      events.append(
        (
          start,
          HTMLEvent(
            kind: evidence.bearing.rawValue, time: Self.time(start),
            text: HTMLText.plain(evidence.summary), frame: "#\(first.frame)")
        ))
    }
    events.append(
      (
        scale.length,
        HTMLEvent(
          kind: "phase", time: Self.time(scale.length), text: "last packet", frame: nil)
      ))
    self.bands = bands
    // Stable: events of one time stay as they were put in.
    self.events = events.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .prefix(Self.limit).map(\.element.event)
  }

  private static func time(_ seconds: Double) -> String {
    "+\(Quantity.decimal(seconds, digits: 3)) s"
  }
}

/// From a session's times to places on its bar.
private struct Scale {
  private static let width = 1_000.0

  let start: Timestamp?
  /// In seconds; never nothing.
  let length: Double

  init(_ session: SessionRecord) {
    start = Timestamp(rfc3339: session.ts)
    length = session.duration.isFinite ? min(max(session.duration, 1e-6), 1e9) : 1e-6
  }

  /// Seconds since the session's first packet, within the session; nil where a time is none.
  func offset(_ time: String) -> Double? {
    guard let start, let moment = Timestamp(rfc3339: time) else { return nil }
    return min(max(moment.since(start).seconds, 0), length)
  }

  func band(
    _ kind: String, from: Double, to end: Double, y: Int, height: Int, _ text: String
  ) -> HTMLBand {
    let x = min(max(from / length, 0), 1) * Self.width
    let right = min(max(end / length, 0), 1) * Self.width
    // A mark stays visible on a narrow screen, and within the drawing.
    let width = max(right - x, 3)
    return HTMLBand(
      kind: kind, x: Quantity.decimal(min(x, Self.width - 3), digits: 2), y: y,
      width: Quantity.decimal(width, digits: 2), height: height, text: text)
  }
}
