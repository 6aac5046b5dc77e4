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
      "freerdp.gateway_status_name", "nexpected HTTP status: ", anywhere: true, is: .consequence,
      "The gateway answered with this HTTP status",
      details: { rest, event in
        guard let status = rest.after("[")?.leadingNumber ?? rest.leadingNumber,
          (100...599).contains(status)
        else { return }
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

  /// Functions of the ways to a gateway: HTTP and WebSocket, RPC, and Azure's.
  private static let functions: [Needle] = [
    "rdg_", "wst_", "arm_", "rpc_", "tsg_", "rts_", "http_",
  ]

  /// The line was written while the client spoke with the gateway: `[rdg_…]: …`, `rdg_…:…`, `rdg_… (…)`.
  static func isOfGateway(_ message: LineBytes) -> Bool {
    let front = message.first == UInt8(ascii: "[") ? message.dropFirst() : message
    return functions.contains { front.starts($0) }
  }

  /// A log-on that the gateway refused, under the name that the client has for refusals of all kinds.
  static func settle(_ event: inout LogEvent, _ message: LineBytes) {
    guard event.kind == .logonRefused || event.kind == .authorizationDenied,
      !event.key.hasPrefix("freerdp.gateway"), isOfGateway(message)
    else { return }
    event.key = "freerdp.gateway_refused"
    event.kind = .authorizationDenied
  }
}
