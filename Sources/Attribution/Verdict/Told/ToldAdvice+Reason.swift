import LogReader

/// Ends for which a log gives a reason: limits, log-offs, administrators, brokers.
extension ToldAdvice {
  static func reason(_ record: DecidingRecord) -> Advice? {
    switch record.code {
    case "log.admin_disconnect": administrator(record)
    case "log.user_disconnected": left
    case "log.logged_off": loggedOff(record)
    case "log.user_closed":
      Advice(summary: "The user closed the client.", nextAction: nothing)
    case "log.gateway_closed":
      Advice(
        summary: "The session ended in order, as the gateway's log says.", nextAction: nothing)
    case "log.idle_limit": limit(record, of: "idle time", policy: "MaxIdleTime", "IdleTimeLimit")
    case "log.time_limit": limit(record, of: "session time", policy: "MaxConnectionTime", nil)
    case "log.limit_reached": count(record)
    case "log.server_error": graphics(record)
    case "log.broker_failed": broker(record)
    case "log.host_no_answer": hostSilent
    default: nil
    }
  }

  private static func administrator(_ record: DecidingRecord) -> Advice {
    if record.has("gateway.202") {
      return Advice(
        summary: "An administrator ended the connection at the gateway.",
        nextAction:
          "Ask the gateway's administrators who disconnected it in RD Gateway Manager > "
          + "Monitoring at that second; the server behind the gateway did nothing.")
    }
    let isWindows = record.server == .windows
    return Advice(
      summary: "An administrator, or a program on the server, ended the session.",
      nextAction:
        "Ask the administrators who ended it, and look for scheduled tasks and scripts that log "
        + "sessions "
        + "off" + (isWindows ? " (tsdiscon, logoff, rwinsta)." : ".")
        + (isWindows ? " A restart of the server (User32 1074) logs the same reason." : ""))
  }

  private static let left = Advice(
    summary: "The user disconnected (reason 11); the session lives on for the next log-on.",
    nextAction: nothing)

  private static func loggedOff(_ record: DecidingRecord) -> Advice? {
    guard !record.hasPackets else { return nil }
    if record.number(.errorInfo) == 0xC {
      return Advice(summary: "The user logged off (reason 12).", nextAction: nothing)
    }
    switch record.server {
    case .xrdp:
      return Advice(
        summary: "The session was logged off.",
        nextAction:
          "Nothing to do if the user logged off. If not, xrdp-sesman.log tells what ended the "
          + "session's programs at that second.")
    case .windows:
      return Advice(
        summary: "The session was logged off.",
        nextAction:
          "Nothing to do if the user logged off. If not, event 40 of LocalSessionManager at that "
          + "second has the reason: 3 or 4 a limit, 1 or 2 an administrator.")
    case .gnome, .unknown:
      return Advice(
        summary: "The session was logged off.",
        nextAction:
          "Nothing to do if the user logged off. If not, read the server's own log of that second.")
    }
  }

  private static func limit(
    _ record: DecidingRecord, of what: String, policy: String, _ xrdp: String?
  ) -> Advice {
    let windows =
      "Windows policy Session Time Limits (\(policy)), and `gpresult /H report.html` on the server "
      + "shows who sets it"
    let action =
      switch (record.server, xrdp) {
      case (.xrdp, let xrdp?): "\(xrdp) in /etc/xrdp/sesman.ini"
      case (.unknown, let xrdp?): "\(windows); xrdp \(xrdp) in /etc/xrdp/sesman.ini"
      default: windows
      }
    return Advice(
      summary: "The server's limit of \(what) ended the session.",
      nextAction: "Raise or switch off the limit of \(what) if users need more: \(action).")
  }

  private static func count(_ record: DecidingRecord) -> Advice {
    let action =
      switch record.server {
      case .xrdp: "MaxSessions in /etc/xrdp/sesman.ini"
      case .windows:
        "policy Limit number of connections (`gpresult /H report.html` shows who sets it)"
      case .gnome, .unknown:
        "Windows policy Limit number of connections, xrdp MaxSessions in /etc/xrdp/sesman.ini"
      }
    return Advice(
      summary: "The server's limit of sessions was reached.",
      nextAction: "End old sessions or raise the limit: \(action).")
  }

  /// Set Error Info of display drivers and of the graphics pipeline.
  private static func graphics(_ record: DecidingRecord) -> Advice? {
    let isPipeline = record.words.contains("graphics")
    let code =
      record.number(.errorInfo).map { " (0x\(String($0, radix: 16, uppercase: true)))" } ?? ""
    return Advice(
      summary: isPipeline
        ? "The server's graphics failed\(code)."
        : "The server's display driver or desktop failed\(code).",
      nextAction:
        "Update the graphics driver on the server; if it recurs, turn hardware graphics and "
        + "H.264/AVC off by policy (Remote Desktop Session Host > Remote Session Environment). "
        + "Test once with a smaller screen and one monitor.")
  }

  private static func broker(_ record: DecidingRecord) -> Advice {
    guard record.has(.virtualDesktop) else {
      return Advice(
        summary: "The connection broker could not place the user's session.",
        nextAction:
          "On the connection broker see whether its services run (`Get-Service Tssdis,RDMS`) and "
          + "its database answers, then whether the collection has hosts that are up and not in "
          + "drain mode: `Get-RDSessionHost -CollectionName NAME`. The session host was not asked.")
    }
    return Advice(
      summary: "The broker found no session host for the user: \(record.words)",
      nextAction:
        "In the host pool see whether its hosts run and are available (agent's heartbeat, drain "
        + "mode, Start VM on Connect, scaling plan, session limit). No host was reached: its logs "
        + "show nothing.")
  }

  private static let hostSilent = Advice(
    summary: "The session host did not answer the broker.",
    nextAction:
      "See whether the host runs, whether its agent is healthy (services RDAgentBootLoader and "
      + "the SxS stack's listener in `qwinsta`), and whether it reaches the service's addresses "
      + "on port 443.")
}
