import CaptureReader
import Evidence
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// Joins the sessions that logs tell with the connections that captures show.
///
/// A log that names the client's address and port names the connection. Else times, the order of phases
/// and the user decide, by the offset of the log's clock that lets most of its sessions fit: all sessions
/// of a log share one clock.
struct LogJoin {
  /// Sessions of one log, or captured connections, that are tried against each other.
  static let triedLimit = 400

  private let sessions: [SessionFacts]
  private let wires: [(index: Int, marks: SharedMarks)]

  private init(_ sessions: [SessionFacts]) {
    self.sessions = sessions
    wires = sessions.indices.compactMap { index in
      sessions[index].wire.map { (index: index, marks: SharedMarks($0)) }
    }
  }

  /// The sessions, those of logs joined with those of captures where they are the same.
  static func joined(_ sessions: [SessionFacts]) -> [SessionFacts] {
    let logs = sessions.indices.filter { sessions[$0].wire == nil && sessions[$0].log != nil }
    guard !logs.isEmpty, logs.count < sessions.count else { return sessions }
    let join = LogJoin(sessions)
    var result = sessions
    var isJoined = Set<Int>()
    let domains = Dictionary(grouping: logs) { ClockDomain(sessions[$0]) }
    for (_, members) in domains.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      for match in join.matches(of: members) {
        result[match.wire].join(sessions[match.log], clock: match.clock)
        isJoined.insert(match.log)
      }
    }
    return result.indices.filter { !isJoined.contains($0) }.map { result[$0] }
  }

  private struct Match {
    var log: Int
    var wire: Int
    var clock: ClockOffset
  }

  private struct Pair {
    var log: Int
    /// Place among `wires`.
    var wire: Int
    var isSure: Bool
    var agreement: Double
    var distance: Double
  }

  private func matches(of members: [Int]) -> [Match] {
    let logs = members.prefix(Self.triedLimit).compactMap { index in
      sessions[index].log.map { (index: index, facts: $0, marks: SharedMarks($0)) }
    }
    var candidates: [Pair] = []
    for (place, log) in logs.enumerated() {
      for wire in wires.indices.prefix(Self.triedLimit) {
        guard let kinship = kinship(sessions[log.index], sessions[wires[wire].index]) else {
          continue
        }
        candidates.append(
          Pair(
            log: place, wire: wire, isSure: kinship.isSure, agreement: kinship.points, distance: 0))
      }
    }
    let sure = candidates.filter(\.isSure)
    let offsets = (sure.isEmpty ? candidates : sure).prefix(128).compactMap {
      logs[$0.log].marks.offset(from: wires[$0.wire].marks)
    }
    var best: (score: Double, pairs: [Pair])?
    for offset in offsets {
      let pairs = assigned(candidates, offset) { logs[$0].marks }
      let score = pairs.reduce(0) { $0 + $1.agreement } - ClockOffset.strangeness(of: offset)
      if best.map({ score > $0.score }) ?? true { best = (score, pairs) }
    }
    guard let pairs = best?.pairs, !pairs.isEmpty else { return [] }
    var estimate = OffsetEstimate()
    for pair in pairs { estimate.add(logs[pair.log].marks, wires[pair.wire].marks) }
    let clock = estimate.clock
    return pairs.map { Match(log: logs[$0.log].index, wire: wires[$0.wire].index, clock: clock) }
  }

  /// Each log session with the connection that fits best at this offset, and each connection once.
  private func assigned(
    _ candidates: [Pair], _ offset: Double, _ marks: (Int) -> SharedMarks
  ) -> [Pair] {
    var fitting: [Pair] = []
    for candidate in candidates {
      let fit = marks(candidate.log).fit(wires[candidate.wire].marks, offset: offset)
      guard candidate.isSure || fit.points > 0 else { continue }
      var pair = candidate
      pair.agreement += fit.points + (candidate.isSure ? 10 : 0)
      pair.distance = fit.distance
      fitting.append(pair)
    }
    fitting.sort {
      ($1.isSure ? 1 : 0, $1.agreement, $0.distance, $0.log, $0.wire)
        < ($0.isSure ? 1 : 0, $0.agreement, $1.distance, $1.log, $1.wire)
    }
    var takenLogs = Set<Int>()
    var takenWires = Set<Int>()
    return fitting.filter { pair in
      guard !takenLogs.contains(pair.log), !takenWires.contains(pair.wire) else { return false }
      takenLogs.insert(pair.log)
      takenWires.insert(pair.wire)
      return true
    }
  }

  /// Whether two sessions can be one by what both say of who they are; nil where they cannot.
  private func kinship(
    _ log: SessionFacts, _ wire: SessionFacts
  ) -> (isSure: Bool, points: Double)? {
    var points = 0.0
    var isSure = false
    if let one = log.identity.client, let other = wire.identity.client {
      guard one.address == other.address else { return nil }
      points += 2
      if one.port != 0 {
        guard one.port == other.port else { return nil }
        isSure = true
      }
    }
    if let one = log.identity.server, let other = wire.identity.server {
      if one.address == other.address { points += 1 }
      if one.port != 0, other.port != 0, one.port != other.port { return nil }
    }
    if let one = log.identity.user, let cookie = wire.wire?.trace.request?.value.cookie {
      points += Self.isSameName(one, cookie) ? 2 : 0
    }
    if let one = log.identity.clientName, let other = wire.identity.clientName {
      points += one.lowercased() == other.lowercased() ? 2 : -1
    }
    return (isSure, points)
  }

  /// A cookie holds the first nine characters of a user's name, without its domain.
  private static func isSameName(_ user: String, _ cookie: String) -> Bool {
    let name = user.split(separator: "\\").last.map { $0.lowercased() } ?? user.lowercased()
    let short = cookie.split(separator: "\\").last.map { $0.lowercased() } ?? cookie.lowercased()
    return !short.isEmpty && name.hasPrefix(short)
  }
}

/// Logs that were written by one clock.
private struct ClockDomain: Hashable {
  var point: Witness.Point?
  var host: String

  init(_ session: SessionFacts) {
    let log = session.log?.session
    point = session.witnesses.first?.point
    host =
      switch log?.program {
      case .xrdp?, .sesman?: "xrdp"
      default: log?.computer ?? "\(log?.inputs.first ?? 0)"
      }
  }
}
