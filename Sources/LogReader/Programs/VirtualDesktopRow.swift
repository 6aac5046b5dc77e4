import CaptureReader

/// A row of Azure Virtual Desktop's diagnostics (`WVDErrors`, `WVDConnections`), from CSV or JSON.
enum VirtualDesktopRow {
  /// A row of `WVDErrors` has a symbolic code, one of `WVDConnections` a state, one of `WVDCheckpoints`
  /// the name of a step; Azure Bastion names its category.
  static func isRow(_ row: JSONValue) -> Bool {
    if row.any("CodeSymbolic") != nil || isBastion(row) { return true }
    guard row.any("CorrelationId") != nil else { return false }
    return row.any("State") != nil
      && row.any("SessionHostName", "ClientOS", "ClientType", "UserName") != nil
      || row.any("ActivityType") != nil && row.any("Name") != nil
  }

  private static func isBastion(_ row: JSONValue) -> Bool {
    row.any("category")?.text == "BastionAuditLogs"
      && row.any("protocol")?.text?.lowercased() == "rdp"
  }

  /// What the row says happened, and the number that stands beside it.
  private static func statement(_ row: JSONValue, _ limits: LogLimits) -> (String, UInt32?) {
    if isBastion(row) {
      let operation = row.any("operationName")?.text?.lowercased() ?? ""
      return (operation.hasSuffix("/disconnect") ? "BastionDisconnect" : "BastionConnect", nil)
    }
    if let symbol = row.any("CodeSymbolic")?.text {
      return (symbol, row.any("Code")?.text.flatMap(EventRecord.number))
    }
    if let state = row.any("State")?.text { return ("State\(state)", nil) }
    var parameters = row.any("Parameters")
    if let text = parameters?.text {
      parameters = JSONValue(Array(text.utf8)[...], nesting: limits.nesting)
    }
    let code = parameters?.any("disconnectCode", "code")?.text.flatMap(EventRecord.number)
    if let symbol = parameters?.any("disconnectCodeSymbolic", "codeSymbolic")?.text {
      return (symbol, code)
    }
    return (row.any("Name")?.text ?? "", code)
  }

  static func read(_ row: JSONValue, number: Int, into log: inout LogCollector) {
    let stamp = row.any("TimeGenerated", "TimeGenerated [UTC]", "Timestamp", "time")?.text ?? ""
    var civil = CivilTime.local(Array(stamp.utf8)[...], dayFirst: false)
    // The service writes UTC.
    if civil?.zoneOffset == nil { civil?.zoneOffset = 0 }
    let time = civil.map { log.clock.time(of: $0) } ?? Timestamp(nanoseconds: 0)
    log.count(LogProgram.virtualDesktop.rawValue, civil == nil ? nil : time)
    let (name, code) = statement(row, log.limits)
    guard let meaning = meaning(of: name, code, isError: row.any("CodeSymbolic") != nil) else {
      return
    }
    var event = LogEvent(
      meaning.kind, key: "avd.\(meaning.name.lowercased())",
      at: ItemReference(input: 0, frame: number, time: time), timeText: stamp.shortened(60),
      source: LogEvent.Source(.virtualDesktop))
    event.server = row.any("SessionHostName")?.text.flatMap { LogEndpoint(parsing: $0) }
    if let target = row.any("targetVMIPAddress")?.text {
      event.server = LogEndpoint(parsing: target)
    }
    event.client = row.any("ClientSideIPAddress", "ClientIPAddress")?.text.flatMap {
      LogEndpoint(parsing: $0)
    }
    if meaning.kind == .clientCode, let code {
      event.code = LogCode(.disconnectReason, code, name: name.shortened(80))
    } else if meaning.name.hasPrefix("Bastion") {
      event.code = nil
    } else {
      event.code = LogCode(.virtualDesktop, code ?? 0, name: name.shortened(80))
    }
    event.user = row.any("UserName")?.text?.shortened(128)
    event.activity = row.any("CorrelationId", "tunnelId")?.text?.lowercased().shortened(64)
    event.text = row.any("Message")?.text?.shortened(200)
    log.add(event)
  }

  private static func meaning(
    of name: String, _ code: UInt32?, isError: Bool
  ) -> VirtualDesktopCodes.Row? {
    if let known = VirtualDesktopCodes.all.first(where: { name.contains($0.name) }) { return known }
    // Codes of the client are those of Microsoft's control.
    if let code, code >= 256,
      ReasonCodes.finding(disconnectReason: code).code != "log.client_code_other"
    {
      return ("Code", .clientCode, "The client's disconnect reason")
    }
    return isError ? ("Other", .sessionDisconnected, "An error without a known meaning") : nil
  }
}

/// Symbolic codes that say why a session of Azure Virtual Desktop ended.
enum VirtualDesktopCodes {
  static let all: [Row] = usual + further

  private static let usual: [Row] = [
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
