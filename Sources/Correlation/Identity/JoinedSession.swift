import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// The sessions that several captures hold of one connection.
struct JoinedSession {
  private let sessions: [SessionFacts]

  init(_ sessions: [SessionFacts]) { self.sessions = sessions }

  /// Copies of one capture: the one that holds most stands for all, the inputs of the others are named.
  ///
  /// - Parameter clocks: how far each capture's clock is ahead of one of them, as far as they were compared.
  func copies(clocks: [Int: ClockOffset] = [:]) -> SessionFacts {
    let order = sessions.indices.sorted { (packets($1), $0) < (packets($0), $1) }
    func clock(_ index: Int) -> ClockOffset {
      series(of: index).flatMap { clocks[$0] } ?? ClockOffset(offset: .zero, error: .zero)
    }
    let base = clock(order[0])
    let witnesses = order.flatMap { index in
      guard !clocks.isEmpty else { return sessions[index].witnesses }
      let own = clock(index)
      return sessions[index].witnesses.map { witness in
        var witness = witness
        witness.clock = ClockOffset(
          offset: own.offset - base.offset, error: max(own.error, base.error))
        return witness
      }
    }
    return SessionFacts(identity: sessions[order[0]].identity, witnesses: witnesses)
  }

  /// Captures of several points: the one that shows most of the session decides what the wire showed.
  func witnesses(on path: ConnectionPath) -> SessionFacts {
    let order = sessions.indices.sorted { one, other in
      let ranks = (rank(of: one, on: path), rank(of: other, on: path))
      return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : one < other
    }
    let base =
      path.points.first { $0.witness == series(of: order[0]) }?.clockOffset ?? .zero
    var witnesses: [Witness] = []
    for index in order {
      let point = path.points.first { point in
        series(of: index).map { point.witness == $0 || point.copies.contains($0) } ?? false
      }
      for var witness in sessions[index].witnesses {
        if let point {
          witness.point = Witness.Point(rawValue: point.name) ?? .between
          witness.clock = ClockOffset(
            offset: point.clockOffset - base, error: point.clockError)
        }
        witnesses.append(witness)
      }
    }
    return SessionFacts(
      identity: sessions[order[0]].identity, witnesses: witnesses,
      path: PathFacts(path, clock: base))
  }

  private func series(of index: Int) -> Int? { sessions[index].wire?.connection.trail?.series }

  private func packets(_ index: Int) -> Int {
    guard let wire = sessions[index].wire else { return 0 }
    return wire.client.packets + wire.server.packets
  }

  /// What a capture shows of the session: both directions, the beginning, what the host that ended it
  /// knew when it did, and the longest time; then the client's side, where the user's trouble shows.
  private struct Rank: Comparable {
    var isTwoSided: Bool
    var hasBeginning: Bool
    /// Taken at the host that said goodbye first: only there cause stands before effect.
    var isAtLeaver: Bool
    var phase: Phase
    var end: Timestamp
    var isClient: Bool

    /// Within this time of each other two captures end together.
    static let together = TimeSpan.seconds(1)

    static func < (one: Self, other: Self) -> Bool {
      if one.isTwoSided != other.isTwoSided { return other.isTwoSided }
      if one.hasBeginning != other.hasBeginning { return other.hasBeginning }
      if one.isAtLeaver != other.isAtLeaver { return other.isAtLeaver }
      if one.phase != other.phase { return one.phase < other.phase }
      let later = other.end.since(one.end)
      if later > together { return true }
      if .zero - later > together { return false }
      return !one.isClient && other.isClient
    }

    static func == (one: Self, other: Self) -> Bool { !(one < other) && !(other < one) }
  }

  /// The witness at the host that sent the first FIN or RST.
  private func leaverPoint(on path: ConnectionPath) -> Int? {
    guard let overall = path.overall, let first = path.points.first, let last = path.points.last
    else { return nil }
    let goodbyes = Side.allCases.compactMap { side -> (Side, Timestamp)? in
      let sent = overall.sent[side]
      let own = [sent.fin, sent.reset].compactMap(\.self).filter { $0.fate != .forged }
      guard let time = own.compactMap(\.sent?.time).min() else { return nil }
      return (side, side == .client ? time : overall.clock.near(time))
    }
    guard let leaver = goodbyes.min(by: { $0.1 < $1.1 }) else { return nil }
    return leaver.0 == .client ? first.witness : last.witness
  }

  private func rank(of index: Int, on path: ConnectionPath) -> Rank {
    let wire = sessions[index].wire
    let point = path.points.first { $0.witness == series(of: index) }
    let end = wire?.connection.last.time ?? Timestamp(nanoseconds: .min)
    return Rank(
      isTwoSided: wire.map { !$0.connection.lacksOneDirection } ?? false,
      hasBeginning: wire.map { !$0.connection.isMidStream } ?? false,
      // A goodbye that its own capture lacks (a translation had changed the address) was not seen there.
      isAtLeaver: point?.witness == leaverPoint(on: path) && wire?.connection.firstGoodbye != nil,
      phase: wire?.phase ?? .tcp, end: end.advanced(by: .zero - (point?.clockOffset ?? .zero)),
      isClient: point?.witness == path.points.first?.witness)
  }
}

extension PathFacts {
  /// - Parameter clock: the session's clock less the first point's.
  init(_ path: ConnectionPath, clock: TimeSpan) {
    let overall = path.overall
    let names = Dictionary(path.points.map { ($0.witness, $0.name) }) { first, _ in first }
    func name(_ witness: Int) -> String { names[witness] ?? "" }
    self.init(
      points: path.points.map {
        Point(name: $0.name, skewPPM: $0.clockSkewPPM, clockSteps: $0.clockSteps)
      },
      sent: PerSide(
        client: Direction(overall?.sent.client), server: Direction(overall?.sent.server)),
      parts: path.hops.count < 2
        ? []
        : path.hops.map { hop in
          Part(
            from: name(hop.near), to: name(hop.far),
            lost: PerSide(client: hop.sent.client.lost, server: hop.sent.server.lost))
        },
      roundTrip: overall?.clock.roundTrip,
      start: overall?.start ?? Timestamp(nanoseconds: 0),
      end: overall?.end ?? Timestamp(nanoseconds: 0),
      changes: (overall?.changes ?? []).map(\.text),
      findings: PathFinding.findings(of: path, clock: clock).map {
        Finding(
          code: $0.code.rawValue, strength: $0.strength, summary: $0.summary,
          references: $0.references)
      },
      isClean: overall?.isClean ?? false)
  }
}

extension PathFacts.Direction {
  init(_ comparison: DirectionComparison?) {
    self.init()
    guard let comparison else { return }
    sent = comparison.sent
    arrived = comparison.arrived
    lost = comparison.lost
    lostBytes = comparison.lostBytes
    firstLost = comparison.firstLost
    lastLost = comparison.lastLost
    lostReferences = comparison.lostReferences
    unsent = comparison.unsent
    forgedResets = comparison.forgedResets
    missedBySender = comparison.missedBySender
    missedByReceiver = comparison.missedByReceiver
    duplicated = comparison.duplicated
    reordered = comparison.reordered
    payloadChanged = comparison.payloadChanged.count
    hops = comparison.hops
    medianDelay = comparison.delay?.median
    highDelay = comparison.delay?.high
    longestDelay = comparison.delay?.longest
  }
}
