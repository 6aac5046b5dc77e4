import Evidence
import LogReader

/// Programs behind the desktop, in the client, and between: what failed is named by who logged it.
extension ToldAdvice {
  static func program(_ record: DecidingRecord) -> Advice? {
    switch record.code {
    case "log.backend_failed": backend(record)
    case "log.desktop_short":
      Advice(
        summary:
          "The desktop ended within seconds of its start: a log-off, or its start script failed.",
        nextAction:
          "Nothing to do if the user logged off at once. If not, read ~/.xsession-errors of the "
          + "user, and see whether the user is logged on at the console too: many desktops run "
          + "once only.")
    case "log.client_lacks":
      Advice(
        summary: "The client cannot do what the server demands: "
          + (record.has("krdp.capabilities") ? "H.264." : "the graphics pipeline."),
        nextAction:
          "Update the client, or switch its graphics pipeline with H.264 on (FreeRDP: "
          + "/gfx:AVC420; Remmina: colour depth GFX AVC420). Old clients cannot use this server.")
    case "log.client_graphics":
      Advice(
        summary: "The client could not decode the server's graphics and gave up.",
        nextAction:
          "Update the client and its graphics driver; until then switch hardware decoding or the "
          + "graphics pipeline off in the client (FreeRDP: /gfx:RFX or -gfx).")
    case "log.activation_stalled":
      record.hasPackets
        ? nil
        : Advice(
          summary: "The server did not finish the connection in the time that the client waits.",
          nextAction:
            "See on the server what was slow at that minute: load, a profile or licence server "
            + "that does not answer (\(record.server.logs)).")
    case "log.browser_gone", "log.browser_left", "log.browser_left_connecting": browser(record)
    case "log.server_disconnected", "log.error_info", "log.server_denied":
      record.verdict == .serverDisconnected && !record.hasPackets ? ended(record) : nil
    default: nil
    }
  }

  private static func backend(_ record: DecidingRecord) -> Advice {
    if record.hasKey(from: "winlogon.") || record.text == "winlogon.exe" {
      return Advice(
        summary: "The session's Windows log-on process (winlogon) ended unexpectedly.",
        nextAction:
          "See in the server's Application log of that second what crashed in it: a credential "
          + "provider, security or profile software; and whether memory or desktop heap ran short "
          + "(System 2004).")
    }
    if record.hasKey(from: "application.") {
      let program = record.text ?? "a program"
      return Advice(
        summary: "\(program) of the session crashed and took the desktop with it.",
        nextAction:
          "The record (Application 1000) names the faulting module: update what it belongs to, a "
          + "graphics driver mostly, or turn hardware graphics off by policy (Remote Session "
          + "Environment).")
    }
    if record.has("application.profile") || record.has("mstsc.profile") {
      return Advice(
        summary: "Windows could not load the user's profile and logged the user off.",
        nextAction:
          "The record's DETAIL names the reason. A file in use: see who still has the user's hive "
          + "(another session of the user, a backup, a virus scanner, a profile container that is "
          + "mounted elsewhere), log that off, or restart the host. A file that is damaged or may "
          + "not be read: restore NTUSER.DAT, and look at ProfileList in the registry for a copy "
          + "of the user's key that ends in .bak.")
    }
    if record.hasKey(from: "guacd.") || record.has(.guacd) {
      return Advice(
        summary: "guacd could not start its part for Remote Desktop.",
        nextAction:
          "On the guacd host see whether its RDP plug-in is installed (package "
          + "libguac-client-rdp0, file libguac-client-rdp.so) and fits guacd's version. No RDP "
          + "server was asked.")
    }
    switch record.server {
    case .windows:
      return Advice(
        summary: "A program behind the desktop did not start, or does not answer.",
        nextAction:
          "Read the server's Application log of that second (1000, 1001, 4005) and "
          + "LocalSessionManager's events 36 to 53: they name the part that failed.")
    case .gnome:
      return Advice(
        summary: "The desktop behind the server did not start, or does not answer.",
        nextAction:
          "Read the journal of that second: `journalctl --user -u gnome-remote-desktop`, and "
          + "gnome-shell's own lines.")
    case .xrdp, .unknown:
      return Advice(
        summary: "The program behind the desktop did not start, or does not answer.",
        nextAction:
          "Look at the desktop's start on the server: xrdp /var/log/xrdp-sesman.log, the user's "
          + "~/.xsession-errors and ~/.xorgxrdp.*.log, and whether the user is logged on at the "
          + "console too.")
    }
  }

  /// guacd's user is a browser, with a web server between.
  private static func browser(_ record: DecidingRecord) -> Advice {
    if record.code == "log.browser_gone" {
      return Advice(
        summary: "The tunnel between the user's browser and guacd broke off.",
        nextAction:
          "Look at the web server before guacd: its time-outs for websockets (nginx "
          + "proxy_read_timeout and proxy_buffering off, Apache ProxyTimeout), Tomcat's log of "
          + "that second; then at the browser's own network. The RDP server did not end it.")
    }
    return Advice(
      summary: "The user's browser left the connection.",
      nextAction:
        "Nothing to do if the user closed or reloaded the page. If not, look at the web server "
        + "before guacd and at the browser's own network.")
  }

  /// The server ended it, with a number or without.
  private static func ended(_ record: DecidingRecord) -> Advice {
    let known = record.number(.errorInfo).map { "0x\(String($0, radix: 16, uppercase: true))" }
    let verb = record.session.phase >= .active ? "ended the session" : "ended the connection"
    return Advice(
      summary: known.map { "The server \(verb) (reason \($0))." } ?? "The server \(verb).",
      nextAction:
        "Read the server's own log of that second (\(record.server.logs)): it has the reason that "
        + "this "
        + "log only repeats." + (known.map { " `rdpwhy explain error info \($0)`" } ?? ""))
  }
}
