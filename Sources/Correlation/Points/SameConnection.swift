import PacketDecode
import TCPStreams

/// Finds which connections of several captures are one.
///
/// By what the ends made, in this order: initial sequence numbers with or without the addresses,
/// then segments found in both captures (header fields where TCP passes through, content where a
/// device moves sequence numbers or relays). Time and size alone prove nothing and are not used.
public enum SameConnection {
  /// Segments whose content two connections must share to be one session beyond a relay.
  static let relayedHits = 2

  /// Groups of sightings in the order of their first member; each sighting is in one.
  ///
  /// - Parameter isSearched: segments of those that no key ties to another are looked for in all others.
  public static func groups(
    of sightings: [Sighting], searching isSearched: Bool = true
  ) -> [ConnectionGroup] {
    var links = SightingLinks(count: sightings.count)
    guard Set(sightings.map(\.witness)).count > 1 else {
      return links.groups().map { ConnectionGroup(members: [.init(sighting: $0[0])]) }
    }
    var table: [ConnectionKey: Int] = [:]
    var relays: [(Int, Int)] = []
    for (index, sighting) in sightings.enumerated() {
      for key in ConnectionKey.keys(of: sighting) {
        guard let first = table[key] else {
          table[key] = index
          continue
        }
        join(first, index, by: key, sightings, &links, &relays)
      }
    }
    if isSearched {
      let lonely = links.groups().filter { group in
        Set(group.map { sightings[$0].witness }).count < 2
      }.flatMap(\.self)
      probe(lonely, sightings, &links, &relays)
    }
    return assemble(sightings, links, relays)
  }

  private static func join(
    _ first: Int, _ second: Int, by key: ConnectionKey, _ sightings: [Sighting],
    _ links: inout SightingLinks, _ relays: inout [(Int, Int)]
  ) {
    let (one, other) = (sightings[first], sightings[second])
    let shift = openingShift(from: other, to: one)
    switch key {
    case .sequences, .clocked:
      // Scanners use one number for all their SYNs: nothing else in common is no connection.
      guard
        one.server.address == other.server.address || one.client.address == other.client.address
          || one.trail.openings.client?.timestamp != nil || sharesSegments(one, other)
      else { return }
      links.join(first, second, shift: shift ?? SequenceShift(), isSwapped: false)
    case .opening:
      if one.witness == other.witness, shift.map(\.isZero) != true { return }
      links.join(first, second, shift: shift ?? SequenceShift(), isSwapped: false)
    case .content:
      guard one.witness != other.witness else { return }
      if let shift, shift.client != 0, shift.server != 0 {
        relays.append((first, second))
      } else {
        links.join(first, second, shift: shift ?? SequenceShift(), isSwapped: false)
      }
    }
  }

  /// What added to `other`'s sequence numbers gives those of `one`, by their handshakes; nil where
  /// no side's is known in both.
  private static func openingShift(from other: Sighting, to one: Sighting) -> SequenceShift? {
    var shift = SequenceShift()
    var isKnown = false
    if let theirs = other.trail.openings.client, let ours = one.trail.openings.client {
      shift.client = ours.sequence &- theirs.sequence
      isKnown = true
    }
    if let theirs = other.trail.openings.server, let ours = one.trail.openings.server {
      shift.server = ours.sequence &- theirs.sequence
      isKnown = true
    }
    return isKnown ? shift : nil
  }

  private static func sharesSegments(_ one: Sighting, _ other: Sighting) -> Bool {
    let known = Set(one.trail.segments.prefix(64).compactMap { SegmentIdentity.header(of: $0) })
    return other.trail.segments.prefix(64).contains {
      SegmentIdentity.header(of: $0).map { known.contains($0) } ?? false
    }
  }

  private static func probe(
    _ lonely: [Int], _ sightings: [Sighting], _ links: inout SightingLinks,
    _ relays: inout [(Int, Int)]
  ) {
    let hits = SightingProbes(sightings, of: lonely).hits()
    var pairs: [[Int]: [SightingProbes.Hit]] = [:]
    for hit in hits { pairs[[hit.probe, hit.target], default: []].append(hit) }
    for (pair, found) in pairs.sorted(by: { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }) {
      let headers = found.filter(\.isHeader)
      let swaps = found.filter { $0.probed.side != $0.found.side }.count
      let isSwapped = swaps * 2 > found.count
      if let first = headers.first {
        guard headers.count > 1 || first.probed.timestamp != nil || first.probed.length > 0 else {
          continue
        }
        links.join(pair[1], pair[0], shift: SequenceShift(), isSwapped: isSwapped)
        continue
      }
      let distinct = Set(found.compactMap { SegmentIdentity.content(of: $0.probed) })
      guard distinct.count >= relayedHits, !isSwapped else { continue }
      let shift = shift(by: found)
      if shift.client != 0, shift.server != 0 {
        relays.append((pair[1], pair[0]))
      } else {
        links.join(pair[1], pair[0], shift: shift, isSwapped: false)
      }
    }
  }

  /// From the first segment of each side, its acknowledgment standing for the other side's numbers.
  private static func shift(by hits: [SightingProbes.Hit]) -> SequenceShift {
    var shift = SequenceShift()
    guard let first = hits.first else { return shift }
    let own = first.found.sequence.rawValue &- first.probed.sequence.rawValue
    var other = first.found.acknowledgment.rawValue &- first.probed.acknowledgment.rawValue
    if let reply = hits.first(where: { $0.probed.side != first.probed.side }) {
      other = reply.found.sequence.rawValue &- reply.probed.sequence.rawValue
    }
    if first.probed.side == .client {
      shift.client = own
      shift.server = other
    } else {
      shift.server = own
      shift.client = other
    }
    return shift
  }

  private static func assemble(
    _ sightings: [Sighting], _ links: SightingLinks, _ relays: [(Int, Int)]
  ) -> [ConnectionGroup] {
    var groups: [ConnectionGroup] = []
    var placeOf: [Int: Int] = [:]
    for indices in links.groups() {
      for index in indices { placeOf[index] = groups.count }
      let base = links.relation(of: indices[0])
      let members = indices.map { index in
        let own = links.relation(of: index)
        return ConnectionGroup.Member(
          sighting: index,
          shift: SequenceShift(
            client: own.shift.client &- base.shift.client,
            server: own.shift.server &- base.shift.server),
          isSwapped: own.isSwapped != base.isSwapped)
      }
      groups.append(ConnectionGroup(members: members))
    }
    for (one, other) in relays {
      guard let first = placeOf[one], let second = placeOf[other], first != second else { continue }
      if !groups[first].relayed.contains(second) { groups[first].relayed.append(second) }
      if !groups[second].relayed.contains(first) { groups[second].relayed.append(first) }
    }
    return groups
  }
}
