import CaptureReader
import PacketDecode

extension SenderState {
  /// What a data segment (or FIN) was, relative to what its sender had sent before.
  enum Arrival {
    case new
    case afterHole
    case reordered
    case lostBeforeCapture
    case retransmission
  }

  /// Places `[start, start + length)` (plus a FIN) in the stream and counts what it was.
  ///
  mutating func take(
    start: Int, length: Int, hasFin: Bool, frame: ItemReference, receiver: ReceiverView,
    reorderingWindow: TimeSpan
  ) -> Arrival {
    let end = start + length + (hasFin ? 1 : 0)
    isUnanswered = !receiver.isHeard
    if length > 0 {
      record.dataPackets += 1
      record.bytes += length
      record.largestSegment = max(record.largestSegment, length)
      if length > segmentLimit { noteOffload(length) }
      if record.firstData == nil { record.firstData = frame }
      record.lastData = frame
    }
    defer { noteSending(start: start, end: end, length: length, frame: frame) }
    if start >= next {
      let hadHole = start > next
      if hadHole { open(hole: Hole(start: next, end: start, created: frame.time)) }
      record.uniqueBytes += length
      // Where only this direction is captured, going on is the only sign of an acknowledgement.
      if isUnanswered { _ = marks.acknowledge(upTo: start) }
      marks.append(
        SendMarks.Mark(
          end: end, length: end - start, frame: frame, isFinOnly: length == 0, isRepeated: false))
      if marks.count == 1 {
        headAttempts = 0
        headProbes = 0
        headLastSent = nil
        if !pauses.isEmpty { pauses = [] }
      }
      next = end
      return hadHole ? .afterHole : .new
    }
    let arrival = takeOld(
      start: start, length: length, end: end, hasFin: hasFin, frame: frame, receiver: receiver,
      reorderingWindow: reorderingWindow)
    if end > next {
      record.uniqueBytes += min(length, end - next)
      marks.append(
        SendMarks.Mark(
          end: end, length: end - next, frame: frame, isFinOnly: false,
          isRepeated: arrival == .retransmission))
      next = end
    }
    return arrival
  }

  private mutating func takeOld(
    start: Int, length: Int, end: Int, hasFin: Bool, frame: ItemReference,
    receiver: ReceiverView, reorderingWindow: TimeSpan
  ) -> Arrival {
    if !missed.isEmpty, takeLate(from: start, to: end, frame: frame) { return .reordered }
    if let filled = fill(from: start, to: end) {
      record.uniqueBytes += filled.bytes
      // Reordering is over within a round trip; what comes later was lost and sent again. Where the
      // sender counts its datagrams, their numbers tell better than the time.
      let isQuick = frame.time.since(filled.created) < reorderingWindow
      if order == .earlier || (order == .unknown && isQuick) {
        // By its own time it came first, or nothing tells which did: the capture wrote it late, the path did
        // nothing.
        if frame.time > filled.created { record.reordered += 1 }
        return .reordered
      }
      record.lostBeforeCapture += 1
      marks.markRepeated(from: start, to: end)
      noteBurst(frame, bytes: length, end: end)
      keep(
        Repeat(
          start: start, end: end, kind: .late, time: frame.time, timestamp: newestTimestamp))
      return .lostBeforeCapture
    }
    if end <= 0, let first = record.firstData, frame.time.since(first.time) < reorderingWindow {
      // The capture began amid the stream, with a segment that had overtaken this one.
      record.uniqueBytes += length
      record.reordered += 1
      return .reordered
    }
    if length == 0 {
      record.retransmissions.fin += 1
    } else if takeOvertaken(start: start, end: end) || end <= acknowledged {
      record.retransmissions.spurious += 1
      record.retransmissions.bytes += length
    } else {
      record.retransmissions.bytes += length
      classifyNeeded(start: start, end: end, frame: frame, receiver: receiver)
      noteBurst(frame, bytes: length, end: end)
    }
    marks.markRepeated(from: start, to: end)
    return .retransmission
  }

  mutating func keep(_ repeated: Repeat) {
    if repeats.count >= HealthThresholds.keptRepeats { repeats.removeFirst() }
    repeats.append(repeated)
  }

  /// The sender's own sequence number shows that it sent data which never came by here.
  mutating func noteUnseen(upTo offset: Int, at time: Timestamp) {
    open(hole: Hole(start: next, end: offset, created: time))
    next = offset
  }

  private mutating func noteSending(start: Int, end: Int, length: Int, frame: ItemReference) {
    guard let head = marks.first else { return }
    if isUnanswered, start < head.end - head.length {
      // Only this direction is captured: a repeat of something older is the new oldest.
      marks = SendMarks()
      marks.append(
        SendMarks.Mark(
          end: next, length: next - start, frame: frame, isFinOnly: false, isRepeated: true))
      headAttempts = 2
      headProbes = 0
      headLastSent = frame
      pauses = []
      return
    }
    if start < head.end, end > head.end - head.length {
      if headAttempts > 0 { note(pause: frame.time.since((headLastSent ?? head.frame).time)) }
      headAttempts += 1
      headLastSent = frame
    }
  }

  mutating func open(hole: Hole) {
    holes.append(hole)
    forgetOldHoles()
  }

  private mutating func forgetOldHoles() {
    while holes.count > HealthThresholds.keptHoles {
      let oldest = holes.removeFirst()
      record.missedBytes += oldest.end - oldest.start
    }
  }

  /// Closes the part of the holes that a late segment covers.
  private mutating func fill(from start: Int, to end: Int) -> (bytes: Int, created: Timestamp)? {
    guard !holes.isEmpty else { return nil }
    var bytes = 0
    var created: Timestamp?
    var index = 0
    while index < holes.count {
      let hole = holes[index]
      let low = max(hole.start, start)
      let high = min(hole.end, end)
      guard low < high else {
        index += 1
        continue
      }
      bytes += high - low
      created = min(created ?? hole.created, hole.created)
      holes.remove(at: index)
      if hole.end > high {
        holes.insert(Hole(start: high, end: hole.end, created: hole.created), at: index)
      }
      if low > hole.start {
        holes.insert(Hole(start: hole.start, end: low, created: hole.created), at: index)
        index += 1
      }
      if hole.end > high { index += 1 }
    }
    // A piece amid a hole makes two of it.
    forgetOldHoles()
    return created.map { (bytes, $0) }
  }

  /// The other side acknowledged everything below `offset`, in `frame`.
  ///
  /// Returns true where that was news.
  mutating func acknowledge(
    _ offset: Int, frame: ItemReference, peerHeardSinceHead: Bool
  ) -> Bool {
    guard offset > acknowledged else { return false }
    if probed {
      probed = false
      if offset > next {
        next += 1
        record.uniqueBytes += 1
      }
    }
    if offset > next {
      doubt(offset, at: frame.time)
      // Acknowledged, but never seen: the capture lost it, not the network.
      noteMissed(from: next, to: offset, at: frame.time)
      next = offset
    }
    noteRecovery(offset, frame: frame, peerHeard: peerHeardSinceHead)
    takeEarlyAnswer(offset, at: frame.time)
    takeSteps(offset, at: frame.time)
    acknowledged = offset
    lastAdvance = frame.time
    if let mark = marks.acknowledge(upTo: offset) {
      if !mark.isRepeated, !mark.isHeldUp { sample(from: mark.frame.time, to: frame.time) }
      if !mark.isFinOnly {
        record.largestAcknowledgedSegment = max(record.largestAcknowledgedSegment, mark.length)
      }
      headAttempts = marks.first == nil ? 0 : 1
      headProbes = 0
      headLastSent = nil
      if !pauses.isEmpty { pauses = [] }
    }
    if let finOffset, offset > finOffset { record.finAcknowledged = true }
    while let hole = holes.first, hole.start < offset {
      let end = min(hole.end, offset)
      noteMissed(from: hole.start, to: end, at: frame.time)
      if end == hole.end { holes.removeFirst() } else { holes[0].start = end }
    }
    return true
  }

  private mutating func noteRecovery(_ offset: Int, frame: ItemReference, peerHeard: Bool) {
    noteStall(offset, at: frame.time)
    guard headAttempts - headProbes > 1, let head = marks.first, offset >= head.end else { return }
    let length = frame.time.since(head.frame.time)
    // After so long it does not matter how many of the repeats left the host. What waited behind the first
    // segment meanwhile tells of the same outage.
    let isFirst = record.outages.last.map { $0.end <= head.frame.time } ?? true
    guard
      length >= HealthThresholds.longOutage && isFirst
        || headAttempts - headProbes >= HealthThresholds.outageAttempts
          && length >= HealthThresholds.outageLength
    else { return }
    note(
      outage: Outage(
        start: head.frame, end: frame.time, attempts: headAttempts, recovered: true,
        peerHeard: peerHeard, acknowledged: acknowledged))
  }

  private mutating func noteStall(_ offset: Int, at time: Timestamp) {
    guard headAttempts > 1, let head = marks.first, offset >= head.end, !head.isFinOnly else {
      return
    }
    noteWait(from: head.frame.time, to: time, sendings: headAttempts)
  }

  /// Data was acknowledged so late that no receiver had put it off: not counting the way itself.
  mutating func noteWait(from start: Timestamp, to end: Timestamp, sendings: Int) {
    guard end.since(start) >= StallTally.shortest + (record.roundTrip.minimum ?? .zero) else {
      return
    }
    var stalls = record.stalls ?? StallTally()
    stalls.note(from: start, to: end, sendings: sendings)
    record.stalls = stalls
  }
}
