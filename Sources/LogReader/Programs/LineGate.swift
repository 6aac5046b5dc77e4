/// Whether a line of a system's log can say anything here: most have none of these words, which one look tells.
struct LineGate: Sendable {
  static let shared = LineGate(seeds)
  /// Words of which every line has one that `PlainRule` has a meaning for.
  static let plain = LineGate(
    Set(PlainRule.all.flatMap(\.groups).compactMap { $0.first?.text }).sorted())

  /// In lower case; whatever is understood of a line whose program is not known has one of them.
  private static let seeds: [String] = [
    // Remote Desktop, its ports and programs.
    "rdp", "3389", "3387", "3392", "guac", "remote-de", "grd-", "remmina", "weston", "aardwolf",
    "credssp", "x.224", "x224", "ms-wbt", "mstsc", "remote desktop", "remotedesktop",
    "mitm.connections", "terminalservices",
    // FreeRDP's words behind other fronts.
    "errconnect", "errinfo", "spnego", "e_proxy_", "authentication failure, check",
    "security negotiation", "windows_d",
    // Levels of programs that pass lines on.
    "[info", "[error", "[warn", "[debug", "[core", "[trace", "[alway",
    // Tunnels.
    "unnel", "sigusr1[", "sigterm[", "sighup[", "vpn", "ike_sa", "giving up after", "handshake",
    "esp session", "is no longer valid", "sequence completed", "dead peer",
    // Crashes, of desktops too.
    "segfault at", "dumped core", "code=dumped", "gnome shell crashed",
    // Events that collectors carry.
    "eventchannel", "eventid", "eventcode", "security-auditing", "disconnected, reason code",
    "tcp connection from client", "kernel-power", "power-troubleshooter", "eventlog",
    "service control manager", "user32", "wlan-autoconfig", "networkprofile", "lsasrv", "schannel",
    "termdd", "user profiles service", "entering sleep", "system shutdown at",
  ]

  private let byFirst: [[[UInt8]]]
  private let isFirst: [Bool]

  private init(_ seeds: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for seed in seeds {
      let bytes = Array(seed.utf8)
      if let first = bytes.first { byFirst[Int(first)].append(bytes) }
    }
    self.byFirst = byFirst
    isFirst = byFirst.map { !$0.isEmpty }
  }

  func passes(_ line: LineBytes) -> Bool {
    let text = line.span
    for place in text.indices {
      let first = Int(Self.lower(text[place]))
      guard isFirst[first] else { continue }
      for seed in byFirst[first] where place + seed.count <= text.count {
        var offset = 1
        while offset < seed.count, Self.lower(text[place + offset]) == seed[offset] { offset += 1 }
        if offset == seed.count { return true }
      }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
  }
}
