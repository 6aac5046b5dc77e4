import CaptureReader

/// What the system writes of the programs that Remote Desktop stands on: the kernel of a crash, systemd of a service
/// that it stops or that failed.
struct SystemCrash {
  let program: LogProgram
  let meaning: String
  /// What crashed draws the desktop of whichever server there is.
  var isOfDesktop = false

  private static let programs: [(name: Needle, program: LogProgram)] = [
    ("xrdp-sesman", .sesman), ("xrdp", .xrdp), ("krdpserver", .gnomeRemoteDesktop),
    ("gnome-remote-de", .gnomeRemoteDesktop), ("guacd", .guacd), ("weston", .weston),
  ]
  /// Programs that a session's desktop ends with.
  private static let desktops: [(name: Needle, title: String)] = [
    ("GNOME Shell crashed", "GNOME Shell"), ("gnome-shell", "GNOME Shell"),
    ("org.gnome.Shell", "GNOME Shell"), ("kwin_wayland", "KWin"), ("kwin_x11", "KWin"),
    ("Xorg", "the X server"),
  ]
  private static let desktopWriter = "gnome-shell"
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
    let writer = line.tag.text
    if writer == Self.desktopWriter, line.message.starts("GNOME Shell crashed") {
      self.init(desktop: line.message)
      return
    }
    guard Self.writers.contains(writer),
      Self.crashes.contains(where: { line.message.has($0) })
    else { return nil }
    if let known = SystemCrash(named: line.message) ?? SystemCrash(desktop: line.message) {
      self = known
    } else {
      return nil
    }
  }

  private init?(desktop text: LineBytes) {
    guard let found = Self.desktops.first(where: { text.has($0.name) }) else { return nil }
    program = .other
    meaning = "\(found.title) crashed"
    isOfDesktop = true
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
