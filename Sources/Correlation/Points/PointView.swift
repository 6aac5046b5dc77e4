import CaptureReader
import PacketDecode
import TCPStreams

/// One connection at one point, in the sequence numbers of its group.
struct PointView {
  /// In order of time, over all trails of the connection at this point.
  let segments: [TrailedSegment]
  /// Indices of each side's segments.
  let sides: PerSide<[Int]>
  let openings: PerSide<TrailedOpening?>
  let captureStart: Timestamp
  let captureEnd: Timestamp
  let gaps: [SegmentTrail.TrailGap]
  /// A device changed its sequence numbers, and perhaps its timestamps.
  let isRewritten: Bool
  let estimate: CapturePoint
  private let owners: [UInt8]
  private let trails: [SegmentTrail]

  /// - Parameter members: sightings of one witness with their relation to the group.
  init(_ members: [(sighting: Sighting, member: ConnectionGroup.Member)]) {
    var kept: [(Sighting, ConnectionGroup.Member)] = []
    // A copy in a tunnel beside the packet itself is no further packet.
    for (sighting, member) in members.sorted(by: {
      $0.sighting.trail.segments.count > $1.sighting.trail.segments.count
    }) {
      let oriented = member.isSwapped ? sighting.swapped : sighting
      let isCopy = kept.contains { Self.repeats(oriented.trail, in: $0.0.trail) }
      if !isCopy, kept.count < 255 { kept.append((oriented, member)) }
    }
    var all: [(segment: TrailedSegment, owner: UInt8)] = []
    for (place, (sighting, member)) in kept.enumerated() {
      for segment in sighting.trail.segments {
        var moved = segment
        let own = member.shift[segment.side]
        let other = member.shift[segment.side.other]
        moved.sequence = SequenceNumber(segment.sequence.rawValue &+ own)
        if segment.flags.contains(.ack) {
          moved.acknowledgment = SequenceNumber(segment.acknowledgment.rawValue &+ other)
        }
        all.append((moved, UInt8(truncatingIfNeeded: place)))
      }
    }
    if kept.count > 1 {
      all = all.enumerated().sorted {
        ($0.element.segment.time, $0.offset) < ($1.element.segment.time, $1.offset)
      }.map(\.element)
    }
    segments = all.map(\.segment)
    owners = all.map(\.owner)
    trails = kept.map(\.0.trail)
    var sides = PerSide<[Int]>(client: [], server: [])
    for (index, segment) in segments.enumerated() { sides[segment.side].append(index) }
    self.sides = sides
    openings = PerSide(
      client: trails.lazy.compactMap(\.openings.client).first,
      server: trails.lazy.compactMap(\.openings.server).first)
    captureStart = kept.map(\.0.captureStart).min() ?? Timestamp(nanoseconds: 0)
    captureEnd = kept.map(\.0.captureEnd).max() ?? Timestamp(nanoseconds: 0)
    gaps = trails.flatMap(\.gaps)
    isRewritten = kept.contains { !$0.1.shift.isZero }
    estimate = kept.first?.0.estimate ?? .unknown
  }

  func reference(_ index: Int) -> ItemReference {
    guard segments.indices.contains(index), trails.indices.contains(Int(owners[index])) else {
      return ItemReference(input: 0, frame: 0, time: captureStart)
    }
    return trails[Int(owners[index])].reference(of: segments[index])
  }

  func isInGap(_ time: Timestamp) -> Bool { gaps.contains { $0.contains(time) } }

  private static func repeats(_ small: SegmentTrail, in large: SegmentTrail) -> Bool {
    let known = Set(large.segments.compactMap { SegmentIdentity.header(of: $0) })
    let own = small.segments.prefix(256).compactMap { SegmentIdentity.header(of: $0) }
    return !own.isEmpty && own.count { known.contains($0) } * 2 > own.count
  }
}

extension PointView {
  /// Offsets of a side's segments in its stream, from a sequence number on; wraps are followed.
  func offsets(of side: Side, from base: SequenceNumber) -> [Int] {
    var last = base
    var offset = 0
    return sides[side].map { index in
      let sequence = segments[index].sequence
      offset = offset.addingSaturating(last.distance(to: sequence))
      last = sequence
      return offset
    }
  }
}
