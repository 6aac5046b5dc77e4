import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Joins the connections of one client that follow each other into user stories.
///
/// A connection continues the story whose last one to the same server ended most recently, within
/// `pause`; what still runs when it starts is somebody else's (a second window, users behind one
/// address). After a session that ended as intended a new one is a new story, unless a broker sent
/// its client on to another server. Sessions are walked in order of their starts and ends, so the
/// effort is that of sorting them.
enum AttemptGrouping {
  /// A pause after which a new connection is a new story.
  static let pause = TimeSpan.seconds(120)
  /// How much a connection may overlap the one it replaces: a client opens the next before its FIN
  /// for the last is out.
  static let overlap = TimeSpan.seconds(1)
  /// A client that is sent on connects at once.
  static let redirection = TimeSpan.seconds(5)
  /// A broker's session is over within this time.
  static let brokerSession = TimeSpan.seconds(15)

  /// - Parameters:
  ///   - sessions: those of one series.
  ///   - count: groups numbered before.
  /// - Returns: groups numbered now.
  static func group(_ sessions: inout [SessionReport], after count: Int) -> Int {
    var groups: [[Int]] = []
    var places = [Int](repeating: 0, count: sessions.count)
    let starts = sessions.indices.sorted {
      (sessions[$0].startTime, $0) < (sessions[$1].startTime, $1)
    }
    var ends = sessions.indices.sorted {
      (sessions[$0].clientEndTime, $0) < (sessions[$1].clientEndTime, $1)
    }[...]
    var ended: [Pair: [Int]] = [:]
    var lastOf: [Client: Int] = [:]
    var redirected: Set<Int> = []
    var placed = [Bool](repeating: false, count: sessions.count)
    func close(_ index: Int) {
      ended[Pair(sessions[index]), default: []].append(index)
      lastOf[Client(sessions[index])] = index
    }
    // Those so short that they end, by `overlap`, before they begin.
    var early: Set<Int> = []
    for index in starts {
      let start = sessions[index].startTime
      while let first = ends.first, sessions[first].clientEndTime <= start.advanced(by: overlap) {
        ends.removeFirst()
        if placed[first] { close(first) } else { early.insert(first) }
      }
      let pair = Pair(sessions[index])
      if let last = ended[pair]?.popLast(), continues(sessions[last], with: sessions[index]) {
        places[index] = places[last]
        groups[places[last]].append(index)
      } else if let last = lastOf[Client(sessions[index])], !redirected.contains(last),
        isRedirection(from: sessions[last], to: sessions[index])
      {
        redirected.insert(last)
        places[index] = places[last]
        groups[places[last]].append(index)
      } else {
        ended[pair] = nil
        places[index] = groups.count
        groups.append([index])
      }
      placed[index] = true
      if early.remove(index) != nil { close(index) }
    }
    for (number, members) in groups.enumerated() {
      place(members, as: count + number + 1, of: &sessions)
    }
    return count + groups.count
  }

  /// Gives the sessions of one story, in order of time, their places and roles in it.
  static func place(_ members: [Int], as group: Int, of sessions: inout [SessionReport]) {
    for (place, index) in members.enumerated() {
      let server = sessions[index].facts.identity.server?.address
      // Only a broker's session is followed by one with another server.
      let isRedirected =
        place + 1 < members.count
        && sessions[members[place + 1]].facts.identity.server?.address != server
      let role = Self.role(of: sessions[index], isAlone: members.count == 1)
      sessions[index].attempt = Attempt(
        group: group, role: isRedirected ? .redirected : role, ordinal: place + 1,
        size: members.count)
    }
  }

  private static func continues(_ last: SessionReport, with next: SessionReport) -> Bool {
    guard next.startTime.since(last.clientEndTime) <= pause else { return false }
    let endedAsIntended =
      last.facts.phase == .active && last.verdict.cause == .clean
      && last.wire?.connection.firstGoodbye != nil
    return !endedAsIntended
  }

  /// A short session that ended well, and at once another one with another server, that asks with the
  /// token a broker gave out ([MS-RDPBCGR] 2.2.13.1, 5.5) or begins where the first came to nothing.
  private static func isRedirection(
    from last: SessionReport, to next: SessionReport
  ) -> Bool {
    let (from, to) = (last.facts.identity, next.facts.identity)
    guard from.server?.address != to.server?.address,
      next.startTime.since(last.clientEndTime) <= redirection, last.facts.phase >= .mcs,
      last.verdict.cause == .clean, last.wire?.connection.firstGoodbye != nil,
      from.end.since(from.start) <= brokerSession
    else { return false }
    if next.wire?.trace.request?.value.routingToken != nil { return true }
    return next.facts.phase >= .mcs
      && next.startTime.since(last.clientEndTime) <= .seconds(1)
  }

  private static func role(of session: SessionReport, isAlone: Bool) -> Attempt.Role {
    if isAlone { return .single }
    switch session.verdict.code {
    case .cleanProbe: return .probe
    case .cleanSuperseded: return .superseded
    default: break
    }
    guard session.facts.phase == .active else { return .try }
    return [.clean, .undetermined].contains(session.verdict.cause) ? .success : .dropped
  }

  private struct Pair: Hashable {
    var client: IPAddress?
    var server: Endpoint?

    init(_ session: SessionReport) {
      let identity = session.facts.identity
      (client, server) = (identity.client?.address, identity.server)
    }
  }

  private struct Client: Hashable {
    var client: IPAddress?

    init(_ session: SessionReport) { client = session.facts.identity.client?.address }
  }
}

extension SessionReport {
  var startTime: Timestamp { facts.identity.start }

  /// When its client was heard last: a server may go on for minutes with a session that is lost.
  var clientEndTime: Timestamp {
    max(startTime, wire?.client.lastPacket?.time ?? facts.identity.end)
  }
}
