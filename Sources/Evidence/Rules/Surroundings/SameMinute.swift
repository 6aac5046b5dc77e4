/// What other sessions did at the moment this one ended.
///
/// All clients of a server lost at once point at the server or its uplink, all servers of a client at
/// the client's side; others that went on clear what they share with this one.
struct SameMinute: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .contextServerPeersFine, .contextServerPeersDropped, .contextClientSessionsFine,
    .contextClientSessionsDropped,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let others = facts.surroundings.bystanders
    if others == Bystanders() { return [] }
    return [
      Self.item(
        .contextServerPeersFine, others.serverDropped == 0 ? others.serverSurvived : 0,
        one: "another session with this server was fine at that moment",
        many: "other sessions with this server were fine at that moment"),
      Self.item(
        .contextServerPeersDropped, others.serverDropped,
        one: "another client's session with this server was lost at the same moment",
        many: "other clients' sessions with this server were lost at the same moment"),
      Self.item(
        .contextClientSessionsFine, others.clientDropped == 0 ? others.clientSurvived : 0,
        one: "the client's session with another server was fine at that moment",
        many: "sessions of this client with other servers were fine at that moment"),
      Self.item(
        .contextClientSessionsDropped, others.clientDropped,
        one: "the client's session with another server was lost at the same moment",
        many: "sessions of this client with other servers were lost at the same moment"),
    ].compactMap { $0 }
  }

  private static func item(_ code: EvidenceCode, _ count: Int, one: String, many: String)
    -> Evidence?
  {
    guard count > 0 else { return nil }
    return Evidence(
      code, strength: Double(count) / Double(Thresholds.tellingBystanders),
      count == 1 ? one : "\(count) \(many)")
  }
}
