import CaptureReader
import PacketDecode
import TCPStreams

/// One side's segments at two points, paired where they are the same packet.
struct SegmentPairs {
  /// Indices of the side's segments at either point.
  let first: [Int]
  let second: [Int]
  /// For each of `first` the place in `second` of the same packet, and the other way round; nil
  /// where there is none.
  private(set) var partnerOfFirst: [Int?]
  private(set) var partnerOfSecond: [Int?]
  /// Pairs (places in `first`) that no other segment could have made: they serve the clocks.
  private(set) var sure: [Int] = []
  /// Places in `second` that show the same packet as a paired one.
  private(set) var duplicates: [Int] = []
  /// The path leaves IPv4 identifications as they are.
  private(set) var keepsIdentification = false

  private struct Entry {
    var key: UInt64
    var isSecond: Bool
    var place: Int
  }

  /// What two captures of a segment are compared by.
  private struct Fields {
    var identification: Bool
    var window: Bool
    var clock: Bool
  }

  private let one: [TrailedSegment]
  private let other: [TrailedSegment]
  private let comparesClock: Bool

  init(_ side: Side, _ first: PointView, _ second: PointView) {
    self.first = first.sides[side]
    self.second = second.sides[side]
    one = self.first.map { first.segments[$0] }
    other = self.second.map { second.segments[$0] }
    partnerOfFirst = Array(repeating: nil, count: one.count)
    partnerOfSecond = Array(repeating: nil, count: other.count)
    comparesClock = !first.isRewritten && !second.isRewritten
    pair(Fields(identification: true, window: true, clock: comparesClock), marksSure: true)
    let numbered = sure.count {
      (one[$0].identification ?? 0) != 0
    }
    keepsIdentification = numbered >= 4 || (numbered > 0 && numbered * 2 >= sure.count)
    pair(
      Fields(identification: keepsIdentification, window: false, clock: comparesClock),
      marksSure: !keepsIdentification)
    sure.sort()
    // Two devices can make equal RSTs, each at its own time: where there is anything else, they serve no
    // clock.
    let others = sure.filter { !one[$0].flags.contains(.rst) }
    if !others.isEmpty { sure = others }
  }

  var pairCount: Int { partnerOfFirst.count { $0 != nil } }

  /// Pairs those among equal ones whose times fit best.
  ///
  /// - Parameter delay: the time from a segment of the first point to one of the second, on one
  ///   clock, less the shortest there is.
  mutating func pairEqual(delay: (TrailedSegment, TrailedSegment) -> TimeSpan, isReversed: Bool) {
    let fields = [
      Fields(identification: true, window: true, clock: comparesClock),
      Fields(identification: keepsIdentification, window: false, clock: comparesClock),
    ]
    let (before, after) = (one, other)
    for field in fields {
      forEachRun(field) { ones, others, pairs in
        Self.assign(ones, others, into: &pairs) { place, otherPlace in
          let span = delay(before[place], after[otherPlace])
          return isReversed ? TimeSpan.zero - span : span
        }
      }
    }
    noteDuplicates()
  }

  private mutating func pair(_ fields: Fields, marksSure: Bool) {
    var isSure: [Int] = []
    forEachRun(fields) { ones, others, pairs in
      guard ones.count == others.count else { return }
      if ones.count == 1, marksSure { isSure.append(ones[0]) }
      for index in ones.indices { pairs.append((ones[index], others[index])) }
    }
    sure += isSure
  }

  /// Calls `body` with the unpaired places that are equal in `fields`, and keeps the pairs that it
  /// finds.
  private mutating func forEachRun(
    _ fields: Fields, _ body: ([Int], [Int], inout [(Int, Int)]) -> Void
  ) {
    var entries: [Entry] = []
    entries.reserveCapacity(one.count + other.count)
    for place in one.indices where partnerOfFirst[place] == nil {
      entries.append(Entry(key: Self.key(one[place], fields), isSecond: false, place: place))
    }
    let firsts = entries.count
    guard firsts > 0 else { return }
    for place in other.indices where partnerOfSecond[place] == nil {
      entries.append(Entry(key: Self.key(other[place], fields), isSecond: true, place: place))
    }
    guard entries.count > firsts else { return }
    entries.sort {
      if $0.key != $1.key { return $0.key < $1.key }
      if $0.isSecond != $1.isSecond { return !$0.isSecond }
      return $0.place < $1.place
    }
    // One set of buffers for all runs: most hold one segment of either point.
    var (ones, others, pairs): ([Int], [Int], [(Int, Int)]) = ([], [], [])
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      let run = start..<end
      start = end
      guard !entries[run.lowerBound].isSecond, entries[run.upperBound - 1].isSecond else {
        continue
      }
      ones.removeAll(keepingCapacity: true)
      others.removeAll(keepingCapacity: true)
      pairs.removeAll(keepingCapacity: true)
      for index in run {
        if entries[index].isSecond {
          others.append(entries[index].place)
        } else {
          ones.append(entries[index].place)
        }
      }
      body(ones, others, &pairs)
      for (place, otherPlace) in pairs {
        partnerOfFirst[place] = otherPlace
        partnerOfSecond[otherPlace] = place
      }
    }
  }

  private static func key(_ segment: TrailedSegment, _ fields: Fields) -> UInt64 {
    let ack = segment.flags.contains(.ack) ? segment.acknowledgment.rawValue : 0
    var key = SegmentIdentity.mixed(
      UInt64(segment.sequence.rawValue) << 32 | UInt64(ack),
      UInt64(truncatingIfNeeded: segment.length) << 8
        | UInt64(segment.flags.intersection([.syn, .fin, .rst, .ack]).rawValue))
    if fields.clock { key = SegmentIdentity.mixed(key, UInt64(segment.timestamp ?? 0)) }
    if fields.identification {
      key = SegmentIdentity.mixed(key, UInt64(segment.identification ?? 0) | 0x10000)
    }
    if fields.window { key = SegmentIdentity.mixed(key, UInt64(segment.window) | 0x20000) }
    return key
  }

  /// Of equal segments, the pairs whose delays are possible: each arrival is the latest sending that
  /// can have become it, in order.
  private static func assign(
    _ ones: [Int], _ others: [Int], into pairs: inout [(Int, Int)],
    delay: (Int, Int) -> TimeSpan
  ) {
    let tolerance = TimeSpan.zero - PointTolerance.order
    if ones.count <= others.count {
      var next = 0
      for place in ones {
        guard let found = others[next...].firstIndex(where: { delay(place, $0) >= tolerance })
        else {
          break
        }
        pairs.append((place, others[found]))
        next = found + 1
      }
      return
    }
    var next = ones.count
    for place in others.reversed() {
      guard let found = ones[..<next].lastIndex(where: { delay($0, place) >= tolerance }) else {
        continue
      }
      pairs.append((ones[found], place))
      next = found
    }
  }

  /// What is left at the second point although it is the packet of a pair, by its identification or
  /// timestamp.
  private mutating func noteDuplicates() {
    let fields = Fields(identification: true, window: true, clock: comparesClock)
    var known: Set<UInt64> = []
    for place in one.indices where partnerOfFirst[place] != nil {
      known.insert(Self.key(one[place], fields))
    }
    for place in other.indices where partnerOfSecond[place] == nil {
      let isNumbered =
        (other[place].identification ?? 0) != 0 || other[place].timestamp != nil
        || other[place].flags.contains(.rst)
      if isNumbered, known.contains(Self.key(other[place], fields)) { duplicates.append(place) }
    }
  }
}
