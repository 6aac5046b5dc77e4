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
    var users = NumberTable<String>()
    let order = sessions.indices.compactMap { index in
      sessions[index].wire.flatMap { Candidate(index, $0, &users) }
    }.sorted { ($0.start, $0.index) < ($1.start, $1.index) }
    var messages = MessageTimes(count: order.count)
    var found: [(Int, Int)] = []
    var uses: [Int: Int] = [:]
    let seen = order.span
    for place in seen.indices {
      for earlier in (max(0, place - Self.tried)..<place).reversed() {
        guard seen[place].start.since(seen[earlier].start) <= Self.connecting else { break }
        // What is cheap to see decides for nearly all.
        guard seen[earlier].mayBeHalf(with: seen[place]) else { continue }
        let delay = seen[earlier].delay(to: seen[place])
        messages.note(earlier, sessions[seen[earlier].index])
        messages.note(place, sessions[seen[place].index])
        guard messages.arePassed(earlier, place, within: delay) else { continue }
        let (client, server) = (seen[earlier].index, seen[place].index)
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
    /// A number for each name; negative without one.
    private let user: Int
    private let handshake: TimeSpan

    init?(_ index: Int, _ wire: borrowing WireFacts, _ users: inout NumberTable<String>) {
      guard wire.phase >= .tls, !wire.connection.isOneSided, !wire.connection.isMidStream else {
        return nil
      }
      self.index = index
      start = wire.connection.first.time
      client = wire.connection.client.address
      server = wire.connection.server
      clientBytes = wire.connection.sent.client.uniqueBytes
      serverBytes = wire.connection.sent.server.uniqueBytes
      user = wire.trace.request?.value.cookie.map { users.number(of: $0) } ?? -1
      handshake = wire.handshakeRoundTrip
    }

    func mayBeHalf(with other: Candidate) -> Bool {
      // As much as they may differ, then as much as they may with other users.
      guard agree(clientBytes, other.clientBytes, tolerancePastTLS),
        agree(serverBytes, other.serverBytes, tolerancePastTLS),
        server != other.server, client != other.client
      else { return false }
      if user >= 0, user == other.user { return true }
      return agree(clientBytes, other.clientBytes, tolerance)
        && agree(serverBytes, other.serverBytes, tolerance)
    }

    /// Captures of both hosts in one file show the way to the relay and from it as well.
    func delay(to other: Candidate) -> TimeSpan {
      min(longestDelay, shortestDelay + handshake + other.handshake)
    }
  }

  /// What the last packets carried, up to the connection's end: each half takes leave in its own way. The
  /// times of all connections lie in one list, so that no comparison copies one.
  private struct Messages {
    /// Of the first and the last, in the order of the capture.
    private(set) var begin = Timestamp(nanoseconds: 0)
    private(set) var end = Timestamp(nanoseconds: 0)
    /// The places of each side's times, which are in order.
    private var client = 0..<0
    private var server = 0..<0

    init() {}

    init(_ connection: borrowing ConnectionRecord, _ times: inout [Timestamp]) {
      let goodbye = connection.firstGoodbye?.frame
      client = Self.append(connection.tail, of: .client, before: goodbye, to: &times)
      server = Self.append(connection.tail, of: .server, before: goodbye, to: &times)
      let messages = connection.tail.lazy.filter { Self.counts($0, before: goodbye) }
      if let first = messages.first, let last = messages.last {
        (begin, end) = (first.frame.time, last.frame.time)
      }
    }

    private static func counts(_ packet: TailPacket, before goodbye: ItemReference?) -> Bool {
      packet.length > 1 && !packet.isRepeat && goodbye.map { packet.frame < $0 } ?? true
    }

    private static func append(
      _ packets: [TailPacket], of side: Side, before goodbye: ItemReference?,
      to times: inout [Timestamp]
    ) -> Range<Int> {
      let start = times.count
      for packet in packets where packet.side == side && counts(packet, before: goodbye) {
        times.append(packet.frame.time)
        // Few are not in order; a part of a list would be copied to be sorted.
        var place = times.count - 1
        while place > start, times[place - 1] > times[place] {
          times.swapAt(place - 1, place)
          place -= 1
        }
      }
      return start..<times.count
    }

    var count: Int { client.count + server.count }
    var isEmpty: Bool { count == 0 }

    /// The places of what a side sent between two times.
    func sent(
      by side: Side, from begin: Timestamp, to end: Timestamp, of times: Span<Timestamp>
    ) -> Range<Int> {
      let all = side == .client ? client : server
      var (first, last) = (all.lowerBound, all.upperBound)
      while first < last, times[first] < begin { first += 1 }
      while last > first, times[last - 1] > end { last -= 1 }
      return first..<last
    }
  }

  /// The messages of all connections, each looked for once.
  private struct MessageTimes {
    private var known: [Messages?]
    private var times: [Timestamp] = []

    init(count: Int) { known = Array(repeating: nil, count: count) }

    mutating func note(_ place: Int, _ session: borrowing SessionFacts) {
      guard known[place] == nil else { return }
      known[place] = session.wire.map { Messages($0.connection, &times) } ?? Messages()
    }

    /// What came in on the side of its sender went out on the other connection, both ways.
    func arePassed(_ inner: Int, _ outer: Int, within delay: TimeSpan) -> Bool {
      guard let inner = known[inner], let outer = known[outer], !inner.isEmpty, !outer.isEmpty
      else { return false }
      guard inner.count >= messages else { return false }
      let times = times.span
      // Both lists begin at the same time, with what the shorter one holds.
      let (begin, end) = (max(inner.begin, outer.begin), min(inner.end, outer.end))
      let (first, last) = (begin.advanced(by: .zero - delay), end.advanced(by: delay))
      // The client's side decides for nearly all.
      let asked = inner.sent(by: .client, from: begin, to: end, of: times)
      guard
        RelayedPairs.arePassed(
          times.extracting(asked),
          as: times.extracting(outer.sent(by: .client, from: first, to: last, of: times)),
          within: delay)
      else { return false }
      let answered = inner.sent(by: .server, from: begin, to: end, of: times)
      return asked.count + answered.count >= messages
        && RelayedPairs.arePassed(
          times.extracting(outer.sent(by: .server, from: begin, to: end, of: times)),
          as: times.extracting(inner.sent(by: .server, from: first, to: last, of: times)),
          within: delay)
    }
  }

  /// Most of what came in went out soon after. Both are in order of time.
  private static func arePassed(
    _ sent: Span<Timestamp>, as passed: Span<Timestamp>, within delay: TimeSpan
  ) -> Bool {
    guard !sent.isEmpty else { return passed.isEmpty }
    // So many need not have gone out.
    var left = sent.count - Int((share * Double(sent.count)).rounded(.up))
    var next = 0
    for place in sent.indices {
      while next < passed.count, passed[next] < sent[place] { next += 1 }
      if next < passed.count, passed[next].since(sent[place]) <= delay { continue }
      left -= 1
      if left < 0 { return false }
    }
    return true
  }

  private static func agree(_ one: Int, _ other: Int, _ share: Double) -> Bool {
    let difference = abs(one - other)
    return difference <= fewBytes || difference <= Int(share * Double(max(one, other)))
  }
}
