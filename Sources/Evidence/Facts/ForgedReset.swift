import CaptureReader
import PacketDecode
public import TCPStreams

/// A RST that the host it claims to come from did not send, and what shows it.
public struct ForgedReset: Sendable {
  public enum Sign: Sendable, Hashable {
    /// Its hop limit is none of that host's.
    case foreignHopLimit
    /// Its IP identification is far from that host's count.
    case foreignIdentification(UInt16)
    /// It lacks the time stamps that this host's packets carry.
    case lacksTimestamps
    /// The host goes on as if nothing had happened.
    case senderWentOn
  }

  /// In whose name it was sent.
  public var side: Side
  public var reset: ResetRecord
  /// At least one.
  public var signs: [Sign]
  /// One with the host's own marks came just before: either may have been made in answer to the other.
  public var followsAnother = false

  /// Nil where nothing speaks against the supposed sender.
  init?(of side: Side, in facts: WireFacts) {
    guard !facts[side].resets.isEmpty,
      let first = facts[side].resets.first(where: { !$0.wasIgnored }),
      Self.isFirstWord(first, of: side, facts)
    else { return nil }
    if let forged = Self(first, of: side, in: facts) {
      self = forged
      return
    }
    // The same RST again from another place, within the time of an answer.
    guard facts[side].resets.count > 1 else { return nil }
    let candidates = facts[side].resets.filter { !$0.wasIgnored }
    let answer = max(facts.handshakeRoundTrip, Self.shortestAnswer)
    guard
      let second = candidates.dropFirst().first(where: {
        $0.frame.time.since(first.frame.time) <= answer && $0.hopLimit != first.hopLimit
          && $0.sequenceOffset == first.sequenceOffset
      }), let forged = Self(second, of: side, in: facts),
      forged.signs.contains(.foreignHopLimit)
    else { return nil }
    self = forged
    followsAnother = true
  }

  private static let shortestAnswer = TimeSpan.milliseconds(10)

  private init?(_ reset: ResetRecord, of side: Side, in facts: WireFacts) {
    if Self.isOutlived(reset, of: side, facts) { return nil }
    var signs: [Sign] = []
    if Self.isForeign(reset.hopLimit, to: side, facts) { signs.append(.foreignHopLimit) }
    if let identification = reset.identification,
      Self.isForeignIdentification(reset, of: side, facts)
    {
      signs.append(.foreignIdentification(identification))
    }
    if Self.lacksTimestamps(reset, of: side, facts) { signs.append(.lacksTimestamps) }
    if reset.senderWentOn, !Self.hasOvertaken(reset, of: side, facts) {
      signs.append(.senderWentOn)
    }
    guard !signs.isEmpty else { return nil }
    (self.side, self.reset, self.signs) = (side, reset, signs)
  }

  /// What came from its sender after it had all been sent before: older data and acknowledgements, which the RST
  /// overtook on the way. Further RSTs never count.
  private static func hasOvertaken(
    _ reset: ResetRecord, of side: Side, _ facts: WireFacts
  ) -> Bool {
    let packets = facts.connection.tail.filter { $0.side == side }
    guard let place = packets.firstIndex(where: { $0.frame == reset.frame }) else { return false }
    let own = packets[place]
    if isAnswer(reset, own, to: side.other, facts) { return true }
    var newest: SequenceNumber?
    for packet in packets[...place] where packet.flags.contains(.ack) {
      if newest.map({ $0.distance(to: packet.acknowledgment) > 0 }) ?? true {
        newest = packet.acknowledgment
      }
    }
    return packets[(place + 1)...].allSatisfy { packet in
      packet.flags.contains(.rst)
        || own.sequence.distance(to: packet.end) <= 0
          && newest.map { $0.distance(to: packet.acknowledgment) <= 0 } ?? true
    }
  }

  /// A RST without an acknowledgement that is numbered by one of the other side's is what a closed socket says
  /// to a segment (RFC 9293 §3.10.7.1): what comes behind it had been sent before the socket was closed.
  private static func isAnswer(
    _ reset: ResetRecord, _ own: TailPacket, to other: Side, _ facts: WireFacts
  ) -> Bool {
    !reset.hasAck
      && facts.connection.tail.contains { packet in
        packet.side == other && packet.frame < own.frame && packet.flags.contains(.ack)
          && packet.acknowledgment == own.sequence
      }
  }

  /// Seen from one side only: its sender went on with new data for so long that somebody answered it.
  private static func isOutlived(
    _ reset: ResetRecord, of side: Side, _ facts: WireFacts
  ) -> Bool {
    guard facts.connection.isOneSided, let last = facts[side].lastData,
      last.time.since(reset.frame.time) >= Thresholds.outlived
    else { return false }
    return (facts[side].unacknowledged?.attempts ?? 0) < Thresholds.outageAttempts
  }

  /// A hop limit that this host's packets never had. A difference of one can be a second path; not
  /// so where the RST still carries an initial value, and so comes from a neighbour of the capture,
  /// and the host's packets never do.
  private static func isForeign(
    _ hopLimit: UInt8, to side: Side, _ facts: WireFacts
  ) -> Bool {
    if facts[side].hopLimits.contains(hopLimit) { return false }
    let known = facts[side].hopLimits.values
    let others = facts[side].packets - facts[side].resetCount
    guard others >= 2,
      let nearest = known.map({ abs(Int($0) - Int(hopLimit)) }).min()
    else { return false }
    if nearest >= Thresholds.hopDifference { return true }
    return nearest == 1 && known.count == 1 && others >= 5
      && isInitial(hopLimit) && !known.contains(where: isInitial)
  }

  private static func isInitial(_ hopLimit: UInt8) -> Bool {
    hopLimit == 64 || hopLimit == 128 || hopLimit == 255
  }

  /// An identification out of line with a host that counts its packets. Zero is what stacks use for
  /// answers of no connection.
  private static func isForeignIdentification(
    _ reset: ResetRecord, of side: Side, _ facts: WireFacts
  ) -> Bool {
    let pattern = facts[side].identification
    guard let last = reset.previousIdentification, let own = reset.identification, own != 0,
      pattern.zeros <= 2, pattern.others == 0, pattern.ascending >= 5,
      let pause = reset.sinceOwn, pause < .seconds(1)
    else { return false }
    return own &- last >= 0x1000
  }

  /// Linux ends a connection by a RST with ACK that carries time stamps as all its packets do; what it answers to
  /// a connection that it does not know carries neither. Other systems leave them out of every RST.
  private static func lacksTimestamps(
    _ reset: ResetRecord, of side: Side, _ facts: WireFacts
  ) -> Bool {
    facts.isEstablished && reset.hasAck && !reset.hasTimestamps && facts[side].stack == .linux
      && Side.allCases.allSatisfy { facts[$0].usesTimestamps }
  }

  /// RSTs that follow a FIN or the other side's RST are answers, whoever sends them.
  private static func isFirstWord(
    _ reset: ResetRecord, of side: Side, _ facts: WireFacts
  ) -> Bool {
    if let fin = facts[side].fin, fin < reset.frame { return false }
    if let other = facts.connection.goodbye(of: side.other), other.frame < reset.frame {
      // Both ends get a forged RST at the same moment.
      return other.kind == .reset && reset.frame.time.since(other.frame.time) < .milliseconds(5)
    }
    return true
  }
}

extension WireFacts {
  /// A side's first RST, where somebody on the path sent it in that side's name.
  public func forgedReset(of side: Side) -> ForgedReset? { ForgedReset(of: side, in: self) }
}
