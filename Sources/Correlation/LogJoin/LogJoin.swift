import CaptureReader
public import Evidence
import LogReader
import RDPProtocol

/// Joins the sessions that logs tell with the connections that captures show, and those of a client's log
/// with those of a server's where no capture saw them.
///
/// A log that names the client's address and port names the connection. Else times, the order of phases
/// and the user decide, by the offset of the log's clock that lets most of its sessions fit: all sessions
/// of a log share one clock.
public struct LogJoin {
  /// Sessions of one log, or captured connections, that are tried against each other.
  public static let triedLimit = 400

  private let sessions: [SessionFacts]
  private let bases: [(index: Int, marks: SharedMarks)]
  /// The others are sessions of logs too.
  private let isAmongLogs: Bool

  private init(_ sessions: [SessionFacts], bases: [(index: Int, marks: SharedMarks)], logs: Bool) {
    self.sessions = sessions
    self.bases = Array(bases.prefix(Self.triedLimit))
    isAmongLogs = logs
  }

  /// The sessions, those of logs joined with those of captures where they are the same.
  static func joined(_ sessions: [SessionFacts]) -> [SessionFacts] {
    JoinedFacts.applied(joins(of: sessions), to: sessions)
  }

  /// The sessions that logs and captures saw.
  ///
  /// - Parameter sessions: those of logs, and the first `triedLimit` of captures at least.
  public static func joins(of sessions: [SessionFacts]) -> [JoinedFacts] {
    let logs = sessions.indices.filter { sessions[$0].wire == nil && sessions[$0].log != nil }
    guard !logs.isEmpty, sessions.count > 1 else { return [] }
    var joined: [Int: JoinedFacts] = [:]
    var isJoined = Set<Int>()
    let captured = sessions.indices.lazy.filter { sessions[$0].wire != nil }
      .prefix(Self.triedLimit).compactMap { index in
        sessions[index].wire.map { (index: index, marks: SharedMarks($0)) }
      }
    if !captured.isEmpty {
      let join = LogJoin(sessions, bases: Array(captured), logs: false)
      join.join(logs, into: &joined, &isJoined)
    }
    let rest = logs.filter { !isJoined.contains($0) }
    let servers = rest.filter { sessions[$0].witnesses.first?.point == .server }
    let clients = rest.filter { sessions[$0].witnesses.first?.point == .client }
    if !servers.isEmpty, !clients.isEmpty {
      let bases = servers.compactMap { index in
        sessions[index].log.map { (index: index, marks: SharedMarks($0.session)) }
      }
      LogJoin(sessions, bases: bases, logs: true).join(clients, into: &joined, &isJoined)
    }
    return joined.sorted { $0.key < $1.key }.map(\.value)
  }

  private func join(
    _ logs: [Int], into joined: inout [Int: JoinedFacts], _ isJoined: inout Set<Int>
  ) {
    let domains = Dictionary(grouping: logs) { ClockDomain(sessions[$0]) }
    for (_, members) in domains.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      for match in matches(of: members) {
        var found =
          joined[match.base] ?? JoinedFacts(members: [match.base], facts: sessions[match.base])
        found.facts.join(match.log, clock: match.clock)
        found.members.append(match.member)
        joined[match.base] = found
        isJoined.insert(match.member)
      }
    }
  }

  private struct Match {
    var member: Int
    var log: SessionFacts
    /// Index of the session that it is.
    var base: Int
    /// Nil where the log has no times.
    var clock: ClockOffset?
  }

  /// A connection of a log's session: a client may make several for one.
  private struct Part {
    var member: Int
    var number: Int
    var session: LogSession
    var marks: SharedMarks
  }

  private struct Pair {
    var part: Int
    /// Place among `bases`.
    var base: Int
    var kinship: LogKinship
    var agreement: Double
    var distance: Double
  }

  private func parts(of members: [Int]) -> [Part] {
    members.prefix(Self.triedLimit).flatMap { member -> [Part] in
      guard let session = sessions[member].log?.session else { return [] }
      let attempts = bases.count > 1 && !isAmongLogs ? session.attempts : [session]
      return attempts.enumerated().map {
        Part(member: member, number: $0, session: $1, marks: SharedMarks($1))
      }
    }
  }

  /// Offsets that are tried for one log.
  private static let offsets = 128
  /// Places of the second's change that are tried while sessions are matched.
  private static let changes = 8

  private func matches(of members: [Int]) -> [Match] {
    let parts = parts(of: members)
    var candidates: [Pair] = []
    for (place, part) in parts.enumerated() {
      for base in bases.indices {
        guard let kinship = LogKinship(sessions[part.member], sessions[bases[base].index]) else {
          continue
        }
        candidates.append(
          Pair(
            part: place, base: base, kinship: kinship, agreement: kinship.points, distance: 0))
      }
    }
    let pairs = best(candidates, parts).filter { isProven($0, parts[$0.part]) }
    guard !pairs.isEmpty else { return [] }
    var estimate = OffsetEstimate(againstLog: isAmongLogs)
    for pair in pairs { estimate.add(parts[pair.part].marks, bases[pair.base].marks) }
    return matches(pairs, parts, estimate.clock)
  }

  private func best(_ candidates: [Pair], _ parts: [Part]) -> [Pair] {
    // An address that both sides know says who is who: then nothing was relayed.
    var candidates = candidates
    if candidates.contains(where: { !$0.kinship.isRelayed && $0.kinship.points >= 2 }) {
      candidates.removeAll { $0.kinship.isRelayed }
    }
    let sure = candidates.filter(\.kinship.isSure)
    let tried = (sure.isEmpty ? candidates : sure).prefix(Self.offsets)
    let isLarge = candidates.count > 1_024
    var best: (score: Double, pairs: [Pair])?
    for change in parts.first?.marks.changes(atMost: isLarge ? 1 : Self.changes) ?? [] {
      let offsets = tried.compactMap {
        parts[$0.part].marks.offset(from: bases[$0.base].marks, change)
      }
      for offset in offsets {
        let pairs = assigned(candidates, parts, offset, change)
        let score = pairs.reduce(0) { $0 + $1.agreement } - ClockOffset.strangeness(of: offset)
        if best.map({ score > $0.score }) ?? true { best = (score, pairs) }
      }
    }
    return best?.pairs ?? []
  }

  /// Each log session with the connection that fits best at this offset, and each connection once.
  private func assigned(
    _ candidates: [Pair], _ parts: [Part], _ offset: Double, _ change: Int?
  ) -> [Pair] {
    var fitting: [Pair] = []
    for candidate in candidates {
      let fit = parts[candidate.part].marks.fit(
        bases[candidate.base].marks, offset: offset, change)
      guard candidate.kinship.isSure || fit.points > 0 else { continue }
      var pair = candidate
      pair.agreement += fit.points + (candidate.kinship.isSure ? 10 : 0)
      pair.distance = fit.distance
      fitting.append(pair)
    }
    fitting.sort {
      ($1.kinship.isSure ? 1 : 0, $1.agreement, $0.distance, $0.part, $0.base)
        < ($0.kinship.isSure ? 1 : 0, $0.agreement, $1.distance, $1.part, $1.base)
    }
    var takenParts = Set<Int>()
    var takenBases = Set<Int>()
    return fitting.filter { pair in
      guard !takenParts.contains(pair.part), !takenBases.contains(pair.base) else { return false }
      takenParts.insert(pair.part)
      takenBases.insert(pair.base)
      return true
    }
  }

  /// Shared events span this much where only they prove that two sessions are one, in seconds.
  private static let leastSpan = 2.0
  /// A clock is not further off where only events prove it, zones apart, in seconds.
  private static let mostOffset = 300.0

  /// Whether a pair is more than the best that there is: nothing but packets and a log of one run is
  /// taken to be one session by its times alone.
  private func isProven(_ pair: Pair, _ part: Part) -> Bool {
    guard !pair.kinship.isSure, pair.kinship.isRelayed || isAmongLogs else { return true }
    let base = bases[pair.base].marks
    let shared = part.marks.shared(with: base)
    let times = shared.compactMap { base.times[$0] }
    guard let first = times.min(), let last = times.max() else { return false }
    let offset = part.marks.offset(from: base, nil) ?? 0
    guard abs(offset - ClockOffset.zone(of: offset)) <= Self.mostOffset else { return false }
    let agreeing = pair.agreement - pair.kinship.points
    if !pair.kinship.isRelayed, pair.kinship.points >= 2, agreeing >= 1 { return true }
    return agreeing >= Double(shared.count) && shared.count >= 2 && last - first >= Self.leastSpan
  }

  /// The parts of one log session that belong to no connection stay with the part before them.
  private func matches(_ pairs: [Pair], _ parts: [Part], _ clock: ClockOffset) -> [Match] {
    var baseOf: [Int: Int] = [:]
    for pair in pairs { baseOf[pair.part] = bases[pair.base].index }
    var matches: [Match] = []
    var members: [Int: [Int]] = [:]
    for place in parts.indices { members[parts[place].member, default: []].append(place) }
    for (member, places) in members.sorted(by: { $0.key < $1.key }) {
      var runs: [(session: LogSession, base: Int?)] = []
      for place in places {
        let part = parts[place].session
        if let last = runs.indices.last, runs[last].base == nil || baseOf[place] == nil {
          runs[last].session = runs[last].session.joined(with: part)
          runs[last].base = runs[last].base ?? baseOf[place]
        } else {
          runs.append((part, baseOf[place]))
        }
      }
      for run in runs {
        guard let base = run.base else { continue }
        // A session that is one connection is the log's own, with all that its reader knows of it.
        var match = Match(
          member: member,
          log: runs.count == 1 ? sessions[member] : SessionFacts(LogFacts(run.session)),
          base: base, clock: clock)
        if SharedMarks(run.session).isUntimed {
          // Its events stand at the begin of what they belong to.
          let distance = run.session.first.since(sessions[base].identity.start)
          match.log = SessionFacts(LogFacts(run.session.shifted(by: distance)))
          match.clock = nil
        }
        matches.append(match)
      }
    }
    return matches
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
