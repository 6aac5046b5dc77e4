/// Which table a number belongs to, by the words around it: the text that names it decides.
struct Namespace: Sendable {
  typealias Family = Explanation.Family

  /// Words that stand just before the number, longest first.
  let cue: [String]
  /// The tables, likeliest first.
  let families: [Family]
  /// Only where the text holds one of these words.
  let only: Set<String>

  init(_ cue: String, _ families: [Family], only: Set<String> = []) {
    self.cue = CanonicalText.folded(cue).split(separator: " ").map(String.init)
    self.families = families
    self.only = only
  }

  /// How many words may stand between the cue and its number: "alert number 40", "error code is".
  static let reach = 2

  private static let statuses: [Family] = [.ntStatus, .securityStatus, .win32, .gateway]
  private static let clientCodes: [Family] = [
    .disconnectReason, .winsock, .ntStatus, .securityStatus, .gateway,
  ]
  private static let extended: [Family] = [.extendedDisconnectReason]
  private static let clientCode: [Family] = [.disconnectReason, .extendedDisconnectReason]
  private static let kerberosWords: Set<String> = [
    "kerberos", "krb", "kdc", "4768", "4769", "4771", "pre-authentication", "preauthentication",
    "ticket", "krbtgt",
  ]
  private static let coreWords: Set<String> = ["rdpcorets", "corets", "103"]
  private static let macWords: Set<String> = ["macos", "mac", "osx", "darwin", "ios", "bsd"]

  private static let ultimatumWords: Set<String> = [
    "disconnectproviderultimatum", "ultimatum", "rn-user-requested", "rn-provider-initiated",
  ]
  /// Words of the client's own log, in which a reason is the client's error code.
  private static let clientWords: Set<String> = [
    "clientactivex", "rdp-clientactivex", "activex", "1026", "rdclientax", "rdp-client",
    "ondisconnected",
    "microsoft-windows-terminalservices-clientactivexcore", "clientactivexcore",
  ]
  private static let managerWords: Set<String> = [
    "rdcman", "mremoteng", "royal", "royalts", "1remote", "devolutions", "rdp", "mstsc",
  ]
  /// Words of a network policy server, whose reason codes are a list of their own.
  private static let policyServerWords: Set<String> = [
    "nps", "radius", "6273", "6274", "proxy-policy-name", "authentication-type",
  ]
  private static let freeRDPWords: Set<String> = [
    "xfreerdp", "xfreerdp3", "wlfreerdp", "sdl-freerdp",
  ]
  private static let eventSources: Set<String> = [
    "rdpcorets", "localsessionmanager", "remoteconnectionmanager", "termdd", "termservice",
    "schannel",
    "lsasrv", "terminalservices-gateway",
  ]
  private static let alertWords: Set<String> = ["36887", "36888", "schannel"]

  static let all: [Namespace] = [
    Namespace("os code", [.errno, .errnoBSD, .winsock, .win32]),
    Namespace("extendeddisconnectreason", extended),
    Namespace("extendeddisconnectreasoncode", extended),
    Namespace("extended disconnect reason", extended), Namespace("exdiscreason", extended),
    Namespace("id", [.windowsEvent], only: ["providername", "leveldisplayname", "timecreated"]),
    Namespace("id", [.windowsEvent], only: eventSources),
    Namespace("disconnected", clientCode, only: ["manager"]),
    Namespace("error", [.windowsEvent], only: ["operational"]),
    Namespace("warning", [.windowsEvent], only: ["operational"]),
    Namespace("information", [.windowsEvent], only: ["operational"]),
    Namespace("ursache", clientCode, only: clientWords),
    Namespace("cause", clientCode, only: clientWords),
    Namespace("rc", [.freeRDPExit], only: freeRDPWords),
    Namespace("xfreerdp is", [.freeRDPExit]),
    Namespace("reason", [], only: ultimatumWords),
    Namespace("reason code", [], only: ["characteristics"]),
    Namespace("reason code", [], only: policyServerWords),
    Namespace("reason", clientCode, only: clientWords),
    Namespace("grund", clientCode, only: clientWords),
    Namespace("raison", clientCode, only: clientWords),
    Namespace("motivo", clientCode, only: clientWords),
    Namespace("理由", clientCode, only: clientWords),
    Namespace("ondisconnected", clientCode),
    Namespace("disconnected", clientCode, only: managerWords),
    Namespace("getrennt", clientCode, only: managerWords),
    Namespace("fehlerstatus", []), Namespace("etat d erreur", []), Namespace("estado de error", []),
    Namespace("lautet", [.tlsAlert], only: alertWords),
    Namespace("fehler lautet", [.tlsAlert], only: alertWords),
    Namespace("irrecuperable", [.tlsAlert], only: alertWords),
    Namespace("protocole tls est", [.tlsAlert]), Namespace("protocolo tls es", [.tlsAlert]),
    Namespace("irrecuperable es", [.tlsAlert], only: alertWords),
    Namespace("irrecuperable est", [.tlsAlert], only: alertWords),
    Namespace("termservice", [.windowsEvent]), Namespace("e1dexpress", [.windowsEvent]),
    Namespace("e1rexpress", [.windowsEvent]), Namespace("e1iexpress", [.windowsEvent]),
    Namespace("security-auditing", [.windowsEvent]),
    Namespace("clientactivexcore", [.windowsEvent]),
    Namespace("rdpclient", [.windowsEvent, .disconnectReason]),
    Namespace("client events", [.windowsEvent]), Namespace("dns-client", [.windowsEvent]),
    Namespace("dhcp-client", [.windowsEvent]), Namespace("networkprofile", [.windowsEvent]),
    Namespace("value", clientCode, only: ["1026"]), Namespace("wert", clientCode, only: ["1026"]),
    Namespace("valeur", clientCode, only: ["1026"]), Namespace("valor", clientCode, only: ["1026"]),
    Namespace("failure code", [.kerberos], only: kerberosWords),
    Namespace("result code", [.kerberos], only: kerberosWords),
    Namespace("failure code", [.negotiationFailure]),
    Namespace("negotiation failure", [.negotiationFailure]),
    Namespace("negotiation", [.negotiationFailure]), Namespace("neg", [.negotiationFailure]),
    Namespace("nego", [.negotiationFailure]), Namespace("negfailure", [.negotiationFailure]),
    Namespace("rdp_neg_failure", [.negotiationFailure]),
    Namespace("failurecode", [.negotiationFailure]),
    Namespace("rdpnegfailure", [.negotiationFailure]),
    Namespace("extended error code", [.extendedDisconnectReason]),
    Namespace("extended error", [.extendedDisconnectReason]),
    Namespace("erweiterter fehler", [.extendedDisconnectReason]),
    Namespace("extended reason", [.extendedDisconnectReason]),
    Namespace("extended", [.extendedDisconnectReason]),
    Namespace("ext auth", []), Namespace("ext", [.extendedDisconnectReason]),
    Namespace("erweiterter fehlercode", [.extendedDisconnectReason]),
    Namespace("code d erreur étendu", [.extendedDisconnectReason]),
    Namespace("étendu", [.extendedDisconnectReason]),
    Namespace("extendido", [.extendedDisconnectReason]),
    Namespace("拡張エラー コード", [.extendedDisconnectReason]),
    Namespace("拡張エラーコード", [.extendedDisconnectReason]),
    Namespace("alert code", [.tlsAlert]), Namespace("fatal error code", [.tlsAlert]),
    Namespace("error state", []), Namespace("disconnect reason is", [.coreReason, .errorInfo]),
    Namespace("alert number", [.tlsAlert]), Namespace("alert", [.tlsAlert]),
    Namespace("alertdesc", [.tlsAlert]),
    Namespace("event id", [.windowsEvent]), Namespace("event", [.windowsEvent]),
    Namespace("eventid", [.windowsEvent]), Namespace("event-id", [.windowsEvent]),
    Namespace("ereignis-id", [.windowsEvent]), Namespace("ereignis", [.windowsEvent]),
    Namespace("événement", [.windowsEvent]), Namespace("evento", [.windowsEvent]),
    Namespace("イベント", [.windowsEvent]), Namespace("イベント id", [.windowsEvent]),
    Namespace("termdd", [.windowsEvent]), Namespace("schannel", [.windowsEvent]),
    Namespace("lsasrv", [.windowsEvent]), Namespace("kernel-power", [.windowsEvent]),
    Namespace("power-troubleshooter", [.windowsEvent]), Namespace("ndis", [.windowsEvent]),
    Namespace("tcpip", [.windowsEvent]), Namespace("rdpcorets", [.windowsEvent]),
    Namespace("localsessionmanager", [.windowsEvent]), Namespace("lsm", [.windowsEvent]),
    Namespace("remoteconnectionmanager", [.windowsEvent]), Namespace("rcm", [.windowsEvent]),
    Namespace("wlan-autoconfig", [.windowsEvent]), Namespace("eventlog", [.windowsEvent]),
    Namespace("bugcheck", [.windowsEvent]),
    Namespace("service control manager", [.windowsEvent]), Namespace("scm", [.windowsEvent]),
    Namespace("terminalservices-gateway", [.windowsEvent]), Namespace("user32", [.windowsEvent]),
    Namespace("reason code", [.coreReason, .errorInfo], only: coreWords),
    Namespace("reasoncode", [.coreReason, .errorInfo]),
    Namespace("reason", [.coreReason, .errorInfo], only: coreWords),
    Namespace("disconnect reason", [.disconnectReason]),
    Namespace("discreason", [.disconnectReason]),
    Namespace("disconnectreason", [.disconnectReason]),
    Namespace("disconnected with reason", [.disconnectReason, .extendedDisconnectReason]),
    Namespace("disconnected reason", [.disconnectReason, .extendedDisconnectReason]),
    Namespace("reason code", [.extendedDisconnectReason, .disconnectReason]),
    Namespace("reason", [.extendedDisconnectReason, .disconnectReason]),
    Namespace("ursachencode", extended), Namespace("code de raison", extended),
    Namespace("codigo de motivo", extended), Namespace("codigo del motivo", extended),
    Namespace("codice motivo", extended), Namespace("codice del motivo", extended),
    Namespace("redencode", extended), Namespace("kod przyczyny", extended),
    Namespace("код причины", extended), Namespace("код причини", extended),
    Namespace("kod duvodu", extended), Namespace("orsakskod", extended),
    Namespace("arsagskode", extended), Namespace("neden kodu", extended),
    Namespace("原因代码", extended), Namespace("原因コード", extended),
    Namespace("理由コード", extended), Namespace("이유 코드", extended),
    Namespace("ssl_read", []), Namespace("ssl_write", []),
    Namespace("grund", [.extendedDisconnectReason]),
    Namespace("motivo", [.extendedDisconnectReason]),
    Namespace("system error", [.errno, .errnoBSD, .winsock, .win32], only: []),
    Namespace("systemfehler", [.win32, .winsock]), Namespace("erreur système", [.win32, .winsock]),
    Namespace("error de sistema", [.win32, .winsock]),
    Namespace("システム エラー", [.win32, .winsock]), Namespace("システムエラー", [.win32, .winsock]),
    Namespace("os error", [.errnoBSD, .errno, .winsock], only: macWords),
    Namespace("os error", [.winsock, .errno, .errnoBSD, .win32]),
    Namespace("errno", [.errnoBSD, .errno], only: macWords),
    Namespace("errno", [.errno, .errnoBSD, .winsock]),
    Namespace("winsock error", [.winsock]), Namespace("winsock", [.winsock]),
    Namespace("socket error", [.winsock, .errno]), Namespace("wsagetlasterror", [.winsock]),
    Namespace("wsa", [.winsock]),
    Namespace("win32 error", [.win32, .winsock]), Namespace("win32", [.win32, .winsock]),
    Namespace("getlasterror", [.win32, .winsock]), Namespace("last error", [.win32, .winsock]),
    Namespace("windows error", [.win32, .winsock]),
    Namespace("error info", [.errorInfo]), Namespace("errorinfo", [.errorInfo]),
    Namespace("errinfo", [.errorInfo]), Namespace("seterrorinfo", [.errorInfo]),
    Namespace("info", [.errorInfo]),
    Namespace("license error code", [.licensingError]),
    Namespace("licensing error code", [.licensingError]),
    Namespace("licensing error", [.licensingError]), Namespace("license error", [.licensingError]),
    Namespace("licence error", [.licensingError]), Namespace("licensing", [.licensingError]),
    Namespace("license", [.licensingError]), Namespace("licence", [.licensingError]),
    Namespace("exit code", [.freeRDPExit]), Namespace("exit status", [.freeRDPExit]),
    Namespace("echo $", [.freeRDPExit]), Namespace("exit", [.freeRDPExit]),
    Namespace("exited with", [.freeRDPExit]),
    Namespace("exited with code", [.freeRDPExit]), Namespace("return code", [.freeRDPExit]),
    Namespace("exit with error code", [.disconnectReason]),
    Namespace("substatus", statuses), Namespace("sub status", statuses),
    Namespace("sub-status", statuses), Namespace("ntstatus", statuses),
    Namespace(
      "status", [.ntStatus, .securityStatus, .kerberos, .gateway, .win32], only: kerberosWords),
    Namespace("status", statuses), Namespace("sec_e", [.securityStatus, .ntStatus]),
    Namespace("hresult", [.securityStatus, .ntStatus, .gateway, .win32, .winsock]),
    Namespace("sspi", [.securityStatus, .ntStatus]),
    Namespace("kerberos error", [.kerberos]), Namespace("kerberos", [.kerberos]),
    Namespace("krb", [.kerberos]), Namespace("kdc", [.kerberos]), Namespace("krb5", [.kerberos]),
    Namespace("kdc_err", [.kerberos]), Namespace("kdc error", [.kerberos]),
    Namespace("mstsc", [.disconnectReason]), Namespace("rdp disconnected", [.disconnectReason]),
    Namespace("disconnect code", [.disconnectReason]), Namespace("disconnect", [.disconnectReason]),
    Namespace("errconnect", [.freeRDP]), Namespace("freerdp", [.freeRDP, .freeRDPExit]),
    Namespace("xfreerdp", [.freeRDP, .freeRDPExit]),
    Namespace("error", [.win32, .winsock], only: ["142", "143", "226", "rdpcorets", "corets"]),
    Namespace("error code", clientCodes + [.win32]), Namespace("errorcode", clientCodes + [.win32]),
    Namespace("fehlercode", clientCodes), Namespace("fehler", clientCodes),
    Namespace("code d erreur", clientCodes), Namespace("código de error", clientCodes),
    Namespace("код ошибки", clientCodes), Namespace("расширенный код ошибки", extended),
    Namespace("расширенный код", extended), Namespace("код события", [.windowsEvent]),
    Namespace("событие", [.windowsEvent]), Namespace("错误代码", clientCodes),
    Namespace("错误码", clientCodes), Namespace("网络错误", [.errno]),
    Namespace("扩展错误代码", extended), Namespace("扩展错误码", extended),
    Namespace("錯誤碼", clientCodes), Namespace("錯誤代碼", clientCodes),
    Namespace("擴充錯誤碼", extended), Namespace("延伸錯誤碼", extended),
    Namespace("事件", [.windowsEvent]), Namespace("事件 id", [.windowsEvent]),
    Namespace("오류 코드", clientCodes),
    Namespace("확장 오류 코드", extended), Namespace("이벤트", [.windowsEvent]),
    Namespace("código de erro", clientCodes), Namespace("estendido", extended),
    Namespace("codice di errore", clientCodes),
    Namespace("codice errore", clientCodes),
    Namespace("esteso", extended), Namespace("foutcode", clientCodes),
    Namespace("uitgebreide foutcode", extended), Namespace("kod błędu", clientCodes),
    Namespace("rozszerzony kod błędu", extended),
    Namespace("vnc error", []), Namespace("x error", []), Namespace("rfb error", []),
    Namespace("signal", []), Namespace("http", []), Namespace("status code", []),
    Namespace("http status", []),
    Namespace("http code", []), Namespace("response code", []), Namespace("statuscode", []),
    Namespace("エラー コード", clientCodes), Namespace("エラーコード", clientCodes),
    Namespace("エラー", clientCodes), Namespace("error", clientCodes + [.win32]),
    Namespace("erreur", clientCodes), Namespace("code", clientCodes + [.win32]),
  ]
}
