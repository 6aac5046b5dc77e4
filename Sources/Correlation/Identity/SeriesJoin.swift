public import Evidence
import PacketDecode
import TCPStreams

/// Makes one session of what one capture holds of it twice: on both sides of an address translation, or as
/// the two connections of a relay.
public enum SeriesJoin {
  /// - Parameter sessions: of one series of captures, so with one clock.
  public static func joined(_ sessions: consuming [SessionFacts]) -> [SessionFacts] {
    guard sessions.count > 1 else { return sessions }
    sessions = merged(sessions)
    relate(&sessions)
    return sessions
  }

  /// One side of a translation stands for both; what the other side held are copies.
  private static func merged(_ sessions: [SessionFacts]) -> [SessionFacts] {
    let sets = TranslatedCopies(sessions).sets
    guard !sets.isEmpty else { return sessions }
    var joined: [JoinedFacts] = []
    for members in sets {
      var facts = sessions[members[0]]
      var ports: [UInt16] = []
      for other in members.dropFirst().sorted() {
        guard let copy = sessions[other].wire?.connection else { continue }
        if copy.client != facts.wire?.connection.client { ports.append(copy.client.port) }
        let packets = copy.sent.client.packets + copy.sent.server.packets
        facts.wire?.connection.copies += packets
        facts.wire?.connection.routedCopies += packets
      }
      facts.wire?.surroundings.translatedPorts = ports.isEmpty ? nil : ports
      joined.append(JoinedFacts(members: members.sorted(), facts: facts))
    }
    return JoinedFacts.applied(joined, to: sessions)
  }

  private static func relate(_ sessions: inout [SessionFacts]) {
    var halves: [Int: SessionFacts] = [:]
    for (client, server) in RelayedPairs(sessions).pairs {
      RelayJoin.tie(
        RelayHalves(client: sessions[client], server: sessions[server]), client, server,
        of: sessions, sharesContent: false, &halves)
    }
    for (index, half) in halves { sessions[index] = half }
  }
}
