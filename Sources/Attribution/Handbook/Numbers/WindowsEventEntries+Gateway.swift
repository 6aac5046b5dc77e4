extension WindowsEventEntries {
  /// Events of the Remote Desktop Gateway.
  static let gatewayEvents: [HandbookEntry] = [
    row(
      200, "RD Gateway: connection authorised",
      """
      The user met the connection policy (CAP).
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      201, "RD Gateway: connection policy not met",
      """
      The user did not meet the connection authorisation policy (CAP): group, device or method of sign-in.
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      202, "RD Gateway: an administrator disconnected the user",
      """
      Somebody ended the user's connection in the gateway's console or by a script; neither network nor client failed.
      """, log: gateway, fixes: [], seeAlso: ["subject gateway", "event 303"]),
    row(
      300, "RD Gateway: resource authorised",
      """
      The user met the resource policy (RAP).
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      301, "RD Gateway: resource policy not met",
      """
      The user did not meet the resource authorisation policy (RAP) for this server or port.
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      302, "RD Gateway: connected to the server",
      """
      The gateway connected the user with the server named.
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      303, "RD Gateway: disconnected",
      """
      The user's connection through the gateway ended; the event holds bytes, duration and an error code. It does not say who ended it.
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      304, "RD Gateway: server not reached",
      """
      The user met the policies, and the gateway could not connect to the server; the error code says why.
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
    row(
      307, "RD Gateway: disconnected for a time limit or change",
      """
      The gateway ended the connection itself (idle or session time-out, or an administrator).
      """, log: gateway, fixes: [], seeAlso: ["subject gateway"]),
  ]
}
