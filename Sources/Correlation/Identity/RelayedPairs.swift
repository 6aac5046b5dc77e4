import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Finds the two connections of a relay in one capture, taken at the relay: what comes in on one goes out on
/// the other within milliseconds, and as much.
///
/// Clocks agree in one capture, so time and volume of the last packets are enough, where they fit one other
/// connection only. Bytes of a relay that ends TLS itself are not the same on both sides, but of about the
/// same number; there the user's name of the X.224 request must be the same.
struct RelayedPairs {
  /// A relay connects to the server within this time of its client.
  private static let connecting = TimeSpan.seconds(5)
  /// What a relay takes for passing data on.
  private static let delay = TimeSpan.milliseconds(20)
  private static let longestDelay = TimeSpan.milliseconds(150)
  /// Messages of the last packets that must be there, and the share that must have been passed on.
  private static let messages = 8
  private static let share = 0.8
  /// Connections that are compared with one that begins.
  private static let tried = 32
  /// How far the bytes of both may differ, and where the relay speaks TLS itself.
  private static let tolerance = 0.05
  private static let tolerancePastTLS = 0.3
  private static let fewBytes = 300

  /// The client's half and the server's, by their indices.
  let pairs: [(Int, Int)]

  init(_ sessions: [SessionFacts]) {
    let order = sessions.indices.compactMap { index -> Candidate? in
      guard let wire = sessions[index].wire, wire.phase >= .tls, !wire.connection.isOneSided,
        !wire.connection.isMidStream
      else { return nil }
      return Candidate(index: index, start: wire.connection.first.time, wire: wire)
    }.sorted { ($0.start, $0.index) < ($1.start, $1.index) }
    var found: [(Int, Int)] = []
    var uses: [Int: Int] = [:]
    for (place, server) in order.enumerated() {
      for client in order[..<place].suffix(Self.tried).reversed() {
        guard server.start.since(client.start) <= Self.connecting else { break }
        guard Self.areHalves(client.wire, server.wire) else { continue }
        found.append((client.index, server.index))
        uses[client.index, default: 0] += 1
        uses[server.index, default: 0] += 1
      }
    }
    pairs = found.filter { uses[$0.0] == 1 && uses[$0.1] == 1 }
  }

  private struct Candidate {
    var index: Int
    var start: Timestamp
    var wire: WireFacts
  }

  private static func areHalves(_ client: WireFacts, _ server: WireFacts) -> Bool {
    let (one, other) = (client.connection, server.connection)
    guard one.server != other.server, one.client.address != other.client.address else {
      return false
    }
    // Captures of both hosts in one file show the way to the relay and from it as well.
    let delay = min(
      longestDelay, Self.delay + client.handshakeRoundTrip + server.handshakeRoundTrip)
    let name = client.trace.request?.value.cookie
    let isSameUser = name != nil && name == server.trace.request?.value.cookie
    let (inner, outer) = (messages(of: one), messages(of: other))
    // Both lists begin at the same time, with what the shorter one holds.
    guard let begin = [inner.first, outer.first].compactMap({ $0?.frame.time }).max(),
      let end = [inner.last, outer.last].compactMap({ $0?.frame.time }).min()
    else { return false }
    let (first, last) = (begin.advanced(by: .zero - delay), end.advanced(by: delay))
    for side in Side.allCases {
      let (near, far) = side == .client ? (inner, outer) : (outer, inner)
      let sent = near.filter { $0.side == side && $0.frame.time >= begin && $0.frame.time <= end }
      let passed = far.filter { $0.side == side && $0.frame.time >= first && $0.frame.time <= last }
      guard arePassed(sent, as: passed, within: delay),
        agree(one.sent[side].uniqueBytes, other.sent[side].uniqueBytes, isSameUser)
      else { return false }
    }
    return inner.count { $0.frame.time >= begin && $0.frame.time <= end } >= Self.messages
  }

  /// Up to the connection's end: each half takes leave in its own way.
  private static func messages(of connection: ConnectionRecord) -> [TailPacket] {
    let end = connection.firstGoodbye?.frame
    return connection.tail.filter { packet in
      packet.length > 1 && !packet.isRepeat && end.map { packet.frame < $0 } ?? true
    }
  }

  /// Most of what came in went out soon after.
  private static func arePassed(
    _ sent: [TailPacket], as passed: [TailPacket], within delay: TimeSpan
  ) -> Bool {
    guard !sent.isEmpty else { return passed.isEmpty }
    let hits = sent.count { packet in
      passed.contains { copy in
        let pause = copy.frame.time.since(packet.frame.time)
        return pause >= .zero && pause <= delay
      }
    }
    return Double(hits) >= share * Double(sent.count)
  }

  private static func agree(_ one: Int, _ other: Int, _ isSameUser: Bool) -> Bool {
    let share = isSameUser ? tolerancePastTLS : tolerance
    return abs(one - other) <= max(fewBytes, Int(share * Double(max(one, other))))
  }
}
