import TCPStreams

/// Segments of sightings that no handshake has tied to another capture, looked for in all others.
///
/// A few segments of each, spread over its length, go into one table; then each segment of each
/// sighting is looked up once: the effort grows with the number of segments.
struct SightingProbes {
  /// A segment found in two captures.
  struct Hit {
    var probe: Int
    var probed: TrailedSegment
    var target: Int
    var found: TrailedSegment
    var isHeader: Bool
  }

  /// Segments of each sighting that are looked for.
  static let perSighting = 48
  /// A value that more sightings share tells none of them.
  private static let perValue = 8
  /// Hits kept for one pair.
  static let perPair = 16

  private struct Place {
    var sighting: Int
    var segment: Int
  }

  private var table: [UInt64: [Place]] = [:]
  private let sightings: [Sighting]

  init(_ sightings: [Sighting], of lonely: [Int]) {
    self.sightings = sightings
    for index in lonely {
      let segments = sightings[index].trail.segments
      for place in Self.spread(segments.count) {
        let found = Place(sighting: index, segment: place)
        if let value = SegmentIdentity.header(of: segments[place]) { add(value, found) }
        if let value = SegmentIdentity.content(of: segments[place]) { add(value, found) }
      }
    }
  }

  private mutating func add(_ value: UInt64, _ place: Place) {
    guard table[value, default: []].count <= Self.perValue else { return }
    table[value, default: []].append(place)
  }

  /// Evenly spread over the length, the beginning more densely.
  private static func spread(_ count: Int) -> [Int] {
    if count <= perSighting { return Array(0..<count) }
    let head = perSighting / 3
    let rest = perSighting - head
    return Array(0..<head) + (0..<rest).map { head + (count - head) * $0 / rest }
  }

  /// Pairs of sightings of different captures that share segments.
  func hits() -> [Hit] {
    guard !table.isEmpty else { return [] }
    var hits: [Hit] = []
    var counts: [UInt64: Int] = [:]
    for (target, sighting) in sightings.enumerated() {
      for segment in sighting.trail.segments {
        for (value, isHeader) in [
          (SegmentIdentity.header(of: segment), true),
          (SegmentIdentity.content(of: segment), false),
        ] {
          guard let value, let places = table[value], places.count <= Self.perValue else {
            continue
          }
          for place in places
          where sightings[place.sighting].witness != sighting.witness
            && (isHeader || isDistinctive(place, among: places))
          {
            let pair =
              UInt64(truncatingIfNeeded: place.sighting) << 32
              | UInt64(truncatingIfNeeded: target)
            guard counts[pair, default: 0] < Self.perPair else { continue }
            counts[pair, default: 0] += 1
            hits.append(
              Hit(
                probe: place.sighting,
                probed: sightings[place.sighting].trail.segments[place.segment], target: target,
                found: segment, isHeader: isHeader))
          }
        }
      }
    }
    return hits
  }

  /// Content that two connections of one capture share tells neither, unless they are one
  /// connection under two ports.
  private func isDistinctive(_ place: Place, among places: [Place]) -> Bool {
    let own = sightings[place.sighting]
    let sequence = own.trail.segments[place.segment].sequence
    return places.allSatisfy { other in
      other.sighting == place.sighting || sightings[other.sighting].witness != own.witness
        || sightings[other.sighting].trail.segments[other.segment].sequence == sequence
    }
  }
}
