/// What is missing in a set of logs for a better verdict, and the command that gets it.
public enum LogAdvice {
  /// One thing to add.
  public struct Wish: Hashable, Sendable {
    public var what: String
    public var command: String
  }

  public static func wishes(for contents: [LogContents]) -> [Wish] {
    let events = contents.flatMap(\.events)
    let built = contents.compactMap(\.built)
    let programs = Set(events.map(\.source.program)).union(built.flatMap(\.programs))
    var wishes: [Wish] = []
    if programs.contains(.windows) { wishes += windows(events) }
    if programs.contains(.xrdp), !programs.contains(.sesman) {
      wishes.append(
        Wish(
          what: "the session manager's log tells log-ons, limits and log-offs",
          command: "add /var/log/xrdp-sesman.log"))
    }
    if programs.contains(.xrdp),
      events.allSatisfy({ $0.source.program != .xrdp || $0.process == nil }),
      !built.contains(where: \.hasProcesses)
    {
      wishes.append(
        Wish(
          what: "without process ids an error line has no owner",
          command: "set EnableProcessId=true in [Logging] of /etc/xrdp/xrdp.ini, restart xrdp"))
    }
    if programs.contains(.freeRDP), !events.contains(where: { $0.key == "freerdp.attempt" }) {
      wishes.append(
        Wish(
          what: "at level DEBUG FreeRDP names the server and each step",
          command: "xfreerdp /log-level:DEBUG …"))
    }
    return wishes
  }

  private static func windows(_ events: [LogEvent]) -> [Wish] {
    let families = Set(events.map { String($0.key.prefix { $0 != "." }) })
    let channels: [(String, String, String)] = [
      (
        "rdpcorets", "RdpCoreTS tells each connection's address, errors and end",
        "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational"
      ),
      (
        "lsm", "the session manager tells why a session was disconnected",
        "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
      ),
      ("security", "the Security log tells why a log-on was refused", "Security"),
      ("schannel", "the System log tells TLS alerts, sleep, restarts and link changes", "System"),
    ]
    let isClient = families.contains("rdpclient") && !families.contains("rdpcorets")
    if isClient {
      return families.contains("lsasrv") || families.contains("kernel-power")
        ? []
        : [
          Wish(
            what: "the System log tells sleep, link changes and refused CredSSP versions",
            command: "wevtutil epl System system.evtx")
        ]
    }
    return channels.filter { !families.contains($0.0) }.map { _, what, channel in
      let name = channel.split(whereSeparator: { $0 == "-" || $0 == "/" }).dropLast().last ?? "log"
      let file = channel.contains("/") ? "\(name).evtx" : "\(channel).evtx"
      return Wish(what: what, command: "wevtutil epl \(channel) \(file)")
    }
  }
}
