import CaptureReader
public import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Makes one session of what several captures saw of it.
///
/// Captures that kept their segments (`SegmentTrail`) are compared; sessions of one connection become
/// one with several witnesses, and what the captures prove together becomes its `path`.
public enum WitnessJoin {
  /// - Parameter names: names of points by the input that the user gave them to.
  static func join(_ sessions: consuming [SessionFacts], names: [Int: String]) -> [SessionFacts] {
    let members = sessions.indices.compactMap { index in
      sessions[index].wire?.connection.trail.flatMap { trail in
        SessionOutline(sessions[index]).wire?.trail.map {
          WitnessGroups.Member(session: index, series: trail.series, trail: $0)
        }
      }
    }
    guard !members.isEmpty else { return sessions }
    var found: [JoinedFacts] = []
    for group in WitnessGroups.groups(of: members) {
      found += joins(of: group) {
        sessions[$0]
      } names: {
        names
      }
    }
    return JoinedFacts.applied(found, to: sessions).map { $0.withoutTrails() }
  }

  /// The sessions of a group that are one, or halves of one beyond a relay.
  ///
  /// - Parameter facts: those of all of its sessions, with their segments.
  public static func joins(
    of group: WitnessGroups.Group, facts: [Int: SessionFacts]
  ) -> [JoinedFacts] {
    guard group.sessions.allSatisfy({ facts[$0] != nil }) else { return [] }
    return joins(of: group, sessions: group.sessions.compactMap { facts[$0] }, names: { [:] })
  }

  /// The sessions of a group that are one, or halves of one beyond a relay.
  ///
  /// - Parameters:
  ///   - session: the facts of a session of the group, with its segments.
  ///   - names: names of points by the input that the user gave them to.
  public static func joins(
    of group: WitnessGroups.Group, session: (Int) throws -> SessionFacts,
    names: () -> [Int: String] = { [:] }
  ) rethrows -> [JoinedFacts] {
    joins(of: group, sessions: try group.sessions.map(session), names: names)
  }

  private static func joins(
    of group: WitnessGroups.Group, sessions: [SessionFacts], names: () -> [Int: String]
  ) -> [JoinedFacts] {
    let sightings = sessions.compactMap { Sighting($0) }
    guard sightings.count == sessions.count, Set(sightings.map(\.witness)).count > 1 else {
      return []
    }
    let pointNames = ConnectionPath.PointNames(
      byWitness: names().filter { name in sightings.contains { $0.witness == name.key } })
    var joined: [Int: (members: [Int], facts: SessionFacts)] = [:]
    let groups = SameConnection.groups(of: sightings, searching: group.isSearched)
    for group in groups where group.members.count > 1 {
      let members = group.members.map(\.sighting).sorted()
      let outcome = ConnectionPath.compare(group, of: sightings, names: pointNames)
      let session: SessionFacts
      switch outcome {
      case .apart: continue
      case .onePlace(let clocks):
        session = JoinedSession(members.map { sessions[$0] }).copies(clocks: clocks)
      case .path(let path):
        session = JoinedSession(members.map { sessions[$0] }).witnesses(on: path)
      }
      joined[members[0]] = (members, session)
    }
    let whole = sessions.indices.map { joined[$0]?.facts ?? sessions[$0] }
    for (index, half) in RelayJoin.halves(of: whole, groups, sightings, Array(sessions.indices)) {
      joined[index] = (joined[index]?.members ?? [index], half)
    }
    return joined.sorted { $0.key < $1.key }.map { _, join in
      JoinedFacts(
        members: join.members.map { group.sessions[$0] }, facts: join.facts.withoutTrails())
    }
  }
}

extension SessionFacts {
  /// Without the segments that were kept for a comparison: nothing reads them any more.
  public func withoutTrails() -> SessionFacts {
    guard wire?.connection.trail != nil else { return self }
    var session = self
    session.changeWires { $0.connection.trail = nil }
    return session
  }
}

extension Sighting {
  init?(_ session: SessionFacts) {
    guard let wire = session.wire, let trail = wire.connection.trail else { return nil }
    let connection = wire.connection
    self.init(
      witness: trail.series, client: connection.client, server: connection.server,
      tunnel: connection.tunnel, trail: trail,
      isOriented: connection.orientation == .handshake || connection.orientation == .content,
      estimate: connection.capturePoint, captureStart: trail.captureStart,
      captureEnd: trail.captureEnd)
  }
}
