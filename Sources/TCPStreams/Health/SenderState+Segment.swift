import CaptureReader
import PacketDecode

extension SenderState {
  /// Accounts for one segment of this side and hands on the payload that is in order now.
  ///
  /// Sender and receiver are borrowed in place: a copy of either would cost more than the packet.
  mutating func send(
    _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan, frame: FrameReference,
    to receiver: inout SenderState, of connection: inout SharedState, keepsCopies: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let isCopy = copies.isCopy(segment, network: network, at: frame.time)
    if isCopy, !keepsCopies {
      connection.copies += 1
      return
    }
    connection.last = frame
    noteArrival(segment, network: network, frame: frame)
    if segment.flags.contains(.rst) {
      takeReset(segment, network: network, to: &receiver, frame: frame)
      noteLastPacket(to: &receiver, frame: frame)
      return
    }
    if segment.flags.contains(.syn) {
      takeSyn(segment, to: &receiver, of: &connection, frame: frame)
    }
    if segment.flags.contains(.ack) {
      if receiver.base == nil { receiver.base = segment.acknowledgment }
      noteEstablished(segment, of: &connection, frame: frame)
    }
    if base == nil { base = segment.sequence }
    takeData(
      segment, payload: payload, to: receiver, of: connection, frame: frame, deliver: deliver)
    if segment.flags.contains(.ack) {
      takeAcknowledgment(segment, to: &receiver, of: connection, frame: frame, deliver: deliver)
    }
    noteWindow(segment, to: receiver, frame: frame)
    noteLastPacket(to: &receiver, frame: frame)
  }

  private mutating func noteArrival(
    _ segment: TCPSegment, network: NetworkHeader, frame: FrameReference
  ) {
    record.packets += 1
    if record.firstPacket == nil { record.firstPacket = frame }
    guard !segment.flags.contains(.rst) else { return }
    record.hopLimits.insert(network.ttl)
    if segment.options.timestamps != nil { record.usesTimestamps = true }
    if let identification = network.identification {
      order = record.identification.take(identification)
    }
    if !record.resets.isEmpty, let reset = record.resets.first,
      !reset.senderWentOn, frame.time.since(reset.frame.time) > HealthThresholds.resetReorder
    {
      record.resets[0].senderWentOn = true
    }
  }

  private mutating func noteLastPacket(to receiver: inout SenderState, frame: FrameReference) {
    if let last = record.lastPacket {
      let silence = frame.time.since(last.time)
      if silence > record.longestSilence {
        record.longestSilence = silence
        record.longestSilenceStart = last
      }
    }
    record.lastPacket = frame
    receiver.keepAliveRun = 0
  }

  private mutating func takeData(
    _ segment: TCPSegment, payload: RawSpan, to receiver: borrowing SenderState,
    of connection: borrowing SharedState, frame: FrameReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let length = segment.payloadLength
    let hasFin = segment.flags.contains(.fin)
    guard length > 0 || hasFin, let offset = offset(of: segment.sequence) else {
      noteEmpty(segment, length: length, to: receiver, frame: frame)
      return
    }
    // A SYN with data (TCP Fast Open) begins one sequence number later.
    let start = segment.flags.contains(.syn) ? offset + 1 : offset
    if length == 1, !hasFin,
      notesProbe(
        at: start, payload: payload, to: receiver, of: connection, frame: frame, deliver: deliver)
    {
      return
    }
    if start < -0x4000_0000 { return }
    if hasFin {
      record.finCount += 1
      if record.fin == nil {
        record.fin = frame
        finOffset = start + length
      }
    }
    if let window = receiver.window, window > 0, length > 0,
      start + length == acknowledged + window,
      connection.handshake.syn != nil, connection.handshake.synAck != nil
    {
      record.windowFull += 1
    }
    let view = ReceiverView(receiver)
    let window = connection.reorderingWindow
    _ = take(
      start: start, length: length, hasFin: hasFin, frame: frame, receiver: view,
      reorderingWindow: window)
    if connection.deliversBytes, length > 0 {
      assembler.receive(
        side: side, offset: start, length: length, payload: payload, frame: frame, deliver: deliver)
    }
  }

  /// Counts a segment of one byte that asks rather than tells: a keep-alive repeats the last byte,
  /// a zero-window probe sends the next one (RFC 9293 §3.8.4, §3.8.6.1).
  ///
  /// A probe's byte does not count as sent until it is acknowledged: the receiver has no room for it.
  private mutating func notesProbe(
    at start: Int, payload: RawSpan, to receiver: borrowing SenderState,
    of connection: borrowing SharedState, frame: FrameReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) -> Bool {
    let isClosed = receiver.window == 0
    if isClosed, start == next {
      record.zeroWindowProbes += 1
      probed = true
      if connection.deliversBytes {
        assembler.receive(
          side: side, offset: start, length: 1, payload: payload, frame: frame, deliver: deliver)
      }
      return true
    }
    guard start == next - 1 else { return false }
    if isClosed {
      record.zeroWindowProbes += 1
      return true
    }
    // A segment of one byte that is still on its way is sent again, not asked after.
    if let newest = marks.newest, newest.length == 1, newest.end == next,
      receiver.record.packets > 0
    {
      return false
    }
    record.keepAlives += 1
    keepAliveRun += 1
    return true
  }

  /// A segment without data: a keep-alive, a probe, or a sign of data that went before it.
  private mutating func noteEmpty(
    _ segment: TCPSegment, length: Int, to receiver: borrowing SenderState, frame: FrameReference
  ) {
    guard length == 0, !segment.flags.contains(.syn),
      let offset = offset(of: segment.sequence)
    else { return }
    if offset > next, offset - next < 1 << 24 {
      noteUnseen(upTo: offset, at: frame.time)
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
