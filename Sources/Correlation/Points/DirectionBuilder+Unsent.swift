import CaptureReader
import PacketDecode
import TCPStreams

extension DirectionBuilder {
  /// What arrived without having been sent: made between the points, or missed by the capture at
  /// the sender.
  func account(unsentIn result: inout DirectionComparison) {
    guard result.isCompared else { return }
    result.duplicated = duplicates.count
    let open = received.indices.filter { origin[$0] == nil && !duplicates.contains($0) }
    let covered = open.filter { isCovered($0) }
    let end = senderTime(sender.captureEnd)
    result.openEnd += open.count { place in
      !isCovered(place) && ends(receivedSegment(place)) && receivedAt(place) > end
    }
    guard !covered.isEmpty else { return noteAnswers([], in: &result) }
    let usual = usualHopLimit
    // Data that the sender's own capture never saw in any sending: that capture lacks packets.
    let known = sentBytes()
    let missed = covered.filter { place in
      let segment = receivedSegment(place)
      return segment.length > 0 && segment.hopLimit == usual && !known.contains(segment.sequence)
    }
    let isLossy = !missed.isEmpty
    for place in covered {
      let segment = receivedSegment(place)
      let fits = segment.hopLimit == usual
      if isLossy, fits {
        result.missedBySender += 1
        continue
      }
      result.unsent += 1
      let reference = receiver.reference(received[place])
      if result.unsentReferences.count < PointTolerance.references {
        result.unsentReferences.append(reference)
      }
      if segment.flags.contains(.rst), result.forgedResets.count < PointTolerance.references {
        result.forgedResets.append(reference)
      }
    }
    if !isLossy { noteAnswers(covered, in: &result) }
  }

  /// The sender's capture was running when the segment must have been sent.
  private func isCovered(_ place: Int) -> Bool {
    let time = receivedAt(place).advanced(by: .zero - shortest)
    let start = senderTime(sender.captureStart).advanced(by: .zero - tolerance)
    let end = senderTime(sender.captureEnd).advanced(by: tolerance)
    let shift = senderTime(time).since(time)
    return time >= start && time <= end && !sender.isInGap(time.advanced(by: .zero - shift))
  }

  private var usualHopLimit: UInt8? {
    var counts: [UInt8: Int] = [:]
    for place in received.indices where origin[place] != nil {
      counts[receivedSegment(place).hopLimit, default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Sequence numbers at which the sender was seen to send data.
  private func sentBytes() -> KnownRanges {
    KnownRanges(
      sent.map { (sender.segments[$0].sequence, sender.segments[$0].sequenceLength) })
  }

  /// Acknowledgments that came before their supposed sender gave them.
  private func noteAnswers(_ unsent: [Int], in result: inout DirectionComparison) {
    let patience = tolerance + PointTolerance.order
    for place in received.indices {
      guard let from = origin[place], arrival[from] == place,
        result.answeredByDevice.count < PointTolerance.references
      else { continue }
      if receivedAt(place).advanced(by: patience) < sentAt(from) {
        result.answeredByDevice.append(receiver.reference(received[place]))
      }
    }
    guard let base = sent.first.map({ sender.segments[$0].acknowledgment }) else { return }
    var highest = Int.min
    for index in sent where sender.segments[index].flags.contains(.ack) {
      highest = max(highest, base.distance(to: sender.segments[index].acknowledgment))
    }
    for place in unsent {
      let segment = receivedSegment(place)
      guard segment.flags.contains(.ack), !segment.flags.contains(.rst), highest > Int.min,
        base.distance(to: segment.acknowledgment) > highest,
        result.answeredByDevice.count < PointTolerance.references
      else { continue }
      result.answeredByDevice.append(receiver.reference(received[place]))
    }
  }
}

/// Sequence numbers that were sent, each stretch of 64 bytes once: exact enough to tell whether a
/// segment's data was ever seen.
private struct KnownRanges {
  private var blocks: Set<UInt32> = []
  /// Blocks kept; what lies beyond counts as known.
  private static let limit = 4_194_304

  init(_ ranges: [(SequenceNumber, Int)]) {
    for (start, length) in ranges where length > 0 {
      var offset = 0
      while offset < length, blocks.count < Self.limit {
        blocks.insert(start.advanced(by: offset).rawValue >> 6)
        offset += 64
      }
      blocks.insert(start.advanced(by: length - 1).rawValue >> 6)
    }
  }

  func contains(_ sequence: SequenceNumber) -> Bool {
    blocks.count >= Self.limit || blocks.contains(sequence.rawValue >> 6)
  }
}
