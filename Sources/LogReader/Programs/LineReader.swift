import CaptureReader

/// Reads the lines of programs into events.
struct LineReader {
  private var startedProcesses: Set<Int> = []
  private static let mostProcesses = 65_536
  private static let longestMessage = 1_024
  /// The time of the newest line that was read.
  private var newest: Timestamp?
  /// The process of the newest line that names one.
  private var newestProcess: Int?
  /// The server whose lines were read last: a desktop that crashes is its.
  private var newestServer: LogProgram?
  private static let servers: Set<LogProgram> = [.xrdp, .sesman, .gnomeRemoteDesktop, .weston]
  /// The newest line's message is one that is understood.
  private(set) var isMatched = false
  /// Who was to be connected to, by the command that stands above the lines.
  var command: FreeRDPCommand?

  /// Which program a tag of syslog or the journal names.
  static func program(named tag: LineBytes) -> LogProgram? {
    var name = tag
    if let slash = name.lastIndex(of: UInt8(ascii: "/")) { name = name[(slash + 1)...] }
    let known: [(Needle, LogProgram)] = [
      ("xrdp-sesman", .sesman), ("xrdp-sesexec", .sesman), ("xrdp-chansrv", .sesman),
      ("xrdp", .xrdp),
      ("guacd", .guacd), ("gnome-remote-de", .gnomeRemoteDesktop),
      ("grd-daemon", .gnomeRemoteDesktop), ("krdp", .gnomeRemoteDesktop),
      ("xfreerdp", .freeRDP), ("wlfreerdp", .freeRDP), ("sdl-freerdp", .freeRDP),
      ("remmina", .freeRDP),
      ("freerdp", .freeRDP), ("org.remmina", .freeRDP), ("weston", .weston),
    ]
    return known.first { name.starts($0.0) }?.1
  }

  /// The rules of a program.
  static func rules(of program: LogProgram) -> [LineRule] {
    switch program {
    case .xrdp: XRDPRules.all
    case .sesman: XRDPRules.sessionManager
    case .guacd: GuacdRules.all
    case .gnomeRemoteDesktop: GnomeRemoteDesktopRules.all
    case .weston: WestonRules.all
    case .freeRDP: FreeRDPRules.all
    default: []
    }
  }

  mutating func read(_ line: ProgramLine, number: Int, into log: inout LogCollector) {
    var line = line
    let program: LogProgram
    switch line.form {
    case .freeRDP: program = .freeRDP
    case .weston: program = .weston
    case .xrdp: program = XRDPRules.isSessionManager(line.message) ? .sesman : .xrdp
    case .syslog:
      guard let named = Self.program(named: line.tag) else { return log.pass() }
      program = named
      // Programs write their own front behind that of syslog.
      if named == .xrdp || named == .sesman {
        line.stripXRDP()
      } else if named == .guacd, line.message.starts("guacd["),
        let inner = GuacdText(line.message.text)
      {
        // Written twice: by the program, and as what it printed.
        line.process = inner.process
        line.message = inner.message
      } else if let inner = ProgramLine.freeRDP(line.message) {
        line.thread = inner.thread
        line.process = line.process ?? inner.process
        line.tag = inner.tag
        line.message = inner.message
      }
    }
    if line.form == .freeRDP { log.clock.noteForeignMilliseconds(line.time) }
    read(line, of: program, number: number, into: &log)
  }

  /// A message whose front is read, by the rules of its program.
  mutating func read(
    _ line: ProgramLine, of program: LogProgram, at known: Timestamp? = nil, number: Int,
    into log: inout LogCollector
  ) {
    // A line whose front has no stamp is of the moment of the line before it.
    let time =
      known
      ?? (line.timeText.isEmpty
        ? newest ?? Timestamp(nanoseconds: 0) : log.clock.time(of: line.time))
    newest = time
    newestProcess = line.process ?? newestProcess
    if Self.servers.contains(program) { newestServer = program }
    log.count(program.rawValue, time)
    if program == .freeRDP, let process = line.process, startedProcesses.count < Self.mostProcesses,
      startedProcesses.insert(process).inserted
    {
      var first = event(.phaseReached, "freerdp.first_line", line, program, time, number)
      command?.name(&first)
      command = nil
      first.text = "first line of process \(process)"
      log.add(first)
    }
    guard let (rule, rest) = Self.match(line.message, program) else {
      isMatched = false
      // What no rule knows may say it in plain words; that counts where nothing else is known.
      guard program == .freeRDP, line.message.count < Self.longestMessage,
        LineGate.plain.passes(line.message),
        let plain = PlainStatement(line.message, isAmidRemoteDesktop: true),
        plain.isFailure
      else { return }
      var event = event(.phaseReached, plain.rule.key, line, program, time, number)
      event.code = plain.code
      event.text = line.message.text.shortened(200)
      log.add(event)
      return
    }
    isMatched = true
    var event = event(rule.kind, rule.key, line, program, time, number)
    rule.details?(rest, &event)
    if program == .freeRDP {
      FreeRDPGatewayRules.settle(&event, line.message)
      command?.name(&event)
      command = nil
    }
    if rule.key == "grd.capabilities_closing" {
      event.text = line.message.before(", closing").text.shortened(160)
    }
    if rule.key == "freerdp.activated" {
      event.client = line.message.between("Client from ", " is activated").flatMap {
        LogEndpoint(parsing: $0.text)
      }
    }
    log.add(event)
  }

  /// The end of a program that the system or a library writes of; false where it is a desktop's, and no server's
  /// line was read.
  mutating func read(
    _ crash: SystemCrash, _ line: ProgramLine, number: Int, into log: inout LogCollector
  ) -> Bool {
    if crash.isOfDesktop, newestServer == nil { return false }
    let program = crash.isOfDesktop ? newestServer ?? crash.program : crash.program
    let time =
      line.timeText.isEmpty ? newest ?? Timestamp(nanoseconds: 0) : log.clock.time(of: line.time)
    newest = time
    log.count(program.rawValue, time)
    var ended = event(
      crash.isOfDesktop ? .backendFailed : .serviceStopped,
      crash.isOfDesktop ? "system.desktop_crash" : "system.crash", line, program, time, number)
    ended.text = crash.meaning
    // guacd has a process for each connection: that of the line before crashed.
    ended.process = crash.program == .guacd ? newestProcess : nil
    log.add(ended)
    return true
  }

  /// Some rule of its program knows the message.
  static func isUnderstood(_ line: ProgramLine) -> Bool {
    let program: LogProgram? =
      switch line.form {
      case .freeRDP: .freeRDP
      case .weston: .weston
      case .xrdp: XRDPRules.isSessionManager(line.message) ? .sesman : .xrdp
      case .syslog: Self.program(named: line.tag)
      }
    return program.map { match(line.message, $0) != nil } ?? false
  }

  private static func match(_ message: LineBytes, _ program: LogProgram) -> (
    rule: LineRule, rest: LineBytes
  )? {
    if let found = rules(of: program).first(matching: message) { return found }
    // Servers that are built on FreeRDP print its lines too.
    if program == .gnomeRemoteDesktop || program == .guacd {
      return FreeRDPRules.all.first(matching: message)
    }
    return nil
  }

  private func event(
    _ kind: LogEventKind, _ key: String, _ line: ProgramLine, _ program: LogProgram,
    _ time: Timestamp, _ number: Int
  ) -> LogEvent {
    var event = LogEvent(
      kind, key: key, at: ItemReference(input: 0, frame: number, time: time),
      timeText: line.timeText.text, source: LogEvent.Source(program))
    event.process = line.process
    event.thread = line.thread
    event.source.computer = line.host?.text.shortened(128)
    return event
  }
}

extension XRDPRules {
  /// The lines of both programs look alike; these are the session manager's.
  static func isSessionManager(_ message: LineBytes) -> Bool {
    sessionManagerFronts.contains { message.starts($0) }
      || message.starts("A connection received from: 127.0.0.1 ")
      || (message.starts("Socket ") && message.has("connection received from ::1 ")
        || message.starts("Socket ") && message.has("connection received from 127.0.0.1 "))
  }

  private static let sessionManagerFronts: [Needle] = [
    "++ ", "AUTHFAIL", "sesman_", "starting xrdp-sesman", "login denied for user", "max concurrent",
    "Starting session:", "starting X", "Starting X", "Timed out waiting for X server",
    "There is no X server", "pam_", "Window manager", "X server for display", "Session ",
    "Found X server", "Terminating ",
    "Calling auth_", "X server on display", "another Xserver might", "cleanup_sockets",
    "[session start]",
    "Username or password error", "Starting the ", "A fatal error",
  ]
}
