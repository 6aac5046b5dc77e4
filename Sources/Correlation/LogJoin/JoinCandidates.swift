import Evidence
import PacketDecode

/// Which sessions the connections of a log may be, by what both say of who they are.
///
/// Of few all are compared with all. Of many those with the same address and port are found by them,
/// and else those that begin nearest.
struct JoinCandidates {
  private let parts: [JoinPart]
  private let bases: [JoinBase]
  /// All are compared with all.
  let isExhaustive: Bool
  private var bySocket: [Endpoint: [Int]] = [:]
  /// In order of their beginnings.
  private var byAddress: [IPAddress: [Int]] = [:]
  private var all: [Int] = []

  /// Pairs that are compared, of each with each.
  private static let exhaustiveLimit = 160_000
  /// Sessions that are looked at for one connection of a log whose offset is known.
  private static let nearest = 64
  /// Pairs that offsets are learned from, where not all are compared.
  private static let sample = 20_000
  /// Connections whose address and port are known that the offset is learned from.
  private static let named = 2_000
  /// Other connections that it is learned from.
  private static let sampled = 400
  /// A clock and its zone are together not further off, in seconds, for a session to be looked for.
  private static let reach = 27.0 * 3600

  init(_ parts: [JoinPart], _ bases: [JoinBase]) {
    self.parts = parts
    self.bases = bases
    isExhaustive = parts.count * bases.count <= Self.exhaustiveLimit
    guard !isExhaustive else { return }
    all = bases.indices.sorted { (bases[$0].marks.first, $0) < (bases[$1].marks.first, $1) }
    for place in all {
      guard let client = bases[place].party.client else { continue }
      byAddress[client.address, default: []].append(place)
      if client.port != 0 { bySocket[client, default: []].append(place) }
    }
  }

  private func pair(_ part: Int, _ base: Int) -> JoinPair? {
    guard let kinship = LogKinship(parts[part].party, bases[base].party),
      kinship.isSure || !parts[part].course.contradicts(bases[base].course)
    else { return nil }
    return JoinPair(part: part, base: base, kinship: kinship, agreement: kinship.points)
  }

  /// What the offset of the log's clock is learned from: all pairs, or those that address and port
  /// name, or a sample of those that a clock and a zone allow.
  func sample() -> [JoinPair] {
    guard !isExhaustive else {
      return parts.indices.flatMap { part in bases.indices.compactMap { pair(part, $0) } }
    }
    let named = thinned(parts.indices.filter { !sure($0).isEmpty }, to: Self.named)
      .flatMap { part in
        near(parts[part].marks.first, of: sure(part), atMost: Self.nearest)
          .compactMap { pair(part, $0) }
      }
    if named.contains(where: \.kinship.isSure) { return named }
    guard let first = all.first, let last = all.last else { return [] }
    let range =
      (bases[first].marks.first - Self.reach)...(bases[last].marks.first + Self.reach)
    let reached = parts.indices.filter { range.contains(parts[$0].marks.first) }
    let share = max(1, Self.sample / max(1, min(reached.count, Self.sampled)))
    return thinned(reached, to: Self.sampled).flatMap { part in
      near(parts[part].marks.first, of: possible(part), atMost: share)
        .compactMap { pair(part, $0) }
    }
  }

  /// The pairs that fit at an offset, where not all are compared.
  func pairs(at offset: Double, _ change: Int?) -> [JoinPair] {
    parts.indices.flatMap { part -> [JoinPair] in
      let time = parts[part].marks.reading(parts[part].marks.first, change) - offset
      let named = sure(part)
      let list = named.isEmpty ? possible(part) : named
      return near(time, of: list, atMost: Self.nearest).compactMap { base in
        guard let pair = pair(part, base) else { return nil }
        let fit = parts[part].marks.fit(bases[base].marks, offset: offset, change)
        return pair.kinship.isSure || fit.points > 0 ? pair : nil
      }
    }
  }

  /// The sessions with the part's address and port.
  private func sure(_ part: Int) -> [Int] {
    guard let client = parts[part].party.client, client.port != 0 else { return [] }
    return bySocket[client] ?? []
  }

  /// The sessions of the same client where some are known, else all.
  private func possible(_ part: Int) -> [Int] {
    parts[part].party.client.flatMap { byAddress[$0.address] } ?? all
  }

  /// Those of a list in order of time that begin nearest to a time.
  private func near(_ time: Double, of list: [Int], atMost count: Int) -> ArraySlice<Int> {
    var low = list.partitioningIndex { bases[$0].marks.first >= time }
    var high = low
    while high - low < count, low > 0 || high < list.count {
      let before = low > 0 ? time - bases[list[low - 1]].marks.first : .infinity
      let behind = high < list.count ? bases[list[high]].marks.first - time : .infinity
      if before <= behind { low -= 1 } else { high += 1 }
    }
    return list[low..<high]
  }

  /// So many of a list, evenly spread.
  private func thinned(_ list: [Int], to count: Int) -> [Int] {
    guard list.count > count else { return list }
    return (0..<count).map { list[$0 * list.count / count] }
  }
}

extension Array {
  /// The first place whose element has what all behind it have too.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
