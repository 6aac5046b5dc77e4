import CaptureReader
import Evidence
import LogReader
import RDPProtocol
import TCPStreams

/// What would settle a verdict that the witnesses leave open: which data that was not given, and what each
/// thing it can show would mean.
struct MissingData {
  /// Below this confidence of a named cause, a user is told what would settle it.
  private static let settled = 0.8
  private static let settledAlike = 0.9
  private static let most = 4

  private let code: VerdictCode
  private let facts: SessionFacts
  private let evidence: Set<EvidenceCode>
  private let server: ServerKind
  /// Families of the log records that were given: `lsm`, `rdpcorets`, `sesman`.
  private let families: Set<String>

  static func wishes(
    _ code: VerdictCode, facts: SessionFacts, evidence: [Evidence], confidence: Double
  ) -> [String] {
    guard let wire = facts.wire else {
      guard code.cause == .undetermined else { return [] }
      return Array(MissingData(code, facts, evidence).ofLogs.prefix(most))
    }
    // A program that was ended and one that closes so look alike, however often it was the first.
    let isAlike =
      code == .clientTerminated
      && evidence.contains { $0.code == .clientFINWithoutAlert }
    guard code.cause == .undetermined || confidence < (isAlike ? settledAlike : settled) else {
      return []
    }
    if code == .undeterminedNotRDP { return [stranger] }
    if wire.isHiddenByCarrier { return [insideTheCarrier] }
    let wishes = MissingData(code, facts, evidence).ofPackets(wire)
    return Array((wishes.isEmpty ? [longer] : wishes).prefix(most))
  }

  private init(_ code: VerdictCode, _ facts: SessionFacts, _ evidence: [Evidence]) {
    self.code = code
    self.facts = facts
    self.evidence = Set(evidence.filter { $0.strength > 0 }.map(\.code))
    server = ServerKind(facts)
    var families: Set<String> = []
    for log in facts.logs {
      for event in log.session.events + log.session.hostEvents {
        families.insert(String(event.key.prefix { $0 != "." }))
      }
    }
    self.families = families
  }

  // MARK: Beside packets

  private func ofPackets(_ wire: WireFacts) -> [String] {
    var wishes: [String] = []
    if wire.isContentHidden { wishes.append(Self.wholePackets) }
    if wire.connection.isOneSided { wishes.append(Self.bothDirections) }
    if wire.goodbye == nil, !wire.connection.isOneSided { wishes.append(Self.longer) }
    if wire.connection.isMidStream { wishes.append(Self.fromTheStart) }
    let isLogonOpen = wire.credssp.expected && wire.phase <= .credssp
    if isLogonOpen, !families.contains("security") { wishes.append(Self.securityLog) }
    if mayBeTimer { wishes.append(Self.relayLog) }
    if wire.phase == .active {
      if mayBeClients { wishes.append(Self.clientLog) }
      if let log = sessionLog { wishes.append(log) }
    }
    if wire.isEstablished, !isSeenAtBothEnds, !mayBeClients { wishes.append(otherEnd(wire)) }
    if isLogonOpen || evidence.contains(.rdpLogonUnseen), wire.trace.tls.version != nil,
      wire.trace.decrypted == nil
    {
      wishes.append(Self.keys)
    }
    return wishes
  }

  private var isSeenAtBothEnds: Bool {
    facts.witnesses.count { $0.kind == .capture } > 1
  }

  /// A timer closed it, and nobody knows whose.
  private var mayBeTimer: Bool {
    !evidence.isDisjoint(with: [
      .serverClosedByTimer, .clientSideClosedByTimer, .pathRelayClosed, .pathRelayEnded,
    ])
  }

  /// The client went: its user, its program or its computer.
  private var mayBeClients: Bool {
    code == .clientTerminated || code == .cleanClientClosed
  }

  /// What the server's own log would tell of the end; nil where it was given.
  private var sessionLog: String? {
    if !families.isDisjoint(with: ["lsm", "sesman", "grd"]) { return nil }
    switch server {
    case .xrdp: return Self.sesmanLog
    case .gnome: return Self.gnomeLog
    case .windows, .unknown: return Self.windowsLog
    }
  }

  private func otherEnd(_ wire: WireFacts) -> String {
    let end = wire.connection.capturePoint == .server ? "client" : "server"
    return
      "a capture at the \(end) of the same moment: packets that are in one and not in the other "
      + "were lost or made between them; if both agree, the host that fell silent or closed did it"
  }

  // MARK: Beside logs

  /// The next log first: it is mostly there already, and a capture never is.
  private var ofLogs: [String] {
    var wishes: [String] = []
    let points = Set(facts.logs.map(\.session.point))
    let isServers = points.contains(.server) || points.contains(.host)
    switch server {
    case .xrdp where !families.contains("sesman"): wishes.append(Self.sesmanLog)
    case .windows where isServers:
      if !families.contains("lsm") { wishes.append(Self.windowsLog) }
      if !families.contains("rdpcorets") { wishes.append(Self.coreLog) }
    case .xrdp, .gnome, .windows, .unknown: break
    }
    if !isServers, server == .unknown || server == .windows { wishes.append(Self.windowsLog) }
    if isServers, !points.contains(.client) { wishes.append(Self.clientLog) }
    return wishes + [Self.packets]
  }

  // MARK: Words

  private static let packets =
    "a capture at either end of the next failure: the first FIN or RST names the side that ended "
    + "the session, data sent again without an answer means the path"

  private static let insideTheCarrier =
    "a capture between the gateway and the RDP server: there the session itself is visible, and "
    + "its end tells the gateway's path from the server"

  private static let wholePackets =
    "a capture of whole packets (snap length 0): the handshakes show how far the session came, and "
    + "a refusal in them is the cause"

  private static let bothDirections =
    "a capture of both directions: acknowledgements that stop mean the path failed; if they go on, "
    + "the first FIN or RST names the side that ended it"

  private static let longer =
    "a longer capture: a FIN or RST names the side that gave up, data sent again and again without "
    + "an answer means the path, and traffic that goes on that nothing dropped"

  private static let fromTheStart =
    "a capture from the session's start: a refusal in the negotiation or log-on shows there; "
    + "without one the session was up, and its end decides"

  private static let securityLog =
    "the server's Security log: event 4625 means a refused log-on, and its sub-status says why; "
    + "none, and LsaSrv 6041 in the client's System log, means a version policy; neither, that the "
    + "client left by itself"

  /// Event 24 comes with every disconnection, a lost network's too.
  private static let windowsLog =
    "the server's LocalSessionManager log of that minute (xrdp: xrdp-sesman.log): event 40 with "
    + "reason 11 or 12 means the user, 3 or 4 a limit, 5 another log-on, 0 a closed window or a "
    + "lost network; 23 a log-off; 24 alone says nothing; no entry, that the server itself went "
    + "down"

  private static let coreLog =
    "the server's RdpCoreTS log of that minute: error 121 in event 143 or 226 means that nothing "
    + "was acknowledged any more (path), 64 that the client's side closed"

  private static let sesmanLog =
    "xrdp-sesman.log of that minute: \"terminated session\" with the window manager's end before "
    + "it means the desktop, a refusal the log-on, nothing that xrdp itself or the connection ended"

  private static let gnomeLog =
    "the journal of gnome-remote-desktop of that minute (journalctl --user -u gnome-remote-desktop)"

  private static let relayLog =
    "the log of the relay, load balancer or gateway on the way: haproxy writes cD or sD for an "
    + "idle limit and SD for a server that closed, nginx \"upstream timed out\""

  private static let clientLog =
    "the client's own logs of that second: RDPClient event 1026 with the reason, Application 1000 "
    + "to 1002 for a crash, System 42 or 506 for sleep, 10001 and 8003 for a lost network"

  private static let keys =
    "a TLS key log of the session: with it the server's own error code is read, which tells "
    + "password, account, right and policy apart"

  private static let stranger =
    "what connected from the client's address: a monitor or scanner means that nothing is wrong, "
    + "an RDP client that something on the way or on this port speaks another protocol"
}
