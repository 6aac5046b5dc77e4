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
  private let sessions: [Int: SessionFacts]
  private let bases: [JoinBase]
  /// The others are sessions of logs too.
  private let isAmongLogs: Bool

  /// What a log tells of a session that another witness saw too.
  public struct Match: Sendable {
    /// Number of the log's session.
    public let member: Int
    /// Number of the session that it is.
    public let base: Int
    fileprivate(set) var log: SessionFacts
    /// Nil where the log has no times.
    fileprivate(set) var clock: ClockOffset?
    /// Address and port are the same.
    let isSure: Bool
    /// How well it fits.
    let fit: Double

    fileprivate init(
      _ pair: JoinPair, of member: Int, with base: Int, _ log: SessionFacts, _ clock: ClockOffset
    ) {
      self.member = member
      self.base = base
      self.log = log
      self.clock = clock
      isSure = pair.kinship.isSure
      let seconds = Double(clock.offset.nanoseconds) / 1e9
      fit = pair.agreement - ClockOffset.strangeness(of: seconds)
    }
  }

  /// The sessions, those of logs joined with those of captures where they are the same.
  static func joined(_ sessions: [SessionFacts]) -> [SessionFacts] {
    let logs = sessions.indices.filter { sessions[$0].wire == nil && sessions[$0].log != nil }
    guard !logs.isEmpty, sessions.count > 1 else { return sessions }
    let captured = sessions.indices.filter { sessions[$0].wire != nil }
    let found = matches(
      of: Dictionary(uniqueKeysWithValues: logs.map { ($0, sessions[$0]) }),
      with: captured.map { JoinBase(index: $0, sessions[$0]) })
    var joined = sessions
    var gone = Set<Int>()
    for match in found {
      match.apply(to: &joined[match.base])
      gone.insert(match.member)
    }
    return gone.isEmpty ? joined : joined.indices.filter { !gone.contains($0) }.map { joined[$0] }
  }

  /// The sessions of logs that other witnesses saw too, in the order in which they are to be joined.
  ///
  /// - Parameters:
  ///   - logs: sessions of logs, by number.
  ///   - captured: the captured sessions.
  public static func matches(
    of logs: [Int: SessionFacts], with captured: [JoinBase]
  ) -> [Match] {
    var found: [Match] = []
    let numbers = logs.keys.sorted()
    if !captured.isEmpty {
      found = LogJoin(sessions: logs, bases: captured, isAmongLogs: false).matches(numbers)
    }
    let joined = Set(found.map(\.member))
    let rest = numbers.filter { !joined.contains($0) }
    let servers = rest.filter { logs[$0]?.witnesses.first?.point == .server }
    let clients = rest.filter { logs[$0]?.witnesses.first?.point == .client }
    if !servers.isEmpty, !clients.isEmpty {
      let bases = servers.compactMap { index in
        logs[index].map { JoinBase(index: index, $0) }
      }
      found += LogJoin(sessions: logs, bases: bases, isAmongLogs: true).matches(clients)
    }
    return found
  }

  /// Each log by itself; then, where several clients' or servers' logs claim one session by its times,
  /// it is of the one that fits best, and the others look among the rest.
  private func matches(_ logs: [Int]) -> [Match] {
    let domains = Dictionary(grouping: logs) { sessions[$0].map(ClockDomain.init) }
      .sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
    var found = domains.map { matches(ofOne: $0.value) }
    var claims = JoinClaims(found.joined().filter(\.isSure))
    let order = domains.indices.sorted { one, other in
      let fits = [one, other].map { found[$0].map(\.fit).max() ?? 0 }
      return (fits[1], one) < (fits[0], other)
    }
    for place in order {
      for _ in 0..<Self.tries where found[place].contains(where: claims.refuse) {
        found[place] = LogJoin(
          sessions: sessions, bases: bases.filter { !claims.isTaken($0.index, for: found[place]) },
          isAmongLogs: isAmongLogs
        ).matches(ofOne: domains[place].value)
      }
      found[place].removeAll(where: claims.refuse)
      claims.take(found[place])
    }
    return found.flatMap(\.self)
  }

  /// How often a log whose session is another's looks for the next best.
  private static let tries = 4

  private func parts(of members: [Int]) -> [JoinPart] {
    members.flatMap { member -> [JoinPart] in
      guard let facts = sessions[member], let session = facts.log?.session else { return [] }
      let party = LogParty(facts)
      let attempts = bases.count > 1 && !isAmongLogs ? session.attempts : [session]
      return attempts.map { JoinPart(member: member, $0, party) }
    }
  }

  /// - Parameter members: the sessions of one clock.
  private func matches(ofOne members: [Int]) -> [Match] {
    let parts = parts(of: members)
    let pairs = JoinAssignment(parts, bases).pairs.filter { isProven($0, parts[$0.part]) }
    guard !pairs.isEmpty else { return [] }
    var estimate = OffsetEstimate(againstLog: isAmongLogs)
    for pair in pairs { estimate.add(parts[pair.part].marks, bases[pair.base].marks) }
    return matches(pairs, parts, estimate.clock)
  }

  /// A clock is not further off where only events prove it, zones apart, in seconds.
  private static let mostOffset = 300.0

  /// Whether a pair is more than the best that there is: nothing but packets and a log of one run is
  /// taken to be one session by its times alone.
  private func isProven(_ pair: JoinPair, _ part: JoinPart) -> Bool {
    guard !pair.kinship.isSure, pair.kinship.isRelayed || isAmongLogs else { return true }
    let base = bases[pair.base].marks
    guard !part.marks.shared(with: base).isEmpty else { return false }
    let offset = part.marks.offset(from: base, nil) ?? 0
    guard abs(offset - ClockOffset.zone(of: offset)) <= Self.mostOffset else { return false }
    if !pair.kinship.isRelayed, pair.kinship.points >= 2, pair.ofEvents >= 1 { return true }
    return pair.agreesThroughout(part.marks, base)
  }

  /// The parts of one log session that belong to no connection stay with the part before them.
  private func matches(
    _ pairs: [JoinPair], _ parts: [JoinPart], _ clock: ClockOffset
  ) -> [Match] {
    var baseOf: [Int: JoinPair] = [:]
    for pair in pairs { baseOf[pair.part] = pair }
    var matches: [Match] = []
    var members: [Int: [Int]] = [:]
    for place in parts.indices { members[parts[place].member, default: []].append(place) }
    for (member, places) in members.sorted(by: { $0.key < $1.key }) {
      var runs: [(session: LogSession, pair: JoinPair?)] = []
      for place in places {
        let part = parts[place].session
        if let last = runs.indices.last, runs[last].pair == nil || baseOf[place] == nil {
          runs[last].session = runs[last].session.joined(with: part)
          runs[last].pair = runs[last].pair ?? baseOf[place]
        } else {
          runs.append((part, baseOf[place]))
        }
      }
      for run in runs {
        guard let pair = run.pair, let whole = sessions[member] else { continue }
        // A session that is one connection is the log's own, with all that its reader knows of it.
        let log = runs.count == 1 ? whole : SessionFacts(LogFacts(run.session))
        var match = Match(pair, of: member, with: bases[pair.base].index, log, clock)
        if SharedMarks(run.session).isUntimed {
          // Its events stand at the begin of what they belong to.
          let distance = run.session.first.since(bases[pair.base].start)
          match.log = SessionFacts(LogFacts(run.session.shifted(by: distance)))
          match.clock = nil
        }
        matches.append(match)
      }
    }
    return matches
  }
}

extension LogJoin.Match {
  /// Adds what the log tells to the session that it is.
  public func apply(to facts: inout SessionFacts) { facts.join(log, clock: clock) }
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
