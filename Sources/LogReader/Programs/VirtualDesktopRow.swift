import CaptureReader

/// A row of Azure Virtual Desktop's diagnostics (`WVDErrors`, `WVDConnections`), from CSV or JSON.
enum VirtualDesktopRow {
  /// A row of `WVDErrors` has a symbolic code, one of `WVDConnections` a state.
  static func isRow(_ row: JSONValue) -> Bool {
    row.any("CodeSymbolic") != nil
      || row.any("CorrelationId") != nil && row.any("State") != nil
        && row.any("SessionHostName", "ClientOS", "ClientType", "UserName") != nil
  }

  static func read(_ row: JSONValue, number: Int, into log: inout LogCollector) {
    let stamp = row.any("TimeGenerated", "TimeGenerated [UTC]", "Timestamp", "time")?.text ?? ""
    var civil = CivilTime.local(Array(stamp.utf8)[...], dayFirst: false)
    // The service writes UTC.
    if civil?.zoneOffset == nil { civil?.zoneOffset = 0 }
    let time = civil.map { log.clock.time(of: $0) } ?? Timestamp(nanoseconds: 0)
    log.count(LogProgram.virtualDesktop.rawValue, civil == nil ? nil : time)
    let name = row.any("CodeSymbolic")?.text ?? row.any("State")?.text.map { "State\($0)" } ?? ""
    guard let meaning = VirtualDesktopCodes.all.first(where: { name.contains($0.name) }) else {
      return
    }
    var event = LogEvent(
      meaning.kind, key: "avd.\(meaning.name.lowercased())",
      at: ItemReference(input: 0, frame: number, time: time), timeText: stamp.shortened(60),
      source: LogEvent.Source(.virtualDesktop))
    event.server = row.any("SessionHostName")?.text.flatMap { LogEndpoint(parsing: $0) }
    event.client = row.any("ClientSideIPAddress", "ClientIPAddress")?.text.flatMap {
      LogEndpoint(parsing: $0)
    }
    event.code = LogCode(
      .virtualDesktop, row.any("Code")?.text.flatMap(EventRecord.number) ?? 0,
      name: name.shortened(80))
    event.user = row.any("UserName")?.text?.shortened(128)
    event.activity = row.any("CorrelationId")?.text?.lowercased().shortened(64)
    event.text = row.any("Message")?.text?.shortened(200)
    log.add(event)
  }
}

/// Symbolic codes that say why a session of Azure Virtual Desktop ended.
enum VirtualDesktopCodes {
  static let all: [(name: String, kind: LogEventKind, meaning: String)] = [
    ("MissedHeartbeat", .transportError, "Heartbeats stayed away: the path was silent"),
    ("UnexpectedNetworkDisconnect", .transportError, "The network connection was lost"),
    ("ConnectionFailedClientDisconnect", .peerClosed, "The client left while connecting"),
    (
      "ReverseConnectResponseTimeout", .transportError,
      "The session host did not connect back in time"
    ),
    ("LogonFailed", .logonRefused, "The log-on was refused"),
    ("CredentialsExpired", .logonRefused, "The credentials are expired"),
    ("AccountLockedOut", .logonRefused, "The account is locked"),
    ("NotAuthorizedForLogon", .authorizationDenied, "The user may not log on"),
    ("IdleTimeout", .limitReached, "The limit of idle time was reached"),
    ("SessionHostResourceNotAvailable", .connectFailed, "No session host is available"),
    (
      "ConnectionFailedNoHealthyRdshAvailable", .connectFailed,
      "No healthy session host is available"
    ),
    (
      "ConnectionFailedUserSIDInformationMismatch", .logonRefused, "The user's directories disagree"
    ),
    ("AutoReconnectNoNetwork", .transportError, "The client had no network"),
    ("ReplacedByOther", .sessionTakenOver, "Another connection took the session over"),
    ("ConnectionInitiated", .attemptBegins, "A connection begins"),
    ("ServerInitiatedDisconnect", .connectionEnded, "The server ended the session"),
    ("UserInitiated", .userClosed, "The user ended the session"),
    ("StateStarted", .attemptBegins, "A connection begins"),
    ("StateConnected", .sessionConnected, "The desktop is there"),
    (
      "StateCompleted", .sessionDisconnected,
      "The connection is over; the table of errors says why"
    ),
  ]
}
