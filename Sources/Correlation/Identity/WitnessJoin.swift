import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Makes one session of what several captures saw of it.
///
/// Captures that kept their segments (`SegmentTrail`) are compared; sessions of one connection become
/// one with several witnesses, and what the captures prove together becomes its `path`.
enum WitnessJoin {
  /// - Parameter names: names of points by the input that the user gave them to.
  static func join(_ sessions: [SessionFacts], names: [Int: String]) -> [SessionFacts] {
    let candidates = sessions.indices.filter { sessions[$0].wire?.connection.trail != nil }
    guard candidates.count > 1 else { return sessions }
    let sightings = candidates.compactMap { Sighting(sessions[$0]) }
    guard sightings.count == candidates.count, Set(sightings.map(\.witness)).count > 1 else {
      return withoutTrails(sessions)
    }
    let pointNames = ConnectionPath.PointNames(
      byWitness: names.filter { name in sightings.contains { $0.witness == name.key } })
    var joined: [Int: SessionFacts] = [:]
    var gone: Set<Int> = []
    let groups = SameConnection.groups(of: sightings)
    for group in groups where group.members.count > 1 {
      let members = group.members.map { candidates[$0.sighting] }.sorted()
      let outcome = ConnectionPath.compare(group, of: sightings, names: pointNames)
      let session: SessionFacts
      switch outcome {
      case .apart: continue
      case .onePlace:
        session = JoinedSession(members.map { sessions[$0] }).copies()
      case .path(let path):
        session = JoinedSession(members.map { sessions[$0] }).witnesses(on: path)
      }
      joined[members[0]] = session
      gone.formUnion(members.dropFirst())
    }
    let whole = sessions.indices.map { joined[$0] ?? sessions[$0] }
    for (index, half) in RelayJoin.halves(of: whole, groups, sightings, candidates) {
      joined[index] = half
    }
    return withoutTrails(
      sessions.indices.filter { !gone.contains($0) }.map { joined[$0] ?? sessions[$0] })
  }

  /// Nothing reads them any more.
  private static func withoutTrails(_ sessions: [SessionFacts]) -> [SessionFacts] {
    sessions.map { session in
      guard session.wire?.connection.trail != nil else { return session }
      var session = session
      session.dropTrails()
      return session
    }
  }
}

extension SessionFacts {
  /// Forgets the segments that were kept for a comparison.
  fileprivate mutating func dropTrails() {
    changeWires { $0.connection.trail = nil }
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
