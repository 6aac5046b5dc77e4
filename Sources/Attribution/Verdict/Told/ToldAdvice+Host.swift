import LogReader

/// What a log says of a host or of a program on it: sleep, restart, crash, a service that stopped.
extension ToldAdvice {
  static func host(_ record: DecidingRecord) -> Advice? {
    // Windows logs a restart's sessions off as an administrator would: the restart is why.
    if record.findings.contains("log.host_stopped"), afterRestart.contains(record.code) {
      return restarted(record)
    }
    switch record.code {
    case "log.host_slept", "log.client_slept": return slept(record)
    case "log.host_stopped": return restarted(record)
    case "log.host_crashed": return crashed(record)
    case "log.client_stopped": return clientStopped(record)
    case "log.service_stopped": return service(record)
    case "log.client_crashed": return clientCrashed
    case "log.client_killed", "log.client_interrupted": return signalled
    case "log.client_program_ended": return clientEnded
    case "log.resources_low": return lowResources
    case "log.session_stuck": return stuck
    default: return nil
    }
  }

  private static let afterRestart: Set<String> = [
    "log.admin_disconnect", "log.service_stopped", "log.logged_off",
  ]

  private static func slept(_ record: DecidingRecord) -> Advice {
    let machine = record.isClients ? "client's computer" : "server"
    let isStandby = record.has("kernel-power.506") || record.has("power.506")
    let how = isStandby ? "into modern standby (lid closed, or idle)" : "to sleep"
    return Advice(
      summary: "The \(machine) went \(how).",
      nextAction:
        "On the \(machine) forbid sleep while a session is open: `powercfg /change "
        + "standby-timeout-ac 0` and, for a laptop, the lid's action (Control Panel > Power "
        + "Options). `powercfg /a` shows which kinds of sleep it has.")
  }

  private static func restarted(_ record: DecidingRecord) -> Advice {
    let stop = (record.events + record.session.hostEvents).first {
      $0.kind == .hostStopping && $0.key.hasSuffix(".1074") && $0.text?.isEmpty == false
    }
    let by = stop?.text.map { " (\(restarter($0)))" } ?? ""
    return Advice(
      summary: "The server was shut down or restarted on purpose\(by).",
      nextAction: stop == nil
        ? "Find out who or what restarted the server: User32 event 1074 of its System log names "
          + "program and account; updates restart by themselves. Move it out of working hours, or "
          + "announce it."
        : "Ask whoever that record (User32 1074) names for the reason; move restarts out of "
          + "working hours, or announce them.")
  }

  /// `shutdown.exe, CORP\\adm` of a record whose items may stand in one row: program, computer, reason, number,
  /// kind, comment, account.
  private static func restarter(_ text: String) -> String {
    guard let end = text.firstRange(of: ".exe") else { return text }
    let program = text[..<end.upperBound].split(separator: "\\").last.map(String.init) ?? ""
    let account = text[end.upperBound...].split(separator: ",").last.map {
      $0.drop { $0 == " " }
    }
    guard let account, account.contains("\\") else { return text }
    return "\(program), \(account)"
  }

  private static func crashed(_ record: DecidingRecord) -> Advice {
    let isBugCheck =
      record.hasKey(from: "bugcheck.")
      || record.session.hostEvents.contains { $0.key.hasSuffix(".1001") && $0.kind == .hostCrashed }
    return Advice(
      summary: isBugCheck
        ? "The server crashed: Windows stopped with a bug check."
        : "The server crashed or lost power.",
      nextAction: isBugCheck
        ? "Give the memory dump that the bug check's record names (mostly C:\\Windows\\MEMORY.DMP) "
          + "to whoever looks after the server's drivers; update drivers, graphics and security "
          + "software first. Event 6008 names the second of the crash, 41 only the next start."
        : "No bug check is recorded: look at power, the hypervisor's or the management board's "
          + "log, and a reset by hand. Event 6008 names the second of the crash, 41 only the next "
          + "start.")
  }

  private static func clientStopped(_ record: DecidingRecord) -> Advice {
    Advice(
      summary: "The client's computer was shut down, restarted or crashed.",
      nextAction:
        "Look at the record's second in the client's System log: User32 1074 names who restarted "
        + "it, WindowsUpdateClient 19 an update, 41 without either a crash or loss of power.")
  }

  private static func service(_ record: DecidingRecord) -> Advice {
    switch record.server {
    case .xrdp:
      return Advice(
        summary: "The server program was stopped, restarted or crashed.",
        nextAction:
          "Find out who or what stopped it: `journalctl -u xrdp -u xrdp-sesman`, the updates of "
          + "that minute, and the kernel's log for a process out of memory (`journalctl -k`).")
    case .gnome:
      return Advice(
        summary: "The server program was stopped, restarted or crashed.",
        nextAction:
          "Find out what ended it: `journalctl --user -u gnome-remote-desktop`, and whether the "
          + "desktop was locked or logged off.")
    case .windows, .unknown: break
    }
    if record.hasKey(from: "application.") {
      return Advice(
        summary: "The Remote Desktop service of the server crashed.",
        nextAction:
          "The record (Application 1000) names the faulting module: update what it belongs to, or "
          + "take it out (wrappers, graphics and printer drivers, security software).")
    }
    if record.hasKey(from: "scm.") {
      return Advice(
        summary: "The Remote Desktop service of the server stopped or crashed.",
        nextAction:
          "Look in the server's Application log (1000) of that second for the module that "
          + "crashed, and in its System log for an update or an administrator who stopped it "
          + "(7036, 7040).")
    }
    let place =
      record.server == .windows
      ? "System log 7031, 7034" : "Windows: System log 7031, 7034; Linux: the service's journal"
    return Advice(
      summary: "The server program was stopped, restarted or crashed.",
      nextAction:
        "Find out who or what stopped it at that time: an update, an administrator, a crash "
        + "(\(place)).")
  }

  private static let clientCrashed = Advice(
    summary: "The client program crashed.",
    nextAction:
      "Update the client program and the graphics driver of the client's computer: the record "
      + "names the module that failed. If it recurs, test with redirections and hardware graphics "
      + "off.")

  private static let signalled = Advice(
    summary: "A signal ended the client program.",
    nextAction:
      "Ask who or what ended it: Ctrl-C, a closed terminal, a script or launcher with a time "
      + "limit, the end of the user's own desktop.")

  private static let clientEnded = Advice(
    summary: "The client program ended.",
    nextAction:
      "Ask the user whether the window was closed. If not, look in the client's Application log "
      + "(1000, 1002) of that second for a crash.")

  private static let lowResources = Advice(
    summary: "The server ran out of memory or of free ports.",
    nextAction:
      "See in the record what took it (2004 names the largest programs; 4227 means ports), and "
      + "move sessions away or add memory.")

  private static let stuck = Advice(
    summary: "A part of the session on the server did not answer.",
    nextAction:
      "Find the stuck session with `qwinsta` and end it with `rwinsta ID` (its unsaved work is "
      + "lost); the record names the part that hung: profile, group policy, winlogon or a driver.")
}
