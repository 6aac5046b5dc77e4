import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// One session as people read it: what happened, how sure that is, why, and what to do.
struct SessionStory {
  /// Reasons shown for and against the verdict; all are in the JSON output.
  private static let supporting = 4
  private static let opposing = 2
  /// Frame numbers shown per reason.
  private static let framesShown = 3

  let words: SessionWords
  /// The analysis has several inputs, so the session's own are named.
  let namesInputs: Bool

  /// Tells all evidence.
  var tellsAll = false
  /// What to do, and what is needed, was told of a session above.
  var repeatsAction = false
  var repeatsNeed = false

  init(_ session: SessionView, namesInputs: Bool, zone: ReportZone? = nil) {
    words = SessionWords(session, zone: zone)
    self.namesInputs = namesInputs
  }

  private var session: SessionView { words.session }
  private var verdict: Verdict { _read { yield words.session.verdict } }

  func write(to layout: inout TextLayout) {
    writeHead(to: &layout)
    layout.add(verdictLine, first: 2, rest: 4)
    if let user = words.user {
      let computer = session.identity.clientName.map { [TextPiece("on"), TextPiece($0)] } ?? []
      layout.add(label: "User", [TextPiece(user)] + computer)
    }
    writeInputs(to: &layout)
    if let clocks = words.clocks { layout.add(label: "Clock", [.sentence(clocks)], hang: 2) }
    writeCarrier(to: &layout)
    writeReasons(to: &layout)
    writeStatus(to: &layout)
    if let sites = words.sites { layout.add(label: "Sites", [.sentence(sites)]) }
    writeCertificate(to: &layout)
    writePath(to: &layout)
    Sparkline(session.wire?.connection.series)?.write(to: &layout)
    writeUDP(to: &layout)
    writeAction(to: &layout)
    writeAlternatives(to: &layout)
    writeNeed(to: &layout)
  }

  private func writeAction(to layout: inout TextLayout) {
    guard !verdict.nextAction.isEmpty else { return }
    guard !repeatsAction else {
      return layout.add(
        label: "Do", [.sentence("as said above for \(verdict.code.rawValue)")])
    }
    layout.add(label: "Do", advice: verdict.nextAction)
  }

  private func writeNeed(to layout: inout TextLayout) {
    if repeatsNeed, !verdict.settledBy.isEmpty {
      return layout.add(label: "Need", [TextPiece("as said above")])
    }
    for (index, need) in verdict.settledBy.enumerated() {
      layout.add(label: index == 0 ? "Need" : "", [.sentence(need)])
    }
  }

  /// A few lines, for sessions that ended in order.
  func writeShort(to layout: inout TextLayout) {
    writeHead(to: &layout)
    layout.add([TextPiece(verdict.code.rawValue, emphasis)] + confidence, first: 2, rest: 4)
    if verdict.nextAction != Self.nothing { writeAction(to: &layout) }
  }

  private static let nothing = "Nothing to do."

  /// Who, what and when in words; then which connection it was, and what the capture lacks of it.
  private func writeHead(to layout: inout TextLayout) {
    var pieces = [symbol, .sentence(words.headline, .strong)]
    if !words.isToldByHeadline { pieces.append(.sentence(verdict.summary)) }
    if let tie = words.tie { pieces.append(.sentence("(\(tie))")) }
    layout.add(pieces, rest: 2)
    let ends = words.ends.map { [TextPiece($0)] } ?? []
    layout.add(ends + [TextPiece(words.span, .faint, gap: 3)], first: 2, rest: 4)
    for caveat in words.caveats {
      layout.add([TextPiece("!", .warning), .sentence(caveat)], first: 2, rest: 4)
    }
  }

  /// Files listed of one session.
  private static let inputsShown = 8

  private func writeInputs(to layout: inout TextLayout) {
    guard namesInputs, !words.inputs.isEmpty else { return }
    let legend = words.legend
    guard !legend.isEmpty else {
      return layout.add(label: "In", [.sentence(words.inputs.joined(separator: ", "))])
    }
    for (place, file) in legend.prefix(Self.inputsShown).enumerated() {
      layout.add(
        label: place == 0 ? "In" : "",
        [TextPiece("\(file.letter) ="), .sentence(file.name)], hang: 4)
    }
    let hidden = legend.count - Self.inputsShown
    if hidden > 0 {
      layout.add(label: "", [TextPiece("and \(hidden) more in the JSON output", .faint)])
    }
  }

  /// One line, for the many that follow the full stories.
  func writeLine(to layout: inout TextLayout) {
    layout.add(
      [
        symbol, TextPiece(words.start), TextPiece(words.client, gap: 2), TextPiece("→"),
        TextPiece(words.server), TextPiece(verdict.code.rawValue, emphasis, gap: 2),
      ] + confidence, rest: 2)
  }

  private var verdictLine: [TextPiece] {
    [TextPiece(verdict.code.rawValue, emphasis)] + confidence + [TextPiece(words.end, gap: 3)]
  }

  var confidence: [TextPiece] {
    words.confidence.map { [TextPiece("(\($0))", gap: 2)] } ?? []
  }

  var symbol: TextPiece { TextPiece(words.symbol, emphasis) }

  var emphasis: TerminalStyle.Emphasis {
    switch words.tone {
    case .good: .good
    case .neutral: .plain
    case .warning: .warning
    case .bad: .bad
    }
  }
}

extension SessionStory {
  private func writeReasons(to layout: inout TextLayout) {
    let shown = shownReasons
    for (index, reason) in shown.enumerated() {
      let sign: TextPiece =
        // What says that nothing is known speaks for nothing, and nothing can speak against it.
        if verdict.cause == .undetermined { TextPiece("·") } else if reason.bearing == .against {
          TextPiece("−", .warning)
        } else { TextPiece("+", .good) }
      var pieces = [sign, .sentence(reason.evidence.summary)]
      if let frames = words.frames(of: reason, most: Self.framesShown) {
        pieces.append(TextPiece("(\(frames))", .faint))
      }
      layout.add(label: index == 0 ? "Why" : "", pieces, hang: 2)
    }
    let hidden = verdict.evidence.count { $0.bearing != .context } - shown.count
    if hidden > 0 {
      layout.add(label: "", [TextPiece("and \(hidden) more with --all", .faint)])
    }
  }

  private var shownReasons: [WeighedEvidence] {
    let supporting = tellsAll ? Int.max : Self.supporting
    let opposing = tellsAll ? Int.max : Self.opposing
    return Array(verdict.evidence.filter { $0.bearing == .supports }.prefix(supporting))
      + verdict.evidence.filter { $0.bearing == .against }.prefix(opposing)
  }

  /// The server's certificate, where it may be what the client did not accept.
  private func writeCertificate(to layout: inout TextLayout) {
    guard verdict.isAboutCertificate, let view = words.certificate else { return }
    let certificate = view.seen.value
    var parts = [certificate.subject ?? "unreadable"]
    if let issuer = certificate.issuer, !certificate.isSelfIssued { parts.append("by \(issuer)") }
    if let key = certificate.key { parts.append(key.name) }
    if let end = certificate.notAfter { parts.append("valid until \(end.rfc3339.prefix(10))") }
    parts += view.findings.map { $0.rawValue.replacing("_", with: " ") }
    layout.add(label: "Cert", [.sentence(parts.joined(separator: ", "))])
  }

  /// The path's numbers, where they matter.
  private func writePath(to layout: inout TextLayout) {
    guard words.isAboutPath || !words.parts.isEmpty else { return }
    for (index, (direction, what)) in words.path.enumerated() {
      layout.add(
        label: index == 0 ? "Path" : "", [.sentence("\(direction): \(what)")], hang: 2)
    }
    for part in words.parts { layout.add(label: "", [.sentence(part)], hang: 2) }
  }

  /// The server's own number, by name, with its meaning and what to do about it.
  private func writeStatus(to layout: inout TextLayout) {
    guard let logon = words.logon, let status = logon.errorCode?.value,
      let code = logon.errorCodeText, let page = Handbook.explanation(status: status)
    else { return }
    let name = logon.errorName ?? page.title
    layout.add(label: "Code", [.sentence("\(code) \(name): \(page.meaning)")], hang: 2)
    if let fix = page.fixes.first, !verdict.nextAction.hasPrefix(fix.step) {
      let command = fix.command.map { " (\($0))" } ?? ""
      layout.add(label: "", [.sentence(fix.step + command)], hang: 2)
    }
  }

  /// What carries the session, and how that is known.
  private func writeCarrier(to layout: inout TextLayout) {
    guard let carrier = session.wire(where: \.showsRDP)?.carrier else { return }
    var parts = [carrier.kind.rawValue.replacing("_", with: " ")]
    if let host = carrier.host { parts.append(host) }
    if let target = carrier.targetText { parts.append("for \(target)") }
    if let response = carrier.response?.value {
      parts.append("HTTP \(response.status) \(response.reason)")
    }
    switch carrier.basis {
    case .serverName: parts.append("known by the name the client asked for")
    case .port: parts.append("known by its port")
    case .read: break
    }
    layout.add(label: "Via", [.sentence(parts.joined(separator: ", "))], hang: 2)
  }

  /// Where the data ran beside TCP: an idle TCP connection is then no stall.
  private func writeUDP(to layout: inout TextLayout) {
    for (index, transport) in (session.wire?.surroundings.udp ?? []).prefix(2).enumerated() {
      let kind =
        transport.isLossy.map { $0 ? "best-effort" : "reliable" } ?? transport.kind.rawValue
      let (orig, resp) = (transport.sent.client, transport.sent.server)
      let datagrams = orig.datagrams + resp.datagrams
      var parts = [Quantity.count(datagrams, "datagram")]
      if !transport.isEstablished { parts.append("never answered") }
      let repeats = orig.retransmissions + resp.retransmissions
      if repeats > 0 { parts.append("\(repeats) sent again") }
      parts.append("last \(SessionWords.second(transport.last.time.rfc3339).suffix(8)) UTC")
      layout.add(
        label: index == 0 ? "UDP" : "", [.sentence("\(kind): " + parts.joined(separator: ", "))],
        hang: 2)
    }
  }

  private func writeAlternatives(to layout: inout TextLayout) {
    var list = words.alternatives.map { "\($0.code) \($0.probability)" }
    guard !list.isEmpty else { return }
    if let open = words.openShare { list.append("open \(open)") }
    let label = verdict.cause == .undetermined ? "Maybe" : "Else"
    layout.add(label: label, [.sentence(list.joined(separator: ", "), .faint)])
  }
}

extension Verdict {
  /// The client left, or refused, where it had the certificate before it.
  fileprivate var isAboutCertificate: Bool {
    code.rawValue.hasPrefix("tls.certificate")
      || ["tls.alert", "tls.intercepted", "credssp.client_withdrew", "credssp.server_identity"]
        .contains(code.rawValue)
  }
}
