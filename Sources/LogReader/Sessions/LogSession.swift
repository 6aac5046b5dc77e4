public import CaptureReader

/// One connection or session as a log, or several logs of one host, tell it.
public struct LogSession: Hashable, Sendable, Codable {
  public var program: LogProgram
  public var point: Point
  public var client: LogEndpoint?
  public var server: LogEndpoint?
  public var user: String?
  /// The client's computer name.
  public var clientHost: String?
  /// The computer that wrote the log.
  public var computer: String?
  /// What ties the records together: ActivityID, session id, process and thread.
  public var identity: String
  public var first: Timestamp
  public var last: Timestamp
  /// Inputs whose records it has.
  public var inputs: [Int]
  /// In the order in which they happened.
  public var events: [LogEvent]
  /// What happened to the host meanwhile: sleep, link, restart, service.
  public var hostEvents: [LogEvent] = []
  public var phase = Phase.tcp
  /// A short connection that checks the port, or that a client makes before its real one.
  public var isProbe = false
  /// A real connection of the same client follows within seconds.
  public var isFollowed = false
  /// The client made it by itself, to come back to a session that was lost.
  public var isReconnect = false
  /// Refused log-ons of the same attack; 0 where it belongs to none.
  public var attackSize = 0
  /// No record tells an end.
  public var isOpen = true
  /// Where the second changes on the scale of foreign milliseconds; nil where they are not foreign.
  public var secondChange: SecondChange?
  /// What its times rest on that its log does not tell; nil where it tells all.
  public var timeBasis: TimeBasis?
  /// No connection: events of a host alone.
  public var isHostOnly = false
  /// No connection: refused network log-ons that nothing says to be Remote Desktop's.
  public var networkLogons: NetworkLogons?

  /// Where the log stood.
  public enum Point: String, Hashable, Sendable, Codable {
    case client, server, gateway, between, host
  }

  /// How far the connection came, as the log tells.
  public enum Phase: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
    case tcp, x224, tls, credssp, mcs, licensing, active

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (one: Self, other: Self) -> Bool { one.order < other.order }
  }

  public init(_ program: LogProgram, at point: Point, identity: String, events: [LogEvent] = []) {
    self.program = program
    self.point = point
    self.identity = identity
    self.events = []
    inputs = []
    first = events.first?.time ?? Timestamp(nanoseconds: 0)
    last = first
    for event in events { add(event) }
  }

  public var duration: TimeSpan { last.since(first) }

  /// The server as the log names it; a server's own log is of the computer that wrote it.
  public var serverName: String? { server?.address ?? (point == .server ? computer : nil) }

  func has(_ kind: LogEventKind) -> Bool { events.contains { $0.kind == kind } }
  func has(key: String) -> Bool { events.contains { $0.key == key } }

  /// Takes an event and what it tells of the identity.
  mutating func add(_ event: LogEvent, limit: Int = LogLimits().eventsOfSession) {
    // A record without a time is no begin.
    if events.isEmpty || first.nanoseconds == 0 && last.nanoseconds == 0 {
      (first, last) = (event.time, event.time)
    }
    if event.time.nanoseconds != 0 || events.isEmpty {
      first = min(first, event.time)
      last = max(last, event.time)
    }
    if !inputs.contains(event.reference.input) {
      inputs.append(event.reference.input)
      inputs.sort()
    }
    if let found = event.client, !found.isLocal,
      client == nil || (client?.port == nil && client?.address == found.address)
    {
      client = found
    }
    if let found = event.server, server == nil || server?.port == nil { server = found }
    user = user ?? event.user
    clientHost = clientHost ?? event.clientHost
    computer = computer ?? event.source.computer
    phase = max(phase, event.phase)
    // The first half and the newest: what begins a session and what ends it.
    if events.count >= max(4, limit) { events.remove(at: max(4, limit) / 2) }
    events.append(event)
  }
}

extension LogEvent {
  /// How far a connection is that has this event.
  var phase: LogSession.Phase {
    switch kind {
    case .securityChosen, .negotiationRefused: .x224
    case .tlsEstablished, .certificateRefused: .tls
    case .clientNamed: .mcs
    case .logonSucceeded where key == "rdpclient.1027": .active
    case .logonSucceeded: .credssp
    case .licensingFailed: .licensing
    case .sessionConnected, .sessionReconnected, .sessionLoggedOff: .active
    case .transportError where key == "xrdp.read_reset": .tls
    case .consequence where key == "xrdp.read_failed": .tls
    case .consequence where key == "xrdp.no_initial": .x224
    case .phaseReached where key == "rdpcorets.104" || key == "lsm.22": .active
    case .phaseReached where key == "rdpcorets.66": .mcs
    // Who is disconnected from a session had one.
    case .sessionDisconnected where key == "lsm.24" || key == "lsm.39" || key == "security.4779":
      .active
    case .sessionDisconnected where key == "lsm.40": endsSession ? .active : .tcp
    case .sessionDisconnected where key == "gateway.303": .active
    case .sessionTakenOver: .active
    case .errorInfo: endsSession ? .active : .tcp
    case .consequence where key == "freerdp.network_disconnect" || key == "freerdp.check_fds":
      .active
    case .protocolError where key.hasPrefix("freerdp.update") || key == "freerdp.orders": .active
    case .userClosed where key.hasPrefix("xrdp.disconnect_request"): .mcs
    case .tlsFailed: .tls
    case .logonRefused: .credssp
    default: .tcp
    }
  }

  /// The reason is one that only a running session has: limits, take-over, the user's own end.
  private var endsSession: Bool {
    guard let code, code.system == .errorInfo else { return false }
    return Self.reasonsOfSessions.contains(code.value)
  }

  static let reasonsOfSessions: Set<UInt32> = [3, 4, 5, 0xb, 0xc]
}
