import Evidence
import Foundation
import LogReader

/// Each connection of a log with the session that it is, at the offset of the log's clock that lets most
/// of them fit.
struct JoinAssignment {
  private let parts: [JoinPart]
  private let bases: [JoinBase]
  /// Each part and each base at most once.
  private(set) var pairs: [JoinPair] = []

  /// Offsets that are tried for one log, at most and at least.
  private static let offsets = (most: 128, least: 16)
  /// Pairs that are compared at all offsets together, where there are many.
  private static let comparisons = 400_000
  /// Places of the second's change that are tried while sessions are matched.
  private static let changes = 8
  /// Within this two pairs vote for the same offset, in seconds.
  private static let ballot = 2.0
  /// So few connections of a log hardly have another's address and port by chance.
  private static let few = 16
  /// A clock is not further off where one session alone says so, zones apart, in seconds.
  private static let mostWrong = 900.0
  /// Zones differ by quarters of an hour; who set a wrong one is whole hours off. Seconds, and how far from
  /// them a clock is.
  private static let zones = (
    unknown: (step: 900.0, reach: 300.0), known: (step: 3600.0, reach: 120.0)
  )
  /// No zone is further from another, in seconds: sessions further apart have the same address and port by
  /// chance.
  private static let mostZone = 26 * 3600.0

  init(_ parts: [JoinPart], _ bases: [JoinBase]) {
    self.parts = parts
    self.bases = bases
    let candidates = JoinCandidates(parts, bases)
    let sample = Self.direct(candidates.sample())
    guard let found = best(sample) else { return }
    pairs =
      candidates.isExhaustive
      ? found.pairs
      : assigned(
        Self.direct(candidates.pairs(at: found.offset, found.change)), found.offset, found.change)
    // A client that comes every day has a session at nearly every offset.
    if pairs.count(where: agrees) < 2 {
      pairs = pairs.filter { isPlausible(found.offset, of: $0) }
    }
    let possible = Set(sample.lazy.map(\.base)).count
    if possible > Self.fewSessions, evidence(at: found.offset) < Self.needed + log(Double(possible))
    {
      pairs.removeAll { !$0.kinship.isSure }
    }
  }

  /// An address that both sides know says who is who: then nothing was relayed.
  private static func direct(_ candidates: [JoinPair]) -> [JoinPair] {
    guard candidates.contains(where: { !$0.kinship.isRelayed && $0.kinship.points >= 2 }) else {
      return candidates
    }
    return candidates.filter { !$0.kinship.isRelayed }
  }

  /// Who names a log and so few sessions means them: they are of one incident. An archive means nothing.
  private static let fewSessions = 8
  /// What a log must show more than chance would among so many sessions, as a natural logarithm.
  private static let needed = 2.0
  /// An event that agrees within a second or so, in a session of half a minute.
  private static let perEvent = 2.3
  /// Points that the event which fixes the offset, and a beginning near it, have by themselves.
  private static let given = 1.5
  /// What is said of who took part agrees: an address or a user is two points.
  private static let perPoint = 2.0
  /// A clock is as right as this where nothing is wrong with it, in seconds.
  private static let usualError = 2.0
  /// Another zone than the one that is assumed.
  private static let otherZone = 2.0

  /// How much likelier what agrees is of one session than of two that have nothing to do with each other,
  /// as a natural logarithm.
  private func evidence(at offset: Double) -> Double {
    var sum = 0.0
    for pair in pairs {
      if pair.kinship.isSure { return .infinity }
      let marks = (parts[pair.part].marks, bases[pair.base].marks)
      sum += Self.perPoint * pair.kinship.points
      if marks.0.spansTime(with: marks.1) {
        sum += Self.perEvent * max(0, pair.ofEvents - Self.given)
      }
    }
    if parts.contains(where: \.marks.isUntimed) { return sum }
    let zone = ClockOffset.zone(of: offset)
    let wrong = max(Self.usualError, abs(offset - zone))
    return sum + max(0, log(Self.zones.unknown.reach / wrong)) - (zone == 0 ? 0 : Self.otherZone)
  }

  /// Whether one session alone may say that the log's clock is this far off.
  private func isPlausible(_ offset: Double, of pair: JoinPair) -> Bool {
    let part = parts[pair.part]
    if part.marks.isUntimed { return true }
    let basis = part.session.timeBasis
    if basis?.year != nil { return true }
    var offset = offset
    if basis?.day != nil { offset = offset.remainder(dividingBy: 86_400) }
    if pair.kinship.isSure { return parts.count <= Self.few || abs(offset) <= Self.mostZone }
    guard abs(offset) > Self.mostWrong else { return true }
    let zone = basis?.zone == nil ? Self.zones.known : Self.zones.unknown
    guard abs(offset) <= Self.mostZone, abs(offset.remainder(dividingBy: zone.step)) <= zone.reach
    else { return false }
    return parts.count <= Self.few || pair.agreesThroughout(part.marks, bases[pair.base].marks)
  }

  /// At least one event agrees.
  private func agrees(_ pair: JoinPair) -> Bool {
    pair.ofEvents >= 1
  }

  private struct Found {
    var score: Double
    var offset: Double
    var change: Int?
    var pairs: [JoinPair]
  }

  private func best(_ candidates: [JoinPair]) -> Found? {
    let sure = candidates.filter(\.kinship.isSure)
    let count = max(Self.offsets.least, Self.comparisons / max(1, candidates.count))
    let tried = elected(sure.isEmpty ? candidates : sure, atMost: min(count, Self.offsets.most))
    let isLarge = candidates.count > 1_024
    var best: Found?
    for change in parts.first?.marks.changes(atMost: isLarge ? 1 : Self.changes) ?? [] {
      for pair in tried {
        guard let offset = offset(of: pair, change) else { continue }
        let pairs = assigned(candidates, offset, change)
        let score = pairs.reduce(0) { $0 + $1.agreement } - ClockOffset.strangeness(of: offset)
        if best.map({ score > $0.score }) ?? true {
          best = Found(score: score, offset: offset, change: change, pairs: pairs)
        }
      }
    }
    return best
  }

  private func offset(of pair: JoinPair, _ change: Int?) -> Double? {
    parts[pair.part].marks.offset(from: bases[pair.base].marks, change)
  }

  /// Of many pairs one for each of the offsets that most of them have; of equal ones the likelier first.
  private func elected(_ candidates: [JoinPair], atMost count: Int) -> [JoinPair] {
    guard candidates.count > count else { return candidates }
    var votes: [Int: Ballot] = [:]
    for (place, pair) in candidates.enumerated() {
      guard let offset = offset(of: pair, nil),
        let number = Int(exactly: (offset / Self.ballot).rounded(.down))
      else { continue }
      votes[number, default: Ballot(first: place, offset: offset)].count += 1
    }
    let sums = votes.map { number, ballot in
      var sum = ballot
      sum.count += (votes[number - 1]?.count ?? 0) + (votes[number + 1]?.count ?? 0)
      return sum
    }
    return sums.sorted { $0.precedes($1) }.prefix(count).map { candidates[$0.first] }
  }

  /// The pairs of nearly one offset.
  private struct Ballot {
    /// Place of the first of them.
    var first: Int
    var offset: Double
    var count = 0

    func precedes(_ other: Self) -> Bool {
      let strange = (ClockOffset.strangeness(of: offset), ClockOffset.strangeness(of: other.offset))
      return (other.count, strange.0, abs(offset), first)
        < (count, strange.1, abs(other.offset), other.first)
    }
  }

  /// Each log session with the connection that fits best at this offset, and each connection once.
  private func assigned(
    _ candidates: [JoinPair], _ offset: Double, _ change: Int?
  ) -> [JoinPair] {
    var fitting: [JoinPair] = []
    for candidate in candidates {
      let fit = parts[candidate.part].marks.fit(
        bases[candidate.base].marks, offset: offset, change)
      guard candidate.kinship.isSure ? fit.distance <= Self.mostZone : fit.points > 0 else {
        continue
      }
      var pair = candidate
      pair.agreement += fit.points + (candidate.kinship.isSure ? JoinPair.sure : 0)
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
}
