import CaptureReader
import PacketDecode
import TCPStreams

/// Loss of a capture is told from loss of the path: what the receiver acknowledged was there.
extension DirectionBuilder {
  /// Takes out what the receiver's capture cannot have seen.
  mutating func settleCoverage(_ result: inout DirectionComparison) {
    let start = receiverTime(receiver.captureStart).advanced(by: .zero - tolerance)
    let end = receiverTime(receiver.captureEnd).advanced(by: tolerance)
    // A capture whose first packet of the connection is its SYN was there for the one before.
    let sawSyn = receiver.openings.client != nil
    let lastHeard = sender.sides[side.other].last.map { senderTime(sender.segments[$0].time) }
    for place in sent.indices {
      guard case .lost = fates[place] else { continue }
      let expected = expectedAt(place).advanced(by: recentDelay(before: place))
      let isFirstSyn = sawSyn && side == .client && sentSegment(place).flags.contains(.syn)
      if expected > end {
        fates[place] = .uncovered
        if ends(sentSegment(place)) { result.openEnd += 1 }
        if lastHeard.map({ sentAt(place) > $0 }) ?? true { result.unheardAtEnd += 1 }
      } else if expected < start && !isFirstSyn || receiver.isInGap(receiverLocal(expected)) {
        fates[place] = .uncovered
      }
    }
    // One segment after the end can be the last acknowledgment on its way.
    let isAnswered = result.unheardAtEnd < PointTolerance.outageSegments
    if isAnswered { result.unheardAtEnd = 0 }
  }

  /// How much longer than the shortest time the last pairs before a segment took: a queue that
  /// holds packets back at the end can hold the next ones as long.
  private func recentDelay(before place: Int) -> TimeSpan {
    var delay = TimeSpan.zero
    var pairs = 0
    var index = place - 1
    while index >= 0, pairs < 8, place - index < 64 {
      if let arrived = arrival[index] {
        delay = max(delay, receivedAt(arrived).since(expectedAt(index)))
        pairs += 1
      }
      index -= 1
    }
    return delay
  }

  /// What the other side would have to answer, or that ends the connection.
  func ends(_ segment: TrailedSegment) -> Bool {
    segment.sequenceLength > 0 || segment.flags.contains(.rst)
  }

  /// A time on the common clock by the receiver's own.
  private func receiverLocal(_ time: Timestamp) -> Timestamp {
    let shift = receiverTime(time).since(time)
    return time.advanced(by: .zero - shift)
  }

  /// Data that was acknowledged before any copy of it was seen to arrive: the capture missed it.
  mutating func settleMissed() {
    guard fates.contains(where: { if case .lost = $0 { true } else { false } }),
      let base = sent.first.map({ sender.segments[$0].sequence })
    else { return }
    let offsets = sender.offsets(of: side, from: base)
    var seen = ArrivedRanges()
    let receivedOffsets = receiver.offsets(of: side, from: base)
    for place in received.indices {
      let segment = receivedSegment(place)
      seen.insert(
        receivedOffsets[place]..<receivedOffsets[place].addingSaturating(segment.sequenceLength),
        at: receivedAt(place))
    }
    let acknowledged = Acknowledgments(
      receiver, of: side, from: base, time: receiverTime)
    let heard = Acknowledgments(sender, of: side, from: base, time: senderTime)
    var sendings: [Int: [Int]] = [:]
    for place in sent.indices where sentSegment(place).sequenceLength > 0 {
      sendings[offsets[place], default: []].append(place)
    }
    for place in sent.indices {
      guard case .lost = fates[place] else { continue }
      let length = sentSegment(place).sequenceLength
      guard length > 0, !sentSegment(place).flags.contains(.rst) else { continue }
      let end = offsets[place].addingSaturating(length)
      let others = sendings[offsets[place]] ?? []
      let time = acknowledged.first(covering: end)
      if let time, time >= expectedAt(place).advanced(by: .zero - tolerance),
        !seen.contains(offsets[place]..<end, by: time)
      {
        // Of several sendings the last before the acknowledgment is the one that arrived.
        let last = others.last { expectedAt($0) <= time.advanced(by: tolerance) }
        if last == place { fates[place] = .missed }
      } else if time == nil, others.count == 1, let answer = heard.first(covering: end),
        answer > sentAt(place), !seen.contains(offsets[place]..<end, by: nil)
      {
        fates[place] = .missed
      }
    }
  }

  /// What nobody acknowledges shares the fate of what somebody does.
  mutating func settleBare() {
    var missed = 0
    var lost = 0
    for place in sent.indices where sentSegment(place).sequenceLength > 0 {
      switch fates[place] {
      case .missed: missed += 1
      case .lost, .partlyLost: lost += 1
      default: break
      }
    }
    guard missed > 0 else { return }
    for place in sent.indices where sentSegment(place).sequenceLength == 0 {
      guard case .lost = fates[place] else { continue }
      fates[place] = lost == 0 ? .missed : .unclear
    }
  }
}

/// When a side's bytes were acknowledged, as one point saw it.
private struct Acknowledgments {
  private var times: [Timestamp] = []
  private var ends: [Int] = []

  init(
    _ view: PointView, of side: Side, from base: SequenceNumber, time: (Timestamp) -> Timestamp
  ) {
    var highest = Int.min
    var last = base
    var offset = 0
    for index in view.sides[side.other] {
      let segment = view.segments[index]
      guard segment.flags.contains(.ack), !segment.flags.contains(.rst) else { continue }
      offset = offset.addingSaturating(last.distance(to: segment.acknowledgment))
      last = segment.acknowledgment
      guard offset > highest else { continue }
      highest = offset
      times.append(time(segment.time))
      ends.append(offset)
    }
  }

  func first(covering end: Int) -> Timestamp? {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ends[middle] < end { low = middle + 1 } else { high = middle }
    }
    return low < times.count ? times[low] : nil
  }
}

/// The bytes of a stream by when they were first seen.
private struct ArrivedRanges {
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var times: [Timestamp] = []

  /// Keeps those bytes of the range that are new.
  mutating func insert(_ range: Swift.Range<Int>, at time: Timestamp) {
    guard !range.isEmpty else { return }
    var at = range.lowerBound
    var index = firstEnd(after: at)
    while at < range.upperBound {
      let next = index < starts.count ? starts[index] : Int.max
      if next > at {
        let end = min(next, range.upperBound)
        starts.insert(at, at: index)
        ends.insert(end, at: index)
        times.insert(time, at: index)
        at = end
        index += 1
      } else {
        at = max(at, ends[index])
        index += 1
      }
    }
  }

  /// All bytes of the range were seen, by `time` where it is given.
  func contains(_ range: Swift.Range<Int>, by time: Timestamp?) -> Bool {
    var at = range.lowerBound
    var index = firstEnd(after: at)
    while at < range.upperBound {
      guard index < starts.count, starts[index] <= at, time.map({ times[index] <= $0 }) ?? true
      else { return false }
      at = ends[index]
      index += 1
    }
    return true
  }

  private func firstEnd(after offset: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ends[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
