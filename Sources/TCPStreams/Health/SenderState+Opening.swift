import CaptureReader
import PacketDecode

extension SenderState {
  /// Takes this side's SYN or SYN-ACK.
  mutating func takeSyn(
    _ packet: CapturedSegment, peer: inout SenderState, handshake: inout Handshake
  ) {
    let isAnswer = packet.segment.flags.contains(.ack)
    let base = packet.segment.sequence.advanced(by: 1)
    if self.base == nil, next == 0 {
      // Nothing of its stream was seen.
      self.base = base
    } else if self.base != base {
      // Amid a stream it is a stray or a forged one: the receiver ignores it (RFC 5961 §4.2).
      if next > 0 { return }
      restart(at: base)
    }
    assembler.hasBeginning = true
    peer.assembler.hasBeginning = true
    if let scale = packet.segment.options.windowScale {
      windowScale = min(scale, 14)
      scalesWindow = true
    }
    if let size = packet.segment.options.maximumSegmentSize {
      if packet.side == .client { handshake.clientMSS = size } else { handshake.serverMSS = size }
      if size >= 500 { peer.segmentLimit = Int(size) }
    }
    if isAnswer ? sentSynAck : sentSyn {
      record.retransmissions.syn += 1
      if !isAnswer, let last = record.lastPacket { note(pause: packet.frame.time.since(last.time)) }
    }
    if isAnswer {
      if packet.side == .server { handshake.synAckCount += 1 }
      if handshake.synAck == nil {
        handshake.synAck = packet.frame
        // Where both ends opened at once, neither waited for the other.
        if let syn = handshake.syn, handshake.synCount == 1, packet.side == .server, !sentSyn {
          handshake.serverRoundTrip = packet.frame.time.since(syn.time)
        }
      }
      sentSynAck = true
    } else {
      // A RST before this side's next try answered a leftover of an older connection on the same
      // ports (a server in another state acknowledges the SYN oddly): it did not end this one.
      if handshake.synAck == nil, record.resetCount > 0 {
        if !record.resets.isEmpty { record.resets = [] }
        record.resetCount = 0
      }
      if packet.side == .client {
        handshake.synCount += 1
        handshake.lastSyn = packet.frame
        if handshake.syn == nil { handshake.syn = packet.frame }
      }
      sentSyn = true
    }
  }

  /// The client's first packet after the SYN-ACK ends the handshake.
  ///
  /// Returns true where this was it.
  func noteEstablished(_ packet: CapturedSegment, in handshake: inout Handshake) -> Bool {
    guard packet.side == .client, handshake.established == nil,
      !packet.segment.flags.contains(.syn), let synAck = handshake.synAck
    else { return false }
    handshake.established = packet.frame
    if handshake.synAckCount == 1 {
      handshake.clientRoundTrip = packet.frame.time.since(synAck.time)
    }
    return true
  }
}
