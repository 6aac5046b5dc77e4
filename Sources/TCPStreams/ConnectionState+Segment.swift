import CaptureReader
import PacketDecode

extension ConnectionState {
  /// Accounts for one segment and hands on the payload that is in order now.
  mutating func receive(
    _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan,
    from side: Side, frame: FrameReference, keepsCopies: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let isCopy = states[side].copies.isCopy(segment, network: network, at: frame.time)
    if isCopy, !keepsCopies {
      copies += 1
      return
    }
    last = frame
    noteArrival(segment, network: network, from: side, frame: frame)
    if segment.flags.contains(.rst) {
      takeReset(segment, network: network, from: side, frame: frame)
      noteLastPacket(of: side, frame: frame)
      return
    }
    if segment.flags.contains(.syn) { takeSyn(segment, from: side, frame: frame) }
    if segment.flags.contains(.ack) {
      if states[side.other].base == nil {
        states[side.other].base = segment.acknowledgment
      }
      noteEstablished(segment, from: side, frame: frame)
    }
    if states[side].base == nil { states[side].base = segment.sequence }
    takeData(segment, payload: payload, from: side, frame: frame, deliver: deliver)
    if segment.flags.contains(.ack) {
      takeAcknowledgment(segment, from: side, frame: frame, deliver: deliver)
    }
    noteWindow(segment, of: side, frame: frame)
    noteLastPacket(of: side, frame: frame)
  }

  private mutating func noteArrival(
    _ segment: TCPSegment, network: NetworkHeader, from side: Side,
    frame: FrameReference
  ) {
    states[side].record.packets += 1
    if states[side].record.firstPacket == nil { states[side].record.firstPacket = frame }
    guard !segment.flags.contains(.rst) else { return }
    states[side].record.hopLimits.insert(network.ttl)
    if segment.options.timestamps != nil { states[side].record.usesTimestamps = true }
    if let identification = network.identification {
      states[side].order = states[side].record.identification.take(identification)
    }
    if !states[side].record.resets.isEmpty, let reset = states[side].record.resets.first,
      !reset.senderWentOn, frame.time.since(reset.frame.time) > HealthThresholds.resetReorder
    {
      states[side].record.resets[0].senderWentOn = true
    }
  }

  private mutating func noteLastPacket(of side: Side, frame: FrameReference) {
    if let last = states[side].record.lastPacket {
      let silence = frame.time.since(last.time)
      if silence > states[side].record.longestSilence {
        states[side].record.longestSilence = silence
        states[side].record.longestSilenceStart = last
      }
    }
    states[side].record.lastPacket = frame
    states[side.other].keepAliveRun = 0
  }

  private mutating func takeSyn(
    _ segment: TCPSegment, from side: Side, frame: FrameReference
  ) {
    let isAnswer = segment.flags.contains(.ack)
    let base = segment.sequence.advanced(by: 1)
    if states[side].base != base {
      // Amid a stream it is a stray or a forged one: the receiver ignores it (RFC 5961 §4.2).
      if states[side].next > 0 { return }
      states[side].restart(at: base)
      assemblers[side] = StreamAssembler()
    }
    assemblers.client.hasBeginning = true
    assemblers.server.hasBeginning = true
    if let scale = segment.options.windowScale {
      states[side].windowScale = min(scale, 14)
      states[side].scalesWindow = true
    }
    if let size = segment.options.maximumSegmentSize {
      if side == .client { handshake.clientMSS = size } else { handshake.serverMSS = size }
    }
    if isAnswer ? states[side].sentSynAck : states[side].sentSyn {
      states[side].record.retransmissions.syn += 1
    }
    if isAnswer {
      if side == .server { handshake.synAckCount += 1 }
      if handshake.synAck == nil {
        handshake.synAck = frame
        // Where both ends opened at once, neither waited for the other.
        if let syn = handshake.syn, handshake.synCount == 1, side == .server,
          !states.server.sentSyn
        {
          handshake.serverRoundTrip = frame.time.since(syn.time)
        }
      }
      states[side].sentSynAck = true
    } else {
      if side == .client {
        handshake.synCount += 1
        handshake.lastSyn = frame
        if handshake.syn == nil { handshake.syn = frame }
      }
      states[side].sentSyn = true
    }
  }

  private mutating func noteEstablished(
    _ segment: TCPSegment, from side: Side, frame: FrameReference
  ) {
    guard side == .client, handshake.established == nil, !segment.flags.contains(.syn),
      let synAck = handshake.synAck
    else { return }
    handshake.established = frame
    if handshake.synAckCount == 1 {
      handshake.clientRoundTrip = frame.time.since(synAck.time)
    }
  }

  private mutating func takeData(
    _ segment: TCPSegment, payload: RawSpan, from side: Side, frame: FrameReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let length = segment.payloadLength
    let hasFin = segment.flags.contains(.fin)
    guard length > 0 || hasFin, let offset = states[side].offset(of: segment.sequence) else {
      noteEmpty(segment, length: length, from: side, frame: frame)
      return
    }
    // A SYN with data (TCP Fast Open) begins one sequence number later.
    let start = segment.flags.contains(.syn) ? offset + 1 : offset
    if length == 1, !hasFin,
      notesProbe(at: start, payload: payload, from: side, frame: frame, deliver: deliver)
    {
      return
    }
    if start < -0x4000_0000 { return }
    if hasFin {
      states[side].record.finCount += 1
      if states[side].record.fin == nil {
        states[side].record.fin = frame
        states[side].finOffset = start + length
      }
    }
    if let window = states[side.other].window, window > 0, length > 0,
      start + length == states[side].acknowledged + window,
      handshake.syn != nil, handshake.synAck != nil
    {
      states[side].record.windowFull += 1
    }
    let receiver = ReceiverView(states[side.other])
    let window = reorderingWindow
    _ = states[side].take(
      start: start, length: length, hasFin: hasFin, frame: frame, receiver: receiver,
      reorderingWindow: window)
    if deliversBytes, length > 0 {
      assemblers[side].receive(
        side: side, offset: start, length: length, payload: payload, frame: frame, deliver: deliver)
    }
  }

  /// Counts a segment of one byte that asks rather than tells: a keep-alive repeats the last byte,
  /// a zero-window probe sends the next one (RFC 9293 §3.8.4, §3.8.6.1).
  ///
  /// A probe's byte does not count as sent until it is acknowledged: the receiver has no room for it.
  private mutating func notesProbe(
    at start: Int, payload: RawSpan, from side: Side, frame: FrameReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) -> Bool {
    let next = states[side].next
    let isClosed = states[side.other].window == 0
    if isClosed, start == next {
      states[side].record.zeroWindowProbes += 1
      states[side].probed = true
      if deliversBytes {
        assemblers[side].receive(
          side: side, offset: start, length: 1, payload: payload, frame: frame, deliver: deliver)
      }
      return true
    }
    guard start == next - 1 else { return false }
    if isClosed {
      states[side].record.zeroWindowProbes += 1
      return true
    }
    // A segment of one byte that is still on its way is sent again, not asked after.
    if let newest = states[side].marks.newest, newest.length == 1, newest.end == next,
      states[side.other].record.packets > 0
    {
      return false
    }
    states[side].record.keepAlives += 1
    states[side].keepAliveRun += 1
    return true
  }

  /// A segment without data: a keep-alive, a probe, or a sign of data that went before it.
  private mutating func noteEmpty(
    _ segment: TCPSegment, length: Int, from side: Side, frame: FrameReference
  ) {
    guard length == 0, !segment.flags.contains(.syn),
      let offset = states[side].offset(of: segment.sequence)
    else { return }
    if offset > states[side].next, offset - states[side].next < 1 << 24 {
      states[side].noteUnseen(upTo: offset, at: frame.time)
    }
    guard offset == states[side].next - 1 else { return }
    if states[side.other].window == 0 {
      states[side].record.zeroWindowProbes += 1
    } else {
      states[side].record.keepAlives += 1
      states[side].keepAliveRun += 1
    }
  }

  private mutating func takeAcknowledgment(
    _ segment: TCPSegment, from side: Side, frame: FrameReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let other = side.other
    guard let ack = states[other].offset(of: segment.acknowledgment) else { return }
    // An acknowledgment far beyond anything sent belongs to another connection or is forged.
    guard ack >= 0, ack <= states[other].next + (1 << 30) else { return }
    noteSACK(segment, from: side)
    let head = states[other].marks.first
    let heard =
      head.flatMap { head in
        states[side].record.lastPacket.map {
          $0.time.since(head.frame.time) > states[other].retransmissionTimeout
        }
      } ?? false
    if states[other].acknowledge(ack, frame: frame, peerHeardSinceHead: heard) {
      states[side].duplicateAckRun = 0
      if deliversBytes {
        let limit = states[other].finOffset.map { min(ack, $0) } ?? ack
        if assemblers[other].expected < limit {
          assemblers[other].skip(to: limit, side: other, frame: frame, deliver: deliver)
        }
      }
    } else if segment.payloadLength == 0, ack == states[side].lastAck,
      segment.flags.isDisjoint(with: [.syn, .fin]), segment.window != 0, states[other].next > ack,
      segment.window == states[side].lastWindow || segment.options.sackCount > 0
    {
      states[side].record.duplicateAcks += 1
      states[side].duplicateAckRun += 1
      states[side].lastDuplicateAck = frame.time
    }
    states[side].lastAck = max(ack, states[side].lastAck ?? ack)
  }

  private mutating func noteSACK(_ segment: TCPSegment, from side: Side) {
    guard let first = segment.options.firstSACK else {
      states[side].sackAboveAck = false
      return
    }
    let isDuplicate =
      segment.acknowledgment.distance(to: first.right) <= 0
      || (segment.options.secondSACK.map {
        $0.left.distance(to: first.left) >= 0 && first.right.distance(to: $0.right) >= 0
      } ?? false)
    if isDuplicate {
      states[side].record.duplicateSacks += 1
      states[side.other].takeDuplicateReport(first)
      states[side].sackAboveAck = segment.options.sackCount > 1
    } else {
      states[side].record.selectiveAcks += 1
      states[side].sackAboveAck = true
    }
  }

  private mutating func noteWindow(
    _ segment: TCPSegment, of side: Side, frame: FrameReference
  ) {
    states[side].lastWindow = segment.window
    guard !segment.flags.contains(.syn) else { return }
    let scaled =
      states.client.scalesWindow && states.server.scalesWindow
      ? Int(segment.window) << Int(states[side].windowScale) : Int(segment.window)
    states[side].window = scaled
    if segment.window == 0 {
      states[side].record.zeroWindows += 1
      if states[side].record.zeroWindowSince == nil { states[side].record.zeroWindowSince = frame }
    } else if let since = states[side].record.zeroWindowSince {
      states[side].record.longestZeroWindow = max(
        states[side].record.longestZeroWindow, frame.time.since(since.time))
      states[side].record.zeroWindowSince = nil
    }
  }

  private mutating func takeReset(
    _ segment: TCPSegment, network: NetworkHeader, from side: Side,
    frame: FrameReference
  ) {
    let other = side.other
    states[side].record.resetCount += 1
    if states[other].record.resetCount == 0, states[side].record.resetCount == 1 {
      states[other].record.bytesInFlightAtReset = max(
        0, states[other].next - states[other].acknowledged)
    }
    guard states[side].record.resets.count < HealthThresholds.keptResets else { return }
    let expected = states[side].base.map { $0.advanced(by: states[side].next) }
    let own = states[side].record.lastPacket
    let peer = states[other].record.lastPacket
    let acked = states[other].lastAck.flatMap { ack in
      states[side].base.map { $0.advanced(by: ack) }
    }
    states[side].record.resets.append(
      ResetRecord(
        frame: frame, hopLimit: network.ttl, identification: network.identification,
        window: segment.window, hasAck: segment.flags.contains(.ack),
        hasTimestamps: segment.options.timestamps != nil,
        sequenceOffset: expected?.distance(to: segment.sequence) ?? 0,
        answersAcknowledgment: !segment.flags.contains(.ack) && acked == segment.sequence,
        sinceOther: peer.map { frame.time.since($0.time) },
        sinceOwn: own.map { frame.time.since($0.time) }, senderWentOn: false))
  }
}
