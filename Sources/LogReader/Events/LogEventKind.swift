/// What an event of a log says, whoever wrote it; an open code, more may be added.
public struct LogEventKind: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  private init(_ name: String) { rawValue = name }

  // MARK: The connection comes up

  /// The client starts to connect; `server` says where to.
  public static let attemptBegins = Self("attempt_begins")
  /// The server accepted a TCP connection; `client` has its address and, where logged, its port.
  public static let connectionAccepted = Self("connection_accepted")
  /// No TCP connection came about.
  public static let connectFailed = Self("connect_failed")
  public static let nameNotFound = Self("name_not_found")
  /// The security protocol of the connection is agreed.
  public static let securityChosen = Self("security_chosen")
  /// X.224 negotiation was refused; `code` has the reason where it is logged.
  public static let negotiationRefused = Self("negotiation_refused")
  public static let tlsEstablished = Self("tls_established")
  /// The handshake failed, or TLS broke later; `text` has the library's words.
  public static let tlsFailed = Self("tls_failed")
  /// The user, or the client by its policy, refused the server's certificate.
  public static let certificateRefused = Self("certificate_refused")
  /// Something is wrong with a certificate or key; the connection may go on.
  public static let certificateProblem = Self("certificate_problem")

  // MARK: Who it is

  public static let logonSucceeded = Self("logon_succeeded")
  /// The log-on was refused; `code` has NTSTATUS or the program's own code.
  public static let logonRefused = Self("logon_refused")
  /// Known to the server, but not allowed to use Remote Desktop.
  public static let authorizationDenied = Self("authorization_denied")
  /// The client's computer name, in `host`.
  public static let clientNamed = Self("client_named")
  /// A step of the connection that says no more than that it was reached.
  public static let phaseReached = Self("phase_reached")

  // MARK: The session

  /// The desktop is there.
  public static let sessionConnected = Self("session_connected")
  public static let sessionReconnected = Self("session_reconnected")
  /// Disconnected; `code` has the reason where it is logged.
  public static let sessionDisconnected = Self("session_disconnected")
  public static let sessionLoggedOff = Self("session_logged_off")
  /// Set Error Info; `code` has it.
  public static let errorInfo = Self("error_info")
  /// The user closed the client.
  public static let userClosed = Self("user_closed")
  /// A signal ended the client program.
  public static let clientInterrupted = Self("client_interrupted")
  /// A read or write failed; `code` has errno, Winsock's error or HRESULT.
  public static let transportError = Self("transport_error")
  /// The other side closed the connection in order.
  public static let peerClosed = Self("peer_closed")
  /// The server's program ended its part of the connection.
  public static let connectionEnded = Self("connection_ended")
  /// Bytes that could not be read as what they should be.
  public static let protocolError = Self("protocol_error")
  /// What follows from an error that was logged before.
  public static let consequence = Self("consequence")
  public static let licensingFailed = Self("licensing_failed")
  /// A limit of sessions was reached.
  public static let limitReached = Self("limit_reached")
  /// The program behind the desktop did not start or ended.
  public static let backendFailed = Self("backend_failed")
  public static let reconnectAttempt = Self("reconnect_attempt")
  public static let reconnectFailed = Self("reconnect_failed")
  /// Another connection took the session over.
  public static let sessionTakenOver = Self("session_taken_over")
  /// The session manager waits for a part that does not answer.
  public static let sessionStuck = Self("session_stuck")
  /// Measured round trip or heartbeat.
  public static let networkMeasured = Self("network_measured")
  /// Error codes as the client's dialog shows them.
  public static let clientCode = Self("client_code")

  // MARK: The host

  public static let hostSlept = Self("host_slept")
  public static let hostWoke = Self("host_woke")
  public static let hostStopping = Self("host_stopping")
  public static let hostStarted = Self("host_started")
  public static let hostCrashed = Self("host_crashed")
  public static let linkDown = Self("link_down")
  public static let linkUp = Self("link_up")
  public static let serviceStopped = Self("service_stopped")
  public static let serviceStarted = Self("service_started")
  public static let resourcesLow = Self("resources_low")
  public static let updateInstalled = Self("update_installed")
  /// A packet filter dropped a packet or connection.
  public static let firewallDropped = Self("firewall_dropped")
  public static let firewallAllowed = Self("firewall_allowed")
  /// A policy forbade what was asked for (CredSSP's oracle remediation).
  public static let policyRefused = Self("policy_refused")
}
