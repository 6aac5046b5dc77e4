/// Events as `wevtutil` exports them, of one day and one computer.
enum WindowsEvents {
  static let core = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS"
  static let local = "Microsoft-Windows-TerminalServices-LocalSessionManager"
  static let remote = "Microsoft-Windows-TerminalServices-RemoteConnectionManager"
  static let gateway = "Microsoft-Windows-TerminalServices-Gateway"
  static let security = "Microsoft-Windows-Security-Auditing"

  static func event(
    _ provider: String, _ id: Int, _ second: Int, activity: String? = nil,
    computer: String = "TS01", _ data: (String, String)...
  ) -> String {
    let clock = [10 + second / 3_600, second / 60 % 60, second % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }.joined(separator: ":")
    let items = data.map { "<Data Name='\($0.0)'>\($0.1)</Data>" }.joined()
    let correlation = activity.map { " ActivityID='{\($0)}'" } ?? ""
    return """
      <Event xmlns='http://x'><System><Provider Name='\(provider)'/><EventID>\(id)</EventID>\
      <TimeCreated SystemTime='2026-01-18T\(clock).000Z'/><Correlation\(correlation)/>\
      <Channel>C</Channel><Computer>\(computer)</Computer></System><EventData>\(items)</EventData></Event>

      """
  }

  /// A session's event of the session manager.
  static func session(_ id: Int, _ second: Int, number: String = "2") -> String {
    event(
      local, id, second, ("User", "CORP\\eva"), ("SessionID", number), ("Address", "10.0.0.5"))
  }

  static func reason(_ reason: String, _ second: Int, number: String = "2") -> String {
    event(local, 40, second, ("Session", number), ("Reason", reason))
  }
}
