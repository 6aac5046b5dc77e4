import Attribution
import Evidence
import RDPProtocol

/// What reports for tickets and browsers say about a session, before a form escapes it.
struct SessionWords {
  let session: SessionRecord

  var client: String { SessionStory.endpoint(session.originHost, session.originPort) }
  var server: String { SessionStory.endpoint(session.responderHost, session.responderPort) }

  /// `2026-03-01 14:05:07 UTC`.
  var moment: String { SessionStory.moment(session.ts) + " UTC" }
  var length: String { Quantity.duration(session.duration) }

  /// `97 % sure`; nil where no cause was decided.
  var confidence: String? {
    guard session.verdict.cause != .undetermined else { return nil }
    return Quantity.confidence(session.verdict.confidence) + " sure"
  }

  var symbol: String {
    switch session.verdict.cause {
    case .clean: session.degraded ? "!" : "✓"
    case .undetermined: "?"
    default: "✗"
    }
  }

  /// `phase credssp, ended by server, path degraded`.
  var end: String {
    let who =
      switch session.endedBy {
      case .nobody: "not ended"
      case .unknown: "end not seen"
      case .client, .server: "ended by \(session.endedBy.rawValue)"
      case .path: "ended by the path"
      }
    let path = session.degraded && session.verdict.cause != .network ? ", path degraded" : ""
    return "phase \(session.phase.rawValue), \(who)\(path)"
  }

  /// The alternatives that say something, with their probabilities.
  var alternatives: [(code: String, probability: String)] {
    session.verdict.alternatives.filter { $0.confidence >= 0.01 }.prefix(3).map {
      ($0.code, Quantity.confidence($0.confidence))
    }
  }

  /// A display filter that finds the connection in Wireshark, whatever number it has there.
  var displayFilter: String {
    let family = session.originHost.contains(":") ? "ipv6" : "ip"
    return "\(family).addr == \(session.originHost) && \(family).addr == \(session.responderHost)"
      + " && tcp.port == \(session.originPort) && tcp.port == \(session.responderPort)"
  }

  /// `#19, #20`; with the input's name where the session runs through several inputs.
  func frames(of evidence: EvidenceRecord, mark: String = "#") -> String? {
    guard !evidence.frames.isEmpty else { return nil }
    let isSpread = session.inputs.count > 1
    return evidence.frames.map { frame in
      let name = frame.input.flatMap { isSpread ? $0.split(separator: "/").last : nil }
      return (name.map { "\($0) " } ?? "") + "\(mark)\(frame.frame)"
    }
    .joined(separator: ", ")
  }

  /// The session's names for people: who connected to what, as far as it was read.
  var names: [(label: String, value: String)] {
    let rdp = session.rdp
    let inside = session.credssp?.decrypted
    let account = inside?.user.map { user in
      inside?.domain.map { "\($0)\\\(user)" } ?? user
    }
    let entries: [(String, String?)] = [
      ("Account", account), ("Cookie", rdp?.cookie), ("Client name", rdp?.clientName),
      ("Server name", session.tls?.serverName ?? inside?.serverName),
      ("TLS", session.tls?.version), ("Certificate", session.tls?.certificate?.subject),
      ("Negotiation failure", rdp?.failureName), ("Error info", rdp?.errorInfoName),
      ("NTSTATUS", inside?.errorName ?? inside?.errorCode),
    ]
    return entries.compactMap { label, value in value.map { (label, $0) } }
  }

  /// What the path did in each direction.
  var path: [(direction: String, what: String)] {
    guard let health = session.health else { return [] }
    return [
      ("client → server", Self.path(health.orig)),
      ("server → client", Self.path(health.resp)),
    ]
  }

  private static func path(_ health: HealthRecord.Direction) -> String {
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
    return parts.joined(separator: ", ")
  }
}
