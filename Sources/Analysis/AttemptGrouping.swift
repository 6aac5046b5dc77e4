import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Joins the connections of one client to one server that follow each other into one story.
enum AttemptGrouping {
  /// A pause after which a new connection is a new story.
  static let pause = TimeSpan.seconds(120)

  /// - Parameters:
  ///   - sessions: those of one series.
  ///   - count: groups numbered before.
  /// - Returns: groups numbered now.
  static func group(_ sessions: inout [SessionReport], after count: Int) -> Int {
    struct Pair: Hashable {
      var client: IPAddress
      var server: Endpoint
    }
    var open: [Pair: (group: Int, end: Timestamp)] = [:]
    var groups: [[Int]] = []
    for index in sessions.indices {
      let record = sessions[index].facts.connection
      let pair = Pair(client: record.client.address, server: record.server)
      if let known = open[pair], record.first.time.since(known.end) <= pause {
        groups[known.group].append(index)
        open[pair] = (known.group, max(known.end, record.last.time))
      } else {
        groups.append([index])
        open[pair] = (groups.count - 1, record.last.time)
      }
    }
    for (number, members) in groups.enumerated() {
      for (place, index) in members.enumerated() {
        sessions[index].attempt = Attempt(
          group: count + number + 1, role: role(of: sessions[index], isAlone: members.count == 1),
          ordinal: place + 1, size: members.count)
      }
    }
    return count + groups.count
  }

  private static func role(of session: SessionReport, isAlone: Bool) -> Attempt.Role {
    if isAlone { return .single }
    switch session.verdict.code.rawValue {
    case "clean.probe": return .probe
    case "clean.superseded": return .superseded
    default: return session.facts.phase == .active ? .success : .try
    }
  }
}
