/// Finds the sessions that can be one with others, by their outlines alone: what has to be looked at
/// together, with segments, and what need not be.
public enum WitnessGroups {
  /// Up to so many sessions and segments, all segments are looked for in all captures; beyond that,
  /// only sessions that share a key (initial sequence numbers, content) are compared.
  static let searchedSessions = 4_096
  static let searchedSegments = 2_097_152
  /// Sessions of one group; of more, which only forged sequence numbers make, the first count.
  static let groupLimit = 4_096

  /// A session that kept its segments.
  public struct Member: Sendable {
    public var session: Int
    /// The series of captures that it was seen in.
    public var series: Int
    public var trail: SessionOutline.Trail

    public init(session: Int, series: Int, trail: SessionOutline.Trail) {
      self.session = session
      self.series = series
      self.trail = trail
    }
  }

  /// Sessions that have to be compared with each other.
  public struct Group: Sendable {
    public var sessions: [Int]
    /// Segments are looked for, not only keys.
    public var isSearched: Bool
  }

  /// - Parameters:
  ///   - members: in the order of the sessions.
  ///   - isPart: they are a part of a larger run.
  public static func groups(of members: [Member], isPart: Bool = false) -> [Group] {
    guard let first = members.first, members.contains(where: { $0.series != first.series }) else {
      return []
    }
    let segments = members.reduce(0) { $0.addingReportingOverflow($1.trail.segments).partialValue }
    if !isPart, members.count <= searchedSessions, segments <= searchedSegments {
      return [Group(sessions: members.map(\.session), isSearched: true)]
    }
    var parents = Array(members.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while parents[place] != place {
        parents[place] = parents[parents[place]]
        place = parents[place]
      }
      return place
    }
    var table: [UInt64: Int] = [:]
    for (place, member) in members.enumerated() {
      for key in member.trail.keys {
        guard let other = table[key] else {
          table[key] = place
          continue
        }
        let (one, two) = (root(other), root(place))
        parents[max(one, two)] = min(one, two)
      }
    }
    var sets: [Int: [Int]] = [:]
    for place in members.indices { sets[root(place), default: []].append(place) }
    return sets.sorted { $0.key < $1.key }.compactMap { _, places in
      let places = places.prefix(groupLimit)
      guard let first = places.first,
        places.contains(where: { members[$0].series != members[first].series })
      else { return nil }
      return Group(sessions: places.map { members[$0].session }, isSearched: false)
    }
  }
}
