import CaptureReader
import PacketDecode

extension SenderState {
  /// Places a segment's data or FIN in the stream and hands on what is in order now.
  mutating func takeData(
    _ packet: CapturedSegment, payload: RawSpan, receiver: ReceiverView, deliversBytes: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let length = packet.segment.payloadLength
    let hasFin = packet.segment.flags.contains(.fin)
    guard length > 0 || hasFin, let offset = offset(of: packet.segment.sequence) else {
      noteEmpty(packet, length: length, receiver: receiver)
      return
    }
    // A SYN with data (TCP Fast Open) begins one sequence number later.
    let start = packet.segment.flags.contains(.syn) ? offset + 1 : offset
    if length == 1, !hasFin,
      notesProbe(
        packet, at: start, payload: payload, receiver: receiver, deliversBytes: deliversBytes,
        deliver: deliver)
    {
      return
    }
    if start < -0x4000_0000 { return }
    if hasFin {
      record.finCount += 1
      if record.fin == nil {
        record.fin = packet.frame
        finOffset = start + length
      }
    }
    // How to scale a window is known by the handshake only.
    if let window = receiver.window, window > 0, length > 0,
      start + length == acknowledged + window,
      receiver.knowsScaling
    {
      record.windowFull += 1
    }
    _ = take(
      start: start, length: length, hasFin: hasFin, frame: packet.frame, receiver: receiver,
      reorderingWindow: receiver.reorderingWindow)
    if holes.isEmpty {
      largestBesideHole = 0
    } else {
      largestBesideHole = max(largestBesideHole, length)
    }
    if deliversBytes, length > 0 {
      assembler.receive(
        side: packet.side, offset: start, length: length, payload: payload, frame: packet.frame,
        deliver: deliver)
    }
  }

  /// Counts a segment of one byte that asks rather than tells: a keep-alive repeats the last byte,
  /// a zero-window probe sends the next one (RFC 9293 §3.8.4, §3.8.6.1).
  ///
  /// A probe's byte does not count as sent until it is acknowledged: the receiver has no room for it.
  private mutating func notesProbe(
    _ packet: CapturedSegment, at start: Int, payload: RawSpan, receiver: ReceiverView,
    deliversBytes: Bool, deliver: (StreamChunk, RawSpan) -> Void
  ) -> Bool {
    let isClosed = receiver.window == 0
    if isClosed, start == next {
      record.zeroWindowProbes += 1
      probed = true
      if deliversBytes {
        assembler.receive(
          side: packet.side, offset: start, length: 1, payload: payload, frame: packet.frame,
          deliver: deliver)
      }
      return true
    }
    guard start == next - 1 else { return false }
    if isClosed {
      record.zeroWindowProbes += 1
      return true
    }
    // What is still on its way is sent again, not asked after (RFC 9293 §3.8.4).
    if next > acknowledged, receiver.isHeard, next > 0 { return false }
    record.keepAlives += 1
    keepAliveRun += 1
    return true
  }

  /// A segment without data: a keep-alive, a probe, or a sign of data that went before it.
  private mutating func noteEmpty(
    _ packet: CapturedSegment, length: Int, receiver: ReceiverView
  ) {
    guard length == 0, !packet.segment.flags.contains(.syn),
      let offset = offset(of: packet.segment.sequence)
    else { return }
    if offset > next, offset - next < 1 << 24 {
      noteUnseen(upTo: offset, at: packet.frame.time)
    }
    guard offset == next - 1 else { return }
    if receiver.window == 0 {
      record.zeroWindowProbes += 1
    } else {
      record.keepAlives += 1
      keepAliveRun += 1
    }
  }
}
