import CaptureReader
import PacketDecode

extension SenderState {
  /// The segment passed by before, at another hop, however long ago: both ends of a path, or both
  /// ports of a router, are in the capture.
  ///
  /// It brings nothing new, and its sender numbered it no later than what has been seen. A repeat over
  /// another path has a later number.
  ///
  /// - Parameter lastAckNumber: the highest acknowledgment number of this side.
  func isSecondSight(_ packet: CapturedSegment, lastAckNumber: SequenceNumber?) -> Bool {
    guard let firstHopLimit, firstHopLimit != packet.network.ttl, isNotLater(packet) else {
      return false
    }
    let segment = packet.segment
    if segment.flags.contains(.syn) {
      return base == segment.sequence.advanced(by: 1)
        && (segment.flags.contains(.ack) ? sentSynAck : sentSyn)
    }
    let hasFin = segment.flags.contains(.fin)
    if segment.payloadLength > 0 || hasFin {
      guard let start = offset(of: segment.sequence) else { return false }
      let end = start + segment.payloadLength + (hasFin ? 1 : 0)
      return end <= next && !holes.contains { $0.start < end && start < $0.end }
    }
    return lastAckNumber.map { segment.acknowledgment.distance(to: $0) >= 0 } ?? false
  }

  private func isNotLater(_ packet: CapturedSegment) -> Bool {
    if let number = packet.network.identification, number != 0,
      let newest = record.identification.newest, record.identification.isCountedUp
    {
      return Int16(bitPattern: number &- newest) <= 0
    }
    if let value = packet.segment.options.timestamps?.value, let newestTimestamp {
      return SendingOrder(timestamp: value, after: newestTimestamp) != .later
    }
    return false
  }
}
