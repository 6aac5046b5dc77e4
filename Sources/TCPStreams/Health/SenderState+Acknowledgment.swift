import CaptureReader
import PacketDecode

extension SenderState {
  mutating func takeAcknowledgment(
    _ segment: TCPSegment, to receiver: inout SenderState, of connection: borrowing SharedState,
    frame: FrameReference, deliver: (StreamChunk, RawSpan) -> Void
  ) {
    guard let ack = receiver.offset(of: segment.acknowledgment) else { return }
    // An acknowledgment far beyond anything sent belongs to another connection or is forged.
    guard ack >= 0, ack <= receiver.next + (1 << 30) else { return }
    noteSACK(segment, to: &receiver)
    let head = receiver.marks.first
    let heard =
      head.flatMap { head in
        record.lastPacket.map {
          $0.time.since(head.frame.time) > receiver.retransmissionTimeout
        }
      } ?? false
    if receiver.acknowledge(ack, frame: frame, peerHeardSinceHead: heard) {
      duplicateAckRun = 0
      if connection.deliversBytes {
        let limit = receiver.finOffset.map { min(ack, $0) } ?? ack
        if receiver.assembler.expected < limit {
          receiver.assembler.skip(to: limit, side: side.other, frame: frame, deliver: deliver)
        }
      }
    } else if segment.payloadLength == 0, ack == lastAck,
      segment.flags.isDisjoint(with: [.syn, .fin]), segment.window != 0, receiver.next > ack,
      segment.window == lastWindow || segment.options.sackCount > 0
    {
      record.duplicateAcks += 1
      duplicateAckRun += 1
      lastDuplicateAck = frame.time
    }
    lastAck = max(ack, lastAck ?? ack)
  }

  mutating func noteSACK(_ segment: TCPSegment, to receiver: inout SenderState) {
    guard let first = segment.options.firstSACK else {
      sackAboveAck = false
      return
    }
    let isDuplicate =
      segment.acknowledgment.distance(to: first.right) <= 0
      || (segment.options.secondSACK.map {
        $0.left.distance(to: first.left) >= 0 && first.right.distance(to: $0.right) >= 0
      } ?? false)
    if isDuplicate {
      record.duplicateSacks += 1
      receiver.takeDuplicateReport(first)
      sackAboveAck = segment.options.sackCount > 1
    } else {
      record.selectiveAcks += 1
      sackAboveAck = true
    }
  }

  mutating func noteWindow(
    _ segment: TCPSegment, to receiver: borrowing SenderState, frame: FrameReference
  ) {
    lastWindow = segment.window
    guard !segment.flags.contains(.syn) else { return }
    let scaled =
      scalesWindow && receiver.scalesWindow
      ? Int(segment.window) << Int(windowScale) : Int(segment.window)
    window = scaled
    if segment.window == 0 {
      record.zeroWindows += 1
      if record.zeroWindowSince == nil { record.zeroWindowSince = frame }
    } else if let since = record.zeroWindowSince {
      record.longestZeroWindow = max(
        record.longestZeroWindow, frame.time.since(since.time))
      record.zeroWindowSince = nil
    }
  }
}
