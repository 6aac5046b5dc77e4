/// Lines of FreeRDP about the Remote Desktop Gateway that it connects through: what fails there is not
/// the desktop's doing, though FreeRDP's last error names the negotiation or the log-on.
enum FreeRDPGatewayRules {
  static let all: [LineRule] = [
    LineRule(
      "freerdp.gateway_status", "error! Status Code: ", anywhere: true, is: .consequence,
      "The gateway answered with this HTTP status",
      details: { rest, event in
        guard let status = rest.leadingNumber, (100...599).contains(status) else { return }
        event.code = LogCode(.http, UInt32(clamping: status))
        event.kind = [401, 403, 407].contains(status) ? .authorizationDenied : .negotiationRefused
      }),
    LineRule(
      "freerdp.gateway_retries", "http_response_recv: Retries exceeded", anywhere: true,
      is: .negotiationRefused, "The gateway's HTTP answer ended before it was whole"),
    LineRule(
      "freerdp.gateway_resource", "E_PROXY_RAP_ACCESSDENIED", anywhere: true,
      is: .authorizationDenied, "The gateway's policy denies the resource"),
    LineRule(
      "freerdp.gateway_user", "E_PROXY_NAP_ACCESSDENIED", anywhere: true,
      is: .authorizationDenied, "The gateway's policy denies the user"),
    LineRule(
      "freerdp.gateway_quarantine", "E_PROXY_QUARANTINE_ACCESSDENIED", anywhere: true,
      is: .authorizationDenied, "The gateway's health policy denies the client"),
    LineRule(
      "freerdp.gateway_target", "E_PROXY_TS_CONNECTFAILED", anywhere: true, is: .connectFailed,
      "The gateway could not connect to the desktop"),
    LineRule(
      "freerdp.gateway_rts", "nexpected RTS PDU", anywhere: true, is: .negotiationRefused,
      "The gateway's answer could not be used"),
    LineRule(
      "freerdp.gateway_internal", "E_PROXY_INTERNALERROR", anywhere: true,
      is: .negotiationRefused, "The gateway met an error of its own"),
  ]
}
