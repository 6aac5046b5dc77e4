import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// Ties the two connections of each relay: they stay two sessions, each judged for its own half, and
/// each learns how the other one ended.
enum RelayJoin {
  /// The sessions that are halves, by their indices, with what both halves show.
  ///
  /// - Parameters:
  ///   - groups: which sightings are one connection.
  ///   - candidates: the session of each sighting.
  static func halves(
    of sessions: [SessionFacts], _ groups: [ConnectionGroup], _ sightings: [Sighting],
    _ candidates: [Int]
  ) -> [Int: SessionFacts] {
    func first(_ group: Int) -> Int? { groups[group].members.map { candidates[$0.sighting] }.min() }
    var result: [Int: SessionFacts] = [:]
    for number in groups.indices {
      for other in groups[number].relayed where other > number {
        guard let one = first(number), let two = first(other),
          let halves = RelayHalves(sessions[one], sessions[two])
        else { continue }
        tie(halves, one, two, of: sessions, sharesContent: true, &result)
      }
    }
    let alone = groups.filter { $0.relayed.isEmpty && $0.members.count == 1 }.map {
      let place = $0.members[0].sighting
      return RelayTies.Candidate(session: candidates[place], witness: sightings[place].witness)
    }
    for (one, two) in RelayTies.pairs(alone, of: sessions) {
      guard let halves = RelayHalves(sessions[one], sessions[two]) else { continue }
      tie(halves, one, two, of: sessions, sharesContent: false, &result)
    }
    return result
  }

  /// - Parameters:
  ///   - halves: of the sessions `one` and `two`, in whichever order.
  ///   - sharesContent: what both carry is the same; TLS goes through.
  static func tie(
    _ halves: RelayHalves, _ one: Int, _ two: Int, of sessions: [SessionFacts],
    sharesContent: Bool, _ result: inout [Int: SessionFacts]
  ) {
    // A connection is the half of one session.
    guard result[one] == nil, result[two] == nil else { return }
    var findings: [PathFacts.Finding] = []
    let end = RelayEnd(halves)
    if let end { findings.append(end.finding) }
    if !sharesContent, let finding = RelayedTLS.finding(halves) { findings.append(finding) }
    let decider: Side = end == nil && halves.serverEnded ? .server : .client
    for (index, side) in [(one, halves.firstSide), (two, halves.firstSide.other)] {
      var half = sessions[index]
      guard let other = halves[side.other].wire?.connection.first else { continue }
      half.relay = RelayHalf(side: side, other: other, decides: side == decider)
      if !findings.isEmpty {
        if half.path == nil {
          half.path = PathFacts(
            beyondRelay: findings, from: half.identity.start, to: half.identity.end)
        } else {
          half.path?.findings += findings
        }
      }
      result[index] = half
    }
  }
}

extension PathFacts {
  /// What is known of a session by its other half beyond a relay.
  fileprivate init(beyondRelay findings: [Finding], from start: Timestamp, to end: Timestamp) {
    self.init(
      points: [Point(name: "client"), Point(name: "server")],
      sent: PerSide(client: Direction(), server: Direction()), start: start, end: end,
      findings: findings)
  }
}
