import Evidence
import LogReader
import RDPProtocol
import TCPStreams

/// How far a session came, as one witness tells it; nil where it does not tell.
struct JoinCourse {
  private(set) var isEstablished: Bool?
  /// The server refused the security protocols.
  private(set) var wasRefused: Bool?
  /// The desktop came.
  private(set) var isActive: Bool?

  init() {}

  init(_ wire: WireFacts) {
    let handshake = wire.connection.handshake
    if wire.isEstablished {
      isEstablished = true
    } else if handshake.syn != nil, handshake.synAck == nil, !wire.connection.lacksOneDirection {
      isEstablished = false
    }
    switch wire.trace.confirm?.value {
    case .failure?: wasRefused = true
    // A client may refuse what the server chose.
    case .selected?, .withoutNegotiation?: wasRefused = wire.phase > .x224 ? false : nil
    case nil: break
    }
    if wire.phase == .active {
      isActive = true
    } else if wasRefused == true || isEstablished == false {
      isActive = false
    }
  }

  init(_ session: LogSession) {
    let kinds = Set(session.events.map(\.kind))
    let hasDesktop = !kinds.isDisjoint(with: [.sessionConnected, .sessionReconnected])
    let isSecured = hasDesktop || kinds.contains(.tlsEstablished)
    let hasFailed = !kinds.isDisjoint(with: [.connectFailed, .nameNotFound])
    // A log that tells of several tries may mean any of them.
    if isSecured || kinds.contains(.securityChosen) {
      isEstablished = hasFailed ? nil : true
    } else if hasFailed {
      isEstablished = false
    }
    let isRefused = kinds.contains(.negotiationRefused)
    if isRefused != isSecured { wasRefused = isRefused }
    if hasDesktop {
      isActive = true
    } else if hasFailed || isRefused && !isSecured
      || session.program == .freeRDP && session.point == .client
        && !kinds.isDisjoint(with: [.certificateRefused, .tlsFailed, .logonRefused])
    {
      isActive = false
    }
  }

  /// Both cannot be true of one session.
  func contradicts(_ other: JoinCourse) -> Bool {
    func differ(_ one: Bool?, _ two: Bool?) -> Bool { one != nil && two != nil && one != two }
    return differ(isEstablished, other.isEstablished) || differ(wasRefused, other.wasRefused)
      || differ(isActive, other.isActive)
  }
}
