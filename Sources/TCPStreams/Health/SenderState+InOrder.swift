import CaptureReader
import PacketDecode

/// The packet that most packets are: the next bytes of a stream, or news of what arrived, with nothing
/// open between the two ends. Its account is the general one without all that cannot apply.
extension SenderState {
  /// What became of a packet that was tried as one in order.
  enum InOrder {
    /// Nothing was changed: it takes the general account.
    case no
    /// It is accounted for; with the round trip that it ended, if it did.
    case yes(roundTrip: TimeSpan?)
  }

  /// Nothing is open that a packet in order could change but by its bytes: no hole, no repeat to be
  /// judged, no probe, no goodbye.
  ///
  /// Computed after each packet that took the general account; what a packet in order does keeps it.
  /// Inlined: a call would be handed a copy of the state, as with all that only reads it.
  @inline(__always)
  var isSettled: Bool {
    base != nil && record.lastPacket != nil && record.lastData != nil && lastAck != nil
      && window ?? 0 > 0 && record.zeroWindowSince == nil && !isUnanswered && !probed
      && finOffset == nil && record.finCount == 0 && record.resetCount == 0 && keepAliveRun == 0
      && headAttempts <= 1 && holes.isEmpty && pauses.isEmpty && doubts.isEmpty
      && !copies.isWide && assembler.pendingBytes == 0 && assembler.expected == next
      && !repeats.contains { $0.kind != .late && $0.end > acknowledged }
  }

  /// Accounts for a segment where it is the next in order; both senders are settled.
  ///
  /// It cannot be a copy: its bytes or its acknowledgement were never seen before.
  @inline(__always)
  static func takeInOrder(
    _ segment: TCPSegment, network: NetworkHeader, frame: ItemReference,
    from sender: inout SenderState, to peer: inout SenderState
  ) -> InOrder {
    guard segment.flags.subtracting([.psh, .ece, .cwr]) == .ack, segment.options.sackCount == 0,
      segment.options.firstSACK == nil, segment.window != 0, network.packetID == 0,
      let base = sender.base, let peerBase = peer.base,
      segment.sequence.rawValue
        == base.rawValue &+ UInt32(truncatingIfNeeded: sender.next),
      sender.record.hopLimits.contains(network.ttl)
    else { return .no }
    let news = Int(
      Int32(
        bitPattern: segment.acknowledgment.rawValue
          &- (peerBase.rawValue &+ UInt32(truncatingIfNeeded: peer.acknowledged))))
    let length = segment.payloadLength
    // Neither bytes nor news: a duplicate acknowledgement, a window update, a keep-alive's answer.
    guard news > 0 || news == 0 && length > 0, news <= peer.next - peer.acknowledged,
      length <= Self.longestInOrder,
      // Such a segment fills the window, which is counted.
      sender.next - sender.acknowledged + length != peer.window
    else { return .no }

    sender.copies.remember(segment, network: network, at: frame.time)
    sender.record.packets &+= 1
    if let identification = network.identification {
      _ = sender.record.identification.take(identification)
    }
    if let timestamps = segment.options.timestamps { sender.note(timestamps) }
    if length > 0 { sender.append(length, frame) }
    let roundTrip = news > 0 ? peer.advance(by: news, at: frame.time) : nil
    if news > 0 { sender.duplicateAckRun = 0 }
    sender.highestSACK = 0
    sender.lastAck = max(sender.lastAck ?? peer.acknowledged, peer.acknowledged)
    sender.lastWindow = segment.window
    sender.window =
      Int(segment.window)
      << (sender.scalesWindow && peer.scalesWindow ? Int(sender.windowScale) : 0)
    sender.noteLastPacket(frame, isReset: false, peer: &peer)
    return .yes(roundTrip: roundTrip)
  }

  /// Longer than any segment, so that sums of it and an offset stay far from the limits.
  private static let longestInOrder = 1 << 24

  @inline(__always)
  private mutating func note(_ timestamps: TCPOptions.Timestamps) {
    record.usesTimestamps = true
    guard let newest = newestTimestamp,
      SendingOrder(timestamp: timestamps.value, after: newest) == .earlier
    else {
      newestTimestamp = timestamps.value
      return
    }
  }

  /// The stream goes on by `length` bytes.
  @inline(__always)
  private mutating func append(_ length: Int, _ frame: ItemReference) {
    record.dataPackets &+= 1
    record.bytes &+= length
    record.uniqueBytes &+= length
    if length > record.largestSegment { record.largestSegment = length }
    if length > segmentLimit { noteOffload(length) }
    record.lastData = frame
    next &+= length
    marks.append(
      SendMarks.Mark(
        end: next, length: length, frame: frame, isFinOnly: false, isRepeated: false))
    if marks.count == 1 {
      headAttempts = 1
      headLastSent = frame
    }
  }

  /// The segment is cut up by the network card: it counts as what the wire carries.
  mutating func noteOffload(_ length: Int) {
    record.offloadedSegments = (record.offloadedSegments ?? 0) + (length - 1) / segmentLimit
  }

  /// The other side has `count` bytes more; returns the round trip, where this ended one.
  @inline(__always)
  private mutating func advance(by count: Int, at time: Timestamp) -> TimeSpan? {
    acknowledged &+= count
    lastAdvance = time
    guard let mark = marks.acknowledge(upTo: acknowledged) else { return nil }
    headAttempts = marks.count == 0 ? 0 : 1
    headProbes = 0
    headLastSent = nil
    if !mark.isFinOnly, mark.length > record.largestAcknowledgedSegment {
      record.largestAcknowledgedSegment = mark.length
    }
    guard !mark.isRepeated, !mark.isHeldUp else { return nil }
    let before = record.roundTrip.samples
    sample(from: mark.frame.time, to: time)
    return record.roundTrip.samples > before ? lastRoundTrip : nil
  }
}
