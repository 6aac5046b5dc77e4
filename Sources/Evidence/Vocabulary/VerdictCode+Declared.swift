/// The verdicts that rdpwhy can give, by cause; what they mean stands in the catalogue.
extension VerdictCode {
  public static let cleanClientClosed = VerdictCode("clean.client_closed")
  public static let cleanServerClosed = VerdictCode("clean.server_closed")
  public static let cleanAuthOnly = VerdictCode("clean.auth_only")
  public static let cleanRedirected = VerdictCode("clean.redirected")
  public static let cleanProbe = VerdictCode("clean.probe")
  public static let cleanSuperseded = VerdictCode("clean.superseded")
  public static let cleanRunning = VerdictCode("clean.running")

  public static let networkLoss = VerdictCode("network.loss")
  public static let networkPathOutage = VerdictCode("network.path_outage")
  public static let networkPMTUBlackhole = VerdictCode("network.pmtu_blackhole")
  public static let networkResetInjected = VerdictCode("network.reset_injected")
  public static let networkIdleTimeout = VerdictCode("network.idle_timeout")
  public static let networkUnreachable = VerdictCode("network.unreachable")
  public static let networkSYNUnanswered = VerdictCode("network.syn_unanswered")
  public static let networkLatency = VerdictCode("network.latency")

  public static let negotiationGatewayRefused = VerdictCode("negotiation.gateway_refused")
  public static let negotiationSSLRequired = VerdictCode("negotiation.ssl_required")
  public static let negotiationSSLNotAllowed = VerdictCode("negotiation.ssl_not_allowed")
  public static let negotiationSSLCertNotOnServer = VerdictCode(
    "negotiation.ssl_cert_not_on_server")
  public static let negotiationInconsistentFlags = VerdictCode("negotiation.inconsistent_flags")
  public static let negotiationHybridRequired = VerdictCode("negotiation.hybrid_required")
  public static let negotiationSSLWithUserAuthRequired = VerdictCode(
    "negotiation.ssl_with_user_auth_required")
  public static let negotiationRefused = VerdictCode("negotiation.refused")

  public static let tlsVersionMismatch = VerdictCode("tls.version_mismatch")
  public static let tlsCipherMismatch = VerdictCode("tls.cipher_mismatch")
  public static let tlsCertificateRejected = VerdictCode("tls.certificate_rejected")
  public static let tlsCertificateExpired = VerdictCode("tls.certificate_expired")
  public static let tlsClosedOnClientHello = VerdictCode("tls.closed_on_client_hello")
  public static let tlsBadRecord = VerdictCode("tls.bad_record")
  public static let tlsAlert = VerdictCode("tls.alert")
  public static let tlsIntercepted = VerdictCode("tls.intercepted")

  public static let credsspGatewayRefused = VerdictCode("credssp.gateway_refused")
  public static let credsspLogonFailure = VerdictCode("credssp.logon_failure")
  public static let credsspAccountRestricted = VerdictCode("credssp.account_restricted")
  public static let credsspPasswordExpired = VerdictCode("credssp.password_expired")
  public static let credsspEncryptionOracle = VerdictCode("credssp.encryption_oracle")
  public static let credsspClientWithdrew = VerdictCode("credssp.client_withdrew")
  public static let credsspAccessDenied = VerdictCode("credssp.access_denied")
  public static let credsspServerDropped = VerdictCode("credssp.server_dropped")
  public static let credsspServerIdentity = VerdictCode("credssp.server_identity")
  public static let credsspStalled = VerdictCode("credssp.stalled")

  public static let serverPortClosed = VerdictCode("server.port_closed")
  public static let serverUnresponsive = VerdictCode("server.unresponsive")
  public static let serverClosed = VerdictCode("server.closed")
  public static let serverTerminated = VerdictCode("server.terminated")
  public static let serverDisconnected = VerdictCode("server.disconnected")

  public static let clientTerminated = VerdictCode("client.terminated")
  public static let clientUnresponsive = VerdictCode("client.unresponsive")

  public static let protocolMalformed = VerdictCode("protocol.malformed")
  public static let protocolMacError = VerdictCode("protocol.mac_error")

  public static let undeterminedTunnelled = VerdictCode("undetermined.tunnelled")
  public static let undeterminedCaptureEnds = VerdictCode("undetermined.capture_ends")
  public static let undeterminedMidSession = VerdictCode("undetermined.mid_session")
  public static let undeterminedOneSided = VerdictCode("undetermined.one_sided")
  public static let undeterminedConflicting = VerdictCode("undetermined.conflicting")
  public static let undeterminedNotRDP = VerdictCode("undetermined.not_rdp")
}
