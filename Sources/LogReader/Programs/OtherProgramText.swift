/// Lines of programs that say little, and of which a few words tell all: rdesktop, IronRDP, Teleport.
struct OtherProgramText {
  let program: LogProgram
  let rule: LineRule
  /// What stands behind the rule's texts.
  let rest: LineBytes

  init?(_ line: LineBytes) {
    guard line.count < 4_096 else { return nil }
    if let found = Self.rdesktop.first(matching: line) {
      (program, rule, rest) = (.rdesktop, found.rule, found.rest)
      return
    }
    guard Self.marks.contains(where: { line.has($0) }),
      let found = Self.others.first(matching: line)
    else { return nil }
    (program, rule, rest) = (.connectionManager, found.rule, found.rest)
  }

  static let rdesktop: [LineRule] = [
    LineRule(
      "rdesktop.connected", "Connection established using ", is: .sessionConnected,
      "The connection is up"),
    LineRule(
      "rdesktop.disconnect", "disconnect: ", is: .sessionDisconnected,
      "The server gave this reason for the end",
      details: { rest, event in
        event.text = rest.text.shortened(160)
        let words = rest.text.lowercased()
        if let row = reasons.first(where: { words.contains($0.0) }) { event.kind = row.1 }
      }),
    LineRule(
      "rdesktop.reset", "ERROR: recv: Connection reset by peer", is: .transportError,
      "The connection was reset",
      details: LineDetails.fixed(LogCode(.errno, 104, name: "Connection reset by peer"))),
    LineRule(
      "rdesktop.tls_cut", "The TLS connection was non-properly terminated", anywhere: true,
      is: .transportError, "The connection was gone without TLS's farewell"),
    LineRule(
      "rdesktop.lost", "Disconnected due to network error", is: .consequence,
      "The connection is gone, the client tries to come back"),
    LineRule(
      "rdesktop.try", "Core(error): tcp_connect(), unable to connect to ", is: .consequence,
      "No TCP connection came about"),
    LineRule(
      "rdesktop.nla", "Failed to connect, CredSSP required by server", is: .negotiationRefused,
      "The server demands NLA",
      details: LineDetails.fixed(LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER"))),
    LineRule(
      "rdesktop.credssp", "ERROR: CredSSP: Initialize failed", is: .consequence,
      "The client has no Kerberos ticket for NLA"),
    LineRule(
      "rdesktop.name", "ERROR: getaddrinfo: ", is: .nameNotFound, "The server's name was not found"),
    LineRule(
      "rdesktop.connect", "ERROR: ", ": unable to connect", is: .connectFailed,
      "No TCP connection came about"),
  ]

  private static let reasons: [(String, LogEventKind)] = [
    ("idle", .limitReached), ("timeout", .limitReached), ("another", .sessionTakenOver),
    ("replaced", .sessionTakenOver), ("logoff", .sessionLoggedOff),
    ("logged off", .sessionLoggedOff), ("logout", .sessionLoggedOff), ("licens", .licensingFailed),
    ("denied", .authorizationDenied), ("privilege", .authorizationDenied),
  ]

  private static let marks: [Needle] = ["ironrdp", "IronRDP", "rdp_client", "WINDOWS_D"]

  static let others: [LineRule] = [
    LineRule(
      "ironrdp.negotiation", "failed to negotiate security protocol", anywhere: true,
      is: .negotiationRefused, "Client and server found no common security protocol"),
    LineRule(
      "ironrdp.identity", "Got empty identity", anywhere: true, is: .logonRefused,
      "The client sent no user name"),
    LineRule(
      "teleport.channel", "Invalid channel name", anywhere: true, is: .protocolError,
      "The gateway program could not read what the server sent"),
    LineRule(
      "teleport.read", "Failed reading RDP output frame: ", anywhere: true, is: .transportError,
      "The gateway program lost the connection to the server", details: LineDetails.text),
  ]
}
