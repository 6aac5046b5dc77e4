/// Status codes of a Remote Desktop Gateway ([MS-TSGU] 2.2.6).
enum GatewayEntries {
  static let all: [HandbookEntry] = [
    row(
      0x8007_59D8, "E_PROXY_INTERNALERROR", "internal error of the gateway",
      "The gateway met an error of its own."),
    row(
      0x8007_59DA, "E_PROXY_RAP_ACCESSDENIED", "not allowed to reach this server",
      "The user met the connection policy, and no resource policy (RAP) allows this server or port."
    ),
    row(
      0x8007_59DB, "E_PROXY_NAP_ACCESSDENIED", "not allowed to use the gateway",
      "No connection policy (CAP) allows this user: group, device, or method of sign-in."),
    row(
      0x8007_59DD, "E_PROXY_TS_CONNECTFAILED", "the gateway cannot reach the server",
      "The gateway could not connect to the server behind it: name, server off, port filtered between the two."
    ),
    row(
      0x8007_59DF, "E_PROXY_ALREADYDISCONNECTED", "already disconnected",
      "The connection through the gateway had ended already."),
    row(
      0x8007_59E6, "E_PROXY_MAXCONNECTIONSREACHED", "too many connections",
      "The gateway has reached its limit of connections."),
    row(
      0x8007_59E9, "E_PROXY_CAPABILITYMISMATCH", "client and gateway do not fit",
      "Client and gateway support no common capabilities."),
    row(
      0x8007_59ED, "E_PROXY_QUARANTINE_ACCESSDENIED", "refused for the state of the device",
      "The device did not pass the health check of the gateway."),
    row(
      0x8007_59EE, "E_PROXY_NOCERTAVAILABLE", "the gateway has no certificate",
      "The gateway has no certificate it can use."),
    row(
      0x8007_59F7, "E_PROXY_COOKIE_BADPACKET", "sign-in cookie malformed",
      "The gateway could not read the sign-in cookie."),
    row(
      0x8007_59F8, "E_PROXY_COOKIE_AUTHENTICATION_ACCESS_DENIED", "sign-in cookie refused",
      "The gateway refused the sign-in cookie, often because it has expired; sign in again."),
    row(
      0x8007_59F9, "E_PROXY_UNSUPPORTED_AUTHENTICATION_METHOD", "method of sign-in not supported",
      "The gateway does not accept this method of sign-in."),
    row(
      0x8007_59E8, "E_PROXY_NOTSUPPORTED", "not supported",
      "The gateway does not support what the client asked for."),
    row(
      0x8007_59F6, "E_PROXY_SESSIONTIMEOUT", "session time-out",
      "The gateway's limit of session time was reached, or the session was idle for too long."),
    row(
      0x8007_59FA, "E_PROXY_REAUTH_AUTHN_FAILED", "periodic authentication failed",
      "The gateway asked again during the session, and the credentials were no longer accepted."),
    row(
      0x8007_59FB, "E_PROXY_REAUTH_CAP_FAILED", "periodic check of the connection policy failed",
      "The gateway checked again during the session, and no connection policy (CAP) allows the user."
    ),
    row(
      0x8007_59FC, "E_PROXY_REAUTH_RAP_FAILED", "periodic check of the resource policy failed",
      "The gateway checked again during the session, and no resource policy (RAP) allows the server."
    ),
    row(
      0x8007_59FD, "E_PROXY_SDR_NOT_SUPPORTED_BY_TS", "secure device redirection not supported",
      "The gateway demands secure device redirection, and the server behind it cannot do it."),
    row(
      0x8007_5A00, "E_PROXY_REAUTH_NAP_FAILED", "periodic health check failed",
      "The gateway checked again during the session, and the device did not pass."),
  ]

  private static func row(
    _ number: UInt32, _ name: String, _ title: String, _ meaning: String
  ) -> HandbookEntry {
    .numbered(
      .gateway, number, code: "gateway 0x\(number.hexadecimal(width: 8))", names: [name],
      title: "\(name): \(title)", meaning,
      confirm: [
        """
        The gateway's log TerminalServices-Gateway/Operational at that second: events 201, 301 \
        and 304 name policy, user and server.
        """
      ],
      fixes: [
        Explanation.Fix(
          "Check the gateway's policies (CAP, RAP) and whether it reaches the server.",
          command: "Test-NetConnection HOST -Port 3389")
      ], seeAlso: ["subject gateway", "negotiation.gateway_refused", "credssp.gateway_refused"])
  }
}
