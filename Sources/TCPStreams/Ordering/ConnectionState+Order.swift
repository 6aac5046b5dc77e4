public import CaptureReader
import PacketDecode

/// What a packet shows of the order that it stands in.
public struct LateSign: Sendable, Hashable {
  public var frame: ItemReference
  public var sign: Lateness.Sign

  /// Signs kept until they are taken.
  static let limit = 1_024
}

/// File order is not time order: what TCP says of two packets that changed places.
extension ConnectionState {
  /// Takes a segment where some wait, or where it has to wait itself.
  @inline(never)
  mutating func receiveOutOfOrder(
    _ packet: CapturedSegment, payload: RawSpan, keepsCopies: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    if held.isOver(at: packet.frame.time)
      || !packet.segment.flags.isDisjoint(with: [.syn, .rst])
    {
      if !held.isEmpty { vainWaits += 1 }
      releaseHeld(waitsOn: false, keepsCopies: keepsCopies, deliver: deliver)
    }
    guard let first = held.first else {
      if isAhead(packet) {
        held.append(packet, payload)
      } else {
        account(packet, payload: payload, keepsCopies: keepsCopies, deliver: deliver)
      }
      return
    }
    guard packet.side != first.side, isAwaited(packet, by: first) else {
      held.append(packet, payload)
      return
    }
    if packet.frame.time < first.frame.time { note(.late, of: packet.frame) }
    // It may itself acknowledge what waits.
    while isAhead(packet),
      let place = held.items.firstIndex(where: {
        isAwaited($0.packet, by: packet) && $0.packet.side == first.side && !isAhead($0.packet)
      })
    {
      let item = held.remove(at: place)
      account(
        item.packet, payload: item.payload.rawSpan, keepsCopies: keepsCopies, deliver: deliver)
    }
    account(packet, payload: payload, keepsCopies: keepsCopies, deliver: deliver)
    releaseHeld(waitsOn: true, keepsCopies: keepsCopies, deliver: deliver)
  }

  /// Accounts for what waits: all of it, or until one has still to wait.
  mutating func releaseHeld(
    waitsOn: Bool, keepsCopies: Bool, deliver: (StreamChunk, RawSpan) -> Void
  ) {
    while let first = held.first, !waitsOn || !isAhead(first), let item = held.removeFirst() {
      account(
        item.packet, payload: item.payload.rawSpan, keepsCopies: keepsCopies, deliver: deliver)
    }
  }

  /// The segment acknowledges data that has not been seen, of a side that has been.
  func isAhead(_ packet: CapturedSegment) -> Bool {
    guard packet.segment.flags.intersection([.ack, .rst, .syn]) == .ack,
      vainWaits < HeldSegments.vainWaits
    else { return false }
    switch packet.side {
    case .client: return states.server.lacks(upTo: packet.segment.acknowledgment)
    case .server: return states.client.lacks(upTo: packet.segment.acknowledgment)
    }
  }

  private func isAwaited(_ packet: CapturedSegment, by first: CapturedSegment) -> Bool {
    guard packet.segment.payloadLength > 0 || packet.segment.flags.contains(.fin) else {
      return false
    }
    return packet.segment.sequence.distance(to: first.segment.acknowledgment) > 0
  }

  mutating func note(_ sign: Lateness.Sign, of frame: ItemReference) {
    if lateSigns.last?.frame == frame { return }
    guard lateSigns.count < LateSign.limit else { return }
    lateSigns.append(LateSign(frame: frame, sign: sign))
  }

  /// What a packet that is older than the one before it shows of the file's order.
  func sign(of packet: CapturedSegment) -> Lateness.Sign {
    switch packet.side {
    case .client:
      return states.client.sign(of: packet, peer: states.server, handshake: handshake)
    case .server:
      return states.server.sign(of: packet, peer: states.client, handshake: handshake)
    }
  }
}

extension SenderState {
  /// Bytes below `acknowledgment` have not been seen. Much more than a window is no late packet.
  @inline(__always)
  func lacks(upTo acknowledgment: SequenceNumber) -> Bool {
    guard record.packets > 0, let offset = offset(of: acknowledgment) else { return false }
    return offset > next + (probed ? 1 : 0) && offset - next <= 1 << 20
  }

  func sign(
    of packet: CapturedSegment, peer: borrowing SenderState, handshake: Handshake
  ) -> Lateness.Sign {
    let flags = packet.segment.flags
    let time = packet.frame.time
    if flags.contains(.rst) { return .undecided }
    if flags.contains(.syn) {
      let isLate =
        flags.contains(.ack)
        ? handshake.synAck == nil && peer.next > 0
        : handshake.syn == nil && handshake.synAck != nil
      return isLate ? .late : .undecided
    }
    if flags.contains(.ack), let ack = peer.offset(of: packet.segment.acknowledgment) {
      if let lastAck, ack < lastAck { return .late }
      if ack > peer.acknowledged, peer.marks.hasMark(sentAfter: time, upTo: ack) {
        return .wrongTime
      }
    }
    let length = packet.segment.payloadLength
    guard length > 0 || flags.contains(.fin), let start = offset(of: packet.segment.sequence)
    else { return .undecided }
    if start < next { return misses(from: start, to: start + max(1, length)) ? .late : .undecided }
    return record.lastData.map { $0.time > time } ?? false ? .wrongTime : .undecided
  }

  private func misses(from start: Int, to end: Int) -> Bool {
    holes.contains { $0.start < end && start < $0.end }
      || missed.contains { $0.start < end && start < $0.end }
  }

  /// Ranges kept that were acknowledged and not seen.
  private static let keptMissed = 8

  /// The receiver has bytes that the capture never showed, by an acknowledgement of `time`.
  mutating func noteMissed(from start: Int, to end: Int, at time: Timestamp) {
    record.missedBytes += end - start
    record.uniqueBytes += end - start
    if missed.count == Self.keptMissed { missed.removeFirst() }
    missed.append(Hole(start: start, end: end, created: time))
  }

  /// A segment that stands in the file behind its own acknowledgement was not missed after all: it is
  /// older, or was sent before what came since.
  mutating func takeLate(from start: Int, to end: Int, frame: ItemReference) -> Bool {
    var found = 0
    for index in missed.indices.reversed() {
      let range = missed[index]
      let (low, high) = (max(range.start, start), min(range.end, end))
      guard low < high, order == .earlier || frame.time < range.created else { continue }
      found += high - low
      missed.remove(at: index)
      if high < range.end {
        missed.insert(Hole(start: high, end: range.end, created: range.created), at: index)
      }
      if range.start < low {
        missed.insert(Hole(start: range.start, end: low, created: range.created), at: index)
      }
    }
    while missed.count > Self.keptMissed { missed.removeFirst() }
    record.missedBytes -= found
    return found > 0
  }
}
