import Evidence

/// What is said of a session that no capture shows: a log sees no packets, so no sentence may speak of what
/// only packets show.
enum LogOnlyText {
  typealias Advice = SessionAdvice.Advice

  static func advice(
    for code: VerdictCode, facts: SessionFacts, evidence: [Evidence]
  ) -> Advice? {
    let server = ServerKind(facts)
    switch code {
    case .networkPathOutage, .networkLoss, .networkLatency:
      return Advice(
        summary: "The path between client and server failed.",
        nextAction:
          "Look at the network of the machine that wrote the record first, then at the client's "
          + "own link: Wi-Fi, cable, VPN client. `pathping HOST`")
    case .networkIdleTimeout:
      return Advice(
        summary: "A timer for idle connections ended the session.",
        nextAction:
          "Raise that limit, or let the server send keep-alives that are shorter: policy Configure "
          + "keep-alive connection interval, 1 minute.")
    case .networkResetInjected:
      return Advice(
        summary: "The connection was reset; who sent the reset, the log does not tell.",
        nextAction:
          "Read the other end's log of that second: a crash or an end there means that host. "
          + "Neither there: a firewall or relay between, which has a log of its own.")
    case .networkUnreachable:
      return Advice(
        summary: "The network says that the server cannot be reached.",
        nextAction: ToldAdvice.tryThePort)
    case .networkSYNUnanswered:
      return Advice(
        summary: "Nothing answered the attempt to connect.", nextAction: ToldAdvice.tryThePort)
    case .serverUnresponsive:
      return Advice(
        summary: "The server did not answer in time.",
        nextAction:
          "See on the server what was slow at that minute: load, memory, a service it waits for "
          + "(\(server.logs)); whether its other sessions hung as well.")
    case .serverTerminated where server == .unknown:
      return Advice(
        summary: "The server's side of the session went away.",
        nextAction:
          "Read the server's own log of that second (\(server.logs)), and its System log or "
          + "journal for a restart or a crash.")
    case .serverTerminated:
      return Advice(
        summary: "The server's side of the session went away.",
        nextAction: VerdictText.nextAction(for: code))
    case .serverClosed, .credsspServerDropped:
      return Advice(
        summary: code == .serverClosed
          ? "The server closed the connection before a session came about."
          : "The server broke the log-on off.",
        nextAction: "Read the server's own log for that second: \(server.logs).")
    case .clientUnresponsive:
      return Advice(
        summary: "The client did not answer any more.",
        nextAction:
          "Ask whether the client's computer hung, slept or lost its network at that minute; see "
          + "whether a second client does the same.")
    case .tlsAlert:
      return Advice(
        summary: "The TLS handshake failed.",
        nextAction:
          "Read the TLS errors of both ends at that second: Windows System log, source Schannel; "
          + "xrdp /var/log/xrdp.log; FreeRDP its own output.")
    case .negotiationRefused where server == .windows:
      return Advice(
        summary: nil,
        nextAction:
          "Set client and server to a security mode that both have: NLA on both sides, where the "
          + "client can.")
    case .protocolMacError where server == .windows:
      return Advice(
        summary: nil,
        nextAction:
          "Use TLS or NLA instead of RDP security on both sides: SecurityLayer 2 on the server.")
    case .undeterminedConflicting, .undeterminedMidSession:
      let found = Set(evidence.filter { $0.strength > 0 }.map(\.code.rawValue))
      if found.contains("log.client_connect_failed") || found.contains("log.connect_failed") {
        return Advice(
          summary: "No TCP connection came about; the log does not say why.",
          nextAction: ToldAdvice.tryThePort)
      }
      return Advice(
        summary: found.contains("log.session_disconnected")
          ? "The log records that the session was disconnected, but not why."
          : "The logs do not decide why it ended.",
        nextAction:
          "Add the log that is named first under what would settle it: it is mostly there already.")
    case .cleanClientClosed:
      return Advice(summary: "The client closed the session.", nextAction: ToldAdvice.nothing)
    default: return nil
    }
  }
}
