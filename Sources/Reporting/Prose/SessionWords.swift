import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// The text about a session for people: terminals, tickets and browsers escape it in their own ways.
struct SessionWords {
  /// Whether it ended well.
  enum Tone { case good, neutral, warning, bad }

  /// Alternatives below this probability say nothing.
  private static let alternativeFloor = 0.01
  private static let alternativesShown = 3

  let session: SessionView
  /// Names of the inputs that hold its packets, and what references number them by.
  let inputs: [String]
  let inputNumbers: [Int]
  /// The reader's clock, where it was asked for.
  let zone: ReportZone?

  init(_ session: SessionView, zone: ReportZone? = nil) {
    self.session = session
    self.zone = zone
    inputNumbers = session.names.indices(of: session)
    inputs = inputNumbers.compactMap { session.names[$0] }
  }

  var verdict: Verdict { _read { yield session.verdict } }
  var client: String { Self.endpoint(session.identity.client) }
  var server: String { Self.endpoint(session.identity.server) }

  /// Its first packet: `2026-03-01 14:05:07`.
  var start: String {
    assumed.isUntimed ? "no time" : Self.second(session.identity.start.rfc3339)
  }
  /// The same with its zone; lines of a log need not say when they were written.
  var when: String {
    if assumed.isUntimed { return "no time in the record" }
    return start + " UTC" + (assumed.brief.map { " (\($0))" } ?? "")
  }
  /// What its times rest on that its logs do not tell.
  var assumed: AssumedTimes { AssumedTimes(session.session.facts) }
  var length: String { Quantity.duration(session.duration.secondsRounded) }

  static func endpoint(_ endpoint: Endpoint?) -> String {
    guard let endpoint else { return "unknown" }
    let host = endpoint.address.description
    // Logs know addresses without ports.
    if endpoint.port == 0 { return host }
    return host.contains(":") ? "[\(host)]:\(endpoint.port)" : "\(host):\(endpoint.port)"
  }

  /// Date and time to the second, of a time as RFC 3339 writes it.
  static func second(_ timestamp: String) -> String {
    timestamp.prefix(10) + " " + timestamp.dropFirst(11).prefix(8)
  }

  private static let tellingDifference = 0.05

  /// `97 % sure`; nil where no cause was decided: the guesses carry their own.
  var confidence: String? {
    guard verdict.cause != .undetermined else { return nil }
    let cause = Quantity.confidence(verdict.confidence.rounded(toPlaces: 4))
    let code = verdict.codeConfidence
    // Told where it makes a difference to a reader.
    guard code > 0, verdict.confidence - code >= Self.tellingDifference else {
      return cause + " sure"
    }
    let share = Quantity.confidence(code.rounded(toPlaces: 4))
    return "\(cause) sure of the cause, \(share) of the code"
  }

  var tone: Tone {
    switch verdict.cause {
    case .clean: verdict.degraded ? .warning : fate == .ended && !isTooShort ? .good : .neutral
    case .undetermined: fate == .notRDP ? .neutral : .warning
    default: .bad
    }
  }

  /// The server ended a session that had hardly begun: nobody wanted that.
  private var isTooShort: Bool {
    verdict.code == .cleanServerClosed && session.wire != nil
      && session.duration < Self.shortest
  }

  private static let shortest = TimeSpan.seconds(10)

  var symbol: String {
    switch verdict.cause {
    // A tick is for what ended in order: a scan is not good, and what runs on has not ended.
    case .clean: verdict.degraded ? "!" : fate == .ended && !isTooShort ? "✓" : "○"
    case .undetermined: fate == .notRDP ? "○" : "?"
    default: "✗"
    }
  }

  /// The path's numbers matter.
  var isAboutPath: Bool { verdict.degraded || verdict.cause == .network }

  /// `phase credssp, ended by server, path degraded`; the last goes without saying where the path is
  /// the cause.
  var end: String {
    let who =
      switch verdict.endedBy {
      case .nobody: "not ended"
      case .unknown: "end not seen"
      case .client, .server: "ended by \(verdict.endedBy.rawValue)"
      case .path: "ended by the path"
      }
    let path = verdict.degraded && verdict.cause != .network ? ", path degraded" : ""
    return "phase \(verdict.phase.rawValue), \(who)\(path)"
  }

  /// The alternatives that say something, with their probabilities.
  var alternatives: [(code: String, probability: String)] {
    guesses.map { ($0.code, Quantity.confidence($0.share)) }
  }

  private var guesses: [(code: String, share: Double)] {
    verdict.alternatives
      // Other ways of not knowing are no alternative to not knowing.
      .filter { verdict.cause != .undetermined || $0.code.cause != .undetermined }
      .map { (code: $0.code.rawValue, share: $0.confidence.rounded(toPlaces: 4)) }
      .filter { $0.share >= Self.alternativeFloor }.prefix(Self.alternativesShown)
      .map { $0 }
  }

  /// What no guess takes, where nothing was decided.
  var openShare: String? {
    guard verdict.cause == .undetermined, !guesses.isEmpty else { return nil }
    return Quantity.confidence(max(0, 1 - guesses.reduce(0) { $0 + $1.share }))
  }

  /// A display filter that finds the connection in Wireshark, whatever number it has there.
  var displayFilter: String? {
    guard let client = session.identity.client, let server = session.identity.server else {
      return nil
    }
    let family = client.address.isV4 ? "ip" : "ipv6"
    return "\(family).addr == \(client.address) && \(family).addr == \(server.address)"
      + " && tcp.port == \(client.port) && tcp.port == \(server.port)"
  }

  /// Event logs number their records; in texts a record's number is its line's.
  private func isEventLog(_ input: Int) -> Bool {
    let name = session.names[input]?.lowercased() ?? ""
    return name.hasSuffix(".evtx") || name.hasSuffix(".etl")
  }

  /// `#19, #20`; with the input's letter where the session runs through several inputs.
  func frames(
    of evidence: WeighedEvidence, most: Int = .max, mark: String = "#"
  ) -> String? {
    let references = evidence.evidence.references
    guard !references.isEmpty else { return nil }
    let shown = references.prefix(most).map { reference in
      let letter =
        inputs.count > 1 && session.names[reference.input] != nil
        ? name(ofInput: reference.input) : nil
      // Lines and records of logs are no frames.
      if evidence.evidence.kind == .log {
        let word = isEventLog(reference.input) ? "record" : "line"
        return (letter.map { "\($0)\u{A0}" } ?? "") + "\(word)\u{A0}\(reference.frame)"
      }
      let sign = mark.isEmpty && letter != nil ? "\u{A0}" : mark
      return (letter ?? "") + "\(sign)\(reference.frame)"
    }
    return shown.joined(separator: ", ") + (references.count > most ? " …" : "")
  }
}

extension SessionWords {
  /// What was read with the session's keys of its log-on.
  var logon: CredSSPTrace? { session.wire(where: \.showsCredSSP)?.trace.decrypted?.credssp }

  var certificate: CertificateView? { session.wire(where: \.showsTLS)?.certificate }

  /// The session's names for people: who connected to what, as far as it was read.
  var names: [(label: String, value: String)] {
    let rdp = session.wire(where: \.showsRDP)
    let tls = session.wire(where: \.showsTLS)
    let logon = logon
    let account = logon?.account.user.map { user in
      logon?.account.domain.map { "\($0)\\\(user)" } ?? user
    }
    let entries: [(String, String?)] = [
      ("Client site", Self.site(session.session.client)),
      ("Server site", Self.site(session.session.server)), ("Account", account),
      ("Cookie", rdp?.trace.request?.value.cookie),
      ("Client name", rdp?.trace.mcs.clientName),
      ("Server name", tls?.trace.tls.clientHello?.value.serverName ?? logon?.serverName),
      ("TLS", tls?.trace.tls.versionName), ("Certificate", certificate?.seen.value.subject),
      ("Negotiation failure", rdp?.failureCode?.name),
      ("Error info", rdp?.trace.mcs.errorInfo?.value.name),
      ("NTSTATUS", logon?.errorName ?? logon?.errorCodeText),
    ]
    return entries.compactMap { label, value in value.map { (label, $0) } }
  }

  /// Where both ends are, as far as the user has said it.
  var sites: String? {
    let ends = [("client", session.session.client), ("server", session.session.server)]
    let words = ends.compactMap { end, place in Self.site(place).map { "\(end) \($0)" } }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private static func site(_ place: SiteMap.Place?) -> String? {
    let words = [place?.site, place?.gateway.map { "gateway \($0)" }].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// What the path did in each direction.
  var path: [(direction: String, what: String)] {
    guard let wire = session.wire else { return [] }
    let both = session.session.facts.path?.sent
    return [
      (
        "client → server",
        Self.path(wire[.client], both?.client, answer: Self.answer(to: .client, wire.connection))
      ),
      (
        "server → client",
        Self.path(wire[.server], both?.server, answer: Self.answer(to: .server, wire.connection))
      ),
    ]
  }

  /// What the time until a side's data is acknowledged says: the network's round trip where the capture
  /// stands at that side, the other host's own delay where it stands at the other.
  private static func answer(to side: Side, _ connection: ConnectionRecord) -> String {
    switch (connection.capturePoint, side) {
    case (.client, .client), (.server, .server): "round trip"
    case (.client, .server): "the client acknowledged within"
    case (.server, .client): "the server acknowledged within"
    case (.middle, _), (.unknown, _): "from here to the \(side.other.rawValue) and back"
    }
  }

  /// Between neighbouring points of several captures: what was lost of each side, also where that is nothing.
  var parts: [String] {
    guard let path = session.session.facts.path else { return [] }
    let parts =
      path.parts.isEmpty && path.points.count > 1
      ? [
        PathFacts.Part(
          from: path.points[0].name, to: path.points[path.points.count - 1].name,
          lost: PerSide(client: path.sent.client.lost, server: path.sent.server.lost))
      ] : path.parts
    return parts.map { part in
      let lost = part.lost.client.addingSaturating(part.lost.server)
      guard lost > 0 else { return "between \(part.from) and \(part.to) nothing was lost" }
      return "between \(part.from) and \(part.to) "
        + "\(Quantity.count(part.lost.client, "segment")) of the client and "
        + "\(part.lost.server) of the server were lost"
    }
  }

  /// - Parameter both: what two points prove of the direction; one alone cannot tell a lost segment
  ///   from a lost acknowledgement.
  private static func path(
    _ sent: DirectionRecord, _ both: PathFacts.Direction?, answer: String
  ) -> String {
    var parts = [Quantity.count(sent.packets, "packet")]
    if let both, both.sent > 0 {
      let share = Quantity.percent(Double(both.lost) / Double(both.sent))
      parts.append("\(both.lost) of \(both.sent) vanished on the way (\(share))")
    } else if let loss = loss(sent) {
      parts.append(loss)
    }
    // The same count as in the course below and in the drawings.
    let again = sent.repeatsShown
    if again > 0 { parts.append("\(again) sent again") }
    let trips = sent.roundTrip
    if let median = trips.quantile(0.5), let slow = trips.quantile(0.95) {
      parts.append(
        "\(answer) \(Quantity.duration(median.secondsRounded))"
          + " (95 % below \(Quantity.duration(slow.secondsRounded)))")
    }
    if let longest = sent.outages.filter(\.recovered).map(\.length.secondsRounded).max() {
      parts.append("longest outage \(Quantity.duration(longest))")
    }
    if let last = sent.lastOutage {
      let length = Quantity.duration(last.length.secondsRounded)
      parts.append("nothing acknowledged in the last \(length)")
    }
    return parts.joined(separator: ", ")
  }

  /// What the path lost of a direction, less the repeats into an outage that did not end: these tell how
  /// long it was, not how much the path loses. Few segments are counted, since a share of them says little.
  private static func loss(_ sent: DirectionRecord) -> String? {
    let all = sent.lossEstimate.rounded(toPlaces: 4)
    guard all > 0 else { return nil }
    let segments = Quantity.count(sent.dataPackets, "data segment")
    let lost = sent.retransmissions.needed.addingSaturating(sent.lostBeforeCapture)
    if let outage = sent.lastOutage {
      let before = lost - max(0, outage.attempts - 1)
      guard before >= fewLost else { return nil }
      let share = Quantity.percent(Double(before) / Double(max(1, sent.dataPackets)))
      return "\(share) of \(segments) lost before the outage"
    }
    if lost < fewLost { return "\(lost) of \(segments) lost" }
    return "\(Quantity.percent(all)) of \(segments) lost"
  }

  private static let fewLost = 3
}

extension DirectionRecord {
  /// The outage that went on to the connection's end.
  fileprivate var lastOutage: Outage? { self.outages.last.flatMap { $0.recovered ? nil : $0 } }

  /// Segments that were sent again, and those that came for the first time after they had been lost before
  /// the capture: what the courses count too.
  fileprivate var repeatsShown: Int {
    self.retransmissions.total.addingSaturating(self.retransmissions.syn)
      .addingSaturating(self.retransmissions.fin).addingSaturating(self.lostBeforeCapture)
  }
}

extension WeighedEvidence.Bearing {
  /// What it is called in a table.
  var title: String {
    switch self {
    case .supports: "for"
    case .against: "against"
    case .context: "context"
    }
  }
}
