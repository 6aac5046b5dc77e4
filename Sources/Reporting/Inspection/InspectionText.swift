import Analysis
import CaptureReader
import TCPStreams

/// Captures as `rdpwhy inspect` finds them, for people.
public struct InspectionText {
  /// Interfaces shown of one capture; JSON has more of them.
  private static let interfacesShown = 4
  /// Providers of an event trace shown; JSON has all.
  private static let providersShown = 4
  /// Programs or channels of a log shown; JSON has all.
  private static let sourcesShown = 8
  /// A snap length from here on keeps every packet of a network whole.
  private static let wholePackets = 65_535

  private let style: TerminalStyle

  public init(style: TerminalStyle) { self.style = style }

  public func text(of report: InspectionReport) -> String {
    var layout = TextLayout(style: style)
    for (index, inspection) in report.inspections.enumerated() {
      if index > 0 { layout.blankLine() }
      write(inspection, to: &layout)
    }
    return layout.text
  }

  private func write(_ inspection: CaptureInspection, to layout: inout TextLayout) {
    layout.add([TextPiece(inspection.input.name, .strong)], rest: 2)
    if let summary = inspection.input.summary {
      writeFile(summary, to: &layout)
      writeTrace(summary, to: &layout)
      writeInterfaces(summary, to: &layout)
      writeContents(inspection, to: &layout)
      writeArtefacts(inspection.sessions, summary, to: &layout)
    }
    if let log = inspection.log { writeLog(log, sessions: inspection.sessions, to: &layout) }
    writeJudgement(inspection.fitness, to: &layout)
  }

  /// What a log holds, and how much of it tells of RDP.
  private func writeLog(
    _ log: LogInspection, sessions: SessionTally, to layout: inout TextLayout
  ) {
    layout.add(
      label: "File",
      [
        .sentence(
          "\(log.format), \(Quantity.count(log.records, "record")), \(log.understood) understood")
      ])
    if let first = log.first, let last = log.last, last > Timestamp(nanoseconds: 0) {
      layout.add(
        label: "Time",
        [
          .sentence(
            "\(SessionWords.second(first.rfc3339)) to \(SessionWords.second(last.rfc3339))")
        ])
    }
    for (index, source) in log.sources.prefix(Self.sourcesShown).enumerated() {
      layout.add(
        label: index == 0 ? "Of" : "",
        [.sentence("\(source.name): \(Quantity.count(source.records, "record"))")], hang: 2)
    }
    layout.add(label: "Holds", [.sentence(Quantity.count(sessions.count, "session"))])
  }

  private func writeFile(_ summary: CaptureSummary, to layout: inout TextLayout) {
    var parts = [summary.format.rawValue + (summary.compression.map { " in \($0)" } ?? "")]
    parts.append(Quantity.count(summary.packets, "packet"))
    if let duration = summary.duration { parts.append(Quantity.duration(duration.seconds)) }
    if !summary.secrets.isEmpty {
      parts.append(Quantity.count(summary.secrets.count, "block") + " of decryption secrets")
    }
    layout.add(label: "File", [.sentence(parts.joined(separator: ", "))])
    if let first = summary.firstTime, let last = summary.lastTime {
      layout.add(
        label: "Time",
        [
          .sentence(
            "\(SessionWords.second(first.rfc3339)) to \(SessionWords.second(last.rfc3339)) UTC")
        ])
    }
    let makers = [summary.application, summary.operatingSystem].compactMap(\.self)
    if !makers.isEmpty {
      layout.add(label: "By", [.sentence(makers.joined(separator: ", "))])
    }
  }

  /// What an event trace holds beside packets, and what it lost.
  private func writeTrace(_ summary: CaptureSummary, to layout: inout TextLayout) {
    guard summary.format == .etl else { return }
    var lines: [String] = []
    let providers = summary.traceProviders.prefix(Self.providersShown).map {
      "\($0.name): \($0.events)"
    }
    if !providers.isEmpty {
      let hidden = summary.traceProviders.count - Self.providersShown
      lines.append(
        "events of \(providers.joined(separator: ", "))" + (hidden > 0 ? " and \(hidden) more" : "")
      )
    }
    if providers.isEmpty, summary.packets == 0, summary.traceRecords > 0 {
      lines.append(
        "\(Quantity.count(summary.traceRecords, "record")) of the tracing itself, none of them a packet"
      )
    }
    if summary.droppedInHost > 0 {
      lines.append(
        "Windows dropped " + summary.hostDrops.sentence(packets: summary.droppedInHost))
    }
    if summary.shortenedPackets > 0 {
      lines.append("\(Quantity.count(summary.shortenedPackets, "packet")) shortened (--pkt-size 0)")
    }
    lines.append(
      summary.traceLostEvents + summary.traceLostBuffers > 0
        ? "lost \(Quantity.count(summary.traceLostEvents, "event")), "
          + Quantity.count(summary.traceLostBuffers, "buffer")
        : "nothing lost")
    for (index, line) in lines.enumerated() {
      layout.add(label: index == 0 ? "Trace" : "", [.sentence(line)], hang: 2)
    }
  }

  private func writeInterfaces(_ summary: CaptureSummary, to layout: inout TextLayout) {
    for (index, interface) in summary.interfaces.prefix(Self.interfacesShown).enumerated() {
      var parts = [interface.linkType.title]
      let snapLength = interface.snapLength
      let isWhole = snapLength == 0 || snapLength >= Self.wholePackets
      parts.append(isWhole ? "whole packets" : "at most \(snapLength) bytes of a packet")
      if let filter = interface.filter { parts.append("filter \(filter)") }
      if interface.lost > 0 { parts.append("\(interface.lost) dropped") }
      let name = interface.name ?? interface.description
      layout.add(
        label: index == 0 ? "Link" : "",
        [.sentence((name.map { "\($0): " } ?? "") + parts.joined(separator: ", "))], hang: 2)
    }
    let hidden = summary.interfaces.count - Self.interfacesShown
    if hidden > 0 { layout.add(label: "", [TextPiece("and \(hidden) more", .faint)]) }
  }

  private func writeContents(_ inspection: CaptureInspection, to layout: inout TextLayout) {
    let tally = inspection.sessions
    guard tally.count > 0 else {
      layout.add(
        label: "RDP",
        [.sentence("none; it " + EmptyFinding.contents(of: InputRecord(inspection.input)))], hang: 2
      )
      return
    }
    let ports = tally.ports.map { port in
      "\(port.port)" + (tally.ports.count > 1 ? " (\(port.connections))" : "")
    }
    var parts = [
      Quantity.count(tally.count, "session")
        + " to port \(ports.joined(separator: ", "))"
    ]
    let unrecognised = tally.count - tally.recognised
    if unrecognised > 0 { parts.append("\(unrecognised) by the port alone") }
    if tally.decrypted > 0 { parts.append("\(tally.decrypted) decrypted") }
    parts += Self.places(tally)
    layout.add(label: "RDP", [.sentence(parts.joined(separator: ", "))], hang: 2)
  }

  private static func places(_ tally: SessionTally) -> [String] {
    [
      (CapturePoint.client, "at the client"), (.server, "at the server"),
      (.middle, "between the ends"), (.unknown, "in an unknown place"),
    ].compactMap { point, words in
      guard let count = tally.capturePoints[point] else { return nil }
      return "captured \(words)" + (count < tally.count ? " (\(count))" : "")
    }
  }

  /// What the capture shows otherwise than the wire had it, without harm to a verdict.
  private func writeArtefacts(
    _ tally: SessionTally, _ summary: CaptureSummary, to layout: inout TextLayout
  ) {
    var parts: [String] = []
    if tally.copies > 0 {
      parts.append(
        Quantity.count(tally.copies, "copy", "copies")
          + " of packets, which are left out of the counts")
    }
    if tally.offloaded > 0 {
      parts.append(
        "segments larger than the wire carries in \(Quantity.count(tally.offloaded, "session"))"
          + " (a network card's offload)")
    }
    if summary.backwardSteps > 0 {
      parts.append(
        "\(Quantity.count(summary.backwardSteps, "packet")) out of order in time, by up to "
          + Quantity.duration(summary.largestBackwardStep.seconds))
    }
    for (index, part) in parts.enumerated() {
      layout.add(label: index == 0 ? "Note" : "", [.sentence(part)], hang: 2)
    }
  }

  private func writeJudgement(_ fitness: CaptureFitness, to layout: inout TextLayout) {
    let (words, emphasis): (String, TerminalStyle.Emphasis) =
      switch fitness.grade {
      case .fit: ("Fit for a verdict.", .good)
      case .reservations: ("Fit for a verdict, with reservations:", .warning)
      case .unfit: ("Not fit for a verdict:", .bad)
      }
    layout.add([TextPiece(words, emphasis)], first: 2, rest: 2)
    for finding in fitness.findings {
      layout.add(
        label: "",
        [
          TextPiece("−", finding.isBlocking ? .bad : .warning),
          .sentence(finding.message + (finding.remedy == nil ? "" : ";")),
        ] + (finding.remedy.map { [.sentence($0)] } ?? []), hang: 2)
    }
  }
}
