import CaptureReader
import PacketDecode

extension SenderState {
  /// Takes this side's word on what it has of the other side's stream.
  mutating func takeAcknowledgment(
    _ packet: CapturedSegment, peer: inout SenderState, deliversBytes: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    guard let ack = peer.offset(of: packet.segment.acknowledgment) else { return }
    // An acknowledgment far beyond anything sent belongs to another connection or is forged.
    guard ack >= 0, ack <= peer.next + (1 << 30) else { return }
    noteSACK(packet.segment, at: packet.frame.time, ack: ack, peer: &peer)
    peer.takeEcho(packet.segment.options.timestamps?.echo, acknowledging: ack)
    var heard = false
    // Within a closure, or for a call, the other side's state would be copied. No timeout is shorter than zero.
    if let head = peer.marks.first, let last = record.lastPacket, last.time > head.frame.time {
      heard = last.time.since(head.frame.time) > peer.retransmissionTimeout
    }
    if peer.acknowledge(ack, frame: packet.frame, peerHeardSinceHead: heard) {
      duplicateAckRun = 0
      if deliversBytes {
        let limit = peer.finOffset.map { min(ack, $0) } ?? ack
        if peer.assembler.expected < limit {
          peer.assembler.skip(
            to: limit, side: packet.side.other, frame: packet.frame, deliver: deliver)
        }
      }
    } else if packet.segment.payloadLength == 0, ack == lastAck,
      packet.segment.flags.isDisjoint(with: [.syn, .fin]), packet.segment.window != 0,
      peer.next > ack,
      packet.segment.window == lastWindow || packet.segment.options.sackCount > 0
    {
      record.duplicateAcks += 1
      duplicateAckRun += 1
      lastDuplicateAck = packet.frame.time
    }
    lastAck = max(ack, lastAck ?? ack)
  }

  /// What the receiver says of single ranges: missing below them, or arrived twice (RFC 2883).
  private mutating func noteSACK(
    _ segment: TCPSegment, at time: Timestamp, ack: Int, peer: inout SenderState
  ) {
    guard let first = segment.options.firstSACK else {
      if segment.options.sackCount == 0 { highestSACK = 0 }
      return
    }
    let isDuplicate =
      segment.acknowledgment.distance(to: first.right) <= 0
      || (segment.options.secondSACK.map {
        $0.left.distance(to: first.left) >= 0 && first.right.distance(to: $0.right) >= 0
      } ?? false)
    if isDuplicate {
      record.duplicateSacks += 1
      peer.takeDuplicateReport(first)
    } else {
      record.selectiveAcks += 1
      peer.takeSelective(first, at: time)
    }
    highestSACK = 0
    if isDuplicate ? segment.options.sackCount > 1 : true,
      let highest = segment.options.highestSACK, let offset = peer.offset(of: highest),
      offset > ack, offset <= peer.next
    {
      highestSACK = offset
    }
  }
}
