import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// What the messages after the negotiation hold.
enum RDPDetailFields {
  static let clientData = Record<ClientData>(
    "client_data", "what the client sent of itself in MCS Connect Initial",
    [
      Field("version", "RDP version, as `10.7`") { RDPNames.version($0.version) },
      Field("build", "build number of the client") { $0.build },
      Field("name", "the client computer's name") { $0.name },
      Field("desktop_width", "in pixels") { $0.desktopWidth },
      Field("desktop_height", "in pixels") { $0.desktopHeight },
      Field("keyboard_layout", "keyboard layout identifier, hexadecimal") {
        RDPNames.hexadecimal($0.keyboardLayout)
      },
      Field("connection_type", "the link that the client set") { RDPNames.connectionType($0) },
      Field("early_capabilities", "early capability flags, by name") {
        $0.earlyCapabilities.map(RDPNames.earlyCapabilities)
      },
      Field("encryption_methods", "methods of Standard RDP Security that it offers") {
        $0.encryptionMethods.map(RDPNames.encryptionMethods)
      },
      Field("channels", "static virtual channels that it asks for") { $0.channels },
      Field("monitors", "number of its monitors") { $0.monitors },
      Field("redirected_session_id", "the session that a broker sent it to") {
        $0.redirectedSessionID
      },
    ])

  static let clientInfo = Record<ClientInfo>(
    "client_info", "the account that the client named; never its password",
    [
      Field("domain", "the account's domain") { $0.domain },
      Field("user", "the account's name") { $0.user },
      Field("address", "the client's own address, which differs behind NAT") { $0.address },
      Field("auto_logon", "logs on with the credentials that it brings") { $0.isAutoLogon },
      Field("remote_app", "a RemoteApp session") { $0.isRemoteApp },
    ])

  static let redirection = Record<Seen<Redirection>>(
    "redirection", "where the server sent the client",
    [
      Field("target", "the server's name or address") { $0.value.target },
      Field("address", "the server's address") { $0.value.address },
      Field("load_balance_info", "routing token for the next request") {
        $0.value.loadBalanceInfo
      },
      Field("user", "the account's name") { $0.value.user },
      Field("domain", "the account's domain") { $0.value.domain },
      Field("session_id", "the session on that server") { $0.value.sessionID },
      Field("flags", "the redirection's flags, by name") { $0.value.flagNames },
      Field("frame", "its packet") { $0.frame },
    ])

  static let autoReconnect = Record<SessionDetails>(
    "auto_reconnect", "logon identifiers of reconnection cookies; never the cookies",
    [
      Field("offered", "the server handed out a cookie for this logon") {
        $0.autoReconnectOffered?.value
      },
      Field("used", "the client came with a cookie for this logon") { $0.autoReconnectUsed },
      Field("refused", "the server refused the client's cookie here") { $0.autoReconnectRefused },
    ])

  static let logonNotice = Record<Seen<LogonNotice>>(
    "logon_notice", "logon error of Save Session Info ([MS-RDPBCGR] 2.2.10.1.1.4.1.1)",
    [
      Field("type", "its type, hexadecimal") { RDPNames.hexadecimal($0.value.type) },
      Field("data", "its data, hexadecimal") { RDPNames.hexadecimal($0.value.data) },
      Field("frame", "its packet") { $0.frame },
    ])

  static let multitransport = Record<MultitransportOffer>(
    "multitransport", "a UDP transport that the server asked for, and the client's answer",
    [
      Field("request_id", "the request's number") { $0.requestID },
      Field("kind", "reliable or lossy") { $0.kind },
      Field("result", "HRESULT of the answer; null where none was read") {
        $0.result.map { RDPNames.hexadecimal($0.value) }
      },
      Field("frame", "the request's packet") { $0.frame },
    ])
}

/// What carries a session in place of a plain connection to the server.
enum CarrierFields {
  static let record = Record<Carrier>(
    "carrier", "what carries a session in place of a plain connection to the server",
    [
      Field(
        "kind",
        "websocket, gateway_http, gateway_websocket, gateway_rpc, gateway (only its name is known),"
          + " virtual_desktop, proxy; more may come", as: .openWord(pattern: nil)
      ) { $0.kind.rawValue },
      Field("basis", "how it is known: read, the name asked of TLS, the port") { $0.basis },
      Field("host", "the gateway's name, or the proxy's target") { $0.host },
      Field("inside_tls", "it runs inside of TLS") { $0.isInsideTLS },
      Field("hides_session", "the session inside cannot be seen") { $0.hidesSession },
      Field("connection_id", "by which the gateway's log names the connection") {
        $0.connectionID
      },
      Field("correlation_id", "by which the broker's log names it") { $0.correlationID },
      Field("status", "status of the last HTTP answer") { $0.response?.value.status },
      Field("reason", "its reason phrase") { $0.response?.value.reason },
      Field("opened", "the packet that opened it") { $0.isOpen },
      Field("target", "the server that the gateway was asked for") { $0.targetText },
      Field("gateway_status", "HRESULT by which the gateway refused") {
        $0.gateway?.refusal.map { RDPNames.hexadecimal($0.value.status) }
      },
      Field("frame", "its first packet") { $0.frame },
    ])
}

extension Carrier {
  /// The server that the gateway was asked for, with its port where it was named.
  var targetText: String? {
    gateway?.target.map { name in gateway?.targetPort.map { "\(name):\($0)" } ?? name }
  }
}
