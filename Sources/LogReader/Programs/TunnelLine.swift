/// A line of a VPN, of its client or its gateway: the tunnel under a session went down or came up.
struct TunnelLine {
  var isDown: Bool
  var time: CivilTime?
  var timeText = ""
  /// The address that the client has inside of the tunnel, where a gateway names it.
  var client: String?
  var user: String?

  private static let longest = 2_048

  init?(_ line: LineBytes) {
    guard line.count < Self.longest else { return nil }
    if let gateway = Self.gateway(line) {
      self = gateway
      return
    }
    guard let isDown = Self.state(line), let stamp = FreeRDPText.stamp(of: line) else { return nil }
    self.isDown = isDown
    time = stamp.time
    timeText = stamp.text.text
    client = line.after(" local ip ").map(\.firstWord.text).flatMap {
      MessageItems.isAddress($0) ? $0 : nil
    }
    user = client == nil ? nil : line.between(" user id '", "'")?.text.shortened(128)
  }

  /// Words of one state, all of which a line has.
  private struct Words {
    var isDown: Bool
    var needles: [Needle]
  }

  /// OpenVPN, WireGuard, openconnect and GlobalProtect, AnyConnect, FortiClient, strongSwan; the words are
  /// those of their programs.
  private static let table: [Words] = [
    Words(isDown: true, needles: ["SIGUSR1[", "restarting"]),
    Words(isDown: true, needles: ["SIGTERM[", "process exiting"]),
    Words(isDown: true, needles: ["SIGHUP[", "restarting"]),
    Words(isDown: true, needles: ["Retrying handshake with peer", "stopped hearing back"]),
    Words(isDown: true, needles: ["Handshake for peer", "giving up"]),
    Words(isDown: true, needles: ["Cookie is no longer valid"]),
    Words(isDown: true, needles: ["Dead Peer Detection detected dead peer"]),
    Words(isDown: true, needles: ["VPN connection has been", "lost"]),
    Words(isDown: true, needles: ["VPN connection has been", "terminated"]),
    Words(isDown: true, needles: ["VPN connection to", "disconnected"]),
    Words(isDown: true, needles: ["unnel is down"]),
    Words(isDown: true, needles: ["unnel is disconnected"]),
    Words(isDown: true, needles: ["unnel down"]),
    Words(isDown: true, needles: ["VPN", "tunnel", "disconnected"]),
    Words(isDown: true, needles: ["IKE", "giving up after", "retransmits"]),
    Words(isDown: true, needles: ["deleting IKE_SA"]),
    Words(isDown: false, needles: ["Initialization Sequence Completed"]),
    Words(isDown: false, needles: ["Receiving handshake response from peer"]),
    Words(isDown: false, needles: ["ESP session established"]),
    Words(isDown: false, needles: ["VPN connection established"]),
    Words(isDown: false, needles: ["unnel is up"]),
    Words(isDown: false, needles: ["IKE_SA", "established between"]),
    Words(isDown: true, needles: ["client_vpn_disconnect"]),
    Words(isDown: false, needles: ["client_vpn_connect"]),
    Words(isDown: true, needles: ["vpn_connectivity_change", "connectivity='false'"]),
    Words(isDown: false, needles: ["vpn_connectivity_change", "connectivity='true'"]),
  ]

  /// One of these stands in each of the lines: most lines of a system's log have none.
  private static let marks: [Needle] = [
    "unnel", "SIG", "VPN", "IKE", "andshake", "ESP session", "is no longer valid",
    "Sequence Completed", "Dead Peer", "_vpn_", "vpn_conn",
  ]

  /// Whether the tunnel went down or came up; nil where the line says neither.
  private static func state(_ line: LineBytes) -> Bool? {
    guard marks.contains(where: { line.has($0) }) else { return nil }
    return table.first { words in words.needles.allSatisfy { line.has($0) } }?.isDown
  }

  /// A gateway's own log: `subtype="vpn" action="tunnel-down" tunnelip=… user="…"`.
  private static func gateway(_ line: LineBytes) -> TunnelLine? {
    guard let action = FirewallLine.value("action=", line),
      action == "tunnel-down" || action == "tunnel-up",
      let address = FirewallLine.value("tunnelip=", line), MessageItems.isAddress(address)
    else { return nil }
    var found = TunnelLine(isDown: action == "tunnel-down")
    found.client = address
    found.user = FirewallLine.value(" user=", line)
    if let stamp = FirewallLine.datedPair(line) {
      found.time = stamp.time
      found.timeText = stamp.text
    }
    return found
  }

  private init(isDown: Bool) { self.isDown = isDown }

  /// Lines by which a VPN's log is known before anything happens to the tunnel.
  static func isOfClient(_ line: LineBytes) -> Bool {
    line.has("OpenVPN 2.") || line.has("[TUN] [") || line.has("openconnect::")
      || line.has("gpclient::") || line.has("Starting WireGuard/") || line.has("acvpnagent")
      || line.has("PanGPS") || TunnelLine(line) != nil
  }
}
