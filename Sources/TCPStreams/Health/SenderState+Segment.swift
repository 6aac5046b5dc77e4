import CaptureReader
import PacketDecode

extension SenderState {
  /// Accounts for one segment of this sender and hands on the payload that is in order now.
  ///
  /// Both senders are lent in place, side by side: whatever copies one of them for each packet costs
  /// more than all the accounting.
  ///
  /// Returns how it is a copy of a segment already seen, which counts nothing; nil otherwise.
  @inline(never)
  static func receive(
    _ packet: CapturedSegment, payload: RawSpan, from sender: inout SenderState,
    to peer: inout SenderState, handshake: inout Handshake, keepsCopies: Bool, deliversBytes: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) -> CopyFilter.Copy? {
    let copy = sender.copies.copy(
      packet.segment, network: packet.network, at: packet.frame.time,
      expectsCopies: peer.copies.hasCopies)
    if let copy, !keepsCopies { return copy }
    if let first = sender.firstHopLimit, first != packet.network.ttl,
      !packet.segment.flags.contains(.rst)
    {
      let acknowledged = sender.lastAck.flatMap { ack in peer.base?.advanced(by: ack) }
      if !keepsCopies, sender.isSecondSight(packet, lastAckNumber: acknowledged) { return .routed }
      sender.copies.widen()
    }
    sender.noteArrival(packet)
    if packet.segment.flags.contains(.rst) {
      sender.takeReset(packet, peer: &peer)
      sender.noteLastPacket(packet.frame, isReset: true, peer: &peer)
      return nil
    }
    if !peer.record.resets.isEmpty { peer.noteIgnoredResets(packet, in: handshake) }
    if packet.segment.flags.contains(.syn) {
      sender.takeSyn(packet, peer: &peer, handshake: &handshake)
    }
    let hasAck = packet.segment.flags.contains(.ack)
    if hasAck {
      if peer.base == nil { peer.base = packet.segment.acknowledgment }
      if sender.noteEstablished(packet, in: &handshake) {
        sender.pathTrip = handshake.serverRoundTrip
        sender.ownTrip = handshake.clientRoundTrip
        peer.pathTrip = handshake.clientRoundTrip
        peer.ownTrip = handshake.serverRoundTrip
      }
    }
    if sender.base == nil { sender.base = packet.segment.sequence }
    if !sender.doubts.isEmpty { sender.settleDoubts(packet) }
    let receiver = ReceiverView(
      isHeard: peer.record.packets > 0, window: peer.window,
      duplicateAckRun: peer.duplicateAckRun, highestSACK: peer.highestSACK,
      lastHeard: peer.record.lastPacket?.time,
      knowsScaling: handshake.syn != nil && handshake.synAck != nil,
      reorderingWindow: handshake.reorderingWindow(shortest: sender.shortestTrip(with: peer)))
    sender.takeData(
      packet, payload: payload, receiver: receiver, deliversBytes: deliversBytes,
      deliver: deliver)
    if hasAck {
      sender.takeAcknowledgment(packet, peer: &peer, deliversBytes: deliversBytes, deliver: deliver)
    }
    if packet.segment.flags.contains(.fin), sender.record.acknowledgedAtGoodbye == nil {
      sender.record.acknowledgedAtGoodbye = sender.lastAck
    }
    sender.noteWindow(packet, isScaled: sender.scalesWindow && peer.scalesWindow)
    sender.noteLastPacket(packet.frame, isReset: false, peer: &peer)
    return nil
  }

  /// The shortest round trip from end to end that data took, where both halves were measured.
  private func shortestTrip(with peer: SenderState) -> TimeSpan? {
    guard let own = record.roundTrip.minimum, let others = peer.record.roundTrip.minimum else {
      return nil
    }
    return own + others
  }

  private mutating func noteArrival(_ packet: CapturedSegment) {
    record.packets += 1
    if record.firstPacket == nil { record.firstPacket = packet.frame }
    guard !packet.segment.flags.contains(.rst) else { return }
    record.hopLimits.insert(packet.network.ttl)
    if firstHopLimit == nil { firstHopLimit = packet.network.ttl }
    order = packet.network.identification.map { record.identification.take($0) } ?? .unknown
    if record.packets == 2, sentSyn, !sentSynAck { record.identification.forgetGaps() }
    if let timestamps = packet.segment.options.timestamps {
      record.usesTimestamps = true
      let byTime = newestTimestamp.map { SendingOrder(timestamp: timestamps.value, after: $0) }
      if byTime != .earlier { newestTimestamp = timestamps.value }
      if order == .unknown { order = byTime ?? .unknown }
    }
    for index in record.resets.indices
    where packet.frame.time.since(record.resets[index].frame.time)
      > HealthThresholds.resetReorder
    {
      record.resets[index].senderWentOn = true
    }
  }

  @inline(__always)
  mutating func noteLastPacket(
    _ frame: ItemReference, isReset: Bool, peer: inout SenderState
  ) {
    if let last = record.lastPacket {
      let silence = frame.time.since(last.time)
      if silence > record.longestSilence {
        record.longestSilence = silence
        record.longestSilenceStart = last
      }
      if silence >= PauseTally.shortest { openPauses.note(silence) }
    }
    record.lastPacket = frame
    peer.keepAliveRun = 0
    // A RST shows that the pause was not survived.
    if !peer.openPauses.isEmpty, !isReset {
      peer.record.pauses.add(peer.openPauses)
      peer.openPauses = PauseTally()
    }
  }

  private mutating func noteWindow(_ packet: CapturedSegment, isScaled: Bool) {
    lastWindow = packet.segment.window
    guard !packet.segment.flags.contains(.syn) else { return }
    let scaled =
      isScaled
      ? Int(packet.segment.window) << Int(windowScale) : Int(packet.segment.window)
    window = scaled
    if packet.segment.window == 0 {
      record.zeroWindows += 1
      if record.zeroWindowSince == nil { record.zeroWindowSince = packet.frame }
    } else if let since = record.zeroWindowSince {
      record.longestZeroWindow = max(
        record.longestZeroWindow, packet.frame.time.since(since.time))
      record.zeroWindowSince = nil
    }
  }
}
