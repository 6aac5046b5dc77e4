import CaptureReader
import RDPProtocol
import TCPStreams

/// What the capturing host itself dropped of the session: only Windows' own capture shows it.
///
/// A filter that drops the opening, or what was sent last, explains the silence behind it. Other reasons,
/// and drops in the middle of a session that went on, are context.
struct DroppedInHost: EvidenceRule {
  static let yields: [EvidenceCode] = [.hostFirewallDropped, .hostDropped]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let drops = facts.surroundings.hostDrops, !drops.isEmpty else { return [] }
    let filtered = drops.filter(\.isFilter)
    let others = drops.filter { !$0.isFilter }
    return [
      Self.item(.hostFirewallDropped, filtered, strength: Self.strength(filtered, facts)),
      Self.item(.hostDropped, others, strength: 0),
    ].compactMap { $0 }
  }

  private static func item(
    _ code: EvidenceCode, _ drops: [HostDrops], strength: Double
  ) -> Evidence? {
    if drops.isEmpty { return nil }
    let parts = drops.prefix(3).map { drop in
      "\(drop.count) of the \(drop.sender == .client ? "client's" : "server's")"
        + (drop.place.map { " at \($0)" } ?? "") + ": \(drop.reason)"
    }
    return Evidence(
      code, strength: strength,
      "Windows dropped packets of this session inside the host, \(parts.joined(separator: "; "))")
  }

  /// Full where nothing came through behind them.
  private static func strength(_ drops: [HostDrops], _ facts: WireFacts) -> Double {
    guard let last = drops.map(\.last).max() else { return 0 }
    let handshake = facts.connection.handshake
    if handshake.synAck == nil, facts.server.dataPackets == 0 { return 1 }
    // The host's answer to a dropped packet never came: the session was over with it.
    let left = facts.connection.last.time.since(last)
    return left <= Thresholds.filteredAtEnd ? 0.7 : 0
  }
}
