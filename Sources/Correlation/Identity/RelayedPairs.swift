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
  fileprivate static let share = 0.8
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
    var order: [Candidate] = []
    order.reserveCapacity(sessions.count)
    for index in sessions.indices {
      guard let wire = sessions[index].wire, let one = Candidate(index, wire, &users) else {
        continue
      }
      order.append(one)
    }
    order.sort { ($0.volume.start, $0.index) < ($1.volume.start, $1.index) }
    let volumes = order.map(\.volume)
    var messages = MessageTimes(count: order.count)
    var found: [(Int, Int)] = []
    var uses: [Int: Int] = [:]
    let seen = order.span
    let sizes = volumes.span
    for place in seen.indices {
      for earlier in (max(0, place - Self.tried)..<place).reversed() {
        guard sizes[place].start.since(sizes[earlier].start) <= Self.connecting else { break }
        // What is cheap to see decides for nearly all, and the cheapest for most of them.
        guard sizes[earlier].mayBeHalf(with: sizes[place]),
          seen[earlier].mayBeHalf(with: seen[place])
        else { continue }
        let delay = seen[earlier].delay(to: seen[place])
        if !messages.areKnown(of: earlier) { messages.note(earlier, sessions[seen[earlier].index]) }
        if !messages.areKnown(of: place) { messages.note(place, sessions[seen[place].index]) }
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
    let volume: Volume
    private let client: IPAddress
    private let server: Endpoint
    /// A number for each name; negative without one.
    private let user: Int
    private let handshake: TimeSpan

    init?(_ index: Int, _ wire: borrowing WireFacts, _ users: inout NumberTable<String>) {
      guard wire.phase >= .tls, !wire.connection.isOneSided, !wire.connection.isMidStream else {
        return nil
      }
      self.index = index
      volume = Volume(wire.connection)
      client = wire.connection.client.address
      server = wire.connection.server
      user = wire.trace.request?.value.cookie.map { users.number(of: $0) } ?? -1
      handshake = wire.handshakeRoundTrip
    }

    func mayBeHalf(with other: Candidate) -> Bool {
      guard server != other.server, client != other.client else { return false }
      return user >= 0 && user == other.user || volume.isLike(other.volume)
    }

    /// Captures of both hosts in one file show the way to the relay and from it as well.
    func delay(to other: Candidate) -> TimeSpan {
      min(longestDelay, shortestDelay + handshake + other.handshake)
    }
  }

  /// When a connection began and how much both sides sent: compared with that of many others, so it stands by
  /// itself, close together in memory.
  private struct Volume {
    let start: Timestamp
    private let client: Int
    private let server: Int
    /// How many bytes more or fewer the other half may have.
    private let clientLimit: Int
    private let serverLimit: Int

    init(_ connection: borrowing ConnectionRecord) {
      start = connection.first.time
      client = connection.sent.client.uniqueBytes
      server = connection.sent.server.uniqueBytes
      clientLimit = limit(client, tolerancePastTLS)
      serverLimit = limit(server, tolerancePastTLS)
    }

    /// As much as halves may differ, with the same user or not.
    func mayBeHalf(with other: Volume) -> Bool {
      abs(client - other.client) <= max(clientLimit, other.clientLimit)
        && abs(server - other.server) <= max(serverLimit, other.serverLimit)
    }

    /// As much as halves may differ that show no user in common.
    func isLike(_ other: Volume) -> Bool {
      abs(client - other.client) <= limit(max(client, other.client), tolerance)
        && abs(server - other.server) <= limit(max(server, other.server), tolerance)
    }
  }

  /// A share of the larger number of bytes decides.
  private static func limit(_ bytes: Int, _ share: Double) -> Int {
    max(fewBytes, Int(share * Double(bytes)))
  }

  /// What the last packets carried, up to the connection's end: each half takes leave in its own way.
  private struct Messages {
    /// Of the first and the last, in the order of the capture.
    var begin = Timestamp(nanoseconds: 0)
    var end = Timestamp(nanoseconds: 0)
    /// The places of each side's times.
    var client = 0..<0
    var server = 0..<0
    var isKnown = false

    var count: Int { client.count + server.count }
  }

  /// The messages of all connections, each looked for once. Their times lie in one list for each side, so that
  /// no comparison copies one.
  private struct MessageTimes {
    private var known: [Messages]
    /// Those of each connection in order.
    private var asked: [Timestamp] = []
    private var answered: [Timestamp] = []

    init(count: Int) { known = Array(repeating: Messages(), count: count) }

    func areKnown(of place: Int) -> Bool { known[place].isKnown }

    mutating func note(_ place: Int, _ session: borrowing SessionFacts) {
      known[place].isKnown = true
      guard let wire = session.wire else { return }
      note(place, wire.connection.tail.span, before: wire.connection.firstGoodbye?.frame)
    }

    private mutating func note(
      _ place: Int, _ packets: Span<TailPacket>, before goodbye: ItemReference?
    ) {
      var messages = Messages(isKnown: true)
      let (firstAsked, firstAnswered) = (asked.count, answered.count)
      var isFirst = true
      for index in packets.indices {
        let packet = packets[index]
        guard packet.length > 1, !packet.isRepeat, goodbye.map({ packet.frame < $0 }) ?? true
        else { continue }
        let time = packet.frame.time
        if isFirst { messages.begin = time }
        isFirst = false
        messages.end = time
        if packet.side == .client {
          Self.add(time, to: &asked, from: firstAsked)
        } else {
          Self.add(time, to: &answered, from: firstAnswered)
        }
      }
      messages.client = firstAsked..<asked.count
      messages.server = firstAnswered..<answered.count
      known[place] = messages
    }

    /// Puts a time in its place among those from `start` on: few are not in order.
    private static func add(_ time: Timestamp, to times: inout [Timestamp], from start: Int) {
      times.append(time)
      var place = times.count - 1
      while place > start, times[place - 1] > times[place] {
        times.swapAt(place - 1, place)
        place -= 1
      }
    }

    /// What came in on the side of its sender went out on the other connection, both ways.
    func arePassed(_ inner: Int, _ outer: Int, within delay: TimeSpan) -> Bool {
      let known = known.span
      guard known[inner].count >= messages, known[outer].count > 0 else { return false }
      // Both lists begin at the same time, with what the shorter one holds.
      let begin = max(known[inner].begin, known[outer].begin)
      let end = min(known[inner].end, known[outer].end)
      // The client's side decides for nearly all.
      let client = asked.span
      let questions = client.places(known[inner].client, from: begin, to: end)
      guard
        client.arePassed(questions, as: known[outer].client, from: begin, to: end, within: delay)
      else { return false }
      let server = answered.span
      let answers = server.places(known[inner].server, from: begin, to: end)
      return questions.count + answers.count >= messages
        && server.arePassed(
          server.places(known[outer].server, from: begin, to: end), as: known[inner].server,
          from: begin, to: end, within: delay)
    }
  }
}

/// Times of one side of connections, those of each in order.
extension Span<Timestamp> {
  /// Those of `all` that lie between two times.
  fileprivate func places(
    _ all: Range<Int>, from begin: Timestamp, to end: Timestamp
  ) -> Range<Int> {
    var (first, last) = (all.lowerBound, all.upperBound)
    while first < last, self[first] < begin { first += 1 }
    while last > first, self[last - 1] > end { last -= 1 }
    return first..<last
  }

  /// Most of what came in between two times went out soon after.
  fileprivate func arePassed(
    _ sent: Range<Int>, as passed: Range<Int>, from begin: Timestamp, to end: Timestamp,
    within delay: TimeSpan
  ) -> Bool {
    guard !sent.isEmpty else {
      let others = places(
        passed, from: begin.advanced(by: .zero - delay), to: end.advanced(by: delay))
      return others.isEmpty
    }
    // So many need not have gone out.
    var left =
      sent.count - Int((RelayedPairs.share * Double(sent.count)).rounded(.up))
    // From the newest on: the handshake's messages come all at once.
    var next = passed.upperBound
    for place in sent.reversed() {
      while next > passed.lowerBound, self[next - 1] >= self[place] { next -= 1 }
      if next < passed.upperBound, self[next].since(self[place]) <= delay { continue }
      left -= 1
      if left < 0 { return false }
    }
    return true
  }
}
