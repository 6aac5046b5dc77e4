import CaptureReader
import PacketDecode

extension SenderState {
  mutating func takeSyn(
    _ segment: TCPSegment, to receiver: inout SenderState, of connection: inout SharedState,
    frame: FrameReference
  ) {
    let isAnswer = segment.flags.contains(.ack)
    let start = segment.sequence.advanced(by: 1)
    if base != start {
      // Amid a stream it is a stray or a forged one: the receiver ignores it (RFC 5961 §4.2).
      if next > 0 { return }
      restart(at: start)
      assembler = StreamAssembler()
    }
    assembler.hasBeginning = true
    receiver.assembler.hasBeginning = true
    if let scale = segment.options.windowScale {
      windowScale = min(scale, 14)
      scalesWindow = true
    }
    if let size = segment.options.maximumSegmentSize {
      if side == .client {
        connection.handshake.clientMSS = size
      } else {
        connection.handshake.serverMSS = size
      }
    }
    if isAnswer ? sentSynAck : sentSyn {
      record.retransmissions.syn += 1
    }
    if isAnswer {
      if side == .server { connection.handshake.synAckCount += 1 }
      if connection.handshake.synAck == nil {
        connection.handshake.synAck = frame
        // Where both ends opened at once, neither waited for the other.
        if let syn = connection.handshake.syn, connection.handshake.synCount == 1, side == .server,
          !sentSyn
        {
          connection.handshake.serverRoundTrip = frame.time.since(syn.time)
        }
      }
      sentSynAck = true
    } else {
      // A RST before this side's next try answered a leftover of an older connection on the same
      // ports (a server in another state acknowledges the SYN oddly): it did not end this one.
      if connection.handshake.synAck == nil, record.resetCount > 0 {
        record.resets.removeAll()
        record.resetCount = 0
      }
      if side == .client {
        connection.handshake.synCount += 1
        connection.handshake.lastSyn = frame
        if connection.handshake.syn == nil { connection.handshake.syn = frame }
      }
      sentSyn = true
    }
  }

  mutating func noteEstablished(
    _ segment: TCPSegment, of connection: inout SharedState, frame: FrameReference
  ) {
    guard side == .client, connection.handshake.established == nil, !segment.flags.contains(.syn),
      let synAck = connection.handshake.synAck
    else { return }
    connection.handshake.established = frame
    if connection.handshake.synAckCount == 1 {
      connection.handshake.clientRoundTrip = frame.time.since(synAck.time)
    }
  }

  mutating func takeReset(
    _ segment: TCPSegment, network: NetworkHeader, to receiver: inout SenderState,
    frame: FrameReference
  ) {
    record.resetCount += 1
    if receiver.record.resetCount == 0, record.resetCount == 1 {
      receiver.record.bytesInFlightAtReset = max(
        0, receiver.next - receiver.acknowledged)
    }
    guard record.resets.count < HealthThresholds.keptResets else { return }
    let expected = base.map { $0.advanced(by: next) }
    let own = record.lastPacket
    let peer = receiver.record.lastPacket
    let acked = receiver.lastAck.flatMap { ack in
      base.map { $0.advanced(by: ack) }
    }
    record.resets.append(
      ResetRecord(
        frame: frame, hopLimit: network.ttl, identification: network.identification,
        previousIdentification: record.identification.last,
        window: segment.window, hasAck: segment.flags.contains(.ack),
        hasTimestamps: segment.options.timestamps != nil,
        sequenceOffset: expected?.distance(to: segment.sequence) ?? 0,
        answersAcknowledgment: !segment.flags.contains(.ack) && acked == segment.sequence,
        sinceOther: peer.map { frame.time.since($0.time) },
        sinceOwn: own.map { frame.time.since($0.time) }, senderWentOn: false))
  }
}
