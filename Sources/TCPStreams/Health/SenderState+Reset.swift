import CaptureReader
import PacketDecode

extension SenderState {
  /// Keeps a RST with what is known of its sender when it comes.
  mutating func takeReset(_ packet: CapturedSegment, peer: inout SenderState) {
    record.resetCount += 1
    let inFlight = max(0, peer.next - peer.acknowledged)
    // Written where it changes: what is rare is shared by all sides that show nothing of it.
    if peer.record.resetCount == 0, record.resetCount == 1,
      peer.record.bytesInFlightAtReset != inFlight
    {
      peer.record.bytesInFlightAtReset = inFlight
    }
    if record.acknowledgedAtGoodbye == nil {
      let isAnswer = packet.segment.flags.contains(.ack)
      record.acknowledgedAtGoodbye =
        isAnswer ? peer.offset(of: packet.segment.acknowledgment) ?? lastAck : lastAck
    }
    guard record.resets.count < HealthThresholds.keptResets else { return }
    let expected = base.map { $0.advanced(by: next) }
    let own = record.lastPacket
    let others = peer.record.lastPacket
    let acked = peer.lastAck.flatMap { ack in base.map { $0.advanced(by: ack) } }
    record.resets.append(
      ResetRecord(
        frame: packet.frame, hopLimit: packet.network.ttl,
        identification: packet.network.identification, window: packet.segment.window,
        hasAck: packet.segment.flags.contains(.ack),
        hasTimestamps: packet.segment.options.timestamps != nil,
        sequenceOffset: expected?.distance(to: packet.segment.sequence) ?? 0,
        answersAcknowledgment: !packet.segment.flags.contains(.ack)
          && acked == packet.segment.sequence,
        sinceOther: others.map { packet.frame.time.since($0.time) },
        sinceOwn: own.map { packet.frame.time.since($0.time) }, senderWentOn: false))
  }

  /// The other side sends on, later than what can have been on its way when this side's RST came.
  mutating func noteIgnoredResets(_ packet: CapturedSegment, in handshake: Handshake) {
    let trip = (handshake.serverRoundTrip ?? .zero) + (handshake.clientRoundTrip ?? .zero)
    let limit =
      trip > .zero ? max(HealthThresholds.resetAnswer, trip * 3) : HealthThresholds.longResetAnswer
    for index in record.resets.indices
    where packet.frame.time.since(record.resets[index].frame.time) > limit {
      record.resets[index].receiverWentOn = true
    }
  }
}
