import CaptureReader
import Evidence
import LogReader

/// The log record that speaks most for a verdict, and who wrote it: headline and advice follow from it.
struct DecidingRecord {
  /// The finding's code: `log.link_down`.
  let code: String
  let verdict: VerdictCode
  /// The finding's sentence.
  let words: String
  /// The records themselves, as far as the session holds them.
  let events: [LogEvent]
  /// The session of the log that has the record.
  let session: LogSession
  /// What all logs of the session find.
  let findings: Set<String>
  let server: ServerKind
  /// Packets show the session too.
  let hasPackets: Bool

  /// Nil where no record of a log speaks for the verdict.
  init?(for verdict: VerdictCode, facts: SessionFacts, evidence: [Evidence]) {
    var best: (evidence: Evidence, weight: Double)?
    for item in evidence where item.strength > 0 && item.kind == .log {
      let weights = LogWeights.table[item.code.rawValue] ?? []
      let weight = (weights.first { $0.code == verdict.rawValue }?.weight ?? 0) * item.strength
      if weight > best?.weight ?? 0 { best = (item, weight) }
    }
    guard let best, let first = facts.logs.first?.session else { return nil }
    self.verdict = verdict
    code = best.evidence.code.rawValue
    words = best.evidence.summary
    findings = Set(evidence.filter { $0.strength > 0 }.map(\.code.rawValue))
    server = ServerKind(facts)
    hasPackets = facts.wire != nil
    let places = best.evidence.references
    var owner: LogSession?
    var events: [LogEvent] = []
    for log in facts.logs {
      let found = (log.session.events + log.session.hostEvents).filter {
        places.contains($0.reference)
      }
      if !found.isEmpty, owner == nil { owner = log.session }
      events += found
    }
    session = owner ?? first
    self.events = events
  }

  /// The log is the client's: what it says of a host, it says of the client's.
  var isClients: Bool { session.point == .client }

  /// Whose machine the record speaks of.
  var whose: String {
    switch session.point {
    case .client: "the client's"
    case .gateway: "the gateway's"
    case .server, .host, .between: "the server's"
    }
  }

  func has(_ key: String) -> Bool { events.contains { $0.key == key } }
  func hasKey(from prefix: String) -> Bool { events.contains { $0.key.hasPrefix(prefix) } }
  func has(_ program: LogProgram) -> Bool { events.contains { $0.source.program == program } }

  /// A number of the records.
  func number(_ system: LogCode.System) -> UInt32? {
    events.lazy.compactMap(\.code).first { $0.system == system }?.value
  }

  /// What the records say beyond their code.
  var text: String? { events.lazy.compactMap(\.text).first { !$0.isEmpty } }

  /// A sentence of `text`, in brackets, where there is one.
  var named: String { text.map { " (\($0))" } ?? "" }
}

/// What kind of RDP server it is, as its own log shows: commands of another do not exist there.
enum ServerKind {
  case windows, xrdp, gnome, unknown

  init(_ facts: SessionFacts) {
    let sessions = facts.logs.map(\.session)
    let programs = Set(sessions.map(\.program))
    if programs.contains(.xrdp) || programs.contains(.sesman) {
      self = .xrdp
    } else if programs.contains(.gnomeRemoteDesktop) {
      self = .gnome
    } else if programs.contains(.virtualDesktop)
      || sessions.contains(where: { $0.program == .windows && $0.point != .client })
    {
      self = .windows
    } else {
      self = .unknown
    }
  }

  /// Where the server's own words stand.
  var logs: String {
    switch self {
    case .windows: "RdpCoreTS, LocalSessionManager and RemoteConnectionManager"
    case .xrdp: "/var/log/xrdp.log and xrdp-sesman.log"
    case .gnome: "the journal of gnome-remote-desktop"
    case .unknown:
      "Windows RdpCoreTS and LocalSessionManager, xrdp /var/log/xrdp.log and xrdp-sesman.log"
    }
  }
}
