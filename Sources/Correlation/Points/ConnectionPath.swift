public import CaptureReader
public import Evidence
import PacketDecode
import TCPStreams

/// One connection over all points that saw it.
public struct ConnectionPath: Sendable, Hashable, Codable {
  /// From the client's side to the server's.
  public var points: [PathPoint]
  /// Between neighbouring points, in that order.
  public var hops: [PathComparison]
  /// Between the first and the last point, where there are more than two.
  public var whole: PathComparison?
  /// The packets show the points in another order than the user's names for them; nil for no.
  public var isMisnamed: Bool?

  /// The comparison over the whole length that was captured.
  public var overall: PathComparison? { whole ?? hops.first }
}

/// A place where the connection was captured.
public struct PathPoint: Sendable, Hashable, Codable {
  public var witness: Int
  /// `client`, `server`, `between`, or what the user called it.
  public var name: String
  /// By this clock less the first point's.
  public var clockOffset: TimeSpan
  public var clockError: TimeSpan
  /// Drift of this clock against the first point's, in parts per million.
  public var clockSkewPPM: Double
  /// When this clock was set, against the first point's, by the first point's time.
  public var clockSteps: [Timestamp]
  /// Further captures of the same place: copies, overlapping rings, two ports of one router.
  public var copies: [Int] = []
}

extension ConnectionPath {
  /// Names that the user gave to witnesses (`--point client=FILE`).
  public struct PointNames: Sendable {
    public var byWitness: [Int: String]
    public init(byWitness: [Int: String] = [:]) { self.byWitness = byWitness }

    /// Where a witness lies between client (0) and server (2) by its name.
    func rank(_ witness: Int) -> Int {
      switch byWitness[witness] {
      case "client": 0
      case "server": 2
      default: 1
      }
    }
  }

  /// Points of one connection that are compared; further ones are left out.
  static let pointLimit = 8

  /// What several captures of one connection are to each other.
  public enum Outcome: Sendable {
    /// Captures of several points.
    case path(ConnectionPath)
    /// All of one place: copies, overlapping rings, two ports of one router; how far each one's clock is ahead
    /// of the first's.
    case onePlace(clocks: [Int: ClockOffset])
    /// They share no packet: nothing can be compared.
    case apart
  }

  /// Compares all sightings of one connection.
  public static func compare(
    _ group: ConnectionGroup, of sightings: [Sighting], names: PointNames = PointNames()
  ) -> Outcome {
    var byWitness: [Int: [(sighting: Sighting, member: ConnectionGroup.Member)]] = [:]
    for member in group.members where sightings.indices.contains(member.sighting) {
      let sighting = sightings[member.sighting]
      byWitness[sighting.witness, default: []].append((sighting, member))
    }
    let witnesses = byWitness.keys.sorted().prefix(pointLimit)
    guard witnesses.count > 1 else { return .apart }
    var comparisons = PlaceComparisons()
    let places = ordered(
      witnesses.map { PointPlace(witness: $0, view: PointView(byWitness[$0] ?? [])) }, names: names,
      &comparisons)
    let merged = withoutCopies(places, &comparisons)
    guard merged.count > 1 else { return .onePlace(clocks: merged.first?.clocks ?? [:]) }
    var path = ConnectionPath(points: [], hops: [])
    for (near, far) in zip(merged, merged.dropFirst()) {
      guard let hop = comparisons.comparison(near, far) else { return .apart }
      path.hops.append(hop)
    }
    if merged.count > 2, let first = merged.first, let last = merged.last {
      path.whole = comparisons.comparison(first, last)
    }
    let isMisnamed = zip(merged, merged.dropFirst()).contains { near, far in
      names.rank(near.witness) > names.rank(far.witness)
    }
    if isMisnamed { path.isMisnamed = true }
    path.points = merged.enumerated().map { place, item in
      path.point(item, at: place, of: merged.count, names: isMisnamed ? PointNames() : names)
    }
    return .path(path)
  }

  private func point(
    _ place: PointPlace, at index: Int, of count: Int, names: PointNames
  ) -> PathPoint {
    let before = hops.prefix(index)
    let name =
      names.byWitness[place.witness]
      ?? (index == 0 ? "client" : index == count - 1 ? "server" : "between")
    return PathPoint(
      witness: place.witness, name: name,
      clockOffset: before.reduce(.zero) { $0 + $1.clock.offset },
      clockError: before.reduce(.zero) { $0 + $1.clock.error },
      clockSkewPPM: before.reduce(0) { $0 + ($1.clock.main?.skewPPM ?? 0) },
      clockSteps: before.flatMap(\.clock.steps).sorted(), copies: place.copies)
  }

  /// From the client to the server: by comparing each with its neighbour until no two are the wrong
  /// way round. The user's word for an end stands unless packets prove the contrary.
  private static func ordered(
    _ places: [PointPlace], names: PointNames, _ comparisons: inout PlaceComparisons
  ) -> [PointPlace] {
    var result: [PointPlace] = []
    for place in places {
      var index = result.count
      while index > 0, precedes(place, result[index - 1], names, &comparisons) { index -= 1 }
      result.insert(place, at: index)
    }
    return result
  }

  private static func precedes(
    _ one: PointPlace, _ other: PointPlace, _ names: PointNames,
    _ comparisons: inout PlaceComparisons
  ) -> Bool {
    let ranks = (names.rank(one.witness), names.rank(other.witness))
    let pairs = comparisons.pairs(other, one)
    if ranks.0 != ranks.1 {
      return PointOrder.isSecondProvenNearer(other.view, one.view, pairs) ?? (ranks.0 < ranks.1)
    }
    return PointOrder.isSecondNearer(
      other.view, one.view, client: pairs.client, server: pairs.server)
  }

  private static func withoutCopies(
    _ places: [PointPlace], _ comparisons: inout PlaceComparisons
  ) -> [PointPlace] {
    var result: [PointPlace] = []
    for place in places {
      if let last = result.last, let comparison = comparisons.comparison(last, place),
        comparison.isSamePlace
      {
        result[result.count - 1].copies.append(place.witness)
        result[result.count - 1].clocks[place.witness] = ClockOffset(
          offset: comparison.clock.offset, error: comparison.clock.error)
      } else {
        result.append(place)
      }
    }
    return result
  }
}

struct PointPlace {
  var witness: Int
  var view: PointView
  var copies: [Int] = []
  /// Clocks of the copies against this one's.
  var clocks: [Int: ClockOffset] = [:]
}
