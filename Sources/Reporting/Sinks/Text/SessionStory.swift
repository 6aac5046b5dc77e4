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

  init(_ session: SessionView, namesInputs: Bool) {
    words = SessionWords(session)
    self.namesInputs = namesInputs
  }

  private var session: SessionView { words.session }
  private var verdict: Verdict { _read { yield words.session.verdict } }

  func write(to layout: inout TextLayout) {
    layout.add(heading, rest: 2)
    if let loss = words.captureLoss {
      layout.add([TextPiece("!", .warning), .sentence(loss)], first: 2, rest: 4)
    }
    layout.add(verdictLine, first: 2, rest: 4)
    layout.add([.sentence(verdict.summary)], first: 2, rest: 2)
    if let user = words.user { layout.add(label: "User", [TextPiece(user)]) }
    if namesInputs, !words.inputs.isEmpty {
      layout.add(label: "In", [TextPiece(words.inputs.joined(separator: ", "))])
    }
    writeCarrier(to: &layout)
    writeReasons(to: &layout)
    writeStatus(to: &layout)
    if let sites = words.sites { layout.add(label: "Sites", [.sentence(sites)]) }
    writeCertificate(to: &layout)
    writePath(to: &layout)
    Sparkline(session.wire?.connection.series)?.write(to: &layout)
    writeUDP(to: &layout)
    if !verdict.nextAction.isEmpty {
      layout.add(label: "Do", [.sentence(verdict.nextAction, .strong)])
    }
    writeAlternatives(to: &layout)
    for (index, need) in verdict.settledBy.enumerated() {
      layout.add(label: index == 0 ? "Need" : "", [.sentence(need)])
    }
  }

  /// Two lines, for sessions that ended well.
  func writeShort(to layout: inout TextLayout) {
    layout.add(heading, rest: 2)
    layout.add(
      [TextPiece(verdict.code.rawValue, .good)] + confidence
        + [.sentence("· " + verdict.summary)], first: 2, rest: 4)
  }

  /// One line, for the many that follow the full stories.
  func writeLine(to layout: inout TextLayout) {
    layout.add(
      [
        symbol, TextPiece(words.start), TextPiece(words.client, gap: 2), TextPiece("→"),
        TextPiece(words.server), TextPiece(verdict.code.rawValue, emphasis, gap: 2),
      ] + confidence, rest: 2)
  }

  private var heading: [TextPiece] {
    [
      symbol, TextPiece(words.client, .strong), TextPiece("→"), TextPiece(words.server, .strong),
      TextPiece(words.when, .faint, gap: 3), TextPiece(words.length, .faint, gap: 3),
    ]
  }

  private var verdictLine: [TextPiece] {
    [TextPiece(verdict.code.rawValue, emphasis)] + confidence + [TextPiece(words.end, gap: 3)]
  }

  private var confidence: [TextPiece] {
    words.confidence.map { [TextPiece("(\($0))", gap: 2)] } ?? []
  }

  private var symbol: TextPiece { TextPiece(words.symbol, emphasis) }

  private var emphasis: TerminalStyle.Emphasis {
    switch words.tone {
    case .good: .good
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
        reason.bearing == .against ? TextPiece("−", .warning) : TextPiece("+", .good)
      var pieces = [sign, .sentence(reason.evidence.summary)]
      if let frames = words.frames(of: reason, most: Self.framesShown) {
        pieces.append(TextPiece("(\(frames))", .faint))
      }
      layout.add(label: index == 0 ? "Why" : "", pieces, hang: 2)
    }
    let hidden = verdict.evidence.count { $0.bearing != .context } - shown.count
    if hidden > 0 {
      layout.add(label: "", [TextPiece("and \(hidden) more in the JSON output", .faint)])
    }
  }

  private var shownReasons: [WeighedEvidence] {
    Array(verdict.evidence.filter { $0.bearing == .supports }.prefix(Self.supporting))
      + verdict.evidence.filter { $0.bearing == .against }.prefix(Self.opposing)
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
    guard words.isAboutPath else { return }
    for (index, (direction, what)) in words.path.enumerated() {
      layout.add(
        label: index == 0 ? "Path" : "", [.sentence("\(direction): \(what)")], hang: 2)
    }
  }

  /// The server's own number, by name, with its meaning and what to do about it.
  private func writeStatus(to layout: inout TextLayout) {
    guard let logon = words.logon, let status = logon.errorCode?.value,
      let code = logon.errorCodeText, let page = Handbook.explanation(status: status)
    else { return }
    let name = logon.errorName ?? page.title
    layout.add(label: "Code", [.sentence("\(code) \(name): \(page.meaning)")], hang: 2)
    if let fix = page.fixes.first {
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
    let list = words.alternatives.map { "\($0.code) \($0.probability)" }
    guard !list.isEmpty else { return }
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
