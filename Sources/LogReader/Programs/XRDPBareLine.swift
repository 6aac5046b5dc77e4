/// A line of xrdp pasted without its stamp, the program's name glued to its end as GNOME Logs shows it.
struct XRDPBareLine {
  let message: LineBytes
  let isSessionManager: Bool

  init?(_ line: LineBytes) {
    let plain = CarriedLine(line)?.rest ?? line
    if plain.starts("xrdp_") || plain.starts("libxrdp_") {
      guard XRDPRules.all.first(matching: plain) != nil else { return nil }
      message = plain
      isSessionManager = false
      return
    }
    var cursor = LineCursor(line)
    guard
      cursor.skip(text: "[ERROR] ") || cursor.skip(text: "[INFO ] ")
        || cursor.skip(text: "[WARN ] ")
    else { return nil }
    var message = cursor.rest
    let manager: Needle = "xrdp-sesman"
    let server: Needle = "xrdp"
    var isManager = XRDPRules.isSessionManager(message)
    if message.suffix(manager.bytes.count).starts(manager) {
      message = message.dropLast(manager.bytes.count)
      isManager = true
    } else if message.suffix(server.bytes.count).starts(server) {
      message = message.dropLast(server.bytes.count)
    }
    let rules = isManager ? XRDPRules.sessionManager : XRDPRules.all
    guard rules.first(matching: message) != nil || isManager else { return nil }
    self.message = message
    isSessionManager = isManager
  }
}
