import Analysis
import Attribution
import CaptureReader
import Evidence
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// Something that happened at one time, and who did it.
struct ChartEvent {
  enum Kind { case goodbye, reset, alert, error, log }

  let time: Double
  let kind: Kind
  let text: String

  /// Told apart without colour.
  var sign: String {
    switch kind {
    case .goodbye: "◆"
    case .reset: "✖"
    case .alert: "▲"
    case .error: "●"
    case .log: "▤"
    }
  }
}

extension SessionChart {
  private static let mostEvents = 12
  private static let mostOfLogs = 8
  /// Characters that fit in half of the drawing and more, also on a phone.
  private static let longestText = 60

  /// In order of time, the last ones where there are many.
  var events: [ChartEvent] {
    var events = wire.map(wireEvents) ?? []
    events.sort { $0.time < $1.time }
    events = Array(events.suffix(Self.mostEvents))
    // What follows from an event before it, and steps of a handshake, tell nobody anything here.
    events += session.session.facts.logs.flatMap(\.session.events)
      .filter { $0.kind != .consequence && $0.kind != .phaseReached }
      .suffix(Self.mostOfLogs).map(logEvent)
    return events.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  private func wireEvents(_ wire: WireFacts) -> [ChartEvent] {
    var events: [ChartEvent] = []
    func add(_ kind: ChartEvent.Kind, _ frame: ItemReference, _ text: String) {
      events.append(
        ChartEvent(
          time: scale.seconds(frame.time), kind: kind,
          text: "\(text) (\(letter(of: frame))#\(frame.frame))"))
    }
    for side in Side.allCases {
      let sent = wire[side]
      if let fin = sent.fin { add(.goodbye, fin, "FIN from the \(side.rawValue)") }
      for reset in sent.resets.prefix(3) {
        add(.reset, reset.frame, "RST with the \(side.rawValue)'s address")
      }
      if let since = sent.zeroWindowSince {
        add(.error, since, "the \(side.rawValue) closes its window for good")
      }
    }
    for alert in wire.alerts.suffix(4) {
      let name = alert.isEncrypted ? "encrypted alert" : "alert \(alert.code?.name ?? "")"
      add(.alert, alert.frame, "TLS \(name) from the \(alert.side.rawValue)")
    }
    for error in wire.connection.icmpErrors.suffix(3) {
      add(
        .error, error.frame,
        "ICMP type \(error.type) code \(error.code) from \(error.reporter) about the"
          + " \(error.about.rawValue)'s packet")
    }
    if let error = wire.trace.mcs.errorInfo {
      add(
        .alert, error.frame,
        "error info from the server: \(error.value.name ?? "\(error.value.rawValue)")")
    }
    return events
  }

  private func logEvent(_ event: LogEvent) -> ChartEvent {
    let code = event.code?.name.map { ": \($0)" } ?? ""
    return ChartEvent(
      time: scale.seconds(event.reference.time), kind: .log,
      text: lettered(event.reference)
        + "\(event.source.program.rawValue): \(LogWords.label(of: event))\(code)")
  }

  /// Of the file that holds an item, where the session has several; the caption says which is which.
  private func letter(of reference: ItemReference) -> String {
    let words = SessionWords(session)
    guard words.inputs.count > 1, session.names[reference.input] != nil else { return "" }
    return words.name(ofInput: reference.input)
  }

  private func lettered(_ reference: ItemReference) -> String {
    let letter = letter(of: reference)
    return letter.isEmpty ? "" : letter + " "
  }

  /// Each event on a row of its own, its text on the side that has room.
  mutating func drawEvents() {
    let events = events
    guard !events.isEmpty else { return }
    var top = beginLane("Events")
    note(.events)
    for event in events {
      let x = scale.x(event.time)
      svg.line("hair", from: (x, top), to: (x, top + 22))
      svg.label(event.sign, "sign", x: x, y: top + 16, anchor: .middle)
      let isLate = event.time > scale.length / 2
      svg.label(
        String(event.text.prefix(Self.longestText)), "say", x: isLate ? x - 12 : x + 12,
        y: top + 16, anchor: isLate ? .end : .start)
      top += 24
    }
    endLane(at: top)
  }
}
