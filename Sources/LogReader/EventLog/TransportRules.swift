/// Events of Windows' own TCP (provider TCPIP, in event traces and its Operational log): which end gave a
/// connection up, and why. Only connections of the port of Remote Desktop count.
enum TransportRules {
  private static let provider = "TCPIP"
  private static let port = 3389
  /// What an event of the client's own computer says beside its code.
  static let outgoing = "outgoing connection"

  static let all: [EventRule] = [
    EventRule(
      provider, 1033, as: "tcpip.1033", is: .phaseReached, "A TCP connection was made",
      details: ends),
    EventRule(
      provider, 1034, as: "tcpip.1034", is: .connectFailed, "A TCP connection could not be made"
    ) {
      record, event in
      event.code = record.number("Status", "NewState").map { LogCode(.ntStatus, $0) }
      return ends(record, &event)
    },
    EventRule(
      provider, 1046, as: "tcpip.1046", is: .transportError,
      "Windows gave a TCP connection up: what it sent was not acknowledged"
    ) {
      record, event in
      // ERROR_SEM_TIMEOUT, as RdpCoreTS writes it of the same end.
      event.code = LogCode(.win32, 121)
      return ends(record, &event)
    },
    EventRule(
      provider, 1183, as: "tcpip.1183", is: .connectFailed,
      "A TCP connection was refused with a reset"
    ) {
      record, event in
      event.code = LogCode(.win32, 1225)
      return ends(record, &event)
    },
    EventRule(
      provider, 1184, as: "tcpip.1184", is: .transportError,
      "A TCP connection was reset by the peer"
    ) {
      record, event in
      event.code = LogCode(.win32, 64)
      return ends(record, &event)
    },
  ]

  /// Client and server by which of the two has the port; false where neither has.
  private static let ends: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    guard let local = record.item("LocalAddress", "LocalSockAddr").flatMap(endpoint),
      let remote = record.item("RemoteAddress", "RemoteSockAddr").flatMap(endpoint)
    else { return false }
    if local.port == port {
      (event.server, event.client) = (local, remote)
    } else if remote.port == port {
      (event.server, event.client) = (remote, local)
      event.text = outgoing
    } else {
      return false
    }
    return true
  }

  /// `10.0.0.5:50123`, or a SOCKADDR in hexadecimal as a schema's bytes are written.
  static func endpoint(_ text: String) -> LogEndpoint? {
    guard text.utf8.count >= 16, text.utf8.allSatisfy({ $0.hexadecimalDigit != nil }) else {
      return LogEndpoint(parsing: text)
    }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8.compactMap(\.hexadecimalDigit) {
      if let first = high {
        bytes.append(UInt8(truncatingIfNeeded: first) << 4 | UInt8(truncatingIfNeeded: digit))
        high = nil
      } else {
        high = UInt8(truncatingIfNeeded: digit)
      }
    }
    guard bytes.count >= 8 else { return nil }
    let port = Int(bytes[2]) << 8 | Int(bytes[3])
    switch (bytes[0], bytes[1]) {
    case (2, 0):
      return LogEndpoint(
        address: bytes[4..<8].map { String($0) }.joined(separator: "."), port: port)
    case (23, 0) where bytes.count >= 24:
      let groups = stride(from: 8, to: 24, by: 2).map {
        String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16)
      }
      return LogEndpoint(address: groups.joined(separator: ":"), port: port)
    default: return nil
    }
  }
}
