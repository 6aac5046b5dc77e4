import Attribution
import Evidence
import RDPProtocol

/// One session as people read it: what happened, how sure that is, why, and what to do.
struct SessionStory {
  /// Reasons shown for and against the verdict; all are in the JSON output.
  private static let supporting = 4
  private static let opposing = 2
  /// Frame numbers shown per reason.
  private static let framesShown = 3
  /// Alternatives below this probability say nothing.
  private static let alternativeFloor = 0.01

  let session: SessionRecord
  /// The analysis has several inputs, so the session's own are named.
  let namesInputs: Bool

  func write(to layout: inout TextLayout) {
    layout.add(heading, rest: 2)
    layout.add(verdictLine, first: 2, rest: 4)
    layout.add([.sentence(session.verdict.summary)], first: 2, rest: 2)
    if namesInputs, !session.inputs.isEmpty {
      layout.add(label: "In", [TextPiece(session.inputs.joined(separator: ", "))])
    }
    writeCarrier(to: &layout)
    writeReasons(to: &layout)
    writeStatus(to: &layout)
    writeCertificate(to: &layout)
    writePath(to: &layout)
    Sparkline(session.health?.series)?.write(to: &layout)
    writeUDP(to: &layout)
    if !session.verdict.nextAction.isEmpty {
      layout.add(label: "Do", [.sentence(session.verdict.nextAction, .strong)])
    }
    writeAlternatives(to: &layout)
    for (index, need) in session.verdict.settledBy.enumerated() {
      layout.add(label: index == 0 ? "Need" : "", [.sentence(need)])
    }
  }

  /// Two lines, for sessions that ended well.
  func writeShort(to layout: inout TextLayout) {
    layout.add(heading, rest: 2)
    layout.add(
      [TextPiece(session.verdict.code, .good)] + confidence
        + [.sentence("· " + session.verdict.summary)], first: 2, rest: 4)
  }

  /// One line, for the many that follow the full stories.
  func writeLine(to layout: inout TextLayout) {
    layout.add(
      [
        symbol, TextPiece(moment), TextPiece(origin, gap: 2), TextPiece("→"),
        TextPiece(responder), TextPiece(session.verdict.code, emphasis, gap: 2),
      ] + confidence, rest: 2)
  }

  private var heading: [TextPiece] {
    [
      symbol, TextPiece(origin, .strong), TextPiece("→"), TextPiece(responder, .strong),
      TextPiece(moment + " UTC", .faint, gap: 3),
      TextPiece(Quantity.duration(session.duration), .faint, gap: 3),
    ]
  }

  private var verdictLine: [TextPiece] {
    let end =
      switch session.endedBy {
      case .nobody: "not ended"
      case .unknown: "end not seen"
      case .client, .server: "ended by \(session.endedBy.rawValue)"
      case .path: "ended by the path"
      }
    return [TextPiece(session.verdict.code, emphasis)] + confidence
      + [TextPiece("phase \(session.phase.rawValue), \(end)\(degraded)", gap: 3)]
  }

  /// Nothing where no cause was decided: the guesses carry their own.
  private var confidence: [TextPiece] {
    guard session.verdict.cause != .undetermined else { return [] }
    return [TextPiece("(\(Quantity.confidence(session.verdict.confidence)) sure)", gap: 2)]
  }

  /// That the path was sick goes without saying where it is the cause.
  private var degraded: String {
    session.degraded && session.verdict.cause != .network ? ", path degraded" : ""
  }

  private var symbol: TextPiece {
    switch session.verdict.cause {
    case .clean: TextPiece(session.degraded ? "!" : "✓", emphasis)
    case .undetermined: TextPiece("?", emphasis)
    default: TextPiece("✗", emphasis)
    }
  }

  private var emphasis: TerminalStyle.Emphasis {
    switch session.verdict.cause {
    case .clean: session.degraded ? .warning : .good
    case .undetermined: .warning
    default: .bad
    }
  }

  private var origin: String { Self.endpoint(session.originHost, session.originPort) }
  private var responder: String { Self.endpoint(session.responderHost, session.responderPort) }

  static func endpoint(_ host: String, _ port: UInt16) -> String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  /// Date and time to the second.
  private var moment: String { Self.moment(session.ts) }

  static func moment(_ timestamp: String) -> String {
    timestamp.prefix(10) + " " + timestamp.dropFirst(11).prefix(8)
  }
}

extension SessionStory {
  private func writeReasons(to layout: inout TextLayout) {
    let shown = shownReasons
    for (index, reason) in shown.enumerated() {
      let sign: TextPiece =
        reason.bearing == .against ? TextPiece("−", .warning) : TextPiece("+", .good)
      var pieces = [sign, .sentence(reason.summary)]
      if let frames = frames(of: reason) { pieces.append(TextPiece(frames, .faint)) }
      layout.add(label: index == 0 ? "Why" : "", pieces, hang: 2)
    }
    let hidden = session.evidence.count { $0.bearing != .context } - shown.count
    if hidden > 0 {
      layout.add(label: "", [TextPiece("and \(hidden) more in the JSON output", .faint)])
    }
  }

  private var shownReasons: [EvidenceRecord] {
    Array(session.evidence.filter { $0.bearing == .supports }.prefix(Self.supporting))
      + session.evidence.filter { $0.bearing == .against }.prefix(Self.opposing)
  }

  /// `(#19, #21 …)`; with the input's name where the session runs through several.
  private func frames(of reason: EvidenceRecord) -> String? {
    guard !reason.frames.isEmpty else { return nil }
    let isSpread = session.inputs.count > 1
    let shown = reason.frames.prefix(Self.framesShown).map { frame in
      let name = frame.input.flatMap { isSpread ? $0.split(separator: "/").last : nil }
      return (name.map { "\($0) " } ?? "") + "#\(frame.frame)"
    }
    let more = reason.frames.count > Self.framesShown ? " …" : ""
    return "(\(shown.joined(separator: ", "))\(more))"
  }

  /// The server's certificate, where it may be what the client did not accept.
  private func writeCertificate(to layout: inout TextLayout) {
    guard let certificate = session.tls?.certificate, session.verdict.isAboutCertificate else {
      return
    }
    var parts = [certificate.subject ?? "unreadable"]
    if let issuer = certificate.issuer, !certificate.selfIssued { parts.append("by \(issuer)") }
    if let key = certificate.key { parts.append(key) }
    if let end = certificate.notAfter { parts.append("valid until \(end.prefix(10))") }
    parts += certificate.findings.map { $0.replacing("_", with: " ") }
    layout.add(label: "Cert", [.sentence(parts.joined(separator: ", "))])
  }

  /// The path's numbers, where they matter.
  private func writePath(to layout: inout TextLayout) {
    guard session.degraded || session.verdict.cause == .network, let health = session.health
    else { return }
    let directions = [("client → server", health.orig), ("server → client", health.resp)]
    for (index, (name, health)) in directions.enumerated() {
      var parts = [Quantity.count(health.packets, "packet")]
      if health.lossEstimate > 0 { parts.append("\(Quantity.percent(health.lossEstimate)) lost") }
      if health.retransmissions.total > 0 {
        parts.append("\(health.retransmissions.total) sent again")
      }
      if let median = health.roundTripMedian, let slow = health.roundTrip95 {
        parts.append(
          "round trip \(Quantity.duration(median)) (95 % below \(Quantity.duration(slow)))")
      }
      if let longest = health.outages.map(\.duration).max() {
        parts.append("longest outage \(Quantity.duration(longest))")
      }
      layout.add(
        label: index == 0 ? "Path" : "", [.sentence("\(name): " + parts.joined(separator: ", "))],
        hang: 2)
    }
  }

  /// The server's own number, by name, with its meaning and what to do about it.
  private func writeStatus(to layout: inout TextLayout) {
    guard let code = session.credssp?.decrypted?.errorCode,
      let status = UInt32(code.dropFirst(2), radix: 16),
      let page = Handbook.explanation(status: status)
    else { return }
    let name = session.credssp?.decrypted?.errorName ?? page.title
    layout.add(label: "Code", [.sentence("\(code) \(name): \(page.meaning)")], hang: 2)
    if let fix = page.fixes.first {
      let command = fix.command.map { " (\($0))" } ?? ""
      layout.add(label: "", [.sentence(fix.step + command)], hang: 2)
    }
  }

  /// What carries the session, and how that is known.
  private func writeCarrier(to layout: inout TextLayout) {
    guard let carrier = session.rdp?.carrier else { return }
    var parts = [carrier.kind.replacing("_", with: " ")]
    if let host = carrier.host { parts.append(host) }
    if let target = carrier.target { parts.append("for \(target)") }
    if let status = carrier.status { parts.append("HTTP \(status) \(carrier.reason ?? "")") }
    switch carrier.basis {
    case "server_name": parts.append("known by the name the client asked for")
    case "port": parts.append("known by its port")
    default: break
    }
    layout.add(label: "Via", [.sentence(parts.joined(separator: ", "))], hang: 2)
  }

  /// Where the data ran beside TCP: an idle TCP connection is then no stall.
  private func writeUDP(to layout: inout TextLayout) {
    for (index, transport) in (session.udp ?? []).prefix(2).enumerated() {
      let kind = transport.lossy.map { $0 ? "best-effort" : "reliable" } ?? transport.kind
      let datagrams = transport.orig.datagrams + transport.resp.datagrams
      var parts = [Quantity.count(datagrams, "datagram")]
      if !transport.established { parts.append("never answered") }
      let repeats = transport.orig.retransmissions + transport.resp.retransmissions
      if repeats > 0 { parts.append("\(repeats) sent again") }
      parts.append("last \(Self.moment(transport.last.ts).suffix(8)) UTC")
      layout.add(
        label: index == 0 ? "UDP" : "", [.sentence("\(kind): " + parts.joined(separator: ", "))],
        hang: 2)
    }
  }

  private func writeAlternatives(to layout: inout TextLayout) {
    let likely = session.verdict.alternatives.filter { $0.confidence >= Self.alternativeFloor }
    guard !likely.isEmpty else { return }
    let list = likely.prefix(3).map { "\($0.code) \(Quantity.confidence($0.confidence))" }
    let label = session.verdict.cause == .undetermined ? "Maybe" : "Else"
    layout.add(label: label, [.sentence(list.joined(separator: ", "), .faint)])
  }
}

extension VerdictRecord {
  /// The client left, or refused, where it had the certificate before it.
  fileprivate var isAboutCertificate: Bool {
    code.hasPrefix("tls.certificate")
      || ["tls.alert", "tls.intercepted", "credssp.client_withdrew", "credssp.server_identity"]
        .contains(code)
  }
}
