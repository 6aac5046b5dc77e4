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
  private static let shortestDelay = TimeSpan.milliseconds(20)
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
    var order = sessions.indices.compactMap { index in
      sessions[index].wire.flatMap { Candidate(index, $0) }
    }.sorted { ($0.start, $0.index) < ($1.start, $1.index) }
    var found: [(Int, Int)] = []
    var uses: [Int: Int] = [:]
    for place in order.indices {
      for earlier in (max(0, place - Self.tried)..<place).reversed() {
        guard order[place].start.since(order[earlier].start) <= Self.connecting else { break }
        // What is cheap to see decides for nearly all.
        guard order[earlier].mayBeHalf(with: order[place]) else { continue }
        let (inner, outer) = (
          order[earlier].messages(in: sessions), order[place].messages(in: sessions)
        )
        let delay = order[earlier].delay(to: order[place])
        guard Self.arePassed(inner, outer, within: delay) else { continue }
        let (client, server) = (order[earlier].index, order[place].index)
        found.append((client, server))
        uses[client, default: 0] += 1
        uses[server, default: 0] += 1
      }
    }
    pairs = found.filter { uses[$0.0] == 1 && uses[$0.1] == 1 }
  }

  /// A connection, with what is compared first.
  private struct Candidate {
    let index: Int
    let start: Timestamp
    private let client: IPAddress
    private let server: Endpoint
    private let clientBytes: Int
    private let serverBytes: Int
    private let user: String?
    private let handshake: TimeSpan
    private var messages: Messages?

    init?(_ index: Int, _ wire: borrowing WireFacts) {
      guard wire.phase >= .tls, !wire.connection.isOneSided, !wire.connection.isMidStream else {
        return nil
      }
      self.index = index
      start = wire.connection.first.time
      client = wire.connection.client.address
      server = wire.connection.server
      clientBytes = wire.connection.sent.client.uniqueBytes
      serverBytes = wire.connection.sent.server.uniqueBytes
      user = wire.trace.request?.value.cookie
      handshake = wire.handshakeRoundTrip
    }

    func mayBeHalf(with other: Candidate) -> Bool {
      guard server != other.server, client != other.client else { return false }
      let isSameUser = user != nil && user == other.user
      return agree(clientBytes, other.clientBytes, isSameUser)
        && agree(serverBytes, other.serverBytes, isSameUser)
    }

    /// Captures of both hosts in one file show the way to the relay and from it as well.
    func delay(to other: Candidate) -> TimeSpan {
      min(longestDelay, shortestDelay + handshake + other.handshake)
    }

    /// Looked for once.
    mutating func messages(in sessions: [SessionFacts]) -> Messages {
      if let messages { return messages }
      let found = Messages(sessions[index].wire?.connection)
      messages = found
      return found
    }
  }

  /// Times of what the last packets carried, up to the connection's end: each half takes leave in its
  /// own way.
  private struct Messages {
    /// Of the first and the last, in the order of the capture.
    private(set) var begin = Timestamp(nanoseconds: 0)
    private(set) var end = Timestamp(nanoseconds: 0)
    /// In order of time.
    private(set) var times = PerSide<[Timestamp]>(client: [], server: [])

    init(_ connection: ConnectionRecord?) {
      guard let connection else { return }
      let goodbye = connection.firstGoodbye?.frame
      for packet in connection.tail
      where packet.length > 1 && !packet.isRepeat && goodbye.map({ packet.frame < $0 }) ?? true {
        if isEmpty { begin = packet.frame.time }
        end = packet.frame.time
        times[packet.side].append(packet.frame.time)
      }
      times.client.sort()
      times.server.sort()
    }

    var isEmpty: Bool { times.client.isEmpty && times.server.isEmpty }

    func sent(by side: Side, from begin: Timestamp, to end: Timestamp) -> ArraySlice<Timestamp> {
      let all = times[side]
      let first = all.firstIndex { $0 >= begin } ?? all.endIndex
      return all[first...].prefix { $0 <= end }
    }
  }

  /// What came in on the side of its sender went out on the other connection, both ways.
  private static func arePassed(
    _ inner: Messages, _ outer: Messages, within delay: TimeSpan
  ) -> Bool {
    guard !inner.isEmpty, !outer.isEmpty else { return false }
    // Both lists begin at the same time, with what the shorter one holds.
    let (begin, end) = (max(inner.begin, outer.begin), min(inner.end, outer.end))
    let common = Side.allCases.reduce(0) {
      $0 + inner.sent(by: $1, from: begin, to: end).count
    }
    guard common >= Self.messages else { return false }
    let (first, last) = (begin.advanced(by: .zero - delay), end.advanced(by: delay))
    return Side.allCases.allSatisfy { side in
      let (near, far) = side == .client ? (inner, outer) : (outer, inner)
      return arePassed(
        near.sent(by: side, from: begin, to: end), as: far.sent(by: side, from: first, to: last),
        within: delay)
    }
  }

  /// Most of what came in went out soon after. Both are in order of time.
  private static func arePassed(
    _ sent: ArraySlice<Timestamp>, as passed: ArraySlice<Timestamp>, within delay: TimeSpan
  ) -> Bool {
    guard !sent.isEmpty else { return passed.isEmpty }
    var hits = 0
    var rest = passed
    for time in sent {
      rest = rest.drop { $0 < time }
      if let next = rest.first, next.since(time) <= delay { hits += 1 }
    }
    return Double(hits) >= share * Double(sent.count)
  }

  private static func agree(_ one: Int, _ other: Int, _ isSameUser: Bool) -> Bool {
    let share = isSameUser ? tolerancePastTLS : tolerance
    return abs(one - other) <= max(fewBytes, Int(share * Double(max(one, other))))
  }
}
