import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Counts, for each session that ended badly, what the others did at that moment.
///
/// Sorted times and two searches per session: the effort grows with n log n.
enum BystanderCount {
  /// A session that runs from this long before the moment to this long after it survived it.
  static let surviving = TimeSpan.seconds(15)
  /// Sessions lost within this time of each other were lost together: clients notice one outage up
  /// to half a minute apart.
  static let together = TimeSpan.seconds(30)

  /// Fills the surroundings of sessions that ended badly, and judges those anew.
  static func note(in sessions: inout [SessionReport]) {
    guard sessions.count > 1 else { return }
    let moments = sessions.map { Moment($0) }
    var byServer: [IPAddress: Times] = [:]
    var byClient: [IPAddress: Times] = [:]
    var byPair: [Pair: Times] = [:]
    for moment in distinct(moments.compactMap(\.self)) {
      byServer[moment.server, default: Times()].add(moment)
      byClient[moment.client, default: Times()].add(moment)
      byPair[Pair(moment), default: Times()].add(moment)
    }
    for key in byServer.keys { byServer[key]?.sort() }
    for key in byClient.keys { byClient[key]?.sort() }
    for key in byPair.keys { byPair[key]?.sort() }
    for (index, moment) in moments.enumerated() where sessions[index].verdict.cause != .clean {
      guard let moment else { continue }
      let own = byPair[Pair(moment)] ?? Times()
      let server = byServer[moment.server] ?? Times()
      let client = byClient[moment.client] ?? Times()
      var others = Bystanders()
      others.serverSurvived = max(
        0, server.survivors(of: moment.end) - own.survivors(of: moment.end))
      others.serverDropped = max(0, server.drops(near: moment.end) - own.drops(near: moment.end))
      others.clientSurvived = max(
        0, client.survivors(of: moment.end) - own.survivors(of: moment.end))
      others.clientDropped = max(0, client.drops(near: moment.end) - own.drops(near: moment.end))
      guard others != Bystanders() else { continue }
      sessions[index].wire?.surroundings.bystanders = others
      sessions[index].verdict = Judge.verdict(for: sessions[index].facts)
    }
  }

  /// Without the same session seen in a second capture.
  private static func distinct(_ moments: [Moment]) -> [Moment] {
    var ends: [Moment.Connection: Timestamp] = [:]
    return moments.sorted { $0.start < $1.start }.filter { moment in
      let isNew = ends[moment.connection].map { $0 < moment.start } ?? true
      ends[moment.connection] = max(ends[moment.connection] ?? moment.end, moment.end)
      return isNew
    }
  }
}

/// A session's place in time.
private struct Moment {
  struct Connection: Hashable {
    var client: Endpoint
    var server: Endpoint
  }

  var connection: Connection
  var start: Timestamp
  /// When it was lost, else its last packet.
  var end: Timestamp
  var isActive: Bool
  var isDrop: Bool

  var client: IPAddress { connection.client.address }
  var server: IPAddress { connection.server.address }

  /// Nil where an end of the session is not known.
  init?(_ session: SessionReport) {
    let identity = session.facts.identity
    guard let client = identity.client, let server = identity.server else { return nil }
    connection = Connection(client: client, server: server)
    start = identity.start
    end = identity.end
    isActive = session.facts.phase == .active
    isDrop = [.network, .server, .client].contains(session.verdict.cause)
    if isDrop, let wire = session.wire {
      end = wire.failingTails.map(\.start.time).min() ?? wire.endTime
    }
  }
}

private struct Pair: Hashable {
  var client: IPAddress
  var server: IPAddress

  init(_ moment: Moment) { (client, server) = (moment.client, moment.server) }
}

/// Sorted times of a group's sessions.
private struct Times {
  /// Starts and ends of running sessions long enough to survive a moment.
  var starts: [Timestamp] = []
  var ends: [Timestamp] = []
  var drops: [Timestamp] = []

  mutating func add(_ moment: Moment) {
    if moment.isDrop { drops.append(moment.end) }
    let needed = BystanderCount.surviving * 2
    guard moment.isActive, moment.end.since(moment.start) >= needed else { return }
    starts.append(moment.start)
    ends.append(moment.end)
  }

  mutating func sort() {
    starts.sort()
    ends.sort()
    drops.sort()
  }

  /// Those that began long enough before and ended long enough after. None is so short that it
  /// would do neither, so those that ended early are among those that began early.
  func survivors(of moment: Timestamp) -> Int {
    let before = moment.advanced(by: .zero - BystanderCount.surviving)
    let after = moment.advanced(by: BystanderCount.surviving)
    return max(0, starts.count(upTo: before, including: true) - ends.count(upTo: after))
  }

  func drops(near moment: Timestamp) -> Int {
    let before = moment.advanced(by: .zero - BystanderCount.together)
    let after = moment.advanced(by: BystanderCount.together)
    return drops.count(upTo: after, including: true) - drops.count(upTo: before)
  }
}

extension [Timestamp] {
  /// How many of these sorted times come before `moment`.
  fileprivate func count(upTo moment: Timestamp, including isIncluded: Bool = false) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let isBefore = isIncluded ? self[middle] <= moment : self[middle] < moment
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
