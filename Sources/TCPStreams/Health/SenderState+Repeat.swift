import CaptureReader
import PacketDecode

/// What made a sender repeat a segment.
extension SenderState {
  mutating func classifyNeeded(
    start: Int, end: Int, frame: ItemReference, receiver: ReceiverView
  ) {
    let kind = kind(start: start, end: end, at: frame.time, receiver: receiver)
    switch kind {
    case .fast: record.retransmissions.fast += 1
    case .tailLossProbe: record.retransmissions.tailLossProbe += 1
    case .timeout, .late: record.retransmissions.timeout += 1
    }
    if start >= recoveryPoint, kind != .tailLossProbe {
      recoveryPoint = next
      recoveryKind = kind
    }
    if kind == .timeout { recoveryKind = .timeout }
    if kind == .tailLossProbe, marks.first.map({ start < $0.end }) ?? false { headProbes += 1 }
    keep(
      Repeat(
        start: start, end: end, kind: kind, time: frame.time,
        timestamp: record.usesTimestamps ? newestTimestamp : nil))
  }

  private mutating func kind(
    start: Int, end: Int, at time: Timestamp, receiver: ReceiverView
  ) -> RepeatKind {
    let timeout = retransmissionTimeout
    // The timer runs from the last sending or the last news.
    let timerStart = max(
      lastAdvance, marks.newest?.frame.time ?? lastAdvance, repeats.last?.time ?? lastAdvance)
    let sinceTimer = time.since(timerStart)
    let isBelowSACK = receiver.highestSACK > start
    if end >= next, !isBelowSACK { return tailKind(start, at: time, sinceTimer, timeout) }
    let sinceHeard = receiver.lastHeard.map { time.since($0) } ?? sinceTimer
    let isAnswer = sinceHeard < timeout
    // Part of a recovery that goes on: a partial acknowledgement, or more of what SACK shows missing.
    if isAnswer, start < recoveryPoint, acknowledged < recoveryPoint, recoveryKind != .timeout,
      !isRepeatOfRepeat(start, end, at: time, timeout)
    {
      return recoveryKind
    }
    let duplicates = receiver.duplicateAckRun
    let isFew = marks.segments < 4 && duplicates >= max(1, marks.segments - 1)
    if isAnswer, isBelowSACK || duplicates >= HealthThresholds.duplicateAckThreshold || isFew {
      return isRepeatOfRepeat(start, end, at: time, timeout) ? .timeout : .fast
    }
    return .timeout
  }

  /// It was repeated before, and a timeout has passed since.
  private func isRepeatOfRepeat(
    _ start: Int, _ end: Int, at time: Timestamp, _ timeout: TimeSpan
  ) -> Bool {
    repeats.contains {
      $0.kind != .late && $0.start < end && start < $0.end
        && time.since($0.time) >= timeout
    }
  }

  /// The last segment again, with nothing behind it that arrived: a tail-loss probe before the timeout
  /// (RFC 8985 §7), or the timeout.
  private mutating func tailKind(
    _ start: Int, at time: Timestamp, _ sinceTimer: TimeSpan, _ timeout: TimeSpan
  ) -> RepeatKind {
    let path = record.roundTrip.smoothed ?? pathTrip ?? .milliseconds(100)
    let earliest = path + (ownTrip ?? .zero)
    guard let last = repeats.last(where: { $0.end >= next && $0.kind != .late }) else {
      return sinceTimer >= earliest && sinceTimer < timeout ? .tailLossProbe : .timeout
    }
    // A probe that waited as long as the timeout does: the timer begins anew with it, and is not
    // doubled.
    if last.kind == .timeout, headAttempts == 2,
      time.since(last.time).isAbout(last.time.since(max(lastAdvance, firstSending(before: last))))
    {
      recall(last)
    }
    return .timeout
  }

  private func firstSending(before repeated: Repeat) -> Timestamp {
    marks.newest.map { $0.frame.time } ?? lastAdvance
  }

  /// What was taken for a timeout was a probe.
  private mutating func recall(_ repeated: Repeat) {
    guard
      let index = repeats.lastIndex(where: {
        $0.kind == .timeout && $0.time == repeated.time && $0.start == repeated.start
      })
    else { return }
    repeats[index].kind = .tailLossProbe
    record.retransmissions.timeout -= 1
    record.retransmissions.tailLossProbe += 1
    headProbes += 1
  }
}

extension TimeSpan {
  /// As long, within a quarter: timers are late by ticks.
  fileprivate func isAbout(_ other: TimeSpan) -> Bool {
    let (one, two) = (Double(nanoseconds), Double(max(1, other.nanoseconds)))
    return (0.75...1.35).contains(one / two)
  }
}
