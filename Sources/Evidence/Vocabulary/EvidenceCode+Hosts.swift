/// What the programs of server and client did or said.
extension EvidenceCode {
  public static let serverNoAnswer = EvidenceCode("server.no_answer")
  public static let serverZeroWindow = EvidenceCode("server.zero_window")
  public static let serverSilent = EvidenceCode("server.silent")
  public static let serverClosedAtOnce = EvidenceCode("server.closed_at_once")
  public static let serverClosedOnRequest = EvidenceCode("server.closed_on_request")
  public static let serverClosedAfterConfirm = EvidenceCode("server.closed_after_confirm")
  public static let serverClosedAfterTLS = EvidenceCode("server.closed_after_tls")
  public static let serverClosedInConnectionSequence = EvidenceCode(
    "server.closed_in_connection_sequence")
  public static let serverClosedWithAlert = EvidenceCode("server.closed_with_alert")
  public static let serverFINMidSession = EvidenceCode("server.fin_mid_session")
  public static let serverResetMidSession = EvidenceCode("server.reset_mid_session")

  public static let clientZeroWindow = EvidenceCode("client.zero_window")
  public static let clientSilent = EvidenceCode("client.silent")
  public static let clientLeftInConnectionSequence = EvidenceCode(
    "client.left_in_connection_sequence")
  public static let clientClosedWithAlert = EvidenceCode("client.closed_with_alert")
  public static let clientFINMidSession = EvidenceCode("client.fin_mid_session")
  public static let clientResetMidSession = EvidenceCode("client.reset_mid_session")

  public static let rdpServerUltimatum = EvidenceCode("rdp.server_ultimatum")
  public static let rdpServerUltimatumByProvider = EvidenceCode("rdp.server_ultimatum_by_provider")
  public static let rdpErrorInfo = EvidenceCode("rdp.error_info")
  public static let rdpErrorInfoUser = EvidenceCode("rdp.error_info_user")
  public static let rdpRedirected = EvidenceCode("rdp.redirected")
  public static let rdpReconnectRefused = EvidenceCode("rdp.reconnect_refused")
  public static let rdpLicensingError = EvidenceCode("rdp.licensing_error")
  public static let rdpClientUltimatum = EvidenceCode("rdp.client_ultimatum")
  public static let rdpGarbageRefused = EvidenceCode("rdp.garbage_refused")
  public static let rdpNotRDPClient = EvidenceCode("rdp.not_rdp_client")
  public static let rdpNotRDPServer = EvidenceCode("rdp.not_rdp_server")
  public static let rdpFramingError = EvidenceCode("rdp.framing_error")
  public static let rdpUltimatumInKeyExchange = EvidenceCode("rdp.ultimatum_in_key_exchange")
  public static let rdpUltimatumBeforeActivation = EvidenceCode("rdp.ultimatum_before_activation")
}
