/// All events that are understood, for documentation and for explaining a record.
public enum LogCatalogue {
  /// One kind of record and what it means.
  public struct Entry: Hashable, Sendable {
    /// Stable name, as `LogEvent.key` has it.
    public var key: String
    public var program: LogProgram
    /// The provider and its event numbers, or the texts that stand in the line.
    public var pattern: String
    public var kind: LogEventKind
    public var meaning: String
  }

  public static var entries: [Entry] { events + lines + others }

  /// The entry of an event's key.
  public static func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  private static var events: [Entry] {
    let rules =
      RemoteDesktopRules.all + SystemRules.all + SecurityRules.all + TransportRules.all
      + CrashRules.all
    return rules.map { rule in
      Entry(
        key: rule.key, program: .windows,
        pattern: "\(rule.provider) \(rule.ids.map { String($0) }.joined(separator: ", "))",
        kind: rule.kind, meaning: rule.meaning)
    }
  }

  private static var lines: [Entry] {
    let programs: [(LogProgram, [LineRule])] = [
      (.freeRDP, FreeRDPRules.all), (.xrdp, XRDPRules.all),
      (.sesman, XRDPRules.sessionManager), (.guacd, GuacdRules.all),
      (.gnomeRemoteDesktop, GnomeRemoteDesktopRules.all), (.weston, WestonRules.all),
      (.rdesktop, OtherProgramText.rdesktop), (.connectionManager, OtherProgramText.others),
    ]
    var seen: Set<String> = []
    return programs.flatMap { program, rules in
      rules.compactMap { rule in
        guard seen.insert(rule.key).inserted else { return nil }
        return Entry(
          key: rule.key, program: program, pattern: rule.pattern, kind: rule.kind,
          meaning: rule.meaning)
      }
    }
  }

  private static var others: [Entry] {
    [
      Entry(
        key: "mstsc.dialog", program: .mstsc, pattern: "Error code: 0x…, Extended error code: 0x…",
        kind: .clientCode, meaning: "The codes that the client's dialog shows"),
      Entry(
        key: "manager.code", program: .connectionManager, pattern: "exit with error code N",
        kind: .clientCode, meaning: "The disconnect reason that a connection manager shows"),
      Entry(
        key: "firewall.drop", program: .firewall, pattern: "DROP TCP …, action=deny",
        kind: .firewallDropped, meaning: "A packet filter dropped a packet or connection"),
    ]
      + [
        Entry(
          key: "firewall.began", program: .firewall, pattern: "duration=…, elapsed time",
          kind: .phaseReached,
          meaning: "When the connection began whose end a filter logs with its duration"),
        Entry(
          key: "system.crash", program: .xrdp, pattern: "segfault at; dumped core; status=11/SEGV",
          kind: .serviceStopped, meaning: "A program that Remote Desktop stands on crashed"),
        Entry(
          key: "system.desktop_crash", program: .gnomeRemoteDesktop,
          pattern: "GNOME Shell crashed; gnome-shell … segfault at; org.gnome.Shell … code=dumped",
          kind: .backendFailed, meaning: "The program that draws the desktop crashed"),
        Entry(
          key: "gateway.http", program: .windows, pattern: "RDG_OUT_DATA … 401, 403, 404, 503",
          kind: .authorizationDenied, meaning: "A gateway's web server refused a request"),
        Entry(
          key: "vpn.down", program: .tunnel, pattern: "ping-restart, giving up, tunnel-down, …",
          kind: .linkDown, meaning: "The VPN tunnel went down"),
        Entry(
          key: "vpn.up", program: .tunnel, pattern: "Initialization Sequence Completed, …",
          kind: .linkUp, meaning: "The VPN tunnel is up"),
        Entry(
          key: "avd.code", program: .virtualDesktop, pattern: "Code",
          kind: .clientCode, meaning: "The disconnect reason of the client"),
        Entry(
          key: "avd.other", program: .virtualDesktop, pattern: "CodeSymbolic",
          kind: .sessionDisconnected, meaning: "An error without a known meaning"),
      ]
      + (PlainRule.all + PlainStatus.rules).map { rule in
        Entry(
          key: rule.key, program: .other,
          pattern: rule.groups.isEmpty
            ? PlainStatus.pattern
            : rule.groups.map { $0.map(\.text).joined(separator: " … ") }.joined(separator: "; "),
          kind: rule.kind, meaning: rule.meaning)
      }
      + DialogSentence.all.map { row in
        Entry(
          key: row.key, program: .mstsc,
          pattern: row.groups.map { $0.joined(separator: " … ") }.joined(separator: "; "),
          kind: row.kind, meaning: row.meaning)
      }
      + VirtualDesktopCodes.all.map { row in
        Entry(
          key: "avd.\(row.name.lowercased())", program: .virtualDesktop, pattern: row.name,
          kind: row.kind, meaning: row.meaning)
      }
  }
}
