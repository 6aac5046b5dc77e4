/// Lines of FreeRDP about a running session: reasons that it repeats by name, and updates that it could not
/// use.
enum FreeRDPSessionRules {
  /// Before the general rules, which look for a number beside the name.
  static let first: [LineRule] = [
    LineRule(
      "freerdp.error_repeated", "rying to set error code ERRINFO_", anywhere: true,
      is: .errorInfo, "The server's reason for the end came a second time",
      details: { rest, event in
        let name = rest.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: " ") }.text
        event.code = reasons.first { $0.name == name }.map {
          LogCode(.errorInfo, $0.value, name: "ERRINFO_\(name.shortened(60))")
        }
      })
  ]

  static let all: [LineRule] = [
    LineRule(
      "freerdp.activation_wait", "Timeout waiting for activation", anywhere: true,
      is: .transportError, "The server did not finish the connection in the client's time"),
    LineRule(
      "freerdp.licensing_packet", "CONNECTION_STATE_LICENSING", "FAIL", anywhere: true,
      is: .protocolError, "The client could not use the server's licensing message"),
    LineRule(
      "freerdp.credentials", "Authentication failure, check credentials", anywhere: true,
      is: .logonRefused, "The log-on was refused"),
    LineRule(
      "freerdp.update_failed", "Fastpath update ", "failed, status", anywhere: true,
      is: .protocolError, "The client could not use an update of the server's desktop"),
    LineRule(
      "freerdp.update_bitmap", "Failed to read bitmap update", anywhere: true,
      is: .protocolError, "The client could not use an update of the server's desktop"),
  ]

  /// `[MS-RDPBCGR]` 2.2.5.1.1, those that end sessions without a protocol error.
  private static let reasons: [(name: String, value: UInt32)] = [
    ("RPC_INITIATED_DISCONNECT", 1), ("RPC_INITIATED_LOGOFF", 2), ("IDLE_TIMEOUT", 3),
    ("LOGON_TIMEOUT", 4), ("DISCONNECTED_BY_OTHER_CONNECTION", 5), ("OUT_OF_MEMORY", 6),
    ("SERVER_DENIED_CONNECTION", 7), ("RPC_INITIATED_DISCONNECT_BY_USER", 0xb),
    ("LOGOFF_BY_USER", 0xc),
  ]
}
