/// Events of Remote Desktop's own channels: client, RdpCoreTS, session manager, gateway.
enum RemoteDesktopRules {
  static let all: [EventRule] = client + core + sessions + connections + gateway

  private static let clientProvider = "TerminalServices-ClientActiveXCore"
  private static let coreProvider = "RemoteDesktopServices-RdpCoreTS"
  private static let localProvider = "TerminalServices-LocalSessionManager"
  private static let remoteProvider = "TerminalServices-RemoteConnectionManager"
  private static let gatewayProvider = "TerminalServices-Gateway"

  private static let client: [EventRule] = [
    EventRule(
      clientProvider, 1024, as: "rdpclient.1024", is: .attemptBegins, "The client starts to connect"
    ) {
      record, event in
      event.server = (record.item("Value", "ServerName") ?? record.unnamed(1)).flatMap {
        LogEndpoint(parsing: $0)
      }
      return true
    },
    EventRule(
      clientProvider, 1025, as: "rdpclient.1025", is: .sessionConnected,
      "The client is connected: TCP and security are up"),
    EventRule(
      clientProvider, 1026, as: "rdpclient.1026", is: .sessionDisconnected,
      "The client is disconnected; the value is its disconnect reason"
    ) { record, event in
      let value = record.number("Value", "Reason") ?? record.unnamed(1).flatMap(EventRecord.number)
      event.code = value.map { LogCode(.disconnectReason, $0) }
      return true
    },
    EventRule(
      clientProvider, 1027, as: "rdpclient.1027", is: .logonSucceeded, "The client logged on"
    ) {
      record, event in
      event.session = (record.item("SessionId")).flatMap { Int($0) }
      event.text = record.item("DomainName")?.shortened(120)
      return true
    },
    EventRule(
      clientProvider, 226, as: "rdpclient.226", is: .transportError,
      "A state machine of the client met an error", details: Self.stateChange),
    EventRule(
      clientProvider, 1404, as: "rdpclient.1404", is: .protocolError, "The graphics pipeline failed"
    ),
    EventRule(
      clientProvider, 1033, as: "rdpclient.1033", is: .protocolError,
      "The client could not decode the server's graphics"
    ) { record, event in
      event.text = record.data.map(\.value).joined(separator: " ").shortened(160)
      return true
    },
    EventRule(
      clientProvider, 1105, as: "rdpclient.1105", is: .phaseReached, "The UDP transport ended"),
  ]

  private static let core: [EventRule] = [
    EventRule(coreProvider, 131, is: .connectionAccepted, "The server accepted a connection") {
      record, event in
      event.client = record.item("ClientIP").flatMap { LogEndpoint(parsing: $0) }
      event.text =
        record.item("ConnType")
        ?? record.message.flatMap { $0.contains("UDP") ? "UDP" : nil }
      return true
    },
    EventRule(coreProvider, 65, is: .phaseReached, "The connection got its name"),
    EventRule(coreProvider, 66, is: .sessionStartedKind, "The connection belongs to a session now")
    {
      record, event in
      event.session = record.item("SessionID").flatMap { Int($0) }
      return true
    },
    EventRule(
      coreProvider, 67, is: .protocolError, "The connection met a protocol error",
      details: Self.errorCode),
    EventRule(
      coreProvider, 97, is: .protocolError, "A protocol component met malformed data",
      details: Self.errorCode),
    EventRule(coreProvider, 98, is: .phaseReached, "The TCP connection is fully established"),
    EventRule(
      coreProvider, 99, is: .transportError, "The TCP connection failed", details: Self.errorCode),
    EventRule(coreProvider, 102, is: .connectionEnded, "The server ended the main connection"),
    EventRule(coreProvider, 103, is: .sessionDisconnected, "The reason for the end") {
      record, event in
      event.code = record.number("ReasonCode").map { LogCode(.rdpCoreReason, $0) }
      return true
    },
    EventRule(coreProvider, 104, is: .phaseReached, "The client's time zone: the log-on passed"),
    EventRule(coreProvider, 139, is: .tlsFailed, "The security layer failed: TLS or CredSSP") {
      record, event in
      event.code = record.number("ResultCode").map { LogCode(.hresult, $0) }
      event.client = record.item("IPString").flatMap { LogEndpoint(parsing: $0) }
      // The log-on was refused inside of the security layer.
      if event.code?.value == 0x8009_030c { event.kind = .logonRefused }
      return true
    },
    EventRule(coreProvider, 140, is: .logonRefused, "The user name or password is not right") {
      record, event in
      event.client = record.item("IPString").flatMap { LogEndpoint(parsing: $0) }
      return true
    },
    EventRule(coreProvider, 142, is: .transportError, "Reading from the socket failed") {
      record, event in
      event.code = record.number("error", "Error").map { LogCode(.win32, $0) }
      event.text = "read"
      return true
    },
    EventRule(coreProvider, 143, is: .transportError, "Writing to the socket failed") {
      record, event in
      event.code = record.number("error", "Error").map { LogCode(.win32, $0) }
      event.text = "write"
      return true
    },
    EventRule(coreProvider, 153, is: .tlsEstablished, "The negotiated TLS version") {
      record, event in
      event.text = record.item("TLSVersion")
      return true
    },
    EventRule(
      coreProvider, 226, is: .transportError, "A state machine of the server met an error",
      details: Self.stateChange),
    EventRule(
      coreProvider, 168, is: .sessionConnected, "The client's monitors: the desktop is shown"),
    EventRule(coreProvider, 151, 152, is: .networkMeasured, "Heartbeats: how long nothing came") {
      record, event in
      event.text = record.item("TimeNoLastPacketMs", "MaxTotalTimeNoPacketMs").map {
        "no packet for \($0) ms"
      }
      return true
    },
    EventRule(coreProvider, 133, 134, 137, is: .networkMeasured, "Round trip and bandwidth") {
      record, event in
      event.text = record.item("RTT").map { "round trip \($0) ms" }
      return event.text != nil
    },
  ]

  private static let sessions: [EventRule] = [
    EventRule(
      localProvider, 21, as: "lsm.21", is: .sessionConnected, "Log-on succeeded",
      details: Self.userSession),
    EventRule(
      localProvider, 22, as: "lsm.22", is: .phaseReached, "The shell started",
      details: Self.userSession),
    EventRule(
      localProvider, 23, as: "lsm.23", is: .sessionLoggedOff, "The session logged off",
      details: Self.userSession),
    EventRule(
      localProvider, 24, as: "lsm.24", is: .sessionDisconnected, "The session was disconnected",
      details: Self.userSession),
    EventRule(
      localProvider, 25, as: "lsm.25", is: .sessionReconnected, "The session was reconnected",
      details: Self.userSession),
    EventRule(
      localProvider, 39, as: "lsm.39", is: .sessionDisconnected, "A session disconnected a session"
    ) {
      record, event in
      let target = record.item("TargetSession") ?? record.unnamed(0)
      let source = record.item("Source") ?? record.unnamed(1)
      event.session = target.flatMap { Int($0) }
      event.text =
        target == source ? "by the session itself" : source.map { "by session \($0.shortened(12))" }
      if target != source { event.kind = .sessionTakenOver }
      return true
    },
    EventRule(
      localProvider, 40, as: "lsm.40", is: .sessionDisconnected,
      "The session was disconnected for this reason"
    ) {
      record, event in
      event.session = (record.item("Session", "SessionID") ?? record.unnamed(0)).flatMap { Int($0) }
      let reason = record.number("Reason") ?? record.unnamed(1).flatMap(EventRecord.number)
      // A reason with the top bit is an HRESULT: what the transport met, no Set Error Info.
      event.code = reason.map { LogCode($0 < 0x8000_0000 ? .errorInfo : .hresult, $0) }
      return true
    },
    EventRule(
      localProvider, 36, 37, as: "lsm.36", is: .sessionStuck,
      "A session's state machine met an error"
    ) { record, event in
      event.session = record.item("SessionId", "SessionID").flatMap { Int($0) }
      event.code = record.number("ErrorCode").map { LogCode(.hresult, $0) }
      return true
    },
    EventRule(
      localProvider, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, as: "lsm.43", is: .sessionStuck,
      "A part of the session takes too long: the session is stuck", details: Self.userSession),
    EventRule(
      localProvider, 16, 17, 18, 34, as: "lsm.16", is: .serviceStopped,
      "The session manager does not accept log-ons"),
    EventRule(
      localProvider, 41, as: "lsm.41", is: .phaseReached, "A user gets a session",
      details: Self.userSession),
    EventRule(localProvider, 54, as: "lsm.54", is: .hostStopping, "The session manager shuts down"),
  ]

  private static let connections: [EventRule] = [
    EventRule(
      remoteProvider, 261, as: "rcm.261", is: .phaseReached, "The listener received a connection"),
    EventRule(
      remoteProvider, 1149, as: "rcm.1149", is: .logonSucceeded,
      "The network log-on passed; no proof of a session"
    ) {
      record, event in
      event.user = Self.account(record.item("Param1"), record.item("Param2"))
      event.client = record.item("Param3").flatMap { LogEndpoint(parsing: $0) }
      return true
    },
    EventRule(
      remoteProvider, 1158, as: "rcm.1158", is: .connectionAccepted,
      "The service accepted a connection"
    ) {
      record, event in
      event.client = record.item("Param1", "ClientIP").flatMap { LogEndpoint(parsing: $0) }
      return true
    },
    EventRule(
      remoteProvider, 1041, as: "rcm.1041", is: .logonRefused,
      "The server refused a client that came back by itself"
    ) {
      record, event in
      event.code = record.number("ErrorCode", "Status", "Param1").map { LogCode(.ntStatus, $0) }
      return true
    },
    EventRule(
      remoteProvider, 259, 260, as: "rcm.259", is: .serviceStopped, "The listener stopped or failed"
    ),
    EventRule(remoteProvider, 258, as: "rcm.258", is: .serviceStarted, "The listener started"),
    EventRule(
      remoteProvider, 20499, as: "rcm.20499", is: .sessionStuck,
      "Loading the user's configuration takes too long"
    ) {
      record, event in
      event.user = record.item("UserName")?.shortened(128)
      return true
    },
    EventRule(
      remoteProvider, 1057, 1058, 1064, 1065, as: "rcm.1057", is: .certificateProblem,
      "The server could not make or replace its certificate"),
    EventRule(
      remoteProvider, 1012, as: "rcm.1012", is: .logonRefused,
      "The server ended a session after too many refused log-ons", details: Self.tooManyLogons),
    EventRule(
      remoteProvider, 1003, 1004, 1011, 1128, 1130, as: "rcm.1004", is: .licensingFailed,
      "The server could not license the client"),
  ]

  private static let gateway: [EventRule] = [
    EventRule(
      gatewayProvider, 200, as: "gateway.200", is: .logonSucceeded, "The gateway let the user in",
      details: Self.gatewayData),
    EventRule(
      gatewayProvider, 201, as: "gateway.201", is: .authorizationDenied,
      "The gateway's policy denies the user", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 300, as: "gateway.300", is: .phaseReached,
      "The gateway's policy allows the resource", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 301, as: "gateway.301", is: .authorizationDenied,
      "The gateway's policy denies the resource", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 302, as: "gateway.302", is: .sessionConnected,
      "The gateway connected the user to the resource", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 202, as: "gateway.202", is: .sessionDisconnected,
      "The gateway's administrator disconnected the user"
    ) { record, event in
      _ = Self.gatewayData(record, &event)
      event.code = LogCode(.errorInfo, 1)
      return true
    },
    EventRule(
      gatewayProvider, 303, as: "gateway.303", is: .sessionDisconnected,
      "The user disconnected through the gateway; 1226 is a clean end", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 304, as: "gateway.304", is: .connectFailed,
      "The gateway could not connect to the resource", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 307, as: "gateway.307", is: .limitReached,
      "The gateway's limit of session time was reached", details: Self.gatewayData),
    EventRule(
      gatewayProvider, 309, as: "gateway.309", is: .sessionDisconnected,
      "The gateway disconnected the user, whom it could not authorise anew"
    ) { record, event in
      _ = Self.gatewayData(record, &event)
      event.code = LogCode(.errorInfo, 2)
      return true
    },
    EventRule(
      gatewayProvider, 312, as: "gateway.312", is: .phaseReached,
      "A connection to the gateway begins", details: Self.gatewayData),
  ]

  // MARK: Readings

  /// `Remote session from client name PC-7 exceeded …`
  static let tooManyLogons: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    let name =
      record.unnamed(0)
      ?? record.message.flatMap { text in
        Array(text.utf8)[...].after("client name ")?.firstWord.text
      }
    event.clientHost = name?.shortened(128)
    return true
  }

  private static let errorCode: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    event.code = record.number("ErrorCode", "ResultCode").map { LogCode(.hresult, $0) }
    return true
  }

  /// HRESULT of a code that says only that the state machine was used out of order: noise on ends.
  private static let invalidState: Set<UInt32> = [0x8000_ffff]

  static let stateChange: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    guard let code = record.number("ErrorCode") else { return false }
    if invalidState.contains(code) || code == 0 { return false }
    event.code = LogCode(.hresult, code)
    let machine = record.item("StateTransition", "StateTransitionName") ?? ""
    let name = record.item("EventName") ?? record.item("Event") ?? ""
    event.text = "\(machine) \(name)".trimmed.shortened(120)
    let isSecurity = machine.hasSuffix("_SSL") || machine == "RDP_SEC"
    if isSecurity,
      name.contains("Handshake") || record.item("PreviousStateName")?.contains("Handshake") == true
    {
      event.kind = .tlsFailed
    } else if isSecurity {
      event.kind = .consequence
    }
    return true
  }

  static let userSession: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    event.user = record.item("User")?.shortened(128)
    event.session = record.item("SessionID", "SessionId", "Session").flatMap { Int($0) }
    event.client = record.item("Address").flatMap { LogEndpoint(parsing: $0) }
    return true
  }

  static let gatewayData: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    event.user = record.item("Username")?.shortened(128)
    event.client = record.item("IpAddress").flatMap { LogEndpoint(parsing: $0) }
    event.server = record.item("Resource").flatMap { LogEndpoint(parsing: $0) }
    event.code = record.number("ErrorCode").map { LogCode(.win32, $0) }
    event.text = record.item("SessionDuration").map { "\($0.shortened(12)) s" }
    // The UDP transport is a side of a connection that the gateway has already.
    let isSide = record.item("ConnectionProtocol")?.uppercased().hasPrefix("UDP") ?? false
    if isSide, event.kind == .sessionConnected || event.kind == .sessionDisconnected {
      event.kind = .phaseReached
    }
    return true
  }

  static func account(_ name: String?, _ domain: String?) -> String? {
    guard let name, !name.isEmpty else { return nil }
    guard let domain, !domain.isEmpty, domain != "-" else { return name.shortened(128) }
    return "\(domain)\\\(name)".shortened(128)
  }
}

extension LogEventKind {
  /// A connection that got a session has passed its log-on.
  fileprivate static let sessionStartedKind = LogEventKind.phaseReached
}
