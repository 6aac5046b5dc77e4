import CaptureReader

/// What the system writes of the programs that Remote Desktop stands on: the kernel of a crash, systemd of a service
/// that it stops or that failed.
struct SystemCrash {
  let program: LogProgram
  let meaning: String

  private static let programs: [(name: Needle, program: LogProgram)] = [
    ("xrdp-sesman", .sesman), ("xrdp", .xrdp), ("krdpserver", .gnomeRemoteDesktop),
    ("gnome-remote-de", .gnomeRemoteDesktop), ("guacd", .guacd), ("weston", .weston),
  ]
  private static let writers: Set<String> = [
    "kernel", "systemd", "systemd-coredump", "abrt-hook-ccpp", "traps",
  ]
  private static let crashes: [Needle] = [
    "segfault at", "dumped core", "code=dumped", "status=11/SEGV", "status=6/ABRT",
    "general protection", "trap invalid opcode", "code=killed, status=9/KILL",
  ]
  private static let bare: [Needle] = ["double free or corruption", "corrupted size vs. prev_size"]

  /// - Parameter line: behind the front of syslog or the journal.
  init?(_ line: ProgramLine) {
    guard Self.writers.contains(line.tag.text),
      Self.crashes.contains(where: { line.message.has($0) })
    else { return nil }
    self.init(named: line.message)
  }

  /// `*** Error in `guacd': double free or corruption …`, which the library prints into the program's output.
  init?(output line: LineBytes) {
    guard line.count < 400, line.starts("*** Error in "),
      Self.bare.contains(where: { line.has($0) })
    else { return nil }
    self.init(named: line)
  }

  private init?(named text: LineBytes) {
    guard let found = Self.programs.first(where: { text.has($0.name) }) else { return nil }
    program = found.program
    meaning = "\(found.name.text) crashed"
  }
}
