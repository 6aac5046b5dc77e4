import CaptureReader
import Evidence
import TCPStreams

/// What captures of a session's two ends prove about the packets that one of them holds.
struct PacketFates {
  /// What became of a packet.
  enum Fate { case arrived, vanished, forged }

  private let path: PathFacts
  private let witness: Witness
  private let others: [Witness]
  /// The end at which the capture was taken.
  private let end: Side

  /// Nil where there is one point, or nothing tells at which end the capture was taken.
  init?(_ facts: SessionFacts, of wire: WireFacts) {
    guard let path = facts.path, path.points.count > 1 else { return nil }
    let captures = facts.witnesses.filter { $0.kind == .capture }
    guard
      let witness = captures.first(where: { candidate in
        guard case .capture(let other) = candidate.observation else { return false }
        return other.connection.first == wire.connection.first
      })
    else { return nil }
    self.path = path
    self.witness = witness
    others = captures.filter { $0.inputs != witness.inputs }
    switch witness.point {
    case .client: end = .client
    case .server: end = .server
    default: return nil
    }
  }

  /// Nil where the other capture does not tell.
  func fate(of packet: ItemReference, from side: Side) -> Fate? {
    let sent = path.sent[side]
    if sent.forgedResets.contains(packet) { return .forged }
    // What came from the far end is here.
    guard side == end else { return .arrived }
    if sent.lostReferences.contains(packet) { return .vanished }
    let isCovered = path.start <= nearTime(of: packet) && nearTime(of: packet) <= path.end
    return isCovered && sent.arrived > 0 && isListed(packet, sent) ? .arrived : nil
  }

  /// All that vanished from about this packet on are named one by one.
  private func isListed(_ packet: ItemReference, _ sent: PathFacts.Direction) -> Bool {
    guard sent.lost > sent.lostReferences.count else { return true }
    let last = sent.lostReferences.suffix(Self.listed)
    return last.first.map { $0.time <= packet.time } ?? false
  }

  /// Of what vanished the last ones are all named.
  private static let listed = 24

  /// By the clock of the point at the client's end.
  private func nearTime(of packet: ItemReference) -> Timestamp {
    guard end == .server else { return packet.time }
    let client = others.first { $0.point == .client }
    return packet.time.advanced(by: Self.offset(client) - Self.offset(witness))
  }

  /// Packets that this capture does not hold: those that vanished on their way here, and RSTs that
  /// nobody at this end sent and that reached the other.
  var elsewhere: [(packet: ItemReference, side: Side, fate: Fate, time: Timestamp)] {
    let vanished = path.sent[end.other].lostReferences.map { ($0, end.other, Fate.vanished) }
    let forged = path.sent[end].forgedResets.map { ($0, end, Fate.forged) }
    return (vanished + forged).compactMap { packet, side, fate in
      guard !witness.inputs.contains(packet.input) else { return nil }
      return (packet, side, fate, time(of: packet))
    }
  }

  /// By this capture's clock.
  private func time(of packet: ItemReference) -> Timestamp {
    let other = others.first { $0.inputs.contains(packet.input) }
    return packet.time.advanced(by: Self.offset(witness) - Self.offset(other))
  }

  private static func offset(_ witness: Witness?) -> TimeSpan {
    guard let clock = witness?.clock else { return .zero }
    return clock.offset + clock.zone
  }
}
