import CaptureReader
import PacketDecode
import TCPStreams

/// Offload joins and cuts segments at either end: what no single packet matches is matched by the
/// bytes it carries.
extension DirectionBuilder {
  private struct Range {
    var place: Int
    var start: Int
    var end: Int
    var taken = 0
  }

  mutating func matchRanges() {
    guard let base = sent.first.map({ sender.segments[$0].sequence }) else { return }
    let receivedOffsets = receiver.offsets(of: side, from: base)
    let open = received.indices.filter {
      origin[$0] == nil && !duplicates.contains($0) && receivedSegment($0).length > 0
    }
    guard !open.isEmpty else { return }
    let sentOffsets = sender.offsets(of: side, from: base)
    var ranges: [Range] = []
    var longest = 0
    for place in sent.indices where arrival[place] == nil {
      let length = sentSegment(place).length
      guard length > 0 else { continue }
      longest = max(longest, length)
      ranges.append(
        Range(
          place: place, start: sentOffsets[place],
          end: sentOffsets[place].addingSaturating(length)))
    }
    guard !ranges.isEmpty else { return }
    ranges.sort { ($0.start, $0.place) < ($1.start, $1.place) }
    for place in open {
      let segment = receivedSegment(place)
      // One large packet and one small one are no cut of each other unless the bytes fit.
      var at = receivedOffsets[place]
      let end = at.addingSaturating(segment.length)
      var first: Int?
      while at < end {
        guard let found = latest(sentBefore: place, covering: at, in: ranges, longest: longest)
        else { break }
        let piece = min(end, ranges[found].end) - at
        ranges[found].taken += piece
        first = first ?? ranges[found].place
        if arrival[ranges[found].place] == nil { arrival[ranges[found].place] = place }
        at += piece
      }
      if at == end {
        origin[place] = first
      } else if first != nil, at > receivedOffsets[place] {
        origin[place] = first
      }
    }
    for range in ranges where range.taken > 0 {
      let length = range.end - range.start
      fates[range.place] =
        range.taken >= length ? .arrived : .partlyLost(bytes: length - range.taken)
    }
  }

  /// Of the sendings of the byte at `offset` the latest that can have become the segment.
  private func latest(
    sentBefore place: Int, covering offset: Int, in ranges: [Range], longest: Int
  ) -> Int? {
    let segment = receivedSegment(place)
    let time = receivedAt(place)
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ranges[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    var best: Int?
    var index = low - 1
    while index >= 0, ranges[index].start > offset.subtractingSaturating(longest) {
      let range = ranges[index]
      defer { index -= 1 }
      guard range.end > offset, range.taken < range.end - range.start else { continue }
      let candidate = sentSegment(range.place)
      if !sender.isRewritten, !receiver.isRewritten, candidate.timestamp != segment.timestamp {
        continue
      }
      guard expectedAt(range.place) <= time.advanced(by: tolerance) else { continue }
      if best.map({ ranges[$0].place < range.place }) ?? true { best = index }
    }
    return best
  }
}
