import CaptureReader

/// Sessions of guacd: it has a process for each connection, and is the client of the RDP server.
enum GuacdSessions {
  /// Lines of the parent process, or of any protocol: they make no session beside a child's own.
  private static let parentKeys: Set<String> = [
    "guacd.client", "guacd.connection_id", "guacd.other_protocol", "guacd.removed",
  ]
  /// Lines that do not say which protocol a connection has.
  private static let neutralKeys: Set<String> = ["guacd.joined", "guacd.left", "guacd.left_last"]

  static func sessions(_ events: [LogEvent]) -> [LogSession] {
    var order: [String] = []
    var byProcess: [String: LogSession] = [:]
    var newest: [String: Bool] = [:]
    // Connections of VNC, SSH and the like, by the name that guacd gives each.
    var foreign: Set<String> = []
    for event in events {
      let key = "\(event.reference.input) \(event.process ?? 0)"
      switch event.key {
      case "guacd.client": newest[key] = false
      case "guacd.other_protocol": newest[key] = true
      case "guacd.connection_id":
        if newest[key] == true, let name = event.text { foreign.insert(name) }
      default: break
      }
      if byProcess[key] == nil {
        order.append(key)
        byProcess[key] = LogSession(.guacd, at: .client, identity: "process \(event.process ?? 0)")
      }
      byProcess[key]?.add(event)
    }
    let sessions = order.compactMap { byProcess[$0] }.filter { !isForeign($0, foreign) }
    let isParent: (LogSession) -> Bool = {
      $0.events.allSatisfy { parentKeys.contains($0.key) || neutralKeys.contains($0.key) }
        && !$0.has(key: "guacd.joined")
    }
    let children = sessions.filter { !isParent($0) }
    // The web application tells of the same connections once more.
    let own = children.filter { !$0.events.allSatisfy { $0.key.hasPrefix("guacd.web") } }
    if !children.isEmpty { return own.isEmpty ? children : own }
    // A parent alone still shows that somebody connected.
    return sessions.filter { $0.has(key: "guacd.client") }
  }

  private static func isForeign(_ session: LogSession, _ foreign: Set<String>) -> Bool {
    guard
      session.events.allSatisfy({
        parentKeys.contains($0.key) || neutralKeys.contains($0.key)
      })
    else { return false }
    return session.events.contains { event in
      event.key == "guacd.joined" && event.text.map { foreign.contains($0) } ?? false
    }
  }
}
