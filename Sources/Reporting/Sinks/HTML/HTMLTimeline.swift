import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

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

  init(_ session: SessionView) {
    let scale = Scale(session)
    var bands: [HTMLBand] = []
    var events: [(time: Double, event: HTMLEvent)] = []
    let phases = session.wire.map(PhaseView.phases(of:)) ?? []
    for (index, phase) in phases.enumerated() {
      let start = scale.offset(phase.start.time)
      let following = phases.dropFirst(index + 1).first
      let end = following.map { scale.offset($0.start.time) } ?? scale.length
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
    for side in Side.allCases {
      for outage in session.wire?[side].outages ?? [] {
        let start = scale.offset(outage.start.time)
        let length = outage.length.secondsRounded
        bands.append(
          scale.band(
            "outage", from: start, to: start + length, y: 0, height: 10,
            "nothing came through for \(Quantity.duration(length))"))
      }
    }
    for weighed in session.verdict.evidence where weighed.bearing != .context {
      guard let first = weighed.evidence.references.first else { continue }
      let start = scale.offset(first.time)
      let text = HTMLText.plain(weighed.evidence.summary)
      bands.append(scale.band("mark", from: start, to: start, y: 0, height: 34, text))
      events.append(
        (
          start,
          HTMLEvent(
            kind: weighed.bearing.rawValue, time: Self.time(start), text: text,
            frame: "#\(first.frame)")
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

  let start: Timestamp
  /// In seconds; never nothing.
  let length: Double

  init(_ session: SessionView) {
    start = session.identity.start
    length = min(max(session.duration.secondsRounded, 1e-6), 1e9)
  }

  /// Seconds since the session's first packet, within the session.
  func offset(_ time: Timestamp) -> Double { min(max(time.since(start).seconds, 0), length) }

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
