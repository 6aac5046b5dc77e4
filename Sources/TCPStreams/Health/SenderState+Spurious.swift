import CaptureReader
import PacketDecode

/// Repeats that were not needed, as the receiver's answers show.
extension SenderState {
  /// The first copy of what its own repeat had overtaken arrives: slow, not lost.
  mutating func takeOvertaken(start: Int, end: Int) -> Bool {
    guard order == .earlier, !repeats.isEmpty else { return false }
    let count = repeats.count
    withdrawRepeats { $0.kind == .late && start < $0.end && end > $0.start }
    return repeats.count < count
  }

  /// The receiver reports a range that it had already (RFC 2883): a repeat of it was not needed.
  /// A tail-loss probe against a delayed acknowledgement is the common case.
  mutating func takeDuplicateReport(_ block: SACKBlock) {
    guard !repeats.isEmpty, let left = offset(of: block.left), let right = offset(of: block.right)
    else { return }
    withdrawRepeats { $0.kind != .late && left < $0.end && right > $0.start }
  }

  /// An acknowledgement that follows a repeat in less than half of the shortest round trip answers
  /// the first copy (the idea of Eifel, RFC 3522, without its timestamps).
  mutating func takeEarlyAnswer(_ offset: Int, at time: Timestamp) {
    guard !repeats.isEmpty, let limit = shortestAnswer else { return }
    let known = acknowledged
    withdrawRepeats {
      $0.kind != .late && $0.start >= known && $0.end <= offset && time.since($0.time) < limit
    }
  }

  private mutating func withdrawRepeats(where isNotNeeded: (Repeat) -> Bool) {
    for index in repeats.indices.reversed() where isNotNeeded(repeats[index]) {
      withdraw(repeats.remove(at: index))
    }
  }

  private mutating func withdraw(_ repeated: Repeat) {
    switch repeated.kind {
    case .timeout: record.retransmissions.timeout -= 1
    case .fast: record.retransmissions.fast -= 1
    case .tailLossProbe: record.retransmissions.tailLossProbe -= 1
    case .late: record.lostBeforeCapture -= 1
    }
    if repeated.kind != .late { record.retransmissions.spurious += 1 }
    if var open = burst, open.segments > 0, repeated.time >= open.start.time {
      open.segments -= 1
      open.bytes -= repeated.end - repeated.start
      burst = open
    }
  }

  /// Half of the shortest round trip between the capture and the receiver: an answer that comes sooner
  /// answers something older.
  private var shortestAnswer: TimeSpan? {
    let trips = [record.roundTrip.minimum, pathTrip].compactMap(\.self)
    return trips.min().map { TimeSpan(nanoseconds: $0.nanoseconds / 2) }
  }

  /// A range was selectively acknowledged: it ends a round trip, or shows that a repeat of it was not
  /// what arrived.
  mutating func takeSelective(_ block: SACKBlock, at time: Timestamp) {
    guard let left = offset(of: block.left), let right = offset(of: block.right), right <= next,
      left < right
    else { return }
    if let mark = marks.takeNewest(from: left, to: right) {
      sample(roundTrip: time.since(mark.frame.time))
    }
    guard !repeats.isEmpty, let limit = shortestAnswer else { return }
    withdrawRepeats {
      $0.kind != .late && left <= $0.start && $0.end <= right && time.since($0.time) < limit
    }
  }

  /// An acknowledgement of the oldest segment that echoes a timestamp from before its repeat answers
  /// the first copy (Eifel, RFC 3522).
  mutating func takeEcho(_ echo: UInt32?, acknowledging offset: Int) {
    guard let echo, echo != 0, !repeats.isEmpty, offset > acknowledged else { return }
    let known = acknowledged
    withdrawRepeats {
      guard $0.kind != .late, $0.start == known, $0.end <= offset, let sent = $0.timestamp else {
        return false
      }
      return Int32(bitPattern: echo &- sent) < 0
    }
  }

  /// After a timeout's repeat the acknowledgements go on step by step over segments that were sent once
  /// before it: the whole flight was late, nothing was lost (the idea of F-RTO, RFC 5682).
  mutating func takeSteps(_ offset: Int, at time: Timestamp) {
    guard !repeats.isEmpty, offset <= next else { return }
    let known = acknowledged
    let isFirstCopy = marks.first.map { !$0.isRepeated && $0.end <= offset } ?? false
    for index in repeats.indices.reversed() where repeats[index].kind == .timeout {
      let repeated = repeats[index]
      if let answered = repeated.answered {
        guard isFirstCopy, let head = marks.first, head.frame.time < repeated.time,
          time.since(answered) < max(.milliseconds(20), record.roundTrip.smoothed ?? .zero)
        else { continue }
        withdraw(repeats.remove(at: index))
      } else if repeated.start == known, repeated.end <= offset, offset < next {
        // What was buffered behind a hole would have been acknowledged with it.
        repeats[index].answered = time
      }
    }
  }
}
